"""Texts of a report within a message, cut where they are long."""

from unicodedata import combining, east_asian_width

MOST = 60
"""Columns of a text that a message quotes: a Chinese character takes two."""
_WORD = 15
"""Columns at the end that may be given up so that a word is not cut."""


def shortened(text: str, most: int = MOST) -> str:
    """Return a text on one line, cut at a word with an ellipsis where it takes more than `most` columns.

    >>> shortened("Direct greenhouse gas emissions", 20), shortened("溫室氣體排放總量", 9)
    ('Direct greenhouse…', '溫室氣體…')
    """
    text = " ".join(text.split())
    widths = [_width(c) for c in text]
    if sum(widths) <= most:
        return text
    end, room = 0, most - 1  # the ellipsis takes one
    while widths[end] <= room:
        room -= widths[end]
        end += 1
    space = text.rfind(" ", max(0, end - _WORD), end + 1)
    if space > 0 and text[end - 1].isascii() and text[end].isascii():
        end = space
    return text[:end].rstrip(" ,;:-–，；：、") + "…"


def _width(character: str) -> int:
    return 0 if combining(character) else 1 + (east_asian_width(character) in "WF")
