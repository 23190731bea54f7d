"""Detection of a text's language: one of the three supported ones, or another one by its own name.

The data of each language is in `TAG/language.toml`.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import rtoml

from disclosure_index.model import LANGUAGES, Titles
from disclosure_index.reading.languages.index_words import FOLDER

SAMPLE = 200_000
"""The size of the sample, in characters, taken from all parts of a text."""
_SLICES = 20
_CHINESE_SHARE = 4
"""The number of Latin letters that one Chinese character outweighs: English reports also name Chinese partners."""
_SCRIPT_SHARE = 20
"""A text with one letter in this many of another script, such as kana, is in that script's language."""

# Characters of only one of the two Chinese scripts, from words that every report prints.
_SIMPLIFIED = "环报告团实质权发会员产业务气候变绿废弃数标准规则险机遇对应对这为与个们动"
_TRADITIONAL = "環報告團實質權發會員產業務氣變綠廢棄數標準規則險機遇對應對這為與個們動"
_ONLY_SIMPLIFIED = frozenset(_SIMPLIFIED) - frozenset(_TRADITIONAL)
_ONLY_TRADITIONAL = frozenset(_TRADITIONAL) - frozenset(_SIMPLIFIED)
_CHINESE = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")
_LEAST, _LEAD = 1.5, 1.5
"""The minimum weight of another language's words, and their minimum ratio to the weight of English words:
one "in" or "a" belongs to several languages, and English reports name foreign companies."""


class WrittenLanguage(NamedTuple):
    """The names of a language and the words that detect it."""

    tag: str
    name: Titles
    words: frozenset[str]
    script: re.Pattern[str] | None
    months: tuple[str, ...]


@cache
def languages() -> Mapping[str, WrittenLanguage]:
    """Return the data of each language by tag, without those written in Chinese characters."""
    rows = [rtoml.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*/language.toml"))]
    return {
        row["tag"]: WrittenLanguage(
            row["tag"],
            row["name"],
            frozenset(row.get("words", "").split()),
            re.compile(f"[{row['script']}]") if "script" in row else None,
            tuple(row.get("months", "").split()),
        )
        for row in rows
    }


def is_supported(tag: str) -> bool:
    """Whether the words of a language are read, beyond codes and pages."""
    return tag in LANGUAGES


def is_known(tag: str) -> bool:
    """Whether a document may declare this language."""
    return tag in LANGUAGES or tag in languages()


def detected_language(text: str) -> str:
    """Return the language of a text; "" if it cannot be detected.

    >>> detected_language("L'impresa e i dipendenti della società"), detected_language("12 MWh")
    ('it', '')
    """
    text = _sample(text)
    chinese, latin = len(_CHINESE.findall(text)), len(_LATIN.findall(text))
    for language in languages().values():
        if language.script and len(language.script.findall(text)) * _SCRIPT_SHARE > chinese + latin:
            return language.tag
    if chinese * _CHINESE_SHARE >= latin and chinese:
        counts = Counter(text)
        simplified = sum(counts[c] for c in _ONLY_SIMPLIFIED)
        return "zh-Hans" if simplified >= sum(counts[c] for c in _ONLY_TRADITIONAL) else "zh-Hant"
    return _by_words(Counter(_WORD.findall(text.lower())))


def _by_words(counts: Mapping[str, int]) -> str:
    """Return the language with the highest weight of words in a text; words of many languages weigh less."""
    spelt = [language for language in languages().values() if language.words]
    shared = Counter(word for language in spelt for word in language.words)
    scores = {language.tag: sum(counts.get(w, 0) / shared[w] for w in language.words) for language in spelt}
    best = max(scores, key=lambda tag: scores[tag])
    if scores[best] >= max(_LEAST, _LEAD * scores["en"]):
        return best
    return "en" if scores["en"] else ""


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    step, length = len(text) // _SLICES, SAMPLE // _SLICES
    return " ".join(text[start : start + length] for start in range(0, step * _SLICES, step))


def month_numbers() -> Mapping[str, int]:
    """Return the number of each month by its names in every language, and by its English abbreviations."""
    found: dict[str, int] = {}
    for language in languages().values():
        for number, name in enumerate(language.months, start=1):
            found.setdefault(name, number)
            if language.tag == "en":
                found.setdefault(name[:3], number)
    return found | {"sept": 9}


def named(tags: Sequence[str]) -> list[Titles]:
    """Return the names of languages; a tag without a name is its own name.

    >>> named(["it"])[0]["en"]
    'Italian'
    """
    known = languages()
    return [known[tag].name if tag in known else {"en": tag} for tag in tags]
