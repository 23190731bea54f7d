"""The words by which the facts of a report are found: `report_words.toml`."""

import re
from functools import cache
from pathlib import Path

import rtoml


@cache
def alternatives(name: str) -> str:
    """Return the words of one kind as the alternatives of a regular expression."""
    table = rtoml.loads(Path(__file__).with_name("report_words.toml").read_text("utf-8"))
    return "|".join(line.strip().strip("|") for line in table[name].splitlines() if line.strip())


WORD_ENDS = r"(?!(?<=[A-Za-zÀ-ÿ])[A-Za-zÀ-ÿ])"
"""A position not between two Latin letters; Chinese characters are written without spaces."""


@cache
def words(name: str) -> re.Pattern[str]:
    """Return the pattern for the words of one kind, ignoring case; not within a longer Latin word."""
    return re.compile(f"{WORD_ENDS}(?:{alternatives(name)}){WORD_ENDS}", re.IGNORECASE)


@cache
def title_words() -> re.Pattern[str]:
    """Return the pattern for the words of report titles, without the issuer and the year."""
    return re.compile(f"{WORD_ENDS}(?:{alternatives('title')}|{alternatives('report')}){WORD_ENDS}", re.IGNORECASE)


def is_only_title_words(text: str) -> bool:
    """Whether a text has only the words of any report's title.

    >>> is_only_title_words("Sustainability Report 2024"), is_only_title_words("Harbour report")
    (True, False)
    """
    return not re.search(r"[^\W\d_]", title_words().sub(" ", text))
