"""The text of a PDF page as pypdfium2 gives it, without what stands outside the visible page.

The visible page is where its crop box and its media box meet. What printers set beside it, and the other page of a
spread that was cut in two, is in the file and is never seen.
"""

from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from disclosure_index.reading.radicals import without_radicals

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in the page's own coordinates."""
_FAR = 1e38  # as far as pdfium's numbers reach


@dataclass(frozen=True, slots=True)
class PageText:
    """The lines of a page, what was left out of them, and the visible page; None where all of it counts."""

    lines: tuple[str, ...] = ()
    outside: str = ""
    visible: Box | None = None


def read_text(page: Any, most: int) -> PageText:
    """Read the text of a page of pypdfium2's; of more than `most` characters, the first ones."""
    visible = _visible(page)
    text_page = page.get_textpage()
    try:
        outside = ""
        if visible is None or text_page.count_chars() > most or _is_within(text_page, visible):
            text = text_page.get_text_range()
        else:
            text, outside = _parted(text_page, visible)
    finally:
        text_page.close()
    text = without_radicals(text)
    lines = (line.strip().replace("\ufffe", "-") for line in text.replace("\r", "\n").split("\n"))
    return PageText(tuple(line for line in lines if line), " ".join(outside.split()), visible)


def _visible(page: Any) -> Box | None:
    """Return the visible page; None where the boxes do not meet: viewers differ on what they show then."""
    left, bottom, right, top = page.get_bbox()
    return (left, bottom, right, top) if left < right and bottom < top else None


def _is_within(text_page: Any, visible: Box) -> bool:
    """Whether all text is on the visible page: none of it reaches into what lies around."""
    from pypdfium2 import raw  # type: ignore[import-untyped]

    left, bottom, right, top = visible
    around = (  # left, top, right, bottom, as the function has them
        (-_FAR, _FAR, left, -_FAR),
        (right, _FAR, _FAR, -_FAR),
        (-_FAR, bottom, _FAR, -_FAR),
        (-_FAR, _FAR, _FAR, top),
    )
    return not any(raw.FPDFText_GetBoundedText(text_page, *part, None, 0) > 0 for part in around)


def _parted(text_page: Any, visible: Box) -> tuple[str, str]:
    """Return the text on the visible page, and the rest."""
    parts: dict[bool, list[str]] = {True: [], False: []}
    for shown, run in groupby(_shown(text_page, visible), key=lambda character: character[1]):
        numbers = [number for number, _ in run]
        parts[shown].append(text_page.get_text_range(numbers[0], len(numbers)))
    return "".join(parts[True]), " ".join(parts[False])


def _shown(text_page: Any, visible: Box) -> Iterator[tuple[int, bool]]:
    """Tell of each character whether its middle is on the visible page; spaces and breaks put between lines stay."""
    from pypdfium2 import raw

    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    for number in range(text_page.count_chars()):
        shown = raw.FPDFText_IsGenerated(text_page, number) == 1
        if not shown and raw.FPDFText_GetCharBox(text_page, number, left, right, bottom, top):
            x, y = (left.value + right.value) / 2, (bottom.value + top.value) / 2
            shown = visible[0] <= x <= visible[2] and visible[1] <= y <= visible[3]
        yield number, shown
