"""Locations in files, and references to disclosures."""

import re
from functools import lru_cache
from typing import NamedTuple


class Location(NamedTuple):
    """A place in a file. Line and column count from 1, columns in Unicode code points; 0 is unknown."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


NOWHERE = Location("")

_REFERENCE = re.compile(
    r"(?P<framework>[a-z][a-z0-9-]*):(?P<code>[^\s@#:]+)(?:@(?P<edition>[^\s@#:]+))?(?:#(?P<datapoints>[^\s@#:]+))?",
    re.IGNORECASE,
)


class Reference(NamedTuple):
    """``framework:code[@edition][#datapoint,…]``, as written; matching ignores case."""

    framework: str
    code: str
    edition: str | None = None
    datapoints: tuple[str, ...] = ()

    def __str__(self) -> str:
        edition = f"@{self.edition}" if self.edition else ""
        datapoints = f"#{','.join(self.datapoints)}" if self.datapoints else ""
        return f"{self.framework}:{self.code}{edition}{datapoints}"


@lru_cache(maxsize=4096)
def parse_reference(text: str) -> Reference | None:
    """Parse a reference; None where `text` is not of that form."""
    match = _REFERENCE.fullmatch(text)
    if match is None:
        return None
    datapoints = tuple((match["datapoints"] or "").split(",")) if match["datapoints"] else ()
    if not all(datapoints):
        return None
    return Reference(match["framework"].lower(), match["code"], match["edition"], tuple(d.lower() for d in datapoints))
