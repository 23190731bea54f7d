"""The index of a framework as its owner lays it out, to be printed or copied: its tables, one under the other."""

from collections.abc import Sequence
from typing import Any

from openpyxl.utils import get_column_letter

from disclosure_index.messages import render
from disclosure_index.outputs.xlsx import cells, layout, sheets, writing
from disclosure_index.outputs.xlsx.columns import Column, column
from disclosure_index.outputs.xlsx.rows import Pen, Rows, RowStyle
from disclosure_index.tables.columns import head
from disclosure_index.tables.table import Table


def write(sheet: Any, tables: Sequence[Table], pen: Pen) -> None:
    """Fill `sheet` with tables whose columns may differ; what repeats the cell above is left blank."""
    widths = _widths(tables, pen.language)
    for number, width in enumerate(widths, 1):
        layout.set_width(sheet, number, Column(), width)
    last = sum(len(table.rows) + 3 for table in tables)
    writing.tolerate_numbers(sheet, [get_column_letter(number) for number in range(1, len(widths) + 1)], 2, last)
    at = 1
    first = next(n for n, table in enumerate(tables) if len(table.columns) == len(widths))
    heads_at = sum(len(table.rows) + 3 for table in tables[:first]) + 2
    sheet.print_title_rows = f"{heads_at}:{heads_at}"  # of the tables with the most columns, whose heads differ little
    for table in tables:
        title = cells.clean(render(table.title, pen.language))
        blank = [""] * (len(widths) - 1)
        sheet.append([pen.styles.cell(sheet, "heading", text) for text in (title, *blank)])
        heads = [cells.clean(render(head(id, table.framework), pen.language)) for id in table.columns]
        layout.set_height(sheet, at + 1, list(zip(heads, widths, strict=False)), pen.language)
        sheet.append([pen.styles.cell(sheet, "head", text) for text in heads])
        looks = [column(id) for id in table.columns]
        rows = Rows(sheet, table.columns, looks, widths[: len(looks)], pen, at + 1)
        for row in table.rows:
            rows.append(row, RowStyle())
        sheet.append([])
        at += len(table.rows) + 3


def _widths(tables: Sequence[Table], language: str) -> list[float]:
    """Set each column to the width it needs in the tables with the most columns."""
    most = max(len(table.columns) for table in tables)
    roomy = sheets.ROOMY if most < sheets.CROWDED else 1
    widths = [0.0] * most
    for table in tables:
        for number, id in enumerate(table.columns if len(table.columns) == most else ()):
            look = column(id)
            texts = (row[number].text for row in table.rows)
            named = cells.clean(render(head(id, table.framework), language))
            needed = sheets.width(named, texts, look, look.most * roomy)
            widths[number] = max(widths[number], needed)
    return widths
