"""A PDF page with a table on it -> its texts and table rows, in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from disclosure_index.sources.pdf_columns import columns_of
from disclosure_index.sources.pdf_lines import Line, Rule, Word, lines_of
from disclosure_index.sources.pdf_regions import code_of, region_of, side_by_side, size_of, stacked
from disclosure_index.sources.pdf_rows import rows_of
from disclosure_index.sources.radicals import without_radicals

_UNDERLINE = 3.0


@dataclass(frozen=True, slots=True)
class Block:
    """A line of text (one cell) or a table row."""

    cells: tuple[str, ...]
    row: bool


def page_blocks(page: Any) -> list[Block]:
    """Read a page of pdfplumber's."""
    words = [
        Word(without_radicals(w["text"]), w["x0"], w["x1"], w["top"], w["bottom"], w["size"])
        for w in page.extract_words(x_tolerance_ratio=0.15, extra_attrs=["size"])
    ]
    if not words:
        return []
    rules = _rules(page.horizontal_edges, lines_of(words))
    verticals = [(e["x0"], e["top"], e["bottom"]) for e in page.vertical_edges]
    parts = [part for half in side_by_side(words) for part in stacked(lines_of(half))]
    return [block for part in parts for block in _part(part, rules, verticals)]


def _part(lines: Sequence[Line], rules: Sequence[Rule], verticals: Sequence[tuple[float, float, float]]) -> list[Block]:
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    top, bottom = lines[0].top - 5, lines[-1].top + 40
    within = [r for r in rules if min(r.x1, right) - max(r.x0, left) > 5 and top < r.y < bottom]
    is_code = code_of(lines)
    first, last = region_of(lines, within, is_code)
    table = lines[first:last]
    if len(table) < 2:
        return [Block((line.text,), False) for line in lines]
    low, high = table[0].top, table[-1].top
    upright = _uprights([v for v in verticals if v[2] > low and v[1] < high], high - low)
    rules_here = [r for r in within if low - 5 < r.y < high + 40]
    if repeated := next((i for i in range(first) if lines[i].text == table[0].text), None):
        table, first = lines[repeated:last], repeated  # a table whose head stands twice on the page
        low = table[0].top
        rules_here = [r for r in within if low - 5 < r.y < high + 40]
    largest = 1.3 * size_of(table)
    parting = columns_of([line for line in table if line.size <= largest], rules_here, upright)
    before = [Block((line.text,), False) for line in lines[:first]]
    after = [Block((line.text,), False) for line in lines[last:]]
    cells = rows_of(table, parting, rules_here, is_code)
    used = [c for c in range(len(parting) + 1) if any(row[c] for row in cells)]
    rows = [Block(tuple(row[c] for c in used), True) for row in cells]
    return before + rows + after


def _rules(edges: Sequence[dict[str, Any]], lines: Sequence[Line]) -> list[Rule]:
    """Give the rules of the page: edges on one height as one, without the underlines of links."""
    found: list[Rule] = []
    for edge in sorted(edges, key=lambda e: (e["top"], e["x0"])):
        y, x0, x1 = float(edge["top"]), float(edge["x0"]), float(edge["x1"])
        if x1 - x0 < 4 or _underlines(y, x0, x1, lines):
            continue
        if found and y - found[-1].y < 2.5:
            y = found[-1].y
        if found and found[-1].y == y and found[-1].x0 - 1 <= x0 <= found[-1].x1 + 1:
            found[-1] = Rule(y, found[-1].x0, max(x1, found[-1].x1))
        else:
            found.append(Rule(y, x0, x1))
    return found


def _underlines(y: float, x0: float, x1: float, lines: Sequence[Line]) -> bool:
    for line in lines:
        if -_UNDERLINE < y - line.words[0].bottom < _UNDERLINE:
            starts = any(abs(word.x0 - x0) < 2 for word in line.words)
            if starts and any(abs(word.x1 - x1) < 2 for word in line.words):
                return True
    return False


def _uprights(verticals: Sequence[tuple[float, float, float]], height: float) -> list[float]:
    """Give the x of vertical lines that run down a good part of the table."""
    lengths: dict[int, float] = {}
    for x, top, bottom in verticals:
        lengths[round(x)] = lengths.get(round(x), 0.0) + bottom - top
    return [float(x) for x, length in lengths.items() if length > 0.4 * height]
