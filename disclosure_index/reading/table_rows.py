"""Table rows whose cells are plain texts, on their way into a document."""

from collections.abc import Iterable

from disclosure_index.model import Location
from disclosure_index.reading.builder import DocumentBuilder, Kind


def add_row(builder: DocumentBuilder, location: Location, cells: Iterable[str]) -> None:
    """Add a row; its cells have its location."""
    builder.start(Kind.ROW, "tr", location)
    for cell in cells:
        builder.start(Kind.CELL, "td", location)
        builder.text(cell)
        builder.end()
    builder.end()
