"""Tables that are printed on their side: each column is an entry, and the heads stand in the first one."""

from collections.abc import Mapping
from dataclasses import replace

from disclosure_index.printed_index.claims import FrameworkHints
from disclosure_index.printed_index.codes import codes_in
from disclosure_index.printed_index.document_tables import TableGrid
from disclosure_index.printed_index.table_rows import TableRow

_MOST_ROWS = 8
"""Rows of such a table: what an index says of a disclosure, each in a row."""
_FEWEST = 3
"""Codes that make a row one of codes; a cell of an index row may hold one, and another framework's beside it two."""
_CODED = 0.8
"""Share of the cells of the row of codes that begin with one."""


def upright(grid: TableGrid, frameworks: Mapping[str, FrameworkHints]) -> TableGrid:
    """Return a table whose columns are its entries with these as rows; any other table as it is.

    All rows stand where the row of codes stands. A table on its side has one row of codes, of one framework, each in a
    cell of its own, below or above the others, and as many cells in some other row.
    """
    if not 1 < len(grid.rows) <= _MOST_ROWS:
        return grid
    coded = [number for number, row in enumerate(grid.rows) if _is_of_codes(row, frameworks)]
    if len(coded) != 1:
        return grid
    codes = grid.rows[coded[0]]
    last = max(codes.filled)
    if not any(len(row.filled) > _FEWEST and max(row.filled) >= last for row in grid.rows if row is not codes):
        return grid
    columns = ([row.cell(c) for row in grid.rows] for c in range(last + 1))
    rows = [TableRow(cells, codes.location, codes.page) for cells in columns if any(cells)]
    return replace(grid, rows=rows)


def _is_of_codes(row: TableRow, frameworks: Mapping[str, FrameworkHints]) -> bool:
    cells = [row.cells[n] for n in row.filled][1:]  # the first may be the head
    if len(cells) < _FEWEST:
        return False
    for hints in frameworks.values():
        found = [codes[0].code for cell in cells if len(codes := codes_in(cell, hints)) == 1]
        if len(found) >= max(_FEWEST, _CODED * len(cells)) and len(set(found)) > 1:
            return True
    return False
