"""An assessment for pipelines: one JSON object a line, the report first, the verdict last."""

import json
from collections.abc import Iterator
from typing import Any

from disclosure_index.assessment.assess import Assessment
from disclosure_index.outputs.escape import for_json
from disclosure_index.outputs.json import finding_of, head, verdict_of


def render(assessment: Assessment, language: str | None = None) -> Iterator[str]:
    """Yield the lines, each with its end; ``kind`` says what a line is."""
    verdict = assessment.verdict
    yield _line("report", head(assessment, language))
    for kind, found in (
        ("finding", verdict.findings), ("suppressed", verdict.suppressed), ("baselined", verdict.baselined),
    ):  # fmt: skip
        for finding in found:
            yield _line(kind, finding_of(finding, language))
    yield _line("verdict", verdict_of(assessment))


def _line(kind: str, facts: dict[str, Any]) -> str:
    return for_json(json.dumps({"kind": kind, **facts}, ensure_ascii=False)) + "\n"
