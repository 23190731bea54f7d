"""A PDF page with a table on it, as pdfplumber gives it -> words and rules -> texts and table rows."""

from collections.abc import Sequence
from typing import Any

from disclosure_index.sources.page_lines import Line, Rule, Word, lines_of
from disclosure_index.sources.page_tables import Columns, Read, blocks_of
from disclosure_index.sources.radicals import without_radicals

_UNDERLINE = 3.0


def read_page(page: Any, before: Columns | None = None) -> Read:
    """Read a page of pdfplumber's; `before` are the columns that the page before ended with."""
    words = [
        Word(without_radicals(w["text"]), w["x0"], w["x1"], w["top"], w["bottom"], w["size"])
        for w in page.extract_words(x_tolerance_ratio=0.15, extra_attrs=["size"])
    ]
    if not words:
        return Read([])
    rules = _rules(page.horizontal_edges, lines_of(words))
    verticals = [(e["x0"], e["top"], e["bottom"]) for e in page.vertical_edges]
    return blocks_of(words, rules, verticals, before)


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
