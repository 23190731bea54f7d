"""An assessment for people at a terminal: each finding with its place and what to do, then the sum."""

from collections import Counter
from collections.abc import Iterator

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import CLAUSE_COMMA, joined, message, titled
from disclosure_index.messages import render as rendered
from disclosure_index.messages.states import SEVERITY, STATUS, counted, financial_year
from disclosure_index.model import Claim, Finding, Message, Severity, Status
from disclosure_index.outputs.caveats import estimates
from disclosure_index.outputs.escape import for_line
from disclosure_index.outputs.word_places import WordPlaces


def render(assessment: Assessment, language: str | None = None) -> Iterator[str]:
    """Return the lines, each with its end; `language` as in `messages.render`."""
    return (f"{line}\n" for line in _lines(assessment, language))


def _lines(assessment: Assessment, language: str | None) -> Iterator[str]:
    for estimate in estimates(assessment):
        yield for_line(rendered(estimate.message, language))
    places = WordPlaces(assessment)
    for finding in assessment.verdict.findings:
        yield from finding_lines(finding, language, places.of(finding.location))
    if assessment.verdict.findings:
        yield ""
    yield from coverage_lines(assessment, language)
    yield from closing_lines(assessment, language)


def finding_lines(finding: Finding, language: str | None = None, place: Message | None = None) -> Iterator[str]:
    """Yield one finding: place, severity, rule, what and why; then what to do, and `place` in other words."""
    severity, problem = rendered(SEVERITY[finding.severity], language), rendered(finding.message, language)
    yield for_line(f"{finding.location}: {severity} {finding.rule} {finding.name}: {problem}")
    if finding.hint:
        hint = rendered(message("help: {hint}", hint=finding.hint), language)
        yield for_line(f"  {hint}")
    if place:
        where = rendered(message("place: {place}", place=place), language)
        yield for_line(f"  {where}")


def coverage_lines(assessment: Assessment, language: str | None = None) -> Iterator[str]:
    """Sum up each framework."""
    for claim in assessment.report.claims:
        rows = [c for c in assessment.coverage if c.counts and c.disclosure.framework == claim.framework]
        if not rows:
            continue
        counts = Counter(row.status for row in rows)
        editions = sorted({row.disclosure.edition for row in rows})
        name = assessment.catalog.frameworks[claim.framework].short + (f" {editions[0]}" if len(editions) == 1 else "")
        parts = (message("{number} {status}", number=counts[s], status=STATUS[s]) for s in Status if counts[s])
        summed = message("{where}: {what}", where=name, what=joined(CLAUSE_COMMA, parts))
        if unchecked := _unchecked(assessment, claim):
            summed = message("{summary}; not checked here: {what}", summary=summed, what=unchecked)
        yield for_line(rendered(summed, language))


def _unchecked(assessment: Assessment, claim: Claim) -> Message | None:
    """Return the duties of a claim that no report text can show; None without any."""
    progress = assessment.catalog.frameworks[claim.framework].conventions.progress
    if not (claim.claim and progress and progress.unchecked):
        return None
    if assessment.report.publication.year < progress.support_before:
        return None
    return titled(progress.unchecked, "en")


def closing_lines(assessment: Assessment, language: str | None = None) -> Iterator[str]:
    """Yield the active filters, so that none is forgotten, and the sum."""
    for active in assessment.verdict.filters:
        yield for_line(rendered(message("filter: {filter}", filter=active), language))
    yield summary(assessment, language)


def summary(assessment: Assessment, language: str | None = None) -> str:
    """Return a line with the number of findings, and whether everything could be checked."""
    verdict = assessment.verdict
    counts = Counter(finding.severity for finding in verdict.findings)
    parts = [counted(s, counts[s]) for s in Severity if counts[s]]
    if verdict.suppressed:
        parts.append(message("{number} suppressed", number=len(verdict.suppressed)))
    if verdict.baselined:
        parts.append(message("{number} in the baseline", number=len(verdict.baselined)))
    found = joined(CLAUSE_COMMA, parts) if parts else message("no findings")
    caveat = message("; not everything could be checked") if verdict.unchecked else ""
    year = financial_year(assessment.report)
    return rendered(message("{year}: {found}{caveat}", year=year, found=found, caveat=caveat), language)
