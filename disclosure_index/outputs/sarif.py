"""SARIF 2.1.0, for code scanning: rules with their documentation, results with fingerprints, the worst first.

GitHub keeps 5,000 results of a run, hence the order.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import metadata
from itertools import chain
from pathlib import Path
from typing import Any

from disclosure_index.assessment.assess import Assessment
from disclosure_index.checks import RULES
from disclosure_index.messages import message
from disclosure_index.messages import render as rendered
from disclosure_index.model import Finding, Severity, language_of
from disclosure_index.outputs.file_names import relative, repository_root, uri
from disclosure_index.outputs.fingerprints import with_path
from disclosure_index.outputs.json_stream import here, stream
from disclosure_index.outputs.replacements import Replacement
from disclosure_index.policy.rules import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "disclosureIndex/v1"
WITH_PATH = "disclosureIndexWithPath/v1"
"""Made of the former and the path: differs between two reports of a repository."""

ROOT = "%SRCROOT%"
"""What relative paths start from, by the name that SARIF's own examples and code scanning use."""

WHAT_ROOT_IS = message("The root of the repository, or the folder that the run started in where there is none")
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


Fixes = Mapping[str, Sequence[Replacement]]
"""What corrects a finding without a person, by its fingerprint."""

NO_FIXES: Fixes = {}


def render(assessment: Assessment, language: str | None = None, fixes: Fixes = NO_FIXES) -> Iterator[str]:
    """Return the document in pieces, ending with a newline; `language` as in `messages.render`."""
    verdict, root = assessment.verdict, repository_root()
    worst_first = sorted(verdict.findings, key=lambda finding: finding.severity.rank)
    results = chain(
        (_result(f, assessment, language, root, fixes=fixes) for f in worst_first),
        (_result(f, assessment, language, root, accepted=True) for f in verdict.suppressed),
        (_result(f, assessment, language, root, state="unchanged") for f in verdict.baselined),
    )
    run = {
        "tool": {"driver": _driver(language)},
        # SARIF takes a run without a language for English.
        **({"language": language_of(language).region} if language and language != "en" else {}),
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": rendered(WHAT_ROOT_IS, language)}}},
        "invocations": [_invocation(assessment, language)],
        "results": here("results"),
    }
    return stream({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, {"results": results})


def _driver(language: str | None) -> dict[str, Any]:
    return {
        "name": "Disclosure Index",
        "version": metadata.version("disclosure-index"),
        "rules": [_rule(rule, language) for rule in RULES],
    }


def _rule(rule: Rule, language: str | None) -> dict[str, Any]:
    summary, why = rendered(rule.summary, language), rendered(rule.why, language)
    bad = "\n".join((rendered(message("Bad:"), language), rule.bad))
    good = "\n".join((rendered(message("Good:"), language), rule.good))
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": summary[0].upper() + summary[1:]},
        "fullDescription": {"text": why},
        "help": {"text": f"{why}\n\n{bad}\n\n{good}\n"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _invocation(assessment: Assessment, language: str | None) -> dict[str, Any]:
    verdict = assessment.verdict
    facts: dict[str, Any] = {"executionSuccessful": not verdict.unchecked}
    if notes := _notifications(verdict.findings, language):
        facts["toolExecutionNotifications"] = notes
    if verdict.filters:
        facts["properties"] = {"filters": [rendered(active, language) for active in verdict.filters]}
    return facts


def _notifications(findings: Iterable[Finding], language: str | None) -> list[dict[str, Any]]:
    """Return a notification for each unchecked thing: without it a run that saw nothing seems to find nothing."""
    return [{"level": "error", "message": {"text": rendered(f.message, language)}} for f in findings if f.unchecked]


def _result(
    finding: Finding,
    assessment: Assessment,
    language: str | None,
    root: Path,
    *,
    accepted: bool = False,
    state: str = "",
    fixes: Fixes = NO_FIXES,
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": _INDEXES[finding.rule],
        "level": LEVELS[finding.severity],
        "message": {"text": "\n".join(rendered(part, language) for part in (finding.message, finding.hint) if part)},
        "locations": [_location(finding, root)],
        "partialFingerprints": {
            FINGERPRINT: finding.fingerprint,
            WITH_PATH: with_path(finding, relative(finding.location.path, root)),
        },
    }
    if made := fixes.get(finding.fingerprint):
        result["fixes"] = [_fix(finding, made, language, root)]
    facts = {"framework": finding.framework, "edition": finding.edition, "code": finding.code}
    if any(facts.values()):
        result["properties"] = {name: value for name, value in facts.items() if value}
    if accepted:
        result["suppressions"] = [
            {"kind": "inSource" if s.at_element else "external", "justification": s.reason}
            for s in assessment.policy.suppressions
            if s.covers(finding)
        ]
    if assessment.policy.baseline is not None:
        result["baselineState"] = state or "new"
    return result


def _fix(finding: Finding, made: Iterable[Replacement], language: str | None, root: Path) -> dict[str, Any]:
    """Return a fix, whose regions are given by line and column and by bytes: a byte order mark counts for these."""
    described = {"description": {"text": rendered(finding.hint, language)}} if finding.hint else {}
    changed = {"artifactLocation": _artifact(finding, root), "replacements": [*map(_replacement, made)]}
    return {**described, "artifactChanges": [changed]}


def _replacement(one: Replacement) -> dict[str, Any]:
    (line, column), (end_line, end_column) = one.first, one.last
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    content = {"text": one.text}
    if one.new != one.text.encode():
        content["binary"] = b64encode(one.new).decode()
    return {
        "deletedRegion": {**region, "byteOffset": one.start, "byteLength": one.end - one.start},
        "insertedContent": content,
    }


_INDEXES = {rule.id: number for number, rule in enumerate(RULES)}


def _location(finding: Finding, root: Path) -> dict[str, Any]:
    place = finding.location
    physical: dict[str, Any] = {"artifactLocation": _artifact(finding, root)}
    if place.line:
        physical["region"] = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.anchor:
        location["logicalLocations"] = [{"name": finding.anchor, "kind": "element"}]
    return location


def _artifact(finding: Finding, root: Path) -> dict[str, str]:
    name = uri(finding.location.path, root)
    return {"uri": name, **({} if name.startswith("file:") else {"uriBaseId": ROOT})}
