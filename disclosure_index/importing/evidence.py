"""Evidence for the facts in a project file: the places of the report that state them."""

import re
from dataclasses import dataclass

_LONGEST = 160
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place of a report and its words, as printed; the page is empty if the report has none."""

    page: str
    words: str


def quoted(page: str, text: str, start: int = 0, end: int | None = None) -> Evidence:
    r"""Return the words of a text around a part of it as evidence, on one line and without control characters.

    >>> quoted("3", "We  report\tin 2024.", 10, 14).words
    'We report in 2024.'
    """
    words = " ".join(around(text, start, len(text) if end is None else end, _AROUND, _AROUND).split())
    return Evidence(page, re.sub(r"\s+", " ", "".join(c for c in words if c.isprintable()))[:_LONGEST].strip())


def around(text: str, start: int, end: int, before: int, behind: int) -> str:
    """Return a part of a text with the text around it, cut between words, with an ellipsis at each cut.

    >>> around("Our Guide, in force since 2016, asks for it.", 14, 26, 8, 5), around("本報告涵蓋全年", 3, 5, 2, 1)
    ('…in force since 2016,…', '…報告涵蓋全…')
    """
    first, last = max(0, start - before), min(len(text), end + behind)
    while 0 < first < start and _is_inside_word(text, first):
        first += 1
    while end < last < len(text) and _is_inside_word(text, last):
        last -= 1
    return "…" * (first > 0) + text[first:last].strip() + "…" * (last < len(text))


def _is_inside_word(text: str, at: int) -> bool:
    return all(c.isascii() and not c.isspace() for c in text[at - 1 : at + 1])
