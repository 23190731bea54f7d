"""The unit of a figure in a table: its own, that of its row, its column, its group or its caption, in this order."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_index.figures.printed_numbers import Number
from disclosure_index.figures.table_heads import UNIT_HEADS, Column
from disclosure_index.figures.table_rows import Caption, Row, Table
from disclosure_index.figures.unit_lines import BRACKETS, PrintedUnit, counted_in, is_frequency, unit_in
from disclosure_index.figures.units import NO_UNIT, PERCENT, Unit, unit_of
from disclosure_index.model import Place

_TWO_UNITS = re.compile(r"([^()（）]+)[(（]([^()（）]+)[)）]")
_WORD = re.compile(r"[a-zà-ÿ]{4,}|[\u4e00-\u9fff]{2}")
_YEARS_AT_END = re.compile(r"(?:\s*(?:FY\s?)?(?:19|20)\d\d)+\s*$")
_MULTIPLIED = ("money", "number", "persons", "")
"""Quantities that "in thousands" above a table multiplies; units of energy and mass have prefixes instead."""


_COUNTS = ("persons", "number")
"""Quantities whose words at the end of a label may also be part of a name: "Female employees" may be a share."""


UNIT_SIGNS = frozenset({"n.", "no.", "nos.", "#"})
"""Units of counts that are never part of a name."""


class NamedUnit(NamedTuple):
    """A unit with its printed form and its place."""

    unit: Unit
    text: str
    place: Place | None


class RowUnits(NamedTuple):
    """The possible units of a row's figures.

    Attributes:
        own: that of the row: a cell, or its label.
        around: that of its group, its table or its caption.
        second: that of a second number in brackets: "Persons (%)".
        multiplier: of a caption without a unit: "in thousands".
    """

    own: NamedUnit | None
    around: NamedUnit | None
    second: NamedUnit | None
    multiplier: float


def row_units(
    row: Row,
    unit_cell: int,
    labels: Sequence[int],
    groups: Sequence[Row],
    wider: Sequence[NamedUnit],
) -> RowUnits:
    """Return the possible units of a row's figures.

    Args:
        row: of the table.
        unit_cell: the cell with its unit; -1 for none.
        labels: the cells of its label.
        groups: the rows above that name its group, the nearest first.
        wider: the units of the table and its captions, the nearest first; a multiplier alone has no base.
    """
    text = row.cells[unit_cell].strip() if unit_cell >= 0 else ""
    own, second = _of_cell(text, row, unit_cell)
    if own and own.unit == PERCENT and "%" not in own.text and any(is_frequency(row.cells[n]) for n in labels):
        own = None  # a rate, but per hours worked
    of_label = [found for n in reversed(labels) if (found := _named(unit_in(row.cells[n]), row.place(n)))]
    if own is None:
        own = next((f for f in of_label if f.unit.quantity not in _COUNTS or f.text.lower() in UNIT_SIGNS), None)
    if own is None and unit_cell < 0:
        counted = (unit for n in reversed(labels) if (unit := counted_in(row.cells[n])))
        own = next((NamedUnit(unit, "", None) for unit in counted), None)
    if text and own is None:
        return RowUnits(None, None, second, 1.0)  # a dash: no unit
    above = (_named(_unit_of_group(next(filter(None, one.cells), "")), Place(one.passage)) for one in groups)
    candidates = [found for found in (*above, *wider) if found]
    named = next(iter(of_label), None)
    around = next((found for found in candidates if found.unit.base), named if unit_cell < 0 else None)
    multiplier = next((found.unit.scale for found in candidates if not found.unit.base), 1.0)
    return RowUnits(own, around, second, multiplier)


def _unit_of_group(text: str) -> PrintedUnit | None:
    """Return the unit in the name of a group; "Other countries" is not a unit."""
    found = unit_in(text)
    if found and found.unit.quantity in _COUNTS and text[found.start - 1 : found.start] == " ":
        return unit_in(text, trailing=False)
    return found


def unit_of_number(number: Number, units: RowUnits, column: Column) -> NamedUnit:
    """Return the unit of a number in a row."""
    of_column = NamedUnit(column.unit.unit, column.unit.text, column.unit_place) if column.unit else None
    wider = (of_column if column.role == "change" else None) or units.own or of_column or units.around
    if number.unit and (own := unit_of(number.unit)):
        if own.base or wider is None:
            return NamedUnit(own, number.unit, None)
        scaled = wider.unit._replace(scale=wider.unit.scale * own.scale)
        return NamedUnit(scaled, f"{number.unit}{wider.text}", wider.place)
    if wider is None:
        return NamedUnit(NO_UNIT._replace(scale=units.multiplier), "", None) if units.multiplier != 1.0 else _NONE
    if units.multiplier != 1.0 and wider.unit.scale == 1.0 and wider.unit.quantity in _MULTIPLIED:
        return wider._replace(unit=wider.unit._replace(scale=units.multiplier))
    if not wider.unit.base and units.around and units.around is not wider:
        outer = units.around.unit
        return wider._replace(unit=outer._replace(scale=outer.scale * wider.unit.scale))
    return wider


def unit_cell_of(row: Row, numbers: Sequence[Number | None], columns: Sequence[Column]) -> int:
    """Return the cell of a row for its unit, even if empty; -1 for none."""
    for n, column in enumerate(columns):
        cell, number = row.cells[n].strip(), numbers[n]
        is_dash = number is not None and number.value is None
        if column.is_unit and cell and (is_dash or unit_of(cell) or _TWO_UNITS.fullmatch(cell) or len(cell) < 2):
            return n
    for n, cell in enumerate(row.cells):
        may_be = (n or columns[n].is_unit) and numbers[n] is None and (unit := unit_of(cell.strip()))
        if may_be and unit and (unit.base or columns[n].is_unit or not columns[n].texts):
            return n
    return next((n for n, column in enumerate(columns) if column.is_unit and not row.cells[n].strip()), -1)


def shared_unit(table: Table) -> NamedUnit | None:
    """Return the unit of a table whose column of units has one unit, and is empty in the other rows."""
    heads: Row | None = None
    found: dict[Unit, NamedUnit] = {}
    for row in table.rows:
        if any(cell.strip().lower() in UNIT_HEADS for cell in row.cells):
            heads = row
        elif heads and len(heads.cells) == len(row.cells):
            for n, cell in enumerate(row.cells):
                if heads.cells[n].strip().lower() in UNIT_HEADS and (unit := unit_of(cell.strip())):
                    found.setdefault(unit, NamedUnit(unit, cell.strip(), row.place(n)))
    return next(iter(found.values())) if len(found) == 1 else None


def units_of_captions(captions: Sequence[Caption]) -> Iterator[NamedUnit]:
    """Yield the units in captions, or before the years that end a line."""
    for number, text in captions:
        before = _YEARS_AT_END.sub("", text)
        found = unit_in(text, trailing=False)
        if found is None and before != text:
            found = unit_in(before, trailing=False) or unit_in(before)
        if named := _named(found, Place(number)):
            yield named


def units_by_words(captions: Sequence[Caption]) -> Iterator[tuple[frozenset[str], NamedUnit]]:
    """Yield the units of a caption with several, with the words before each: "energy (TJ) and emissions (t)"."""
    for number, text in captions:
        found = [(match, unit) for match in BRACKETS.finditer(text) if (unit := unit_of(match[1]))]
        if len({unit for _, unit in found}) > 1:
            begin = 0
            for match, unit in found:
                place = Place(number, match.start(1), match.end(1))
                yield words_of(text[begin : match.start()]), NamedUnit(unit, match[1], place)
                begin = match.end()


def words_of(text: str) -> frozenset[str]:
    """Return the words of a label that choose one of several units."""
    return frozenset(word.rstrip("s") for word in _WORD.findall(text.casefold()))


def _of_cell(text: str, row: Row, n: int) -> tuple[NamedUnit | None, NamedUnit | None]:
    """Return the unit in a cell, and a second one in brackets."""
    if unit := unit_of(text):
        return NamedUnit(unit, text, row.place(n)), None
    if two := _TWO_UNITS.fullmatch(text):
        first, second = (unit_of(part.strip()) for part in two.groups())
        place = row.place(n)
        return (
            NamedUnit(first, two[1].strip(), place) if first else None,
            NamedUnit(second, two[2].strip(), place) if second else None,
        )
    return None, None


def _named(found: PrintedUnit | None, place: Place) -> NamedUnit | None:
    if found is None:
        return None
    return NamedUnit(found.unit, found.text, Place(place.passage, place.start + found.start, place.start + found.end))


_NONE = NamedUnit(NO_UNIT, "", None)
