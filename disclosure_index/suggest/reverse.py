"""The reverse search, from a passage to the disclosures that it may answer, by the words of their definitions."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from math import log1p
from typing import NamedTuple

from disclosure_index.suggest.features import NAME_WORD, TERM_WORD
from disclosure_index.suggest.normalised_text import words
from disclosure_index.suggest.query import LACKING, NAME, TERM, Query
from disclosure_index.suggest.weights import Weights, chance

SIGNS = (
    "weight",  # the logarithm of the weight of the passage for the disclosure
    "share",  # that weight as a share of the weights of all disclosures
    "length",  # the logarithm of its words
    "general",  # the disclosure is about the report or the organisation, which every page mentions
    "agreed",  # the share of the first five that are in its group
)
"""The signs that decide whether a passage answers a disclosure."""
_FIRST = 5
_LEAST = 200
"""The least number of competing disclosures: rarity among ten means little."""


class Answered(NamedTuple):
    """A disclosure, by its number among the queries; `signs` in the order of `SIGNS`, the score from 0 to 100."""

    query: int
    signs: tuple[float, ...]
    score: int


class QueryIndex:
    """The queries of many disclosures, by their phrases and words."""

    def __init__(self, queries: Sequence[Query], weights: Weights) -> None:
        self.queries = queries
        self._weights = weights.passage
        uses: dict[str, dict[int, float]] = defaultdict(dict)
        self._words: dict[str, dict[int, float]] = defaultdict(dict)
        for number, query in enumerate(queries):
            for kind, phrases in ((TERM, query.terms), (NAME, query.names)):
                for phrase in phrases:
                    uses[phrase][number] = kind
            for kind, known in ((TERM_WORD, query.term_words), (NAME_WORD, query.name_words)):
                for word in known:
                    self._words[word][number] = kind
        common = Counter(word for phrase in uses for word in set(words(phrase)))
        self._phrases: dict[str, list[tuple[str, dict[int, float]]]] = defaultdict(list)
        for phrase, where in uses.items():
            if found := words(phrase):
                self._phrases[min(found, key=lambda word: (common[word], word))].append((phrase, where))

    def answers(self, form: str, most: int) -> list[Answered]:
        """Return the disclosures that a passage in normal form may answer, the best first."""
        present = set(words(form))
        weights: dict[int, float] = defaultdict(float)
        whole = 1.0
        for word in present:
            for phrase, where in self._phrases.get(word, ()):
                if phrase in form:
                    self._add(weights, where)
            table = self._words.get(word, {})
            self._add(weights, table)
            whole += self._rarity(len(table))
        guarded = [(weight * self._guard(number, form), number) for number, weight in weights.items()]
        first = sorted(guarded, key=lambda found: (-found[0], found[1]))[: max(most, _FIRST)]
        groups = Counter(self.queries[number].group for _, number in first[:_FIRST])
        return list(islice(self._judged(first, whole, len(present), groups), most))

    def _judged(
        self, found: Sequence[tuple[float, int]], whole: float, length: int, groups: Counter[tuple[str, str]]
    ) -> Iterator[Answered]:
        for weight, number in found:
            query = self.queries[number]
            agreed = groups[query.group] / _FIRST
            signs = (log1p(weight), weight / whole, log1p(length), float(query.general), agreed)
            yield Answered(number, signs, chance(self._weights, SIGNS, signs))

    def _add(self, weights: dict[int, float], where: dict[int, float]) -> None:
        rare = self._rarity(len(where))
        for number, kind in where.items():
            weights[number] += kind * rare

    def _rarity(self, count: int) -> float:
        number = max(len(self.queries), _LEAST)
        return log1p((number - count + 0.5) / (count + 0.5))

    def _guard(self, number: int, form: str) -> float:
        query = self.queries[number]
        lacking = LACKING if query.needs and not any(need in form for need in query.needs) else 1.0
        return lacking * (LACKING if any(other in form for other in query.against) else 1.0)
