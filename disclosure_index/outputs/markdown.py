"""An assessment as Markdown: for a job summary, a merge request, a mail."""

from collections import Counter
from collections.abc import Iterator

from disclosure_index.assessment import Assessment
from disclosure_index.model import Finding, Status
from disclosure_index.outputs.escape import for_markdown_cell
from disclosure_index.outputs.text import summary

_SHOWN = (Status.DISCLOSED, Status.PARTIAL, Status.OMITTED, Status.MISSING, Status.UNDETERMINED)


def render(assessment: Assessment) -> Iterator[str]:
    """Give the page in pieces, each with its end."""
    report, verdict = assessment.report, assessment.verdict
    yield f"# {for_markdown_cell(report.title)}\n\n"
    yield f"**{for_markdown_cell(summary(assessment))}**\n\n"
    if verdict.blind:
        yield "Something could not be looked at: nothing is said about what is missing.\n\n"
    yield from _coverage(assessment)
    if verdict.filters:
        yield "Active filters:\n\n"
        yield from (f"- {for_markdown_cell(active)}\n" for active in verdict.filters)
        yield "\n"
    if verdict.findings:
        yield "| | where | rule | what | what to do |\n|---|---|---|---|---|\n"
        yield from map(_row, verdict.findings)


def _coverage(assessment: Assessment) -> Iterator[str]:
    if not assessment.coverage:
        return
    yield f"| framework | {' | '.join(status.replace('-', ' ') for status in _SHOWN)} |\n"
    yield f"|---|{'---:|' * len(_SHOWN)}\n"
    for claim in assessment.report.claims:
        rows = [row for row in assessment.coverage if row.counts and row.disclosure.framework == claim.framework]
        counts = Counter(row.status for row in rows)
        name = assessment.catalog.frameworks[claim.framework].short if rows else claim.framework
        yield f"| {for_markdown_cell(name)} | {' | '.join(str(counts[status]) for status in _SHOWN)} |\n"
    yield "\n"


def _row(finding: Finding) -> str:
    cells = (
        finding.severity.value, str(finding.location), f"{finding.rule} {finding.name}", finding.message, finding.hint,
    )  # fmt: skip
    return f"| {' | '.join(map(for_markdown_cell, cells))} |\n"
