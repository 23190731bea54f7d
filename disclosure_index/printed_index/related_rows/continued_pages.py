"""Tables continued overleaf: each page has the columns of the first, perhaps with extra empty ones."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from disclosure_index.printed_index.claims import FrameworkHints
from disclosure_index.printed_index.codes import codes_in
from disclosure_index.printed_index.table_rows import TableRow

_DIGIT = re.compile(r"\d")
_BEGINNING = 24  # characters of a cell in which its first code begins
_MOST = 0.8  # of the rows of a page with a code: their codes are in one column


def align_pages(rows: Sequence[TableRow], frameworks: Mapping[str, FrameworkHints]) -> None:
    """Give each page the columns of the first page with codes.

    From a page with more columns, empty ones are removed; a page with fewer lacks those before its codes, if as many
    follow them: a merged cell that is not printed again. Both apply only if the codes of the page are then in
    the column of the first page; otherwise the page has another layout.
    """
    wanted: tuple[int, int] | None = None  # the width, and the column of the codes
    for _, page in groupby(rows, key=lambda row: row.location.line):
        here = list(page)
        width = max(len(row.cells) for row in here)
        column = _code_column(here, frameworks)
        if column is None:
            continue
        if wanted is None:
            wanted = (width, column)
            continue
        lacking = wanted[0] - width
        if lacking > 0 and column + lacking == wanted[1]:
            for row in here:
                row.cells = [""] * lacking + row.cells
            continue
        empty = [c for c in range(width) if not any(row.cell(c) for row in here)]
        dropped = empty[: width - wanted[0]] if width > wanted[0] else []
        if dropped and column - sum(c < column for c in dropped) == wanted[1]:
            for row in here:
                row.cells = [row.cell(c) for c in range(width) if c not in dropped]


def _code_column(rows: Sequence[TableRow], frameworks: Mapping[str, FrameworkHints]) -> int | None:
    """Return the column with most codes of a page, None without codes."""
    found: list[int] = []
    for row in rows:
        for c, cell in enumerate(row.cells):
            if any(char.isdigit() for char in cell[:_BEGINNING]) and any(
                codes_in(cell, hints) for hints in frameworks.values()
            ):
                found.append(c)
                break
    usual = max(set(found), key=lambda c: (found.count(c), -c), default=None)
    return usual if usual is not None and found.count(usual) >= _MOST * len(found) else None
