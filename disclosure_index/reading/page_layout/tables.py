"""The texts and table rows of a page in reading order, from its words and rules."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.catalog.notation.shipped_shapes import shipped_shapes
from disclosure_index.reading.page_layout.broken_codes import joined_rows, joined_words
from disclosure_index.reading.page_layout.columns import columns_of, edges_of, fits
from disclosure_index.reading.page_layout.lines import Line, RuledLine, Word, join_lines, lines_of
from disclosure_index.reading.page_layout.row_groups import IsCode, goes_on
from disclosure_index.reading.page_layout.rows import rows_of
from disclosure_index.reading.page_layout.table_regions import code_of, region_of, size_of, stacked
from disclosure_index.reading.page_layout.tables_side_by_side import side_by_side

_LARGER = 1.15  # a title is larger than a table
_LINE_APART, _ROW_APART = 1.6, 4.0  # font sizes from line to line of a cell, and from there to the row below, at most
_FOOT_LINES = 4  # of a page, below the last row of its table
_LONG = 80  # characters of an answer that a row without a code below it continues

Upright = tuple[float, float, float]
"""The x, top and bottom of a vertical line."""


@dataclass(frozen=True, slots=True)
class Block:
    """A line of text (one cell) or a table row."""

    cells: tuple[str, ...]
    row: bool
    top: float = 0.0  # the height of its top on the page


@dataclass(frozen=True, slots=True)
class Columns:
    """The column separators of a table, and its non-empty columns."""

    bounds: tuple[float, ...]
    used: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """The result of reading a page; `columns` are those of its last table, `outside` is text that was left out."""

    blocks: list[Block]
    columns: Columns | None = None
    outside: str = ""


def blocks_of(
    words: Sequence[Word],
    rules: Sequence[RuledLine] = (),
    verticals: Sequence[Upright] = (),
    before: Columns | None = None,
    shapes: CodeShapes | None = None,
) -> Read:
    """Read a page; a table continued from the page `before` keeps its columns unless its head is repeated.

    `shapes` are the forms of codes, by default of the shipped frameworks.
    """
    shapes = shapes or shipped_shapes()
    words = joined_words(words)
    parts = [part for half in side_by_side(words, shapes) for part in stacked(lines_of(half), shapes)]
    blocks: list[Block] = []
    columns = None
    for part in parts:
        read = _part(part, rules, verticals, None if any(block.row for block in blocks) else before, shapes)
        blocks += read.blocks
        columns = read.columns or columns
    return Read(blocks, columns)


def _part(
    lines: Sequence[Line],
    rules: Sequence[RuledLine],
    verticals: Sequence[Upright],
    before: Columns | None,
    shapes: CodeShapes,
) -> Read:
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    top, bottom = lines[0].top - 5, lines[-1].top + 40
    within = [r for r in rules if min(r.x1, right) - max(r.x0, left) > 5 and top < r.y < bottom]
    is_code = code_of(lines, shapes)
    first, last = region_of(lines, within, is_code, shapes)
    if before is not None and first < last:
        first = _begun_before(lines, first, before)
    table = lines[first:last]
    if len(table) < 2:
        return Read([Block((line.text,), False, line.top) for line in lines])
    low, high = table[0].top, table[-1].top
    upright = _uprights([v for v in verticals if v[2] > low and v[1] < high], high - low)
    rules_here = [r for r in within if low - 5 < r.y < high + 40]
    if repeated := next((i for i in range(first) if lines[i].text == table[0].text), None):
        table, first = lines[repeated:last], repeated  # a table whose head is on the page twice
        low = table[0].top
        rules_here = [r for r in within if low - 5 < r.y < high + 40]
    largest = 1.3 * size_of(table)
    bounds = columns_of([line for line in table if line.size <= largest], rules_here, upright)
    kept = before if before is not None and _goes_on(table, bounds, before, is_code) else None
    bounds = list(kept.bounds) if kept else bounds
    above = [Block((line.text,), False, line.top) for line in lines[:first]]
    below = [Block((line.text,), False, line.top) for line in lines[last:]]
    begun = kept is not None and _is_begun(table, kept)
    found = rows_of(table, bounds, rules_here, is_code, shapes, begun=begun)
    used = tuple(c for c in range(len(bounds) + 1) if any(cells[c] for _, cells in found))
    used = tuple(sorted({*used, *kept.used})) if kept else used
    rows = [Block(tuple(cells[c] for c in used), True, top) for top, cells in found]
    return Read(above + rows + below, Columns(tuple(edges_of(table, bounds)), used))


def _begun_before(lines: Sequence[Line], first: int, before: Columns) -> int:
    """Return the first line of a table, with the lines above that continue cells of the previous page's last row.

    Those lines are in its columns but not in the first one, and run on; a gap separates them from the text above.
    """
    number = first
    while number and before.bounds:
        line, apart = lines[number - 1], lines[number].top - lines[number - 1].top
        inside = (
            line.x0 >= before.bounds[0] and fits([line], before.bounds) and line.size <= _LARGER * lines[first].size
        )
        if not inside or apart > (_ROW_APART if number == first else _LINE_APART) * line.size:
            break
        number -= 1
    return number


def _is_begun(table: Sequence[Line], before: Columns) -> bool:
    """Whether the first line of a table has nothing in its first column, so is neither a head nor a row by itself."""
    return bool(before.bounds) and table[0].x0 >= before.bounds[0]


def _goes_on(table: Sequence[Line], bounds: Sequence[float], before: Columns, is_code: IsCode) -> bool:
    """Whether a table has the columns of the last table on the previous page."""
    headless = is_code(table[0].text) or len(before.bounds) >= len(bounds)
    left, right = min(line.x0 for line in table), max(line.x1 for line in table)
    beside = any(not left < x < right for x in before.bounds)  # of the second of two tables side by side
    return headless and not beside and fits(table, before.bounds)


def _uprights(verticals: Sequence[Upright], height: float) -> list[float]:
    """Return the x of vertical lines that run down a good part of the table."""
    lengths: dict[int, float] = {}
    for x, top, bottom in verticals:
        lengths[round(x)] = lengths.get(round(x), 0.0) + bottom - top
    return [float(x) for x, length in lengths.items() if length > 0.4 * height]


def _is_rest(above: Sequence[str], below: Sequence[str], shapes: CodeShapes) -> bool:
    """Whether a row at the top of a page continues the one at the end of the previous page."""
    pairs = [(a, b) for a, b in zip(above, below, strict=False) if b]
    if len(above) != len(below) or not all(a for a, _ in pairs) or len(pairs) == len(below):
        return False
    if any(shapes.starts_row(b) or shapes.names_standard(b) for _, b in pairs) or not any(
        map(shapes.starts_row, above)
    ):
        return False
    return all(b[:1].islower() or goes_on(a) or len(a) > _LONG for a, b in pairs)


def joined_pages(before: Read, after: Read, shapes: CodeShapes) -> tuple[Read, Read]:
    """Return two pages with a continued table, where the row broken by the end of the first is joined there."""
    last = next((n for n in reversed(range(len(before.blocks))) if before.blocks[n].row), None)
    first = next((n for n, block in enumerate(after.blocks) if block.row), None)
    if last is None or first is None:
        return before, after
    above, below = before.blocks[last].cells, after.blocks[first].cells
    cells = joined_rows(above, below)
    if cells is None and len(before.blocks) - last <= _FOOT_LINES and _is_rest(above, below, shapes):
        cells = tuple(map(join_lines, above, below))
    if cells is None:
        return before, after
    whole = replace(before.blocks[last], cells=cells)
    return (
        replace(before, blocks=[*before.blocks[:last], whole, *before.blocks[last + 1 :]]),
        replace(after, blocks=[*after.blocks[:first], *after.blocks[first + 1 :]]),
    )
