"""The font size of each line of a PDF page, by its first character: reading each character takes ten times longer."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from ctypes import byref
from math import hypot
from typing import Any

from disclosure_index.reading.pdf.pdfium_calls import address_of, by_address

Run = tuple[int, int]
"""The start of a run in the joined text of a page, and in the text of pdfium."""


def line_sizes(text_page: Any, text: str, runs: Sequence[Run] = ((0, 0),)) -> tuple[tuple[str, float], ...]:
    """Return the non-empty lines of a text, each with its font size; 0.0 if unknown."""
    from pypdfium2 import raw  # type: ignore[import-untyped]

    found: list[tuple[str, float]] = []
    page, matrix = address_of(text_page), raw.FS_MATRIX()
    number_of, matrix_of = by_address("FPDFText_GetCharIndexFromTextIndex"), by_address("FPDFText_GetMatrix")
    size_of, at_matrix = by_address("FPDFText_GetFontSize"), byref(matrix)
    starts = [start for start, _ in runs]
    start = 0
    for line in text.replace("\r\n", "\n\n").replace("\r", "\n").split("\n"):
        stripped = line.strip()
        if stripped:
            at = start + len(line) - len(line.lstrip())
            run, there = runs[bisect_right(starts, at) - 1]
            number = number_of(page, at - run + there)
            size = 0.0
            if number >= 0 and matrix_of(page, number, at_matrix):
                size = size_of(page, number) * hypot(matrix.c, matrix.d)
            found.append((stripped, round(size, 1)))
        start += len(line) + 1
    return tuple(found)


def body_size(lines: Iterable[tuple[str, float]]) -> float:
    """Return the most frequent font size of some text, 0.0 if none is known."""
    counts: dict[float, int] = {}
    for line, size in lines:
        counts[size] = counts.get(size, 0) + len(line)
    counts.pop(0.0, None)
    return max(counts, key=lambda size: (counts[size], -size), default=0.0)
