"""A PDF page with a table on it -> its texts and table rows, in reading order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from disclosure_index.sources.pdf_columns import columns_of
from disclosure_index.sources.pdf_lines import Line, Rule, Word, lines_of
from disclosure_index.sources.pdf_rows import rows_of
from disclosure_index.sources.rough_codes import starts_with_code

_WHOLE = re.compile(r"(?:[1-4]\d\d|[23])[-\u2010-\u2015]\d{1,2}\b|[A-Z]{2}-[A-Z]{2}-\d|[AB]\d\.\d")
_HEAD_LINES = 3
_UNDERLINE = 3.0


@dataclass(frozen=True, slots=True)
class Block:
    """A line of text (one cell) or a table row."""

    cells: tuple[str, ...]
    row: bool


def page_blocks(page: Any) -> list[Block]:
    """Read a page of pdfplumber's."""
    words = [
        Word(w["text"], w["x0"], w["x1"], w["top"], w["bottom"], w["size"])
        for w in page.extract_words(x_tolerance_ratio=0.15, extra_attrs=["size"])
    ]
    if not words:
        return []
    rules = _rules(page.horizontal_edges, lines_of(words))
    verticals = [(e["x0"], e["top"], e["bottom"]) for e in page.vertical_edges]
    gutter = _gutter(words)
    halves = [[w for w in words if w.x0 < gutter], [w for w in words if w.x0 >= gutter]] if gutter else [words]
    return [block for half in halves for block in _half(half, rules, verticals)]


def _half(words: Sequence[Word], rules: Sequence[Rule], verticals: Sequence[tuple[float, float, float]]) -> list[Block]:
    lines = lines_of(words)
    left, right = min(w.x0 for w in words), max(w.x1 for w in words)
    within = [r for r in rules if min(r.x1, right) - max(r.x0, left) > 5]
    first, last = _region(lines, within)
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
    largest = 1.3 * _size(table)
    parting = columns_of([line for line in table if line.size <= largest], rules_here, upright)
    before = [Block((line.text,), False) for line in lines[:first]]
    after = [Block((line.text,), False) for line in lines[last:]]
    cells = rows_of(table, parting, rules_here, starts_with_code)
    used = [c for c in range(len(parting) + 1) if any(row[c] for row in cells)]
    rows = [Block(tuple(row[c] for c in used), True) for row in cells]
    return before + rows + after


def _region(lines: Sequence[Line], rules: Sequence[Rule]) -> tuple[int, int]:
    """Give the lines of the table: from its head to the last line that belongs to its last row."""
    coded = [i for i, line in enumerate(lines) if any(starts_with_code(p[0].text if len(p) == 1 else " ".join(
        w.text for w in p[:3])) for p in line.pieces())]  # fmt: skip
    if not coded and len(rules) < 4:
        return 0, 0
    tops = [rule.y for rule in rules if rule.x1 - rule.x0 > 20]
    first = coded[0] if coded else next((i for i, line in enumerate(lines) if line.middle > min(tops)), 0)
    last = coded[-1] if coded else max((i for i, line in enumerate(lines) if line.middle < max(tops)), default=0)
    size = _size([lines[i] for i in coded]) if coded else lines[first].size
    above = [y for y in tops if y < lines[first].middle]
    heads = 0
    while first > 0:
        line = lines[first - 1]
        ruled = bool(above) and line.middle > min(above)
        near = lines[first].top - line.top < 4 * size and line.size <= 1.15 * size
        if not (ruled and near) and not (near and heads < _HEAD_LINES):
            break
        heads += not ruled
        first -= 1
    below = [y for y in tops if y > lines[last].middle]
    while last + 1 < len(lines):
        line = lines[last + 1]
        ruled = bool(below) and line.middle < max(below)
        near = line.top - lines[last].top < 2.5 * size and line.size <= 1.15 * size
        if not ruled and not near:
            break
        last += 1
    return first, last + 1


def _size(lines: Sequence[Line]) -> float:
    sizes = sorted(line.size for line in lines)
    return sizes[len(sizes) // 2]


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


def _gutter(words: Sequence[Word]) -> float:
    """Give the x between two tables of the same kind that stand side by side; 0.0 where there is one."""
    coded = [w for w in words if _WHOLE.match(w.text)]
    lefts = sorted({round(w.x0 / 4) * 4 for w in coded})
    counts = {x: sum(abs(w.x0 - x) < 6 for w in coded) for x in lefts}
    strong = [x for x in lefts if counts[x] >= 5]
    if len(strong) < 2 or strong[-1] - strong[0] < 150:
        return 0.0
    second = next(x for x in strong if x - strong[0] >= 150)
    edge = second - 12.0
    crossed = sum(w.x0 < edge < w.x1 for w in words)
    kinds = [{w.text[0].isdigit() for w in coded if abs(w.x0 - x) < 6} for x in (strong[0], second)]
    first_column = strong[0] - min(w.x0 for w in words) < 30  # else it may be a list of sections with a column for each
    between = sum(strong[0] + 30 < w.x0 < second - 20 for w in words)
    behind = sum(w.x0 > second + 30 and w.text.isalpha() for w in words)
    alike = kinds[0] == kinds[1] or (first_column and behind > 2 * counts[second])
    return edge if not crossed and alike and between > 10 else 0.0
