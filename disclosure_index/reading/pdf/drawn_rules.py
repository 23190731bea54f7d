"""The straight horizontal and vertical lines of a PDF page: rules, and the edges of filled boxes."""

from collections.abc import Iterator
from ctypes import addressof, byref, c_float, c_int
from typing import Any

from disclosure_index.reading.pdf.boxes import Box
from disclosure_index.reading.pdf.matrices import IDENTITY, Matrix, matrix_of, times
from disclosure_index.reading.pdf.pdfium_calls import address_of, by_address, objects_of

MOST_SEGMENTS = 100_000
"""The most lines on a page: a map has more, a table has not."""
_MOST_OF_ONE = 400  # segments of one drawing; more are an outline
_DEEPEST = 8  # forms within forms
_LEVEL = 0.5  # points by which the ends of a straight line may differ


def edges_of(page: Any) -> tuple[list[Box], list[Box]]:
    """Return the horizontal and vertical edges of a page of pypdfium2, in its own coordinates."""
    from pypdfium2 import raw  # type: ignore[import-untyped]

    level: list[Box] = []
    upright: list[Box] = []
    for x0, y0, x1, y1 in _segments(raw, address_of(page)):
        if abs(y1 - y0) <= _LEVEL < abs(x1 - x0):
            level.append((min(x0, x1), y0, max(x0, x1), y0))
        elif abs(x1 - x0) <= _LEVEL < abs(y1 - y0):
            upright.append((x0, min(y0, y1), x0, max(y0, y1)))
    return level, upright


def _segments(raw: Any, page: int) -> Iterator[Box]:
    left, count_of = MOST_SEGMENTS, by_address("FPDFPath_CountSegments")
    for path, matrix in _paths(raw, page, IDENTITY, 0):
        count = count_of(path)
        if count < 2 or count > _MOST_OF_ONE or not _is_painted(path):
            continue
        left -= count
        if left < 0:
            return
        yield from _of_path(raw, path, count, times(matrix_of(path), matrix))


def _of_path(raw: Any, path: int, count: int, matrix: Matrix) -> Iterator[Box]:
    x, y = c_float(), c_float()
    x_at, y_at = addressof(x), addressof(y)
    segment_of, point_of = by_address("FPDFPath_GetPathSegment"), by_address("FPDFPathSegment_GetPoint")
    kind_of, closes = by_address("FPDFPathSegment_GetType"), by_address("FPDFPathSegment_GetClose")
    a, b, c, d, e, f = matrix
    start = last = (0.0, 0.0)
    for number in range(count):
        segment = segment_of(path, number)
        kind = kind_of(segment)
        if not point_of(segment, x_at, y_at):
            continue
        at = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = at
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield *last, *at
        last = at
        if closes(segment) and kind != raw.FPDF_SEGMENT_MOVETO:
            yield *at, *start
            last = start


def _paths(raw: Any, holder: int, matrix: Matrix, depth: int) -> Iterator[tuple[int, Matrix]]:
    """Yield the paths of a page or a form, each with the matrix of its container."""
    kind_of = by_address("FPDFPageObj_GetType")
    for found in objects_of(holder, depth):
        kind = kind_of(found)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield found, matrix
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _paths(raw, found, times(matrix_of(found), matrix), depth + 1)


def _is_painted(path: int) -> bool:
    fill, stroke = c_int(), c_int()
    known = by_address("FPDFPath_GetDrawMode")(path, byref(fill), byref(stroke))
    return bool(known and (fill.value or stroke.value))
