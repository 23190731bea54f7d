"""The figures of a sentence: its numbers that count something, with their units.

Ordinals, clause numbers, dates, years, codes, pages and footnote marks are left out: a figure has a unit,
or a word after it for the thing that is counted.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from disclosure_index.figures.code_words import code_before
from disclosure_index.figures.periods import YEAR
from disclosure_index.figures.printed_numbers import DIGITS, number
from disclosure_index.figures.sentence_words import (
    ANOTHER_BEFORE,
    CHINESE_MONEY,
    COUNTED,
    CURRENCY_BEFORE,
    DATE_BEFORE,
    DATE_BEHIND,
    TIMES,
)
from disclosure_index.figures.units import NO_UNIT, YUAN, Unit, unit_of

_BEHIND = 40
"""Characters after a number that may contain its unit."""
_LEAST = 4
"""Digits from which on a number is not that of a note or a clause."""
_CAPITAL = re.compile(r"[.)]?\s+[A-Z][a-z]")
_SPACE = re.compile(r"[.)]?\s")


class SentenceNumber(NamedTuple):
    """A number of a sentence with its unit: the offsets of both, the value as printed, the decimals."""

    start: int
    end: int
    value: float
    decimals: int
    unit: Unit
    printed_unit: str
    digits: str


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?<![A-Za-z0-9.,/%％#_&\-])|(?<=RMB)|(?<=CNY)|(?<=HKD)|(?<=USD)|(?<=EUR)|(?<=NTD)|(?<=TWD)|(?<=GBP)|(?<=KRW))"
        rf"(?P<sign>[-−–](?=\d))?(?P<digits>{DIGITS})(?![\d-]|\.\d|/\d)"
    )


def numbers_in(text: str, comma: bool = False) -> Iterator[SentenceNumber]:
    """Yield the numbers of a text that are figures; its letters and signs are half-width.

    Args:
        text: one or more sentences.
        comma: whether its document has decimal commas.
    """
    skip_to = 0
    for match in _pattern().finditer(text):
        start, end = match.span()
        if start < skip_to:
            continue
        before = text[max(0, start - 28) : start]
        behind = text[end : end + _BEHIND]
        currency = _currency(before)
        unit, length = _unit_behind(currency, behind)
        if not currency and _is_no_figure(match, text, before, behind, unit is not None):
            continue
        if unit and unit.base == YUAN and (named := _only_currency(text)):
            unit = unit._replace(base=named)
        value, decimals = number(match["digits"], comma)
        stop = end + length
        if unit and (more := _chinese_remainder(text, stop, unit)):
            rest, last, stop = more
            value, unit, decimals = value * unit.scale + rest, last._replace(scale=1.0), 0
        skip_to = stop
        is_negative = bool(match["sign"]) and not (before[-1:].isdigit() or before[-1:] in "%％")
        printed = f"{currency} {text[end:stop].strip()}".strip()
        yield SentenceNumber(
            start, stop, -value if is_negative else value, decimals, unit or NO_UNIT, printed, text[start:end]
        )


def _currency(before: str) -> str:
    match = CURRENCY_BEFORE.search(before)
    return match[0].strip() if match else ""


@lru_cache(maxsize=8192)
def _unit_behind(currency: str, behind: str) -> tuple[Unit | None, int]:
    """Return the unit after a number and its length: the longest text that is a unit."""
    if currency:
        times = re.match(rf"\s?(?:{TIMES}|[十百千万萬亿億]+元?|元)(?:\s?/\s?[A-Za-z]+)?", behind)
        if times and (unit := unit_of(f"{currency} {times[0].strip()}")):
            return unit, times.end()
        return unit_of(currency), 0
    if not behind or behind[0] in ",，。;；)）":
        return None, 0
    longest = re.match(r"(?:[^\S\n]|-)?[^\s,，。;；()（）、:：]+(?:[^\S\n][^\s,，。;；()（）、:：]+){0,4}", behind)
    if longest is None:
        return None, 0
    found: tuple[Unit | None, int] = (None, 0)
    for end in _cuts(longest[0]):
        unit = _whole_unit(longest[0][:end].strip(" -"), behind[end : end + 1])
        if unit and found[0] in (None, unit):  # the shortest piece with the same meaning: "% of" is "%"
            found = (unit, end)
    return found


def _whole_unit(piece: str, next_sign: str) -> Unit | None:
    """Return the unit in a piece of a text, unless its last word continues."""
    if not piece or (next_sign.isascii() and next_sign.isalnum() and piece[-1].isalpha() and piece[-1].isascii()):
        return None
    return unit_of(piece.lstrip("多余餘") or piece)


def _cuts(text: str) -> list[int]:
    """Return the possible ends of a text: after its words, and after each Chinese character; the longest first."""
    cuts = {len(text)}
    for n, character in enumerate(text[:24], 1):
        if (
            character in "%％‰"
            or not character.isascii()
            or (n < len(text) and text[n] in " ./" and n > 1)
            or (n < len(text) and not text[n].isascii() and text[n].isalpha())
        ):
            cuts.add(n)
    return sorted(cuts, reverse=True)


def _only_currency(text: str) -> str:
    named = {unit.base for match in re.finditer(CHINESE_MONEY, text) if (unit := unit_of(match[0]))}
    return named.pop() if len(named) == 1 else ""


def _chinese_remainder(text: str, at: int, unit: Unit) -> tuple[float, Unit, int] | None:
    """Return the second half of an amount in two: what 1,468 萬元 adds in 1 億 1,468 萬元."""
    if unit.scale < 1e8 or text[at - 1 : at] not in ("亿", "億"):
        return None
    match = re.match(rf"\s?({DIGITS})\s?([万萬])\s?(元)?", text[at:])
    if match is None:
        return None
    money = Unit(unit.base or YUAN, 1.0, "money") if match[3] or unit.base else unit
    if money.base == YUAN and (named := _only_currency(text)):
        money = money._replace(base=named)
    return number(match[1])[0] * 1e4, money, at + match.end()


def _is_no_figure(match: re.Match[str], text: str, before: str, behind: str, has_unit: bool) -> bool:
    """Whether a number is an ordinal, a clause number, a date, a year or part of a code, or counts nothing."""
    digits = match["digits"]
    begins = not text[: match.start()].strip(" •·-–")
    if code_before().search(before) or DATE_BEHIND.match(behind):
        return True
    if begins and len(digits) < _LEAST and _CAPITAL.match(behind):
        return True  # the number of a note or a clause
    if has_unit:
        return False
    return (
        re.fullmatch(YEAR, digits) is not None
        or (begins and _SPACE.match(behind) is not None)
        or (behind[:1] == ")" and "(" not in before[-3:])
        or (ANOTHER_BEFORE.search(before) or DATE_BEFORE.search(before)) is not None
        or COUNTED.match(behind) is None
    )
