"""A table of no single report as a workbook: the answer to a question about many."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from disclosure_index.outputs.xlsx import cells, layout, writing
from disclosure_index.outputs.xlsx.saving import to_bytes
from disclosure_index.outputs.xlsx.styles import Styles

NO_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - Office knows no time zones
"""Stands where a workbook says when it was made: the same table is the same bytes."""

WIDEST = 60
"""Characters that a column is wide at most; longer texts are wrapped."""

HEADS_AT = 1
"""The row of the heads, which stays in sight."""

MEASURED = 200
"""Rows that the width of a column is found by."""


def unbound(title: str, heads: Sequence[str], rows: Sequence[Sequence[str | float]], language: str) -> bytes:
    """Write a workbook with one sheet.

    Args:
        title: of the sheet and of the workbook.
        heads: of the columns.
        rows: texts, which stay texts whatever they look like, and numbers.
        language: of the reader, which decides the font.
    """
    book = Workbook(write_only=True)
    properties = book.properties
    properties.title, properties.creator = cells.clean(title), "Disclosure Index"
    properties.created = properties.modified = NO_DAY
    sheet = writing.add_sheet(book, layout.sheet_name(title, set()))
    styles = Styles(book, language, language)
    for number, head in enumerate(heads):
        texts = (head, *(_shown(row[number]) for row in rows[:MEASURED]))
        width = min(max(map(cells.width, texts)) + 2, WIDEST)
        sheet.column_dimensions[get_column_letter(number + 1)].width = width
    sheet.freeze_panes = f"A{HEADS_AT + 1}"
    sheet.append([styles.cell(sheet, "head", cells.clean(head)) for head in heads])
    for row in rows:
        sheet.append(list(_cells(sheet, styles, row)))
    return to_bytes(book)


def _cells(sheet: Any, styles: Styles, row: Iterable[str | float]) -> Iterable[Any]:
    for value in row:
        if isinstance(value, str):
            yield styles.cell(sheet, "text", cells.fit(cells.clean(value), cells.CUT_OFF))
        else:
            made = styles.cell(sheet, "number", 0)
            made.value = value
            yield made


def _shown(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.12g}"
