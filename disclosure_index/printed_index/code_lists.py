"""Codes that a list shortens or a range leaves out: "305-1, 2 and 3", "305-1 to -7", "302-4 to 303-2", "28 (b)"."""

import re
from collections.abc import Sequence

from disclosure_index.printed_index.claims import FrameworkHints, stem
from disclosure_index.printed_index.codes import Found

_RANGE = r"\bto\b|\bthrough\b|\bbis\b|\ba\b|至|到|[~～〜]|\s[-\u2010-\u2015\u2212]\s|…"
_SHORT = re.compile(
    rf"\s*(?:(?P<range>{_RANGE})|[,;、，；/&+]|\b(?:and|und|et|e|y)\b|及|和|与|與)\s*[-\u2010-\u2015\u2212.]?\s*"
    r"(?P<number>\d{1,2})(?![\d%]|[.,]\d|\s?[-\u2010-\u2015\u2212]\s?\d|\s?[页頁])",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"[\s)）]*(?:{_RANGE}|[-\u2010-\u2015\u2212])(?:\s*(?:gri|sasb|kpi)\b)?\s*", re.IGNORECASE)
_LETTER = re.compile(
    r"\s*(?:段|條|条|款)?\s*(?:[(（]\s?(?P<a>[a-z]|[ivx]{1,5})\s?[)）]|(?<=[\s段條条款])(?P<b>[a-z])[)）])",
    re.IGNORECASE,
)
_LONGEST = 60  # codes between the ends of a range


def whole_list(text: str, found: Sequence[Found], hints: FrameworkHints) -> list[Found]:
    """Return the codes of a cell with those that its lists and ranges mean besides."""
    lettered = [_with_letter(text, item, hints) for item in found]
    whole: list[Found] = []
    for number, item in enumerate(lettered):
        if whole and not item.datapoints:
            whole += _ranged(text, whole[-1], item, hints)
        whole.append(item)
        following = lettered[number + 1].start if number + 1 < len(lettered) else len(text)
        whole += _shortened(text, item, following, hints)
    return whole


def _with_letter(text: str, item: Found, hints: FrameworkHints) -> Found:
    """Return the paragraph with the letter behind it, where the framework has that one: "第28段(b)" is 28(b)."""
    code, end = item.code, item.end
    while (
        not item.datapoints and (match := _LETTER.match(text, end))
        and (longer := f"{code}({(match['a'] or match['b']).lower()})") in hints.by_code
    ):  # fmt: skip
        code, end = longer, match.end()
    return item if code == item.code else Found(code, (), item.start, end)


def _shortened(text: str, item: Found, following: int, hints: FrameworkHints) -> list[Found]:
    """Return the codes behind one that are printed without what they share with it."""
    group = stem(item.code)
    if not group or not item.code[len(group) + 1 :].isdigit():
        return []
    joint = item.code[len(group)]
    more: list[Found] = []
    last, at = int(item.code[len(group) + 1 :]), item.end
    while (match := _SHORT.match(text, at)) and match.end() <= following:
        number = int(match["number"])
        if f"{group}{joint}{number}" not in hints.by_code or number <= last:
            break
        first = last + 1 if match["range"] else number
        codes = [f"{group}{joint}{n}" for n in range(first, number + 1)]
        more += (Found(code, (), match.start("number"), match.end()) for code in codes if code in hints.by_code)
        last, at = number, match.end()
    return more


def _ranged(text: str, first: Found, last: Found, hints: FrameworkHints) -> list[Found]:
    """Return the codes between the ends of a range that passes from one group to another."""
    if stem(first.code) == stem(last.code) or not _BETWEEN.fullmatch(text[first.end : last.start]):
        return []
    low, high = _order(first.code), _order(last.code)
    between = [code for code in hints.by_code if stem(code) and low < _order(code) < high]
    if not low < high or len(low) != len(high) or len(between) > _LONGEST:
        return []
    between = sorted((code for code in between if len(_order(code)) == len(low)), key=_order)
    return [Found(code, (), first.end, last.start) for code in between]


def _order(code: str) -> tuple[tuple[str, int], ...]:
    """Return what codes are ordered by: their letters and numbers one after the other."""
    return tuple(
        (letters, int(number or 0)) for letters, number in re.findall(r"([^\d]*)(\d*)", code) if letters or number
    )
