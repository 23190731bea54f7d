"""An assessment for editors and for grep: one finding a line, then the sum."""

from collections.abc import Iterator

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import render as rendered
from disclosure_index.outputs.escape import for_line
from disclosure_index.outputs.text import closing_lines


def render(assessment: Assessment, language: str | None = None) -> Iterator[str]:
    """Yield the lines, each with its end; severities stay English, by which editors know them."""
    for finding in assessment.verdict.findings:
        line = f"{finding.location}: {finding.severity} {finding.rule} {rendered(finding.message, language)}"
        yield f"{for_line(line)}\n"
    for line in closing_lines(assessment, language):
        yield f"{line}\n"
