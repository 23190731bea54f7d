"""The figures of each quantitative disclosure: value, unit, period, dimensions and place, for further work."""

from collections.abc import Iterator

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import COMMA, joined, label, render
from disclosure_index.model import Document, Fact, in_language
from disclosure_index.tables.facts import number
from disclosure_index.tables.table import Cell, Table, cell, row, target

TITLE = label("table", "KPI facts")
COLUMNS = (
    "framework", "code", "title", "indicator", "amount", "unit", "period", "dimensions", "role", "printed", "table",
    "pages",
)  # fmt: skip
OPTIONAL = ("role", "dimensions")
"""Columns that are left out if no figure has them."""
MOST = 100
"""The most figures of one disclosure; of more, as under a tag on a whole data book, only the main one is listed."""
SENTENCE = 80
"""Characters of an indicator."""

ROLES = {
    "target": label("role", "target"),
    "change": label("role", "change"),
    "bound": label("role", "bound"),
    "range": label("role", "range"),
}
"""Kinds of figures that are not of the period itself."""


def kpi_facts(assessment: Assessment, language: str, document: int = 0) -> Table:
    """Return one row per figure and quantitative disclosure, in the frameworks' order, each in that of the report.

    Listed are the figures in a fitting unit, from rows and sentences that name the disclosure or have their own
    tag; a figure for several years in the report's tables is as many rows.

    Args:
        assessment: of the report.
        language: of the words.
        document: whose figures are listed.
    """
    rows = [
        _row(assessment, coverage, fact, language, document)
        for coverage in assessment.coverage
        for fact in _facts(assessment, coverage, document)
    ]
    empty = [n for n, column in enumerate(COLUMNS) if column in OPTIONAL and not any(one[n].parts for one in rows)]
    kept = [n for n in range(len(COLUMNS)) if n not in empty]
    columns = tuple(COLUMNS[n] for n in kept)
    return Table("facts", TITLE, columns, tuple(tuple(one[n] for n in kept) for one in rows))


def _facts(assessment: Assessment, coverage: Coverage, document: int) -> Iterator[Fact]:
    found = [one.figure.fact for one in assessment.figures(coverage, document)]
    if len(found) <= MOST:
        yield from sorted(found, key=lambda fact: fact.place)
    elif figure := assessment.figure(coverage, document):
        yield figure.fact


def _row(assessment: Assessment, coverage: Coverage, fact: Fact, language: str, number_of: int) -> tuple[Cell, ...]:
    d, document = coverage.disclosure, assessment.report.documents[number_of]
    role = ROLES.get(fact.role)
    return row(
        assessment.catalog.frameworks[d.framework].short,
        d.code,
        in_language(d.title, language),
        cell(_indicator(fact), _href(document, fact)),
        number(fact.value),
        fact.unit,
        fact.instant or fact.period,
        render(joined(COMMA, (member for _, member in fact.dimensions)), language),
        render(role, language) if role else "",
        " ".join(filter(None, (fact.printed, fact.printed_unit))),
        fact.group,
        document.passages[fact.place.passage].page,
    )


def _indicator(fact: Fact) -> str:
    """Return the label of a row, or the beginning of a sentence."""
    text = " ".join(fact.label.split())
    return text if fact.in_table or len(text) <= SENTENCE else f"{text[: SENTENCE - 1]}…"


def _href(document: Document, fact: Fact) -> str:
    return target(document.path, document.passages[fact.place.passage].anchor)
