"""Split a band between two rules (or a table without rules) in which several codes begin a row each.

`row_alignment` assigns the lines of the other columns to the codes.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

from disclosure_index.catalog.notation.schema import LIST_WORDS, RANGE_WORDS
from disclosure_index.reading.page_layout.row_alignment import Fragment, fragment, put_to_rows

__all__ = ["Fragment", "IsCode", "between_rows", "fragment", "goes_on", "split_above", "split_band", "split_head"]

IsCode = Callable[[str], bool]
_JOINTS = "|".join(
    rf"(?<!\w){re.escape(w)}" if w.isascii() and w.isalpha() else re.escape(w)
    for w in (*LIST_WORDS, *RANGE_WORDS)
    if w != "a"  # also a part of a code: "305-1 a"
)
_GOES_ON = re.compile(rf"(?:{_JOINTS}|[;，；:：–～〜])\s*\Z")
_APART = 1.2  # line distances between two rows
_LINE = 1.35  # font sizes from line to line, at most
_SINGLE = 3  # lines that must all be rows of one line: two may be one row with cells wrapped alike
_LEVEL = 2.5  # points between heights that count as one


Block = list[Fragment]


def goes_on(text: str) -> bool:
    """Whether a list or phrase is unfinished."""
    return _GOES_ON.search(text) is not None


def split_band(
    inside: Block, key: int, is_code: IsCode, runs_on: IsCode, pitch: float, *, ruled: bool = True
) -> list[Block]:
    """Return the rows of a band.

    Args:
        inside: the fragments in it.
        key: the column of codes.
        is_code: whether a line of that column begins with a code.
        runs_on: whether a line is unfinished.
        pitch: the distance of running lines, in points.
        ruled: whether rules separate the rows of the table; without them, a gap begins a row as well.

    """
    starts: list[int] = []
    column = [f for f in inside if f.column == key]
    single = not ruled and _are_single_lines(inside, key)
    for number, f in enumerate(column):
        begins = is_code(f.text) or (not ruled and number > 0 and (single or _stands_apart(f, inside, pitch)))
        if begins and not (number and runs_on(column[number - 1].text)):
            starts.append(number)
    if not ruled and starts:
        starts = _with_cells([(number, column[number]) for number in starts], inside, pitch)
    anchors = [column[number].middle for number in starts]
    if len(starts) < 2 or _one_row(inside, key, anchors, pitch):
        return [inside]
    codes = [column[a:b] for a, b in zip(starts, [*starts[1:], len(column)], strict=True)]
    head = column[: starts[0]]
    rows = [head, *codes] if head else codes
    others = [[f for f in inside if f.column == c] for c in sorted({f.column for f in inside} - {key})]
    above, cells = put_to_rows(rows, others, pitch)
    parts = [[f for lines in above for f in lines]]
    parts += [[*row, *(f for column in cells for f in column[number])] for number, row in enumerate(rows)]
    return [sorted(part, key=lambda f: f.middle) for part in parts if part]


def _running(inside: Sequence[Fragment], pitch: float) -> float:
    """Return the distance of running lines; where each cell has one line, `pitch` is that of the rows."""
    return min(pitch, _LINE * median(word.size for f in inside for word in f.words))


def _are_single_lines(inside: Block, key: int) -> bool:
    """Whether each line has a cell in the column of codes and one beside it: wrapped cells have lines of their own."""
    lines: list[Block] = []
    for f in sorted(inside, key=lambda f: f.middle):
        if lines and f.middle - lines[-1][0].middle < _LEVEL:
            lines[-1].append(f)
        else:
            lines.append([f])
    filled = all(any(f.column == key for f in line) and len({f.column for f in line}) > 1 for line in lines)
    return filled and len(lines) >= _SINGLE


def _with_cells(starts: Sequence[tuple[int, Fragment]], inside: Block, pitch: float) -> list[int]:
    """Leave out codes within a wrapped cell: they have nothing beside them, while all rows with cells are apart."""
    beside = {n for n, f in starts if any(o.column != f.column and abs(o.middle - f.middle) < _LEVEL for o in inside)}
    apart = {n for n, f in starts if f.middle - _above(f, inside) > _APART * _running(inside, pitch)}
    if not beside - {starts[0][0]} <= apart:
        return [n for n, _ in starts]
    return [n for n, _ in starts if n in beside | apart or n == starts[0][0]]


def _above(f: Fragment, inside: Block) -> float:
    """Return the height of the line above a line; its own without one."""
    return max((other.middle for other in inside if other.middle < f.middle - _LEVEL), default=f.middle)


def _stands_apart(f: Fragment, inside: Block, pitch: float) -> bool:
    """Whether a line has cells beside it, none of which continues from above."""
    beside = any(other.column != f.column and abs(other.middle - f.middle) < _LEVEL for other in inside)
    return beside and f.middle - _above(f, inside) > _APART * _running(inside, pitch)


def split_head(inside: Block, key: int, is_code: IsCode, pitch: float) -> list[Block]:
    """Split the head from the first row where no rule does, as between shaded rows, by the gap above the code."""
    column = [f for f in inside if f.column == key]
    start = next((number for number, f in enumerate(column) if is_code(f.text)), 0)
    if not start:
        return [inside]
    first, code = column[0].middle, column[start].middle
    heights = sorted({f.middle for f in inside if first - _LEVEL <= f.middle <= code})
    apart, cut = max((b - a, (a + b) / 2) for a, b in pairwise(heights))
    head = [f for f in inside if f.middle < cut]
    if apart <= _APART * _running(inside, pitch) or len({f.column for f in head}) < 2:
        return [inside]
    return [head, [f for f in inside if f.middle >= cut]]


def split_above(inside: Block, key: int, pitch: float) -> list[Block]:
    """Split the lines that continue a row of the previous page from the row below, by the gap in each column."""
    code = next((f.middle for f in inside if f.column == key), inside[0].middle)
    above = [f for f in inside if f.middle < code - _LEVEL]
    rest = [f for f in inside if f.middle >= code - _LEVEL]
    level = any(f.column != key and abs(f.middle - code) < _LEVEL for f in rest)
    for column in {f.column for f in above}:
        last = max(f.middle for f in above if f.column == column)
        following = min((f.middle for f in rest if f.column == column), default=code)
        level = level and following - last > _APART * _running(inside, pitch)
    return [above, rest] if above and level else [inside]


def _one_row(inside: Block, key: int, anchors: list[float], pitch: float) -> bool:
    """Whether the codes are a list in one cell: nothing beside them begins at their heights."""
    beside = [f.middle for f in inside if f.column != key]
    shared = sum(any(abs(anchor - y) < _LEVEL for y in beside) for anchor in anchors[1:])
    dense = all(b - a < 1.3 * pitch for a, b in pairwise(anchors))
    return shared == 0 and dense and bool(beside)


def between_rows(fragments: Sequence[Fragment], pitch: float) -> list[float]:
    """Return the heights between the rows of a table without codes and rules.

    Rows are further apart than lines of a cell; if they are not, a row is complete once its location ends in a number.
    """
    heights = sorted({round(f.middle, 1) for f in fragments})
    pitch = _running(fragments, pitch)
    found = [(a + b) / 2 for a, b in pairwise(heights) if b - a > _APART * pitch]
    if len(found) >= 0.2 * len(heights):
        return found
    last = max(f.column for f in fragments)
    ends = [f.middle for f in fragments if f.column == last and f.text[-1:].isdigit()]
    return [_after(end, heights) for end in (heights[0], *ends[:-1])]  # the head is a row, too


def _after(height: float, heights: Sequence[float]) -> float:
    return next(((height + other) / 2 for other in heights if other > height + _LEVEL), height + _LEVEL)
