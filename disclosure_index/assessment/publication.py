"""The claims of a report that depend on its day of publication."""

from datetime import date

from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Claim, Framework, Report

BY_PUBLICATION = "publication-date"


def by_publication(report: Report, catalog: Catalog) -> list[Claim]:
    """Return the claims whose framework has editions that change by the day of publication, and that name none."""
    return [
        claim
        for claim in report.claims
        if not claim.edition and (framework := catalog.frameworks.get(claim.framework)) and len(_days(framework)) > 1
    ]


def _days(framework: Framework) -> set[date]:
    """Return the days of publication on which the applicable editions change."""
    spans = [d.in_force for d in framework.disclosures if d.in_force.by == BY_PUBLICATION]
    return {day for span in spans for day in (span.start, span.end) if day}
