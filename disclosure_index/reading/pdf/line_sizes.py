"""The font size of each line of a PDF page, by its first character: a look at each character costs ten times more."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from ctypes import byref
from math import hypot
from typing import Any

Run = tuple[int, int]
"""Where a run of a page's text begins in the text that was put together, and in the text as pdfium has it."""


def line_sizes(text_page: Any, text: str, runs: Sequence[Run] = ((0, 0),)) -> tuple[tuple[str, float], ...]:
    """Return the lines of a text that are not empty, each with the size of its font; 0.0 where it is not known."""
    from pypdfium2 import raw  # type: ignore[import-untyped]

    found: list[tuple[str, float]] = []
    matrix = raw.FS_MATRIX()
    starts = [start for start, _ in runs]
    start = 0
    for line in text.replace("\r\n", "\n\n").replace("\r", "\n").split("\n"):
        stripped = line.strip()
        if stripped:
            at = start + len(line) - len(line.lstrip())
            run, there = runs[bisect_right(starts, at) - 1]
            number = raw.FPDFText_GetCharIndexFromTextIndex(text_page, at - run + there)
            size = 0.0
            if number >= 0 and raw.FPDFText_GetMatrix(text_page, number, byref(matrix)):
                size = raw.FPDFText_GetFontSize(text_page, number) * hypot(matrix.c, matrix.d)
            found.append((stripped, round(size, 1)))
        start += len(line) + 1
    return tuple(found)


def body_size(lines: Iterable[tuple[str, float]]) -> float:
    """Return the size that most of some text has; 0.0 where none is known."""
    counts: dict[float, int] = {}
    for line, size in lines:
        counts[size] = counts.get(size, 0) + len(line)
    counts.pop(0.0, None)
    return max(counts, key=lambda size: (counts[size], -size), default=0.0)
