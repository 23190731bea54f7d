"""Text as it is compared: one width, one script, one case, words by their stems, scopes written out.

The normal form is a text again, its tokens between spaces: "Scope 1 and 2: non-hazardous waste" becomes
" scope 1 scope 2 nonhazard wast ". So a phrase is found as a piece of it. Chinese has no spaces between words: a run of
its characters is one token, and its `words` are the pairs of neighbouring characters.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

from Stemmer import Stemmer  # type: ignore[import-not-found]

_TOKEN = re.compile(
    r"[^\W\d_\u3400-\u9fff\U000f0000-\U000fffff]+(?:[23][a-z]*)?|\d[\d,.]*\d|\d|[\u3400-\u9fff\U000f0000-\U000fffff]+|[%‰]"
)
_NON = re.compile(r"\bnon[- ]?(?=[a-z]{4})")
_NOT = re.compile(r"(非|不可)([\u3400-\u9fff])")
_NUMERALS = {"一": "1", "二": "2", "三": "3"}
_SCOPES = re.compile(
    r"(scopes? ?|范[围畴] ?)([123一二三](?!\d))"
    r"((?:(?: ?(?:,|、|&|/|\+|-|and|or|to|及|和|与|或|至) ?)+(?:scope |范[围畴] ?)?[123一二三](?!\d))*)"
)
_RANGE = re.compile(r"-|to|至")
_STEMMER = Stemmer("english")


def normal(text: str) -> str:
    """Give the normal form of a text.

    >>> normal("Scopes 1 and 2: Non-hazardous WASTE，範圍三"), normal("非危險廢物") == normal("危險廢物")
    (' scope 1 scope 2 nonhazard wast 范围 3 ', False)
    """
    plain = unicodedata.normalize("NFKC", text).lower()
    if not plain.isascii():
        plain = plain.translate(_simplified())
        if "非" in plain or "不可" in plain:
            # 非危险废物 holds 危险废物 and means its opposite: the character after the word of denial becomes another.
            plain = _NOT.sub(lambda match: match[1] + chr(0xF0000 + ord(match[2])), plain)
    if "scope" in plain or "范" in plain:
        plain = _SCOPES.sub(_scopes, plain)
    if "non" in plain:
        plain = _NON.sub("non", plain)
    return f" {' '.join(map(_stem, _TOKEN.findall(plain)))} "


def words(form: str) -> list[str]:
    """Give the words of a normal form; numbers are none.

    >>> words(" scope 1 排放量 ")
    ['scope', '排放', '放量']
    """
    found: list[str] = []
    for token in form.split():
        if token[0] >= "\u3400":
            found += (token[n : n + 2] for n in range(max(1, len(token) - 1)))
        elif not token[0].isdigit() and token not in "%‰":
            found.append(token)
    return found


def phrase(text: str) -> str:
    """Give what a phrase is in the normal form of a text that has it: with the spaces where Latin words end."""
    form = normal(text).strip()
    if not form:
        return ""
    return f"{'' if form[0] >= _HAN else ' '}{form}{'' if form[-1] >= _HAN else ' '}"


_HAN = "\u3400"


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
