"""Rules over profile, claim and date: the first that holds decides."""

import json
from datetime import date
from pathlib import Path

import pytest

from disclosure_index.catalog.obligations import ASKED, Circumstances, Decision, decide
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


def of(rule: dict[str, object], industries: tuple[str, ...] = (), **facts: object) -> Decision:
    """Give what one rule for mandatory decides of an issuer in these industries, in these circumstances."""
    d = Disclosure("toy", "A", "1", {"en": "A"}, obligation=(ObligationRule(M, **rule),))  # type: ignore[arg-type]
    circumstances = Circumstances(**facts)  # type: ignore[arg-type]
    return decide(d, Profile("", "main-board", "", industries), "", date(2025, 1, 1), circumstances)


BANKS = {"industry": ("FN-CB", "FN-IB")}
OIL = {"sector": ("GRI 11", "GRI 12")}

# situation, the rule, the industries of the issuer, the circumstances, the level, what would have to be said
ASKED_FOR = [
    ("its industry", BANKS, ("FN-CB",), {}, M, ()),
    ("its industry, in other case", BANKS, ("fn-cb",), {}, M, ()),
    ("one of its industries", BANKS, ("CG-EC", "FN-IB"), {}, M, ()),
    ("another industry", BANKS, ("CG-EC",), {}, V, ()),
    ("its industry is not known", BANKS, (), {}, None, ("industry",)),
    ("one of its sectors", OIL, (), {"sectors": ("GRI 12", "GRI 13")}, M, ()),
    ("another sector", OIL, (), {"sectors": ("GRI 13",)}, V, ()),
    ("no sector applies", OIL, (), {"sectors": ()}, V, ()),
    ("whether a sector applies is not said", OIL, (), {"sectors": None}, None, ("sector",)),
    ("neither industry nor sector is known", {**BANKS, **OIL}, (), {"sectors": None}, None, ("industry", "sector")),
    ("the industry is not known, but the sector is another", {**BANKS, **OIL}, (), {"sectors": ("GRI 13",)}, V, ()),
    ("the report tags one of two", {"used": ("B", "C")}, (), {"used": {"c"}}, M, ()),
    ("the report tags neither", {"used": ("B", "C")}, (), {"used": {"d"}}, V, ()),
    ("the report leaves one of two out", {"omitted": ("B", "C")}, (), {"omitted": {"b"}}, M, ()),
    ("the report leaves neither out", {"omitted": ("B", "C")}, (), {"omitted": {"d"}}, V, ()),
    ("it leaves out what it would have to tag", {"used": ("B",)}, (), {"omitted": {"b"}}, V, ()),
    ("it tags one, and leaves the other out", {"used": ("B",), "omitted": ("C",)}, (),
     {"used": {"b"}, "omitted": {"c"}},
     M, ()),
    ("it tags one, and does not leave the other out", {"used": ("B",), "omitted": ("C",)}, (), {"used": {"b"}}, V, ()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "industries", "facts", "expected", "missing"), [r[1:] for r in ASKED_FOR], ids=[r[0] for r in ASKED_FOR]
)
def test_what_the_circumstances_ask_for(
    rule: dict[str, object],
    industries: tuple[str, ...],
    facts: dict[str, object],
    expected: Obligation | None,
    missing: tuple[str, ...],
) -> None:
    found = of(rule, industries, **facts)
    assert (found.level, found.missing) == (expected, missing)


def test_what_rules_ask_is_said_by_keys_of_the_project_file(root: Path) -> None:
    schema = json.loads((root / "docs" / "schemas" / "project.schema.json").read_text("utf-8"))
    for key in ASKED.values():
        table, name = key.split(".")
        value = schema["properties"][table]
        reference = value.get("$ref") or value["items"]["$ref"]
        assert name in schema["$defs"][reference.rpartition("/")[2]]["properties"], key
