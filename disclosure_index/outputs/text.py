"""An assessment for people at a terminal: each finding with its place and what to do, then the sum."""

from collections import Counter
from collections.abc import Iterator

from disclosure_index.assessment import Assessment
from disclosure_index.model import Finding, Severity, Status
from disclosure_index.outputs.escape import for_terminal


def render(assessment: Assessment) -> Iterator[str]:
    """Give the lines, each with its end."""
    return (f"{line}\n" for line in _lines(assessment))


def _lines(assessment: Assessment) -> Iterator[str]:
    for finding in assessment.verdict.findings:
        yield from finding_lines(finding)
    if assessment.verdict.findings:
        yield ""
    yield from coverage_lines(assessment)
    yield from closing_lines(assessment)


def finding_lines(finding: Finding) -> Iterator[str]:
    """Give one finding: place, severity, rule, what and why; then what to do."""
    yield for_terminal(f"{finding.location}: {finding.severity} {finding.rule} {finding.name}: {finding.message}")
    if finding.hint:
        yield for_terminal(f"  help: {finding.hint}")


def coverage_lines(assessment: Assessment) -> Iterator[str]:
    """Sum up each framework."""
    for claim in assessment.report.claims:
        rows = [c for c in assessment.coverage if c.counts and c.disclosure.framework == claim.framework]
        if not rows:
            continue
        counts = Counter(row.status for row in rows)
        editions = sorted({row.disclosure.edition for row in rows})
        name = assessment.catalog.frameworks[claim.framework].short + (f" {editions[0]}" if len(editions) == 1 else "")
        parts = ", ".join(f"{counts[status]} {status.replace('-', ' ')}" for status in Status if counts[status])
        yield for_terminal(f"{name}: {parts}")


def closing_lines(assessment: Assessment) -> Iterator[str]:
    """Give the filters that were active, so that none is forgotten, and the sum."""
    for active in assessment.verdict.filters:
        yield for_terminal(f"filter: {active}")
    yield summary(assessment)


def summary(assessment: Assessment) -> str:
    """Say in a line how many findings there are, and whether everything could be looked at."""
    verdict = assessment.verdict
    counts = Counter(finding.severity for finding in verdict.findings)
    parts = [f"{counts[s]} {s}{'s' if counts[s] != 1 else ''}" for s in Severity if counts[s]]
    if verdict.suppressed:
        parts.append(f"{len(verdict.suppressed)} suppressed")
    if verdict.baselined:
        parts.append(f"{len(verdict.baselined)} known")
    found = ", ".join(parts) or "no findings"
    blind = "; could not look at everything" if verdict.blind else ""
    return f"{assessment.report.financial_year}: {found}{blind}"
