"""The dimensions of a figure: gender, age, region, scope …, from the words of its row, its group and its column.

The words are in dimensions.toml; scopes and ages have a grammar of their own.
"""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import rtoml

Dimensions = tuple[tuple[str, str], ...]
"""Pairs of axis and member, sorted."""

_LONGEST_MEMBER = 40
"""Characters of a label that may be a member without further words."""
_MARK = re.compile(r"(?<=[a-z])\d{1,2}$")
_COLON = re.compile(r"[:：]")
_SHORT = 16
"""Characters of a label that is a member only as a whole: "non-managers" differs from "managers"."""
_SCOPE = re.compile(
    r"(?i)(?:\bscopes?|范[围圍]|範[圍疇]|范畴)\s*((?:[123１２３一二三](?!\d|\.\d|,\d{3}|%)(?:\s*(?:[,，、&+/及和與与]|and|to|至)\s*)?(?:scopes?|范围|範圍|範疇)?\s*)+)(\+)?"
)
_SCOPE_NUMBER = str.maketrans("一二三１２３", "123123")
_AGE = re.compile(
    r"(?i)^(?:aged?\s*)?(?:(?P<sign>[<>≤≥]=?)\s*(?P<one>\d\d)"
    r"|(?P<from>\d\d)\s*(?:[-–~～至]|to|and)\s*(?P<to>\d\d)"
    r"|(?P<below>under|below|up to|younger than|less than)\s*(?P<b>\d\d)"
    r"|(?P<above>over|above|older than|more than)\s*(?P<a>\d\d)"
    r"|(?P<c>\d\d)\s*[岁歲]及?(?P<way>以下|以上|或以上|或以下))"
    r"\s*(?:years?(?: of age| old)?|[岁歲])?(?: employees)?$"
)


class _Axis(NamedTuple):
    axis: str
    member: str  # "" for the label itself
    pattern: re.Pattern[str]


@lru_cache(maxsize=16384)
def dimensions_in(label: str) -> Dimensions:
    """Return the dimensions in a label; a label with two genders has none of that axis.

    >>> dimensions_in("Scope 1 and 2, market-based"), dimensions_in("女性員工"), dimensions_in("Over 50")
    ((('method', 'market-based'), ('scope', '1+2')), (('gender', 'female'),), (('age', '>50'),))
    """
    found: dict[str, set[str]] = {}
    if scope := _scope(label):
        found["scope"] = {scope}
    text = label.strip()
    if age := _AGE.fullmatch(text):
        found["age"] = {_age(age)}
    last = _COLON.split(text)[-1].strip()
    for axis, member, pattern in _axes():
        if member:
            if pattern.search(text):
                found.setdefault(axis, set()).add(member)
        elif len(text) <= _LONGEST_MEMBER and axis not in found and (match := pattern.search(last)):
            found[axis] = {_MARK.sub("", last) if axis == "region" or len(last) <= _SHORT else match[0].lower()}
    return tuple(sorted((axis, members.pop()) for axis, members in found.items() if len(members) == 1))


def combined(*layers: Dimensions) -> Dimensions:
    """Return the dimensions of several layers; for each axis, the first layer that has it decides."""
    found: dict[str, str] = {}
    for layer in layers:
        for axis, member in layer:
            found.setdefault(axis, member)
    return tuple(sorted(found.items()))


def _scope(label: str) -> str:
    numbers: list[str] = []
    plus = ""
    for match in _SCOPE.finditer(label):
        numbers += re.findall(r"[123]", match[1].translate(_SCOPE_NUMBER))
        plus = plus or match[2] or ("+" if match[1].rstrip().endswith("+") else "")
    return "+".join(sorted(set(numbers))) + plus


def _age(match: re.Match[str]) -> str:
    if match["from"]:
        return f"{match['from']}-{match['to']}"
    if match["one"]:
        return match["sign"].replace("≤", "<=").replace("≥", ">=") + match["one"]
    if match["below"]:
        return ("<=" if match["below"].lower() == "up to" else "<") + match["b"]
    if match["above"]:
        return ">" + match["a"]
    return (">=" if match["way"].endswith("上") else "<") + match["c"]


@cache
def _axes() -> tuple[_Axis, ...]:
    raw: dict[str, Any] = rtoml.loads(Path(__file__).with_name("dimensions.toml").read_text("utf-8"))
    axes = []
    for axis, table in raw.items():
        if table.get("label"):
            axes.append(_Axis(axis, "", _pattern(table["words"], whole=axis == "region")))
        for member, words in table.get("members", {}).items():
            axes.append(_Axis(axis, member, _pattern(words)))
    return tuple(axes)


def _pattern(words: dict[str, list[str]], whole: bool = False) -> re.Pattern[str]:
    """Return a pattern for words; `whole`: whether the label has to begin or end with one."""
    english = "|".join(re.escape(word) for word in sorted(words["en"], key=len, reverse=True))
    chinese = "|".join(sorted(words["zh"], key=len, reverse=True))
    if whole:
        behind = r"(?:(?<=[a-z])\d{1,2})?\s*(?:\([^()]*\))?$"  # with the mark of a note
        return re.compile(
            rf"(?i)^(?:total\s|rest of\s|other\s|in\s|-\s*)*(?:{english})(?:\s(?:and|&)\s.*)?{behind}"
            rf"|^[-\s]*(?:{chinese})[^\d]{{0,6}}$"
        )
    return re.compile(rf"(?i)(?<![A-Za-z-])(?:{english})(?![A-Za-z])|{chinese}")
