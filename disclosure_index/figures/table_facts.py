"""The facts of a table: heads over several rows, groups of rows, units and periods wherever they stand."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_index.figures.dimensions import Dimensions, combined, dimensions_in
from disclosure_index.figures.periods import Period, period_in, period_of_head
from disclosure_index.figures.printed_numbers import Number, read_cell
from disclosure_index.figures.table_heads import NO_HEAD, Column, columns_of, is_head
from disclosure_index.figures.tables import Row, Table
from disclosure_index.figures.unit_lines import PrintedUnit, counted_in, unit_in
from disclosure_index.figures.units import NO_UNIT, Unit, unit_of
from disclosure_index.model import Document, Fact, Place
from disclosure_index.reading.superscripts import without_marks

COMMA_LANGUAGES = ("cs", "da", "de", "es", "fi", "fr", "it", "nl", "no", "pl", "pt", "sv")
"""Languages that write decimals with a comma."""
LONGEST_LABEL = 160
_BY = re.compile(r"(?i)^(?:[-–•·]\s*)?(?:by|of which|thereof|including|broken down)\b|^按|其中|^依")
_NOTE = re.compile(r"\s*\(?\d{1,2}\)\s*$")
_MARK = re.compile(r"\s*(?:\^?\[\d{1,2}\]|\^\d{1,2}|\*+|\(\d\))\s*$")
_BULLET = re.compile(r"^(?:[-–•·]|>\s)\s*")
_KEPT = ("scope", "method")
"""Dimensions of a row that the rows of a breakdown below it have as well."""
_TWO_UNITS = re.compile(r"([^()]+)\(([^()]+)\)")
_PERIODS_OF_LABEL = 30


class _Named(NamedTuple):
    """A unit with its print and place."""

    unit: Unit
    text: str
    place: Place | None


class _Around(NamedTuple):
    """What holds for the rows of a table until something else is said."""

    columns: tuple[Column, ...] = ()
    group: Row | None = None
    topic: Row | None = None
    inherited: Dimensions = ()


def table_facts(table: Table, document: Document, year: str) -> Iterator[Fact]:
    """Yield the facts of a table, row by row.

    Args:
        table: of the document.
        document: that it stands in.
        year: of the report: the period of a figure with which none is said.
    """
    comma = document.language[:2] in COMMA_LANGUAGES
    captions = [(number, document.passages[number].text) for number in reversed(table.captions)]
    shared = _shared_unit(table)
    around, heads, last = _Around(), list[Row](), ()
    for n, row in enumerate(table.rows):
        numbers = [read_cell(cell, comma) for cell in row.cells]
        count = sum(number is not None and number.value is not None for number in numbers[1:])
        if is_head(row, count, bool(heads) and table.rows[n - 1] is heads[-1], n == 0):
            heads = [*heads, row] if heads and table.rows[n - 1] is heads[-1] else [row]
            around = _Around(columns_of(heads))
            continue
        filled = list(dict.fromkeys(cell.strip() for cell in row.cells if cell.strip()))
        if not count and len(filled) <= 1:
            if filled:
                around = _below(around, row, filled[0], last, table.rows[n - 1] is around.group)
            continue
        if any(not column.has_values and "page" in " ".join(column.texts).lower() for column in around.columns):
            continue
        found = list(_row_facts(row, numbers, around, captions, shared, year))
        if found:
            last = tuple(pair for pair in found[0].dimensions if pair[0] in _KEPT)
        yield from found


def _below(around: _Around, row: Row, text: str, last: Dimensions, nested: bool) -> _Around:
    """Return what holds below a row that names a group of rows."""
    inherited = last if _BY.search(text) else ()
    topic = around.topic if _BY.search(text) else around.group if nested else None
    return around._replace(group=row, topic=topic, inherited=inherited)


def _row_facts(
    row: Row,
    numbers: Sequence[Number | None],
    around: _Around,
    captions: Sequence[tuple[int, str]],
    shared: _Named | None,
    year: str,
) -> Iterator[Fact]:
    fits = len(around.columns) == len(row.cells)
    columns = around.columns if fits else (NO_HEAD,) * len(row.cells)
    unit_cell = _unit_cell(row, numbers, columns)
    labels, row_period, values = [], None, []
    for n, cell in enumerate(row.cells):
        text = cell.strip()
        if n == unit_cell or not text:
            continue
        number = numbers[n]
        if columns[n].is_year and (found := period_of_head(text)):
            row_period = found
        elif number is not None and n and columns[n].has_values:
            values.append(n)
        elif (number is None or not n) and not values and columns[n].has_values and len(text) <= LONGEST_LABEL:
            labels.append(n)
    if not values or not labels:
        return
    texts = list(dict.fromkeys(_plain(row.cells[n]) for n in labels))
    label = " / ".join(texts)
    group = " / ".join(
        _plain(one.cells[0] or next(filter(None, one.cells))) for one in (around.topic, around.group) if one
    )
    caption = next((text for _, text in captions), "")
    own = combined(*(dimensions_in(text) for text in reversed(texts)))
    inherited = combined(dimensions_in(group), around.inherited, _scope_only(dimensions_in(caption)))
    units = _row_units(row, unit_cell, labels, around, captions, shared)
    said = row_period or (period_in(label) if len(label) <= _PERIODS_OF_LABEL else None)
    for n in values:
        column, number = columns[n], numbers[n]
        if number is None:
            continue
        period = column.period or said or _caption_period(captions, group)
        named = _unit(number, units, column)
        if number.may_be_year and not (column.period or named.unit.quantity):
            continue
        yield from _facts(
            number, named, period, year, row, n, labels, label, f"{caption} / {group}".strip(" /"), column,
            combined(own, column.dimensions, inherited), captions, units,
        )  # fmt: skip


def _facts(
    number: Number, named: _Named, period: Period | None, year: str, row: Row, n: int, labels: Sequence[int], label: str,
    group: str, column: Column, dimensions: Dimensions, captions: Sequence[tuple[int, str]], units: "_RowUnits",
) -> Iterator[Fact]:  # fmt: skip
    role = column.role or ("bound" if number.is_bound else "")
    value = None if number.value is None else number.value * named.unit.scale
    place = row.place(n)
    fact = Fact(
        value, named.unit.base, named.unit.quantity, number.text, named.text, named.unit.scale,
        period.label if period else year, period.instant if period else "", period is not None,
        label, group, dimensions, number.decimals, role, place,
        row.place(labels[-1]), column.place, Place(captions[0][0], 0, len(captions[0][1])) if captions else None,
        named.place, True,
    )  # fmt: skip
    yield fact
    if number.second and number.second.value is not None:
        second = number.second
        unit = unit_of(second.unit) or (units.second.unit if units.second else NO_UNIT)
        if unit.base:
            yield fact._replace(
                value=number.second.value * unit.scale, unit=unit.base, quantity=unit.quantity, printed=second.text,
                printed_unit=second.unit or "%", scale=unit.scale, decimals=second.decimals,
            )  # fmt: skip


class _RowUnits(NamedTuple):
    """The units that a row's figures may have: of the row, of what is around it, and a second one in brackets."""

    own: _Named | None
    around: _Named | None
    second: _Named | None
    multiplier: float


def _row_units(
    row: Row, unit_cell: int, labels: Sequence[int], around: _Around, captions: Sequence[tuple[int, str]],
    shared: _Named | None,
) -> _RowUnits:  # fmt: skip
    own = second = None
    if unit_cell >= 0:
        text = row.cells[unit_cell].strip()
        if unit := unit_of(text):
            own = _Named(unit, text, row.place(unit_cell))
        elif two := _TWO_UNITS.fullmatch(text):
            first, other = unit_of(two[1].strip()), unit_of(two[2].strip())
            own = _Named(first, two[1].strip(), row.place(unit_cell)) if first else None
            second = _Named(other, two[2], row.place(unit_cell)) if other else None
    if own is None:
        own = next((found for n in reversed(labels) if (found := _named(unit_in(row.cells[n]), row.place(n)))), None)
    if own is None and unit_cell < 0:
        own = next((_Named(unit, "", None) for n in reversed(labels) if (unit := counted_in(row.cells[n]))), None)
    found: _Named | None = None
    multiplier = 1.0
    for one in (around.group, around.topic):
        if one and found is None and (text := next(filter(None, one.cells), "")):
            found = _named(unit_in(text), Place(one.passage))
    if found is None and unit_cell < 0 and around.columns:
        first = around.columns[0]
        found = _Named(first.unit.unit, first.unit.text, first.unit_place) if first.unit else None
    if found is None and (unit_cell < 0 or not row.cells[unit_cell].strip()):
        found = shared
    for number, text in captions:
        unit = _unit_of_caption(text)
        if unit and unit.unit.base == "":
            multiplier = unit.unit.scale
        elif unit and found is None:
            found = _named(unit, Place(number))
    if found and found.unit.base == "":
        multiplier, found = found.unit.scale, None
    is_dash = unit_cell >= 0 and unit_of(row.cells[unit_cell].strip()) is None and row.cells[unit_cell].strip() != ""
    return _RowUnits(own, None if is_dash and second is None else found, second, multiplier)


def _unit(number: Number, units: _RowUnits, column: Column) -> _Named:
    """Return the unit of a number: its own, that of its row or column, or that of what is around."""
    wider = (
        units.own
        or (_Named(column.unit.unit, column.unit.text, column.unit_place) if column.unit else None)
        or units.around
    )
    if number.unit and (own := unit_of(number.unit)):
        if own.base or wider is None:
            return _Named(own, number.unit, None)
        return _Named(
            wider.unit._replace(scale=wider.unit.scale * own.scale), f"{number.unit}{wider.text}", wider.place
        )
    if wider is None:
        return _Named(NO_UNIT, "", None)
    if (
        units.multiplier != 1.0
        and wider.unit.scale == 1.0
        and wider.unit.quantity in ("money", "number", "persons", "")
    ):
        return wider._replace(unit=wider.unit._replace(scale=units.multiplier))
    if wider.unit.base == "" and units.around and units.around.unit.base and units.around is not wider:
        outer = units.around.unit
        return wider._replace(unit=outer._replace(scale=outer.scale * wider.unit.scale))
    return wider


def _unit_cell(row: Row, numbers: Sequence[Number | None], columns: Sequence[Column]) -> int:
    """Return the cell of a row that has its unit; -1 where none has."""
    for n, column in enumerate(columns):
        cell = row.cells[n].strip()
        number = numbers[n]
        is_dash = number is not None and number.value is None
        if n and column.is_unit and cell and (is_dash or unit_of(cell) or _TWO_UNITS.fullmatch(cell) or len(cell) < 2):
            return n
    for n, cell in enumerate(row.cells):
        if (
            n
            and numbers[n] is None
            and (unit := unit_of(cell.strip()))
            and (unit.base or columns[n].is_unit or not columns[n].texts)
        ):
            return n
    return next((n for n, column in enumerate(columns) if n and column.is_unit and not row.cells[n].strip()), -1)


def _shared_unit(table: Table) -> _Named | None:
    """Return the unit of a table whose column of units names one, and leaves the other rows empty."""
    heads: Row | None = None
    found: dict[Unit, _Named] = {}
    for row in table.rows:
        if any(cell.strip().lower() in ("unit", "units", "单位", "單位") for cell in row.cells):
            heads = row
        elif heads and len(heads.cells) == len(row.cells):
            for n, cell in enumerate(row.cells):
                if heads.cells[n].strip().lower() in ("unit", "units", "单位", "單位") and (
                    unit := unit_of(cell.strip())
                ):
                    found.setdefault(unit, _Named(unit, cell.strip(), row.place(n)))
    return next(iter(found.values())) if len(found) == 1 else None


def _unit_of_caption(text: str) -> PrintedUnit | None:
    """Return the unit of a caption, or of what stands before the years that end a line."""
    if found := unit_in(text, trailing=False):
        return found
    before = re.sub(r"(?:\s*(?:FY\s?)?(?:19|20)\d\d)+\s*$", "", text)
    return unit_in(before, trailing=False) or unit_in(before) if before != text else None


def _named(found: PrintedUnit | None, place: Place) -> _Named | None:
    if found is None:
        return None
    return _Named(found.unit, found.text, Place(place.passage, place.start + found.start, place.start + found.end))


def _caption_period(captions: Sequence[tuple[int, str]], group: str) -> Period | None:
    for text in (group, *(text for _, text in captions)):
        if text and (found := period_in(text)):
            return found
    return None


def _scope_only(dimensions: Dimensions) -> Dimensions:
    return tuple(pair for pair in dimensions if pair[0] in _KEPT)


def _plain(text: str) -> str:
    """Return a label without the marks of footnotes and the signs of lists."""
    plain = (text if text.isascii() else without_marks(text)).strip()
    if plain.count("(") == plain.count(")") or not plain.endswith(")"):
        plain = _MARK.sub("", plain)
    else:
        plain = _NOTE.sub("", plain)
    return _BULLET.sub("", plain)
