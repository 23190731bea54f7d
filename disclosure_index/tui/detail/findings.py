"""The findings about a disclosure."""

from collections.abc import Iterator

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import label, render
from disclosure_index.tui.detail.heads import head
from disclosure_index.tui.detail.targets import FindingTarget
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.status_marks import SEVERITY
from disclosure_index.tui.widgets.blocks import Block, Part


def findings(assessment: Assessment, row: Coverage, language: str) -> Iterator[Block]:
    """Yield each finding with its rule."""
    d = row.disclosure
    found = [
        finding
        for finding in assessment.verdict.findings
        if (finding.framework, finding.code) == (d.framework, d.code) and finding.edition in ("", d.edition)
    ]
    if found:
        yield from head(render(label("heading", "Findings"), language))
    for finding in found:
        mark = SEVERITY[finding.severity]
        text = Part(line(f"{finding.rule} {render(finding.message, language)}"), mark.style, f"{mark.sign} ")
        yield Block((text,), FindingTarget(finding.location))
