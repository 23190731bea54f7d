"""An index in parts: a table for each part or subject area, by the groups below it: aspects, pillars."""

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import COLON, message, states
from disclosure_index.model import Disclosure, Group, in_language
from disclosure_index.tables.filing_cells import Filed, filed
from disclosure_index.tables.filing_parts import Filing
from disclosure_index.tables.table import Cell, cell, href, row

FIRST = ("aspect", "pillar")
"""The kinds of groups in the first column of a table."""
LETTERED = ("part", "subject-area")
"""The kinds whose ids end with their letter."""
CODED = ("aspect",)
"""The kinds that are named with their code."""

COLUMNS = ("disclosure", "title", "obligation", "section", "pages", "explanation")


def filing_by_part(filing: Filing) -> list[Filed]:
    """Return one table per part, or per subject area in a part that has them."""
    tables: dict[tuple[str, ...], list[Coverage]] = {}
    titles: dict[tuple[str, ...], str] = {}
    heads: dict[tuple[str, ...], str] = {}  # of the first column
    for coverage in filing.rows:
        path = filing.groups(coverage.disclosure)
        above = path[:-1] or path
        key = tuple(group.id for group in above)
        titles.setdefault(key, " · ".join([filing.title, *(_headed(filing, group) for group in above)]))
        if len(path) > 1 and path[-1].kind in FIRST:
            heads.setdefault(key, path[-1].kind)
        if filing.has_content(coverage):
            tables.setdefault(key, []).append(coverage)
    by_code = {c.disclosure.code: c.disclosure for c in filing.rows}
    result: list[Filed] = []
    for key, rows in tables.items():
        columns = (heads.get(key, "group"), *COLUMNS)
        id = "-".join([filing.prefix, *key]).lower().replace(" ", "-")
        named = [(c.disclosure.uid, _row(filing, c, by_code)) for c in rows]
        result += filed(filing.framework.id, id, titles[key], columns, named)
    return result


def _headed(filing: Filing, group: Group) -> str:
    """Return the title of a part or a subject area with its letter."""
    title = in_language(group.title, filing.language)
    if group.kind not in LETTERED:
        return title
    letter = group.id.split()[-1]
    part, area = message("Part {letter}", letter=letter), message("Subject area {letter}", letter=letter)
    return filing.rendered(part if group.kind == "part" else area) + filing.rendered(COLON) + title


def _row(filing: Filing, coverage: Coverage, by_code: dict[str, Disclosure]) -> tuple[Cell, ...]:
    d = coverage.disclosure
    links = filing.links(coverage) or [link for link, _ in filing.omitted(coverage)]
    paths = [document.path for document in filing.assessment.report.documents]
    places = Cell(tuple((title, to) for title, to, _ in filing.sections(links) if title))
    return row(
        _first(filing, d, by_code),
        filing.label(d),
        filing.titled(d),
        filing.rendered(states.OBLIGATION[coverage.obligation]),
        filing.open() if filing.is_owed(coverage) else places,
        cell(filing.pages(links), href(paths, links[0]) if links else ""),
        filing.explanation(coverage),
    )


def _first(filing: Filing, d: Disclosure, by_code: dict[str, Disclosure]) -> str:
    """Return the aspect or the pillar; in a part without them, the paragraph's subject."""
    path = filing.groups(d)
    if len(path) < 2:
        while d.parent and d.parent in by_code:
            d = by_code[d.parent]
        return filing.titled(d)
    title = in_language(path[-1].title, filing.language)
    return filing.rendered(COLON).join((path[-1].id, title)) if path[-1].kind in CODED else title
