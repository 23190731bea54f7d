"""Link, cover, check, judge: one report and its definitions become one immutable Assessment."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from disclosure_index import checks
from disclosure_index.assessment.coverage import Coverage, cover
from disclosure_index.assessment.linking import Applicable, Link, applicable, link
from disclosure_index.assessment.neighbours import Neighbourhood
from disclosure_index.catalog.store import Catalog
from disclosure_index.checks.registry import Facts
from disclosure_index.model import Finding, Report
from disclosure_index.policy import Policy, Verdict, in_text, judge
from disclosure_index.policy.budgets import short_of
from disclosure_index.suggest import Suggester

if TYPE_CHECKING:
    from disclosure_index.printed_index import PrintedIndexes


@dataclass(frozen=True)
class Assessment:
    """All that a run found out; it depends on nothing but its inputs."""

    report: Report
    catalog: Catalog
    current: Applicable
    tags: tuple[Link, ...]
    omissions: tuple[Link, ...]
    coverage: tuple[Coverage, ...]
    verdict: Verdict
    policy: Policy
    suggester: Suggester = field(compare=False)


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
    waived, unusable = in_text(report.documents, checks.MANDATORY)
    policy = replace(policy, suppressions=(*policy.suppressions, *waived))
    findings: list[Finding] = [*catalog.findings, *(f for d in report.documents for f in d.findings)]
    current = applicable(report, catalog)
    if any(finding.blind for finding in findings):
        verdict, suggester = _verdict(findings, policy, today), Suggester(report, catalog, ())
        return Assessment(report, catalog, current, (), (), (), verdict, policy, suggester)
    tags, omissions = link(report, catalog, current)
    rows = cover(report, catalog, current, *(_weighed(links, policy) for links in (tags, omissions)))
    printed = _printed(report, catalog)
    findings += (finding for indexes in printed for finding in indexes.findings)
    suggester = Suggester(report, catalog, rows)
    facts = Facts(report, catalog, current, tags, omissions, rows, Neighbourhood(rows), suggester, printed)
    findings += checks.run(facts)
    findings += short_of(policy.budgets, rows)
    findings += unusable
    verdict = _verdict(findings, policy, today)
    return Assessment(report, catalog, current, tags, omissions, rows, verdict, policy, suggester)


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


def _verdict(findings: list[Finding], policy: Policy, today: date) -> Verdict:
    verdict = judge(checks.complete(findings), policy, today)
    return replace(verdict, findings=checks.identified(verdict.findings))  # with those of the policy itself
