"""The rules as a whole: each is documented, known by one id, told somewhere, and tried three times."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

import disclosure_index
from disclosure_index.checks import RULES, complete
from disclosure_index.model import Finding, Location
from disclosure_index.policy.rules import Rule
from tests.rules.conftest import KINDS, read_cases

CASES = read_cases()
PACKAGE = Path(disclosure_index.__file__).parent
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


NO_REPORT_BRINGS_IT_ABOUT = {"DI609"}  # an error of this program: tests/reading/test_page_boundary.py


def test_a_rule_has_a_case_that_passes_one_that_fails_and_one_at_the_edge() -> None:
    tried = {(case.rule, case.kind) for case in CASES}
    wanted = {(rule.id, kind) for rule in RULES for kind in KINDS if rule.id not in NO_REPORT_BRINGS_IT_ABOUT}
    assert wanted == tried


def test_no_two_rules_share_an_id_or_a_name() -> None:
    assert [x for x, times in Counter(r.id for r in RULES).items() if times > 1] == []
    assert [x for x, times in Counter(r.name for r in RULES).items() if times > 1] == []


@each_rule
def test_an_id_is_di_and_three_digits_and_a_name_is_kebab_case(rule: Rule) -> None:
    assert re.fullmatch(r"DI\d{3}", rule.id)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)


@each_rule
def test_a_rule_says_in_a_line_what_it_tells_and_where_it_comes_from(rule: Rule) -> None:
    assert rule.summary == rule.summary.strip().rstrip(".")
    assert 10 < len(rule.summary) <= 100
    assert rule.source.strip()


@each_rule
def test_a_rule_says_why_and_shows_a_bad_and_a_good_example(rule: Rule) -> None:
    assert rule.why.endswith(".") or rule.why.endswith(")")
    assert rule.bad.strip()
    assert rule.good.strip()
    assert rule.bad != rule.good


def test_the_rules_of_a_family_stand_together_in_order() -> None:
    families = [rule.id[:3] for rule in RULES]
    assert families == sorted(families)
    assert [rule.id for rule in RULES] == sorted(rule.id for rule in RULES)


class TestFingerprints:
    """What makes a finding the same finding tomorrow: rule, framework, edition, code, anchor, ordinal."""

    BASE = Finding(
        "DI201", "Unknown.", Location("a.xhtml", 3, 5), framework="gri", edition="2016", code="1", anchor="x"
    )

    def fingerprint(self, **changes: object) -> str:
        [found] = complete([replace(self.BASE, **changes)])
        return found.fingerprint

    @pytest.mark.parametrize("changes", [{"location": Location("a.xhtml", 99, 1)}, {"message": "?"}, {"hint": "?"}])
    def test_place_and_words_are_no_part_of_it(self, changes: dict[str, object]) -> None:
        assert self.fingerprint(**changes) == self.fingerprint()

    @pytest.mark.parametrize("name", ["framework", "edition", "code", "anchor"])
    def test_what_it_is_about_is(self, name: str) -> None:
        assert self.fingerprint(**{name: "other"}) != self.fingerprint()

    def test_two_that_are_alike_still_differ(self) -> None:
        found = complete([self.BASE, self.BASE])
        assert len({f.fingerprint for f in found}) == 2

    def test_parts_do_not_run_into_each_other(self) -> None:
        assert self.fingerprint(code="1x", anchor="") != self.fingerprint(code="1", anchor="x")
