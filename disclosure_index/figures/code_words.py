"""The words before codes, pages and notes, and the heads of columns without figures. The data is code_words.toml."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import rtoml


@cache
def code_before() -> re.Pattern[str]:
    """Return a pattern for the words before the number of a code, a table, a page, a clause."""
    english, chinese = "|".join(_words()["before"]), "|".join(_words()["before-chinese"])
    return re.compile(rf"(?i)(?:\b(?:{english})|{chinese})\s*[:：]?\s*$")


@cache
def heads_without_figures() -> re.Pattern[str]:
    """Return a pattern for the whole head of a column of pages, codes, notes."""
    return re.compile(rf"(?i)^(?:{'|'.join(_words()['heads'])})$")


@cache
def heads_of(kind: str) -> frozenset[str]:
    """Return the heads of a kind of column, in small letters: those of `units` or `years`, or `plain` ones."""
    return frozenset(_words()[f"{kind}-heads"])


@cache
def _words() -> Mapping[str, Sequence[str]]:
    return rtoml.loads(Path(__file__).with_name("code_words.toml").read_text("utf-8"))
