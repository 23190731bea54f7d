"""Passages of two versions with equal keys: the unique ones first, then their neighbours.

A text that occurs once in both versions is the same passage wherever it is. One that occurs several times (a row of
a table, a heading) is the same between the same neighbours: that is decided between matched passages.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import LCSseq

SHORTEST_UNIQUE = 16
"""The fewest letters of a key that identify a passage wherever it is; a shorter one (a heading, a cell) may be a new
passage with the words of an old one. A Chinese character counts as `HAN_LETTERS`."""
HAN_LETTERS = 3
LONGEST_GAP = 4_000_000
"""The most pairs of passages between two matched ones that are compared as sequences; more are matched in order."""

NONE = -1
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")


@dataclass(slots=True)
class Pairs:
    """The matches between the passages of two versions, both ways; NONE for an unmatched passage.

    `weak` holds the old passages that share their key with others, so that the match is uncertain.
    """

    targets: list[int]  # by old passage
    sources: list[int]  # by new passage
    weak: set[int] = field(default_factory=set)

    @classmethod
    def none(cls, old: int, new: int) -> "Pairs":
        """Return the pairs of two versions of these lengths, without any match."""
        return cls([NONE] * old, [NONE] * new)

    def add(self, old: int, new: int) -> None:
        """Match two passages."""
        self.targets[old], self.sources[new] = new, old


def match_equal(old: Sequence[str], new: Sequence[str], pairs: Pairs) -> None:
    """Match the unmatched passages of both versions by their keys.

    Args:
        old: the keys of the old passages; an empty one matches nothing.
        new: the keys of the new passages.
        pairs: the matches so far; added to.
    """
    _match_unique(old, new, pairs)
    _match_beside(old, new, pairs)
    for olds, news in gaps(pairs):
        _match_in_order(old, new, olds, news, pairs)
    _match_beside(old, new, pairs)
    pairs.weak = {n for n in pairs.weak if not _is_between_neighbours(n, pairs)}


def gaps(pairs: Pairs) -> Iterator[tuple[list[int], list[int]]]:
    """Yield each run of unmatched old passages, with the unmatched new ones between the same neighbours.

    If a section was moved, its old neighbours are apart, and the candidates are the unmatched passages after the
    one and before the other.
    """
    targets, sources = pairs.targets, pairs.sources
    number = 0
    while number < len(targets):
        if targets[number] != NONE:
            number += 1
            continue
        start = number
        while number < len(targets) and targets[number] == NONE:
            number += 1
        behind = targets[start - 1] + 1 if start else 0
        end = behind
        while end < len(sources) and sources[end] == NONE:
            end += 1
        ahead = last = targets[number] if number < len(targets) else len(sources)
        while ahead > 0 and sources[ahead - 1] == NONE:
            ahead -= 1
        found = [*range(behind, end), *range(max(ahead, end if ahead >= behind else 0), last)]
        if found:
            yield list(range(start, number)), list(dict.fromkeys(found))


def is_telling(key: str) -> bool:
    """Whether a key is long enough to identify a passage wherever it is."""
    if len(key) >= 2 * SHORTEST_UNIQUE:
        return True
    letters = sum(map(str.isalpha, key))
    han = 0 if key.isascii() else len(_HAN.findall(key))
    return letters + (HAN_LETTERS - 1) * han >= SHORTEST_UNIQUE


def _match_unique(old: Sequence[str], new: Sequence[str], pairs: Pairs) -> None:
    free = Counter(key for n, key in enumerate(old) if pairs.targets[n] == NONE)
    there: dict[str, int] = {}
    for n, key in enumerate(new):
        if pairs.sources[n] == NONE and key in free:
            there[key] = NONE if key in there else n
    for n, key in enumerate(old):
        if pairs.targets[n] == NONE and there.get(key, NONE) != NONE and free[key] == 1 and is_telling(key):
            pairs.add(n, there[key])


def _match_beside(old: Sequence[str], new: Sequence[str], pairs: Pairs) -> None:
    """Match the neighbours of matched passages that have the same key, forwards and then backwards."""
    targets, sources, end = pairs.targets, pairs.sources, len(new)
    for step, numbers in ((1, range(len(old) - 1)), (-1, range(len(old) - 1, 0, -1))):
        for n in numbers:
            if targets[n + step] == NONE and targets[n] != NONE:
                there = targets[n] + step
                if 0 <= there < end and sources[there] == NONE and old[n + step] == new[there] != "":
                    pairs.add(n + step, there)


def _match_in_order(
    old: Sequence[str], new: Sequence[str], olds: Sequence[int], news: Sequence[int], pairs: Pairs
) -> None:
    """Match the common sequence of a gap, as a comparison of files does."""
    counts, others = Counter(old[n] for n in olds), Counter(new[n] for n in news)
    common = counts.keys() & others.keys() - {""}
    olds = [n for n in olds if old[n] in common]
    news = [n for n in news if new[n] in common]
    ours, theirs = [old[n] for n in olds], [new[n] for n in news]
    if len(ours) * len(theirs) > LONGEST_GAP:
        found = [(a, b) for a, b in zip(olds, news, strict=False) if old[a] == new[b]]
    else:
        blocks = LCSseq.opcodes(ours, theirs).as_matching_blocks()
        found = [(olds[block.a + n], news[block.b + n]) for block in blocks for n in range(block.size)]
    for a, b in found:
        pairs.add(a, b)
        if counts[old[a]] != others[old[a]]:
            pairs.weak.add(a)


def _is_between_neighbours(n: int, pairs: Pairs) -> bool:
    """Whether the passages before and after a passage are before and after its match."""
    there, last = pairs.targets[n], len(pairs.targets) - 1
    before = n == 0 or pairs.targets[n - 1] == there - 1
    return before and (n == last or pairs.targets[n + 1] == there + 1)
