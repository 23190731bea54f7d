"""From findings to a verdict: thresholds, suppressions and their end, and what could not be checked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from disclosure_index.model import Finding, Location, Severity
from disclosure_index.policy import Policy, Suppression, judge

DAY = date(2026, 6, 1)
GAP = Finding(
    "DI101", "Missing.", Location("r.xhtml", 2, 1), name="missing-disclosure",
    framework="hkex-esg", edition="2025", code="A1.3", anchor="waste",
)  # fmt: skip


def accept(**changes: object) -> Suppression:
    whole = Suppression("DI101", "", "", "We are working on it.", "Lo", DAY, Location("disclosure-index.toml", 9, 1))
    return replace(whole, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "covered"),
    [
        ({}, True),
        ({"rule": "missing-disclosure"}, True),
        ({"code": "A1.3"}, True),
        ({"code": "a1.3"}, True),
        ({"code": "hkex-esg:A1.3"}, True),
        ({"anchor": "waste"}, True),
        ({"code": "A1.3", "anchor": "waste"}, True),
        ({"rule": "DI102"}, False),
        ({"rule": "DI10"}, False),
        ({"code": "A1"}, False),
        ({"code": "gri:A1.3"}, False),
        ({"anchor": "Waste"}, False),
        ({"code": "A1.3", "anchor": "water"}, False),
    ],
)
def test_what_a_suppression_names(changes: dict[str, str], covered: bool) -> None:
    suppression = accept(**changes)
    verdict = judge([GAP], Policy(suppressions=(suppression,)), DAY)
    assert suppression.covers(GAP) == covered
    assert verdict.suppressed == ((GAP,) if covered else ())
    assert (GAP in verdict.findings) != covered


@pytest.mark.parametrize(
    ("today", "rules"),
    [
        (DAY - timedelta(days=1), []),
        (DAY, []),  # its last day is a day of it
        (DAY + timedelta(days=1), ["DI101", "DI901"]),
    ],
)
def test_a_suppression_ends_after_its_day(today: date, rules: list[str]) -> None:
    assert [f.rule for f in judge([GAP], Policy(suppressions=(accept(),)), today).findings] == rules


def test_one_that_matches_nothing_is_told_where_it_stands_whatever_its_day() -> None:
    for day in (DAY, DAY + timedelta(days=99)):
        [told] = judge([], Policy(suppressions=(accept(),)), day).findings
        assert (told.rule, str(told.location)) == ("DI902", "disclosure-index.toml:9:1")


def test_two_that_match_the_same_are_both_of_use() -> None:
    verdict = judge([GAP], Policy(suppressions=(accept(), accept(code="A1.3"))), DAY)
    assert (verdict.findings, verdict.suppressed) == ((), (GAP,))


def test_one_that_still_holds_is_enough() -> None:
    old = accept(expires=DAY - timedelta(days=1))
    verdict = judge([GAP], Policy(suppressions=(old, accept(code="A1.3"))), DAY)
    assert [f.rule for f in verdict.findings] == ["DI901"]
    assert verdict.suppressed == (GAP,)


def test_an_expired_one_names_its_owner() -> None:
    found = judge([GAP], Policy(suppressions=(accept(),)), DAY + timedelta(days=1)).findings
    [told] = [f for f in found if f.rule == "DI901"]
    assert "Lo" in told.hint
    assert DAY.isoformat() in told.message


def test_what_could_not_be_looked_at_cannot_be_suppressed() -> None:
    unchecked = replace(GAP, rule="DI601", name="unreadable-source", unchecked=True)
    verdict = judge([unchecked], Policy(suppressions=(accept(rule="DI601"),)), DAY)
    assert verdict.findings == (
        unchecked,
    )  # and nothing is said of the suppression: what is unread may hold its finding
    assert verdict.unchecked


@pytest.mark.parametrize(("fail_on", "failing"), [(Severity.ERROR, 1), (Severity.WARNING, 3), (Severity.NOTE, 4)])
def test_the_threshold(fail_on: Severity, failing: int) -> None:
    severities = [Severity.WARNING, Severity.ERROR, Severity.NOTE, Severity.WARNING]
    found = [replace(GAP, severity=severity) for severity in severities]
    verdict = judge(found, Policy(fail_on), DAY)
    assert verdict.failing == failing
    assert len(verdict.findings) == 4  # what does not fail is told all the same


def test_what_is_suppressed_does_not_fail() -> None:
    assert judge([GAP], Policy(suppressions=(accept(),)), DAY).failing == 0


def test_nothing_found_is_fine() -> None:
    verdict = judge([], Policy(), DAY)
    assert (verdict.findings, verdict.failing, verdict.unchecked) == ((), 0, False)
