"""Apply a policy: which findings are reported, which are hidden, and whether the rest fails the build."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from disclosure_index.messages import message, plural
from disclosure_index.model import Finding, Message
from disclosure_index.policy.baseline import may_be_kept
from disclosure_index.policy.policy import Policy, Suppression, Verdict, names
from disclosure_index.policy.policy_findings import expired, stale, useless


def judge(findings: Iterable[Finding], policy: Policy, today: date) -> Verdict:
    """Apply the policy as of `today`.

    In this order: severities, selected rules, suppressions, the baseline. What could not be checked passes through
    all of it: no policy makes it fine. A suppression that has expired, or that matches nothing, and an entry of the
    baseline that is no finding any more are findings of their own (DI901, DI902, DI904).
    """
    weighed = [_weighed(finding, policy) for finding in findings]
    unchecked = any(finding.unchecked for finding in weighed)
    wanted = [f for f in weighed if f.unchecked or (not _is_off(f, policy) and _is_selected(f, policy))]
    kept, suppressed, used = _suppress(wanted, policy.suppressions, today)
    known = policy.baseline.fingerprints if policy.baseline else frozenset()
    baselined = [f for f in kept if f.fingerprint in known and may_be_kept(f)]
    kept = [f for f in kept if f.fingerprint not in known or not may_be_kept(f)]
    own = [expired(s) for s in policy.suppressions if s in used and s.expires < today]
    if not unchecked:  # what could not be checked may hold what a suppression or an entry is for
        own += (useless(s) for s in policy.suppressions if s not in used and _could_match(s, policy))
        found = {finding.fingerprint for finding in weighed}
        own += (stale(e) for e in policy.baseline.entries if e.fingerprint not in found) if policy.baseline else ()
    own = [f for f in (_weighed(f, policy) for f in own) if not _is_off(f, policy) and _is_selected(f, policy)]
    kept += own
    failing = sum(f.severity.rank <= policy.fail_on.rank for f in kept)
    verdict = Verdict(tuple(kept), tuple(suppressed), failing, unchecked, tuple(baselined))
    return replace(verdict, filters=tuple(_filters(policy, verdict, len(weighed) - len(wanted))))


def _weighed(finding: Finding, policy: Policy) -> Finding:
    """Return the finding with the severity that the policy gives its rule; what could not be checked stays an error."""
    severity = policy.severities.get(finding.rule) or policy.severities.get(finding.name)
    return replace(finding, severity=severity) if severity and not finding.unchecked else finding


def _is_off(finding: Finding, policy: Policy) -> bool:
    return any(name in policy.severities and policy.severities[name] is None for name in (finding.rule, finding.name))


def _is_selected(finding: Finding, policy: Policy) -> bool:
    ignored = any(names(pattern, finding) for pattern in policy.ignore)
    return not ignored and (not policy.select or any(names(pattern, finding) for pattern in policy.select))


def _could_match(suppression: Suppression, policy: Policy) -> bool:
    """Whether this run checks the rule of a suppression; otherwise its use cannot be judged."""
    off = [rule for rule, severity in policy.severities.items() if severity is None]
    return not (policy.select or policy.ignore or policy.approved_only) and suppression.rule not in off


def _suppress(
    findings: Iterable[Finding], suppressions: Sequence[Suppression], today: date
) -> tuple[list[Finding], list[Finding], set[Suppression]]:
    """Split findings into reported and suppressed ones, and return the suppressions that match, expired or not."""
    kept: list[Finding] = []
    suppressed: list[Finding] = []
    used: set[Suppression] = set()
    for finding in findings:
        covering = [s for s in suppressions if s.covers(finding) and not finding.unchecked]
        used.update(covering)
        (suppressed if any(today <= s.expires for s in covering) else kept).append(finding)
    return kept, suppressed, used


def _filters(policy: Policy, verdict: Verdict, unselected: int) -> Iterable[str]:
    """Yield the settings by which this run reports less, or something else, than everything found."""
    yield from policy.conditions
    yield from (f"--select {rule}" for rule in policy.select)
    yield from (f"--ignore {rule}" for rule in policy.ignore)
    yield from (
        f"severity {rule} = {severity.value if severity else 'off'}" for rule, severity in policy.severities.items()
    )
    if unselected:
        yield message("{findings} not selected", findings=_findings(unselected))
    if policy.approved_only:
        yield message("--approved-only: only reviewed statements count")
    at_elements = sum(any(s.at_element and s.covers(f) for s in policy.suppressions) for f in verdict.suppressed)
    if by_project := len(verdict.suppressed) - at_elements:
        yield message("{findings} suppressed by the project file", findings=_findings(by_project))
    if at_elements:
        yield message("{findings} suppressed in the text", findings=_findings(at_elements))
    if policy.baseline:
        yield message(
            "{findings} in the baseline {path}", findings=_findings(len(verdict.baselined)), path=policy.baseline.path
        )


def _findings(number: int) -> Message:
    return plural("{number} finding", "{number} findings", number)
