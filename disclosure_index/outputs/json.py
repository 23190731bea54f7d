"""An assessment for machines: docs/schemas/check.schema.json describes it. The same input gives the same bytes."""

import json
from collections import Counter
from typing import Any

from disclosure_index.assessment import Assessment
from disclosure_index.model import Finding, Status

VERSION = 1


def render(assessment: Assessment) -> str:
    """Give the document, ending with a newline."""
    return json.dumps(_document(assessment), ensure_ascii=False, indent=2) + "\n"


def _document(assessment: Assessment) -> dict[str, Any]:
    report, verdict = assessment.report, assessment.verdict
    return {
        "version": VERSION,
        "report": {
            "title": report.title,
            "issuer": report.issuer,
            "financial_year": report.financial_year,
            "year_start": report.year_start.isoformat(),
            "year_end": report.year_end.isoformat(),
            "published": report.published.isoformat() if report.published else None,
            "documents": [{"path": d.path, "language": d.language, "readable": d.readable} for d in report.documents],
        },
        "frameworks": [_framework(assessment, claim.framework) for claim in report.claims],
        "findings": [_finding(finding) for finding in verdict.findings],
        "suppressed": [_finding(finding) for finding in verdict.suppressed],
        "verdict": {
            "fail_on": assessment.policy.fail_on.value,
            "failing": verdict.failing,
            "could_not_look": verdict.blind,
        },
    }


def _framework(assessment: Assessment, framework: str) -> dict[str, Any]:
    rows = [c for c in assessment.coverage if c.disclosure.framework == framework]
    counts = Counter(row.status for row in rows if row.counts)
    return {
        "id": framework,
        "editions": sorted({row.disclosure.edition for row in rows}),
        "coverage": {status.value: counts[status] for status in Status},
        "gaps": [row.disclosure.code for row in rows if row.is_gap],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "path": finding.location.path,
        "line": finding.location.line,
        "column": finding.location.column,
        "framework": finding.framework,
        "edition": finding.edition,
        "code": finding.code,
        "anchor": finding.anchor,
        "fingerprint": finding.fingerprint,
    }
