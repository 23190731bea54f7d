"""The markers of a region that the program fills, as they are written in XHTML and Markdown."""

import re
from collections.abc import Mapping

END = "<!-- disclosure-index:end -->"
MARK = re.compile(r"\s*disclosure-index:(begin|end)((?:\s+\S+)*)\s*")
"""What a comment says that is a marker."""


def as_options(options: Mapping[str, str]) -> str:
    """Write the options of a region.

    >>> as_options({"view": "filing", "also": "zh-Hant"})
    'view=filing also=zh-Hant'
    """
    return " ".join(f"{key}={value}" for key, value in options.items())


def begin_with(options: str) -> str:
    """Write the marker that opens a region, with its options as they are written."""
    return f"<!-- disclosure-index:begin{f' {options}' if options else ''} -->"


def begin(options: Mapping[str, str]) -> str:
    """Write the marker that opens a region."""
    return begin_with(as_options(options))
