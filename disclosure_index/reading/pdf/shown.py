"""The hidden characters of a PDF page, found on the rendered page: white on white, covered, invisible text.

A character is hidden if the page has one single colour in its whole box. The text layer
over a scan stays: the picture below it shows the words. The colour of a character in the file does not matter.
"""

from collections.abc import Iterator, Sequence
from ctypes import addressof, c_double, c_int, c_uint
from math import ceil, floor, sqrt
from typing import Any, NamedTuple
from unicodedata import category

from disclosure_index.reading.pdf.boxes import Box
from disclosure_index.reading.pdf.drawn_over import may_hide_text
from disclosure_index.reading.pdf.pdfium_calls import address_of, by_address

FLAT = 3
"""Steps of 255 by which the pixels of one colour may differ; the faintest text in reports differs by 20."""
_MOST_PIXELS = 4_000_000  # of a rendered page: A4 has half a million
_LEAST_SCALE = 0.4  # below this scale, glyphs are dots
_MOST_OBJECTS = 20_000  # on a page; a map or a plan with more is not rendered
_MOST_IMAGE = 100_000_000  # pixels of a picture on it
_TALLEST = 1000.0  # points: no piece of a line is taller
_CHUNK = 3  # times the height of a line: the length of the pieces of lines that are examined first
_INKLESS = ("Cf", "Cc", "Cn")  # soft hyphens, joiners and the like
_FARTHEST = 100_000.0  # points: pages are 14,400 wide at most, and beyond this pdfium takes minutes to render
_THIN = 2.0  # points: the ink of a dash may be in the pixels beside its box
_SCAN = 0.5  # the share of a page that a picture covers from which on the page is a scan


def unseen_characters(page: Any, text_page: Any) -> frozenset[int]:
    """Return the numbers of the hidden characters of a page of pypdfium2."""
    if not may_hide_text(page) or not (picture := _Picture.of(page)):
        return frozenset()
    flat = _FlatPieces(picture, text_page)
    if not flat.lines:
        return frozenset()  # most pages need no look at each character
    characters = [character for character in _characters(text_page) if flat.has(character.box)]
    numbers = {character.number for run in _flat_runs(picture, characters) for character in run}
    if numbers and 2 * len(numbers) > sum(1 for _ in _characters(text_page)) and _is_scan(page):
        return frozenset()  # a text layer slightly off the words in the picture
    return frozenset(numbers)


class _Character(NamedTuple):
    """A character with ink; whether it is a letter or a digit."""

    number: int
    box: Box
    is_word: bool


class _Picture:
    """A rendered page, with the conversion from page coordinates to pixels."""

    def __init__(self, image: Any, page: Any) -> None:
        from pypdfium2 import raw  # type: ignore[import-untyped]

        self.image = image
        self.data = image.tobytes()
        fine = 1000  # pdfium returns whole numbers
        width, height = (edge * fine for edge in image.size)
        corners = []
        for x, y in ((0.0, 0.0), (1000.0, 0.0), (0.0, 1000.0)):
            across, down = c_int(), c_int()
            raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
            corners.append((across.value / fine, down.value / fine))
        (self.x0, self.y0), (x1, y1), (x2, y2) = corners
        self.x_right, self.y_right = (x1 - self.x0) / 1000, (y1 - self.y0) / 1000
        self.x_up, self.y_up = (x2 - self.x0) / 1000, (y2 - self.y0) / 1000

    @classmethod
    def of(cls, page: Any) -> "_Picture | None":
        """Render a page; None if that would cost too much."""
        width, height = page.get_size()
        if not (width >= 1 and height >= 1 and width * height < _MOST_PIXELS / _LEAST_SCALE**2):
            return None
        if any(abs(edge) > _FARTHEST for edge in (*page.get_mediabox(), *page.get_bbox())):
            return None
        if not 0 < _objects(page) <= _MOST_OBJECTS or any(w * h > _MOST_IMAGE for w, h in _images(page)):
            return None
        scale = min(1.0, sqrt(_MOST_PIXELS / (width * height)))
        return cls(page.render(scale=scale, grayscale=True).to_pil(), page)

    def pixels(self, box: Box, around: int = 0) -> tuple[int, int, int, int] | None:
        """Return the pixels that a box touches; None outside the picture."""
        xs = [self.x0 + x * self.x_right + y * self.x_up for x in box[::2] for y in box[1::2]]
        ys = [self.y0 + x * self.y_right + y * self.y_up for x in box[::2] for y in box[1::2]]
        left, top = max(floor(min(xs)) - around, 0), max(floor(min(ys)) - around, 0)
        right = min(ceil(max(xs)) + around, self.image.width)
        bottom = min(ceil(max(ys)) + around, self.image.height)
        return (left, top, right, bottom) if left < right and top < bottom else None

    def is_flat(self, box: Box, around: int = 0) -> bool:
        """Whether a box has one single colour."""
        pixels = self.pixels(box, around)
        if pixels is None:
            return False
        left, top, right, bottom = pixels
        width = self.image.width
        darkest = brightest = self.data[top * width + left]
        for start in range(top * width + left, bottom * width + left, width):
            row = self.data[start : start + right - left]
            darkest, brightest = min(darkest, min(row)), max(brightest, max(row))
            if brightest - darkest > FLAT:
                return False
        return True


def is_blank(page: Any) -> bool:
    """Whether a page is entirely empty."""
    return _objects(page) == 0


def _objects(page: Any) -> int:
    from pypdfium2 import raw

    return int(raw.FPDFPage_CountObjects(page))


def _images(page: Any) -> Iterator[tuple[int, int]]:
    """Yield the size of each picture on a page, in its own pixels."""
    from pypdfium2 import raw

    for number in range(_objects(page)):
        found = raw.FPDFPage_GetObject(page, number)
        if raw.FPDFPageObj_GetType(found) == raw.FPDF_PAGEOBJ_IMAGE:
            width, height = c_uint(), c_uint()
            if raw.FPDFImageObj_GetImagePixelSize(found, width, height):
                yield width.value, height.value


def _is_scan(page: Any) -> bool:
    """Whether one picture covers most of the page."""
    width, height = page.get_size()
    return any(
        (box[2] - box[0]) * (box[3] - box[1]) > _SCAN * width * height
        for found in page.get_objects(max_depth=3)
        if found.type == 3
        for box in [found.get_bounds() if hasattr(found, "get_bounds") else found.get_pos()]
    )


class _FlatPieces:
    """The pieces of lines in which some part is of a single colour."""

    def __init__(self, picture: _Picture, text_page: Any) -> None:
        self.lines: dict[int, list[Box]] = {}  # by the points that they cover
        for number in range(text_page.count_rects()):
            left, bottom, right, top = text_page.get_rect(number)
            if top - bottom > _TALLEST or not _has_flat_part(picture, left, bottom, right, top):
                continue
            for y in range(floor(bottom), floor(top) + 1):
                self.lines.setdefault(y, []).append((left - 1, bottom - 1, right + 1, top + 1))

    def has(self, box: Box) -> bool:
        """Whether a character is in one of them."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in self.lines.get(floor(y), ()))


def _has_flat_part(picture: _Picture, left: float, bottom: float, right: float, top: float) -> bool:
    step = max(_CHUNK * (top - bottom), 1.0)
    for piece in range(min(ceil((right - left) / step), 1000) or 1):
        edge = left + piece * step
        if picture.is_flat((edge, bottom, min(edge + step, right), top)):
            return True
    return False


def _characters(text_page: Any) -> Iterator[_Character]:
    """Yield the characters with ink."""
    unicode_of, is_generated = by_address("FPDFText_GetUnicode"), by_address("FPDFText_IsGenerated")
    box_of, text = by_address("FPDFText_GetCharBox"), address_of(text_page)
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    edges = tuple(map(addressof, (left, right, bottom, top)))
    for number in range(text_page.count_chars()):
        character = chr(unicode_of(text, number))
        inkless = character.isspace() or category(character) in _INKLESS
        if inkless or is_generated(text, number) == 1:
            continue
        if box_of(text, number, *edges):
            box = (left.value, bottom.value, right.value, top.value)
            yield _Character(number, box, character.isalnum())


def _flat_runs(picture: _Picture, characters: Sequence[_Character]) -> Iterator[list[_Character]]:
    """Yield runs of adjacent hidden characters in a line.

    A character that is all stroke, such as a dash or an "l", is also of one colour: its surroundings decide.
    """
    run: list[_Character] = []
    for character in characters:
        box = character.box
        if not picture.is_flat(box, around=int(min(box[2] - box[0], box[3] - box[1]) < _THIN)):
            yield from _judged(picture, run)
            run = []
            continue
        if run and not _beside(run[-1].box, box):
            yield from _judged(picture, run)
            run = []
        run.append(character)
    yield from _judged(picture, run)


def _beside(left: Box, right: Box) -> bool:
    """Whether two characters are in one line."""
    return left[1] < right[3] and right[1] < left[3]


def _judged(picture: _Picture, run: list[_Character]) -> Iterator[list[_Character]]:
    if not any(character.is_word for character in run):
        return  # the ink of a few dashes may be beside their boxes
    boxes = [character.box for character in run]
    around = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    if picture.is_flat(around, around=1 if len(run) < 3 else 0):
        yield run
