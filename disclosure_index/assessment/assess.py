"""Link, cover, check, judge: one report and its definitions become one immutable Assessment."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from disclosure_index import checks
from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.coverage import cover
from disclosure_index.assessment.linking import Link, applicable, link
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Finding, Report
from disclosure_index.policy import Policy, element_suppressions, judge
from disclosure_index.policy.policy_findings import short_of
from disclosure_index.suggest import Suggester

if TYPE_CHECKING:
    from disclosure_index.printed_index import PrintedIndexes

__all__ = ["Assessment", "assess"]


def assess(report: Report, catalog: Catalog, policy: Policy | None = None, *, today: date) -> Assessment:
    """Assess a report against the frameworks that it claims.

    Args:
        report: with its documents.
        catalog: holds at least the frameworks that the report claims; see `session.load_for`.
        policy: what fails; errors by default.
        today: the day that suppressions are weighed on.

    Where a document could not be read nothing is said about coverage: a gap there might be none.
    """
    policy = policy or Policy()
    at_elements, unusable = element_suppressions(report.documents, checks.MANDATORY)
    policy = replace(policy, suppressions=(*policy.suppressions, *at_elements))
    findings: list[Finding] = [*catalog.findings, *(f for d in report.documents for f in d.findings)]
    current = applicable(report, catalog)
    if any(finding.unchecked for finding in findings):
        nothing = Assessment(report, catalog, policy, current, Suggester(report, catalog, ()))
        return _judged(nothing, findings, today)
    tags, omissions = link(report, catalog, current)
    rows = cover(report, catalog, current, *(_weighed(links, policy) for links in (tags, omissions)))
    printed = _printed(report, catalog)
    suggester = Suggester(report, catalog, rows)
    assessment = Assessment(report, catalog, policy, current, suggester, tags, omissions, rows, printed)
    findings += (finding for indexes in printed for finding in indexes.findings)
    findings += checks.run(assessment)
    findings += short_of(policy.budgets, rows)
    findings += unusable
    return _judged(assessment, findings, today)


def _weighed(links: tuple[Link, ...], policy: Policy) -> tuple[Link, ...]:
    """Return the statements that count."""
    return tuple(link for link in links if link.statement.reviewed) if policy.approved_only else links


def _printed(report: Report, catalog: Catalog) -> tuple["PrintedIndexes", ...]:
    """Read the indexes that the documents print; the reader is loaded only where there is one."""
    if not catalog.spellings or not any(document.indexes for document in report.documents):
        return ()
    from disclosure_index.printed_index.reader import hints, read_printed

    frameworks = hints(catalog)
    return tuple(read_printed(document, frameworks) for document in report.documents)


def _judged(assessment: Assessment, findings: list[Finding], today: date) -> Assessment:
    verdict = judge(checks.weighed(checks.complete(findings), assessment), assessment.policy, today)
    own = checks.identified(verdict.findings)  # with those of the policy itself
    return replace(assessment, verdict=replace(verdict, findings=own))
