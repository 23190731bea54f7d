"""The facts of sentences: "rose by 12 % to 3,400 t in 2024", 范围 3+ 减排量为 3,333.8 万吨."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from disclosure_index.figures.dimensions import dimensions_in
from disclosure_index.figures.numbers import narrow
from disclosure_index.figures.periods import years_in
from disclosure_index.figures.sentence_numbers import SaidNumber, numbers_in
from disclosure_index.figures.sentence_words import (
    BASE_YEAR,
    BOUND_BEFORE,
    CHANGE,
    CLAUSE,
    CURRENCY_BEFORE,
    END,
    OPENS_VALUE,
    PREVIOUS,
    RANGE,
    RANGE_BEFORE,
    SPAN_BEFORE,
    TO_VALUE,
    YEAR_BEHIND,
)
from disclosure_index.model import Fact, Place
from disclosure_index.reading.superscripts import without_marks

LONGEST_LABEL = 240
"""Characters before and behind a number that say what it is."""
_NEAR = 60
_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾ᵃᵇᶜᵈᵉᶠ"
_POWERS = tuple("mMtTO")


def sentence_facts(text: str, passage: int, year: str, comma: bool = False) -> Iterator[Fact]:
    """Yield the facts of a passage that is no row.

    Args:
        text: of the passage.
        passage: its number.
        year: of the report: the period of a figure with which none is said.
        comma: whether its document writes decimals with a comma.
    """
    plain = narrow(text if text.isascii() else _same_length(text))
    found = list(numbers_in(plain, comma))
    if not found:
        return
    years = years_in(plain)
    ends = [0, *(match.end() for match in END.finditer(plain)), len(plain)]
    ranges = _ranges(plain, found)
    for one in found:
        after = bisect_right(ends, one.start, hi=len(ends) - 1)
        sentence = _Sentence(plain, ends[after - 1], ends[after])
        said = _period(sentence, one, years, year)
        role = "range" if one.start in ranges else _role(sentence, one, said or year, year)
        yield Fact(
            value=one.value * one.unit.scale,
            unit=one.unit.base,
            quantity=one.unit.quantity,
            printed=one.digits,
            printed_unit=one.printed_unit,
            scale=one.unit.scale,
            period=said or year,
            instant="",
            is_stated=said != "",
            label=sentence.around(one),
            group="",
            dimensions=dimensions_in(sentence.clause(one)),
            decimals=one.decimals,
            role=role,
            place=Place(passage, one.start, one.end),
        )


class _Sentence(NamedTuple):
    """A sentence of a text, from one place to another."""

    text: str
    begin: int
    end: int

    def before(self, one: SaidNumber) -> str:
        return self.text[self.begin : one.start]

    def behind(self, one: SaidNumber) -> str:
        return self.text[one.end : self.end]

    def around(self, one: SaidNumber) -> str:
        """Return the sentence, of a long one what is near a number."""
        start, end = max(self.begin, one.start - LONGEST_LABEL), min(self.end, one.end + LONGEST_LABEL)
        return self.text[start:end].strip()

    def clause(self, one: SaidNumber) -> str:
        """Return what stands between the commas around a number, without the number."""
        return f"{CLAUSE.split(self.before(one))[-1]} {CLAUSE.split(self.behind(one))[0]}"


def _ranges(text: str, found: Sequence[SaidNumber]) -> set[int]:
    """Return where the numbers begin that are the two ends of a range: 50 % to 70 %."""
    return {
        place
        for one, other in pairwise(found)
        if one.unit.base == other.unit.base and RANGE.fullmatch(text[one.end : other.start])
        for place in (one.start, other.start)
    }


def _same_length(text: str) -> str:
    """Return a text with the marks of notes as spaces, so that places stay."""
    if without_marks(text) == text:
        return text
    return "".join(" " if c in _MARKS and text[n - 1 : n] not in _POWERS else c for n, c in enumerate(text))


def _period(sentence: _Sentence, one: SaidNumber, years: Sequence[tuple[int, str]], year: str) -> str:
    """Return the year that a number in a sentence is of; "" where it says none."""
    if match := YEAR_BEHIND.match(sentence.behind(one)[:_NEAR]):
        return match[1]
    if year.isdigit() and PREVIOUS.search(sentence.before(one)):
        return str(int(year) - 1)
    earlier = [(at, name) for at, name in years if sentence.begin <= at < one.start]
    earlier = [found for found in earlier if not BASE_YEAR.search(sentence.text[sentence.begin : found[0]])] or earlier
    if earlier:
        at, name = earlier[-1]
        first = SPAN_BEFORE.search(sentence.text[sentence.begin : at])
        return f"{first[1]}-{name}" if first and first[1] < name else name
    later = (
        name for at, name in years if one.end <= at < sentence.end and not OPENS_VALUE.match(sentence.text, at + 4)
    )
    return next(later, "")


def _role(sentence: _Sentence, one: SaidNumber, period: str, year: str) -> str:
    before = CURRENCY_BEFORE.sub("", sentence.before(one))
    if RANGE_BEFORE.search(before):
        return "range"
    if period[-4:] > year[-4:]:
        return "target"
    if one.unit.quantity == "percentage-point" or (CHANGE.search(before) and not TO_VALUE.search(before)):
        return "change"
    return "bound" if BOUND_BEFORE.search(before) else ""
