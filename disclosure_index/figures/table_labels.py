"""The labels of a table's rows: the cells that describe a row, and the cells with its figures."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from disclosure_index.figures.dimensions import Dimensions, combined, dimensions_in
from disclosure_index.figures.periods import Period, period_in, period_of_head
from disclosure_index.figures.printed_numbers import Number, read_cell
from disclosure_index.figures.table_heads import Column
from disclosure_index.figures.table_rows import Row
from disclosure_index.reading.superscripts import without_marks

LONGEST_LABEL = 160
BULLET = re.compile(r"^(?:[-–—•·◦▪]|>\s)\s*")
_NOTE = re.compile(r"\s*\(?\d{1,2}\)\s*$")
_MARK = re.compile(r"\s*(?:\^?\[\d{1,2}\]|\^\d{1,2}|\*+|\(\d\))\s*$")
_CODE = re.compile(r"(?:[A-Z]{2,5}\s)?(?:[A-Z]{1,3}[-–]?)?\d{1,3}(?:[.-]\d{1,2}){0,3}[a-z]?")
"""The code of a row, in a cell before its name."""
_DATED = 30
"""Characters of a label that may be the period of its row."""


class RowLabels(NamedTuple):
    """The label of a row, and its cells.

    Attributes:
        cells: of the label; of a row with a year alone, that of the year.
        values: the cells with figures.
        text: the label; "" where the heads of the columns describe the figures.
        period: of the row.
        dimensions: of the label.
    """

    cells: tuple[int, ...]
    values: tuple[int, ...]
    text: str
    period: Period | None
    dimensions: Dimensions


def labels_of(
    row: Row, numbers: Sequence[Number | None], columns: Sequence[Column], unit_cell: int
) -> RowLabels | None:
    """Return the label of a row and its cells; None for a row without figures, label or year."""
    cells, values, years, period = [], [], [], None
    for n, cell in enumerate(row.cells):
        text = cell.strip()
        if n == unit_cell or not text:
            continue
        if columns[n].is_year and (found := period_of_head(text)):
            period = found
            years.append(n)
        elif numbers[n] is not None and n and columns[n].has_values:
            values.append(n)
        elif (numbers[n] is None or not n) and not values and columns[n].has_values and len(text) <= LONGEST_LABEL:
            cells.append(n)
    if values and years and not cells:
        return RowLabels(tuple(years), tuple(values), "", period, ())
    if not values or not cells:
        return None
    cells = [n for n in cells if not _CODE.fullmatch(row.cells[n].strip()) or is_age(row.cells[n])] or cells
    texts = list(dict.fromkeys(plain_label(row.cells[n]) for n in cells))
    label = " / ".join(texts)
    period = period or (period_in(label) if len(label) <= _DATED else None)
    return RowLabels(tuple(cells), tuple(values), label, period, combined(*map(dimensions_in, reversed(texts))))


def numbers_of(row: Row, columns: Sequence[Column], comma: bool) -> list[Number | None]:
    """Return the numbers of a row; an age before its values is a label: 30岁以下, "30–50".

    Args:
        row: of the table.
        columns: above it.
        comma: whether its document has decimal commas.
    """
    numbers = [read_cell(cell, comma) for cell in row.cells]
    if len(columns) == len(row.cells):
        first = next((n for n, column in enumerate(columns) if column.period or column.is_unit), 0)
        return [None if 0 < n < first and is_age(row.cells[n]) else number for n, number in enumerate(numbers)]
    return numbers


def is_age(cell: str) -> bool:
    """Whether a cell is a group of ages."""
    return "age" in dict(dimensions_in(cell.strip()))


def plain_label(text: str) -> str:
    """Return a label without footnote marks and list signs."""
    plain = (text if text.isascii() else without_marks(text)).strip()
    closes = plain.endswith(")") and plain.count("(") < plain.count(")")
    return BULLET.sub("", (_NOTE if closes else _MARK).sub("", plain))
