"""A cell is looked at several times, for its column, its row and its claims: its codes are found once."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from disclosure_index.printed_index.claims import FrameworkHints, Mention

_MAY_HOLD = re.compile(r"\d|[(（]\s?[a-z]\s?[)）]|\b[a-z][)）]|[一二三四五六七八九十]|TCFD|GD\b|MDR", re.IGNORECASE)
_MOST = 65_536  # cells remembered


def remembering(hints: FrameworkHints) -> FrameworkHints:
    """Return the hints with a `find` that remembers, and passes over texts that cannot hold a code."""

    @lru_cache(maxsize=_MOST)
    def find(text: str) -> Sequence[Mention]:
        return tuple(hints.find(text)) if _MAY_HOLD.search(text) else ()

    return replace(hints, find=find)
