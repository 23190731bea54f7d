"""Units away from their number: in labels, heads, captions, and lines of their own. Pure."""

import re
from functools import lru_cache
from typing import NamedTuple

from disclosure_index.figures.units import PERCENT, Unit, unit_of

BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]{1,40})[)）\]]")
_LINE = re.compile(r"(?i)(?:\bunits?|单位|單位|計量單位|计量单位)\s*[:：]\s*([^\t;；。)）]{1,40})")
_IN = re.compile(r"(?i)(?:,|，|\bin|:|：|-)\s*([^,，:：]{1,30})$")
_LAST = r"(?:$|[(（])"
_COUNTED = re.compile(
    rf"(?i)\b(?:number|no\.|nos\.) of\b(?P<what>.{{0,40}})|(?P<persons>[^\s]*人[数數]){_LAST}|[次宗件][数數]{_LAST}"
)
_PERSONS = re.compile(
    r"(?i)\b(?:employees|people|persons|workers|staff|hires|leavers|trainees|participants|directors)\b"
)
_OVER = re.compile(r"(?i)(?:\bper|/|每)\s*$")
_TRAILING = 3
"""Words at the end of a label that may be its unit."""
_NO_UNITS = frozenset(
    {
        "days",
        "day",
        "times",
        "items",
        "m",
        "units",
        "sites",
        "shares",
        "companies",
        "suppliers",
        "h",
        "d",
        "l",
        "g",
        "k",
    }
)
"""Words that end a label as part of a name as often as they are its unit."""


_FREQUENCY = re.compile(r"(?i)injur|accident|incident|fatalit|frequency|severity|\blost\b")
"""Words of rates per hours worked, which are not shares."""


class PrintedUnit(NamedTuple):
    """A unit with its printed form and its offsets in the text."""

    unit: Unit
    text: str
    start: int
    end: int


@lru_cache(maxsize=16384)
def unit_in(text: str, trailing: bool = True) -> PrintedUnit | None:
    """Return the only unit in a label, a head or a caption; None for no unit or several.

    Args:
        text: the label.
        trailing: whether a unit may end it without a sign before: in a row, "Municipal water m3".

    >>> unit_in("Municipal water (million m3)").text, unit_in("in € million").text, unit_in("单位：人民币百万元").text
    ('million m3', 'in € million', '人民币百万元')
    >>> unit_in("Natural gas m3").text, unit_in("energy (TJ) and emissions (t)") is None
    ('m3', True)
    """
    if whole := unit_of(text):
        return PrintedUnit(whole, text, 0, len(text))
    if (match := _LINE.search(text)) and (of_line := unit_of(match[1].strip())):
        return PrintedUnit(of_line, match[1].strip(), match.start(1), match.end(1))
    found = [PrintedUnit(unit, m[1], m.start(1), m.end(1)) for m in BRACKETS.finditer(text) if (unit := unit_of(m[1]))]
    if found:
        return found[0] if len({one.unit for one in found}) == 1 else None
    without_brackets = BRACKETS.sub("", text).rstrip(" .")
    if (match := _IN.search(text)) and (announced := unit_of(match[1].strip())):
        return PrintedUnit(announced, match[1].strip(), match.start(1), match.end(1))
    if without_brackets.endswith("%") or text.startswith("% "):
        at = text.rfind("%") if without_brackets.endswith("%") else 0
        return PrintedUnit(PERCENT, "%", at, at + 1)
    return _at_end(text.rstrip()) if trailing else None


def counted_in(text: str) -> Unit | None:
    """Return the unit of the things that a label counts: "Number of accidents", 員工人數.

    >>> counted_in("Total number of employees").base, counted_in("Number of sites").base, counted_in("Energy")
    ('persons', '1', None)
    """
    match = _COUNTED.search(text)
    if match is None:
        return None
    is_persons = match["persons"] or (match["what"] and _PERSONS.search(match["what"]))
    return Unit("persons", 1.0, "persons") if is_persons else Unit("1", 1.0, "number")


def is_unit_line(text: str) -> bool:
    """Whether a text is the line of units above a table, in which numbers are multipliers instead of figures.

    >>> is_unit_line("(Unit: KRW 100 million)"), is_unit_line("Units sold: 3,400")
    (True, False)
    """
    match = _LINE.match(text.lstrip(" (（[*"))
    return match is not None and unit_of(match[1].strip()) is not None


def is_frequency(label: str) -> bool:
    """Whether a rate is per hours worked, and not a share."""
    return _FREQUENCY.search(label) is not None


def _at_end(text: str) -> PrintedUnit | None:
    words = list(re.finditer(r"\S+", text))
    for count in range(min(_TRAILING, len(words) - 1), 0, -1):
        start = words[-count].start()
        if _OVER.search(text[:start]):
            return None  # the divisor of a rate
        tail = text[start:]
        if tail.lower() == "rate" and is_frequency(text):
            return None
        if tail.lower() not in _NO_UNITS and (unit := unit_of(tail)) and unit.quantity and len(tail) < 30:
            return PrintedUnit(unit, tail, start, len(text))
    return None
