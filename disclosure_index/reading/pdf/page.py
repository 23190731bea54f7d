"""The texts and table rows of a PDF page with a table, from the words and rules of pypdfium2."""

from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import replace
from types import ModuleType
from typing import Any

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.reading.page_layout.lines import Line, RuledLine, lines_of
from disclosure_index.reading.page_layout.tables import Block, Columns, Read, Upright, blocks_of
from disclosure_index.reading.page_layout.tables_in_text import read_among
from disclosure_index.reading.pdf.boxes import Box
from disclosure_index.reading.pdf.characters import characters_of
from disclosure_index.reading.pdf.drawn_rules import edges_of
from disclosure_index.reading.pdf.frame import Frame
from disclosure_index.reading.pdf.words import PageWords, words_of

_UNDERLINE = 3.0
_SHORTEST = 4.0  # points: a shorter line is not a rule
_MOST_RULES = 4_000  # on a page: a drawing with more is not a table


@contextmanager
def open_page(file: Any, sheet: int, pdfium: ModuleType) -> Iterator[tuple[Any, Any] | None]:
    """Open a page of a file and its text, and close both at the end; yields None for a damaged page."""
    try:
        page = file[sheet]
        text_page = page.get_textpage()
    except pdfium.PdfiumError:
        page = text_page = None
    try:
        yield None if page is None or text_page is None else (page, text_page)
    finally:
        for part in (text_page, page):
            if part is not None:
                part.close()


def page_words(page: Any, text_page: Any, visible: Box | None, hidden: Set[int]) -> PageWords:
    """Return the words of a page.

    Args:
        page: of pypdfium2.
        text_page: its text.
        visible: the visible page; nothing outside is read.
        hidden: the numbers of the hidden characters.

    """
    left, bottom, right, top = visible or page.get_mediabox()
    frame = Frame(left, bottom, right, top, page.get_rotation())
    return words_of(list(characters_of(text_page, visible, hidden)), frame)


def read_page(
    page: Any, text_page: Any, visible: Box | None, hidden: Set[int], before: Columns | None, shapes: CodeShapes
) -> Read:
    """Read a page as texts and table rows; `page_words` describes the arguments.

    `before` are the columns of the last table of the previous page, `shapes` the forms of codes.
    """
    found = page_words(page, text_page, visible, hidden)
    across = [Block((text,), False) for text in found.across]
    if not found.words:
        return Read(across)
    read = blocks_of(found.words, *_drawn(page, found), before, shapes)
    return replace(read, blocks=[*read.blocks, *across])


def read_among_text(
    page: Any, text_page: Any, texts: Sequence[str], visible: Box | None, hidden: Set[int], shapes: CodeShapes
) -> Read | None:
    """Read the tables among the text of a page; None if its codes are not in a table."""
    found = page_words(page, text_page, visible, hidden)
    return read_among(texts, found.words, *_drawn(page, found), shapes) if found.words else None


def _drawn(page: Any, found: PageWords) -> tuple[list[RuledLine], list[Upright]]:
    """Return the rules of a page, and its vertical lines."""
    level, upright = (_clipped(edges, found.frame) for edges in edges_of(page))
    return _rules(level, upright, lines_of(found.words)), _verticals(level, upright)


def _clipped(edges: Iterable[Box], frame: Frame) -> list[Box]:
    """Return the visible parts of edges, in coordinates of the displayed page."""
    width, height = frame.size
    parts = []
    for edge in edges:
        left, top, right, bottom = frame.seen(edge)
        left, top, right, bottom = max(left, 0.0), max(top, 0.0), min(right, width), min(bottom, height)
        if left <= right and top <= bottom:
            parts.append((left, top, right, bottom))
    return parts


def _verticals(*edges: Iterable[Box]) -> list[Upright]:
    """Return the vertical edges; on a turned page, those horizontal in the file."""
    return [(x0, top, bottom) for part in edges for x0, top, x1, bottom in part if x1 - x0 < bottom - top]


def _rules(level: Iterable[Box], upright: Iterable[Box], lines: Sequence[Line]) -> list[RuledLine]:
    """Return the rules of the page: edges at one height as one, without the underlines of links."""
    found: list[RuledLine] = []
    edges = sorted((top, x0, x1) for part in (level, upright) for x0, top, x1, bottom in part if x1 - x0 > bottom - top)
    near = _Underlines(lines)
    for y, x0, x1 in edges:
        if x1 - x0 < _SHORTEST or near.has(y, x0, x1):
            continue
        if found and y - found[-1].y < 2.5:
            y = found[-1].y
        if found and found[-1].y == y and found[-1].x0 - 1 <= x0 <= found[-1].x1 + 1:
            found[-1] = RuledLine(y, found[-1].x0, max(x1, found[-1].x1))
        else:
            found.append(RuledLine(y, x0, x1))
    return found[:_MOST_RULES]


class _Underlines:
    """The possible underlines of links: lines just below the words from the beginning of one to the end of one."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._by_height: dict[int, list[Line]] = {}
        for line in lines:
            for y in range(int(line.words[0].bottom - _UNDERLINE), int(line.words[0].bottom + _UNDERLINE) + 1):
                self._by_height.setdefault(y, []).append(line)

    def has(self, y: float, x0: float, x1: float) -> bool:
        """Whether a rule is an underline."""
        for line in self._by_height.get(int(y), ()):
            if -_UNDERLINE < y - line.words[0].bottom < _UNDERLINE:
                starts = any(abs(word.x0 - x0) < 2 for word in line.words)
                if starts and any(abs(word.x1 - x1) < 2 for word in line.words):
                    return True
        return False
