"""One sheet per framework: every disclosure in the framework's own order, to read and to fill in."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import COMMA, joined, message, render, states
from disclosure_index.model import Disclosure, Framework, Omission, Status, in_language
from disclosure_index.outputs.xlsx.columns import YES
from disclosure_index.outputs.xlsx.rows import RowStyle
from disclosure_index.tables.by_disclosure import where
from disclosure_index.tables.evidence import evidence_cell
from disclosure_index.tables.filing_cells import merged_pages
from disclosure_index.tables.table import Cell, Table, cell

COLUMNS = (
    "id", "code", "title", "obligation", "status", "section", "pages",
    "owner", "reviewed", "reason", "explanation", "note", "evidence", "open", "group", "due",
)  # fmt: skip
"""New columns come last: people and their programs count those that they fill in."""
EMPTY = Cell()


def by_framework(assessment: Assessment) -> dict[str, list[Coverage]]:
    """Return the coverage of each framework that is claimed, in the order of the claims."""
    found: dict[str, list[Coverage]] = {claim.framework: [] for claim in assessment.report.claims}
    for coverage in assessment.coverage:
        found[coverage.disclosure.framework].append(coverage)
    return {id: rows for id, rows in found.items() if rows}


def disclosures(
    assessment: Assessment,
    rows: Sequence[Coverage],
    language: str,
    document: int,
    places: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Table, list[RowStyle]]:
    """Return the table of one framework, and the style of each row.

    Args:
        assessment: of the report.
        rows: the coverage of the framework.
        language: of heads, titles and words.
        document: whose places are shown.
        places: the links to the places of a disclosure that has several, by uid.
    """
    framework = assessment.catalog.frameworks[rows[0].disclosure.framework]
    reasons = {reason.id: in_language(reason.title, language) for reason in framework.reasons}
    made = tuple(_row(assessment, c, reasons, language, document) for c in rows)
    table = Table(framework.id, title(framework, rows, language), COLUMNS, made)
    return table, [_mark(assessment, c, language, places) for c in rows]


def title(framework: Framework, rows: Sequence[Coverage], language: str) -> str:
    """Return the title of a sheet: with the edition, or of the family where parts have editions of their own."""
    used = {(row.disclosure.part, row.disclosure.edition) for row in rows}
    editions = [e for e in framework.editions if (e.part, e.id) in used]
    name = in_language(editions[0].title if len(editions) == 1 else framework.title, language)
    return name if framework.short in name or len(editions) != 1 else f"{framework.short} {name}"


def _row(
    assessment: Assessment, coverage: Coverage, reasons: dict[str, str], language: str, document: int
) -> tuple[Cell, ...]:
    d = coverage.disclosure
    said = [link for link in coverage.omissions if link.document == document]
    links = [link for link in coverage.links if link.document == document] if coverage.links else said
    statements = [link.statement for link in (*coverage.links, *coverage.omissions) if link.document == document]
    omitted = [link.statement for link in said if isinstance(link.statement, Omission)]
    return (
        cell(d.uid),
        cell(d.code),
        cell(in_language(d.title, language)),
        cell(render(states.OBLIGATION[coverage.obligation], language)),
        cell(render(states.STATUS[coverage.status], language)),
        where(assessment, links) if links else EMPTY,
        _pages(links),
        cell(coverage.owner),
        cell(render(YES, language) if statements and all(s.reviewed for s in statements) else ""),
        _each(reasons.get(o.reason, o.reason) for o in omitted) if omitted else EMPTY,
        _each(o.explanation for o in omitted) if omitted else EMPTY,
        cell(coverage.note),
        evidence_cell(assessment, coverage, language, document),
        _open(assessment, coverage, language),
        cell(in_language(group.title, language) if (group := assessment.catalog.group_of(d)) else ""),
        cell(coverage.due.isoformat() if coverage.due else ""),
    )


def _open(assessment: Assessment, coverage: Coverage, language: str) -> Cell:
    """Return the datapoints that a partial disclosure leaves open."""
    if coverage.status != Status.PARTIAL or not coverage.open:
        return EMPTY
    titles = assessment.catalog.texts.of(coverage.disclosure, language).datapoints
    return _each(titles.get(part, part) for part in coverage.open)


def _pages(links: Sequence[Link]) -> Cell:
    spans = (link.statement.span for link in links)
    return cell(merged_pages((span.page, span.last_page) for span in spans)) if links else EMPTY


def _each(texts: object) -> Cell:
    return Cell(tuple((text, "") for text in dict.fromkeys(texts) if text))  # type: ignore[call-overload]


def _mark(assessment: Assessment, coverage: Coverage, language: str, places: Mapping[str, str]) -> RowStyle:
    d = coverage.disclosure
    comment = _comment(assessment, coverage, language)
    return RowStyle(d.heading, comment, not coverage.may_be_omitted, places.get(d.uid, ""))


def _comment(assessment: Assessment, coverage: Coverage, language: str) -> str:
    """Return what a disclosure asks for, in our words or by kind and unit, then its datapoints with ticks."""
    d = coverage.disclosure
    said, ticks = assessment.catalog.texts.of(d, language), assessment.ticks(coverage)
    parts = [said.summary or ("" if d.heading else render(_asked(d), language))]
    parts += [f"{'☑' if id in ticks else '☐'} {title}" for id, title in said.datapoints.items()]
    return "\n".join(filter(None, parts))


def _asked(disclosure: Disclosure) -> str:
    if disclosure.data == "quantitative" and disclosure.units:
        return message("A figure is asked for, in: {units}", units=joined(COMMA, disclosure.units))
    if disclosure.data == "quantitative":
        return message("A figure is asked for")
    return message("A description is asked for")
