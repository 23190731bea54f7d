"""How titles are compared: what a contents page, an index and a heading print differently is left out."""

import re
from functools import lru_cache


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return a title as it is compared: letters, digits and characters alone, in lower case."""
    return re.sub(r"[\W_]", "", text).lower()
