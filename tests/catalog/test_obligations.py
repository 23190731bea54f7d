"""Rules over profile, claim and date: the first that holds decides."""

from datetime import date

import pytest

from disclosure_index.catalog.obligations import Decision, decide
from disclosure_index.model import Disclosure, Obligation, ObligationRule, Profile

M, C, R, V = Obligation
RULES = (
    ObligationRule(V, board=("gem",)),
    ObligationRule(M, size=("large-cap",), since=date(2026, 1, 1)),
    ObligationRule(C, board=("main-board",)),
)


def level(rules: tuple[ObligationRule, ...], profile: Profile, claim: str = "", year: int = 2025) -> Decision:
    d = Disclosure("toy", "A", "1", {"en": "A"}, obligation=rules)
    return decide(d, profile, claim, date(year, 1, 1))


@pytest.mark.parametrize(
    ("board", "size", "year", "expected", "missing"),
    [
        ("gem", "", 2025, V, ()),
        ("gem", "large-cap", 2026, V, ()),
        ("main-board", "", 2025, C, ()),
        ("main-board", "", 2026, None, ("size",)),
        ("main-board", "large-cap", 2025, C, ()),
        ("main-board", "large-cap", 2026, M, ()),
        ("main-board", "other", 2026, C, ()),
        ("", "large-cap", 2026, None, ("board",)),
        ("", "", 2025, None, ("board",)),  # the size decides nothing yet
        ("", "", 2026, None, ("board", "size")),  # asked for at once
    ],
)
def test_the_first_rule_that_holds_decides_and_what_it_needs_to_know_is_named(
    board: str, size: str, year: int, expected: Obligation | None, missing: tuple[str, ...]
) -> None:
    found = level(RULES, Profile("hkex", board, size), year=year)
    assert (found.level, found.missing) == (expected, missing)


def test_the_rule_that_decided_is_kept_for_the_proof() -> None:
    assert level(RULES, Profile("hkex", "main-board", "other")).rule == RULES[2]


def test_where_no_rule_holds_it_is_voluntary() -> None:
    assert level((ObligationRule(M, claim=("in-accordance",)),), Profile()) == Decision(V)
    assert level((), Profile()) == Decision(V)


@pytest.mark.parametrize(("claim", "expected"), [("in-accordance", M), ("with-reference", R), ("", V), ("other", V)])
def test_claims(claim: str, expected: Obligation) -> None:
    rules = (ObligationRule(M, claim=("in-accordance",)), ObligationRule(R, claim=("with-reference",)))
    assert level(rules, Profile(), claim).level == expected


def test_all_conditions_of_a_rule_have_to_hold() -> None:
    rules = (ObligationRule(M, board=("main-board",), size=("large-cap",), claim=("all",)),)
    assert level(rules, Profile("", "main-board", "large-cap"), "all").level == M
    assert level(rules, Profile("", "gem", "large-cap"), "all").level == V
    assert level(rules, Profile("", "main-board", "other"), "all").level == V
    assert level(rules, Profile("", "main-board", "large-cap"), "some").level == V
    assert level(rules, Profile(), "all").missing == ("board", "size")


def test_a_rule_that_cannot_hold_is_not_asked_about() -> None:
    rules = (ObligationRule(M, board=("main-board",), size=("large-cap",)), ObligationRule(C))
    assert level(rules, Profile("", "gem", "")).level == C  # whatever its size


def test_what_no_report_has_to_answer_is_voluntary() -> None:
    d = Disclosure("toy", "A", "1", {"en": "A"}, required=False, obligation=(ObligationRule(M),))
    assert decide(d, Profile(), "", date(2025, 1, 1)) == Decision(V)
