"""An index by industry: topic, metric, category, unit, code, place and figure; then its activity metrics."""

import re
from collections.abc import Iterable

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import label
from disclosure_index.model import Disclosure, Document, in_language
from disclosure_index.tables.filing_cells import Filed, filed
from disclosure_index.tables.filing_parts import Filing
from disclosure_index.tables.table import Cell, cell, row

COLUMNS = ("topic", "metric", "category", "unit", "code", "location", "value")
ACTIVITY = "activity-metric"
CATEGORIES = {
    "quantitative": label("category", "Quantitative"),
    "qualitative": label("category", "Discussion and analysis"),
    "both": label("category", "Quantitative; discussion and analysis"),
}
"""SASB's names for the kinds of data that a disclosure asks for."""

_NUMBER = re.compile(r"[(\[<>~≈−–-]?\s*\d")


def filing_industries(filing: Filing) -> list[Filed]:
    """Return the metrics by topic and the activity metrics, industry by industry."""
    result: list[Filed] = []
    for edition in filing.framework.editions:
        rows = [
            c for c in filing.rows if (c.disclosure.part, c.disclosure.edition) == (edition.part, edition.id)
        ]  # fmt: skip
        title = in_language(edition.title, filing.language)
        activities = filing.rendered(label("table", "Activity metrics"))
        for id, name, activity in (("", title, False), ("-activity", activities, True)):
            named = [(c.disclosure.uid, _row(filing, c)) for c in rows if (c.disclosure.kind == ACTIVITY) == activity]
            heading = f"{title} · {name}" if activity else name
            result += filed(filing.framework.id, f"{filing.prefix}-{edition.part.lower()}{id}", heading, COLUMNS, named)
    return result


def _row(filing: Filing, coverage: Coverage) -> tuple[Cell, ...]:
    d = coverage.disclosure
    links = filing.links(coverage)
    omissions = [link for link, _ in filing.omitted(coverage)]
    location = filing.places(omissions) if omissions and not links else filing.location(coverage)
    groups = filing.groups(d)
    return row(
        in_language(groups[-1].title, filing.language) if groups else "",
        filing.titled(d),
        filing.rendered(CATEGORIES[d.data]),
        Cell(tuple((unit, "") for unit in d.units)),
        d.code,
        location,
        filing.explanation(coverage) if omissions and not links else cell(_value(filing, d, links)),
    )


def _value(filing: Filing, d: Disclosure, links: list[Link]) -> str:
    """Return the figure of the only tagged table row (or cell); "" if there is none or several."""
    document = filing.assessment.report.documents[filing.document]
    spans = {link.statement.span.location: link.statement.span for link in links}.values()
    if len(spans) != 1 or (span := next(iter(spans))).last != span.first + 1:
        return ""
    if document.passages[span.first].kind != "table-row":
        return ""
    if span.text is not None:
        return span.text.strip() if span.element in ("td", "th") else ""
    return _of_year(document, span.first, str(filing.assessment.report.year), _names(d.units))


def _of_year(document: Document, index: int, year: str, units: set[str]) -> str:
    """Return the figure of the reporting year, with the row's unit unless it is one of `units`.

    If no head names the year, or two do, the whole row is returned: a person sees which figure it is.
    """
    cells = _cells(document, index)
    numbers = [n for n, text in enumerate(cells) if n and _NUMBER.match(text)]
    whole = " · ".join(filter(None, cells))
    if not numbers:
        return whole
    head = index
    while head and document.passages[head - 1].kind == "table-row":
        head -= 1
        heads = _cells(document, head)
        named = [n for n, text in enumerate(heads) if year in text]
        if len(heads) == len(cells) and len(named) == 1:
            row_units = list(filter(None, cells[1 : numbers[0]]))
            return " ".join((cells[named[0]], *([] if _names(row_units) <= units else row_units)))
    return whole


def _names(units: Iterable[str]) -> set[str]:
    """Return the names and signs of units; ``Gigajoules (GJ)`` has two."""
    return {name.strip().casefold() for unit in units for name in re.split(r"[()]", unit)} - {""}


def _cells(document: Document, index: int) -> list[str]:
    return [text.strip() for text in document.passages[index].text.split("\t")]
