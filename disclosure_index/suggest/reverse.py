"""From a passage to the disclosures that it may answer: the definitions by their words."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import exp, log1p
from typing import NamedTuple

from disclosure_index.suggest.features import LACKING, NAME, TERM
from disclosure_index.suggest.normal import words
from disclosure_index.suggest.query import Query
from disclosure_index.suggest.weights import fitted

_NAME_WORD, _TERM_WORD = 0.3, 0.15


class Answer(NamedTuple):
    """A disclosure, by its number among the queries, with what the passage says of it."""

    query: int
    weight: float
    score: int


class QueryIndex:
    """The queries of many disclosures, by their phrases and words."""

    def __init__(self, queries: Sequence[Query]) -> None:
        self.queries = queries
        uses: dict[str, dict[int, float]] = defaultdict(dict)
        self._words: dict[str, dict[int, float]] = defaultdict(dict)
        for number, query in enumerate(queries):
            for kind, phrases in ((TERM, query.terms), (NAME, query.names)):
                for phrase in phrases:
                    uses[phrase][number] = kind
            for kind, known in ((_TERM_WORD, query.term_words), (_NAME_WORD, query.name_words)):
                for word in known:
                    self._words[word][number] = kind
        common = Counter(word for phrase in uses for word in set(words(phrase)))
        self._phrases: dict[str, list[tuple[str, dict[int, float]]]] = defaultdict(list)
        for phrase, where in uses.items():
            if found := words(phrase):
                self._phrases[min(found, key=lambda word: (common[word], word))].append((phrase, where))

    def answers(self, form: str) -> list[Answer]:
        """Give the disclosures that a passage in normal form may answer, the best first."""
        weights: dict[int, float] = defaultdict(float)
        for word in set(words(form)):
            for phrase, where in self._phrases.get(word, ()):
                if phrase in form:
                    rare = self._rarity(len(where))
                    for number, kind in where.items():
                        weights[number] += kind * rare
            table = self._words.get(word, {})
            rare = self._rarity(len(table)) if table else 0.0
            for number, kind in table.items():
                weights[number] += kind * rare
        guarded = sorted(((weight * self._guard(n, form), n) for n, weight in weights.items()), key=_first)
        return [Answer(number, weight, _score(weight)) for weight, number in guarded]

    def _rarity(self, count: int) -> float:
        return log1p((len(self.queries) - count + 0.5) / (count + 0.5))

    def _guard(self, number: int, form: str) -> float:
        query = self.queries[number]
        lacking = LACKING if query.needs and not any(need in form for need in query.needs) else 1.0
        return lacking * (LACKING if any(other in form for other in query.against) else 1.0)


def _first(answer: tuple[float, int]) -> tuple[float, int]:
    return -answer[0], answer[1]


def _score(weight: float) -> int:
    weights = fitted("passage")
    return round(100 / (1 + exp(-weights["base"] - weights["weight"] * log1p(weight))))
