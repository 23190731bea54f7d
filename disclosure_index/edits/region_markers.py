"""The markers of a generated region, as written in XHTML and Markdown."""

import re
from collections.abc import Mapping

END = "<!-- disclosure-index:end -->"
MARK = re.compile(r"\s*disclosure-index:(begin|end)((?:\s+\S+)*)\s*")
"""The text of a comment that is a marker."""


def as_options(options: Mapping[str, str]) -> str:
    """Return the options of a region as written.

    >>> as_options({"view": "filing", "also": "zh-Hant"})
    'view=filing also=zh-Hant'
    """
    return " ".join(f"{key}={value}" for key, value in options.items())


def begin_with(options: str) -> str:
    """Return the marker that opens a region, with options as written."""
    return f"<!-- disclosure-index:begin{f' {options}' if options else ''} -->"


def begin(options: Mapping[str, str]) -> str:
    """Return the marker that opens a region."""
    return begin_with(as_options(options))
