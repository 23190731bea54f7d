"""Text as codes are looked for in it, with the way back to the text as given; and plain words as patterns for it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

# Soft hyphen, zero-width characters, joiners and direction marks: no part of what is printed.
_INVISIBLE = dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "")
_ALIKE = (
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2e3a\u2e3b\ufe31\ufe58\ufe63\uff0d", "-")
    | dict.fromkeys("\u301c\u223c\u02dc\uff5e", "~")
    | dict.fromkeys("\u0085\u2028\u2029\r\v\f", "\n")
)


def fold(text: str) -> tuple[str, Sequence[int]]:
    """Return `text` in NFKC, with plain dashes and without invisible characters, and the offset each character had."""
    if text.isascii() and "\r" not in text:
        return text, range(len(text))
    folded = [(offset, plain) for offset, character in enumerate(text) for plain in _fold(character)]
    return "".join(plain for _, plain in folded), [offset for offset, _ in folded]


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    known = _INVISIBLE.get(character, _ALIKE.get(character))
    if known is not None:
        return known
    plain = unicodedata.normalize("NFKC", character)
    raised = unicodedata.decomposition(character).startswith("<super>")
    if raised and (character in "⁽⁾" or unicodedata.category(character) == "Lm"):
        return " "  # a raised letter is the mark of a footnote as well: 305-1ᵃ
    if plain.isdecimal():  # a footnote mark or a bullet is no further digit of the number next to it: 305-1², ③305-2
        kind = unicodedata.decomposition(character)
        return " " if kind.startswith(("<super>", "<sub>")) else f" {plain} " if kind.startswith("<circle>") else plain
    return plain


def without_spaces(text: str) -> str:
    """Return a name or code as it is compared: lower case, without white space."""
    return "".join(text.split()).lower()


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of these plain words, longest first; one that matches nothing where there are none."""
    return "|".join(map(_word, sorted(words, key=len, reverse=True))) or "(?!)"


def _word(text: str) -> str:
    """Stand other spaces, and a line break between Chinese characters; "{pillar}" stays a placeholder."""
    if re.fullmatch(r"\{\w+\}", text):
        return text
    loose = "".join(r"\s{0,2}" if c == " " else re.escape(c) + ("" if c.isascii() else r"\s?") for c in text)
    before = r"(?<![A-Za-z0-9])" if re.match("[A-Za-z]", text) else ""
    behind = r"(?![A-Za-z])" if re.fullmatch("[A-Za-z]{1,2}", text) else ""  # "e", which many words begin with
    return before + loose.removesuffix(r"\s?") + behind
