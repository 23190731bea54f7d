"""Comparison of titles, without the differences in print between a contents page, an index and a heading."""

import re
from functools import lru_cache


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return a title for comparison: letters, digits and Chinese characters alone, in lower case."""
    return re.sub(r"[\W_]", "", text).lower()
