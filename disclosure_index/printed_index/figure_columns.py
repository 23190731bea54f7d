"""Columns of figures and years, which an index does not have."""

import re
from collections.abc import Sequence

from disclosure_index.printed_index.table_rows import TableRow

_YEAR = re.compile(r"(?:FY)?\s?(?:19|20)\d\d(?:/\d\d)?(?:年度?)?")
_AMOUNT = re.compile(r"[-+(]?(?:\d{1,3}(?:[,.]\d{3})+(?:[.,]\d+)?|\d+[.,]\d+|\d{5,})\s?%?\)?|[-+(]?[\d.,]+\s?%\)?")


def is_by_year(head: Sequence[str], rows: Sequence[TableRow]) -> bool:
    """Whether columns are years, or hold years, as beside figures; a single year below may end a Standard's name."""
    heads = [list(head), *(row.cells for row in rows[: 2 if head else 1])]
    years = [sum(_YEAR.fullmatch(cell) is not None for cell in cells) for cells in heads]
    width = max(len(row.cells) for row in rows)
    columns = (sum(_YEAR.fullmatch(row.cell(c)) is not None for row in rows[:3]) for c in range(width))
    return years[0] > 0 or (not head and years[1] > 0) or max(*years, *columns) > 1


def holds_amounts(c: int, rows: Sequence[TableRow]) -> bool:
    """Whether a column holds figures."""
    cells = [row.cell(c) for row in rows if row.cell(c)]
    return sum(_AMOUNT.fullmatch(cell) is not None for cell in cells) > 0.5 * len(cells)
