"""Assign the lines of a table's columns to the rows, by the codes beside them.

The cells of a row are aligned with its code at the top, at the bottom or at the centre. The alignment that fits most
cells is used: a cell fits if it is aligned like its code and its lines run on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from statistics import mean

from disclosure_index.reading.page_layout.lines import Word, join_words

_LEVEL = 2.5  # points between heights that count as one
_APART = 1.2  # line distances: lines further apart do not run on


@dataclass(frozen=True, slots=True)
class Fragment:
    """The part of a line in one column."""

    column: int
    words: tuple[Word, ...]
    text: str
    middle: float


def fragment(column: int, words: tuple[Word, ...]) -> Fragment:
    """Return the words of a line in a column as a fragment."""
    return Fragment(column, words, join_words(words), sum(word.middle for word in words) / len(words))


Lines = list[Fragment]
Place = Callable[[Sequence[Fragment]], float]


def put_to_rows(rows: Sequence[Lines], columns: Sequence[Lines], pitch: float) -> tuple[list[Lines], list[list[Lines]]]:
    """Return the lines of each column above the first row, and the cells of each column, one for each row.

    Args:
        rows: the lines of each row in the column of codes, from top to bottom.
        columns: the lines of each other column, from top to bottom.
        pitch: the distance of running lines, in points.

    """
    ways = []
    for place, put in ((_first, _from_above), (_mean, partial(_around, pitch=pitch)), (_last, _from_below)):
        put_by = [put(lines, rows) for lines in columns]
        cost = sum(_cost(cell, row, place, pitch) for _, cells in put_by for cell, row in zip(cells, rows, strict=True))
        ways.append((cost, put_by))
    best = min(ways, key=lambda way: way[0])[1]
    return [above for above, _ in best], [cells for _, cells in best]


def _first(lines: Sequence[Fragment]) -> float:
    return lines[0].middle


def _mean(lines: Sequence[Fragment]) -> float:
    return mean((lines[0].middle, lines[-1].middle))


def _last(lines: Sequence[Fragment]) -> float:
    return lines[-1].middle


def _cost(cell: Lines, row: Lines, place: Place, pitch: float) -> int:
    """Count the faults of a cell: a height other than its code's, and gaps between its lines."""
    if not cell:
        return 0
    return (abs(place(cell) - place(row)) >= _LEVEL) + _gaps(cell, pitch)


def _gaps(cell: Sequence[Fragment], pitch: float) -> int:
    return sum(b.middle - a.middle > _APART * pitch for a, b in pairwise(cell))


def _from_above(lines: Lines, rows: Sequence[Lines]) -> tuple[Lines, list[Lines]]:
    """Assign each line to the last row that begins at its height or above."""
    parts: list[Lines] = [[] for _ in range(len(rows) + 1)]
    for line in lines:
        parts[sum(_first(row) <= line.middle + 2 for row in rows)].append(line)
    return parts[0], parts[1:]


def _from_below(lines: Lines, rows: Sequence[Lines]) -> tuple[Lines, list[Lines]]:
    """Assign each line to the first row that ends at its height or below; the remaining lines, to the last row."""
    cells: list[Lines] = [[] for _ in rows]
    for line in lines:
        cells[min(sum(_last(row) < line.middle - 2 for row in rows), len(rows) - 1)].append(line)
    return [], cells


def _around(lines: Lines, rows: Sequence[Lines], pitch: float) -> tuple[Lines, list[Lines]]:
    """Assign each line to the row above or below it, so that the cells are as close to centred as possible.

    The lines between two rows are cut once; the cuts of all rows are chosen together.
    """
    heights = [_mean(row) for row in rows]
    level: list[Lines] = [[] for _ in rows]
    between: list[Lines] = [[] for _ in range(len(rows) + 1)]
    for line in lines:
        at = sum(height <= line.middle + _LEVEL for height in heights)
        if at and abs(heights[at - 1] - line.middle) <= _LEVEL:
            level[at - 1].append(line)
        else:
            between[at].append(line)
    # For each number of lines that the gap above a row assigns to it: the least cost so far, and the cells so far.
    ways: dict[int, tuple[float, list[Lines]]] = {0: (0.0, [])}
    for number, height in enumerate(heights):
        above, below, last = between[number], between[number + 1], number + 1 == len(rows)
        after: dict[int, tuple[float, list[Lines]]] = {}
        for cut in [len(below)] if last else range(len(below) + 1):
            tried = []
            for start, (cost, cells) in ways.items():
                cell = [*above[start:], *level[number], *below[:cut]]
                off = abs(_mean(cell) - height) / pitch + _gaps(cell, pitch) if cell else 0.0
                tried.append((cost + off, cells, cell))
            cost, cells, cell = min(tried, key=lambda way: way[0])
            after[cut] = cost, [*cells, cell]
        ways = after
    return [], min(ways.values(), key=lambda way: way[0])[1]
