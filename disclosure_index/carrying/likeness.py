"""How alike two passages are, and which passages of a version are alike one of another.

Words, and Chinese characters, are compared in their order: of unrelated texts in either script about a fifth agree.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from disclosure_index.carrying.passage_keys import features, tokens

LOOKED_UP = 16
"""Features of a passage, the rarest ones, that it is looked up by."""
COMMON = 400
"""Passages that a feature may be in to be looked up: more make the search slow, and tell little."""
COMPARED = 8
"""Passages that share most of the rare features, and are compared word by word."""
LONGEST = 600
"""Tokens of a passage that are compared: two pages of text."""


class Likeness(NamedTuple):
    """How much two passages share: of both, of the one before, and of the one now; 0 to 100."""

    both: float
    of_old: float
    of_new: float


class TextIndex:
    """Some passages by their rare words."""

    def __init__(self, texts: Sequence[str], numbers: Iterable[int]) -> None:
        self._texts = texts
        self._with: dict[str, list[int]] = defaultdict(list)
        self._tokens: dict[int, list[str]] = {}
        self.numbers = list(numbers)
        for number in self.numbers:
            for feature in features(tokens(texts[number])):
                self._with[feature].append(number)

    def tokens(self, number: int) -> list[str]:
        """Return the tokens of a passage, made once."""
        if number not in self._tokens:
            self._tokens[number] = tokens(self._texts[number])[:LONGEST]
        return self._tokens[number]

    def near(self, wanted: list[str]) -> list[int]:
        """Return the passages that share most of the rare features of a text with these tokens, the best first."""
        known = ((len(self._with[f]), f) for f in features(wanted) if f in self._with)
        rare = sorted((count, feature) for count, feature in known if count <= COMMON)[:LOOKED_UP]
        votes: Counter[int] = Counter()
        for count, feature in rare:
            weight = 1 + round(8 * log((len(self.numbers) + 1) / count))
            for number in self._with[feature]:
                votes[number] += weight
        return [number for number, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:COMPARED]]


def likeness(old: Sequence[str], new: Sequence[str]) -> Likeness:
    """Compare two texts by their tokens.

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
