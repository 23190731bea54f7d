"""Table rows with cells of plain text, added to a document under construction."""

from collections.abc import Iterable

from disclosure_index.model import Location
from disclosure_index.reading.builder import DocumentBuilder, Kind


def add_row(builder: DocumentBuilder, location: Location, cells: Iterable[str]) -> None:
    """Add a row, whose cells have its location."""
    builder.start(Kind.ROW, "tr", location)
    for cell in cells:
        builder.start(Kind.CELL, "td", location)
        builder.text(cell)
        builder.end()
    builder.end()
