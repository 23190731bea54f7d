"""Whether a PDF page may have text that nobody sees, decided on what it draws: most pages need not be rendered.

Text is seen where its brightness differs from what lies below it, and nothing is drawn over it or cuts it off. Whatever
is not known, as the colours of a picture, may hide it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from ctypes import byref, c_float, c_int, c_uint
from typing import Any, NamedTuple

from disclosure_index.reading.pdf.boxes import Box
from disclosure_index.reading.pdf.matrices import IDENTITY, Matrix, matrix_of, moved, times

_APART = 60  # of 255: text and ground whose brightness differs by more are told apart by all readers
_THIN = 3.0  # points: what is thinner is a rule
_PART = 0.1  # of a text's box: what covers or cuts off less hides no word of it
_MOST_ON_PICTURES = 20  # characters, about, that lie on pictures: a number in the foot of a page is not looked at
_MOST = 5_000  # drawings on a page that text may lie on; a page with more is rendered
_BAND = 20.0  # points: drawings are looked up by their height
_MOST_BANDS = 500  # a page is 14,400 points high at most
_DEEPEST = 8  # forms within forms
_NOT_DRAWN = (3, 7)  # text render modes of PDF: not drawn, and drawn only as an edge of others
_WHITE = 255.0
_GRADIENT = -1000.0  # as far from the brightness of any text


class _Drawn(NamedTuple):
    """Something drawn, in its order, with the brightness of its filling; None where it has no single one."""

    order: int
    box: Box
    brightness: float | None


class _MayHideError(Exception):
    """Something is met that may hide text, whatever else is on the page."""


def may_hide_text(page: Any) -> bool:
    """Whether something on a page of pypdfium2's may hide some of its text."""
    drawn = _Drawings()
    try:
        drawn.add(page, IDENTITY, 0)
    except _MayHideError:
        return True
    bands: dict[int, list[_Drawn]] = defaultdict(list)
    for ground in drawn.grounds:
        low, high = int(max(ground.box[1], 0.0) / _BAND), int(min(ground.box[3], _MOST_BANDS * _BAND) / _BAND)
        for band in range(low, high + 1):
            bands[band].append(ground)
    # Gradients within groups take pdfium seconds to render: pictures on such a page are not looked at.
    unknown = float("-inf") if any(ground.brightness == _GRADIENT for ground in drawn.grounds) else 0.0
    for text in drawn.texts:
        grounds = bands[int((text.box[1] + text.box[3]) / 2 / _BAND)]
        if _may_hide(text, grounds):
            return True
        if any(ground.brightness is None and _has_part(ground.box, text.box) for ground in grounds):
            unknown += 2 * (text.box[2] - text.box[0]) / (text.box[3] - text.box[1])
    return unknown > _MOST_ON_PICTURES


def _may_hide(text: _Drawn, grounds: Sequence[_Drawn]) -> bool:
    """Whether what lies below or above a text hides it; pictures below it are looked at apart."""
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
    """The texts of a page, and what they may lie on or below."""

    def __init__(self) -> None:
        from pypdfium2 import raw  # type: ignore[import-untyped]

        self.raw = raw
        self.texts: list[_Drawn] = []
        self.grounds: list[_Drawn] = []
        self._order = 0
        # Where pdfium writes what it is asked for: once for a page, which draws thousands of things.
        self._colour = c_uint(), c_uint(), c_uint(), c_uint()
        self._edges = c_float(), c_float(), c_float(), c_float()
        self._colour_at = tuple(map(byref, self._colour))
        self._edges_at = tuple(map(byref, self._edges))

    def add(self, holder: Any, matrix: Matrix, depth: int) -> None:
        """Add what a page or a form draws."""
        for found in _objects(self.raw, holder, depth):
            self._order += 1
            kind = self.raw.FPDFPageObj_GetType(found)
            if kind == self.raw.FPDF_PAGEOBJ_TEXT:
                self._text(found, matrix)
            elif kind == self.raw.FPDF_PAGEOBJ_FORM:
                if depth >= _DEEPEST:
                    raise _MayHideError
                self.add(found, times(matrix_of(self.raw, found), matrix), depth + 1)
            elif kind != self.raw.FPDF_PAGEOBJ_PATH:
                # The colours of a gradient run into each other: a text that has all of them is not met.
                known = kind == self.raw.FPDF_PAGEOBJ_SHADING
                self._ground(found, matrix, _GRADIENT if known else None)
            elif _is_filled(self.raw, found):
                brightness = self._brightness(found)
                self._ground(found, matrix, _GRADIENT if brightness is None else brightness)

    def _text(self, found: Any, matrix: Matrix) -> None:
        brightness = self._brightness(found)
        if brightness is None or self.raw.FPDFTextObj_GetTextRenderMode(found) in _NOT_DRAWN:
            raise _MayHideError
        box = self._box(found)
        if box is not None and box[0] < box[2] and box[1] < box[3]:
            if not _is_whole(self.raw, found, box):
                raise _MayHideError
            whole = box if matrix is IDENTITY else moved(box, matrix)
            self.texts.append(_Drawn(self._order, whole, brightness))

    def _brightness(self, found: Any) -> float | None:
        """Return how bright the filling of an object is; None where it is not known, or seen through."""
        if not self.raw.FPDFPageObj_GetFillColor(found, *self._colour_at):
            return None
        red, green, blue, alpha = self._colour
        if alpha.value < _APART:
            return None
        return 0.3 * red.value + 0.59 * green.value + 0.11 * blue.value

    def _box(self, found: Any) -> Box | None:
        if not self.raw.FPDFPageObj_GetBounds(found, *self._edges_at):
            return None
        left, bottom, right, top = self._edges
        return left.value, bottom.value, right.value, top.value

    def _ground(self, found: Any, matrix: Matrix, brightness: float | None) -> None:
        box = self._box(found)
        if box is None:
            return
        box = box if matrix is IDENTITY else moved(box, matrix)
        if box[2] - box[0] >= _THIN and box[3] - box[1] >= _THIN:
            self.grounds.append(_Drawn(self._order, box, brightness))
        if len(self.grounds) > _MOST:
            raise _MayHideError


def _objects(raw: Any, holder: Any, depth: int) -> Iterator[Any]:
    if depth:
        yield from (raw.FPDFFormObj_GetObject(holder, n) for n in range(max(raw.FPDFFormObj_CountObjects(holder), 0)))
    else:
        yield from (raw.FPDFPage_GetObject(holder, n) for n in range(max(raw.FPDFPage_CountObjects(holder), 0)))


def _has_part(ground: Box, text: Box) -> bool:
    """Whether a ground has a part of a text's box that counts."""
    return _common(ground, text) > _PART * (text[2] - text[0]) * (text[3] - text[1])


def _holds(ground: Box, text: Box) -> bool:
    return _common(ground, text) > (1 - _PART) * (text[2] - text[0]) * (text[3] - text[1])


def _common(one: Box, other: Box) -> float:
    """Return the area that two boxes have in common."""
    across, up = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return max(across, 0.0) * max(up, 0.0)


def _is_filled(raw: Any, path: Any) -> bool:
    fill, stroke = c_int(), c_int()
    return bool(raw.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke)) and fill.value)


def _is_whole(raw: Any, found: Any, box: Box) -> bool:
    """Whether no clip cuts a text off, as far as clips are boxes."""
    clip = raw.FPDFPageObj_GetClipPath(found)
    if not clip:
        return True
    for number in range(max(raw.FPDFClipPath_CountPaths(clip), 0)):
        points = list(_points(raw, clip, number))
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if points and not _holds((min(xs), min(ys), max(xs), max(ys)), box):
            return False
    return True


def _points(raw: Any, clip: Any, number: int) -> Iterator[tuple[float, float]]:
    x, y = c_float(), c_float()
    for part in range(max(raw.FPDFClipPath_CountPathSegments(clip, number), 0)):
        segment = raw.FPDFClipPath_GetPathSegment(clip, number, part)
        if raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y)):
            yield x.value, y.value
