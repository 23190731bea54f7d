"""Texts in three languages, and the words of the field that are one of a few."""

from collections.abc import Mapping
from enum import StrEnum

Titles = Mapping[str, str]
"""A text per language: keys are ``en``, ``zh-Hans``, ``zh-Hant``."""

LANGUAGES = ("en", "zh-Hans", "zh-Hant")

_FALLBACK = {
    "zh-Hans": ("zh-Hans", "zh-Hant", "en"),
    "zh-Hant": ("zh-Hant", "zh-Hans", "en"),
}


_TRADITIONAL = ("zh-hant", "zh-hk", "zh-tw", "zh-mo")


def known_language(tag: str) -> str:
    """Return the one of `LANGUAGES` that a language tag is (``zh-CN`` is zh-Hans); the tag itself where it is none."""
    lower = tag.strip().lower()
    if lower.startswith("zh"):
        return "zh-Hant" if lower.startswith(_TRADITIONAL) else "zh-Hans"
    return "en" if lower == "en" or lower.startswith("en-") else tag


LONGEST_NUMBER = 9
"""Digits of a number that counts pages or codes: Python refuses to read one of thousands, which a file may have."""


def whole_number(text: str) -> int | None:
    """Return the number that a text is; None where it is none (nor is "²"), or longer than any that counts something.

    >>> whole_number("12"), whole_number("²"), whole_number("9" * 5000)
    (12, None, None)
    """
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else None


def in_language(titles: Titles, language: str) -> str:
    """Return the text in `language`, else in the nearest one that exists; "" where there is none."""
    for choice in (*_FALLBACK.get(language, ("en",)), *LANGUAGES):
        if text := titles.get(choice):
            return text
    return ""


class Obligation(StrEnum):
    """What a framework asks of a disclosure, for one issuer and one financial year."""

    MANDATORY = "mandatory"
    COMPLY_OR_EXPLAIN = "comply-or-explain"
    RECOMMENDED = "recommended"
    VOLUNTARY = "voluntary"


class Basis(StrEnum):
    """How sure a definition is."""

    VERIFIED = "verified"
    DERIVED = "derived"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


class Status(StrEnum):
    """The coverage of one disclosure."""

    DISCLOSED = "disclosed"
    PARTIAL = "partial"
    OMITTED = "omitted"
    MISSING = "missing"
    NOT_REQUIRED = "not-required"
    UNDETERMINED = "undetermined"


class Severity(StrEnum):
    """How bad a finding is; ERROR fails a build unless the policy says otherwise."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)
