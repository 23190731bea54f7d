"""The fitted weights: data, in weights.toml."""

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple

import rtoml

FILE = Path(__file__).with_name("weights.toml")


class Weights(NamedTuple):
    """What each feature of a unit says, each sign of a candidate, of a passage with a figure, of a passage's answer."""

    unit: Mapping[str, float]
    score: Mapping[str, float]
    figure: Mapping[str, float]
    passage: Mapping[str, float]


@cache
def fitted() -> Weights:
    """Return the weights as ``python -m tools.fit_suggestions`` wrote them."""
    return Weights(**rtoml.loads(FILE.read_text("utf-8")))


def chance(weights: Mapping[str, float], names: Sequence[str], signs: Sequence[float]) -> int:
    """Return the share of times that what has these signs is right, from 0 to 100."""
    total = weights["base"] + sum(weights[name] * sign for name, sign in zip(names, signs, strict=True))
    return round(100 / (1 + exp(-total)))
