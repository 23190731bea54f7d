"""The board on which the issuer's shares are listed, as the report states it: a suggestion for a person to confirm.

The patterns for boards are in `listing_signs.toml`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import rtoml

from disclosure_index.importing.evidence import Evidence, quoted
from disclosure_index.model import Passage

MORE = 2
"""The least ratio of one board's mentions to the other's: reports on GEM compare it with the Main Board, as its rules
ask them to, and those that moved to the Main Board mention GEM."""
_LONGEST = 3000
"""Longest passage that is examined, in characters."""


@dataclass(frozen=True, slots=True)
class Listing:
    """An exchange and its board, as values of the issuer's profile, with the evidence."""

    exchange: str
    board: str
    evidence: Evidence


def listing(passages: Iterable[Passage]) -> Listing | None:
    """Return the board that a report names, with its first mention; None for no board, or two with equal evidence."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for passage in passages:
        text = passage.text[:_LONGEST]
        for where, near, sign in _signs():
            if (match := sign.search(text)) and near.search(text):
                found.setdefault(where, []).append(quoted(passage.page, text, match.start(), match.end()))
    ranked = sorted(found, key=lambda where: -len(found[where]))
    if not ranked or (len(ranked) > 1 and len(found[ranked[0]]) < MORE * len(found[ranked[1]])):
        return None
    return Listing(*ranked[0], found[ranked[0]][0])


@cache
def _signs() -> tuple[tuple[tuple[str, str], re.Pattern[str], re.Pattern[str]], ...]:
    rows = rtoml.loads(Path(__file__).with_name("listing_signs.toml").read_text("utf-8"))["board"]

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern.strip().replace("\n", ""))

    return tuple(((r["exchange"], r["name"]), compiled(r["near"]), compiled(r["sign"])) for r in rows)
