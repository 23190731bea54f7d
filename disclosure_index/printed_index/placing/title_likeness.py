"""How like two titles of sections are, and the numbers that sections have."""

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
"""What stands before the words of a title that is in small letters."""
_NUMERALS = "一二三四五六七八九十"


@lru_cache(maxsize=65536)
def alike(a: str, b: str) -> float:
    """Return how like two titles are, 0 to 100, whatever the numbering, the width and the punctuation."""
    return fuzz.ratio(plain_title(a), plain_title(b))


def section_number(text: str) -> str:
    """Return the number of a section that a text is, and nothing else: "Section 2.2", "第三章"; "" for any other."""
    match = SECTION_NUMBER.fullmatch(text.strip())
    return _digits(match["number"]) if match else ""


def number_of(title: str) -> str:
    """Return the number that is printed before a title, "" where there is none."""
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
    """Return a title as it is compared."""
    text = unicodedata.normalize("NFKC", without_marks(title)).casefold()
    text = _NUMBER.sub("", text)
    return re.sub(r"[\W_]", "", text if text.isascii() else _without_accents(text))


def _without_accents(text: str) -> str:
    """Return a text whose letters have no accents: capitals are often printed without, as in "SOSTENIBILITA'"."""
    return unicodedata.normalize("NFC", re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", text)))
