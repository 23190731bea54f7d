"""The same figure with different values: in two tables, or in a sentence and a table.

Two rows are the same if their labels have the same words, their units and dimensions are the same, and at least one
year of both agrees, to more digits than by chance. If every common year differs by the same power of ten, a
unit is wrong.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from disclosure_index.assessment.ties.grid import GridRow, agree, is_distinct, power_of_ten
from disclosure_index.assessment.ties.tie import Tie, printed
from disclosure_index.figures.sentence_words import OF_A_PART
from disclosure_index.model import Fact

MOST_ALIKE = 6
"""The most rows with a label that still identifies one thing; "Total" and "Male" have more."""
LEAST_WORDS, LEAST_CHARACTERS = 2, 10
"""The words that a label needs for a search in sentences; in Chinese, only its characters."""
LEAST_CHINESE = 4
_FAR = 60
"""Characters between a label and its figure in a sentence."""
_TIMES = 3.0
"""The largest ratio of a sentence's figure to the table's for both to count as the same figure."""
_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")
_DIGIT = re.compile(r"\d")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def repeated_rows(grids: Mapping[int, Sequence[GridRow]]) -> Iterator[Tie]:
    """Yield the rows of two tables that have the same figure in one year and different ones in the next."""
    alike: dict[tuple[str, ...], list[tuple[int, GridRow]]] = defaultdict(list)
    for number, rows in grids.items():
        for row in rows:
            if row.key:
                alike[row.key].append((number, row))
    for found in alike.values():
        if 1 < len(found) <= MOST_ALIKE:
            for (one_table, one), (other_table, other) in combinations(found, 2):
                if one_table != other_table:
                    yield from _compared(one, other)


def _compared(first: GridRow, other: GridRow) -> Iterator[Tie]:
    left, right = _by_period(first), _by_period(other)
    common = [key for key in left if key in right]
    pairs = [(left[key], right[key]) for key in common if left[key].value and right[key].value]
    same = [_is_same(a, b) for a, b in pairs]
    if any(good and is_distinct(a) for good, (a, _) in zip(same, pairs, strict=True)):
        for good, (a, b) in zip(same, pairs, strict=True):
            if not good:
                rule = "DI715" if power_of_ten(b.value or 0, a.value or 0) else "DI714"
                yield Tie(rule, b, (a,), f"{_with_unit(a)} ≠ {_with_unit(b)}")
        return
    powers = {power_of_ten(b.value or 0, a.value or 0) for a, b in pairs}
    if len(powers) == 1 and 0 not in powers and all(is_distinct(a) and is_distinct(b) for a, b in pairs):
        a, b = pairs[0]
        yield Tie("DI715", b, (a,), f"{_with_unit(a)} ≠ {_with_unit(b)}")


def _by_period(row: GridRow) -> dict[tuple[str, str, tuple[tuple[str, str], ...]], Fact]:
    """Return the facts of a row by period, unit and dimensions, without those in two cells."""
    found: dict[tuple[str, str, tuple[tuple[str, str], ...]], list[Fact]] = defaultdict(list)
    for fact in row.cells.values():
        found[fact.period, fact.unit, fact.dimensions].append(fact)
    return {key: facts[0] for key, facts in found.items() if len(facts) == 1}


def _is_same(first: Fact, other: Fact) -> bool:
    return agree(first.value or 0.0, other.value or 0.0, first.precision + other.precision)


def _with_unit(fact: Fact) -> str:
    return f"{printed(fact)} {fact.printed_unit}".strip()


class RowsByLabel:
    """The rows of all tables by their printed labels, for the search in sentences."""

    def __init__(self, grids: Mapping[int, Sequence[GridRow]]) -> None:
        self._rows: dict[str, list[GridRow]] = defaultdict(list)
        for rows in grids.values():
            for row in rows:
                if (label := _bare(row.first.label)) and _is_specific(label):
                    self._rows[label].append(row)
        by_word: dict[str, list[str]] = defaultdict(list)
        for label in self._rows:
            by_word[max(_words(label), key=len)].append(label)
        self._by_word = by_word

    def in_text(self, text: str) -> Iterator[tuple[str, list[int]]]:
        """Yield the labels in a text, each with its end."""
        plain = text.casefold()
        for word in set(_words(plain)):
            for label in self._by_word.get(word, ()):
                if ends := [match.end() for match in re.finditer(re.escape(label), plain)]:
                    yield label, ends

    def compared(self, text: str, facts: Iterable[Fact]) -> Iterator[Tie]:
        """Yield the figures of a text that differ from those of the row that the text names.

        Sentences on a site, a subsidiary or a project, and shares are left out: a sentence names a part of the company
        as often as the whole.
        """
        comparable = [
            fact
            for fact in facts
            if fact.role == ""
            and fact.value
            and fact.unit not in ("", "%")
            and fact.is_stated
            and not OF_A_PART.search(fact.label)
        ]
        if not comparable:
            return
        named = sorted(self.in_text(text), key=lambda found: -len(found[0]))
        for fact in comparable:
            before = [
                (end, label) for label, ends in named for end in ends if 0 <= fact.place.start - end <= _FAR
                and not _DIGIT.search(text[end : fact.place.start])
            ]  # fmt: skip
            if before:
                yield from self._differing(fact, max(before, key=lambda found: (found[0], len(found[1])))[1])

    def _differing(self, fact: Fact, label: str) -> Iterator[Tie]:
        rows = self._rows[label]
        cells = [cell for row in rows for cell in row.cells.values() if cell.value and cell.unit == fact.unit]
        if any(_is_same(cell, fact) for cell in cells):
            return
        same_period = [cell for cell in cells if cell.period == fact.period and cell.dimensions == fact.dimensions]
        if len(same_period) != 1 or not is_distinct(fact):
            return
        times = (fact.value or 0.0) / (same_period[0].value or 1.0)  # a figure of another sign is another figure
        power = power_of_ten(fact.value or 0.0, same_period[0].value or 0.0)
        if power or 1 / _TIMES <= times <= _TIMES:
            rule = "DI715" if power else "DI714"
            yield Tie(rule, fact, (same_period[0],), f"{_with_unit(same_period[0])} ≠ {_with_unit(fact)}")


def _bare(label: str) -> str:
    return _BRACKETS.sub("", label.split(" / ")[-1]).strip().casefold()


def _is_specific(label: str) -> bool:
    if _CHINESE.search(label):
        return len(_CHINESE.findall(label)) >= LEAST_CHINESE
    return len(label) >= LEAST_CHARACTERS and len(label.split()) >= LEAST_WORDS


def _words(text: str) -> list[str]:
    """Return the words of a text, in Chinese pairs of characters: a label is found by its longest or first word."""
    found = re.findall(r"[a-z0-9à-ÿ]+", text)
    chinese = re.findall(r"[\u4e00-\u9fff]{2,}", text)
    return [*found, *(run[n : n + 2] for run in chinese for n in range(len(run) - 1))] or [text]
