"""Matrices that place the contents of a form on its PDF page."""

from ctypes import byref

from disclosure_index.reading.pdf.boxes import Box
from disclosure_index.reading.pdf.pdfium_calls import by_address

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix_of(found: int) -> Matrix:
    """Return the matrix of a pdfium object, by its address."""
    from pypdfium2 import raw  # type: ignore[import-untyped]

    m = raw.FS_MATRIX()
    return (m.a, m.b, m.c, m.d, m.e, m.f) if by_address("FPDFPageObj_GetMatrix")(found, byref(m)) else IDENTITY


def times(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that applies the first, then the second."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def moved(box: Box, matrix: Matrix) -> Box:
    """Return the box around a transformed box."""
    if matrix == IDENTITY:
        return box
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in box[::2] for y in box[1::2]]
    xs, ys = [a * x + c * y + e for x, y in corners], [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
