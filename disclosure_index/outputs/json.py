"""An assessment for machines: docs/schemas/check.schema.json describes it. The same input gives the same bytes."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import render as rendered
from disclosure_index.model import Finding, Status
from disclosure_index.outputs.json_stream import here, stream
from disclosure_index.tables.facts import rounded

VERSION = 2
"""1 had no evidence."""


def render(assessment: Assessment, language: str | None = None) -> Iterator[str]:
    """Return the document in pieces, ending with a newline; `language` as in `messages.render`."""
    verdict = assessment.verdict
    frame = {
        **head(assessment, language),
        "findings": here("findings"),
        "suppressed": here("suppressed"),
        "baselined": here("baselined"),
        "verdict": verdict_of(assessment),
    }
    lists = {"findings": verdict.findings, "suppressed": verdict.suppressed, "baselined": verdict.baselined}
    return stream(frame, {name: (finding_of(f, language) for f in found) for name, found in lists.items()})


def head(assessment: Assessment, language: str | None) -> dict[str, Any]:
    """Return the facts of the report, and the coverage of its frameworks."""
    report = assessment.report
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
        "filters": [rendered(active, language) for active in assessment.verdict.filters],
    }


def verdict_of(assessment: Assessment) -> dict[str, Any]:
    """Return the verdict: what follows for the build."""
    verdict = assessment.verdict
    return {
        "fail_on": assessment.policy.fail_on.value,
        "failing": verdict.failing,
        "could_not_look": verdict.unchecked,
    }


def _framework(assessment: Assessment, framework: str) -> dict[str, Any]:
    rows = [c for c in assessment.coverage if c.disclosure.framework == framework]
    counts = Counter(row.status for row in rows if row.counts)
    return {
        "id": framework,
        "editions": sorted({row.disclosure.edition for row in rows}),
        "coverage": {status.value: counts[status] for status in Status},
        "gaps": [row.disclosure.code for row in rows if row.is_gap],
        "evidence": [_evidence(assessment, row) for row in rows if row.links and row.disclosure.data == "quantitative"],
    }


def _evidence(assessment: Assessment, row: Coverage) -> dict[str, Any]:
    """Return the evidence for the tags of a quantitative disclosure: the figure, where there is one."""
    found = assessment.figure(row)
    said: dict[str, Any] = {
        "code": row.disclosure.code,
        "edition": row.disclosure.edition,
        "support": assessment.support(row).value,
        "figure": None,
    }
    if found:
        fact, document = found.fact, assessment.report.documents[found.document]
        passage = document.passages[fact.place.passage]
        said["figure"] = {
            "value": rounded(fact.value),
            "unit": fact.unit,
            "period": fact.period,
            "printed": fact.printed,
            "printed_unit": fact.printed_unit,
            "path": document.path,
            "line": passage.location.line,
            "column": passage.location.column,
            "page": passage.page,
        }
    return said


def finding_of(finding: Finding, language: str | None) -> dict[str, Any]:
    """Return one finding."""
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": rendered(finding.message, language),
        "hint": rendered(finding.hint, language),
        "path": finding.location.path,
        "line": finding.location.line,
        "column": finding.location.column,
        "framework": finding.framework,
        "edition": finding.edition,
        "code": finding.code,
        "anchor": finding.anchor,
        "fingerprint": finding.fingerprint,
    }
