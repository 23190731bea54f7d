"""Findings -> verdict: what is suppressed, and whether what remains fails the build. The clock is passed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from disclosure_index.model import Finding, Location, Severity


@dataclass(frozen=True, slots=True)
class Suppression:
    """A finding that its owner accepts until a day; `code` and `anchor` narrow the rule."""

    rule: str
    code: str
    anchor: str
    reason: str
    owner: str
    expires: date
    location: Location

    def covers(self, finding: Finding) -> bool:
        """Tell whether it names this finding, whatever the day."""
        names = (finding.code.casefold(), f"{finding.framework}:{finding.code}".casefold())
        return (
            self.rule in (finding.rule, finding.name)
            and (not self.code or self.code.casefold() in names)
            and (not self.anchor or self.anchor == finding.anchor)
        )


@dataclass(frozen=True, slots=True)
class Policy:
    """What fails a build."""

    fail_on: Severity = Severity.ERROR
    suppressions: tuple[Suppression, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The findings that count, those that are suppressed, and what follows for the build."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
    failing: int
    blind: bool  # something could not be looked at: the rest says nothing about it


def judge(findings: Iterable[Finding], policy: Policy, today: date) -> Verdict:
    """Apply the policy as of `today`.

    A suppression that has expired, or that matches nothing, is told as a finding of its own (DI901, DI902).
    """
    kept: list[Finding] = []
    suppressed: list[Finding] = []
    used: set[Suppression] = set()
    for finding in findings:
        covering = [s for s in policy.suppressions if s.covers(finding) and not finding.blind]
        used.update(covering)
        valid = any(today <= s.expires for s in covering)
        (suppressed if valid else kept).append(finding)
    kept += (_expired(s) for s in policy.suppressions if s in used and s.expires < today)
    blind = any(f.blind for f in kept)
    if not blind:  # what could not be looked at may hold what a suppression is for
        kept += (_useless(s) for s in policy.suppressions if s not in used)
    failing = sum(f.severity.rank <= policy.fail_on.rank for f in kept)
    return Verdict(tuple(kept), tuple(suppressed), failing, blind)


def _expired(suppression: Suppression) -> Finding:
    return Finding(
        "DI901",
        f"the suppression of {suppression.rule} {suppression.code} expired on {suppression.expires}",
        suppression.location,
        f"mend the finding, or ask {suppression.owner} for a new day",
        name="expired-suppression",
        severity=Severity.WARNING,
        code=suppression.code,
    )


def _useless(suppression: Suppression) -> Finding:
    return Finding(
        "DI902",
        f"the suppression of {suppression.rule} {suppression.code} matches no finding",
        suppression.location,
        "remove it",
        name="useless-suppression",
        severity=Severity.WARNING,
        code=suppression.code,
    )
