"""The units of a disclosure, as the fact sheets give them: kinds of unit (HKEX, GRI) or printed units (SASB)."""

import re

from tools.definitions.sheets import listed

_NO_UNIT = frozenset(("narrative", "text", "list", "target", "metric", "date", "n/a", "see note", "various"))
_KINDS = {"ML": "volume", "area_ha": "area"}
_DATA = {
    "narrative": "qualitative",
    "mixed": "both",
    "discussion and analysis": "qualitative",
    "qualitative": "qualitative",
    "quantitative": "quantitative",
    "both": "both",
}
_PRINTED = (("meters", "metres"), ("CO ₂", "CO₂"), ("CO2-e", "CO₂-e"), ("Percentage %", "Percentage (%)"))


def data_kind(cell: str) -> str | None:
    """Return the schema's word for a kind of data; None for the default."""
    kind = _DATA[cell]
    return None if kind == "qualitative" else kind


def unit_kinds(cell: str) -> list[str]:
    """Return the kinds of unit in a cell such as ``count; narrative``."""
    return [_KINDS.get(part, part) for part in listed(cell) if part.lower() not in _NO_UNIT]


def printed_units(cell: str) -> list[str]:
    """Return the units in a cell such as ``Gigajoules (GJ), Percentage (%)``."""
    cell = cell.removesuffix(", by product category")
    for found, meant in _PRINTED:
        cell = cell.replace(found, meant)
    return [part.strip() for part in re.split(r"[,;]", cell) if part.strip().lower() not in _NO_UNIT]
