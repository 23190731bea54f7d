"""Cuts the tables of a document at their heads, and gives every part its layout.

Parts with the same head are weighed together: a table that runs over ten pages is one table.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from disclosure_index.printed_index.claims import FrameworkHints
from disclosure_index.printed_index.column_heads import is_head
from disclosure_index.printed_index.column_roles import Layout, layout_of
from disclosure_index.printed_index.document_tables import TableGrid, TableRow, row_of
from disclosure_index.printed_index.rows_without_codes import coded_by_words
from disclosure_index.printed_index.rows_without_letters import lettered


@dataclass(slots=True)
class Part:
    """Rows below one head."""

    head: tuple[str, ...]
    rows: list[TableRow] = field(default_factory=list)
    captions: tuple[str, ...] = ()
    lead_in: tuple[str, ...] = ()
    headless: bool = False
    layout: Layout | None = None


def parts_of(grids: Sequence[TableGrid], frameworks: Mapping[str, FrameworkHints]) -> list[Part]:
    """Return the parts of all index tables in reading order."""
    parts = [half for grid in grids for part in _cut(grid, frameworks) for half in _beside(part)]
    for group in _together(parts):
        rows = [row for part in group for row in part.rows]
        captions = tuple(dict.fromkeys(text for part in group for text in part.captions))
        lettered(rows, (*captions, *group[0].head), frameworks)
        coded_by_words(rows, (*captions, *group[0].head), frameworks)
        layout = layout_of(group[0].head, rows, captions, frameworks)
        for part in group:
            part.layout = layout
    return parts


def _cut(grid: TableGrid, frameworks: Mapping[str, FrameworkHints]) -> Iterator[Part]:
    part = Part((), captions=grid.captions, lead_in=grid.lead_in, headless=True)
    for row in grid.rows:
        if is_head(row, frameworks):
            if part.rows:
                yield part
            # What stood between two heads is a caption of the second one.
            above = tuple(r.cells[r.filled[0]] for r in part.rows[-2:] if len(r.filled) == 1)
            head = _below(part.head, row.cells) if part.head and not part.rows else tuple(row.cells)
            part = Part(head, captions=(*reversed(above), *grid.captions), lead_in=part.lead_in)
            if above or not part.lead_in:
                part.lead_in = above
        else:
            part.rows.append(row)
    if part.rows:
        yield part


def _below(head: tuple[str, ...], cells: Sequence[str]) -> tuple[str, ...]:
    """Return the heads of columns that two rows hold: the lower one, where it says something."""
    width = max(len(head), len(cells))
    upper, lower = ([*texts, *[""] * (width - len(texts))] for texts in (head, cells))
    return tuple(below or above for above, below in zip(upper, lower, strict=True))


def _beside(part: Part) -> list[Part]:
    """Part tables that stand side by side: their heads repeat."""
    width = len(part.head)
    for size in range(2, width // 2 + 1):
        heads = [part.head[at : at + size] for at in range(0, width, size)]
        if width % size == 0 and all(head == heads[0] for head in heads):
            return [_slice(part, at, size) for at in range(0, width, size)]
    return [part]


def _slice(part: Part, at: int, size: int) -> Part:
    rows = [row_of(row.cells[at : at + size], row.location, row.page) for row in part.rows]
    return Part(part.head[at : at + size], [row for row in rows if row.filled], part.captions, part.lead_in)


def _together(parts: Sequence[Part]) -> list[list[Part]]:
    """Group parts with equal heads; one without a head goes with the last of its width."""
    groups: dict[tuple[str, ...], list[Part]] = {}
    loose: list[list[Part]] = []
    last: tuple[str, ...] | None = None
    for part in parts:
        width = max((len(row.cells) for row in part.rows), default=0)
        if part.headless and not (last is not None and len(last) == width):
            loose.append([part])
            last = None
            continue
        key = last if part.headless and last is not None else part.head
        groups.setdefault(key, []).append(part)
        last = key
    return [*groups.values(), *loose]
