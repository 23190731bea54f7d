"""PDF pages that are spreads: two printed pages side by side, each read separately."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from types import ModuleType
from typing import Any

from disclosure_index.reading.page_layout.lines import Word, lines_of
from disclosure_index.reading.page_layout.page_numbers import Numbering
from disclosure_index.reading.pdf.boxes import Box
from disclosure_index.reading.pdf.page import open_page, page_words
from disclosure_index.reading.pdf.text import PageText, text_within

_ACROSS = 0.1  # the share of lines that may cross the fold; of a table over both pages, all do


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A printed page: a whole page of the file, or half of it."""

    sheet: int  # the number of the page in the file, from 0
    label: str
    text: PageText
    also: str = ""  # the second number of a sheet that cannot be split


def printed_pages(
    file: Any, texts: Sequence[PageText], numbering: Numbering, pdfium: ModuleType
) -> Iterator[PrintedPage]:
    """Yield the printed pages of a file in order."""
    for sheet, (text, labels) in enumerate(zip(texts, numbering.labels, strict=True)):
        halves = _halves(file, sheet, text, pdfium) if len(labels) > 1 else []
        if halves:
            yield from (
                PrintedPage(sheet, label, half) for label, half in zip(labels, halves, strict=True) if half.lines
            )
        else:
            yield PrintedPage(sheet, labels[0], text, *labels[1:])


def _halves(file: Any, sheet: int, text: PageText, pdfium: ModuleType) -> list[PageText]:
    """Return the texts of both pages of a spread; none if they cannot be separated."""
    with open_page(file, sheet, pdfium) as opened:
        if opened is None:
            return []
        page, text_page = opened
        found = page_words(page, text_page, text.visible, text.hidden)
        fold = found.frame.size[0] / 2
        lines = lines_of(found.words)
        if found.frame.turn or sum(_runs_over(line.words, fold) for line in lines) > _ACROSS * len(lines):
            return []
        left, bottom, right, top = text.visible or page.get_mediabox()
        middle = (left + right) / 2
        boxes: tuple[Box, Box] = ((left, bottom, middle, top), (middle, bottom, right, top))
        parts = [text_within(text_page, box, text.hidden) for box in boxes]
    return [
        replace(
            text,
            lines=tuple(line for line, _ in part),
            sizes=tuple(size for _, size in part),
            visible=box,
            outside="",
            unseen="",
        )
        for part, box in zip(parts, boxes, strict=True)
    ]


def _runs_over(words: Sequence[Word], fold: float) -> bool:
    """Whether text of a line crosses the fold without a gap there."""
    return any(word.x0 < fold < word.x1 for word in words) or any(
        a.x1 <= fold <= b.x0 and b.x0 - a.x1 < a.size for a, b in pairwise(words)
    )
