"""Which language a text is in: one of the three that are supported, or another, which is said and never called English.

What is known of each language is data: `TAG/language.toml`.
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
"""Characters of a text that show its language, taken from all parts of it."""
_SLICES = 20
_CHINESE_SHARE = 4
"""Latin letters that one Chinese character weighs up: an English report names its Chinese partners, too."""
_SCRIPT_SHARE = 20
"""One letter in so many of another script, such as kana, makes a text one of that script's language."""

# Characters that only one of the two scripts has, from words that every report prints.
_SIMPLIFIED = "环报告团实质权发会员产业务气候变绿废弃数标准规则险机遇对应对这为与个们动"
_TRADITIONAL = "環報告團實質權發會員產業務氣變綠廢棄數標準規則險機遇對應對這為與個們動"
_ONLY_SIMPLIFIED = frozenset(_SIMPLIFIED) - frozenset(_TRADITIONAL)
_ONLY_TRADITIONAL = frozenset(_TRADITIONAL) - frozenset(_SIMPLIFIED)
_CHINESE = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")
_LEAST, _LEAD = 1.5, 1.5
"""What the words of another language have to weigh, and how much more than the English ones, for a text to be in it:
one "in" or "a" is a word of several, and English reports name foreign companies."""


class WrittenLanguage(NamedTuple):
    """The names of a language, and the words by which it is detected."""

    tag: str
    name: Titles
    words: frozenset[str]
    script: re.Pattern[str] | None
    months: tuple[str, ...]


@cache
def languages() -> Mapping[str, WrittenLanguage]:
    """Return what is known of each language, by tag; those written in Chinese characters are not among them."""
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
    """Whether the words of a text in this language are read, and not its codes and pages alone."""
    return tag in LANGUAGES


def is_known(tag: str) -> bool:
    """Whether a document may be said to be in this language."""
    return tag in LANGUAGES or tag in languages()


def detected_language(text: str) -> str:
    """Return which language a text is in; "" where nothing shows it.

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
    """Return the language whose words a text has most of; words of many languages weigh less."""
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
    """Return the number of each month by its names, in every language that is known, and by its English short forms."""
    found: dict[str, int] = {}
    for language in languages().values():
        for number, name in enumerate(language.months, start=1):
            found.setdefault(name, number)
            if language.tag == "en":
                found.setdefault(name[:3], number)
    return found | {"sept": 9}


def named(tags: Sequence[str]) -> list[Titles]:
    """Return the names of languages; the tag itself where none is known.

    >>> named(["it"])[0]["en"]
    'Italian'
    """
    known = languages()
    return [known[tag].name if tag in known else {"en": tag} for tag in tags]
