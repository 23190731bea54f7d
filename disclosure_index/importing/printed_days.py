"""Days and periods as reports print them: "1 July 2022 to 30 June 2023", "dal 1 gennaio al 31 dicembre 2018"."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import MINYEAR, date, timedelta
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from disclosure_index.reading.languages.detection import month_numbers

_FLAGS = re.IGNORECASE
_ROC = 1911
"""The year before the first one of Taiwan's calendar."""
SHORTEST, LONGEST = 360, 372
"""Days of a financial year, with a week more or less for years of whole weeks."""
_MONTHS = 12
_YEAR = r"20[0-4]\d"
_WORDED = re.compile(
    r"([一二三四五六七八九零〇○]{4})年(?:([一二三四五六七八九十]{1,3})月)?(?:([一二三四五六七八九十]{1,3})日)?"
)


class Period(NamedTuple):
    """A financial year as printed in a text, with its offsets."""

    start: date
    end: date
    at: int
    to: int


class _Day(NamedTuple):
    year: int  # 0: not printed
    month: int
    day: int  # 0: not printed
    at: int
    to: int
    swapped: bool = False  # the month is before the day: 12/31/2023


@cache
def _days() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, month_numbers()), key=len, reverse=True))
    month = rf"(?<![^\W\d_])(?:{names})(?![^\W\d_])\.?"
    return re.compile(
        rf"(?<![\d./-])(?P<iy>{_YEAR})(?P<is>[-./])(?P<im>\d{{1,2}})(?P=is)(?P<id>\d{{1,2}})(?![\d/])"
        rf"|(?<![\d./-])(?P<nd>\d{{1,2}})(?P<ns>[./])(?P<nm>\d{{1,2}})(?P=ns)(?P<ny>{_YEAR})(?!\d)"
        rf"|(?P<ry>民國\s*\d{{2,3}}|{_YEAR})\s*年\s*(?:度\s*)?(?:(?P<cm>\d{{1,2}})\s*月)\s*(?:(?P<cd>\d{{1,2}})\s*日)?"
        rf"|(?<!\d)(?P<km>\d{{1,2}})\s*月\s*(?P<kd>\d{{1,2}})\s*日"
        rf"|(?<![\d.])(?P<d>\d{{1,2}})(?:st|nd|rd|th|°|º|\.|er)?\s*(?:of\s+|de\s+)?(?P<m>{month}),?"
        rf"\s*(?:of\s+|de\s+|del\s+)?(?P<y>{_YEAR}(?!\d))?"
        rf"|(?P<M>{month})\s*(?:(?P<D>\d{{1,2}})(?:st|nd|rd|th)?(?!\d),?\s*)?(?P<Y>{_YEAR}(?!\d))?",
        _FLAGS,
    )


_BETWEEN = re.compile(
    r"\W*(?:[(（][^()（）]{0,30}[)）]\W*)?"
    r"(?:(?:to|until|till|through|and|al|alla|bis|zum|au|a|hasta|ate|até|tot|tot en met"
    r"|-|–|—|−|~|～|〜|至|到|起至|及|から|より)\W*){1,2}"
    r"(?:the|end|of|il|zum)?\W*",
    _FLAGS,
)
_ENDED = re.compile(
    r"(?:year|twelve months|12 months|5[23][ -]weeks?(?: period)?|esercizio|geschäftsjahr|exercice|年度)"
    rf"(?:\s{_YEAR})?[\W\s]{{0,3}}(?:(?:that|which)\s+)?"
    r"(?:(?<=months )to|ended|ending|ends|chiuso|conclusosi|endet|endete|clos)\W+(?:(?:on|at|al|il|am|zum|le)\s+)?"
    r"|截[至止]\s*(?:於|于)?\s*",
    _FLAGS,
)


def periods(text: str) -> Iterator[Period]:
    """Yield the periods of a year in a text."""
    text = in_figures(text)
    days = [day for match in _days().finditer(text) if (day := _day(match))]
    for first, last in pairwise(days):
        if not _BETWEEN.fullmatch(text[first.to : last.at]):
            continue
        if last.swapped and not first.swapped and 0 < first.day <= _MONTHS:
            first = first._replace(month=first.day, day=first.month)  # as the last day: 07/01/2022 to 06/30/2023
        if found := _whole(first, last, text[last.to : last.to + 40]):
            yield Period(*found, first.at, last.to)


def ended_years(text: str) -> Iterator[Period]:
    """Yield the years with their last day in a text: "the year ended 30 June 2023", 截至2023年6月30日止年度."""
    text = in_figures(text)
    for match in _ENDED.finditer(text):
        found = _days().match(text, match.end())
        day = _day(found) if found else None
        chinese = match[0].startswith("截")
        if day and day.year and found and (not chinese or re.match(r"\s*止", text[day.to :])):
            end = date(day.year, day.month, day.day or monthrange(day.year, day.month)[1])
            yield Period(first_day(end), end, match.start(), day.to)


def in_figures(text: str) -> str:
    """Return a text with years, months and days in Chinese words as figures, of the same length where possible.

    >>> in_figures("二零二四年三月三十一日")
    '2024年3月31日'
    """
    return _WORDED.sub(
        lambda m: (
            f"{_number(m[1])}年" + (f"{_number(m[2])}月" if m[2] else "") + (f"{_number(m[3])}日" if m[3] else "")
        ),
        text,
    )


def _day(match: re.Match[str]) -> _Day | None:
    g = match.groupdict()
    numbers = month_numbers()
    swapped = False
    if g["iy"]:
        year, month, day = g["iy"], int(g["im"]), g["id"]
    elif g["ny"]:
        year, month, day = g["ny"], int(g["nm"]), g["nd"]
        if swapped := g["ns"] == "/" and month > _MONTHS >= int(day):
            month, day = int(day), g["nm"]
    elif g["ry"]:
        roc = g["ry"].startswith("民")
        year, month, day = (str(int(g["ry"][2:]) + _ROC) if roc else g["ry"]), int(g["cm"]), g["cd"]
    elif g["km"]:
        year, month, day = "", int(g["km"]), g["kd"]
    elif g["m"]:
        year, month, day = g["y"], numbers.get(g["m"].lower().rstrip("."), 0), g["d"]
    else:
        year, month, day = g["Y"], numbers.get(g["M"].lower().rstrip("."), 0), g["D"]
        if not (year or day):
            return None
    if day and not int(day):
        return None
    found = _Day(int(year or 0), month, int(day or 0), match.start(), match.start() + len(match[0].rstrip()), swapped)
    try:
        date(found.year or 2000, found.month, found.day or 1)
    except ValueError:
        return None
    return found


def _whole(first: _Day, last: _Day, behind: str) -> tuple[date, date] | None:
    """Return the period between two days if it is a year; a missing year is the nearest to the other day."""
    years = [(first.year, last.year)]
    if first.year and not last.year:
        printed = [int(y) for y in re.findall(rf"(?<!\d){_YEAR}(?!\d)", behind)]
        years = [(first.year, y) for y in (first.year, first.year + 1) if not printed or y in printed]
        years = years or [(first.year, first.year), (first.year, first.year + 1)]
    elif last.year and not first.year:
        years = [(last.year, last.year), (last.year - 1, last.year)]
    elif not first.year:
        return None
    for one, other in years:
        try:
            start = date(one, first.month, first.day or 1)
            end = date(other, last.month, last.day or monthrange(other, last.month)[1])
        except ValueError:
            continue
        if SHORTEST <= (end - start).days <= LONGEST:
            return start, end
    return None


def first_day(end: date) -> date:
    """Return the first day of the twelve months that end on `end`.

    >>> first_day(date(2024, 2, 28)), first_day(date(2025, 2, 28))
    (datetime.date(2023, 3, 1), datetime.date(2024, 3, 1))

    Raises:
        ValueError: `end` is in the first year of the calendar.
    """
    before = end.year - 1
    if before < MINYEAR:
        raise ValueError(f"no year is before {end}")
    is_last = end.day == monthrange(end.year, end.month)[1]
    last = monthrange(before, end.month)[1]
    return date(before, end.month, last if is_last else min(end.day, last)) + timedelta(days=1)


def _number(text: str) -> int:
    """Read a number in Chinese words: 二零二四 digit by digit, 三十一 by tens."""
    digits = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}
    if "十" not in text:
        return int("".join(str(digits[c]) for c in text))
    tens, _, ones = text.partition("十")
    if len(tens) > 1 or len(ones) > 1 or ones == "十":
        return 0  # 十十, 一二十: not a number
    return (digits[tens] if tens else 1) * 10 + (digits[ones] if ones else 0)
