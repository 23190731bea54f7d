"""The rows of a table on a PDF page: by its rules, or without rules by the lines that begin with a code.

A cell that spans several rows gives its text to each of them. Separate lines of a cell are joined with " | ",
lines that run on are joined as one text.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

from disclosure_index.catalog.notation.code_shapes import CodeShapes, is_number
from disclosure_index.reading.page_layout.broken_codes import is_broken
from disclosure_index.reading.page_layout.columns import column_at
from disclosure_index.reading.page_layout.lines import Line, RuledLine, Word, join_lines
from disclosure_index.reading.page_layout.row_groups import (
    Fragment,
    IsCode,
    between_rows,
    fragment,
    goes_on,
    split_above,
    split_band,
    split_head,
)

APART = " | "
_RULED = 4  # rules that separate the rows of a table without codes


def rows_of(
    lines: Sequence[Line],
    parting: Sequence[float],
    rules: Sequence[RuledLine],
    is_code: IsCode,
    shapes: CodeShapes,
    *,
    begun: bool = False,
) -> list[tuple[float, list[str]]]:
    """Return the top and the cells of each row, from top to bottom.

    `begun`: whether the first lines continue the last row of the previous page.
    """
    fragments = [piece for line in lines for piece in _fragments(line, parting)]
    if not fragments:
        return []
    columns = range(len(parting) + 1)
    codes = [f for f in fragments if is_code(f.text)]
    key = max(columns, key=lambda c: (sum(f.column == c for f in codes), -c))
    is_start = _starting(is_code, fragments, key, shapes)
    edges = [_edges(c, lines, parting, rules) for c in columns]
    pitch = _pitch(fragments)

    def runs_on(text: str) -> bool:
        return goes_on(text) or (is_start(text) and shapes.ends_in_lead(text))

    def cell(lines: Sequence[Fragment]) -> str:
        return _cell(lines, pitch, is_code, runs_on)

    if not codes:
        key = max(columns, key=lambda c: (len(edges[c]), -c))
        edges[key] = edges[key] if len(edges[key]) >= _RULED else between_rows(fragments, pitch)
    top, bottom = fragments[0].middle - 50, fragments[-1].middle + 50
    bands = list(zip([top, *edges[key]], [*edges[key], bottom], strict=False))
    rows: list[tuple[float, list[str]]] = []
    for low, high in bands:
        inside = [f for f in fragments if low < f.middle <= high]
        if not inside:
            continue
        parts = split_band(inside, key, is_start, runs_on, pitch, ruled=not codes or len(edges[key]) >= _RULED)
        if codes and not rows and len(parts) == 1:
            parts = split_above(inside, key, pitch) if begun else split_head(inside, key, is_start, pitch)
        for part in parts:
            cells = [cell([f for f in part if f.column == c]) for c in columns]
            if len(parts) == 1:
                for c in columns:
                    if c != key and len(edges[c]) >= max(2.0, 0.1 * len(edges[key])):
                        cells[c] = _spanning(fragments, c, low, high, edges[c], cell) or cells[c]
            rows.append((min(word.top for f in part for word in f.words), cells))
    return rows


def _starting(is_code: IsCode, fragments: Sequence[Fragment], key: int, shapes: CodeShapes) -> IsCode:
    """Return the test for the start of a row in the column of codes: a code, the name of a Standard, or a number."""
    numbers = sum(f.column == key and is_number(f.text) for f in fragments) > 1
    return lambda text: (
        is_code(text) or shapes.names_standard(text) or (numbers and is_number(text)) or is_broken(text, is_code)
    )


def _fragments(line: Line, parting: Sequence[float]) -> list[Fragment]:
    """Cut a line at the columns; a line that crosses them in one piece stays whole."""
    pieces = line.pieces()
    if len(pieces) == 1:
        return [fragment(column_at(parting, pieces[0][0]), pieces[0])]
    cut: dict[int, list[Word]] = {}
    for word in line.words:
        cut.setdefault(column_at(parting, word), []).append(word)
    return [fragment(column, tuple(words)) for column, words in sorted(cut.items())]


def _edges(column: int, lines: Sequence[Line], parting: Sequence[float], rules: Sequence[RuledLine]) -> list[float]:
    """Return the heights of the rules that cross a column."""
    left = parting[column - 1] if column else min(line.x0 for line in lines)
    right = parting[column] if column < len(parting) else max(line.x1 for line in lines)
    crossed: dict[float, float] = {}
    for rule in rules:
        crossed[rule.y] = crossed.get(rule.y, 0.0) + max(0.0, min(rule.x1, right) - max(rule.x0, left))
    found: list[float] = []
    for y in sorted(crossed):
        if crossed[y] >= 0.6 * (right - left) and not (found and y - found[-1] < 3):
            found.append(y)
    return found


def _pitch(fragments: Sequence[Fragment]) -> float:
    """Return the distance of running lines: the most frequent small one within a column."""
    steps: list[float] = []
    for column in {f.column for f in fragments}:
        heights = [f.middle for f in fragments if f.column == column]
        steps += [b - a for a, b in pairwise(heights) if b - a > 1]
    size = median(word.size for f in fragments for word in f.words)
    near = [step for step in steps if step < 2.2 * size]
    return median(sorted(near)[: max(1, len(near) // 2)]) if near else 1.3 * size


def _spanning(
    fragments: Sequence[Fragment],
    column: int,
    low: float,
    high: float,
    edges: list[float],
    cell: Callable[[Sequence[Fragment]], str],
) -> str:
    """Return the text of the cell that contains a band, if it is higher than the band."""
    above = max((y for y in edges if y <= low + 3), default=low)
    below = min((y for y in edges if y >= high - 3), default=high)
    return cell([f for f in fragments if f.column == column and above < f.middle <= below])


def _cell(fragments: Sequence[Fragment], pitch: float, is_code: IsCode, runs_on: IsCode) -> str:
    text, last = "", None
    for f in fragments:
        apart = last is not None and (f.middle - last.middle > 1.3 * pitch or (is_code(f.text) and is_code(last.text)))
        if apart and not runs_on(text):
            text += APART + f.text
        else:
            text = join_lines(text, f.text)
        last = f
    return text
