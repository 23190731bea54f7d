"""The text of a PDF page from pypdfium2, without text outside the visible page.

The visible page is the intersection of its crop box and its media box. Printers' marks beside it, and the other page of
a spread that was cut in two, are in the file but not displayed.
"""

from collections.abc import Iterator, Sequence, Set
from ctypes import addressof, c_double
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from disclosure_index.reading.page_layout.lines import Word, lines_of
from disclosure_index.reading.pdf.boxes import Box
from disclosure_index.reading.pdf.line_sizes import Run, line_sizes
from disclosure_index.reading.pdf.page import page_words
from disclosure_index.reading.pdf.pdfium_calls import address_of, by_address
from disclosure_index.reading.pdf.radicals import without_radicals
from disclosure_index.reading.pdf.shown import is_blank, unseen_characters

_PIECE = 2  # characters of a fragment of a line
_FEW, _IN_PIECES = 10, 0.3  # such lines, and their share of a page, that make the other lines doubtful
_ASKED = 80  # characters of a page that are looked up in their fonts
_MOST_UNMAPPED = 0.5
"""Share of the characters of a page: in 45 published reports it is under 0.02; without maps, all but the spaces."""
_FAR = 1e38  # the range of pdfium's numbers


@dataclass(frozen=True, slots=True)
class PageText:
    """The lines of a page, and the text that was left out: outside the visible page, or hidden.

    `visible` is the visible page, None for the whole page; `hidden` are the numbers of the hidden characters.
    """

    lines: tuple[str, ...] = ()
    outside: str = ""
    visible: Box | None = None
    unseen: str = ""
    hidden: Set[int] = frozenset()
    damaged: bool = False  # it could not be decoded
    blank: bool = False  # it is entirely empty
    wide: bool = False  # wider than it is high
    sizes: tuple[float, ...] = ()  # font size of each line
    words: tuple[Word, ...] = ()  # its words, if they were recognised on a picture
    unmapped: bool = False  # its fonts do not map their glyphs to characters

    @property
    def is_picture(self) -> bool:
        """Whether the page displays something, but no text."""
        return not (self.lines or self.blank or self.damaged or self.unseen)


def read_text(page: Any, most: int) -> PageText:
    """Read the text of a page of pypdfium2, at most its first `most` characters."""
    visible = _visible(page)
    text_page = page.get_textpage()
    try:
        if _is_unmapped(text_page):
            return PageText(wide=page.get_width() > page.get_height(), unmapped=True)
        outside = unseen = ""
        hidden: Set[int] = frozenset()
        if text_page.count_chars() <= most:
            hidden = unseen_characters(page, text_page)
        within = visible is None or text_page.count_chars() > most or _is_within(text_page, visible)
        if within and not hidden:
            sized = _sized(text_page, text_page.get_text_range())
        else:
            sized, outside, unseen = _parted(text_page, None if within else visible, hidden)
        if _is_in_pieces(sized):
            words = page_words(page, text_page, visible, hidden).words
            sized = tuple((line.text, round(line.size, 1)) for line in lines_of(words))
    finally:
        text_page.close()
    return PageText(
        tuple(line for line, _ in sized),
        " ".join(outside.split()),
        visible,
        " ".join(unseen.split()),
        hidden,
        blank=is_blank(page),
        wide=page.get_width() > page.get_height(),
        sizes=tuple(size for _, size in sized),
    )


Sized = tuple[tuple[str, float], ...]
"""Lines with their font sizes."""


def text_within(text_page: Any, part: Box, hidden: Set[int]) -> Sized:
    """Return the lines of a part of a page."""
    return _parted(text_page, part, hidden)[0]


def _sized(text_page: Any, text: str, runs: Sequence[Run] = ((0, 0),)) -> Sized:
    lines = line_sizes(text_page, text, runs)
    return tuple((without_radicals(line).replace("\ufffe", "-"), size) for line, size in lines)


def _is_in_pieces(lines: Sized) -> bool:
    """Whether pdfium cannot join the characters of a page: many of its lines are single ones."""
    return sum(len(line) <= _PIECE for line, _ in lines) > max(_FEW, _IN_PIECES * len(lines))


def _is_unmapped(text_page: Any) -> bool:
    """Whether the fonts of a page do not map their glyphs to characters: text copied from it is meaningless."""
    count = text_page.count_chars()
    step = max(1, count // _ASKED)
    asked = range(0, count, step)
    has_error, text = by_address("FPDFText_HasUnicodeMapError"), address_of(text_page)
    unknown = sum(has_error(text, number) == 1 for number in asked)
    return bool(unknown > _MOST_UNMAPPED * len(asked))


def _visible(page: Any) -> Box | None:
    """Return the visible page; None if the boxes do not intersect, where viewers differ."""
    left, bottom, right, top = page.get_bbox()
    return (left, bottom, right, top) if left < right and bottom < top else None


def _is_within(text_page: Any, visible: Box) -> bool:
    """Whether all text is on the visible page, and none in the area around it."""
    from pypdfium2 import raw  # type: ignore[import-untyped]

    left, bottom, right, top = visible
    around = (  # left, top, right, bottom, in the order of the function's parameters
        (-_FAR, _FAR, left, -_FAR),
        (right, _FAR, _FAR, -_FAR),
        (-_FAR, bottom, _FAR, -_FAR),
        (-_FAR, _FAR, _FAR, top),
    )
    return not any(raw.FPDFText_GetBoundedText(text_page, *part, None, 0) > 0 for part in around)


def _parted(text_page: Any, visible: Box | None, hidden: Set[int]) -> tuple[Sized, str, str]:
    """Return the visible text, the text outside the visible page, and the hidden text on it."""
    from pypdfium2 import raw

    parts: dict[str, list[str]] = {"": [], "outside": [], "unseen": []}
    runs: list[Run] = [(0, 0)]
    length = 0
    for where, run in groupby(_places(text_page, visible, hidden), key=lambda character: character[1]):
        numbers = [number for number, _ in run]
        text = text_page.get_text_range(numbers[0], len(numbers))
        parts[where].append(text)
        if not where:
            runs.append((length, raw.FPDFText_GetTextIndexFromCharIndex(text_page, numbers[0])))
            length += len(text)
    return _sized(text_page, "".join(parts[""]), runs), " ".join(parts["outside"]), " ".join(parts["unseen"])


def _places(text_page: Any, visible: Box | None, hidden: Set[int]) -> Iterator[tuple[int, str]]:
    """Return the index of each character whose middle is on the page; spaces and line breaks are kept."""
    is_generated, box_of, text = (
        by_address("FPDFText_IsGenerated"),
        by_address("FPDFText_GetCharBox"),
        address_of(text_page),
    )
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    edges = tuple(map(addressof, (left, right, bottom, top)))
    for number in range(text_page.count_chars()):
        where = "unseen" if number in hidden else ""
        if visible is not None and is_generated(text, number) != 1:
            known = box_of(text, number, *edges)
            x, y = (left.value + right.value) / 2, (bottom.value + top.value) / 2
            if not (known and visible[0] <= x <= visible[2] and visible[1] <= y <= visible[3]):
                where = "outside"
        yield number, where
