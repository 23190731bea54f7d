"""The lines nearest the upper and lower edges of PDF pages, wherever they are in the order of the text."""

from collections.abc import Sequence
from types import ModuleType
from typing import Any

from disclosure_index.reading.pdf.boxes import Box
from disclosure_index.reading.pdf.page import open_page
from disclosure_index.reading.pdf.text import PageText, text_within

_STRIP = 0.08  # of the height of a page: a margin with a running head of four or five lines
_TURNED = 90, 270  # degrees


def edge_strips(file: Any, texts: Sequence[PageText], pdfium: ModuleType) -> list[list[str]]:
    """Return the lines in the upper and lower margins of each page; none for a damaged page."""
    return [
        _strips(file, sheet, text, pdfium) if text.lines and not text.words else [] for sheet, text in enumerate(texts)
    ]


def _strips(file: Any, sheet: int, text: PageText, pdfium: ModuleType) -> list[str]:
    with open_page(file, sheet, pdfium) as opened:
        if opened is None:
            return []
        page, text_page = opened
        left, bottom, right, top = text.visible or page.get_mediabox()
        boxes: tuple[Box, Box]
        if page.get_rotation() in _TURNED:  # the box is that of the page before the turn
            part = _STRIP * (right - left)
            boxes = (left, bottom, left + part, top), (right - part, bottom, right, top)
        else:
            part = _STRIP * (top - bottom)
            boxes = (left, top - part, right, top), (left, bottom, right, bottom + part)
        return [line for box in boxes for line, _ in text_within(text_page, box, text.hidden)]
