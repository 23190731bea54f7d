"""Full-width and half-width characters as one: reports in Chinese print figures and letters in both."""

import unicodedata


def in_one_width(text: str) -> str:
    """Return a text in Unicode's compatibility form (NFKC), without differences of width and ligatures.

    >>> in_one_width("Ｅnergy：１２％")
    'Energy:12%'
    """
    return text if text.isascii() else unicodedata.normalize("NFKC", text)
