"""What openpyxl does not write: that figures kept as text are meant so, without a green corner in every cell."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.xml.functions import Element, SubElement


class _Writer(WorksheetWriter):
    """Writes ``ignoredErrors`` where the schema has it: after the breaks, before the drawings."""

    ranges: str = ""

    def write_breaks(self) -> None:
        super().write_breaks()
        if self.ranges:
            element = Element("ignoredErrors")
            SubElement(element, "ignoredError", {"sqref": self.ranges, "numberStoredAsText": "1"})
            self.xf.send(element)


def _placed(made: Iterable[Any], row: int) -> Iterator[Any]:
    """Set the position of each cell of a row."""
    for column, cell in enumerate(made, 1):
        cell.row, cell.column = row, column
        if cell.hyperlink is not None:
            cell.hyperlink.ref = cell.coordinate
        yield cell


def tolerate_numbers(sheet: Any, columns: Sequence[str], first: int, last: int) -> None:
    """Let columns of `sheet` hold figures as text; the width of columns is settled with this call."""
    writer = _Writer(sheet)
    writer.ranges = " ".join(f"{column}{first}:{column}{last}" for column in columns if first <= last)
    sheet._writer = writer
    sheet._values_to_row = _placed  # openpyxl's own makes every cell twice
    writer.write_top()
