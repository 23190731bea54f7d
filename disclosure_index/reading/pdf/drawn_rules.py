"""The straight lines that a PDF page draws, level and upright: rules, and the edges of filled boxes."""

from collections.abc import Iterator
from ctypes import byref, c_float, c_int
from typing import Any

from disclosure_index.reading.pdf.boxes import Box
from disclosure_index.reading.pdf.matrices import IDENTITY, Matrix, matrix_of, times

MOST_SEGMENTS = 100_000
"""On a page: a map has more, and no table."""
_MOST_OF_ONE = 400  # segments of one drawing; more are an outline of something
_DEEPEST = 8  # forms within forms
_LEVEL = 0.5  # points by which the ends of a straight line may differ


def edges_of(page: Any) -> tuple[list[Box], list[Box]]:
    """Return the level and the upright edges of a page of pypdfium2's, in its own coordinates."""
    from pypdfium2 import raw  # type: ignore[import-untyped]

    level: list[Box] = []
    upright: list[Box] = []
    for x0, y0, x1, y1 in _segments(raw, page):
        if abs(y1 - y0) <= _LEVEL < abs(x1 - x0):
            level.append((min(x0, x1), y0, max(x0, x1), y0))
        elif abs(x1 - x0) <= _LEVEL < abs(y1 - y0):
            upright.append((x0, min(y0, y1), x0, max(y0, y1)))
    return level, upright


def _segments(raw: Any, page: Any) -> Iterator[Box]:
    left = MOST_SEGMENTS
    for path, matrix in _paths(raw, page, IDENTITY, 0):
        count = raw.FPDFPath_CountSegments(path)
        if count < 2 or count > _MOST_OF_ONE or not _is_painted(raw, path):
            continue
        left -= count
        if left < 0:
            return
        yield from _of_path(raw, path, count, times(matrix_of(raw, path), matrix))


def _of_path(raw: Any, path: Any, count: int, matrix: Matrix) -> Iterator[Box]:
    x, y = c_float(), c_float()
    a, b, c, d, e, f = matrix
    start = last = (0.0, 0.0)
    for number in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        kind = raw.FPDFPathSegment_GetType(segment)
        if not raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y)):
            continue
        at = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = at
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield *last, *at
        last = at
        if raw.FPDFPathSegment_GetClose(segment) and kind != raw.FPDF_SEGMENT_MOVETO:
            yield *at, *start
            last = start


def _paths(raw: Any, holder: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    """Yield the paths of a page or a form, each with the matrix of what holds it."""
    if depth:
        count, get = raw.FPDFFormObj_CountObjects(holder), raw.FPDFFormObj_GetObject
    else:
        count, get = raw.FPDFPage_CountObjects(holder), raw.FPDFPage_GetObject
    for number in range(max(count, 0)):
        found = get(holder, number)
        kind = raw.FPDFPageObj_GetType(found)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield found, matrix
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _paths(raw, found, times(matrix_of(raw, found), matrix), depth + 1)


def _is_painted(raw: Any, path: Any) -> bool:
    fill, stroke = c_int(), c_int()
    return bool(raw.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke)) and (fill.value or stroke.value))
