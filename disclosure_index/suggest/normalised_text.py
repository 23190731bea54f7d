"""The normal form of a text for comparison: one width, one script, one case, stems of words, scopes written out.

The normal form is again a text, with its tokens between spaces: "Scope 1 and 2: non-hazardous waste" becomes
" scope 1 scope 2 nonhazard wast ". So a phrase is a substring of it. Chinese has no spaces between words: a run of
its characters is one token, and its `words` are the pairs of neighbouring characters.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from operator import add
from pathlib import Path

from Stemmer import Stemmer  # type: ignore[import-not-found]

_TOKEN = re.compile(r"[a-z\u00df-\u024f]+(?:[23][a-z]*)?|\d(?:[\d,.]*\d)?|[\u3400-\u9fff]+|[%‰\x1e]")
_NON = re.compile(r"\bnon[- ]?(?=[a-z]{4})")
_NOT = re.compile(r"(非|不可)(\w)")
_NUMERALS = {"一": "1", "二": "2", "三": "3"}
_RANGE = re.compile(r"-|to|至")
_HAN = "\u3400"
_APART = "\x1e"  # the record separator, a token of its own
_STEMMER = Stemmer("english")


def folded(text: str) -> str:
    """Return a text in one width, one script and one case, with its words unchanged, for searches.

    >>> folded("ＥＳＧ 有害廢棄物")
    'esg 有害废弃物'
    """
    plain = unicodedata.normalize("NFKC", text).lower()
    return plain if plain.isascii() else plain.translate(_simplified())


def normal(text: str) -> str:
    """Return the normal form of a text.

    >>> normal("Scopes 1 and 2: Non-hazardous WASTE，範圍三"), normal("非危險廢物") == normal("危險廢物")
    (' scope 1 scope 2 nonhazard wast 范围 3 ', False)
    """
    plain = folded(text)
    if not plain.isascii() and ("非" in plain or "不可" in plain):
        # 非危险废物 contains 危险废物 and means its opposite: the character after a negation becomes a rare one.
        plain = _NOT.sub(lambda match: match[1] + chr(0x3400 + ord(match[2]) % 0x1900), plain)
    if "scope" in plain or "范" in plain:
        plain = _scope_pattern().sub(_scopes, plain)
    if "non" in plain:
        plain = _NON.sub("non", plain)
    return f" {' '.join(map(_stem, _TOKEN.findall(plain)))} "


def normals(texts: Iterable[str]) -> list[str]:
    """Return the normal form of many texts in one call."""
    cleared = [text.replace(_APART, " ") for text in texts]
    return [form or " " for form in normal(f" {_APART} ".join(cleared)).split(_APART)] if cleared else []


def words(form: str) -> list[str]:
    """Return the words of a normal form, without numbers.

    >>> words(" scope 1 排放量 ")
    ['scope', '排放', '放量']
    """
    found: list[str] = []
    for token in form.split():
        if token[0] >= "\u3400":
            found += map(add, token, token[1:]) if len(token) > 1 else token
        elif not token[0].isdigit() and token not in ("%", "‰"):
            found.append(token)
    return found


def phrases(texts: Iterable[str]) -> list[str]:
    """Return each phrase as it occurs in the normal form of a text: with spaces where Latin words begin and end.

    >>> phrases(["waste oils", "ESG委員會", "—"])
    [' wast oil ', ' esg 委员会']
    """
    forms = (form.strip() for form in normal(f" {_APART} ".join(texts)).split(_APART))
    return [f"{'' if f[0] >= _HAN else ' '}{f}{'' if f[-1] >= _HAN else ' '}" for f in forms if f]


@cache
def _scope_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(scopes? ?|范[围畴] ?)([123一二三](?!\d))"
        r"((?:(?: ?(?:,|、|&|/|\+|-|and|or|to|及|和|与|或|至) ?)+(?:scope |范[围畴] ?)?[123一二三](?!\d))*)"
    )


def _scopes(match: re.Match[str]) -> str:
    name = "scope" if match[1].startswith("s") else "范围"
    numbers = [int(_NUMERALS.get(n, n)) for n in re.findall("[123一二三]", match[2] + match[3])]
    if _RANGE.search(match[3]):
        numbers = list(range(numbers[0], numbers[-1] + 1))
    return f" {' '.join(f'{name} {number}' for number in numbers)} "


@cache
def _stem(token: str) -> str:
    if token[0] >= _HAN or len(token) < 3:
        return token
    stem: str = _STEMMER.stemWord(token)
    return f"{stem[:-1]}z" if len(stem) > 5 and stem.endswith("is") else stem  # organis(e) is organiz(e)


@cache
def _simplified() -> dict[int, int | str]:
    traditional, simplified = (Path(__file__).with_name("simplified.txt")).read_text("utf-8").split("\n")[:2]
    dashes = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
    return {**dict(zip(map(ord, traditional), map(ord, simplified), strict=True)), **dashes}
