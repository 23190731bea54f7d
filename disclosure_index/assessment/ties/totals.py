"""Totals that are not the sum of their rows, and shares that do not add up to 100 percent.

The rows of a total are inferred from the columns in which they add up. If they add up in one column and not in another,
the other is reported; if they add up in none, only a power of ten, which is a unit, is reported.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_index.assessment.ties.grid import GridRow, agree, columns_of, digits, power_of_ten
from disclosure_index.assessment.ties.tie import Tie, printed, shown
from disclosure_index.model import Fact

MOST_PARTS = 14
"""The most rows in a total; more are seldom next to each other."""
MOST_SUBTOTALS = 6
"""The most subtotals in a grand total."""
EXACT = 1e-4
"""The most rounding in a sum, as a share, with which it shows by itself that rows add up: of the thirty blocks of rows
tried for one, less than one in a hundred adds up by chance."""
BESIDE = 2
"""Rows above and below a block that may have the difference of its sum."""
TOTAL = re.compile(
    r"(?i)\b(?:(?:sub-?|grand )?totals?|sum|overall|all|as at .{0,12}\d|closing balance|at year[- ]end)\b"
    r"|合[计計]|[总總][计計数數额額量]|小[计計]|[总總].{0,12}量|^[总總]|[总總]人[数數]"
)
_SCOPES = re.compile(r"^[123](?:\+[123])+$")


class _Block(NamedTuple):
    rows: tuple[int, ...]
    holds: tuple[int, ...]  # columns
    fails: tuple[int, ...]
    is_exact: bool  # whether a sum is exact enough to exclude chance


def totals(rows: Sequence[GridRow]) -> Iterator[Tie]:
    """Yield the totals of a table that are not the sum of their rows."""
    columns = list(columns_of(rows))
    reported: set[int] = set()
    for at, row in enumerate(rows):
        is_total = TOTAL.search(row.first.label) is not None or _SCOPES.match(_scope_of(row)) is not None
        best = _best(rows, at, columns, is_total)
        if best is None:
            if is_total and (tie := _other_unit(rows, at, columns)) and id(tie.fact) not in reported:
                reported.add(id(tie.fact))
                yield tie
            continue
        for column in best.fails:
            fact = row.cells[column]
            parts = [rows[n].cells[column] for n in best.rows]
            left = (fact.value or 0.0) - sum(part.value or 0.0 for part in parts)
            slack = fact.precision + sum(part.precision for part in parts)
            if _is_left_out(rows, (at, *best.rows), column, left, slack):
                continue
            if fact.place.start and id(fact) not in reported:
                reported |= {id(fact), *map(id, parts)}
                yield _tie("DI711", fact, parts)


def shares(rows: Sequence[GridRow]) -> Iterator[Tie]:
    """Yield the shares of a breakdown that add up to 100 percent in one column but not in another."""
    columns = list(columns_of(rows))
    at = 0
    while at < len(rows):
        for stop in range(min(len(rows), at + MOST_PARTS), at + 1, -1):
            block = rows[at:stop]
            if any(row.first.unit != "%" or row.first.group != block[0].first.group for row in block):
                continue
            if any(TOTAL.search(row.first.label) for row in block):
                continue  # a breakdown does not include its total
            full = [c for c in columns if all(c in row.cells and row.cells[c].value is not None for row in block)]
            sums = {c: sum(row.cells[c].value or 0.0 for row in block) for c in full}
            slack = {c: sum(row.cells[c].precision for row in block) for c in full}
            holds = [c for c in full if agree(sums[c], 100.0, slack[c]) and _is_telling(block, c)]
            if not holds or not (len(holds) > 1 or _is_breakdown(block)):
                continue
            fails = [c for c in full if not agree(sums[c], 100.0, slack[c]) and _is_telling(block, c)]
            for column in fails if len(fails) <= len(holds) else ():  # else one part is not reported, except for a year
                facts = [row.cells[column] for row in block]
                if _is_left_out(rows, range(at, stop), column, 100.0 - sums[column], slack[column]):
                    continue
                terms = " + ".join(map(printed, facts))
                total = shown(sums[column], facts[0])
                yield Tie("DI712", facts[0], tuple(facts[1:]), f"{terms} = {total} %, not 100 %")
            at = stop - 1
            break
        at += 1


def _is_left_out(rows: Sequence[GridRow], used: Sequence[int], column: int, left: float, slack: float) -> bool:
    """Whether a row beside a block has the difference of a sum: one that only this year has, such as "other"."""
    near = range(max(0, min(used) - BESIDE), min(len(rows), max(used) + 1 + BESIDE))
    cells = (rows[n].cells.get(column) for n in near if n not in used)
    return any(cell is not None and cell.value and agree(cell.value, left, slack + cell.precision) for cell in cells)


def _is_breakdown(block: Sequence[GridRow]) -> bool:
    """Whether the rows differ in one dimension: women and men, ages, regions."""
    axes = [dict(row.first.dimensions) for row in block]
    return any(len({one.get(axis) for one in axes}) == len(block) for axis in axes[0] if all(axis in o for o in axes))


def _is_telling(block: Sequence[GridRow], column: int) -> bool:
    """Whether every share of a block is less than the whole: 100 and 0 are not a breakdown."""
    return all(0 <= (row.cells[column].value or 0.0) < 100.0 for row in block)


def _best(rows: Sequence[GridRow], at: int, columns: Sequence[int], is_total: bool) -> _Block | None:
    """Return the rows that a row adds up in most columns; None if there are none, or no column fails."""
    found: list[_Block] = []
    for numbers in _blocks(rows, at):
        block = _weigh(rows, at, numbers, columns)
        if not block.holds:
            continue
        if not block.fails:
            return None
        found.append(block)
    found = [b for b in found if len(b.holds) >= len(b.fails) and (is_total or b.is_exact or len(b.holds) > 1)]
    return max(found, key=lambda b: (len(b.holds), len(b.rows)), default=None)


def _other_unit(rows: Sequence[GridRow], at: int, columns: Sequence[int]) -> Tie | None:
    """Return the row of a block in another unit: times the same power of ten, it would make every sum correct."""
    full = [c for c in columns if c in rows[at].cells and rows[at].cells[c].value]
    for numbers in _blocks(rows, at):
        shared = [c for c in full if all(c in rows[n].cells and rows[n].cells[c].value for n in numbers)]
        if len(shared) < 2:
            continue
        if any(_weigh(rows, at, numbers, [column]).holds for column in shared):
            return None
        for odd in numbers:
            powers = {_power_needed(rows, at, numbers, odd, column) for column in shared}
            if len(powers) == 1 and 0 not in powers:
                fact, total = rows[odd].cells[shared[0]], rows[at].cells[shared[0]]
                times = 10.0 ** next(iter(powers))
                arithmetic = (
                    f"{printed(fact)} {fact.printed_unit} × {1 / times:g} = {shown((fact.value or 0) / times, fact)}"
                )
                return Tie("DI715", fact, (total,), arithmetic)
    return None


def _power_needed(rows: Sequence[GridRow], at: int, numbers: Sequence[int], odd: int, column: int) -> int:
    """Return k if a row is 10 to the k times the rest of the total; else 0."""
    total = rows[at].cells[column]
    others = [rows[n].cells[column] for n in numbers if n != odd]
    left = (total.value or 0.0) - sum(fact.value or 0.0 for fact in others)
    slack = total.precision + sum(fact.precision for fact in others)
    value = rows[odd].cells[column].value or 0.0
    if left <= 10 * slack or value <= 0:
        return 0
    return power_of_ten(value, left, tolerance=max(0.004, slack / left))


def _blocks(rows: Sequence[GridRow], at: int) -> Iterator[tuple[int, ...]]:
    """Yield the rows that a row may add up: adjacent ones above or below it, in its unit; subtotals; scopes."""
    total = rows[at].first
    if total.unit == "%":
        return
    for step in (-1, 1):
        numbers: list[int] = []
        n = at + step
        while 0 <= n < len(rows) and len(numbers) < MOST_PARTS and rows[n].first.unit == total.unit:
            numbers.append(n)
            if len(numbers) > 1:
                yield tuple(numbers)
            n += step
    if TOTAL.search(total.label):
        above = [n for n in range(at) if TOTAL.search(rows[n].first.label) and rows[n].first.unit == total.unit]
        yield from (tuple(above[-count:]) for count in range(2, min(len(above), MOST_SUBTOTALS) + 1))
    if _SCOPES.match(_scope_of(rows[at])):
        yield from _scopes(rows, at, _scope_of(rows[at]).split("+"))


def _scope_of(row: GridRow) -> str:
    return dict(row.first.dimensions).get("scope", "")


def _scopes(rows: Sequence[GridRow], at: int, wanted: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """Yield the rows of the scopes that a total of scopes adds up, anywhere in the table."""
    total = rows[at].first
    found: list[list[int]] = [
        [n for n, row in enumerate(rows) if _scope_of(row) == scope and row.first.unit == total.unit and n != at][:4]
        for scope in wanted
    ]
    if len(found) == 2 and all(found):
        yield from ((a, b) for a in found[0] for b in found[1])
    elif len(found) == 3 and all(found):
        yield from ((a, b, c) for a in found[0] for b in found[1] for c in found[2])


def _weigh(rows: Sequence[GridRow], at: int, numbers: Sequence[int], columns: Sequence[int]) -> _Block:
    holds, fails, is_exact = [], [], False
    for column in columns:
        total = rows[at].cells.get(column)
        parts = [rows[n].cells.get(column) for n in numbers]
        if total is None or not total.value or any(part is None for part in parts):
            continue
        known = [part for part in parts if part is not None]
        values = [part.value or 0.0 for part in known]
        if sum(value != 0 for value in values) < 2:
            continue
        slack = total.precision + sum(part.precision for part in known)
        if agree(sum(values), total.value, slack):
            if digits(total) > 2:
                holds.append(column)
                is_exact = is_exact or slack < EXACT * abs(total.value)
        else:
            fails.append(column)
    return _Block(tuple(numbers), tuple(holds), tuple(fails), is_exact)


def _tie(rule: str, fact: Fact, parts: Sequence[Fact]) -> Tie:
    total = sum(part.value or 0.0 for part in parts)
    terms = " + ".join(map(printed, parts))
    if fact.value and power_of_ten(total, fact.value):
        rule = "DI715"
    return Tie(rule, fact, tuple(parts), f"{terms} = {shown(total, fact)}, not {printed(fact)}")
