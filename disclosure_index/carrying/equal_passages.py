"""Passages of two versions that have the same key: what is there once, then what stands beside it.

A text that stands once in both versions is the same passage wherever it stands. One that stands several times (a row of
a table, a heading) is the same where its neighbours are: that is decided between passages that are matched already.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import LCSseq

SHORTEST_UNIQUE = 16
"""Letters of a key that make a passage known wherever it stands; a shorter one (a heading, a cell) may be a new one
with the words of an old one. A Chinese character counts as `HAN_LETTERS`."""
HAN_LETTERS = 3
LONGEST_GAP = 4_000_000
"""Pairs of passages between two matched ones that are compared as sequences; more are taken in their order."""

NONE = -1
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")


@dataclass(slots=True)
class Pairs:
    """Which passage of one version is which of the other, both ways; NONE where that is not known.

    `weak` holds the passages before that are one of several with the same key, and it is not certain which.
    """

    targets: list[int]  # by passage before
    sources: list[int]  # by passage now
    weak: set[int] = field(default_factory=set)

    @classmethod
    def none(cls, old: int, new: int) -> "Pairs":
        """Return the pairs of so many passages, of which nothing is known."""
        return cls([NONE] * old, [NONE] * new)

    def add(self, old: int, new: int) -> None:
        """Match two passages."""
        self.targets[old], self.sources[new] = new, old


def match_equal(old: Sequence[str], new: Sequence[str], pairs: Pairs) -> None:
    """Match what is still free in both versions by its keys.

    Args:
        old: the keys of the passages before; an empty one matches nothing.
        new: the keys of the passages now.
        pairs: is added to.
    """
    _match_unique(old, new, pairs)
    _match_beside(old, new, pairs)
    for olds, news in gaps(pairs):
        _match_in_order(old, new, olds, news, pairs)
    _match_beside(old, new, pairs)
    pairs.weak = {n for n in pairs.weak if not _is_between_neighbours(n, pairs)}


def gaps(pairs: Pairs) -> Iterator[tuple[list[int], list[int]]]:
    """Yield each run of free passages before, with the free ones now that stand where its neighbours went.

    Where a section was moved, its neighbours are apart now: then these are the free ones behind the one and before the
    other.
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
    """Whether a key is long enough to be known wherever it stands."""
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
    """Match what a gap has in common as a sequence, as a comparison of files does."""
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
    """Whether the passages before and behind a passage stand before and behind it now."""
    there, last = pairs.targets[n], len(pairs.targets) - 1
    before = n == 0 or pairs.targets[n - 1] == there - 1
    return before and (n == last or pairs.targets[n + 1] == there + 1)
