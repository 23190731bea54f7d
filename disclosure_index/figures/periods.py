"""The period of a figure, from the head of its column, its row or the words around it: years, spans of years, days.

A year has the report's name for it: "FY2024" and "2024 财年" are 2024.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from disclosure_index.figures.numbers import narrow
from disclosure_index.figures.units import unit_of

YEAR = r"(?:19[89]\d|20\d\d|2100)"
_WORDS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE = re.compile(r"[〇○零一二三四五六七八九]{4}(?=年)")
_SPAN = re.compile(rf"(?<!\d)({YEAR})\s*(?:年)?\s*(?:[-–—~～至]|to)\s*({YEAR})(?!\d)")
_SLASH = re.compile(rf"(?<!\d)({YEAR})\s?(?:/\s?(?:20)?|[–-])(\d\d)(?![\d/-])")
_MINGUO = re.compile(r"(?:民[国國])?\s?(1[01]\d)\s?年度?(?!\d)")
"""A year of the Republic of China, as in reports of Taiwan: 112年 is 2023."""
_BEGAN = 1911
_PART = re.compile(r"(?i)\b(?:[HQ][1-4]|[1-4][HQ])\b|[上下]半年|第[一二三四]季度?|\b(?:first|second) half\b")
_SHORT = re.compile(r"\bFY\s?'?(\d\d)(?!\d)")
_YEAR = re.compile(rf"(?<![\d,.])({YEAR})(?!\d|,\d|\.\d)")
_WITH_UNIT = re.compile(
    rf"(?:FY\s?)?{YEAR}\s*(?:年度?)?\s*(?:[(（\[]([^()（）\[\]]+)[)）\]]|(?:,|in\b|\s)\s*((?:[A-Z]{{3}}|[€$£¥])\W?\D*))"
)
"""A year with a unit in brackets, or a currency after it."""
_DAY = re.compile(
    rf"({YEAR})\s?[年./-]\s?(\d{{1,2}})\s?[月./-]\s?(\d{{1,2}})\s?日?"
    rf"|(\d{{1,2}})(?:st|nd|rd|th)?\s([A-Z][a-z]{{2,8}})\.?,?\s({YEAR})|([A-Z][a-z]{{2,8}})\.?\s(\d{{1,2}}),?\s({YEAR})"
    rf"|(?<!\d)(\d{{1,2}})\.(\d{{1,2}})\.({YEAR})"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_HEAD_WORDS = re.compile(
    r"(?i)fy|hy|h[12]|financial|fiscal|calendar|year|ended|ending|as|at|of|on|in|the|change|actual|result|performance|data"
    r"|december|march|june|september|dec|mar|jun|sep|short|mid|medium|long|term|estimated?|restated|audited"
    r"|财年|財年|财政|財政|年度|年|月|日|止|截至|于|於|实际|實際|数据|數據|表现|表現|绩效|績效|重列|经重列|經重列"
)


class Period(NamedTuple):
    """A period as in facts: a year or a span of years, and the day for a figure of one day."""

    label: str
    instant: str = ""


@lru_cache(maxsize=16384)
def period_of_head(text: str) -> Period | None:
    """Return the period in the head of a column, alone or with a unit; None for other heads.

    >>> period_of_head("2022 财年").label, period_of_head("FY2023/24").label, period_of_head("Water")
    ('2022', '2024', None)
    >>> period_of_head("FY 2023-24").label, period_of_head("2023 (EUR thousand)").label, period_of_head("112年").label
    ('2024', '2023', '2023')
    >>> period_of_head("二零二四年").label, period_of_head("Board members 2024") is None
    ('2024', True)
    """
    if not 3 < len(text) <= 48 or not any(c.isdigit() or c in "〇○零二" for c in text):
        return None
    found = period_in(text)
    if found is None:
        return None
    plain = _arabic(narrow(text))
    if unit := unit_beside_year(plain):
        plain = plain.replace(unit, "")
    rest = _HEAD_WORDS.sub("", re.sub(r"\d+", "", _PART.sub("", plain)))
    return found if not any(c.isalpha() for c in rest.replace("ᵃ", "")) else None


def part_of_year(text: str) -> str:
    """Return the half or quarter in a head: "H1 2024", 2024年上半年; "" for a whole year."""
    match = _PART.search(text)
    return match[0] if match else ""


def unit_beside_year(text: str) -> str:
    """Return the unit beside the year of a head: "2024 (t)", "2023 EUR thousand"; a value is not a head."""
    match = _WITH_UNIT.fullmatch(text.strip())
    unit = (match[1] or match[2] or "").strip() if match else ""
    return unit if unit and unit_of(unit) else ""


def period_in(text: str) -> Period | None:
    """Return the only period in a text; None for no period or several."""
    plain = _arabic(narrow(text))
    if minguo := _MINGUO.fullmatch(plain.strip()):
        return Period(str(_BEGAN + int(minguo[1])))
    days = [found for match in _DAY.finditer(plain) if (found := _day(match))]
    if len(days) == 1 and len(set(_YEAR.findall(plain))) <= 1:
        return Period(days[0][:4], days[0])
    slashes = {last for first, last in _SLASH.findall(plain) if int(last) == (int(first) + 1) % 100}
    spans = _SPAN.findall(plain)
    if spans and not slashes:
        first, last = spans[0]
        rest = set(_YEAR.findall(_SPAN.sub(" ", plain)))
        return Period(f"{first}-{last}") if len(spans) == 1 and not rest and first < last else None
    if slashes:
        return Period(f"20{slashes.pop()}") if len(slashes) == 1 else None
    years = set(_YEAR.findall(plain)) | {f"20{short}" for short in _SHORT.findall(plain)}
    return Period(years.pop()) if len(years) == 1 else None


def years_in(text: str) -> list[tuple[int, str]]:
    """Return the years in a text with their offsets: the figures of a sentence take the nearest year."""
    plain = _arabic(text)
    return [(match.start(), match[1]) for match in _YEAR.finditer(plain)] + [
        (match.start(), f"20{match[1]}") for match in _SHORT.finditer(plain)
    ]


def _arabic(text: str) -> str:
    """Return a text with the years in Chinese numerals as digits, character for character."""
    return _CHINESE.sub(lambda match: match[0].translate(_WORDS), text) if "年" in text else text


def _day(match: re.Match[str]) -> str:
    if match[1]:
        year, month, day = match[1], int(match[2]), int(match[3])
    elif match[12]:
        year, month, day = match[12], int(match[11]), int(match[10])
    else:
        name, year = (match[5], match[6]) if match[4] else (match[7], match[9])
        if name[:3].lower() not in _MONTHS:
            return ""
        month, day = _MONTHS.index(name[:3].lower()) + 1, int(match[4] or match[8])
    return f"{year}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""
