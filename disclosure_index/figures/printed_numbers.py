"""Numbers as printed in cells: signs, brackets, thousands, decimal commas, nil, bounds, footnote marks. Pure."""

import re
from typing import NamedTuple

from disclosure_index.figures.numbers import narrow
from disclosure_index.reading.superscripts import without_marks

LONGEST_CELL = 60
"""Characters of a cell with a figure; a longer one is a sentence."""
NIL = frozenset({"-", "–", "—", "―", "‐", "−", "－", "nil", "无", "無", "零"})
ABSENT = frozenset(
    {"/", "n/a", "na", "n.a.", "n.a", "n. a.", "n. a", "k.a.", "*", "not available", "not applicable"}
    | {"不适用", "不適用", "未披露"}
)

_DIVIDERS = "\u00a0\u2009\u202f'\u2019 "
"""The separators of thousands besides commas and points: spaces, wide and thin, and in Switzerland apostrophes."""
DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}(?![\d.])"
    rf"|\d{{1,3}}(?:[{_DIVIDERS}]\d{{3}})+(?![\d,]\d{{2}})(?:[.,]\d{{1,2}}(?!\d)|\.\d+)?"
    r"|\d+,\d{1,2}(?![\d,])|\d+(?:\.\d+)?(?!\d)|\.\d+"
)
"""Digits with thousands and decimals as divided in English, in India, in German and Italian, and by spaces."""
BOUND = (
    r"~|≈|<|>|≤|≥|〜|about|approx(?:imately|\.)?|around|over|under|more than|less than|up to|at least|nearly"
    r"|约|約|近|超过|超過|逾|不足|少于|少於|至少|大于|大於"
)
CURRENCY = (
    r"Euro(?=\s)|(?:HK|US|NT|A|AU|S)?\$|€|£|¥|￥|₩|₹"
    r"|(?:RMB|CNY|HKD|USD|EUR|GBP|KRW|TWD|NTD|JPY|CHF|INR)(?![A-Za-z])"
)

_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+,\d+|\d{1,3}(?:\.\d{3})+,\d+")
_CELL = re.compile(
    rf"(?P<bound>{BOUND})?\s*(?P<open>\()?\s*(?P<sign>[-−–‐△▲▼▽↓↑+])?\s*(?P<currency>{CURRENCY})?\s*(?P<inner>[-−–])?"
    rf"(?P<digits>{DIGITS})(?P<rest>.*)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\s*(?:\^?\[\d{1,2}\]|(?<=[\d%])\^\d{1,2}|(?<=\s)\(?\d{1,2}\)|\*+|[†‡#])$")
_UNIT_DIGITS = re.compile(r"m[23]|CO2")
_LONGEST_UNIT = 24
_SECOND = re.compile(r"\(([^()]+)\)")
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")


class Number(NamedTuple):
    """The number in a cell, with its unit as printed, and with that of a second number in brackets."""

    value: float | None
    text: str
    decimals: int
    unit: str = ""
    is_bound: bool = False
    second: "Number | None" = None

    @property
    def may_be_year(self) -> bool:
        """Whether it has the form of a year."""
        return not self.unit and _BARE_YEAR.fullmatch(self.text) is not None


def read_cell(cell: str, comma: bool = False) -> Number | None:
    """Return the number in a cell; None for words, dates, codes, and empty cells.

    Args:
        cell: its text.
        comma: whether the document has decimal commas, and points between thousands.

    >>> read_cell("(1,234.5)").value, read_cell("１２．５％").value, read_cell("1 234 t").value
    (-1234.5, 12.5, 1234.0)
    >>> read_cell("–").value, read_cell("n/a"), read_cell("2023-04"), read_cell("43,7%").value
    (None, None, None, 43.7)
    """
    if len(cell) > LONGEST_CELL:
        return None
    text = narrow(cell if cell.isascii() else without_marks(cell)).strip()
    if not text or text.lower() in ABSENT:
        return None
    if text.lower() in NIL:
        return Number(None, text, 0)
    match = _CELL.fullmatch(_NOTE.sub("", text))
    if match is None:
        return None
    rest, closed = match["rest"].strip(), bool(match["open"])
    if closed:
        if ")" not in rest:
            return None
        unit, _, behind = rest.partition(")")
        rest = (unit + behind).strip()
    second = None
    if bracket := _SECOND.fullmatch(rest):
        second, rest = read_cell(bracket[1], comma), ""
    if not _is_unit_like(rest):
        return None
    value, decimals = number(match["digits"], comma)
    negative = closed or (match["sign"] or match["inner"] or "+") not in ("+", "↑")
    unit = f"{match['currency'] or ''} {rest}".strip()
    return Number(-value if negative else value, match["digits"], decimals, unit, bool(match["bound"]), second)


def number(digits: str, comma: bool = False) -> tuple[float, int]:
    """Return the value of printed digits, and the number of their decimals.

    >>> number("1,234.50"), number("1.234,5"), number("1 234"), number("43,7"), number("2.223", comma=True)
    ((1234.5, 2), (1234.5, 1), (1234.0, 0), (43.7, 1), (2223.0, 0))
    >>> number("12,34,567"), number("7’450.2"), number("1 234 567,8"), number("2.345.678")
    ((1234567.0, 0), (7450.2, 1), (1234567.8, 1), (2345678.0, 0))
    """
    plain = re.sub(rf"[{_DIVIDERS}]", "", digits)
    last = max(plain.rfind(","), plain.rfind("."))
    is_decimal_comma = "," in plain and ((plain.count(",") == 1 and len(plain) - plain.rfind(",") != 4) or comma)
    if (is_decimal_comma and plain.rfind(",") == last) or (comma and _COMMA.fullmatch(plain)):
        plain = plain.replace(".", "").replace(",", ".")
    else:
        plain = plain.replace(".", "") if plain.count(".") > 1 else plain.replace(",", "")
    return float(plain), len(plain) - plain.find(".") - 1 if "." in plain else 0


def _is_unit_like(rest: str) -> bool:
    """Whether the text after a number may be a unit: not another number, a date or a code."""
    if not rest:
        return True
    letters = _UNIT_DIGITS.sub("", rest)
    return len(rest) <= _LONGEST_UNIT and letters[:1] not in tuple(".-–:/,") and not any(map(str.isdigit, letters))
