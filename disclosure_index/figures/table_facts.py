"""The facts of a table: heads over several rows, groups of rows, units and periods in any place."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_index.figures.dimensions import Dimensions, combined, dimensions_in
from disclosure_index.figures.periods import Period, period_in
from disclosure_index.figures.printed_numbers import Number
from disclosure_index.figures.table_heads import NO_HEAD, Column, columns_of, is_head
from disclosure_index.figures.table_labels import BULLET, labels_of, numbers_of, plain_label
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
from disclosure_index.model import Fact, Place

_BY = re.compile(r"(?i)^(?:[-–—•·]\s*)?(?:by|of which|thereof|including|broken down)\b|^按|其中|^依")
_TOTAL = re.compile(r"(?i)total\b|[总總合][计計]?|.*[总總][量数數额額计計]")
_RATE = re.compile(r"(?i)\b(?:rate|ratio|share|intensity|number|per)\b|率|比|强度|強度|数|數")
_UP = ("▲", "△")
"""Signs of an upward change; before other figures they are a minus."""
_KEPT = ("scope", "method")
"""Dimensions of a row that apply to the rows of a breakdown below it."""


class _Around(NamedTuple):
    """The groups, unit and dimensions that apply to the rows of a table until the next group."""

    columns: tuple[Column, ...] = ()
    groups: tuple[Row, ...] = ()  # the nearest first
    inherited: Dimensions = ()
    of_total: NamedUnit | None = None  # the unit of a total above its parts, which have none
    is_head_of_bullets: bool = False  # the group has a unit but no figures: it ends with its bullets


class _Context(NamedTuple):
    """The columns, captions and units that apply to a whole table."""

    captions: tuple[Caption, ...]  # the nearest first
    units: tuple[NamedUnit, ...]  # of the captions
    by_words: tuple[tuple[frozenset[str], NamedUnit], ...]  # of a caption with several
    shared: tuple[NamedUnit, ...]  # of rows whose unit cell is empty
    period: Period | None
    dimensions: Dimensions
    year: str


def table_facts(table: Table, year: str, comma: bool = False) -> Iterator[Fact]:
    """Yield the facts of a table, row by row.

    Args:
        table: of the document.
        year: of the report, the period of a figure without one.
        comma: whether its document has decimal commas.
    """
    context = _context(table, year)
    around, heads, kept = _Around(), list[Row](), Dimensions()
    before: Row | None = None
    for n, row in enumerate(table.rows):
        numbers = numbers_of(row, around.columns, comma)
        count = sum(number is not None and number.value is not None for number in numbers[1:])
        follows = bool(heads) and before is heads[-1]
        if is_head(row, count, around.columns, follows, n == 0):
            heads = [*heads, row] if follows else [row]
            around = _Around(columns_of(heads))
        elif count or len({cell.strip() for cell in row.cells if cell.strip() and not unit_of(cell.strip())}) > 1:
            if around.is_head_of_bullets and not BULLET.match(row.cells[0].strip()):
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
    """Return the units of the table that apply to a row: for a row with its own unit, only multipliers."""
    if unit_cell >= 0 and row.cells[unit_cell].strip():
        return context.units
    first = around.columns[0] if around.columns else NO_HEAD
    label_words = words_of(label) if context.by_words else frozenset()
    by_words = [unit for words, unit in context.by_words if words & label_words]
    total = (around.of_total,) if around.of_total and not _RATE.search(label) else ()
    head = (NamedUnit(first.unit.unit, first.unit.text, first.unit_place),) if unit_cell < 0 and first.unit else ()
    return (*head, *context.shared, *context.units, *(by_words if len(by_words) == 1 else ()), *total)


def _unit_of_total(found: Sequence[Fact], around: _Around) -> NamedUnit | None:
    """Return the unit in the label of a total, for its parts below; a row with another unit ends them."""
    if not found or (around.of_total and found[0].unit_place == around.of_total.place):
        return around.of_total
    first = found[0]
    is_of_label = first.unit_place and first.unit_place.passage == first.place.passage
    if (is_of_label or first.unit == "persons") and _TOTAL.match(first.label):
        return NamedUnit(Unit(first.unit, first.scale, first.quantity), first.printed_unit, first.unit_place)
    return None


def _below(around: _Around, row: Row, text: str, kept: Dimensions, before: Row | None) -> _Around:
    """Return the context below a row that names a group of rows; two consecutive such rows are nested."""
    by = _BY.search(text) is not None
    outer = around.groups[-1:] if by or (around.groups and before is around.groups[0]) else ()
    return around._replace(
        groups=(row, *outer),
        inherited=kept if by else (),
        of_total=around.of_total if by else None,
        is_head_of_bullets=False,
    )


def _row_facts(row: Row, numbers: Sequence[Number | None], around: _Around, context: _Context) -> Iterator[Fact]:
    fits = len(around.columns) == len(row.cells)
    columns = around.columns if fits else (NO_HEAD,) * len(row.cells)
    unit_cell = unit_cell_of(row, numbers, columns)
    labels = labels_of(row, numbers, columns, unit_cell)
    if labels is None:
        return
    units = row_units(
        row, unit_cell, labels.cells, around.groups, _wider_units(row, unit_cell, labels.text, around, context)
    )
    group = " / ".join(plain_label(next(filter(None, one.cells), "")) for one in reversed(around.groups))
    groups = (dimensions_in(plain_label(next(filter(None, one.cells), ""))) for one in around.groups)
    inherited = combined(*groups, around.inherited, context.dimensions)
    period = labels.period or (period_in(group) if group else None) or context.period
    caption = next((text for _, text in context.captions), "")
    for n in labels.values:
        number, column = numbers[n], columns[n]
        if number is None:
            continue
        named = unit_of_number(number, units, column)
        if column.role == "change" and row.cells[n].lstrip().startswith(_UP) and number.value:
            number = number._replace(value=abs(number.value))
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
            label=labels.text or plain_label(" / ".join(column.texts)),
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


def _second(fact: Fact, number: Number, units: RowUnits) -> Fact | None:
    """Return the fact of the number in brackets after another: in 12 (14 %), the share."""
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
