"""The facts of a table: heads over several rows, groups of rows, units and periods wherever they stand."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_index.figures.dimensions import Dimensions, combined, dimensions_in
from disclosure_index.figures.periods import Period, period_in, period_of_head
from disclosure_index.figures.printed_numbers import Number, read_cell
from disclosure_index.figures.table_heads import NO_HEAD, Column, columns_of, is_head
from disclosure_index.figures.table_rows import Caption, Row, Table
from disclosure_index.figures.table_units import (
    NamedUnit,
    RowUnits,
    row_units,
    shared_unit,
    unit_cell_of,
    unit_of_number,
    units_by_words,
    units_of_captions,
    words_of,
)
from disclosure_index.figures.units import NO_UNIT, Unit, unit_of
from disclosure_index.model import Document, Fact, Place
from disclosure_index.reading.superscripts import without_marks

COMMA_LANGUAGES = ("cs", "da", "de", "es", "fi", "fr", "it", "nl", "no", "pl", "pt", "sv")
"""Languages that write decimals with a comma."""
LONGEST_LABEL = 160
_BY = re.compile(r"(?i)^(?:[-–•·]\s*)?(?:by|of which|thereof|including|broken down)\b|^按|其中|^依")
_NOTE = re.compile(r"\s*\(?\d{1,2}\)\s*$")
_MARK = re.compile(r"\s*(?:\^?\[\d{1,2}\]|\^\d{1,2}|\*+|\(\d\))\s*$")
_TOTAL = re.compile(r"(?i)total\b|[总總合][计計]?")
_RATE = re.compile(r"(?i)\b(?:rate|ratio|share|intensity|number|per)\b|率|比|强度|強度|数|數")
_BULLET = re.compile(r"^(?:[-–•·]|>\s)\s*")
_KEPT = ("scope", "method")
"""Dimensions of a row that the rows of a breakdown below it have as well."""
_DATED = 30
"""Characters of a label that may be the period of its row."""


class _Around(NamedTuple):
    """What holds for the rows of a table until something else is said."""

    columns: tuple[Column, ...] = ()
    groups: tuple[Row, ...] = ()  # the nearest first
    inherited: Dimensions = ()
    of_total: NamedUnit | None = None  # the unit of a total above its parts, which say none
    is_head_of_bullets: bool = False  # the group has a unit, and no figures: it ends with its bullets


class _Context(NamedTuple):
    """What holds for all of a table."""

    captions: tuple[Caption, ...]  # the nearest first
    units: tuple[NamedUnit, ...]  # of the captions
    by_words: tuple[tuple[frozenset[str], NamedUnit], ...]  # of a caption with several
    shared: tuple[NamedUnit, ...]  # of rows whose cell for the unit is empty
    period: Period | None
    dimensions: Dimensions
    year: str


class _Labels(NamedTuple):
    """What a row says beside its figures."""

    cells: tuple[int, ...]
    values: tuple[int, ...]
    text: str
    period: Period | None
    dimensions: Dimensions


def table_facts(table: Table, document: Document, year: str) -> Iterator[Fact]:
    """Yield the facts of a table, row by row.

    Args:
        table: of the document.
        document: that it stands in.
        year: of the report: the period of a figure with which none is said.
    """
    comma = document.language[:2] in COMMA_LANGUAGES
    context = _context(table, year)
    around, heads, kept = _Around(), list[Row](), Dimensions()
    before: Row | None = None
    for n, row in enumerate(table.rows):
        numbers = [read_cell(cell, comma) for cell in row.cells]
        count = sum(number is not None and number.value is not None for number in numbers[1:])
        follows = bool(heads) and before is heads[-1]
        if is_head(row, count, follows, n == 0):
            heads = [*heads, row] if follows else [row]
            around = _Around(columns_of(heads))
        elif count or len({cell.strip() for cell in row.cells if cell.strip() and not unit_of(cell.strip())}) > 1:
            if around.is_head_of_bullets and not _BULLET.match(row.cells[0].strip()):
                around = around._replace(groups=(), is_head_of_bullets=False)
            if not any(column.is_page for column in around.columns):
                found = list(_row_facts(row, numbers, around, context))
                yield from found
                kept = _scopes(found[0].dimensions) if found else kept
                around = around._replace(of_total=_unit_of_total(found, around))
        elif text := next((cell.strip() for cell in row.cells if cell.strip()), ""):
            around = _below(around, row, text, kept, before)
            if any(unit_of(cell.strip()) for cell in row.cells[1:]):
                around = around._replace(is_head_of_bullets=True)
        before = row


def _context(table: Table, year: str) -> _Context:
    captions = tuple(reversed(table.captions))
    shared = shared_unit(table)
    period = next((found for _, text in captions if (found := period_in(text))), None)
    dimensions = _scopes(dimensions_in(captions[0][1])) if captions else ()
    units, by_words = tuple(units_of_captions(captions)), tuple(units_by_words(captions))
    return _Context(captions, units, by_words, (shared,) if shared else (), period, dimensions, year)


def _wider_units(row: Row, unit_cell: int, label: str, around: _Around, context: _Context) -> Sequence[NamedUnit]:
    """Return the units of the table that a row may have: with a unit of its own, only what multiplies it."""
    if unit_cell >= 0 and row.cells[unit_cell].strip():
        return context.units
    first = around.columns[0] if around.columns else NO_HEAD
    said = words_of(label) if context.by_words else frozenset()
    by_words = [unit for words, unit in context.by_words if words & said]
    total = (around.of_total,) if around.of_total and not _RATE.search(label) else ()
    head = (NamedUnit(first.unit.unit, first.unit.text, first.unit_place),) if unit_cell < 0 and first.unit else ()
    return (*head, *context.shared, *context.units, *(by_words if len(by_words) == 1 else ()), *total)


def _unit_of_total(found: Sequence[Fact], around: _Around) -> NamedUnit | None:
    """Return the unit that a total says in its label, for its parts below; a row with another unit ends them."""
    if not found or (around.of_total and found[0].unit_place == around.of_total.place):
        return around.of_total
    first = found[0]
    if first.unit_place and first.unit_place.passage == first.place.passage and _TOTAL.match(first.label):
        return NamedUnit(Unit(first.unit, first.scale, first.quantity), first.printed_unit, first.unit_place)
    return None


def _below(around: _Around, row: Row, text: str, kept: Dimensions, before: Row | None) -> _Around:
    """Return what holds below a row that names a group of rows; two such rows below each other are nested."""
    by = _BY.search(text) is not None
    outer = around.groups[-1:] if by or (around.groups and before is around.groups[0]) else ()
    return around._replace(groups=(row, *outer), inherited=kept if by else (), of_total=None, is_head_of_bullets=False)


def _row_facts(row: Row, numbers: Sequence[Number | None], around: _Around, context: _Context) -> Iterator[Fact]:
    fits = len(around.columns) == len(row.cells)
    columns = around.columns if fits else (NO_HEAD,) * len(row.cells)
    unit_cell = unit_cell_of(row, numbers, columns)
    labels = _labels(row, numbers, columns, unit_cell)
    if labels is None:
        return
    units = row_units(
        row, unit_cell, labels.cells, around.groups, _wider_units(row, unit_cell, labels.text, around, context)
    )
    group = " / ".join(_plain(next(filter(None, one.cells), "")) for one in reversed(around.groups))
    groups = (dimensions_in(_plain(next(filter(None, one.cells), ""))) for one in around.groups)
    inherited = combined(*groups, around.inherited, context.dimensions)
    period = labels.period or (period_in(group) if group else None) or context.period
    caption = next((text for _, text in context.captions), "")
    for n in labels.values:
        number, column = numbers[n], columns[n]
        if number is None:
            continue
        named = unit_of_number(number, units, column)
        if number.may_be_year and not (column.period or named.unit.quantity):
            continue
        of = column.period or period
        fact = Fact(
            value=None if number.value is None else number.value * named.unit.scale,
            unit=named.unit.base,
            quantity=named.unit.quantity,
            printed=number.text,
            printed_unit=named.text,
            scale=named.unit.scale,
            period=of.label if of else context.year,
            instant=of.instant if of else "",
            is_stated=of is not None,
            label=labels.text,
            group=f"{caption} / {group}".strip(" /"),
            dimensions=combined(labels.dimensions, column.dimensions, inherited),
            decimals=number.decimals,
            role=column.role or ("bound" if number.is_bound else ""),
            place=row.place(n),
            label_place=row.place(labels.cells[-1]),
            head_place=column.place,
            caption_place=Place(context.captions[0][0], 0, len(caption)) if caption else None,
            unit_place=named.place,
            in_table=True,
        )
        yield fact
        if number.second and (second := _second(fact, number.second, units)):
            yield second


def _labels(row: Row, numbers: Sequence[Number | None], columns: Sequence[Column], unit_cell: int) -> _Labels | None:
    """Return what a row says beside its figures, and in which cells; None for one without figures or label."""
    cells, values, period = [], [], None
    for n, cell in enumerate(row.cells):
        text = cell.strip()
        if n == unit_cell or not text:
            continue
        if columns[n].is_year and (found := period_of_head(text)):
            period = found
        elif numbers[n] is not None and n and columns[n].has_values:
            values.append(n)
        elif (numbers[n] is None or not n) and not values and columns[n].has_values and len(text) <= LONGEST_LABEL:
            cells.append(n)
    if not values or not cells:
        return None
    texts = list(dict.fromkeys(_plain(row.cells[n]) for n in cells))
    label = " / ".join(texts)
    period = period or (period_in(label) if len(label) <= _DATED else None)
    return _Labels(tuple(cells), tuple(values), label, period, combined(*map(dimensions_in, reversed(texts))))


def _second(fact: Fact, number: Number, units: RowUnits) -> Fact | None:
    """Return the fact of the number in brackets behind another: of 12 (14 %) the share."""
    unit = unit_of(number.unit) or (units.second.unit if units.second else NO_UNIT)
    if number.value is None or not unit.base:
        return None
    return fact._replace(
        value=number.value * unit.scale,
        unit=unit.base,
        quantity=unit.quantity,
        printed=number.text,
        printed_unit=number.unit or (units.second.text if units.second else ""),
        scale=unit.scale,
        decimals=number.decimals,
    )


def _scopes(dimensions: Dimensions) -> Dimensions:
    return tuple(pair for pair in dimensions if pair[0] in _KEPT)


def _plain(text: str) -> str:
    """Return a label without the marks of footnotes and the signs of lists."""
    plain = (text if text.isascii() else without_marks(text)).strip()
    closes = plain.endswith(")") and plain.count("(") < plain.count(")")
    return _BULLET.sub("", (_NOTE if closes else _MARK).sub("", plain))
