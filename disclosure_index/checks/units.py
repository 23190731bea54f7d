"""DI702: a table's figure in no unit that fits.

Told only of tags on tables, rows and cells, and only where no unit of the kind stands anywhere near: of a figure in a
sentence or a section it is not known whether it is the one that is asked for.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from disclosure_index.checks.figures import TABULAR
from disclosure_index.checks.registry import Facts, Rule
from disclosure_index.checks.report_words import says
from disclosure_index.coverage import Coverage
from disclosure_index.linking import Link
from disclosure_index.model import Finding, Severity

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
    "area": r"m2|m²|km²|hectare|acre|square|\bsq|\bha\b|平方|公顷|公頃|[亩畝]",
}
"""The kinds of units that can be told by their words, and those words, in the three languages."""

_BY_UNIT = {
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
"""The kind of a definition's unit; a disclosure with any other unit is not judged."""

NEAR = 120
"""Passages above and below a tagged one in which the unit of its table may be said."""


def no_fitting_unit(facts: Facts) -> Iterator[Finding]:
    """Tell the quantitative disclosures with figures, and without a unit of any kind that is asked for."""
    for row in facts.coverage:
        d = row.disclosure
        if d.data != "quantitative" or not row.links or not d.units:
            continue
        kinds = [_BY_UNIT.get(unit, "") for unit in d.units]
        if all(kinds) and _is_tabular(facts, row) and _has_figure(facts, row) and not _says_unit(facts, row, kinds):
            own = next((link for link in row.links if link.disclosure == d), row.links[0])
            yield Finding(
                "DI702",
                f"{facts.name(d)} asks for {' or '.join(d.units)}, and no such unit stands with the figures",
                own.statement.span.location,
                "write the unit beside the figure, or in the head of its table",
                framework=d.framework,
                edition=d.edition,
                code=d.code,
            )


def _is_tabular(facts: Facts, row: Coverage) -> bool:
    """Tell whether all its tags are on tables or parts of them; rows of a printed index aside."""
    for link in row.links:
        span = link.statement.span
        if span.element not in TABULAR:
            return False
        if any(first <= span.first < last for first, last in facts.report.documents[link.document].indexes):
            return False
    return True


def _has_figure(facts: Facts, row: Coverage) -> bool:
    return any(says("digit", text) for link in row.links for text in facts.texts(link))


def _says_unit(facts: Facts, row: Coverage, kinds: Iterable[str]) -> bool:
    units = _units(tuple(kinds))
    told = (text for link in row.links for text in facts.texts(link))
    return any(map(units.search, told)) or any(units.search(text) for link in row.links for text in _near(facts, link))


def _near(facts: Facts, link: Link) -> Iterator[str]:
    """Give the texts around a tagged element, in its section: the head and the caption of its table, the title."""
    span, document = link.statement.span, facts.report.documents[link.document]
    around = document.passages[max(0, span.first - NEAR) : span.last + NEAR]
    yield from islice((passage.text for passage in around if passage.section == span.section), 2 * NEAR)


@cache
def _units(kinds: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(KINDS[kind] for kind in kinds), re.IGNORECASE)


RULES = (
    Rule(
        "DI702", "no-fitting-unit", Severity.WARNING,
        "a figure in a table without a unit that fits",
        "A figure without its unit, or in a unit of another kind, cannot be compared or checked. Told of tags on "
        "tables, rows and cells. The unit may stand beside the figure, in the head of the table, or elsewhere in its "
        "section.",
        '<tr data-disclosure="gri:302-1"><td>Energy</td><td>394,894</td></tr>',
        '<tr data-disclosure="gri:302-1"><td>Energy</td><td>MWh</td><td>394,894</td></tr>', no_fitting_unit,
        source="the unit of measure that the framework asks for, SASB in the column of that name of each table",
    ),
)  # fmt: skip
