"""Annotations for GitHub Actions, the worst first: it shows ten of a level in each step."""

from collections.abc import Iterator
from pathlib import Path

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import message
from disclosure_index.messages import render as rendered
from disclosure_index.model import Finding, Severity
from disclosure_index.outputs.escape import for_github_data, for_github_property
from disclosure_index.outputs.file_names import relative, repository_root
from disclosure_index.outputs.text import closing_lines, coverage_lines

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(assessment: Assessment, language: str | None = None) -> Iterator[str]:
    """Yield the lines, each with its end: one command a finding, then the filters and the sum for the log."""
    root = repository_root()
    for finding in sorted(assessment.verdict.findings, key=lambda f: f.severity.rank):
        yield f"{_command(finding, language, root)}\n"
    for line in (*coverage_lines(assessment, language), *closing_lines(assessment, language)):
        yield f"{line}\n"


def _command(finding: Finding, language: str | None, root: Path) -> str:
    place = finding.location
    properties = {
        "file": relative(place.path, root),
        "line": str(place.line or ""),
        "col": str(place.column or ""),
        "title": f"{finding.rule} {finding.name}",
    }
    arguments = ",".join(f"{name}={for_github_property(value)}" for name, value in properties.items() if value)
    parts = [finding.message, *([message("help: {hint}", hint=finding.hint)] if finding.hint else [])]
    text = "\n".join(rendered(part, language) for part in parts)
    return f"::{COMMANDS[finding.severity]} {arguments}::{for_github_data(text)}"
