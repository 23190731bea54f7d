"""DI703: missing figures of the year before."""

from collections.abc import Iterator

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.linking import Link
from disclosure_index.checks.support.findings import about
from disclosure_index.checks.support.report_wording import pattern, says
from disclosure_index.messages import message
from disclosure_index.model import Document, Finding, Passage, Severity
from disclosure_index.policy.rules import Rule

MOST_ROWS = 80
"""Rows above a tagged one in which the head of its table is looked for."""
_TABLES = ("table", "tbody")
TABULAR = frozenset({*_TABLES, "tr", "td", "th"})


def no_comparative(assessment: Assessment) -> Iterator[Finding]:
    """Report the tagged rows without the figure of the year before, in tables that have a column for it."""
    reported = set()
    for row in assessment.coverage:
        if row.disclosure.data != "quantitative":
            continue
        for link in (link for link in row.links if link.statement.span.element in TABULAR):
            for passage, before in _without_year_before(assessment, link):
                if passage.location not in reported:
                    reported.add(passage.location)
                    d = row.disclosure
                    yield about(
                        "DI703",
                        d,
                        message(
                            "{name} has a figure for {year} here, but none for {before}",
                            name=assessment.name(d),
                            year=before + 1,
                            before=before,
                        ),
                        passage.location,
                        message("Give the figure for the year before, or say why there is none"),
                        passage.anchor,
                    )


def _without_year_before(assessment: Assessment, link: Link) -> Iterator[tuple[Passage, int]]:
    """Yield the rows that a tag reaches whose cell for the year before is empty, and that year.

    Of a tag on a section it is not known which of its rows it means.
    """
    document, span = assessment.report.documents[link.document], link.statement.span
    year = assessment.report.year
    head: list[str] = []
    for number in range(span.first, span.last):
        passage = document.passages[number]
        if passage.kind != "table-row":
            head = []
            continue
        head = head or _head_of(document, number, span.first if span.element in _TABLES else 0, year)
        if not head:
            return
        cells = passage.text.split("\t")
        if len(cells) == len(head):
            now, before = head.index(str(year)), head.index(str(year - 1))
            if not cells[before] and says("digit", cells[now]) and cells != head:
                yield passage, year - 1


def _head_of(document: Document, number: int, least: int, year: int) -> list[str]:
    """Return the cells of the head of the table that a row is in, years bare; [] where it has not both years.

    Tables may follow each other without a word between them: another row that looks like a head ends the search.
    """
    now, before = str(year), str(year - 1)
    width = document.passages[number].text.count("\t")
    for above in range(number, max(least - 1, number - MOST_ROWS), -1):
        text = document.passages[above].text
        if document.passages[above].kind != "table-row":
            return []
        if before in text and now in text:
            years = [match[1] if (match := pattern("year").fullmatch(cell)) else "" for cell in text.split("\t")]
            if years.count(now) == years.count(before) == 1:
                return [bare or cell for bare, cell in zip(years, text.split("\t"), strict=True)]
        if text.count("\t") == width and (not says("digit", text) or _names_year(text)):
            return []
    return []


def _names_year(text: str) -> bool:
    return "20" in text and any(pattern("year").fullmatch(cell) for cell in text.split("\t"))


RULES = (
    Rule(
        "DI703",
        "comparative-missing",
        Severity.WARNING,
        message("a figure without its comparative, although the table has a column for it"),
        message(
            "A figure says little without its comparative for the year before. Reported if the table has a column for "
            "it that this row leaves empty."
        ),
        '<tr data-disclosure="gri:303-3"><td>Water</td><td>48.6</td><td></td></tr>  (below 2025 and 2024)',
        '<tr data-disclosure="gri:303-3"><td>Water</td><td>48.6</td><td>50.2</td></tr>',
        no_comparative,
        source=message(
            "GRI 1: Foundation 2021, principle of comparability; HKEX Appendix C2, paragraph 14, consistency"
        ),
    ),
)
