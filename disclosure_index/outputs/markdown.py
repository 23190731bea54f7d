"""An assessment as Markdown: for a job summary, a merge request, a mail."""

from collections import Counter
from collections.abc import Iterator

from disclosure_index.assessment import Assessment
from disclosure_index.model import Finding, Status
from disclosure_index.outputs.escape import for_markdown_cell
from disclosure_index.outputs.text import summary
from disclosure_index.sayings import said, say

_SHOWN = (Status.DISCLOSED, Status.PARTIAL, Status.OMITTED, Status.MISSING, Status.UNDETERMINED)


def render(assessment: Assessment, language: str | None = None) -> Iterator[str]:
    """Give the page in pieces, each with its end; `language` as in `sayings.said`."""
    report, verdict = assessment.report, assessment.verdict
    yield f"# {for_markdown_cell(report.title)}\n\n"
    yield f"**{for_markdown_cell(summary(assessment, language))}**\n\n"
    if verdict.blind:
        yield f"{said(say('blind-page'), language)}\n\n"
    yield from _coverage(assessment, language)
    if verdict.filters:
        yield f"{said(say('active-filters'), language)}\n\n"
        yield from (f"- {for_markdown_cell(said(active, language))}\n" for active in verdict.filters)
        yield "\n"
    if verdict.findings:
        heads = (said(say(head), language) for head in ("where", "rule", "what", "what-to-do"))
        yield f"| | {' | '.join(heads)} |\n|---|---|---|---|---|\n"
        yield from (_row(finding, language) for finding in verdict.findings)


def _coverage(assessment: Assessment, language: str | None) -> Iterator[str]:
    if not assessment.coverage:
        return
    yield f"| {' | '.join(said(say(head), language) for head in ('framework', *_SHOWN))} |\n"
    yield f"|---|{'---:|' * len(_SHOWN)}\n"
    for claim in assessment.report.claims:
        rows = [row for row in assessment.coverage if row.counts and row.disclosure.framework == claim.framework]
        counts = Counter(row.status for row in rows)
        name = assessment.catalog.frameworks[claim.framework].short if rows else claim.framework
        yield f"| {for_markdown_cell(name)} | {' | '.join(str(counts[status]) for status in _SHOWN)} |\n"
    yield "\n"


def _row(finding: Finding, language: str | None) -> str:
    told = (said(text, language) for text in (say(finding.severity), finding.message, finding.hint))
    severity, message, hint = told
    cells = (severity, str(finding.location), f"{finding.rule} {finding.name}", message, hint)
    return f"| {' | '.join(map(for_markdown_cell, cells))} |\n"
