"""GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from collections.abc import Iterator
from pathlib import Path

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import render as rendered
from disclosure_index.model import Finding, Severity
from disclosure_index.outputs.file_names import relative, repository_root
from disclosure_index.outputs.fingerprints import with_path
from disclosure_index.outputs.json_stream import here, stream

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(assessment: Assessment, language: str | None = None) -> Iterator[str]:
    """Return the report in pieces. What could not be checked is a blocker; filters have no place in this format."""
    root = repository_root()
    return stream(here("issues"), {"issues": (_issue(f, language, root) for f in assessment.verdict.findings)})


def _issue(finding: Finding, language: str | None, root: Path) -> dict[str, object]:
    path = relative(finding.location.path, root)
    return {
        "description": f"{finding.rule}: {rendered(finding.message, language)}",
        "check_name": f"{finding.rule} {finding.name}",
        "fingerprint": with_path(finding, path),
        "severity": "blocker" if finding.unchecked else SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": max(finding.location.line, 1)}},
    }
