"""A cell is looked at several times, for its column, its row and its claims: its codes are found once."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from disclosure_index.printed_index.claims import FrameworkHints, Mention

_MOST = 65_536  # cells remembered


def remembering(hints: FrameworkHints) -> FrameworkHints:
    """Return the hints with a `find` that remembers, and passes over texts that cannot hold a code."""
    may_hold = hints.may_hold

    @lru_cache(maxsize=_MOST)
    def find(text: str) -> Sequence[Mention]:
        return tuple(hints.find(text)) if may_hold is None or may_hold.search(text) else ()

    return replace(hints, find=find)
