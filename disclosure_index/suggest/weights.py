"""The fitted weights: data, in weights.toml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import rtoml


@cache
def fitted(part: str) -> Mapping[str, float]:
    """Give the weights of one part, as ``python -m tools.suggest`` fitted them."""
    table: dict[str, dict[str, float]] = rtoml.loads(Path(__file__).with_name("weights.toml").read_text("utf-8"))
    return table[part]
