"""Intensities that differ from their quotient, and rows whose unit changes between two years.

The divisor of an intensity, revenue or output, is seldom printed beside it. But if several intensities of a year
have the same divisor, each of them shows it: the total by its intensity. One with another divisor is reported.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_index.assessment.ties.grid import GridRow, digits
from disclosure_index.assessment.ties.tie import Tie, printed
from disclosure_index.model import Fact
from disclosure_index.suggest.normalised_text import normal, words

_INTENSITY = re.compile(r"(?i)\bintensity\b|强度|密度|強度|\bper\b|每")
_BESIDE = frozenset(words(normal("intensity total amount consumption volume emissions 强度 密度 总量 量 消耗 排放")))
_UNIT_STEP = 3
"""Powers of ten by which no figure changes in one year, while the years around are equal."""


class _Share(NamedTuple):
    intensity: Fact
    amount: Fact
    low: float
    high: float


def intensities(rows: Sequence[GridRow]) -> Iterator[Tie]:
    """Yield the intensities of a table that are not their amount divided by the divisor of the others."""
    found: dict[tuple[str, str], list[_Share]] = defaultdict(list)
    amounts = [row for row in rows if "/" not in row.first.unit and row.first.unit not in ("", "%")]
    for row in rows:
        over, per, under = row.first.unit.partition("/")
        if not per or not _INTENSITY.search(row.first.label):
            continue
        if (twin := _twin(row, amounts, over)) is None:
            continue
        for cell, fact in row.cells.items():
            amount = twin.cells.get(cell)
            if amount and amount.value and fact.value and amount.period == fact.period and digits(fact) > 1:
                low = (amount.value - amount.precision) / (fact.value + fact.precision)
                high = (amount.value + amount.precision) / max(fact.value - fact.precision, 1e-30)
                found[fact.period, under].append(_Share(fact, amount, low, high))
    for shares in found.values():
        yield from _outliers(shares)


def _twin(row: GridRow, amounts: Sequence[GridRow], unit: str) -> GridRow | None:
    """Return the row with the amount of an intensity: the same words and dimensions, except "intensity"."""
    key_words = set(row.key) - _BESIDE
    alike = [
        other
        for other in amounts
        if other.first.unit == unit
        and other.first.dimensions == row.first.dimensions
        and set(other.key) - _BESIDE <= key_words
    ]
    return max(alike, key=lambda other: len(set(other.key) & set(row.key)), default=None)


def _outliers(shares: Sequence[_Share]) -> Iterator[Tie]:
    if len(shares) < 3:
        return
    for one in shares:
        others = [other for other in shares if other is not one]
        low, high = max(other.low for other in others), min(other.high for other in others)
        if low <= high and not (one.low <= high and low <= one.high):
            quotient = (one.amount.value or 0.0) / (low + high) * 2 / one.intensity.scale
            arithmetic = (
                f"{printed(one.amount)} / {(low + high) / 2:,.0f} = {quotient:.{one.intensity.decimals}f}, "
                f"not {printed(one.intensity)}"
            )
            yield Tie("DI713", one.intensity, (one.amount,), arithmetic)


def unit_steps(rows: Sequence[GridRow]) -> Iterator[Tie]:
    """Yield the figures that are a thousand times the two other years of their row, or more."""
    for row in rows:
        facts = [fact for fact in row.cells.values() if fact.value and fact.unit not in ("", "%") and fact.value > 0]
        if len(facts) < 3 or len({fact.unit for fact in facts}) > 1 or len({f.period for f in facts}) < len(facts):
            continue
        for fact in facts:
            others = [other.value or 1.0 for other in facts if other is not fact]
            if max(others) > 2 * min(others):
                continue
            middle = sum(others) / len(others)
            times = max((fact.value or 1.0) / middle, middle / (fact.value or 1.0))
            power = len(f"{times * 1.35:.0f}") - 1
            if power >= _UNIT_STEP and 0.6 <= times / 10**power <= 1.7:
                nearest = next(other for other in facts if other is not fact)
                yield Tie("DI715", fact, (nearest,), f"{printed(nearest)} → {printed(fact)}: × {10**power:,}")
