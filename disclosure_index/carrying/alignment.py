"""Alignment: the passages of one version of a document, and where each is in the next.

Equal passages are matched first, then those equal but for figures, then similar ones: first between matched
passages, at last anywhere. A passage that may be in several places has candidates instead of a match.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from disclosure_index.carrying.alike_passages import match_alike
from disclosure_index.carrying.equal_passages import NONE, Pairs, match_equal
from disclosure_index.carrying.passage_keys import figures_key
from disclosure_index.edits.text_identity import exact_key


class Way(StrEnum):
    """The way in which a passage was found again."""

    SAME = "same"
    FIGURES = "figures"
    ALIKE = "alike"
    SPLIT = "split"
    MERGED = "merged"


class Candidate(NamedTuple):
    """Passages `first` to `last` (exclusive) of the new version that may be an old one; likeness from 0 to 100."""

    first: int
    last: int
    score: float


class Match(NamedTuple):
    """Passages `first` to `last` (exclusive) of the new version that match an old one."""

    first: int
    last: int
    way: Way
    score: float = 100.0


@dataclass(slots=True)
class Alignment:
    """The matches and candidates in the new version, by passage of the old version."""

    matches: list[Match | None]
    candidates: dict[int, tuple[Candidate, ...]] = field(default_factory=dict)
    old_keys: list[str] = field(default_factory=list)
    new_keys: list[str] = field(default_factory=list)


def align(
    old: Sequence[str],
    new: Sequence[str],
    wanted: Collection[int] | None = None,
    keys: Sequence[str] | None = None,
) -> Alignment:
    """Align the texts of two versions, each in its order.

    Args:
        old: the texts of the passages before.
        new: the texts of the passages now.
        wanted: old passages that are also searched for by likeness, the slowest step; None: all.
        keys: the exact keys of the old passages, where they are known.

    Time grows linearly with the texts; what was rewritten throughout is looked up by its rare words.
    """
    old_keys, new_keys = _keys(old, new, keys or [exact_key(text) for text in old])
    pairs = Pairs.none(len(old), len(new))
    match_equal(old_keys, new_keys, pairs)
    matches: list[Match | None] = [
        None if there == NONE else Match(there, there + 1, Way.SAME) for there in pairs.targets
    ]
    _match_figures(old, new, pairs)
    for n, there in enumerate(pairs.targets):
        if there != NONE and matches[n] is None:
            matches[n] = Match(there, there + 1, Way.FIGURES)
    candidates: dict[int, tuple[Candidate, ...]] = {
        n: (Candidate(m.first, m.last, 100.0),) for n in pairs.weak if (m := matches[n])
    }
    for n in candidates:
        matches[n] = None
    free = [n for n, there in enumerate(pairs.targets) if there == NONE]
    needed = set(free if wanted is None else (n for n in free if n in wanted))
    if needed:
        found = match_alike(old, new, pairs, needed)
        for n, (first, last, way, score) in found.matches.items():
            matches[n] = Match(first, last, Way(way), score)
        candidates |= {n: tuple(Candidate(*one) for one in near) for n, near in found.candidates.items()}
    return Alignment(matches, candidates, old_keys, new_keys)


def _keys(old: Sequence[str], new: Sequence[str], keys: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the keys of both versions; most texts are in both, and are normalised and stored once."""
    held: dict[str, str] = {}
    ours = [held.setdefault(key, key) for key in keys]
    known = dict(zip(old, ours, strict=True))
    theirs = [known[text] if text in known else held.get(key := exact_key(text), key) for text in new]
    return ours, theirs


def _match_figures(old: Sequence[str], new: Sequence[str], pairs: Pairs) -> None:
    """Match passages that are equal but for their figures; only unmatched ones are normalised."""
    olds = [figures_key(text) if pairs.targets[n] == NONE else "" for n, text in enumerate(old)]
    news = [figures_key(text) if pairs.sources[n] == NONE else "" for n, text in enumerate(new)]
    match_equal([k if _has_words(k) else "" for k in olds], news, pairs)


def _has_words(key: str) -> bool:
    """Whether a key contains more than figures."""
    return any(letter.isalpha() for letter in key)
