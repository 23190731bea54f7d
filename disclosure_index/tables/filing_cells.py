"""The cells and tables of a filing: kinds of cells, merged pages, and rows with their disclosures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from disclosure_index.messages import label
from disclosure_index.tables.table import Cell, Table

BARRED, OPEN, SAME = "barred", "open", "same"
"""Kinds of cells: no omission is allowed there; a person has to complete it; it repeats the cell above."""


TO_BE_COMPLETED = label("cell", "to be completed")
NO_PLACE = Cell((("–", ""),))


@dataclass(frozen=True, slots=True)
class Filed:
    """One table of a filing; `uids` are the disclosures of its rows, "" for a row without one."""

    framework: str
    table: Table
    uids: tuple[str, ...]


def marked(text: str, kind: str, href: str = "") -> Cell:
    """Return a cell of a kind."""
    return Cell(((text, href),) if text else (), kind)


def merged_pages(ranges: Iterable[tuple[str, str]]) -> str:
    """Return pages as in an index: sorted, each once, neighbours as a range; labels other than numbers come first.

    >>> merged_pages([("26", "37"), ("25", "25"), ("40", "40"), ("iv", "v")])
    'iv–v, 25–37, 40'
    """
    labels: dict[str, None] = {}
    numbers: set[tuple[int, int]] = set()
    for first, last in ranges:
        last = last or first
        if _is_number(first) and _is_number(last) and int(first) <= int(last):
            numbers.add((int(first), int(last)))
        elif first:
            labels[first if first == last else f"{first}–{last}"] = None
    merged: list[tuple[int, int]] = []
    for start, end in sorted(numbers):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return ", ".join([*labels, *(str(a) if a == b else f"{a}–{b}" for a, b in merged)])


def _is_number(page: str) -> bool:
    return page.isascii() and page.isdecimal() and len(page) < 6  # a longer one is a label


def repeats_marked(rows: Iterable[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Mark the first cell of each row that repeats the one above: an output may leave it blank, or merge."""
    result: list[tuple[Cell, ...]] = []
    above = Cell()
    for row in rows:
        same = bool(row[0].parts) and row[0].parts == above.parts
        above = row[0]
        result.append((replace(row[0], kind=SAME) if same else row[0], *row[1:]))
    return tuple(result)


def without_repeats(table: Table) -> Table:
    """Blank the cells that repeat the one above: the form for people."""
    rows = tuple(tuple(Cell((), SAME) if c.kind == SAME else c for c in row) for row in table.rows)
    return replace(table, rows=rows)


def with_dashes(table: Table) -> Table:
    """Return a table with a dash in rows without a location: an empty cell would look like a repetition."""
    rows = tuple(
        tuple(
            NO_PLACE if column in ("location", "section") and not cell.parts else cell
            for column, cell in zip(table.columns, row, strict=True)
        )
        for row in table.rows
    )
    return replace(table, rows=rows)


def filed(
    framework: str, id: str, title: str, columns: tuple[str, ...], rows: Sequence[tuple[str, tuple[Cell, ...]]]
) -> list[Filed]:
    """Return a table of (uid, row) pairs; none without rows."""
    if not rows:
        return []
    table = Table(id, title, columns, repeats_marked(row for _, row in rows))
    return [Filed(framework, table, tuple(uid for uid, _ in rows))]
