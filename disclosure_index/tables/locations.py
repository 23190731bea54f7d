"""The form of locations in a table: titles of sections, pages, or links."""

from collections.abc import Iterable
from dataclasses import replace

from disclosure_index.tables.table import Cell, Table

FULL, TITLES, PAGES, LINKS = LOCATIONS = ("titles-and-pages", "titles", "pages", "links")

_DROPPED = {TITLES: {"pages"}, PAGES: {"section"}, LINKS: {"pages"}}
_PLACES = ("section", "location", "look")
"""The columns whose cells are locations."""


def located(table: Table, how: str) -> Table:
    """Return a table with locations in one form.

    If section and pages have columns of their own, one of them is left out; as links, the locations
    become the text itself, for outputs without clickable links, such as CSV.
    """
    dropped = _DROPPED.get(how, set())
    kept = [n for n, column in enumerate(table.columns) if column not in dropped or not _both(table)]
    columns = tuple(table.columns[n] for n in kept)
    rows = (tuple(row[n] for n in kept) for row in table.rows)
    if how == LINKS:
        rows = (tuple(_linked(c) if n in _PLACES else c for n, c in zip(columns, row, strict=True)) for row in rows)
    return replace(table, columns=columns, rows=tuple(rows))


def _both(table: Table) -> bool:
    """Whether the table locates by section and by page; in an index by section, the section is not a location."""
    return {"section", "pages"} <= set(table.columns) and "chapter" not in table.columns


def _linked(cell: Cell) -> Cell:
    return replace(cell, parts=_hrefs(cell.parts), under=())


def _hrefs(parts: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((href or text, href) for text, href in parts))
