"""A PDF page with a table on it, as pdfplumber gives it -> words and rules -> texts and table rows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import inf, isfinite
from typing import Any

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.reading.page_layout.lines import Line, RuledLine, Word, lines_of
from disclosure_index.reading.page_layout.tables import Columns, Read, blocks_of
from disclosure_index.reading.pdf.boxes import Box
from disclosure_index.reading.radicals import without_radicals

_TALLEST = 200  # points: no character of a table is taller
_UNDERLINE = 3.0


def read_page(
    page: Any, visible: Box | None, covered: Sequence[Box], before: Columns | None, shapes: CodeShapes
) -> Read:
    """Read a page of pdfplumber's.

    Args:
        page: as pdfplumber gives it.
        visible: what can be seen of it; nothing outside is read, and a rule that runs on ends at its edge.
        covered: where text stands that nobody sees.
        before: the columns that the page before ended with.
        shapes: what codes look like.

    Raises:
        DamagedPageError: pdfplumber cannot read it.
    """
    from pdfplumber.utils.text import extract_words  # of an extra, which may not be installed

    from disclosure_index.reading.pdf.damage import page_damage

    with page_damage():
        drawn = page.chars
    window = _window(page, visible) if visible else None
    characters = _inside(drawn, window) if window else drawn
    outside = ""
    if len(characters) < len(drawn):
        inside = set(map(id, characters))
        outside = " ".join("".join(item["text"] for item in drawn if id(item) not in inside).split())
    if covered:
        unseen = _inside_any(characters, [_window(page, box) for box in covered])
        characters = [item for item in characters if id(item) not in unseen]
    # Both pages of a spread begin at 0, and so do their columns.
    start = int(window[0]) if window and isfinite(window[0]) else 0
    with page_damage():
        found = extract_words(characters, x_tolerance_ratio=0.15, extra_attrs=["size"])
    words = [
        Word(without_radicals(w["text"]), w["x0"] - start, w["x1"] - start, w["top"], w["bottom"], w["size"])
        for w in found
    ]
    if not words:
        return Read([], outside=outside)
    with page_damage():
        across, down = page.horizontal_edges, page.vertical_edges
    rules = _rules(_clipped(across, window, start), lines_of(words))
    verticals = [(e["x0"], e["top"], e["bottom"]) for e in _clipped(down, window, start)]
    return replace(blocks_of(words, rules, verticals, before, shapes), outside=outside)


def _window(page: Any, visible: Box) -> Box:
    """Return the visible page in pdfplumber's coordinates: left, top, right, bottom, as the page is turned."""
    x0, y0, x1, y1 = page.page_obj.mediabox
    left, bottom, right, top = visible
    left, bottom, right, top = {
        90: (bottom - y0, x1 - right, top - y0, x1 - left),
        180: (x1 - right, y1 - top, x1 - left, y1 - bottom),
        270: (y1 - top, left - x0, y1 - bottom, right - x0),
    }.get(page.page_obj.rotate, (left - x0, bottom - y0, right - x0, top - y0))
    across, down = page.mediabox[:2]
    return left + across, page.height - top + down, right + across, page.height - bottom + down


def _inside(characters: Sequence[dict[str, Any]], window: Box) -> list[dict[str, Any]]:
    """Return the characters whose middle is on the visible page."""
    left, top, right, bottom = (2 * edge for edge in window)
    return [
        item
        for item in characters
        if left <= item["x0"] + item["x1"] <= right and top <= item["top"] + item["bottom"] <= bottom
    ]


def _inside_any(characters: Sequence[dict[str, Any]], windows: Sequence[Box]) -> set[int]:
    """Return the identities of the characters whose middle is in one of the windows."""
    rows: dict[int, list[Box]] = defaultdict(list)  # by the points that they reach over, from top to bottom
    for left, top, right, bottom in windows:
        for y in range(int(top), min(int(bottom), int(top) + _TALLEST) + 1):
            rows[y].append((left, top, right, bottom))
    found = set()
    for item in characters:
        x, y = (item["x0"] + item["x1"]) / 2, (item["top"] + item["bottom"]) / 2
        if any(left <= x <= right and top - 1 <= y <= bottom + 1 for left, top, right, bottom in rows.get(int(y), ())):
            found.add(id(item))
    return found


def _clipped(edges: Sequence[Mapping[str, float]], window: Box | None, start: int) -> list[dict[str, float]]:
    """Return the parts of edges that are on the visible page, which starts at `start`."""
    left, top, right, bottom = window or (-inf, -inf, inf, inf)
    clipped = (
        {
            "x0": max(edge["x0"], left) - start,
            "x1": min(edge["x1"], right) - start,
            "top": max(edge["top"], top),
            "bottom": min(edge["bottom"], bottom),
        }
        for edge in edges
    )
    return [edge for edge in clipped if edge["x0"] <= edge["x1"] and edge["top"] <= edge["bottom"]]


def _rules(edges: Sequence[Mapping[str, float]], lines: Sequence[Line]) -> list[RuledLine]:
    """Return the rules of the page: edges on one height as one, without the underlines of links."""
    found: list[RuledLine] = []
    for edge in sorted(edges, key=lambda e: (e["top"], e["x0"])):
        y, x0, x1 = edge["top"], edge["x0"], edge["x1"]
        if x1 - x0 < 4 or _underlines(y, x0, x1, lines):
            continue
        if found and y - found[-1].y < 2.5:
            y = found[-1].y
        if found and found[-1].y == y and found[-1].x0 - 1 <= x0 <= found[-1].x1 + 1:
            found[-1] = RuledLine(y, found[-1].x0, max(x1, found[-1].x1))
        else:
            found.append(RuledLine(y, x0, x1))
    return found


def _underlines(y: float, x0: float, x1: float, lines: Sequence[Line]) -> bool:
    for line in lines:
        if -_UNDERLINE < y - line.words[0].bottom < _UNDERLINE:
            starts = any(abs(word.x0 - x0) < 2 for word in line.words)
            if starts and any(abs(word.x1 - x1) < 2 for word in line.words):
                return True
    return False
