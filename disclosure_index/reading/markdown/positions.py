"""Exact positions of Markdown's blocks and tags, from the line numbers of markdown-it.

markdown-it gives no columns. They are counted after the quote and list marks at the beginning of a line.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from markdown_it.token import Token

_BLANK = re.compile(r"[ \t]*")
_MARKER = re.compile(r"(?:[-+*]|\d{1,9}[.)])")
_CELL = re.compile(r"[ \t]*((?:\\.|[^|\\])*+)")

Locate = Callable[[int], tuple[int, int]]


class Positions:
    """The lines of the source, with the quotes and list items around the current token."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.around: list[Token] = []
        self._row: Iterator[tuple[int, int]] = iter(())

    def of(self, token: Token) -> tuple[int, int]:
        """Return the line and column of a block's first character."""
        line = token.map[0] if token.map else 0
        if line >= len(self.lines):
            return line + 1, 1
        text, at = self.lines[line], 0
        for container in self.around:
            at = _skip(text, at)
            if container.type == "blockquote_open":
                at += text[at : at + 1] == ">"
            elif container.map and container.map[0] == line and (marker := _MARKER.match(text, at)):
                at = marker.end()
        return line + 1, _skip(text, at) + 1

    def start_row(self, token: Token) -> None:
        """Begin a table row; `next_cell` returns the positions of its cells, one per call."""
        line, column = self.of(token)
        self._row = _cells(self.lines[line - 1], line, column - 1)

    def next_cell(self) -> tuple[int, int]:
        """Return the position of the next cell of the row; (0, 0) for a missing one."""
        return next(self._row, (0, 0))

    def inside(self, token: Token, start: tuple[int, int]) -> Locate:
        """Return a function from offsets in a block's content, which begins at `start`, to positions."""
        parts = token.content.split("\n")
        starts = [0, *accumulate(len(part) + 1 for part in parts)]

        def locate(offset: int) -> tuple[int, int]:
            nth = min(bisect_right(starts, offset), len(parts)) - 1
            line, base = start[0] + nth, start[1] - 1
            if nth:
                part = parts[nth]
                source = self.lines[line - 1] if line <= len(self.lines) else ""
                base = max(source.find(part.strip()), 0) - (len(part) - len(part.lstrip()))
            return line, max(base + offset - starts[nth], 0) + 1

        return locate

    def inside_cell(self, start: tuple[int, int]) -> Locate:
        """Return the same function for a cell, whose escaped bars markdown-it has unescaped."""
        text = self.lines[start[0] - 1] if start[0] else ""

        def locate(offset: int) -> tuple[int, int]:
            at = start[1] - 1
            for _ in range(offset):
                at += 2 if text.startswith(r"\|", at) else 1
            return start[0], at + 1

        return locate


def shifted(locate: Locate, by: int) -> Locate:
    """Return `locate` for a piece of content that begins at offset `by`."""
    return lambda offset: locate(by + offset)


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _cells(text: str, line: int, at: int) -> Iterator[tuple[int, int]]:
    """Yield the position of each cell's text; for an empty cell, of the bar after it."""
    at += text[at : at + 1] == "|"
    while at <= len(text) and (match := _CELL.match(text, at)):
        yield line, match.start(1) + 1
        at = match.end() + 1
