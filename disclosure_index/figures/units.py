"""Units as printed: their quantity, their base unit, and the scale to it. The table is units.toml."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import rtoml

_LONGEST = 60
"""Characters of a unit; a longer text is a sentence."""
_PLAIN = str.maketrans(
    {"₂": "2", "₃": "3", "²": "2", "³": "3", "（": "(", "）": ")", "％": "%", "／": "/", "\xa0": " "}
)
_TEX = re.compile(r"\$?_?\{?(\d)\}?\$?(?=[A-Za-z\s)/]|$)")
_CARBON = re.compile(
    r"(?:of)?(?:co2|co(?=equivalent)|carbondioxide|carbon|ghg|二氧化碳)[-–]?(?:e\b|eq\b|equivalents?|eq\.|当量|當量|e)?(?:emissions)?$"
)
_POWER = re.compile(r"(?:[×x·*]\s?)?\b10(?:\^(?=[369]\b)|(?=[³⁶⁹]))([369³⁶⁹])")
"""A power of ten before a unit."""
_MEGATONNE = re.compile(r"\bMt(?![a-z])")
"""A million tonnes, by its capital: in small letters, or all in capitals, it is a metric ton."""
_PER = re.compile(r"/|\bper\b|(?<=.)每")


class Unit(NamedTuple):
    """A unit with its meaning.

    Attributes:
        base: the unit for comparison: ``t``, ``tCO2e``, ``GJ``, ``CNY``, ``tCO2e/CNY``; "" for a scale.
        scale: the factor from a printed value to the base unit.
        quantity: that is measured: ``mass``, ``carbon``, ``energy``, ``money``; of a quotient both: ``carbon/money``.
    """

    base: str
    scale: float
    quantity: str


YUAN = "元"
"""The base of an amount in Chinese whose currency is given elsewhere."""
PERCENT = Unit("%", 1.0, "percent")
NO_UNIT = Unit("", 1.0, "")


@lru_cache(maxsize=8192)
def unit_of(text: str) -> Unit | None:
    """Return the unit that a text names; None for text without a unit, or with more than one.

    >>> unit_of("MWh"), unit_of("萬噸"), unit_of("吨二氧化碳当量 / 百万人民币收入")
    (Unit(base='GJ', scale=3.6, quantity='energy'), Unit(base='t', scale=10000.0, quantity='mass'), \
Unit(base='tCO2e/CNY', scale=1e-06, quantity='carbon/money'))
    >>> unit_of("EUR thousand"), unit_of("of which men") is None
    (Unit(base='EUR', scale=1000.0, quantity='money'), True)
    """
    if not 0 < len(text) <= _LONGEST:
        return None
    plain = " ".join(_POWER.sub(r"×10\1", text).translate(_PLAIN).split())
    plain = _MEGATONNE.sub("megatonne", plain)
    if whole := _simple(plain):
        return whole
    parts = [part.strip() for part in _PER.split(plain) if part.strip()]
    if len(parts) == 2:
        over, under = (_simple(part) for part in parts)
        if over and under and under.base:
            base = f"{over.base or '1'}/{under.base}"
            return Unit(base, over.scale / under.scale, f"{over.quantity or 'number'}/{under.quantity}")
    return None


def _simple(text: str) -> Unit | None:
    """Return a unit that is not a quotient."""
    name = "".join(_TEX.sub(r"\1", text).lower().split()).strip("()[]:：,")
    return _known(name)


@cache
def _known(name: str) -> Unit | None:
    table = _table()
    if not name:
        return None
    if name in table.units:
        return table.units[name]
    if name in table.multipliers:
        return Unit("", table.multipliers[name], "")
    for qualifier in table.qualifiers:
        if name.endswith(qualifier) and len(name) > len(qualifier) and (found := _known(name.removesuffix(qualifier))):
            return found
    for word in ("in", "of", "expressedin"):
        if name.startswith(word) and (found := _known(name.removeprefix(word))):
            return found
    if match := _CARBON.search(name):
        mass = _known(name[: match.start()] or "-")
        if mass and mass.quantity == "mass":
            return Unit("tCO2e", mass.scale, "carbon")
    return _multiplied(name, table)


def _multiplied(name: str, table: "_Table") -> Unit | None:
    """Return a unit with a multiplier before or after it: ``EUR thousand``, ``百万元``, ``€m``, ``m3 x 10^3``."""
    if name.startswith(table.words) or name.endswith(table.words):
        for word, times in table.by_length:
            for rest in (name.removeprefix(word), name.removesuffix(word)):
                if rest != name and (found := _known(rest)) and (found.base or rest in table.multipliers):
                    if word == "k" and found.quantity != "money":
                        continue
                    return Unit(found.base, found.scale * times, found.quantity)
    if name[-1:] in table.yuan and (match := table.currency.match(name)):  # 人民币百万元, 新臺幣千元
        amount = _known(name[match.end() :])
        return Unit(table.units[match[0]].base, amount.scale, "money") if amount else None
    if name[-1:] == "m" and (found := table.units.get(name[:-1])) and found.quantity == "money":
        return Unit(found.base, 1e6, "money")
    return None


class _Table(NamedTuple):
    units: Mapping[str, Unit]
    multipliers: Mapping[str, float]
    by_length: tuple[tuple[str, float], ...]
    words: tuple[str, ...]  # the multipliers
    qualifiers: tuple[str, ...]
    currency: re.Pattern[str]
    yuan: str


@cache
def _table() -> _Table:
    raw: dict[str, Any] = rtoml.loads(Path(__file__).with_name("units.toml").read_text("utf-8"))
    multipliers = {str(name): float(times) for times, *names in raw.pop("multipliers").values() for name in names}
    qualifiers = tuple(sorted(raw.pop("qualifiers")["words"], key=len, reverse=True))
    units = {
        str(name).replace(" ", ""): Unit(quantity["base"] or symbol, float(scale), id)
        for id, quantity in raw.items()
        for symbol, (scale, *names) in quantity["units"].items()
        for name in names
    }
    longest_first = tuple(sorted(multipliers.items(), key=lambda known: -len(known[0])))
    money = sorted((name for name, unit in units.items() if unit.quantity == "money"), key=len, reverse=True)
    yuan = "".join(name for name in money if units[name].base == YUAN)
    currency = re.compile("|".join(re.escape(name) for name in money if name not in yuan))
    return _Table(units, multipliers, longest_first, tuple(multipliers), qualifiers, currency, yuan)
