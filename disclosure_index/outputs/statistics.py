"""How often each rule found something, and in which frameworks."""

from collections import Counter
from collections.abc import Iterator

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import CLAUSE_COMMA, joined
from disclosure_index.messages import render as rendered
from disclosure_index.messages.states import SEVERITY
from disclosure_index.model import Finding
from disclosure_index.outputs.caveats import estimates
from disclosure_index.outputs.escape import for_line
from disclosure_index.outputs.text import closing_lines, coverage_lines


def render(assessment: Assessment, language: str | None = None) -> Iterator[str]:
    """Yield the lines, each with its end, the most frequent rule first; `language` as in `messages.render`."""
    for estimate in estimates(assessment):
        yield f"{for_line(rendered(estimate.message, language))}\n"
    findings = assessment.verdict.findings
    first = {finding.rule: finding for finding in reversed(findings)}
    counts = Counter(finding.rule for finding in findings)
    width = len(str(max(counts.values(), default=0)))
    for rule, number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        where = _frameworks(assessment, [finding for finding in findings if finding.rule == rule])
        severity = rendered(SEVERITY[first[rule].severity], language)
        more = f"  ({rendered(where, language)})" if where else ""
        yield f"{for_line(f'{number:>{width}}  {severity} {rule} {first[rule].name}{more}')}\n"
    if counts:
        yield "\n"
    yield from (f"{line}\n" for line in (*coverage_lines(assessment, language), *closing_lines(assessment, language)))


def _frameworks(assessment: Assessment, findings: list[Finding]) -> str:
    """Count findings by framework; those that are about none that is defined are not counted."""
    known = assessment.catalog.frameworks
    counts = Counter(known[finding.framework].short for finding in findings if finding.framework in known)
    return joined(CLAUSE_COMMA, (f"{name} {number}" for name, number in counts.items())) if counts else ""
