"""What the states of the model, and its year, are called wherever a person reads them."""

from collections.abc import Mapping

from disclosure_index.messages import label
from disclosure_index.model import Message, Obligation, Report, Severity, Status

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
"""None stands for an obligation that the issuer profile does not decide."""

SEVERITY: Mapping[Severity, Message] = {
    Severity.ERROR: label("severity", "error"),
    Severity.WARNING: label("severity", "warning"),
    Severity.NOTE: label("severity", "note"),
}


def financial_year(report: Report) -> Message:
    """Return the name of a report's financial year, which is named after the year it ends in."""
    return label("financial year", "FY{year}", year=report.year_end.year)
