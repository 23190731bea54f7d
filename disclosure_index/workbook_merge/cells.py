"""The cells of a sheet as texts, with the reason why one cannot be used; merged cells as people see them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from disclosure_index.messages import message
from disclosure_index.reading.sheets.workbook import as_text, damaging
from disclosure_index.workbook_merge.values import Typed

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")

_TRUTHS = {"=TRUE()": "TRUE", "=FALSE()": "FALSE"}

_AS_TYPED = ("General", "@", "0")
"""Number formats that show a number as typed; "50%" or "1E5" would not."""

_AS_TEXT = message("Format the cell as text, and enter it again")

NOTHING = Typed("")


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """A sheet: its non-empty rows by number, and for each merged cell the cell with its text.

    Rows count from 1, columns from 0.
    """

    title: str
    rows: Mapping[int, Sequence[Typed]]
    merged: Mapping[tuple[int, int], tuple[int, int]]

    def find(self, text: str) -> int | None:
        """Return the first row with a cell whose text is `text`."""
        return next((n for n, row in self.rows.items() if any(cell.text == text for cell in row)), None)

    def cell(self, row: int, column: int) -> Typed:
        """Return a cell."""
        cells = self.rows.get(row, ())
        return cells[column] if column < len(cells) else NOTHING

    def spread(self, row: int, column: int) -> Typed | None:
        """Return what people see in a cell: a merged one shows its text in all its rows, but not in further columns."""
        home = self.merged.get((row, column))
        if home is None:
            return self.cell(row, column)
        return self.cell(*home) if home[1] == column else None


def typed(cell: Any) -> Typed:
    """Return the text of a cell read by openpyxl, with formulas unevaluated."""
    value = cell.value
    if value is None:
        return NOTHING
    if cell.data_type == "f" and value in _TRUTHS:  # how LibreOffice writes a typed TRUE
        return Typed(_TRUTHS[value])
    if cell.data_type == "f":
        return Typed(str(value), message("The cell holds a formula"), message("Copy it, and paste its value"))
    if cell.data_type == "e":
        return Typed(str(value), message("The cell holds a spreadsheet error"), message("Enter the text again"))
    if isinstance(value, date | time | timedelta):  # a datetime is a date, too
        said, why = as_text(value), message("The spreadsheet turned the entry into a date")
        return Typed(said, why, _AS_TEXT, is_day=isinstance(value, date))
    if isinstance(value, bool):  # as spreadsheets show it
        return Typed(str(value).upper())
    if not isinstance(value, str):
        with damaging():  # openpyxl looks the format up among the styles only now
            form = cell.number_format
        if form in _AS_TYPED:
            return Typed(as_text(value))
        why = message("The spreadsheet turned the entry into the number {number}", number=as_text(value))
        return Typed(as_text(value), why, _AS_TEXT)
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if found := _UNFIT.search(text):
        code = f"U+{ord(found[0]):04X}"
        why = message("The cell contains {character}, which a report cannot contain", character=code)
        return Typed(text, why, message("Remove the character"))
    return Typed(text)
