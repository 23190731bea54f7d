"""Whether a fact has the kind of value that a disclosure asks for, by the units of its definition."""

from functools import cache

from disclosure_index.figures.numbers import KIND_OF
from disclosure_index.figures.unit_lines import unit_in
from disclosure_index.model import Disclosure, Fact

ANY = frozenset({"*"})
"""The quantities of a unit that fits any measure: a rate, a ratio."""
_QUANTITIES = {
    "mass": {"mass"},
    "carbon": {"carbon", "mass"},  # often printed as "吨" below a heading with the gas
    "energy": {"energy"},
    "volume": {"volume", "mass"},  # water is also measured in tonnes
    "percent": {"percent", "persons"},  # a share may be reported by its parts
    "money": {"money"},
    "hours": {"time"},
    "days": {"days", "time"},
    "area": {"area"},
    "count": {"persons", "number", ""},
    "number": {"persons", "number", ""},
}
_INTENSITY = ("intensity", "ratio", "rate", "per-")
"""Parts of datapoint ids that ask for a quotient."""


@cache
def quantities_of(units: tuple[str, ...]) -> frozenset[str]:
    """Return the quantities that fit the units of a definition; `ANY` if one of them fits anything.

    >>> sorted(quantities_of(("tCO2e",))), quantities_of(("ratio",)) == ANY, sorted(quantities_of(("Number",)))
    (['carbon', 'mass'], True, ['', 'number', 'persons'])
    """
    found: set[str] = set()
    for unit in units:
        known = _QUANTITIES.get(KIND_OF.get(unit, unit.lower().removesuffix(" of units")))
        if known is None and unit.startswith("Percentage"):
            known = {"percent"}
        if known is None and (printed := unit_in(unit)) and printed.unit.base:
            known = {printed.unit.quantity}
        if known is None:
            return ANY
        found |= known
    return frozenset(found) or ANY


def fits(fact: Fact, disclosure: Disclosure) -> bool:
    """Whether a fact may be the figure that a disclosure asks for.

    A factor, such as emissions per litre of a fuel, is not an amount: it fits if a quotient is asked for. A figure of
    a table without a unit fits; DI702 reports missing units.
    """
    if fact.value is None:
        return False
    wanted = quantities_of(disclosure.units)
    over, per, _ = fact.quantity.partition("/")
    if wanted is ANY:
        return True
    if not fact.quantity:
        return fact.in_table or "" in wanted
    return over in wanted and (not per or asks_quotient(disclosure))


def asks_quotient(disclosure: Disclosure) -> bool:
    """Whether a disclosure or a datapoint of it asks for an intensity, a rate or a ratio."""
    named = (disclosure.title.get("en", "").lower(), *(datapoint.id for datapoint in disclosure.datapoints))
    return any(part in name for name in named for part in (*_INTENSITY, " per "))
