"""Splits the tables of a document at their heads, and gives every part its layout.

Parts with the same head are judged together: a table over ten pages is one table.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from disclosure_index.printed_index.claims import FrameworkHints
from disclosure_index.printed_index.codes import codes_in
from disclosure_index.printed_index.column_heads import head_role, heads_rows, is_head, names_documents
from disclosure_index.printed_index.column_layout import Layout
from disclosure_index.printed_index.column_roles import layout_of
from disclosure_index.printed_index.completed_codes.without_codes import coded_by_words
from disclosure_index.printed_index.completed_codes.without_letters import lettered
from disclosure_index.printed_index.document_tables import TableGrid, upright
from disclosure_index.printed_index.location_cells.page_references import only_pages
from disclosure_index.printed_index.table_rows import TableRow, row_of
from disclosure_index.printed_index.vocabulary import Role

_FIRST = 3  # rows of a table that may contain its head
_LOOKED_AT = 13  # rows below a row that may be a head
_SLID = 0.12  # of the rows: a column without a head and with fewer cells is not a column
_ENDING = 3  # rows without a code that still end the row above


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
    upright_ = (upright(grid, frameworks) for grid in grids)
    parts = [
        half for grid in upright_ for part in _cut(grid, frameworks) for half in _beside(_closed_up(part), frameworks)
    ]
    for group in _together(parts, frameworks):
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
    for number, row in enumerate(grid.rows):
        first = not part.rows and not part.head and number < _FIRST
        again = len(row.filled) > 1 and all(row.cells[n] in part.head for n in row.filled)
        if (
            again
            or is_head(row, frameworks)
            or (part.head and not part.rows and names_documents(row))
            or (first and heads_rows(row, grid.rows[number + 1 : number + _LOOKED_AT], frameworks))
        ):
            if part.rows:
                yield part
            # The text between two heads is a caption of the second one.
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
    """Return the heads of columns in two rows: the lower one, unless it is empty."""
    width = max(len(head), len(cells))
    upper, lower = ([*texts, *[""] * (width - len(texts))] for texts in (head, cells))
    return tuple(below or above for above, below in zip(upper, lower, strict=True))


def _beside(part: Part, frameworks: Mapping[str, FrameworkHints]) -> list[Part]:
    """Split tables side by side: their heads repeat, or at least those of their pages."""
    if not part.head and (size := _repeat(part, frameworks)):
        return [_slice(part, at, size) for at in range(0, max(len(row.cells) for row in part.rows), size)]
    width = len(part.head)
    for size in range(2, width // 2 + 1):
        heads = [part.head[at : at + size] for at in range(0, width, size)]
        if width % size == 0 and all(head == heads[0] for head in heads):
            return [_slice(part, at, size) for at in range(0, width, size)]
    pages = [c for c in range(width) if head_role(part.head[c], frameworks) == Role.PAGE]
    if len(pages) > 1 and len({part.head[c] for c in pages}) == 1 and all(b - a > 1 for a, b in pairwise(pages)):
        ends = [*(c + 1 for c in pages[:-1]), width]
        return [_slice(part, at, end - at) for at, end in pairwise([0, *ends])]
    return [part]


def _repeat(part: Part, frameworks: Mapping[str, FrameworkHints]) -> int:
    """Return the number of columns after which codes with pages repeat in a table without a head; 0 for none."""
    width = max(len(row.cells) for row in part.rows)
    coded = sorted(_coded_columns(part.rows, frameworks))
    size = width // max(1, len(coded))
    if len(coded) < 2 or size < 2 or coded != list(range(0, width, size)) or size * len(coded) != width:
        return 0
    for c in range(size - 1, width, size):
        cells = [row.cell(c) for row in part.rows if row.cell(c)]
        if 2 * sum(only_pages(cell) is not None for cell in cells) < max(1, len(cells)):
            return 0
    return size


def _slice(part: Part, at: int, size: int) -> Part:
    rows = [row_of(row.cells[at : at + size], row.location, row.page) for row in part.rows]
    return Part(part.head[at : at + size], [row for row in rows if row.filled], part.captions, part.lead_in)


def _closed_up(part: Part) -> Part:
    """Remove columns without a head and with few cells, which were shifted and belong to the cell before."""
    width = max((len(row.cells) for row in part.rows), default=0)
    if not part.head or not part.rows:
        return part
    most = _SLID * len(part.rows)
    blank = [
        c
        for c in range(width)
        if not (part.head[c] if c < len(part.head) else "") and sum(bool(row.cell(c)) for row in part.rows) <= most
    ]
    if not blank or len(blank) >= width - 1:
        return part
    kept = [c for c in range(width) if c not in blank]
    for row in part.rows:
        for c in reversed(blank):
            if row.cell(c):
                beside = max((k for k in kept if k < c), default=kept[0])
                row.cells[beside] = " ".join(filter(None, (row.cells[beside], row.cell(c))))
        row.cells = [row.cell(c) for c in kept]
    part.head = tuple(part.head[c] for c in kept if c < len(part.head))
    return part


def _together(parts: Sequence[Part], frameworks: Mapping[str, FrameworkHints]) -> list[list[Part]]:
    """Group parts with equal heads; one without a head joins the last of its width with codes in the same columns."""
    groups: dict[tuple[str, ...], list[Part]] = {}
    loose: list[list[Part]] = []
    last: tuple[str, ...] | None = None
    for part in parts:
        width = max((len(row.cells) for row in part.rows), default=0)
        if part.headless and not (
            last is not None and len(last) == width and _continues(part, groups[last], frameworks)
        ):
            if last is not None and not part.captions and _coded_columns(part.rows, frameworks):
                part.captions = groups[last][0].captions  # the index continues with other columns
            loose.append([part])
            last = None
            continue
        key = last if part.headless and last is not None else part.head
        groups.setdefault(key, []).append(part)
        last = key
    return [*groups.values(), *loose]


def _continues(part: Part, group: Sequence[Part], frameworks: Mapping[str, FrameworkHints]) -> bool:
    """Whether a part without a head continues a table: its codes are in the same columns, or it ends a row."""
    here = _coded_columns(part.rows, frameworks)
    above = _coded_columns([row for one in group for row in one.rows], frameworks)
    if here and above:
        return bool(here & above)
    return not above or (len(part.rows) <= _ENDING and not part.lead_in)


def _coded_columns(rows: Sequence[TableRow], frameworks: Mapping[str, FrameworkHints]) -> set[int]:
    """Return the columns where half of the cells begin with a code."""
    width = max((len(row.cells) for row in rows), default=0)
    found = set()
    for c in range(width):
        cells = [cell for row in rows if (cell := row.cell(c))]
        if any(
            2 * sum(bool(codes_in(cell, hints)) for cell in cells) >= max(1, len(cells))
            for hints in frameworks.values()
        ):
            found.add(c)
    return found
