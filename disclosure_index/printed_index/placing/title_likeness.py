"""Similarity of section titles, and the numbers of sections."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

from disclosure_index.printed_index.vocabulary import SECTION_NUMBER, SECTION_WORD
from disclosure_index.reading.superscripts import without_marks

_NUMBER = re.compile(
    rf"^{SECTION_WORD}?(?:\d+(?:\.\d+)+(?=[\u3400-\u9fff])"
    r"|(?:\d+(?:\.\d+)*|[ivx]+|第?[一二三四五六七八九十]+[章节節]?)[\s.、:：)）-]+)"
)
"""The text before the words of a title in small letters."""
_NUMERALS = "一二三四五六七八九十"


@lru_cache(maxsize=65536)
def alike(a: str, b: str) -> float:
    """Return the similarity of two titles, 0 to 100, ignoring numbering, width and punctuation."""
    return fuzz.ratio(plain_title(a), plain_title(b))


def section_number(text: str) -> str:
    """Return the number of a section that is the whole text: "Section 2.2", "第三章"; "" for other texts."""
    match = SECTION_NUMBER.fullmatch(text.strip())
    return _digits(match["number"]) if match else ""


def number_of(title: str) -> str:
    """Return the number printed before a title, "" without one."""
    match = SECTION_NUMBER.match(title.strip())
    if match is None or (
        not re.match(r"[\s:：、]|$", title.strip()[match.end() :]) and title.strip()[match.end() - 1].isdigit()
    ):
        return ""
    return _digits(match["number"])


def _digits(number: str) -> str:
    """Return a number in digits: 三 is 3, 十二 is 12."""
    if number[0] not in _NUMERALS:
        return number.rstrip(".")
    tens, ten, ones = number.rpartition("十")
    return (
        str((_NUMERALS.find(tens) + 1 or 1) * 10 * bool(ten) + _NUMERALS.find(ones) + 1)
        if ones
        else str((_NUMERALS.find(tens) + 1 or 1) * 10)
    )


@lru_cache(maxsize=8192)
def plain_title(title: str) -> str:
    """Return a title for comparison."""
    text = unicodedata.normalize("NFKC", without_marks(title)).casefold()
    text = _NUMBER.sub("", text)
    return re.sub(r"[\W_]", "", text if text.isascii() else _without_accents(text))


def _without_accents(text: str) -> str:
    """Return a text without accents: capitals are often printed without them, as in "SOSTENIBILITA'"."""
    return unicodedata.normalize("NFC", re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", text)))
