"""Severities, selected rules and what follows for the verdict; every filter says that it was there."""

from dataclasses import replace
from datetime import date

import pytest

from disclosure_index.model import Finding, Location, Severity
from disclosure_index.policy import Policy, Suppression, judge

DAY = date(2026, 6, 1)
GAP = Finding("DI101", "Missing.", Location("r.xhtml", 2, 1), name="missing-disclosure", fingerprint="a" * 32)
PART = replace(GAP, rule="DI103", name="partial-disclosure", severity=Severity.WARNING, fingerprint="b" * 32)
TAG = replace(GAP, rule="DI201", name="unknown-code", fingerprint="c" * 32)
UNCHECKED = replace(GAP, rule="DI601", name="unreadable-source", unchecked=True, fingerprint="d" * 32)
ALL = [GAP, PART, TAG, UNCHECKED]


def rules(policy: Policy) -> list[str]:
    return [finding.rule for finding in judge(ALL, policy, DAY).findings]


@pytest.mark.parametrize(
    ("policy", "left"),
    [
        (Policy(select=("DI101",)), ["DI101", "DI601"]),
        (Policy(select=("DI1",)), ["DI101", "DI103", "DI601"]),
        (Policy(select=("unknown-code", "DI103")), ["DI103", "DI201", "DI601"]),
        (Policy(ignore=("DI1",)), ["DI201", "DI601"]),
        (Policy(select=("DI1",), ignore=("partial-disclosure",)), ["DI101", "DI601"]),
        (Policy(severities={"DI201": None}), ["DI101", "DI103", "DI601"]),
        (Policy(ignore=("DI6",), severities={"DI601": None}), ["DI101", "DI103", "DI201", "DI601"]),
    ],
)
def test_what_is_left_always_holds_what_could_not_be_looked_at(policy: Policy, left: list[str]) -> None:
    assert rules(policy) == left


def test_a_severity_of_the_policy_decides_what_fails() -> None:
    policy = Policy(severities={"missing-disclosure": Severity.NOTE, "DI103": Severity.ERROR})
    verdict = judge([GAP, PART], policy, DAY)
    assert [f.severity for f in verdict.findings] == [Severity.NOTE, Severity.ERROR]
    assert verdict.failing == 1


def test_what_could_not_be_looked_at_stays_an_error() -> None:
    [told] = judge([UNCHECKED], Policy(severities={"DI601": Severity.NOTE}), DAY).findings
    assert told.severity == Severity.ERROR


def test_every_filter_is_told() -> None:
    accepted = Suppression("DI101", "", "", "Soon.", "Lo", DAY, Location("p.toml", 9, 1))
    policy = Policy(
        suppressions=(accepted,), severities={"DI103": None}, select=("DI1",), ignore=("DI2",), approved_only=True,
        conditions=("--edition hkex-esg=2025",),
    )  # fmt: skip
    assert judge([GAP, PART, TAG], policy, DAY).filters == (
        "--edition hkex-esg=2025",
        "--select DI1",
        "--ignore DI2",
        "severity DI103 = off",
        "2 findings not selected",
        "--approved-only: only reviewed statements count",
        "1 finding suppressed by the project file",
    )


def test_a_run_without_filters_tells_none() -> None:
    assert judge(ALL, Policy(), DAY).filters == ()


def test_a_suppression_of_a_rule_that_was_not_looked_at_is_not_called_useless() -> None:
    accepted = Suppression("DI101", "", "", "Soon.", "Lo", DAY, Location("p.toml", 9, 1))
    assert [f.rule for f in judge([TAG], Policy(suppressions=(accepted,), select=("DI2",)), DAY).findings] == ["DI201"]
