"""Numbers with their units, in sentences and in rows of tables, in the three languages. Pure."""

import re
from functools import cache
from typing import NamedTuple

from disclosure_index.reading.superscripts import without_marks

KINDS = {
    "mass": r"\b(?:k?t|kg|mt|lbs?|tonnes?|tons?|kilo(?:gram)?(?:me)?s?|pounds?)\b|[吨噸]|公斤|千克",
    "carbon": r"co2|co₂|carbon|[吨噸]|\b(?:k|m)?t\b|\bton",
    "energy": r"[kmgt]wh|\b[mgtp]j\b|joule|watt|btu|calor|\btoe\b|千瓦|兆瓦|焦|[0-9]\s*度|标准煤|標準煤|電|电",
    "volume": r"m3|m³|\bcbm\b|cubic|lit(?:er|re)|gallon|barrel|\b[km]l\b|立方|升|[吨噸]|\bton",
    "percent": r"[%％‰]|per\s?cent|\bpp\b|百分|分之|ratio|share|rate|比|率",
    "money": r"[$€£¥￥₩]|\b(?:hkd|rmb|cny|usd|eur|krw|gbp|jpy|chf)\b|million|billion|thousand|currency"
    r"|元|币|幣|[万萬亿億]",
    "hours": r"hour|\bhrs?\b|小时|小時|工时|工時|时数|時數",
    "days": r"\bdays?\b|[日天]",
    "count": r"\b(?:persons?|people|employees|cases|incidents|times|sites|suppliers)\b|^[人名宗件起次家户戶个個]$",
    "area": r"m2|m²|km²|hectare|acre|square|\bsq|\bha\b|平方|公顷|公頃|[亩畝]",
}
"""The kinds of units that are recognised by their words, with those words, in the three languages."""

KIND_OF = {
    "mass": "mass",
    "tCO2e": "carbon",
    "energy": "energy",
    "volume": "volume",
    "percent": "percent",
    "money": "money",
    "hours": "hours",
    "days": "days",
    "area": "area",
    "Gigajoules (GJ)": "energy",
    "Megawatt hours (MWh)": "energy",
    "Megawatt-hours (MWh)": "energy",
    "Metric tonnes (t)": "mass",
    "Metric tonnes (t) CO₂-e": "carbon",
    "Metric tons (t) CO₂-e": "carbon",
    "Percentage (%)": "percent",
    "Presentation currency": "money",
    "Thousand cubic metres (m³)": "volume",
    "Cubic metres (m³)": "volume",
    "Hectares (ha)": "area",
    "Square metres (m²)": "area",
}
"""The kind of a definition's unit; other units have none."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_TIMES = {
    "thousand": 1e3, "千": 1e3, "万": 1e4, "million": 1e6, "百万": 1e6, "千万": 1e7, "亿": 1e8, "billion": 1e9,
}  # fmt: skip
_IN_BRACKETS = re.compile(r"[(（]([^()（）]{1,24})[)）]\s*$")
_LONGEST_UNIT = 24
_PLAIN = str.maketrans({"萬": "万", "億": "亿", "，": "", ",": ""})
_NARROW = {ord("％"): "%", ord("﹪"): "%", ord("－"): "-", ord("\u3000"): " "} | {
    wide: chr(wide - ord("０") + ord("0"))
    for first, last in ("０９", "ＡＺ", "ａｚ")
    for wide in range(ord(first), ord(last) + 1)
}
"""Full-width digits, letters and signs as half-width ones. The wide comma is converted only between wide digits: in
Chinese it also divides clauses."""
_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ％﹪－\u3000]")
_WIDE_COMMA = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_WIDE_POINT = re.compile(r"(?<=\d)[．﹒](?=\d)")
_DATE = ("年", "月", "日", "财年", "財年", "january", "february", "march", "april", "may", "june", "july", "august",
         "september", "october", "november", "december")  # fmt: skip


class Figure(NamedTuple):
    """A number with its unit, or with the thing that is counted; "" without either.

    In the row of a table the unit is that of the row, from a cell or from the brackets after its label.
    """

    text: str
    value: float
    unit: str


@cache
def unit_pattern(kinds: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for the units of any of these kinds."""
    return re.compile("|".join(KINDS[kind] for kind in kinds), re.IGNORECASE)


@cache
def _amount() -> re.Pattern[str]:
    # Both cases are spelt out: a pattern that ignores case takes ten times as long to compile.
    return re.compile(
        r"(?<![A-Za-z0-9.,/-])(?<!ISO )(?P<sign>[-−–]?)(?P<digits>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
        r"(?![\d-])(?:[ \u00a0]?(?P<times>[Tt]housand|[Mm]illion|[Bb]illion|百[万萬]|千[万萬]|[万萬亿億千]))?"
        r"(?:[ \u00a0]?(?P<unit>[%％‰]|[A-Za-z°][A-Za-z0-9°₂²³/-]*"
        r"(?: (?:of )?(?:CO[2₂][^ ]*|hours?|met(?:re|er)s?|tons?|tonnes?)\b)?(?: per [A-Za-z]+)?"
        r"|(?![\dA-Za-z])\w{1,10}(?:/\w{1,6})?))?"
    )


def figures_in(text: str) -> tuple[Figure, ...]:
    r"""Return the figures of a passage, without years, days and the numbers of codes.

    >>> figures_in("减排 232.0 万吨，占 5.6%")
    (Figure(text='232.0 万吨', value=2320000.0, unit='吨'), Figure(text='5.6%', value=5.6, unit='%'))
    >>> figures_in("女性占１２．５％")
    (Figure(text='１２．５％', value=12.5, unit='%'),)
    >>> figures_in("Hazardous waste\ttonnes\t2,008\t1,912")[0]
    Figure(text='2,008 tonnes', value=2008.0, unit='tonnes')
    """
    text = without_marks(text)
    label, tab, _ = text.partition("\t")
    row_unit = _row_unit(narrow(text).split("\t")) if tab else ""
    found = []
    for match in _amount().finditer(narrow(text)):
        unit = match["unit"] or ""
        may_be_year = not match["times"] and _YEAR.fullmatch(match["digits"])
        if unit.lower().startswith(_DATE) or (may_be_year and not (unit and unit_pattern(tuple(KINDS)).search(unit))):
            continue
        times = _TIMES.get((match["times"] or "").lower().translate(_PLAIN), 1)
        value = float(match["digits"].translate(_PLAIN)) * times
        shown = text[match.start() : match.end()].strip()
        if not unit and row_unit and match.start() >= len(label):  # a number in the label is part of a name: Scope 2
            unit, shown = row_unit, f"{shown} {row_unit}"
        found.append(Figure(shown, -value if match["sign"] else value, unit))
    return tuple(found)


def narrow(text: str) -> str:
    """Return a text with half-width digits, letters and signs, character for character."""
    if not _WIDE.search(text):
        return text
    return _WIDE_POINT.sub(".", _WIDE_COMMA.sub(",", text).translate(_NARROW))


def _row_unit(cells: list[str]) -> str:
    """Return the unit of a row: a cell of its own, or the brackets after the label."""
    every = unit_pattern(tuple(KINDS))
    for cell in cells[1:]:
        if 0 < len(cell) <= _LONGEST_UNIT and not any(c.isdigit() for c in cell[:1]) and every.search(cell):
            return cell.strip()
    label = _IN_BRACKETS.search(cells[0])
    return label[1].strip() if label and every.search(label[1]) else ""
