"""The characters of a PDF page with their boxes, from pypdfium2."""

from collections.abc import Callable, Iterator, Set
from ctypes import addressof, byref, c_double, c_float
from math import atan2, hypot, pi
from typing import Any, NamedTuple

from disclosure_index.reading.pdf.boxes import Box
from disclosure_index.reading.pdf.pdfium_calls import address_of, by_address

MOST_CHARACTERS = 200_000
"""The most characters on a page that is read as a table; a dense A3 page has 20,000."""
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)  # the halves of a character beyond 65,535
_TALLEST = 200.0  # points: no character of a table is taller
_SPACE = 32
_HYPHENS = (0x2, 0xFFFE)  # pdfium's own codes for a hyphen at the end of a line, as a character and in a text
_WHOLE = 0.85  # of the font size: a lower box is that of the ink, not of the font's whole height
_UP, _DOWN = 0.75, 0.25  # of the font size: above and below the baseline


class Character(NamedTuple):
    """A character: the width of its box is its advance, the height its font size, and its turn is clockwise."""

    text: str
    box: Box
    size: float
    turn: int
    drawn_by: int  # the object that draws it
    number: int
    follows: int  # the number of the previous character in its word; -1 for the first one


def characters_of(text_page: Any, visible: Box | None, hidden: Set[int]) -> Iterator[Character]:
    """Yield the visible characters of a page, including spaces in the text.

    Args:
        text_page: of pypdfium2.
        visible: the visible page; None for the whole page.
        hidden: the numbers of the hidden characters.

    """
    from pypdfium2 import raw  # type: ignore[import-untyped]

    half, last = 0, -1
    styles: dict[int, tuple[float, int]] = {}
    box_at = _boxes(raw, text_page)
    unicode_of, object_of = by_address("FPDFText_GetUnicode"), by_address("FPDFText_GetTextObject")
    text = address_of(text_page)
    for number in range(min(text_page.count_chars(), MOST_CHARACTERS)):
        code = unicode_of(text, number)
        if code in _HIGH:
            half = code
            continue
        if code in _LOW and half:
            code = 0x10000 + ((half - 0xD800) << 10) + code - 0xDC00
        half = 0
        if (code < _SPACE and code not in _HYPHENS) or code in _LOW or number in hidden:
            last = -1
            continue
        drawn_by = object_of(text, number)
        if not drawn_by or code == _SPACE:
            last = -1
        if not drawn_by:
            continue  # inserted by pdfium, as a space between words
        if drawn_by not in styles:
            styles[drawn_by] = _style(raw, text_page, number)
        size, turn = styles[drawn_by]
        if not 0 < size <= _TALLEST or (box := box_at(number, size, turn)) is None:
            continue
        if visible is not None:
            x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            if not (visible[0] <= x <= visible[2] and visible[1] <= y <= visible[3]):
                continue
        yield Character("-" if code in _HYPHENS else chr(code), box, size, turn, drawn_by, number, last)
        last = -1 if code == _SPACE else number


def _boxes(raw: Any, text_page: Any) -> Callable[[int, float, int], Box | None]:
    """Return a function from a character's number, size and turn to its box; None where pdfium has none."""
    loose = (c_float * 4)()  # left, top, right and bottom; one for all: a page has thousands of characters
    at, of, text = addressof(loose), by_address("FPDFText_GetLooseCharBox"), address_of(text_page)
    last: dict[float, tuple[int, float]] = {}  # by size, a character whose box has its font's height

    def box_at(number: int, size: float, turn: int) -> Box | None:
        known = not turn and of(text, number, at)
        left, top, right, bottom = loose
        if not known or not left < right:
            return _inked(raw, text_page, number, size, turn)
        if top - bottom >= _WHOLE * size:
            last[size] = number, bottom
        elif size in last:
            # Of the letters of a ligature, pdfium has the ink alone: their height is that of their neighbour.
            neighbour, below = last[size]
            bottom = below + _height(raw, text_page, number) - _height(raw, text_page, neighbour)
        return left, bottom, right, bottom + size

    return box_at


def _height(raw: Any, text_page: Any, number: int) -> float:
    """Return the height of a character's baseline."""
    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(text_page, number, byref(x), byref(y))
    return y.value


def _style(raw: Any, text_page: Any, number: int) -> tuple[float, int]:
    """Return the printed size of a character and its turn; all characters of an object have the same."""
    matrix = raw.FS_MATRIX()
    size = raw.FPDFText_GetFontSize(text_page, number)
    if not raw.FPDFText_GetMatrix(text_page, number, byref(matrix)):
        return float(size), 0
    quarters = round(atan2(-matrix.b, matrix.a) / (pi / 2)) % 4 if matrix.a or matrix.b else 0
    return float(size * hypot(matrix.c, matrix.d)), 90 * quarters


def _inked(raw: Any, text_page: Any, number: int, size: float, turn: int) -> Box | None:
    """Return the box of a character from its ink and its origin."""
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    if not raw.FPDFText_GetCharBox(text_page, number, byref(left), byref(right), byref(bottom), byref(top)):
        return None
    x, y = c_double(), c_double()
    if not raw.FPDFText_GetCharOrigin(text_page, number, byref(x), byref(y)):
        return left.value, bottom.value, right.value, top.value
    up, down = _UP * size, _DOWN * size
    if turn in (0, 180):
        below, above = (y.value - down, y.value + up) if turn == 0 else (y.value - up, y.value + down)
        return left.value, below, x.value if turn else right.value, above
    before, behind = (x.value - down, x.value + up) if turn == 90 else (x.value - up, x.value + down)
    # From the origin to the end of its ink: a turned character has no known advance.
    return (before, bottom.value, behind, y.value) if turn == 90 else (before, y.value, behind, top.value)
