"""The heads of a table's columns: the period of each column, its unit, its role, and its dimensions."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from disclosure_index.figures.code_words import heads_of, heads_without_figures
from disclosure_index.figures.dimensions import Dimensions, combined, dimensions_in
from disclosure_index.figures.periods import Period, part_of_year, period_in, period_of_head, unit_beside_year
from disclosure_index.figures.printed_numbers import ABSENT, read_cell
from disclosure_index.figures.table_rows import Row
from disclosure_index.figures.unit_lines import PrintedUnit, counted_in, unit_in
from disclosure_index.figures.units import Unit, unit_of
from disclosure_index.model import Place

UNIT_HEADS = heads_of("units")
YEAR_HEADS = heads_of("years")
_TARGET = re.compile(r"(?i)\b(?:targets?|goals?|budget|forecast|planned)\b|目标|目標|预算|預算")
_CHANGE = re.compile(
    r"(?i)\b(?:change|variance|variation|growth|increase|decrease|yoy|year-on-year|difference|delta|vs\.?)\b"
    r"|变动|變動|变化|變化|增减|增減|同比|按年|差异|差異|Δ"
)
_PAGE = re.compile(r"(?i)\bpag|页|頁")
_VALUE_OF_WORDS = re.compile(r"(?i)^\W*(?:\d[^a-z]*|yes|no|[是否有]|.*(?:\d\s?[-–~～]\s?\d).*)\W*$")
"""The text of a cell in place of a figure: a range, or whether something exists."""
_WORDS = re.compile(r"[^\W\d_]{2,}")
_COUNTS = (Unit("1", 1.0, "number"), Unit("persons", 1.0, "persons"))
_PLAIN = heads_of("plain")
"""Heads without dimensions."""


class Column(NamedTuple):
    """The meaning of a column by its head; `texts` are its heads from above."""

    texts: tuple[str, ...] = ()
    period: Period | None = None
    unit: PrintedUnit | None = None
    unit_place: Place | None = None
    role: str = ""
    dimensions: Dimensions = ()
    place: Place | None = None
    is_unit: bool = False
    is_year: bool = False
    has_values: bool = True
    is_page: bool = False


NO_HEAD = Column()


def columns_of(heads: Sequence[Row]) -> tuple[Column, ...]:
    """Return the columns below some rows of heads."""
    width = max((len(row.cells) for row in heads), default=0)
    return tuple(_column(number, [row for row in heads if number < len(row.cells)]) for number in range(width))


def is_head(row: Row, numbers: int, above: Sequence[Column], follows_head: bool, is_first: bool) -> bool:
    """Whether a row is the head of the rows below: it has only years as figures, and names periods or comes first.

    A row with words in place of figures, or with ranges, is not a head: "Yes", "45–52".

    Args:
        row: of a table.
        numbers: the number of its cells after the first that are figures.
        above: the columns according to the heads above.
        follows_head: whether the row above is a head.
        is_first: whether it is the first of its table.
    """
    filled = [cell for cell in row.cells if cell.strip()]
    periods = sum(period_of_head(cell) is not None or _is_target_year(cell) for cell in row.cells[1:])
    if periods and periods >= numbers:
        return len(row.cells) < 3 or periods > 1 or not any(cell.strip().lower() in YEAR_HEADS for cell in row.cells)
    if numbers:
        ages = sum("age" in dict(dimensions_in(cell.strip())) for cell in row.cells[1:])
        return (is_first or follows_head) and ages > 1 and ages >= numbers
    if len(set(filled)) > 2 and 2 * len(filled) > len(row.cells) and all(read_cell(cell) is None for cell in filled):
        words = not any(cell.strip().lower() in ABSENT for cell in filled)
        years = [column.period for column in above if column.period]
        may_divide = is_first or (follows_head and len(set(years)) < max(len(years), 1))
        return words and (may_divide or not any(map(_VALUE_OF_WORDS.search, row.cells[1:])))
    units = sum(cell.strip().lower() in UNIT_HEADS for cell in row.cells)
    return (units > 0 or is_first or follows_head) and len(set(filled)) > 1


def is_change(text: str) -> bool:
    """Whether the head of a column marks its figures as changes against another."""
    return _CHANGE.search(text) is not None


def _column(number: int, heads: Sequence[Row]) -> Column:
    cells = [(row.cells[number].strip(), row.place(number)) for row in heads]
    filled = [(text, place) for text, place in cells if text]
    if not filled:
        return NO_HEAD
    texts = tuple(dict.fromkeys(text for text, _ in filled))
    last_place = filled[-1][1]
    if any(text.lower() in UNIT_HEADS for text in texts):
        return Column(texts, place=last_place, is_unit=True)
    if any(map(heads_without_figures().fullmatch, texts)):
        is_page = any(_PAGE.search(text) for text in texts)
        return Column(texts, place=last_place, has_values=False, is_page=is_page)
    period = next((found for text in reversed(texts) if (found := period_of_head(text))), None)
    role = "target" if any(map(_TARGET.search, texts)) else "change" if any(map(is_change, texts)) else ""
    if period is None:
        period = next((found for text in reversed(texts) if (found := period_in(text))), None)
    unit, unit_place = None, None
    for text, place in reversed(filled):
        counted = counted_in(text)
        if not number and unit_of(text) in _COUNTS:
            continue  # "Item" above the labels
        unit = (
            unit_in(text, trailing=False)
            or _beside_year(text)
            or (PrintedUnit(counted, text, 0, len(text)) if counted else None)
        )
        if unit:
            unit_place = Place(place.passage, place.start + unit.start, place.start + unit.end)
            break
    dimensions = combined(*(dimensions_in(text) for text in reversed(texts)))
    rest = [part_of_year(text) for text in texts] if period else []
    rest = [text for text in rest if text] + [t for t in texts if period_of_head(t) is None and _breaks_down(t, unit)]
    if rest and not role:
        dimensions = combined(dimensions, (("column", " / ".join(rest)),))
    is_year = any(text.lower() in YEAR_HEADS for text in texts)
    return Column(texts, period, unit, unit_place, role, dimensions, last_place, is_year=is_year)


def _beside_year(text: str) -> PrintedUnit | None:
    """Return the unit after the year of a head: "2023 EUR thousand"."""
    printed = unit_beside_year(text)
    unit = unit_of(printed) if printed else None
    return PrintedUnit(unit, printed, text.find(printed), text.find(printed) + len(printed)) if unit else None


def _breaks_down(text: str, unit: PrintedUnit | None) -> bool:
    plain = text.strip().lower()
    if plain in _PLAIN or plain in YEAR_HEADS or (unit and unit.text == text):
        return False
    return _WORDS.search(text) is not None


def _is_target_year(cell: str) -> bool:
    return _TARGET.search(cell) is not None and len(cell) < 40 and period_in(cell) is not None
