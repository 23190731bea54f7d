"""The facts of sentences: "rose by 12 % to 3,400 t in 2024", 范围 3+ 减排量为 3,333.8 万吨."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from disclosure_index.figures.dimensions import dimensions_in
from disclosure_index.figures.numbers import narrow
from disclosure_index.figures.periods import years_in
from disclosure_index.figures.sentence_numbers import SentenceNumber, numbers_in
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
"""Characters before and after a number whose words qualify it."""
_NEAR = 60
_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾ᵃᵇᶜᵈᵉᶠ"
_POWERS = tuple("mMtTO")


def sentence_facts(text: str, passage: int, year: str, comma: bool = False) -> Iterator[Fact]:
    """Yield the facts of a passage other than a row.

    Args:
        text: of the passage.
        passage: its number.
        year: of the report, the period of a figure without one.
        comma: whether its document has decimal commas.
    """
    plain = narrow(text if text.isascii() else _same_length(text))
    found = list(numbers_in(plain, comma))
    if not found:
        return
    years = years_in(plain)
    ends = [0, *(match.end() for match in END.finditer(plain)), len(plain)]
    ranges = _ranges(plain, found)
    for number in found:
        after = bisect_right(ends, number.start, hi=len(ends) - 1)
        sentence = _Sentence(plain, ends[after - 1], ends[after])
        stated_year = _period(sentence, number, years, year)
        role = "range" if number.start in ranges else _role(sentence, number, stated_year or year, year)
        yield Fact(
            value=number.value * number.unit.scale,
            unit=number.unit.base,
            quantity=number.unit.quantity,
            printed=number.digits,
            printed_unit=number.printed_unit,
            scale=number.unit.scale,
            period=stated_year or year,
            instant="",
            is_stated=stated_year != "",
            label=sentence.around(number),
            group="",
            dimensions=dimensions_in(sentence.clause(number)),
            decimals=number.decimals,
            role=role,
            place=Place(passage, number.start, number.end),
        )


class _Sentence(NamedTuple):
    """A sentence of a text, by its start and end."""

    text: str
    begin: int
    end: int

    def before(self, number: SentenceNumber) -> str:
        return self.text[self.begin : number.start]

    def behind(self, number: SentenceNumber) -> str:
        return self.text[number.end : self.end]

    def around(self, number: SentenceNumber) -> str:
        """Return the sentence, or the part of a long one near a number."""
        start, end = max(self.begin, number.start - LONGEST_LABEL), min(self.end, number.end + LONGEST_LABEL)
        return self.text[start:end].strip()

    def clause(self, number: SentenceNumber) -> str:
        """Return the text between the commas around a number, without the number."""
        return f"{CLAUSE.split(self.before(number))[-1]} {CLAUSE.split(self.behind(number))[0]}"


def _ranges(text: str, found: Sequence[SentenceNumber]) -> set[int]:
    """Return the offsets of the numbers that are the two ends of a range: 50 % to 70 %."""
    return {
        place
        for one, other in pairwise(found)
        if one.unit.base == other.unit.base and RANGE.fullmatch(text[one.end : other.start])
        for place in (one.start, other.start)
    }


def _same_length(text: str) -> str:
    """Return a text with spaces for footnote marks, so that offsets stay."""
    if without_marks(text) == text:
        return text
    return "".join(" " if c in _MARKS and text[n - 1 : n] not in _POWERS else c for n, c in enumerate(text))


def _period(sentence: _Sentence, number: SentenceNumber, years: Sequence[tuple[int, str]], year: str) -> str:
    """Return the year of a number in a sentence; "" without one."""
    if match := YEAR_BEHIND.match(sentence.behind(number)[:_NEAR]):
        return match[1]
    if year.isdigit() and PREVIOUS.search(sentence.before(number)):
        return str(int(year) - 1)
    earlier = [(at, name) for at, name in years if sentence.begin <= at < number.start]
    earlier = [found for found in earlier if not BASE_YEAR.search(sentence.text[sentence.begin : found[0]])] or earlier
    if earlier:
        at, name = earlier[-1]
        first = SPAN_BEFORE.search(sentence.text[sentence.begin : at])
        return f"{first[1]}-{name}" if first and first[1] < name else name
    later = (
        name for at, name in years if number.end <= at < sentence.end and not OPENS_VALUE.match(sentence.text, at + 4)
    )
    return next(later, "")


def _role(sentence: _Sentence, number: SentenceNumber, period: str, year: str) -> str:
    before = CURRENCY_BEFORE.sub("", sentence.before(number))
    if RANGE_BEFORE.search(before):
        return "range"
    if period[-4:] > year[-4:]:
        return "target"
    if number.unit.quantity == "percentage-point" or (CHANGE.search(before) and not TO_VALUE.search(before)):
        return "change"
    return "bound" if BOUND_BEFORE.search(before) else ""
