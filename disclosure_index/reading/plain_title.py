"""Comparison of titles, without the differences in print between a contents page, an index and a heading."""

import re
from functools import lru_cache

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return a title for comparison: letters, digits and Chinese characters alone, in lower case.

    >>> plain("Water (m³)"), plain("CO₂-e")
    ('waterm3', 'co2e')
    """
    return re.sub(r"[\W_]", "", text).translate(_RAISED).lower()
