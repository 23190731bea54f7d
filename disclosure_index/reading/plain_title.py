"""How titles are compared: what a contents page, an index and a heading print differently is left out."""

import re
from functools import lru_cache

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return a title as it is compared: letters, digits and characters alone, in lower case.

    >>> plain("Water (m³)"), plain("CO₂-e")
    ('waterm3', 'co2e')
    """
    return re.sub(r"[\W_]", "", text).translate(_RAISED).lower()
