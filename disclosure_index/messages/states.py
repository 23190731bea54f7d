"""What severities, states, obligations and years are called, wherever they are shown."""

from collections.abc import Iterable, Mapping

from disclosure_index.messages import label, message, plural
from disclosure_index.model import Basis, InForce, Message, Obligation, Relation, Report, Severity, Status

SEVERITY: Mapping[Severity, Message] = {
    Severity.ERROR: label("severity", "error"),
    Severity.WARNING: label("severity", "warning"),
    Severity.NOTE: label("severity", "note"),
}
STATUS: Mapping[Status, Message] = {
    Status.DISCLOSED: label("status", "disclosed"),
    Status.PARTIAL: label("status", "partial"),
    Status.OMITTED: label("status", "omitted"),
    Status.MISSING: label("status", "missing"),
    Status.NOT_REQUIRED: label("status", "not required"),
    Status.UNDETERMINED: label("status", "undetermined"),
}
OBLIGATION: Mapping[Obligation | None, Message] = {
    Obligation.MANDATORY: label("obligation", "mandatory"),
    Obligation.COMPLY_OR_EXPLAIN: label("obligation", "comply-or-explain"),
    Obligation.RECOMMENDED: label("obligation", "recommended"),
    Obligation.VOLUNTARY: label("obligation", "voluntary"),
    None: label("obligation", "undetermined"),
}
BASIS: Mapping[Basis, Message] = {
    Basis.VERIFIED: label("basis", "verified"),
    Basis.DERIVED: label("basis", "derived"),
    Basis.SECONDARY: label("basis", "secondary"),
    Basis.UNVERIFIED: label("basis", "unverified"),
}
RELATION: Mapping[Relation, Message] = {
    Relation.EQUIVALENT: label("relation", "equivalent"),
    Relation.SUBSET: label("relation", "subset"),
    Relation.SUPERSET: label("relation", "superset"),
    Relation.INTERSECTS: label("relation", "intersects"),
}
UNIT: Mapping[str, Message] = {
    str(name): name
    for name in (
        label("unit", "mass"),
        label("unit", "tCO2e"),
        label("unit", "energy"),
        label("unit", "volume"),
        label("unit", "percent"),
        label("unit", "money"),
        label("unit", "hours"),
        label("unit", "days"),
        label("unit", "area"),
        label("unit", "count"),
        label("unit", "rate"),
        label("unit", "ratio"),
        label("unit", "Gigajoules (GJ)"),
        label("unit", "Megawatt hours (MWh)"),
        label("unit", "Megawatt-hours (MWh)"),
        label("unit", "Metric tonnes (t)"),
        label("unit", "Metric tonnes (t) CO₂-e"),
        label("unit", "Metric tons (t) CO₂-e"),
        label("unit", "Percentage (%)"),
        label("unit", "Presentation currency"),
        label("unit", "Thousand cubic metres (m³)"),
        label("unit", "Cubic metres (m³)"),
        label("unit", "Hectares (ha)"),
        label("unit", "Square metres (m²)"),
        label("unit", "Number"),
        label("unit", "Rate"),
    )
}
"""What definitions call the units that they ask for, where that is English."""


def days_in_force(span: InForce) -> Message:
    """Return the days on which an edition or a disclosure is in force: "from 2020-07-01 and before 2025-01-01"."""
    start, end = span.start, span.end
    if start and end:
        return message("from {start} and before {end}", start=str(start), end=str(end))
    if end:
        return message("before {end}", end=str(end))
    return message("from {start}", start=str(start)) if start else message("from the start")


def financial_year(report: Report) -> Message:
    """Return the name of a report's financial year."""
    return message("FY{year}", year=report.year)


MEANINGS: Mapping[str, Message] = {
    "size": message(
        "size is large-cap for a constituent of the Hang Seng Composite LargeCap Index throughout the year before the "
        "financial year, else other"
    ),
}
"""What a key of the issuer's profile means, where its name does not say it."""


def what_it_means(keys: Iterable[str]) -> tuple[Message, ...]:
    """Return what the keys of the issuer's profile mean, of those whose names do not say it."""
    return tuple(MEANINGS[key] for key in keys if key in MEANINGS)


def counted(severity: Severity, number: int) -> Message:
    """Return how many findings of a severity there are, such as "2 errors"."""
    return {
        Severity.ERROR: plural("{number} error", "{number} errors", number),
        Severity.WARNING: plural("{number} warning", "{number} warnings", number),
        Severity.NOTE: plural("{number} note", "{number} notes", number),
    }[severity]
