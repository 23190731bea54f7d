"""Policies and their verdicts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from disclosure_index.model import NOWHERE, Finding, Location, Severity
from disclosure_index.policy.baseline import Baseline


def names(pattern: str, finding: Finding) -> bool:
    """Whether `pattern` is the rule's name, its id, or what its id begins with: DI101, DI1."""
    return pattern == finding.name or (pattern.startswith("DI") and finding.rule.startswith(pattern))


@dataclass(frozen=True, slots=True)
class Suppression:
    """Findings of a rule, accepted until a day; `code` and `anchor` narrow the rule."""

    rule: str
    code: str
    anchor: str
    reason: str
    owner: str
    expires: date
    location: Location
    at_element: bool = False  # it stands at an element, and is for findings about that element alone

    def covers(self, finding: Finding) -> bool:
        """Whether the suppression is for this finding, expired or not."""
        codes = (finding.code.casefold(), f"{finding.framework}:{finding.code}".casefold())
        return (
            self.rule in (finding.rule, finding.name)
            and (not self.code or self.code.casefold() in codes)
            and (not self.anchor or self.anchor == finding.anchor)
            and (not self.at_element or self.location == finding.location)
        )


@dataclass(frozen=True, slots=True)
class Budget:
    """The least share, in percent, of what a framework asks for that has to be disclosed or explained."""

    framework: str
    percent: int
    location: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy: what fails a build.

    Attributes:
        fail_on: the lowest severity that fails.
        suppressions: findings that are accepted, until a day.
        severities: per rule, by id or name, another severity than its own; None switches the rule off.
        budgets: the coverage that is asked for, per framework.
        baseline: the findings that were there before, if that is wanted.
        select: rules to look at, by id, beginning of an id, or name; all where empty.
        ignore: rules to pass over, named in the same way.
        approved_only: only tags and omissions that a person has marked as reviewed count.
        strict_evidence: a mandatory disclosure that asks for a figure is an error where its tags give none.
        conditions: what else this run supposes, in the words of the command line.
    """

    fail_on: Severity = Severity.ERROR
    suppressions: tuple[Suppression, ...] = ()
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    budgets: tuple[Budget, ...] = ()
    baseline: Baseline | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    approved_only: bool = False
    conditions: tuple[str, ...] = ()
    strict_evidence: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The findings that count, those that do not and why, and what follows for the build.

    `filters` say what made this run report less, or something else, than all that was found, in words that every
    output prints.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
    failing: int
    unchecked: bool  # something could not be checked: the rest says nothing about it
    baselined: tuple[Finding, ...] = ()
    filters: tuple[str, ...] = ()


NOT_JUDGED = Verdict((), (), 0, False)
"""Stands where no policy has been applied yet."""
