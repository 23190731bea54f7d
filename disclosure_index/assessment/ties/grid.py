"""A table as a grid of facts: rows by their labels, cells by their columns."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import floor, log10
from typing import NamedTuple

from disclosure_index.figures.reader import DocumentFacts
from disclosure_index.figures.unit_lines import BRACKETS
from disclosure_index.figures.units import unit_of
from disclosure_index.model import Fact
from disclosure_index.suggest.normalised_text import normal, words

MOST_ROWS = 150
"""The most rows of a table that is checked for ties; a longer one is a list."""
LEAST_DIGITS = 3
"""Significant digits with which a figure does not agree with others by chance."""


class GridRow(NamedTuple):
    """A row of a table with the facts of its cells, by the number of the cell."""

    passage: int
    key: tuple[str, ...]  # the words of its label
    cells: dict[int, Fact]

    @property
    def first(self) -> Fact:
        """Any of its facts, for its label and unit."""
        return next(iter(self.cells.values()))


def grid_of(facts: DocumentFacts, number: int) -> tuple[GridRow, ...]:
    """Return the rows of a table with figures of the period, without targets, changes and bounds."""
    rows = []
    found = facts.of_table(number)
    for row in facts.tables[number].rows[:MOST_ROWS]:
        cells: dict[int, Fact] = {}
        for fact in found.get(row.passage, ()):
            cell = row.cell_at(fact.place.start)
            if fact.role == "" and cell is not None and cell not in cells:
                cells[cell] = fact
        if cells:
            label = next(iter(cells.values())).label
            rows.append(GridRow(row.passage, key_of(label), cells))
    return tuple(rows)


@lru_cache(maxsize=65536)
def key_of(label: str) -> tuple[str, ...]:
    """Return the words of a label for comparison: simplified characters, small letters, stems, in any order.

    The unit in brackets is left out, because the facts have units.
    """
    return tuple(sorted(set(words(normal(BRACKETS.sub(_without_unit, label))))))


def _without_unit(brackets: re.Match[str]) -> str:
    return "" if unit_of(brackets[1]) else brackets[0]


def digits(fact: Fact) -> int:
    """Return the number of significant digits in a printed figure."""
    return len("".join(filter(str.isdigit, fact.printed)).lstrip("0"))


def is_distinct(fact: Fact) -> bool:
    """Whether a figure has enough digits to agree with another by more than chance."""
    return bool(fact.value) and digits(fact) >= LEAST_DIGITS


def agree(first: float, other: float, tolerance: float) -> bool:
    """Whether two values are equal within a tolerance, and the error of binary fractions."""
    return abs(first - other) <= tolerance + 1e-9 * max(abs(first), abs(other))


def power_of_ten(first: float, other: float, tolerance: float = 0.004) -> int:
    """Return k if one value is the other times 10 to the k, other than 0 and 1; else 0."""
    if not first or not other or (first > 0) != (other > 0):
        return 0
    exponent = log10(first / other)
    nearest = floor(exponent + 0.5)
    return nearest if nearest and abs(exponent - nearest) <= tolerance and abs(nearest) <= 9 else 0


def columns_of(rows: Sequence[GridRow]) -> Iterator[int]:
    """Yield the columns in which several rows have figures."""
    counts: dict[int, int] = {}
    for row in rows:
        for cell in row.cells:
            counts[cell] = counts.get(cell, 0) + 1
    yield from (cell for cell, count in sorted(counts.items()) if count > 1)
