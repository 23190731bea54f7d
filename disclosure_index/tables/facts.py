"""The facts of a report as a table: a row per fact, with its tagged concepts and the places of its parts."""

from collections.abc import Iterator, Mapping

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.tagged_facts import Concept, TaggedFact, facts_of
from disclosure_index.messages import label
from disclosure_index.model import Document, Fact
from disclosure_index.tables.table import Table, row

TITLE = label("table", "Facts")
COLUMNS = (
    "framework", "code", "edition", "datapoints", "element", "value", "unit", "period", "instant", "role", "printed",
    "printed-unit", "scale", "decimals", "nil", "dimensions", "indicator", "table", "document", "pages", "place",
)  # fmt: skip


def fact_records(
    assessment: Assessment, document: int | None = None, untagged: bool = False
) -> Iterator[dict[str, object]]:
    """Yield one record per fact and tagged disclosure, with numbers as numbers.

    Args:
        assessment: of the report.
        document: the only one to list; None for all.
        untagged: whether to list facts without tags as well.
    """
    for one in facts_of(assessment):
        if document in (None, one.document) and (untagged or one.concepts):
            for concept in one.concepts or (None,):
                yield dict(zip(COLUMNS, _values(assessment, one, concept), strict=True))


def facts_table(assessment: Assessment, document: int | None = None, untagged: bool = False) -> Table:
    """Return the same as a table; the arguments are those of `fact_records`."""
    rows = (row(*map(_cell, record.values())) for record in fact_records(assessment, document, untagged))
    return Table("facts", TITLE, COLUMNS, tuple(rows))


def _cell(value: object) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{axis}={member}" for axis, member in value.items())
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, bool):
        return "true" if value else ""
    return number(value) if isinstance(value, float) else "" if value is None else str(value)


def _values(assessment: Assessment, tagged: TaggedFact, concept: Concept | None) -> Iterator[object]:
    fact, document = tagged.fact, assessment.report.documents[tagged.document]
    passage = document.passages[fact.place.passage]
    yield from (concept.disclosure[:3] if concept else ("", "", ""))
    yield from (concept.datapoints, concept.elements) if concept else ((), ())
    yield from (rounded(fact.value), fact.unit, fact.period, fact.instant, fact.role)
    yield from (fact.printed, fact.printed_unit, rounded(fact.scale), fact.decimals, fact.value is None)
    yield from (dict(fact.dimensions), fact.label if fact.in_table else "", fact.group)
    yield from (document.path, passage.page, place(document, fact))


def rounded(value: float | None) -> float | None:
    """Return a value without the error of binary fractions: 12 digits are more than a printed figure has."""
    return None if value is None else float(f"{value:.12g}")


def number(value: float | None) -> str:
    """Return a value without an exponent and without the error of binary fractions.

    >>> number(1018.8000000000001), number(1e-06), number(2320000.0), number(None)
    ('1018.8', '0.000001', '2320000', '')
    """
    if value is None:
        return ""
    text = f"{value:.12g}"
    if "e" in text:
        text = f"{value:.15f}".rstrip("0").rstrip(".") if abs(value) < 1 else f"{value:.0f}"
    return text


def place(document: Document, fact: Fact) -> str:
    """Return the place of a fact's passage: line and column of its source."""
    location = document.passages[fact.place.passage].location
    return f"{location.line}:{location.column}" if location.line else ""
