"""Which frameworks of a report go by its day of publication."""

from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Claim, Report

BY_PUBLICATION = "publication-date"


def by_publication(report: Report, catalog: Catalog) -> list[Claim]:
    """Return the claims whose framework has editions that apply by the day of publication, and that name none."""
    return [
        claim
        for claim in report.claims
        if not claim.edition
        and (framework := catalog.frameworks.get(claim.framework))
        and any(edition.in_force.by == BY_PUBLICATION for edition in framework.editions)
    ]
