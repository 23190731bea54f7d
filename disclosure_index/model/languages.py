"""The languages of reports, titles and messages: one row for each."""

from collections.abc import Mapping
from dataclasses import dataclass

Titles = Mapping[str, str]
"""A text per language: keys are ``en``, ``zh-Hans``, ``zh-Hant``."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language.

    Attributes:
        tag: as reports, definitions and options write it.
        nearest: the languages whose text stands in where there is none in this one, the nearest first.
        compared: the languages whose words it is compared with. Simplified and traditional Chinese are one when
            compared, and each has words that the other is read with, too.
        beginnings: how the tags of the language begin in files, in lower case, the longest first.
        region: the tag with a region, for formats that ask for one: Word, SARIF.
        font: of office documents; it comes with Word and Excel.
        latin_width: the width of Latin text in that font, as a share of its width in figures of the standard font.
        encodings: tried in this order where a file is not UTF-8 and declares no encoding.
    """

    tag: str
    nearest: tuple[str, ...]
    compared: tuple[str, ...]
    beginnings: tuple[str, ...]
    region: str
    font: str
    latin_width: float
    encodings: tuple[str, ...]


_ALL = (
    Language("en", (), ("en",), ("en",), "en-GB", "Arial", 0.72, ("gb18030", "big5hkscs")),
    Language(
        "zh-Hans", ("zh-Hant", "en"), ("zh-Hans", "zh-Hant"), ("zh",), "zh-CN", "Microsoft YaHei", 0.85,
        ("gb18030", "big5hkscs"),
    ),
    Language(
        "zh-Hant", ("zh-Hans", "en"), ("zh-Hans", "zh-Hant"), ("zh-hant", "zh-hk", "zh-tw", "zh-mo"), "zh-HK",
        "Microsoft JhengHei", 0.85, ("big5hkscs", "gb18030"),
    ),
)  # fmt: skip

BY_TAG: Mapping[str, Language] = {language.tag: language for language in _ALL}
LANGUAGES = tuple(BY_TAG)
"""The tags of all languages; the first is the one that messages are written in."""

_BEGINNINGS = sorted(((b, one.tag) for one in _ALL for b in one.beginnings), key=lambda pair: -len(pair[0]))


def language_of(tag: str) -> Language:
    """Return the language of a language tag, English for an unknown one."""
    return BY_TAG.get(tag, _ALL[0])


def known_language(tag: str) -> str:
    """Return the member of `LANGUAGES` that a language tag means, else the tag itself.

    >>> known_language("zh-CN"), known_language("zh-Hant-HK"), known_language("en-US"), known_language("de")
    ('zh-Hans', 'zh-Hant', 'en', 'de')
    """
    lower = f"{tag.strip().lower().replace('_', '-')}-"
    return next((known for beginning, known in _BEGINNINGS if lower.startswith(f"{beginning}-")), tag)


def in_language(titles: Titles, language: str) -> str:
    """Return the text in `language`, else in the nearest one that exists; "" where there is none."""
    for choice in (language, *language_of(language).nearest, *LANGUAGES):
        if text := titles.get(choice):
            return text
    return ""
