"""An assessment as Markdown: for a job summary, a merge request, a mail."""

from collections import Counter
from collections.abc import Iterator

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import label, message
from disclosure_index.messages import render as rendered
from disclosure_index.messages.states import SEVERITY, STATUS
from disclosure_index.model import Finding, Status
from disclosure_index.outputs.caveats import CAVEAT, estimates
from disclosure_index.outputs.escape import for_markdown_cell
from disclosure_index.outputs.text import summary

_SHOWN = (Status.DISCLOSED, Status.PARTIAL, Status.OMITTED, Status.MISSING, Status.UNDETERMINED)
_HEADS = (
    label("column", "where"),
    label("column", "rule"),
    label("column", "what"),
    label("column", "what to do"),
)


def render(assessment: Assessment, language: str | None = None) -> Iterator[str]:
    """Yield the page in pieces, each with its end; `language` as in `messages.render`."""
    report, verdict = assessment.report, assessment.verdict
    yield f"# {for_markdown_cell(report.title)}\n\n"
    yield f"**{for_markdown_cell(summary(assessment, language))}**\n\n"
    for estimate in estimates(assessment):
        yield f"{for_markdown_cell(rendered(estimate.message, language))}\n\n"
    if verdict.unchecked:
        yield f"{rendered(CAVEAT, language)}\n\n"
    yield from _coverage(assessment, language)
    if verdict.filters:
        head = message("Active filters:")
        yield f"{rendered(head, language)}\n\n"
        yield from (f"- {for_markdown_cell(rendered(active, language))}\n" for active in verdict.filters)
        yield "\n"
    if verdict.findings:
        heads = (rendered(head, language) for head in _HEADS)
        yield f"| | {' | '.join(heads)} |\n|---|---|---|---|---|\n"
        yield from (_row(finding, language) for finding in verdict.findings)


def _coverage(assessment: Assessment, language: str | None) -> Iterator[str]:
    if not assessment.coverage:
        return
    heads = (label("column", "framework"), *(STATUS[status] for status in _SHOWN))
    yield f"| {' | '.join(rendered(head, language) for head in heads)} |\n"
    yield f"|---|{'---:|' * len(_SHOWN)}\n"
    for claim in assessment.report.claims:
        rows = [row for row in assessment.coverage if row.counts and row.disclosure.framework == claim.framework]
        counts = Counter(row.status for row in rows)
        name = assessment.catalog.frameworks[claim.framework].short if rows else claim.framework
        yield f"| {for_markdown_cell(name)} | {' | '.join(str(counts[status]) for status in _SHOWN)} |\n"
    yield "\n"


def _row(finding: Finding, language: str | None) -> str:
    texts = (rendered(text, language) for text in (SEVERITY[finding.severity], finding.message, finding.hint))
    severity, problem, hint = texts
    cells = (severity, str(finding.location), f"{finding.rule} {finding.name}", problem, hint)
    return f"| {' | '.join(map(for_markdown_cell, cells))} |\n"
