"""Changes to openpyxl's writer: sheets in memory, and no green corner at figures kept as text."""

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.xml.functions import Element, SubElement


class _Writer(WorksheetWriter):
    """Writes a sheet in memory: a file of openpyxl's, in the system's folder, would outlive a run that is killed.

    It writes ``ignoredErrors`` where the schema has it: after the breaks, before the drawings.
    """

    ranges: str = ""

    def __init__(self, sheet: Any) -> None:
        self.memory = io.BytesIO()
        super().__init__(sheet, self.memory)

    def cleanup(self) -> None:
        """Release what is in the archive by now."""
        self.memory.close()

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


def add_sheet(book: Workbook, name: str) -> Any:
    """Add a sheet, which is written in memory; the width of its columns is settled with its first row."""
    sheet: Any = book.create_sheet(name)

    def begin() -> None:
        if sheet._writer is None:
            sheet._writer = _Writer(sheet)
            sheet._writer.write_top()

    sheet._get_writer = begin
    return sheet


def tolerate_numbers(sheet: Any, columns: Sequence[str], first: int, last: int) -> None:
    """Let columns of `sheet` hold figures as text; the width of columns is settled with this call."""
    writer = _Writer(sheet)
    writer.ranges = " ".join(f"{column}{first}:{column}{last}" for column in columns if first <= last)
    sheet._writer = writer
    sheet._values_to_row = _placed  # openpyxl's own makes every cell twice
    writer.write_top()
