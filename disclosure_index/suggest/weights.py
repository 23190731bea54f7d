"""The fitted weights: data, in weights.toml."""

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple

import rtoml

FILE = Path(__file__).with_name("weights.toml")


class Weights(NamedTuple):
    """The weights of the features of a unit, and of the signs of candidates, figure passages and answers."""

    unit: Mapping[str, float]
    score: Mapping[str, float]
    figure: Mapping[str, float]
    passage: Mapping[str, float]


@cache
def fitted() -> Weights:
    """Return the weights written by ``python -m tools.fit_suggestions``."""
    return Weights(**rtoml.loads(FILE.read_text("utf-8")))


def chance(weights: Mapping[str, float], names: Sequence[str], signs: Sequence[float]) -> int:
    """Return the share of candidates with these signs that are right, from 0 to 100."""
    total = weights["base"] + sum(weights[name] * sign for name, sign in zip(names, signs, strict=True))
    return round(100 / (1 + exp(-total)))
