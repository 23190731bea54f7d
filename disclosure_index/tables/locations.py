"""How a table says where something is answered: by the titles of sections, by pages, or by links."""

from collections.abc import Iterable
from dataclasses import replace

from disclosure_index.tables.table import Cell, Table

FULL, TITLES, PAGES, LINKS = LOCATIONS = ("titles-and-pages", "titles", "pages", "links")

_DROPPED = {TITLES: {"pages"}, PAGES: {"section"}, LINKS: {"pages"}}
_PLACES = ("section", "location", "look")
"""The columns whose cells are places."""


def located(table: Table, how: str) -> Table:
    """Return a table with places said in one way.

    Where section and pages have columns of their own, one of them is left out; as links, the places of the report
    become the text itself: for where no link can be clicked, such as CSV.
    """
    dropped = _DROPPED.get(how, set())
    kept = [n for n, column in enumerate(table.columns) if column not in dropped or not _both(table)]
    columns = tuple(table.columns[n] for n in kept)
    rows = (tuple(row[n] for n in kept) for row in table.rows)
    if how == LINKS:
        rows = (tuple(_linked(c) if n in _PLACES else c for n, c in zip(columns, row, strict=True)) for row in rows)
    return replace(table, columns=columns, rows=tuple(rows))


def _both(table: Table) -> bool:
    """Whether the table says places by section and by page; in an index by section, the section is no place."""
    return {"section", "pages"} <= set(table.columns) and "chapter" not in table.columns


def _linked(cell: Cell) -> Cell:
    return replace(cell, parts=_hrefs(cell.parts), under=())


def _hrefs(parts: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((href or text, href) for text, href in parts))
