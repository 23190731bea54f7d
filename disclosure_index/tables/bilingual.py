"""A table in two languages: texts that differ are one below the other."""

from collections.abc import Sequence
from dataclasses import replace

from disclosure_index.messages import render
from disclosure_index.tables.table import Cell, Table


def together(first: Sequence[Table], second: Sequence[Table], languages: tuple[str, str]) -> list[Table]:
    """Merge the same tables in two languages; their rows are the same ones in the same order."""
    return [_together(a, b, languages) for a, b in zip(first, second, strict=True)]


def _together(first: Table, second: Table, languages: tuple[str, str]) -> Table:
    titles = dict.fromkeys(
        render(table.title, language) for table, language in zip((first, second), languages, strict=True)
    )
    rows = tuple(
        tuple(_cell(a, b) for a, b in zip(row, other, strict=True))
        for row, other in zip(first.rows, second.rows, strict=True)
    )
    return replace(first, title=" / ".join(titles), rows=rows)


def _cell(first: Cell, second: Cell) -> Cell:
    return first if first.text == second.text else replace(first, under=second.parts)
