"""Find restated figures: those of earlier years that two reports print differently. Pure.

Rows are paired by the years that both reports have: a row matches one with the same label and some of the same
figures. Where two tables share one year alone, the rows around it decide. Rows that may be of another table, another
boundary or another quantity are left out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from rapidfuzz import fuzz, process

from disclosure_index.assessment.ties.grid import agree, digits, is_distinct, key_of
from disclosure_index.figures.reader import DocumentFacts
from disclosure_index.model import Fact

ALIKE = 92.0
"""The least likeness, of 100, of two spellings of one label, such as "gas area" and "gases area"."""
MOST_ALIKE = 24
"""The most rows of a report that may share a label; a label of more rows identifies nothing."""
LEAST_AGREEING = 3
"""The fewest figures of other rows that must agree, where a row has no other year in both reports."""

_Label = tuple[tuple[str, ...], str]


class Restated(NamedTuple):
    """A figure as the earlier report printed it, and as the later one does."""

    before: Fact
    now: Fact


class _Row(NamedTuple):
    """A row of a table: its number among the rows of its report, its key, and its figures by period."""

    number: int
    table: int
    label: _Label
    dimensions: tuple[tuple[str, str], ...]
    cells: Mapping[str, Fact]


class _Match(NamedTuple):
    """Two rows that may be the same, with the years in which they agree and differ."""

    before: _Row
    now: _Row
    same: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def is_sure(self) -> bool:
        """Whether they agree in more years than they differ, and by more than chance."""
        telling = [self.now.cells[year] for year in self.same if digits(self.now.cells[year]) > 1]
        return len(self.same) >= len(self.other) and (len(telling) > 1 or any(map(is_distinct, telling)))


def restated_figures(old: DocumentFacts, new: DocumentFacts) -> tuple[Restated, ...]:
    """Return the figures that the later of two reports restates, each once, in their order.

    Args:
        old: the facts of the report of an earlier year.
        new: of the later one. Figures of its own year are not restated.
    """
    matches = list(_matches(_rows(old), _rows(new)))
    sure = _one_to_one([match for match in matches if match.is_sure])
    agreeing = {(match.now.label, year) for match in matches for year in match.same}
    found: dict[tuple[int, int], Restated] = {}
    for match in (*sure, *_beside(matches)):
        for year in match.other:
            if year < new.year and (match.same or (match.now.label, year) not in agreeing):
                now = match.now.cells[year]
                found.setdefault((now.place.passage, now.place.start), Restated(match.before.cells[year], now))
    return tuple(found[place] for place in sorted(found))


def _rows(facts: DocumentFacts) -> list[_Row]:
    """Return the rows of all tables; a row with two figures of one year, as in columns, gives a row for each column."""
    rows: list[_Row] = []
    for table in range(len(facts.tables)):
        cells: dict[tuple[object, ...], dict[str, Fact]] = {}
        for fact in (fact for found in facts.of_table(table).values() for fact in found):
            if fact.role == "" and fact.value is not None and fact.is_stated and key_of(fact.label):
                key = fact.place.passage, fact.label_place, fact.dimensions, fact.unit
                cells.setdefault(key, {}).setdefault(fact.period, fact)
        for by_period in cells.values():
            first = next(iter(by_period.values()))
            dimensions = tuple((axis, member.casefold()) for axis, member in first.dimensions)
            unit = "" if first.unit == "1" else first.unit
            rows.append(_Row(len(rows), table, (key_of(first.label), unit), dimensions, by_period))
    return rows


def _matches(ours: Sequence[_Row], theirs: Sequence[_Row]) -> Iterator[_Match]:
    """Yield the pairs of rows with the same label, unit and dimensions, and with a year in common."""
    by_label: dict[_Label, list[_Row]] = defaultdict(list)
    for row in theirs:
        by_label[row.label].append(row)
    spelt = _spellings({row.label for row in ours}, by_label.keys())
    counts = Counter(row.label for row in ours)
    for before in ours:
        others = by_label.get(spelt.get(before.label, before.label), ())
        if counts[before.label] <= MOST_ALIKE and len(others) <= MOST_ALIKE:
            for now in others:
                years = [year for year in before.cells if year in now.cells]
                if years and _fit(dict(before.dimensions), dict(now.dimensions)):
                    same = tuple(year for year in years if is_same(before.cells[year], now.cells[year]))
                    yield _Match(before, now, same, tuple(year for year in years if year not in same))


def _fit(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether no axis has two members; where only one row gives its member, the figures decide."""
    return all(other.get(axis, member) == member for axis, member in one.items())


def _spellings(ours: Set[_Label], theirs: Set[_Label]) -> Mapping[_Label, _Label]:
    """Return the labels that the later report spells slightly differently, with that spelling."""
    by_unit: dict[str, dict[str, _Label]] = defaultdict(dict)
    for label in sorted(theirs - ours):
        by_unit[label[1]][" ".join(label[0])] = label
    found = {}
    for label in sorted(ours - theirs):
        text = " ".join(label[0])
        best = process.extractOne(text, list(by_unit[label[1]]), scorer=fuzz.ratio, score_cutoff=ALIKE)
        if best and _numbers(best[0]) == _numbers(text):
            found[label] = by_unit[label[1]][best[0]]
    return found


def _numbers(text: str) -> list[str]:
    return [word for word in text.split() if any(map(str.isdigit, word))]


def _one_to_one(matches: Sequence[_Match]) -> list[_Match]:
    """Return the matches that no other match of the same row contradicts: a differing figure there is the same one."""
    of_row: dict[tuple[str, int], list[_Match]] = defaultdict(list)
    for match in matches:
        of_row["before", match.before.number].append(match)
        of_row["now", match.now.number].append(match)
    return [
        match
        for match in matches
        if not any(
            year in rival.same
            for rival in (*of_row["before", match.before.number], *of_row["now", match.now.number])
            for year in match.other
        )
    ]


def _beside(matches: Sequence[_Match]) -> Iterator[_Match]:
    """Yield the matches without a year of agreement, in tables in which most other rows agree."""
    tables: dict[tuple[int, int], list[_Match]] = defaultdict(list)
    for match in matches:
        tables[match.before.table, match.now.table].append(match)
    for found in tables.values():
        once = [
            Counter(match.before.number for match in found),
            Counter(match.now.number for match in found),
        ]
        alone = [m for m in found if once[0][m.before.number] == once[1][m.now.number] == 1]
        agreeing = sum(any(is_distinct(m.now.cells[year]) for year in m.same) for m in alone)
        differing = [m for m in alone if not m.same]
        if agreeing >= max(LEAST_AGREEING, len(differing)):
            yield from (m for m in differing if m.before.dimensions == m.now.dimensions and _is_near(m))


def _is_near(match: _Match) -> bool:
    """Whether figures differ by less than half; a larger difference is as often another quantity as a restatement."""
    pairs = ((match.before.cells[year].value or 0.0, match.now.cells[year].value or 0.0) for year in match.other)
    return all(min(abs(a), abs(b)) > 0 and max(abs(a), abs(b)) < 2 * min(abs(a), abs(b)) for a, b in pairs)


def is_same(one: Fact, other: Fact) -> bool:
    """Whether two figures are the same within their printed precision."""
    return agree(one.value or 0.0, other.value or 0.0, one.precision + other.precision)
