"""Where each page of a report stands in that of another year: between the pages around it whose text went over."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple


class PagePair(NamedTuple):
    """A page before and one now, by their numbers, and how many letters went from one to the other."""

    before: int
    now: int
    letters: int


def mutual_pairs(went: Mapping[int, Mapping[int, int]]) -> list[PagePair]:
    """Return the pages that most of each other's text went between, in the order of the pages before.

    Args:
        went: by page before, how many letters went to each page now.
    """
    came: dict[int, dict[int, int]] = {}
    for before, targets in went.items():
        for now, letters in targets.items():
            came.setdefault(now, {})[before] = letters
    best = {before: _most(targets) for before, targets in went.items() if targets}
    return [PagePair(b, n, went[b][n]) for b, n in sorted(best.items()) if _most(came[n]) == b]


def in_order(pairs: Sequence[PagePair]) -> list[PagePair]:
    """Return the pairs that stand in one order in both reports and have most letters together.

    >>> in_order([PagePair(1, 5, 10), PagePair(2, 9, 3), PagePair(3, 6, 20)])
    [PagePair(before=1, now=5, letters=10), PagePair(before=3, now=6, letters=20)]
    """
    ends: list[int] = []  # pages now at which a row of pairs may end: the later, the more letters it has
    rows: list[tuple[int, int]] = []  # letters of each, and its last pair
    earlier: dict[int, int] = {}
    for number, pair in enumerate(pairs):
        at = bisect_left(ends, pair.now)
        letters, last = rows[at - 1] if at else (0, -1)
        earlier[number], letters = last, letters + pair.letters
        until = at
        while until < len(ends) and rows[until][0] <= letters:
            until += 1
        if until > at or at == len(ends) or ends[at] != pair.now:
            ends[at:until], rows[at:until] = [pair.now], [(letters, number)]
    found: list[PagePair] = []
    number = rows[-1][1] if rows else -1
    while number >= 0:
        found.append(pairs[number])
        number = earlier[number]
    return found[::-1]


def expected_places(pairs: Sequence[PagePair], before: int, now: int) -> list[float]:
    """Return where each page before is expected now, by number: as far between its neighbours as it was.

    Args:
        pairs: in one order.
        before: how many pages there were.
        now: how many there are.

    >>> expected_places([PagePair(2, 6, 1)], 4, 8)
    [1.333..., 3.666..., 6.0, 7.0]
    """
    places: list[float] = []
    for one, other in pairwise([PagePair(-1, -1, 0), *pairs, PagePair(before, now, 0)]):
        step = (other.now - one.now) / (other.before - one.before)
        places += (one.now + step * (n - one.before) for n in range(max(one.before, 0), other.before))
    return places


def _most(letters: Mapping[int, int]) -> int:
    return max(letters, key=lambda page: (letters[page], -page))
