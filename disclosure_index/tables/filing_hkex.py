"""The HKEX index: Part B first, then aspect by aspect, then (since 2025) Part D by pillar."""

import re

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import COLON, label, message, states
from disclosure_index.model import Disclosure, Group, in_language
from disclosure_index.tables.filing_cells import Filed, filed
from disclosure_index.tables.filing_parts import Filing
from disclosure_index.tables.table import Cell, cell, href, row

COLUMNS = ("disclosure", "title", "obligation", "section", "pages", "explanation")
HEADS = {"Part C": "aspect", "Part D": "pillar"}
"""What stands in the first column of a part."""

_PART = re.compile(r"Part ([A-Z])")
_WORD_IN_CODE = re.compile(r"\([a-z]{4,}\)$")
"""Our own ending for what a paragraph lists without a letter: 14(materiality)."""


def filing_hkex(filing: Filing) -> list[Filed]:
    """Return one table per part, and per subject area of Part C."""
    tables: dict[tuple[str, ...], list[Coverage]] = {}
    titles: dict[tuple[str, ...], str] = {}
    for coverage in filing.rows:
        path = filing.groups(coverage.disclosure)
        above = path[:-1] or path
        key = tuple(group.id for group in above)
        titles.setdefault(key, " · ".join([filing.title, *(_headed(filing, group) for group in above)]))
        if filing.is_said(coverage):
            tables.setdefault(key, []).append(coverage)
    by_code = {c.disclosure.code: c.disclosure for c in filing.rows}
    result: list[Filed] = []
    for key, rows in tables.items():
        columns = (HEADS.get(key[0], "group") if key else "group", *COLUMNS)
        id = "-".join(["hkex", *key]).lower().replace(" ", "-")
        told = [(c.disclosure.uid, _row(filing, c, by_code)) for c in rows]
        result += filed(filing.framework.id, id, titles[key], columns, told)
    return result


def _headed(filing: Filing, group: Group) -> str:
    """Say a part or a subject area with its letter."""
    title = in_language(group.title, filing.language)
    if found := _PART.fullmatch(group.id):
        above = filing.rendered(message("Part {letter}", letter=found[1]))
    elif len(group.id) == 1:
        above = filing.rendered(message("Subject area {letter}", letter=group.id))
    else:
        return title
    return above + filing.rendered(COLON) + title


def _row(filing: Filing, coverage: Coverage, by_code: dict[str, Disclosure]) -> tuple[Cell, ...]:
    d = coverage.disclosure
    links = filing.links(coverage) or [link for link, _ in filing.omitted(coverage)]
    paths = [document.path for document in filing.assessment.report.documents]
    places = Cell(tuple((title, to) for title, to, _ in filing.sections(links) if title))
    return row(
        _first(filing, d, by_code),
        _label(filing, d),
        filing.titled(d),
        filing.rendered(states.OBLIGATION[coverage.obligation]),
        filing.open() if filing.is_owed(coverage) else places,
        cell(filing.pages(links), href(paths, links[0]) if links else ""),
        filing.explanation(coverage),
    )


def _first(filing: Filing, d: Disclosure, by_code: dict[str, Disclosure]) -> str:
    """Name the aspect or the pillar; in Part B, which has neither, the paragraph's subject."""
    path = filing.groups(d)
    if len(path) < 2:
        while d.parent and d.parent in by_code:
            d = by_code[d.parent]
        return filing.titled(d)
    title = in_language(path[-1].title, filing.language)
    is_aspect = re.fullmatch(r"[A-Z]\d+", path[-1].id)
    return filing.rendered(COLON).join((path[-1].id, title)) if is_aspect else title


def _label(filing: Filing, d: Disclosure) -> str:
    if d.kind == "general-disclosure":
        return filing.rendered(label("disclosure", "General disclosure"))
    if d.kind == "kpi":
        return filing.rendered(label("disclosure", "KPI {code}", code=d.code))
    return filing.rendered(label("disclosure", "Paragraph {code}", code=_WORD_IN_CODE.sub("", d.code)))
