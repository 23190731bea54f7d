"""Passages that were reworded, split or merged: between matched neighbours first, then anywhere by their rare words."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from disclosure_index.carrying.equal_passages import NONE, Pairs, gaps
from disclosure_index.carrying.likeness import Likeness, TextIndex, likeness

IN_PLACE = 45.0
"""The least likeness of a passage between the same neighbours that makes it the old one, reworded: unrelated texts
have about 20, a text with every third word changed about 60 (`benchmarks/carry.py` prints both)."""
ANYWHERE = 60.0
"""The same for a passage that moved elsewhere."""
MARGIN = 10.0
"""The least lead of the best passage over the next one, in likeness."""
CONTAINED = 80.0
"""The least share of the shorter text that is in the longer one where a passage was split or merged."""
WHOLE = 70.0
"""The least likeness of a passage and all the parts that it was split into."""
SHORTEST_PART = 5
"""The fewest tokens of a text that is searched for inside a longer one: fewer are in any text."""
WORTH_SHOWING = 30.0
"""The least likeness of a candidate worth showing to a person."""
SHOWN = 3
LARGEST_GAP = 600
"""The most pairs of passages in a gap that are compared with each other; in a larger gap, passages are looked up."""


class Found(NamedTuple):
    """Passages `first` to `last` (exclusive), the way they were found, and their likeness."""

    first: int
    last: int
    way: str
    score: float


@dataclass(slots=True)
class AlikePassages:
    """The result: matches, and for unmatched passages candidates as first, last and score."""

    matches: dict[int, Found] = field(default_factory=dict)
    candidates: dict[int, list[tuple[int, int, float]]] = field(default_factory=dict)


def match_alike(old: Sequence[str], new: Sequence[str], pairs: Pairs, wanted: Set[int]) -> AlikePassages:
    """Match passages that are neither equal nor equal but for figures.

    Args:
        old: the texts of the old passages.
        new: the texts of the new passages.
        pairs: the matches so far.
        wanted: the unmatched old passages to search for.
    """
    search = _Search(old, new, pairs)
    for olds, news in gaps(pairs):
        if len(olds) * len(news) <= LARGEST_GAP and not wanted.isdisjoint(olds):
            search.in_gap(olds, news)
    for number in sorted(wanted):
        if number not in search.found.matches:
            search.anywhere(number)
    return search.found


class _Search:
    def __init__(self, old: Sequence[str], new: Sequence[str], pairs: Pairs) -> None:
        self.old, self.pairs = old, pairs
        self.taken: dict[int, int] = {}  # for each new passage, the number of old passages that it contains
        free = (n for n, source in enumerate(pairs.sources) if source == NONE and n not in self.taken)
        self.index = TextIndex(new, free)
        self.found = AlikePassages()
        self._old_index = TextIndex(old, ())

    def in_gap(self, olds: Sequence[int], news: Sequence[int]) -> None:
        """Match the passages of a gap with each other, the most similar first."""
        compared = {(a, b): self._compare(a, b) for a in olds for b in news}
        whole = {pair: found.both for pair, found in compared.items() if found.both >= WORTH_SHOWING}
        left, free = dict.fromkeys(olds), dict.fromkeys(news)
        self._split(left, free, compared)
        self._merged(left, free, compared)
        for (a, b), score in sorted(whole.items(), key=lambda item: (-item[1], item[0])):
            if a in left and b in free and score >= self._wanted_in_place(a, b):
                rivals = [s for (x, y), s in whole.items() if x == a and y != b and y in free]
                if score - max(rivals, default=0.0) >= MARGIN or _stand_alike(a, b, olds, news):
                    self._match(a, b, b + 1, "alike", score)
                    del left[a], free[b]

    def _split(self, left: dict[int, None], free: dict[int, None], compared: dict[tuple[int, int], Likeness]) -> None:
        """Match passages that were split: each piece is in the old passage, and together they are all of it."""
        for a in list(left):
            for run in _runs([b for b in free if compared[a, b].of_new >= CONTAINED and self._is_part(b)]):
                joined = [token for b in run for token in self.index.tokens(b)]
                score = likeness(self._old(a), joined).both
                best = max(compared[a, b].both for b in run)
                if len(run) > 1 and score >= WHOLE and score > best:
                    self._match(a, run[0], run[-1] + 1, "split", score)
                    del left[a]
                    for b in run:
                        del free[b]
                    break

    def _merged(self, left: dict[int, None], free: dict[int, None], compared: dict[tuple[int, int], Likeness]) -> None:
        """Match passages that were merged: each old passage is in the new one, and together they are all of it."""
        for b in list(free):
            parts = [a for a in left if compared[a, b].of_old >= CONTAINED and len(self._old(a)) >= SHORTEST_PART]
            for run in _runs(parts):
                joined = [token for a in run for token in self._old(a)]
                score = likeness(joined, self.index.tokens(b)).both
                if len(run) > 1 and score >= WHOLE and score > max(compared[a, b].both for a in run):
                    for a in run:
                        self._match(a, b, b + 1, "merged", score)
                        del left[a]
                    free.pop(b, None)
                    break

    def anywhere(self, a: int) -> None:
        """Match one passage with one that moved elsewhere, or keep its candidates."""
        near = [b for b in self.index.near(self._old(a)) if b not in self.taken]
        scored = sorted(((self._compare(a, b), b) for b in near), key=lambda item: (-item[0].both, item[1]))
        if not scored:
            return
        best, b = scored[0]
        rival = scored[1][0].both if len(scored) > 1 else 0.0
        if best.both >= ANYWHERE and best.both - rival >= MARGIN:
            self._match(a, b, b + 1, "alike", best.both)
            return
        shown = [(b, b + 1, found.both) for found, b in scored if found.both >= WORTH_SHOWING]
        inside = [(b, b + 1, found.of_old) for found, b in scored if self._holds(a, found)]
        if shown or inside:
            self.found.candidates[a] = (shown or inside)[:SHOWN]

    def _wanted_in_place(self, a: int, b: int) -> float:
        return IN_PLACE if min(len(self._old(a)), len(self.index.tokens(b))) > SHORTEST_PART else ANYWHERE

    def _holds(self, a: int, found: Likeness) -> bool:
        return found.of_old >= CONTAINED and len(self._old(a)) >= SHORTEST_PART

    def _is_part(self, b: int) -> bool:
        return len(self.index.tokens(b)) >= SHORTEST_PART

    def _match(self, a: int, first: int, last: int, way: str, score: float) -> None:
        self.found.matches[a] = Found(first, last, way, score)
        for b in range(first, last):
            self.taken[b] = self.taken.get(b, 0) + 1

    def _compare(self, a: int, b: int) -> Likeness:
        return likeness(self._old(a), self.index.tokens(b))

    def _old(self, a: int) -> list[str]:
        return self._old_index.tokens(a)


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Return the runs of consecutive numbers."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _stand_alike(a: int, b: int, olds: Sequence[int], news: Sequence[int]) -> bool:
    """Whether two passages have the same position in a gap with as many old passages as new ones."""
    return len(olds) == len(news) and olds.index(a) == news.index(b)
