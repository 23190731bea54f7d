"""The filters of a page: framework, status, obligation, each where the rows of the tables differ in it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_index.messages import render
from disclosure_index.outputs.escape import for_html
from disclosure_index.tables.columns import HEADS
from disclosure_index.tables.filing_cells import TO_BE_COMPLETED
from disclosure_index.tables.table import Cell, Table

NAMES = ("framework", "status", "obligation")
OPEN = "open"


class Filter(NamedTuple):
    """One filter: its name, and the values of the rows in the order of the page."""

    name: str
    values: tuple[str, ...]
    language: str


def filters_of(tables: Sequence[Table], language: str) -> list[Filter]:
    """Return the filters in which rows of the tables differ."""
    found = []
    for name in NAMES:
        said = [tuple(_values(table, row, name, language)) for table in tables for row in table.rows]
        values = tuple(dict.fromkeys(value for row in said for value in row))
        if values and len(set(said)) > 1:
            found.append(Filter(name, values, language))
    return found


def as_data(table: Table, row: Sequence[Cell], filters: Sequence[Filter]) -> str:
    """Return the values of a row for each filter, as attributes."""
    said = ((f.name, "|".join(_values(table, row, f.name, f.language))) for f in filters)
    return "".join(f' data-{name}="{for_html(values)}"' for name, values in said if values)


def _values(table: Table, row: Sequence[Cell], name: str, language: str) -> Iterator[str]:
    cells = dict(zip(table.columns, row, strict=True))
    if name == "framework":
        if table.framework:
            yield table.framework
        else:  # a column per framework: its head is a name
            yield from (column for column, cell in cells.items() if column not in HEADS and cell.parts)
    elif name in cells:
        yield from (text for text, _ in cells[name].parts)
    elif name == "status" and any(cell.kind == OPEN for cell in row):
        yield render(TO_BE_COMPLETED, language)
