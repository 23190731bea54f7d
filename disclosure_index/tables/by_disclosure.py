"""The content index by disclosure: every disclosure of each framework, in the framework's own order."""

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import COLON, render, states
from disclosure_index.model import Omission, in_language
from disclosure_index.tables.by_section import titles
from disclosure_index.tables.evidence import evidence_cell
from disclosure_index.tables.notes import with_notes
from disclosure_index.tables.table import Cell, Table, cell, href, pages, row

COLUMNS = (
    "framework", "edition", "group", "code", "title", "obligation", "status", "evidence", "section", "pages",
    "omission",
)  # fmt: skip
PRINCIPLE_COLUMNS = ("framework", "code", "title", "chapter", "section", "pages")


def by_disclosure(assessment: Assessment, language: str, document: int = 0) -> list[Table]:
    """Return one table per framework that the report claims and indexes by disclosure, with a column of notes."""
    tables = []
    for claim in assessment.report.claims:
        rows = [c for c in assessment.coverage if c.disclosure.framework == claim.framework]
        if rows:
            title = _title(assessment, claim.framework, rows, language)
            name = assessment.catalog.frameworks[claim.framework].short
            cells = tuple(_row(assessment, c, language, document) for c in rows)
            columns, cells = with_notes(COLUMNS, cells, [c.note for c in rows])
            tables.append(Table(claim.framework, title, columns, cells, name))
    return tables


def _title(assessment: Assessment, framework: str, rows: list[Coverage], language: str) -> str:
    """Return the name of the edition, as issuers print it; of the family if its parts have editions of their own."""
    owner = assessment.catalog.frameworks[framework]
    used = {(row.disclosure.part, row.disclosure.edition) for row in rows}
    editions = [e for e in owner.editions if (e.part, e.id) in used]
    if len(editions) != 1:
        return in_language(owner.title, language)
    title = in_language(editions[0].title, language)
    return title if owner.short in title else f"{owner.short} {title}"


def _row(assessment: Assessment, coverage: Coverage, language: str, document: int) -> tuple[Cell, ...]:
    d = coverage.disclosure
    statements = coverage.links or coverage.omissions  # an omission has a place, too
    links = [link for link in statements if link.document == document]
    group = assessment.catalog.group_of(d)
    status = render(states.STATUS[coverage.status], language)
    return row(
        d.framework,
        d.edition,
        in_language(group.title, language) if group else "",
        d.code,
        in_language(d.title, language),
        render(states.OBLIGATION[coverage.obligation], language),
        status,
        evidence_cell(assessment, coverage, language, document),
        where(assessment, links),
        _pages(assessment, links),
        _omission(assessment, coverage, language, document),
    )


def where(assessment: Assessment, links: list[Link]) -> Cell:
    """Return the sections of the links, each once, in the report's order."""
    paths = [d.path for d in assessment.report.documents]
    found: dict[str, str] = {}
    for link in links:
        path = assessment.report.documents[link.document].path_of(link.statement.span.section)
        titles = [s.title for s in path if s.title]
        if titles:
            found.setdefault(titles[-1], href(paths, link))
    return Cell(tuple(found.items()))


def _pages(assessment: Assessment, links: list[Link]) -> Cell:
    paths = [d.path for d in assessment.report.documents]
    found: dict[str, str] = {}
    for link in links:
        found.setdefault(pages(link.statement.span), href(paths, link))
    return Cell(tuple((text, to) for text, to in found.items() if text))


def _omission(assessment: Assessment, coverage: Coverage, language: str, document: int) -> Cell:
    reasons = {
        r.id: in_language(r.title, language)
        for r in assessment.catalog.frameworks[coverage.disclosure.framework].reasons
    }
    texts = [
        render(COLON, language).join(filter(None, (reasons.get(o.reason, o.reason), o.explanation)))
        for link in coverage.omissions
        if link.document == document and isinstance(o := link.statement, Omission)
    ]
    return Cell(tuple((text, "") for text in dict.fromkeys(texts)))


def by_principle(assessment: Assessment, language: str, document: int = 0) -> list[Table]:
    """Return one row per principle (or goal) and section that answers it; an unanswered principle has an empty row."""
    tables = []
    for claim in assessment.report.claims:
        framework = assessment.catalog.frameworks.get(claim.framework)
        if framework is None or framework.index_by not in ("principle", "goal"):
            continue
        rows: list[tuple[Cell, ...]] = []
        notes: list[str] = []
        for coverage in assessment.coverage:
            d = coverage.disclosure
            if d.framework != framework.id or (framework.index_by == "goal" and not coverage.links):
                continue
            start = (d.framework, d.code, in_language(d.title, language))
            links = [link for link in coverage.links if link.document == document]
            for link in links:
                chapter, section = titles(assessment.report.documents[document], link.statement.span.section)
                to = href([x.path for x in assessment.report.documents], link)
                names = (chapter, cell(section, to)) if section else (cell(chapter, to), "")
                rows.append(row(*start, *names, pages(link.statement.span)))
            if not links:
                rows.append(row(*start, "", "", ""))
            notes += [coverage.note] * (len(rows) - len(notes))
        if rows:
            title = in_language(framework.title, language)
            tables.append(Table(framework.id, title, *with_notes(PRINCIPLE_COLUMNS, rows, notes), framework.short))
    return tables
