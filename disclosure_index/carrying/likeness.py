"""The likeness of two passages, and the passages of a version most like a given one.

Words and Chinese characters are compared in order: of unrelated texts in either script about a fifth agree.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import log
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from disclosure_index.carrying.passage_keys import features, tokens

LOOKED_UP = 16
"""The number of rare features by which a passage is looked up."""
COMMON = 400
"""The most passages that share a feature for lookup: common features make the search slow, and distinguish little."""
COMPARED = 8
"""The passages sharing most rare features that are then compared word by word."""
LONGEST = 600
"""The most tokens of a passage that are compared: two pages of text."""
KEPT = 2000
"""The passages whose tokens are cached: those of a gap are needed again and again."""


class Likeness(NamedTuple):
    """The share that two passages have in common: of both, of the old one, and of the new one; 0 to 100."""

    both: float
    of_old: float
    of_new: float


class TextIndex:
    """An index of passages by their rare words, built on first use."""

    def __init__(self, texts: Sequence[str], numbers: Iterable[int]) -> None:
        self._texts = texts
        self._tokens: dict[int, list[str]] = {}
        self._numbers = numbers

    def tokens(self, number: int) -> list[str]:
        """Return the tokens of a passage, cached for the last passages."""
        found = self._tokens.get(number)
        if found is None:
            if len(self._tokens) >= KEPT:
                self._tokens.clear()
            found = self._tokens[number] = tokens(self._texts[number])[:LONGEST]
        return found

    @cached_property
    def _with(self) -> dict[str, list[int]]:
        table: dict[str, list[int]] = defaultdict(list)
        for number in self._numbers:
            for feature in features(tokens(self._texts[number])):
                table[feature].append(number)
        return table

    @cached_property
    def _size(self) -> int:
        return 1 + max((len(numbers) for numbers in self._with.values()), default=0)

    def near(self, wanted: list[str]) -> list[int]:
        """Return the passages that share most of the rare features of these tokens, the best first."""
        known = ((len(self._with[f]), f) for f in features(wanted) if f in self._with)
        rare = sorted((count, feature) for count, feature in known if count <= COMMON)[:LOOKED_UP]
        votes: Counter[int] = Counter()
        for count, feature in rare:
            weight = 1 + round(8 * log(self._size / count))
            for number in self._with[feature]:
                votes[number] += weight
        return [number for number, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:COMPARED]]


def likeness(old: Sequence[str], new: Sequence[str]) -> Likeness:
    """Return the likeness of two texts by their tokens.

    >>> likeness(["waste", "fell"], ["waste", "fell", "by", "half"])
    Likeness(both=66.7, of_old=100.0, of_new=50.0)
    """
    if not old or not new:
        return Likeness(0.0, 0.0, 0.0)
    shared = LCSseq.similarity(old, new)
    return Likeness(
        round(200 * shared / (len(old) + len(new)), 1),
        round(100 * shared / len(old), 1),
        round(100 * shared / len(new), 1),
    )
