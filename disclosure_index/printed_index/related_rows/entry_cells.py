"""Tables whose cells are entries of their own: "GRI 2-1: p. 3", as in newspaper columns."""

import re
from collections.abc import Mapping
from dataclasses import replace

from disclosure_index.model import Passage
from disclosure_index.printed_index.claims import FrameworkHints
from disclosure_index.printed_index.codes import Found, codes_in
from disclosure_index.printed_index.location_cells.locations import marked_pages
from disclosure_index.printed_index.location_cells.page_references import last_pages
from disclosure_index.printed_index.table_rows import TableRow

_ENTRIES = 0.8
"""Share of the cells of such a table that are entries; the rest are headings and answers."""
_JOINED = re.compile(r"\s?[:：→]\s?\S")
"""The separator between a code and its location in one cell."""

Row = tuple[TableRow, Passage]


def cell_by_cell(rows: list[Row], frameworks: Mapping[str, FrameworkHints]) -> list[Row]:
    """Return a table of entries with its cells as rows, column by column; any other table unchanged."""
    entries = _with_lines_below(rows, frameworks)
    cells = [row.cells[n] for row, _ in entries for n in row.filled]
    is_one = len(cells) > len(entries) and sum(_is_entry(cell, frameworks) for cell in cells) >= _ENTRIES * len(cells)
    if not is_one:
        return rows
    width = max(len(row.cells) for row, _ in entries)
    return [
        (replace(row, cells=[row.cells[c]]), passage._replace(text=row.cells[c]))
        for c in range(width)
        for row, passage in entries
        if c in row.filled
    ]


def _with_lines_below(rows: list[Row], frameworks: Mapping[str, FrameworkHints]) -> list[Row]:
    """Return rows of codes alone with the cells of the rows below: code, title and location on three lines."""
    heads = [_is_of_codes(row, frameworks) for row, _ in rows]
    behind = zip(heads, [*heads[1:], True], strict=True)
    if not heads or not heads[0] or sum(heads) < 2 or any(a and b for a, b in behind):
        return rows
    whole: list[Row] = []
    for (row, passage), is_first in zip(rows, heads, strict=True):
        if is_first:
            whole.append((row, passage))
        else:
            above, place = whole[-1]
            width = max(len(above.cells), len(row.cells))
            cells = [" ".join(filter(None, (above.cell(c), row.cell(c)))) for c in range(width)]
            whole[-1] = (replace(above, cells=cells), place)
    return whole


def _is_of_codes(row: TableRow, frameworks: Mapping[str, FrameworkHints]) -> bool:
    """Whether the cells of a row are codes without other text."""
    cells = [row.cells[n] for n in row.filled]
    found = [_code_of(cell, frameworks) for cell in cells]
    return all(code and not cell[code.end :].strip() for cell, code in zip(cells, found, strict=True)) and bool(cells)


def _is_entry(cell: str, frameworks: Mapping[str, FrameworkHints]) -> bool:
    """Whether a cell has a code and a location after it."""
    code = _code_of(cell, frameworks)
    if code is None:
        return False
    behind = cell[code.end :]
    return bool(marked_pages(behind) or last_pages(behind.strip()) or _JOINED.match(behind))


def _code_of(cell: str, frameworks: Mapping[str, FrameworkHints]) -> Found | None:
    """Return the code at the beginning of a cell, if it is the only one."""
    lists = (codes_in(cell, hints) for hints in frameworks.values())
    found = next(filter(None, lists), [])
    return found[0] if len(found) == 1 else None
