"""A hook for a sentence encoder: how near in meaning each unit is to a disclosure, as one more feature. Off by default.

Nothing here is needed by the rest, and no encoder is shipped: any callable that gives a vector for each text will do.
"""

from collections.abc import Callable, Sequence
from math import sqrt
from typing import TypeAlias

from disclosure_index.suggest.index import DocumentIndex

Encoder: TypeAlias = Callable[[Sequence[str]], Sequence[Sequence[float]]]
"""Gives one vector for each text, all of one length."""

WEIGHT = 2.0
"""Of the nearest unit, beside the fitted weights; to be fitted anew for an encoder that is kept."""


class Meanings:
    """The vectors of a document's passages, made once."""

    def __init__(self, index: DocumentIndex, encode: Encoder) -> None:
        self._index = index
        self._encode = encode
        self._numbers = sorted(index.unit_of)
        texts = [index.document.passages[number].text for number in self._numbers]
        self._vectors = [_unit(vector) for vector in encode(texts)] if texts else []

    def nearness(self, text: str) -> dict[int, float]:
        """Return how near the nearest passage of each unit is, from 0 to 1, the nearest unit of all being 1."""
        asked = _unit(next(iter(self._encode([text]))))
        found: dict[int, float] = {}
        for number, vector in zip(self._numbers, self._vectors, strict=True):
            near = sum(a * b for a, b in zip(asked, vector, strict=True))
            unit = self._index.unit_of[number]
            found[unit] = max(found.get(unit, 0.0), near)
        top = max(found.values(), default=0.0)
        return {unit: near / top for unit, near in found.items()} if top > 0 else {}


def _unit(vector: Sequence[float]) -> list[float]:
    length = sqrt(sum(value * value for value in vector))
    return [value / length for value in vector] if length else list(vector)
