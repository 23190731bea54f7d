"""An assessment for people at a terminal: each finding with its place and what to do, then the sum."""

from collections import Counter
from collections.abc import Iterator

from disclosure_index.assessment import Assessment
from disclosure_index.model import Finding, Severity, Status
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.sayings import joined, said, say


def render(assessment: Assessment, language: str | None = None) -> Iterator[str]:
    """Give the lines, each with its end; `language` as in `sayings.said`."""
    return (f"{line}\n" for line in _lines(assessment, language))


def _lines(assessment: Assessment, language: str | None) -> Iterator[str]:
    for finding in assessment.verdict.findings:
        yield from finding_lines(finding, language)
    if assessment.verdict.findings:
        yield ""
    yield from coverage_lines(assessment, language)
    yield from closing_lines(assessment, language)


def finding_lines(finding: Finding, language: str | None = None) -> Iterator[str]:
    """Give one finding: place, severity, rule, what and why; then what to do."""
    severity, message = said(say(finding.severity), language), said(finding.message, language)
    yield for_terminal(f"{finding.location}: {severity} {finding.rule} {finding.name}: {message}")
    if finding.hint:
        yield for_terminal(f"  {said(say('help', hint=finding.hint), language)}")


def coverage_lines(assessment: Assessment, language: str | None = None) -> Iterator[str]:
    """Sum up each framework."""
    for claim in assessment.report.claims:
        rows = [c for c in assessment.coverage if c.counts and c.disclosure.framework == claim.framework]
        if not rows:
            continue
        counts = Counter(row.status for row in rows)
        editions = sorted({row.disclosure.edition for row in rows})
        name = assessment.catalog.frameworks[claim.framework].short + (f" {editions[0]}" if len(editions) == 1 else "")
        parts = (say("coverage", number=counts[s], status=say(s)) for s in Status if counts[s])
        yield for_terminal(said(say("at", where=name, what=joined("apart", parts)), language))


def closing_lines(assessment: Assessment, language: str | None = None) -> Iterator[str]:
    """Give the filters that were active, so that none is forgotten, and the sum."""
    for active in assessment.verdict.filters:
        yield for_terminal(said(say("filter", filter=active), language))
    yield summary(assessment, language)


def summary(assessment: Assessment, language: str | None = None) -> str:
    """Say in a line how many findings there are, and whether everything could be looked at."""
    verdict = assessment.verdict
    counts = Counter(finding.severity for finding in verdict.findings)
    parts = [say(f"{s}-one" if counts[s] == 1 else f"{s}-many", number=counts[s]) for s in Severity if counts[s]]
    if verdict.suppressed:
        parts.append(say("suppressed", number=len(verdict.suppressed)))
    if verdict.baselined:
        parts.append(say("baselined", number=len(verdict.baselined)))
    found = joined("apart", parts) if parts else say("no-findings")
    blind = say("blind") if verdict.blind else ""
    return said(say("sum", year=assessment.report.financial_year, found=found, blind=blind), language)
