"""Where a report says what is written into its project file."""

import re
from dataclasses import dataclass

_LONGEST = 160
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place of a report and its words, as printed; the page is empty where the report has none."""

    page: str
    words: str


def quoted(page: str, text: str, start: int = 0, end: int | None = None) -> Evidence:
    r"""Return the words of a text around a part of it as evidence, on one line and without control characters.

    >>> quoted("3", "We  report\tin 2024.", 10, 14).words
    'We report in 2024.'
    """
    end = len(text) if end is None else end
    words = " ".join(text[max(0, start - _AROUND) : end + _AROUND].split())
    return Evidence(page, re.sub(r"\s+", " ", "".join(c for c in words if c.isprintable()))[:_LONGEST].strip())
