"""The facts of sentences: "rose by 12 % to 3,400 t in 2024", 范围 3+ 减排量为 3,333.8 万吨.

Ordinals, clause numbers, dates, years, codes, pages and the marks of notes are no figures: a number counts that has a
unit, or a word for what is counted behind it.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from disclosure_index.figures.dimensions import dimensions_in
from disclosure_index.figures.numbers import narrow
from disclosure_index.figures.periods import YEAR, years_in
from disclosure_index.figures.printed_numbers import BOUND, CURRENCY, DIGITS, number
from disclosure_index.figures.units import NO_UNIT, YUAN, Unit, unit_of
from disclosure_index.model import Fact, Place
from disclosure_index.reading.superscripts import without_marks

_CHINESE_MONEY = "新[台臺][币幣]|人民[币幣]|港[币幣]|美元|[台臺][币幣]"
_CURRENCY_BEFORE = re.compile(rf"(?:{CURRENCY}|{_CHINESE_MONEY})\s?$")
_BEHIND = 40
"""Characters behind a number in which its unit may stand."""
_LONGEST_CLAUSE = 240
_TIMES = r"(?:[Tt]housand|[Mm]illion|[Bb]illion|[Tt]rillion|mn\b|bn\b|m(?![A-Za-z0-9²³]))"
_END = re.compile(r"[.!?](?=\s+[A-Z(])|[。；;！？]|\n")
_CLAUSE = re.compile(r"[,，、:：()（）]| and | while | whereas ")
_CODE_BEFORE = re.compile(
    r"(?i)(?:\b(?:gri|iso|sasb|kpi|sdg|ifrs|ias|hkfrs|rcp|ssp|scopes?|notes?|tables?|figures?|fig\.|pages?|pp?\.|appendix|annex"
    r"|articles?|art\.|no\.|nos\.|paragraphs?|para\.|sections?|chapters?|category|categories|level|tier|phase|stage|grade|class"
    r"|version|step|rule|principles?|goals?|part|items?|clause|directive|regulation|euro|category|ch|zone|line|route|terminal"
    r"|scenario|block|room|floor|tel\.?|fax|code)|第|范[围圍畴]|範[圍疇]|表|图|圖|附录|附錄|附件|註|注|编号|編號|号|號|章|节|節|類別|类别)\s*[:：]?\s*$"
)
_AND_BEFORE = re.compile(
    r"(?i)(?:scopes?|pages?|notes?|范[围圍]|範[圍疇])[\s\d,，、/&+]*(?:and|和|及|与|與|to|or)?\s*$"
)
_DATE_BEHIND = re.compile(
    r"\s?(?:年(?!的?平均)|月|日(?!均)|号|號|st\b|nd\b|rd\b|th\b|[:：]\d\d|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b)"
)
_DATE_BEFORE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|[年月])\s?$"
)
_COUNTED = re.compile(
    r"\s(?:(?:different|new|full|more|additional|other|of our|of the)\s)?(?!(?:years?|months?|weeks?|points?|or|and|of|to|on|in|the|for|by|at|with|from|is|was|are|per|x|as|an?)\b)[a-z][a-z-]{2,}"
)
_CHANGE = re.compile(
    r"(?i)(?:\b(?:by|increas\w*|decreas\w*|reduc\w*|rose|risen|fell|fallen|grew|grown|growth|declin\w*|dropp?\w*|cut|saved|savings?|up|down|lower|higher|improv\w*)\b"
    r"[^.;,]{0,40}|(?:同比|按年|较|較|比)[^。；，,]{0,16}|(?:增[长長加]|上升|提升|提高|下降|下跌|减少|減少|降低|减排|減排|节约|節約|节省|節省)[^。；，,\d]{0,6})$"
)
_TO_VALUE = re.compile(r"(?i)(?:\bto|\bat|\bof|至|达|達|为|為|到)\s*(?:over|about|approximately|约|約|近)?\s*$")
_TARGET = re.compile(
    r"(?i)\b(?:target|goal|aim|intend|plan to|will|commit\w*|by 20[3-9]\d)\b|目标|目標|力争|力爭|计划|計劃|拟|擬"
)
_BOUND = re.compile(rf"(?i)(?:{BOUND})\s*$")
_RANGE = re.compile(r"\s*(?:[-–—~～]|to\b|至|到)\s*[€$£]?")
_RANGE_BEFORE = re.compile(r"\d\s*(?:[-–—~～]|to\b|至|到)\s*[€$£]?$")
_PREVIOUS = re.compile(
    r"(?i)(?:previous|prior|last|preceding) (?:financial )?year[^\d;.]{0,24}$|(?:上年|去年|前一年)[^\d；。]{0,10}$"
)
_YEAR_BEHIND = re.compile(
    rf"(?i)^[\s(（]*(?:in|for|by|as of|as at|at|during|of|from)?\s*(?:the )?(?:(?:January|March|June|September|December) )?(?:end of |year[- ]end |financial |fiscal |calendar )?(?:year )?(?:FY)?\s*({YEAR})(?!\d|\s*[:：])"
)


class _Found(NamedTuple):
    start: int
    end: int
    value: float
    decimals: int
    unit: Unit
    printed_unit: str


def sentence_facts(text: str, passage: int, year: str) -> Iterator[Fact]:
    """Yield the facts of a passage that is no row.

    Args:
        text: of the passage.
        passage: its number.
        year: of the report: the period of a figure with which none is said.
    """
    plain = narrow(text if text.isascii() else _same_length(text))
    found = list(_numbers(plain))
    if not found:
        return
    years, ranges = years_in(plain), set[int]()
    ends = [match.end() for match in _END.finditer(plain)]
    for one, other in pairwise((None, *found, None)):
        if one and other and one.unit.base == other.unit.base and _RANGE.fullmatch(plain[one.end : other.start]):
            ranges |= {one.start, other.start}
    for one in found:
        begin = max((end for end in ends if end <= one.start), default=0)
        stop = min((end for end in ends if end > one.start), default=len(plain))
        period = _period(plain, one, begin, stop, years, year)
        clause = plain[max(begin, one.start - _LONGEST_CLAUSE) : min(stop, one.end + _LONGEST_CLAUSE)]
        near = _CLAUSE.split(plain[begin : one.start])[-1]
        behind = _CLAUSE.split(plain[one.end : stop])[0]
        yield Fact(
            one.value * one.unit.scale, one.unit.base, one.unit.quantity, plain[one.start : one.end].strip(), one.printed_unit,
            one.unit.scale, period or year, "", period != "", clause.strip(), "", dimensions_in(f"{near} {behind}"), one.decimals,
            "range" if one.start in ranges else _role(plain, one, begin, clause, period or year, year), Place(passage, one.start, one.end),
        )  # fmt: skip


def _same_length(text: str) -> str:
    """Return a text with the marks of notes as spaces, so that places stay."""
    bare = without_marks(text)
    if bare == text:
        return text
    return "".join(
        " " if c in "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾ᵃᵇᶜᵈᵉᶠ" and (n < 2 or text[n - 1] not in "mMtTOo") else c for n, c in enumerate(text)
    )


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?<![A-Za-z0-9.,/%％#_\-])|(?<=RMB)|(?<=CNY)|(?<=HKD)|(?<=USD)|(?<=EUR)|(?<=NTD)|(?<=TWD)|(?<=GBP)|(?<=KRW))"
        rf"(?P<sign>[-−–](?=\d))?(?P<digits>{DIGITS})(?![\d-]|\.\d|/\d)"
    )


def _numbers(text: str) -> Iterator[_Found]:
    skip_to = 0
    for match in _pattern().finditer(text):
        start, end = match.span()
        if start < skip_to:
            continue
        before = text[max(0, start - 28) : start]
        behind = text[end : end + _BEHIND]
        currency = _currency(before)
        unit, length = _unit_behind(currency, behind)
        if not currency and not unit and (_is_no_figure(match, text, before, behind) or not _COUNTED.match(behind)):
            continue
        if unit and not currency and (_CODE_BEFORE.search(before) or _DATE_BEHIND.match(behind)):
            continue
        if unit and unit.base == YUAN and (named := _only_currency(text)):
            unit = unit._replace(base=named)
        if not text[:start].strip(" •·-–") and len(match["digits"]) < 4 and re.match(r"[.)]?\s+[A-Z][a-z]", behind):
            continue  # the number of a note or a clause
        value, decimals = number(match["digits"])
        stop = end + length
        if unit and (more := _chinese_remainder(text, stop, unit)):
            rest, last, stop = more
            value, unit, decimals = value * unit.scale + rest, last._replace(scale=1.0), 0
        skip_to = stop
        if match["sign"] and not (before[-1:].isdigit() or before[-1:] in "%％"):
            value = -value
        printed = f"{currency} {text[end:stop].strip()}".strip()
        yield _Found(start, stop, value, decimals, unit or NO_UNIT, printed)


def _currency(before: str) -> str:
    match = _CURRENCY_BEFORE.search(before)
    return match[0].strip() if match else ""


def _unit_behind(currency: str, behind: str) -> tuple[Unit | None, int]:
    """Return the unit behind a number, and how many characters it takes: the longest that is one."""
    if currency:
        times = re.match(rf"\s?(?:{_TIMES}|[十百千万萬亿億]+元?|元)(?:\s?/\s?[A-Za-z]+)?", behind)
        if times and (unit := unit_of(f"{currency} {times[0].strip()}")):
            return unit, times.end()
        return unit_of(currency), 0
    if not behind or behind[0] in ",，。;；)）":
        return None, 0
    longest = re.match(r"[\s-]?[^\s,，。;；()（）、:：]+(?:\s[^\s,，。;；()（）、:：]+){0,4}", behind)
    if longest is None:
        return None, 0
    for end in _cuts(longest[0]):
        piece = longest[0][:end].strip(" -")
        if piece and (unit := unit_of(piece.removeprefix("多").removeprefix("余").removeprefix("餘"))):
            is_word = end < len(behind) and behind[end].isascii() and behind[end].isalnum() and piece[-1].isalpha()
            if not is_word:
                return unit, end
    return None, 0


def _cuts(text: str) -> list[int]:
    """Return where a text may end: behind its words, and behind each Chinese character; the longest first."""
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
    named = {unit.base for match in re.finditer(_CHINESE_MONEY, text) if (unit := unit_of(match[0]))}
    return named.pop() if len(named) == 1 else ""


def _chinese_remainder(text: str, at: int, unit: Unit) -> tuple[float, Unit, int] | None:
    """Return the second half of an amount in two: of 1 億 1,468 萬元 what 1,468 萬元 adds."""
    if unit.scale < 1e8 or text[at - 1 : at] not in ("亿", "億"):
        return None
    match = re.match(rf"\s?({DIGITS})\s?([万萬])\s?(元)?", text[at:])
    if match is None:
        return None
    money = Unit(unit.base or YUAN, 1.0, "money") if match[3] or unit.base else unit
    if money.base == YUAN and (named := _only_currency(text)):
        money = money._replace(base=named)
    return number(match[1])[0] * 1e4, money, at + match.end()


def _is_no_figure(match: re.Match[str], text: str, before: str, behind: str) -> bool:
    """Whether a number without a unit is an ordinal, a clause number, a date, a year or part of a code."""
    digits = match["digits"]
    at_start = not text[: match.start()].strip(" •·-–")
    return (
        re.fullmatch(YEAR, digits) is not None
        or (at_start and bool(re.match(r"[.)]?\s", behind)))
        or (behind[:1] == ")" and "(" not in before[-3:])
        or bool(_CODE_BEFORE.search(before) or _AND_BEFORE.search(before))
        or bool(_DATE_BEHIND.match(behind) or _DATE_BEFORE.search(before))
    )


def _period(text: str, one: _Found, begin: int, stop: int, years: list[tuple[int, str]], year: str) -> str:
    """Return the year that a number in a sentence is of; "" where it says none."""
    if match := _YEAR_BEHIND.match(text[one.end : stop][:44]):
        return match[1]
    before = text[begin : one.start]
    if year.isdigit() and _PREVIOUS.search(before):
        return str(int(year) - 1)
    earlier = [name for at, name in years if begin <= at < one.start]
    if earlier:
        return earlier[-1]
    return next((name for at, name in years if one.end <= at < stop and text[at + 4 : at + 5] not in (":", "：")), "")


def _role(text: str, one: _Found, begin: int, clause: str, period: str, year: str) -> str:
    before = _CURRENCY_BEFORE.sub("", text[begin : one.start])
    if _RANGE_BEFORE.search(before):
        return "range"
    if period > year or (_TARGET.search(clause) and period >= year and not period == year):
        return "target"
    if one.unit.quantity == "percentage-point":
        return "change"
    if _CHANGE.search(before) and not _TO_VALUE.search(before):
        return "change"
    return "bound" if _BOUND.search(before) else ""
