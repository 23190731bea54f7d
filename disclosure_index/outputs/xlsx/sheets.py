"""A `Table` becomes a sheet: heads, rows, widths, and a filter."""

from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table as NamedTable
from openpyxl.worksheet.table import TableColumn, TableStyleInfo

from disclosure_index.messages import render
from disclosure_index.outputs.xlsx import cells, layout, meta, writing
from disclosure_index.outputs.xlsx.columns import Column, column
from disclosure_index.outputs.xlsx.rows import Pen, Rows, RowStyle
from disclosure_index.tables.columns import head
from disclosure_index.tables.table import Table

FILTER = 3
"""What a head's filter button takes of its width."""

CROWDED, ROOMY = 5, 1.7
"""Where a page has few columns they may be wider, by so much."""


def write(sheet: Any, table: Table, pen: Pen, *, name: str, marks: Sequence[RowStyle] = (), frozen: int = 0) -> int:
    """Fill `sheet` with the rows of `table`, and give the number of the first one.

    What comes back, a table with ids, has the ids of its columns in a hidden row above their heads.

    Args:
        sheet: an empty one, of a workbook that is only written.
        table: what to write; a table without rows gets its heads alone.
        pen: to write with.
        name: of the defined table that the rows become.
        marks: one per row, or none.
        frozen: how many columns stay in sight.
    """
    columns = [column(id) for id in table.columns]
    heads = _distinct([cells.clean(render(head(id), pen.language)) for id in table.columns])
    widths: list[float] = []
    roomy = 1 if len(columns) > CROWDED else ROOMY
    for number, (text, look) in enumerate(zip(heads, columns, strict=True)):
        widths.append(width(text, (row[number].text for row in table.rows), look, look.most * roomy))
        layout.set_width(sheet, number + 1, look, widths[-1])
    comes_back = "id" in table.columns
    heads_at = 2 if comes_back else 1
    end = heads_at + len(table.rows)
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}{heads_at + 1}"
    sheet.print_title_rows = f"{heads_at}:{heads_at}"
    last = get_column_letter(len(columns))
    texts_at = [get_column_letter(n) for n, look in enumerate(columns, 1) if look.form in ("code", "figure")]
    writing.tolerate_numbers(sheet, texts_at, heads_at + 1, end)
    if comes_back:
        sheet.row_dimensions[1] = {"hidden": "1"}
        sheet.append([pen.styles.cell(sheet, "kept", f"{meta.MARK}{id}") for id in table.columns])
    forms = [_head(look, comes_back) for look in columns]
    sheet.append([pen.styles.cell(sheet, form, text) for form, text in zip(forms, heads, strict=True)])
    rows = Rows(sheet, table.columns, columns, widths, pen, heads_at)
    for number, row in enumerate(table.rows):
        rows.append(row, marks[number] if marks else RowStyle())
    if table.rows:
        ref = f"A{heads_at}:{last}{end}"
        named = NamedTable(displayName=name, ref=ref, autoFilter=AutoFilter(ref=ref))
        named.tableColumns = [TableColumn(id=n, name=text) for n, text in enumerate(heads, 1)]
        named.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
        sheet.tables.add(named)
    return heads_at + 1


def _head(look: Column, comes_back: bool) -> str:
    if look.typed and comes_back:
        return "typed-head"
    return "number-head" if look.form in ("number", "figure", "amount") else "head"


def width(head: str, texts: Iterator[str], look: Column, most: float) -> float:
    """Return the width that a column needs, between its limits."""
    longest = max((cells.width(text) for text in texts), default=0)
    return min(max(longest + 1, cells.width(head) + FILTER, look.least), most) + 1


def _distinct(heads: list[str]) -> list[str]:
    """Number what is said twice: a defined table's columns differ in more than case."""
    seen: dict[str, int] = {}
    result = []
    for text in heads:
        seen[text.casefold()] = count = seen.get(text.casefold(), 0) + 1
        result.append(text if count == 1 else f"{text} ({count})")
    return result
