"""An assessment for editors and for grep: one finding a line, then the sum."""

from collections.abc import Iterator

from disclosure_index.assessment import Assessment
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.outputs.text import closing_lines


def render(assessment: Assessment) -> Iterator[str]:
    """Give the lines, each with its end."""
    for finding in assessment.verdict.findings:
        yield (
            for_terminal(f"{finding.location}: {finding.severity} {finding.rule} {finding.message}").replace("\n", " ")
            + "\n"
        )
    for line in closing_lines(assessment):
        yield f"{line}\n"
