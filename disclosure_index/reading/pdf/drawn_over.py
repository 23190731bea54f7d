"""Whether a PDF page may have hidden text, judged by its drawings: most pages need not be rendered.

Text is visible if its brightness differs from that of its ground, and nothing covers or clips it. Anything
of unknown brightness, such as a picture, may hide it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from ctypes import addressof, byref, c_float, c_int, c_uint, sizeof
from typing import Any, NamedTuple

from disclosure_index.reading.pdf.boxes import Box
from disclosure_index.reading.pdf.matrices import IDENTITY, Matrix, matrix_of, moved, times
from disclosure_index.reading.pdf.pdfium_calls import address_of, by_address, objects_of

_APART = 60  # of 255: text whose brightness differs by more from its ground is visible to all readers
_THIN = 3.0  # points: a thinner drawing is a rule
_PART = 0.1  # of a text's box: covering or clipping less hides no word of it
_MOST_ON_PICTURES = 20  # characters, about, on pictures: a page number in the foot is not examined
_MOST = 5_000  # drawings on a page that may be the ground of text; a page with more is rendered
_BAND = 20.0  # points: drawings are looked up by their height
_MOST_BANDS = 500  # a page is 14,400 points high at most
_DEEPEST = 8  # forms within forms
_NOT_DRAWN = (3, 7)  # text render modes of PDF: not drawn, and only as a clip
_WHITE = 255.0
_GRADIENT = -1000.0  # far from the brightness of any text


class _Drawn(NamedTuple):
    """A drawing with its order and the brightness of its filling; None without a single one."""

    order: int
    box: Box
    brightness: float | None


class _MayHideError(Exception):
    """A drawing may hide text, whatever else is on the page."""


def may_hide_text(page: Any) -> bool:
    """Whether a drawing on a page of pypdfium2 may hide some of its text."""
    drawn = _Drawings()
    try:
        drawn.add(address_of(page), IDENTITY, 0)
    except _MayHideError:
        return True
    bands: dict[int, list[_Drawn]] = defaultdict(list)
    for ground in drawn.grounds:
        low, high = int(max(ground.box[1], 0.0) / _BAND), int(min(ground.box[3], _MOST_BANDS * _BAND) / _BAND)
        for band in range(low, high + 1):
            bands[band].append(ground)
    # Gradients within groups take pdfium seconds to render: pictures on such a page are not examined.
    unknown = float("-inf") if any(ground.brightness == _GRADIENT for ground in drawn.grounds) else 0.0
    for text in drawn.texts:
        grounds = bands[int((text.box[1] + text.box[3]) / 2 / _BAND)]
        if _may_hide(text, grounds):
            return True
        if any(ground.brightness is None and _has_part(ground.box, text.box) for ground in grounds):
            unknown += 2 * (text.box[2] - text.box[0]) / (text.box[3] - text.box[1])
    return unknown > _MOST_ON_PICTURES


def _may_hide(text: _Drawn, grounds: Sequence[_Drawn]) -> bool:
    """Whether drawings below or above a text hide it; pictures below it are examined separately."""
    below = [_WHITE]
    for ground in grounds:
        if not _has_part(ground.box, text.box):
            continue
        if ground.order > text.order:
            return True
        if ground.brightness is not None and _holds(ground.box, text.box):
            below = [ground.brightness]
        elif ground.brightness is None:
            below = [other for other in below if other != _WHITE]
        else:
            below.append(ground.brightness)
    return any(abs((text.brightness or 0.0) - other) < _APART for other in below)


class _Drawings:
    """The texts of a page, and the drawings that may be below or above them."""

    def __init__(self) -> None:
        from pypdfium2 import raw  # type: ignore[import-untyped]

        self.raw = raw
        self.texts: list[_Drawn] = []
        self.grounds: list[_Drawn] = []
        self._order = 0
        # Output buffers for pdfium: one set per page, which has thousands of drawings.
        self._colour, self._edges = (c_uint * 4)(), (c_float * 4)()
        self._colour_at = [addressof(self._colour) + n * sizeof(c_uint) for n in range(4)]
        self._edges_at = [addressof(self._edges) + n * sizeof(c_float) for n in range(4)]
        self._kind_of, self._colour_of = by_address("FPDFPageObj_GetType"), by_address("FPDFPageObj_GetFillColor")
        self._edges_of, self._mode_of = by_address("FPDFPageObj_GetBounds"), by_address("FPDFTextObj_GetTextRenderMode")

    def add(self, holder: int, matrix: Matrix, depth: int) -> None:
        """Add the drawings of a page or a form."""
        for found in objects_of(holder, depth):
            self._order += 1
            kind = self._kind_of(found)
            if kind == self.raw.FPDF_PAGEOBJ_TEXT:
                self._text(found, matrix)
            elif kind == self.raw.FPDF_PAGEOBJ_FORM:
                if depth >= _DEEPEST:
                    raise _MayHideError
                self.add(found, times(matrix_of(found), matrix), depth + 1)
            elif kind != self.raw.FPDF_PAGEOBJ_PATH:
                # The colours of a gradient vary: no text has all of them.
                known = kind == self.raw.FPDF_PAGEOBJ_SHADING
                self._ground(found, matrix, _GRADIENT if known else None)
            elif _is_filled(found):
                brightness = self._brightness(found)
                self._ground(found, matrix, _GRADIENT if brightness is None else brightness)

    def _text(self, found: int, matrix: Matrix) -> None:
        brightness = self._brightness(found)
        if brightness is None or self._mode_of(found) in _NOT_DRAWN:
            raise _MayHideError
        box = self._box(found)
        if box is not None and box[0] < box[2] and box[1] < box[3]:
            if not _is_whole(found, box):
                raise _MayHideError
            whole = box if matrix is IDENTITY else moved(box, matrix)
            self.texts.append(_Drawn(self._order, whole, brightness))

    def _brightness(self, found: int) -> float | None:
        """Return the brightness of an object's filling; None if it is unknown or transparent."""
        if not self._colour_of(found, *self._colour_at):
            return None
        red, green, blue, alpha = self._colour
        return None if alpha < _APART else 0.3 * red + 0.59 * green + 0.11 * blue

    def _box(self, found: int) -> Box | None:
        if not self._edges_of(found, *self._edges_at):
            return None
        left, bottom, right, top = self._edges
        return left, bottom, right, top

    def _ground(self, found: int, matrix: Matrix, brightness: float | None) -> None:
        box = self._box(found)
        if box is None:
            return
        box = box if matrix is IDENTITY else moved(box, matrix)
        if box[2] - box[0] >= _THIN and box[3] - box[1] >= _THIN:
            self.grounds.append(_Drawn(self._order, box, brightness))
        if len(self.grounds) > _MOST:
            raise _MayHideError


def _has_part(ground: Box, text: Box) -> bool:
    """Whether a ground covers a significant part of a text's box."""
    return _common(ground, text) > _PART * (text[2] - text[0]) * (text[3] - text[1])


def _holds(ground: Box, text: Box) -> bool:
    return _common(ground, text) > (1 - _PART) * (text[2] - text[0]) * (text[3] - text[1])


def _common(box: Box, other: Box) -> float:
    """Return the area of the intersection of two boxes."""
    across, up = min(box[2], other[2]) - max(box[0], other[0]), min(box[3], other[3]) - max(box[1], other[1])
    return max(across, 0.0) * max(up, 0.0)


def _is_filled(path: int) -> bool:
    fill, stroke = c_int(), c_int()
    return bool(by_address("FPDFPath_GetDrawMode")(path, byref(fill), byref(stroke)) and fill.value)


def _is_whole(found: int, box: Box) -> bool:
    """Whether no clip cuts a text off, as far as clips are boxes."""
    clip = by_address("FPDFPageObj_GetClipPath")(found)
    if not clip:
        return True
    for number in range(by_address("FPDFClipPath_CountPaths")(clip)):
        points = list(_points(clip, number))
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if points and not _holds((min(xs), min(ys), max(xs), max(ys)), box):
            return False
    return True


def _points(clip: int, number: int) -> Iterator[tuple[float, float]]:
    x, y = c_float(), c_float()
    segment_of, point_of = by_address("FPDFClipPath_GetPathSegment"), by_address("FPDFPathSegment_GetPoint")
    for part in range(by_address("FPDFClipPath_CountPathSegments")(clip, number)):
        if point_of(segment_of(clip, number, part), byref(x), byref(y)):
            yield x.value, y.value
