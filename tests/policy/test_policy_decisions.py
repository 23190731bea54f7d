"""What a policy makes of findings: the rows below are the specification of the verdict."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.catalog.obligations import Decision
from disclosure_index.messages import message
from disclosure_index.model import DataSuppress, Finding, Location, Obligation, Severity, Status
from disclosure_index.policy import Baseline, Budget, Entry, Policy, Suppression, element_suppressions, judge
from disclosure_index.policy.baseline import entries_of, may_be_kept
from disclosure_index.policy.policy import NOT_JUDGED
from disclosure_index.policy.policy_findings import short_of
from disclosure_index.policy.rules import Rule
from tests.support.made_up import asks
from tests.support.reports import document

DAY = date(2026, 6, 1)
YESTERDAY, TOMORROW = DAY - timedelta(days=1), DAY + timedelta(days=1)
HERE, THERE = Location("report.xhtml", 2, 1), Location("report.xhtml", 7, 1)
GAP = Finding(
    "DI101", "Missing.", HERE, name="missing-disclosure", framework="toy", code="A1", anchor="waste",
    fingerprint="a" * 32,
)  # fmt: skip
OTHER = replace(GAP, location=THERE, code="A2", anchor="water", fingerprint="b" * 32)
WEAK = replace(GAP, rule="DI103", name="partial-disclosure", severity=Severity.WARNING, fingerprint="c" * 32)
UNREAD = replace(GAP, rule="DI601", name="unreadable-source", unchecked=True, fingerprint="d" * 32)


def accept(rule: str = "DI101", **facts: object) -> Suppression:
    whole = Suppression(rule, "", "", "Soon.", "Lo", DAY, Location("disclosure-index.toml", 9, 1))
    return replace(whole, **facts)  # type: ignore[arg-type]


def known(*findings: Finding) -> Baseline:
    return Baseline(
        "baseline.json", tuple(Entry(f.fingerprint, f.rule, f.framework, f.code, f.anchor) for f in findings)
    )


def marks(findings: tuple[Finding, ...]) -> str:
    """Give the rules of findings, and in brackets the codes of those that are about the report."""
    return " ".join(f"{f.rule}({f.code})" if f.rule == "DI101" else f.rule for f in findings)


AT_ELEMENT = {"at_element": True, "location": HERE}

# situation, the findings, the policy, what is told, what is suppressed
SUPPRESSED = [
    ("by the project file: wherever the rule speaks", [GAP, OTHER], [accept()], "", "DI101(A1) DI101(A2)"),
    ("for one code", [GAP, OTHER], [accept(code="A1")], "DI101(A2)", "DI101(A1)"),
    ("for one code with its framework", [GAP, OTHER], [accept(code="TOY:a2")], "DI101(A1)", "DI101(A2)"),
    ("for the code of another framework", [GAP], [accept(code="gri:A1")], "DI101(A1) DI902", ""),
    ("for one place by its name", [GAP, OTHER], [accept(anchor="water")], "DI101(A1)", "DI101(A2)"),
    ("for a code at another place", [GAP], [accept(code="A1", anchor="water")], "DI101(A1) DI902", ""),
    ("at an element: there and nowhere else", [GAP, OTHER], [accept(**AT_ELEMENT)], "DI101(A2)", "DI101(A1)"),
    ("at an element that the rule does not speak of", [OTHER], [accept(**AT_ELEMENT)], "DI101(A2) DI902", ""),
    ("in the project file, on a line like the finding's", [OTHER], [accept(location=HERE)], "", "DI101(A2)"),
    ("until today", [GAP], [accept(expires=DAY)], "", "DI101(A1)"),
    ("until yesterday", [GAP], [accept(expires=YESTERDAY)], "DI101(A1) DI901", ""),
    ("until yesterday, of nothing", [], [accept(expires=YESTERDAY)], "DI902", ""),
    ("one that is over beside one that holds", [GAP], [accept(expires=YESTERDAY), accept()], "DI901", "DI101(A1)"),
    ("what could not be checked", [UNREAD], [accept("DI601")], "DI601", ""),
    ("while something could not be checked, nothing is called useless", [UNREAD], [accept()], "DI601", ""),
    ("an expired one is told whatever could not be checked", [UNREAD, GAP], [accept(expires=YESTERDAY)],
     "DI601 DI101(A1) DI901", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("findings", "suppressions", "told", "suppressed"), [row[1:] for row in SUPPRESSED], ids=[r[0] for r in SUPPRESSED]
)
def test_what_is_suppressed(
    findings: list[Finding], suppressions: list[Suppression], told: str, suppressed: str
) -> None:
    verdict = judge(findings, Policy(suppressions=tuple(suppressions)), DAY)
    assert (marks(verdict.findings), marks(verdict.suppressed)) == (told, suppressed)


OVER = {"suppressions": (accept(expires=YESTERDAY),)}
USELESS = {"suppressions": (accept("DI207"),)}
STALE = {"baseline": known(OTHER)}

# situation, the policy, what is told of one gap
OWN = [
    ("an expired suppression is told", OVER, "DI101(A1) DI901"),
    ("unless its rule is switched off", {**OVER, "severities": {"DI901": None}}, "DI101(A1)"),
    ("or switched off by its name", {**OVER, "severities": {"expired-suppression": None}}, "DI101(A1)"),
    ("or is passed over", {**OVER, "ignore": ("DI9",)}, "DI101(A1)"),
    ("or others are selected", {**OVER, "select": ("DI1",)}, "DI101(A1)"),
    ("and told alone where it is selected", {**OVER, "select": ("DI9",)}, ""),
    ("a useless suppression is told", USELESS, "DI101(A1) DI902"),
    ("unless its rule is switched off", {**USELESS, "severities": {"DI902": None}}, "DI101(A1)"),
    ("or the rule that it is for is", {**USELESS, "severities": {"DI207": None}}, "DI101(A1)"),
    ("but another rule switched off changes nothing", {**USELESS, "severities": {"DI208": None}}, "DI101(A1) DI902"),
    ("nor does another severity of its rule", {**USELESS, "severities": {"DI207": Severity.NOTE}}, "DI101(A1) DI902"),
    ("unless rules are selected", {**USELESS, "select": ("DI1", "DI9")}, "DI101(A1)"),
    ("or passed over", {**USELESS, "ignore": ("DI3",)}, "DI101(A1)"),
    ("or only reviewed statements count", {**USELESS, "approved_only": True}, "DI101(A1)"),
    ("an entry whose finding is gone is told", STALE, "DI101(A1) DI904"),
    ("unless its rule is switched off", {**STALE, "severities": {"DI904": None}}, "DI101(A1)"),
    ("or is passed over", {**STALE, "ignore": ("stale-baseline-entry",)}, "DI101(A1)"),
    ("an entry whose finding is passed over is not gone", {"baseline": known(GAP), "ignore": ("DI1",)}, ""),
    ("an entry whose finding is suppressed is not gone", {"baseline": known(GAP), "suppressions": (accept(),)}, ""),
]


@pytest.mark.parametrize(("policy", "told"), [row[1:] for row in OWN], ids=[f"{n} {r[0]}" for n, r in enumerate(OWN)])
def test_what_the_policy_tells_of_itself(policy: dict[str, object], told: str) -> None:
    assert marks(judge([GAP], Policy(**policy), DAY).findings) == told  # type: ignore[arg-type]


def test_its_own_findings_have_the_severity_that_the_policy_gives_them_and_may_fail() -> None:
    policy = Policy(suppressions=(accept("DI207"),), severities={"DI902": Severity.ERROR})
    assert judge([], policy, DAY).failing == 1
    assert judge([], replace(policy, severities={}), DAY).failing == 0  # a warning
    assert judge([], replace(policy, severities={}, fail_on=Severity.WARNING), DAY).failing == 1


# situation, the findings, the baseline, what is told, what is known
BASELINE = [
    ("no baseline", [GAP], None, "DI101(A1)", ""),
    ("what was there is not told again", [GAP, OTHER], known(GAP), "DI101(A2)", "DI101(A1)"),
    ("an empty baseline", [GAP], known(), "DI101(A1)", ""),
    ("what could not be checked is told all the same", [UNREAD], known(UNREAD), "DI601", ""),
    ("while something could not be checked, no entry is gone", [UNREAD], known(GAP), "DI601", ""),
    ("fixed", [], known(GAP), "DI904", ""),
]


@pytest.mark.parametrize(
    ("findings", "baseline", "told", "baselined"), [row[1:] for row in BASELINE], ids=[row[0] for row in BASELINE]
)
def test_the_baseline(findings: list[Finding], baseline: Baseline | None, told: str, baselined: str) -> None:
    verdict = judge(findings, Policy(baseline=baseline), DAY)
    assert (marks(verdict.findings), marks(verdict.baselined)) == (told, baselined)
    assert verdict.failing == sum(f.severity == Severity.ERROR for f in verdict.findings)
    assert verdict.unchecked == (UNREAD in findings)


# situation, the finding, whether a baseline may hold it
KEPT = [
    ("a gap", GAP, True),
    ("a warning", WEAK, True),
    ("what could not be checked", UNREAD, False),
    ("what the policy tells of itself", replace(GAP, rule="DI902"), False),
]


@pytest.mark.parametrize(("finding", "kept"), [row[1:] for row in KEPT], ids=[row[0] for row in KEPT])
def test_what_a_baseline_may_hold(finding: Finding, kept: bool) -> None:
    assert may_be_kept(finding) is kept
    assert [e.fingerprint for e in entries_of([finding])] == [finding.fingerprint] * kept


# situation, the severities of the policy, the lowest that fails, how many of an error, a warning and one unread fail
FAILING = [
    ("by their own severity", {}, Severity.ERROR, 2),
    ("warnings too", {}, Severity.WARNING, 3),
    ("a warning made an error", {"DI103": Severity.ERROR}, Severity.ERROR, 3),
    ("a warning made an error by its name", {"partial-disclosure": Severity.ERROR}, Severity.ERROR, 3),
    ("an error made a note", {"DI101": Severity.NOTE}, Severity.ERROR, 1),
    ("an error made a note, where warnings fail", {"DI101": Severity.NOTE}, Severity.WARNING, 2),
    ("switched off", {"missing-disclosure": None}, Severity.ERROR, 1),
    ("what could not be checked stays an error", {"DI601": Severity.NOTE}, Severity.ERROR, 2),
    ("and is never off", {"DI601": None, "unreadable-source": None}, Severity.ERROR, 2),
    ("the id goes before the name", {"DI101": Severity.NOTE, "missing-disclosure": Severity.ERROR}, Severity.ERROR, 1),
]


@pytest.mark.parametrize(
    ("severities", "fail_on", "failing"), [row[1:] for row in FAILING], ids=[row[0] for row in FAILING]
)
def test_what_fails(severities: dict[str, Severity | None], fail_on: Severity, failing: int) -> None:
    assert judge([GAP, WEAK, UNREAD], Policy(fail_on, severities=severities), DAY).failing == failing


# situation, what is selected, what is ignored, the findings that are left
SELECTED = [
    ("all", (), (), "DI101(A1) DI103 DI601"),
    ("by id", ("DI103",), (), "DI103 DI601"),
    ("by the beginning of an id", ("DI1",), (), "DI101(A1) DI103 DI601"),
    ("by name", ("missing-disclosure",), (), "DI101(A1) DI601"),
    ("by one of two", ("DI9", "DI103"), (), "DI103 DI601"),
    ("the beginning of a name is no name", ("missing",), (), "DI601"),
    ("a digit is no beginning of an id", ("1",), (), "DI601"),
    ("nor is nothing", ("",), (), "DI601"),
    ("ignored by id", (), ("DI101",), "DI103 DI601"),
    ("ignored by one of two", (), ("DI9", "DI103"), "DI101(A1) DI601"),
    ("ignored goes before selected", ("DI1",), ("DI101",), "DI103 DI601"),
]


@pytest.mark.parametrize(("select", "ignore", "left"), [row[1:] for row in SELECTED], ids=[row[0] for row in SELECTED])
def test_what_is_selected(select: tuple[str, ...], ignore: tuple[str, ...], left: str) -> None:
    verdict = judge([GAP, WEAK, UNREAD], Policy(select=select, ignore=ignore), DAY)
    assert marks(verdict.findings) == left
    gone = 3 - len(verdict.findings)
    number = f"{gone} finding{'s' if gone != 1 else ''} not selected"
    assert [f for f in map(str, verdict.filters) if f.endswith("not selected")] == ([number] if gone else [])


# situation, the policy, the filters that one gap at an element and another one lead to
FILTERS = [
    ("suppressed by the project file", Policy(suppressions=(accept(),)), ["2 findings suppressed by the project file"]),
    ("suppressed in the text", Policy(suppressions=(accept(**AT_ELEMENT),)), ["1 finding suppressed in the text"]),
    ("suppressed in both ways: each once", Policy(suppressions=(accept(), accept(**AT_ELEMENT))),
     ["1 finding suppressed by the project file", "1 finding suppressed in the text"]),
    ("in the baseline", Policy(baseline=known(GAP)), ["1 finding in the baseline baseline.json"]),
    ("a baseline with nothing of it", Policy(baseline=known()), ["0 findings in the baseline baseline.json"]),
    ("another severity", Policy(severities={"DI103": Severity.NOTE}), ["severity DI103 = note"]),
    ("only reviewed", Policy(approved_only=True), ["--approved-only: only reviewed statements count"]),
]  # fmt: skip


@pytest.mark.parametrize(("policy", "filters"), [row[1:] for row in FILTERS], ids=[row[0] for row in FILTERS])
def test_every_filter_is_told(policy: Policy, filters: list[str]) -> None:
    assert [str(text) for text in judge([GAP, OTHER], policy, DAY).filters] == filters


def row(
    status: Status, obligation: Obligation | None = Obligation.MANDATORY, framework: str = "toy", heading: bool = False
) -> Coverage:
    return Coverage(asks("A", heading=heading)._replace(framework=framework), Decision(obligation), status)


DONE, LEFT_OUT, HALF, OPEN, NOT_KNOWN = (
    row(Status.DISCLOSED), row(Status.OMITTED), row(Status.PARTIAL), row(Status.MISSING),
    row(Status.UNDETERMINED, None),
)  # fmt: skip

# situation, the coverage, the share that is asked for, the findings: answered, asked, reached
BUDGETS = [
    ("reached exactly", [DONE, OPEN], 50, []),
    ("one percent short", [DONE, OPEN], 51, [(1, 2, 50)]),
    ("an omission answers", [DONE, LEFT_OUT], 100, []),
    ("a half does not", [DONE, HALF], 51, [(1, 2, 50)]),
    ("what the framework does not decide is asked", [DONE, NOT_KNOWN], 51, [(1, 2, 50)]),
    ("comply-or-explain is asked", [DONE, row(Status.MISSING, Obligation.COMPLY_OR_EXPLAIN)], 51, [(1, 2, 50)]),
    ("recommended is asked", [DONE, row(Status.MISSING, Obligation.RECOMMENDED)], 51, [(1, 2, 50)]),
    ("voluntary is not", [DONE, row(Status.NOT_REQUIRED, Obligation.VOLUNTARY)], 100, []),
    ("a heading is not", [DONE, row(Status.MISSING, heading=True)], 100, []),
    ("nor is another framework", [DONE, row(Status.MISSING, framework="gri")], 100, []),
    ("nothing is asked", [], 100, []),
    ("two of three is 66, rounded down", [DONE, DONE, OPEN], 67, [(2, 3, 66)]),
    ("two of three reach 66", [DONE, DONE, OPEN], 66, []),
    ("nothing is answered", [OPEN], 1, [(0, 1, 0)]),
]


@pytest.mark.parametrize(("coverage", "percent", "short"), [r[1:] for r in BUDGETS], ids=[r[0] for r in BUDGETS])
def test_a_budget(coverage: list[Coverage], percent: int, short: list[tuple[int, int, int]]) -> None:
    place = Location("disclosure-index.toml", 4, 1)
    found = list(short_of([Budget("toy", percent, place)], coverage))
    assert [(f.rule, f.framework, f.location) for f in found] == [("DI903", "toy", place)] * len(short)
    for finding, (answered, asked, reached) in zip(found, short, strict=True):
        assert f"{answered} of the {asked} disclosures" in finding.message
        assert f"({reached}%); the policy requires {percent}%" in finding.message


MANDATORY = {"DI207": False, "figure-differs": False, "DI101": True}
WHOLE = DataSuppress("DI207", "Audit.", "Lo", "2026-06-01", HERE, "waste")

# situation, what is written at the element, the rules that are suppressed, why the others are not
WRITTEN = [
    ("whole", {}, ["DI207"], []),
    ("by name", {"rules": "figure-differs"}, ["figure-differs"], []),
    ("two rules", {"rules": "DI207 figure-differs"}, ["DI207", "figure-differs"], []),
    ("no rule", {"rules": ""}, [], ["names no rule"]),
    ("a rule that is not known", {"rules": "DI999"}, [], ["names an unknown rule"]),
    ("a rule that only the project file may silence", {"rules": "DI101"}, [], ["only the project file can suppress"]),
    ("of two rules one is not known", {"rules": "DI207 DI999"}, ["DI207"], ["names an unknown rule"]),
    ("no reason", {"reason": ""}, [], ["lacks data-suppress-reason"]),
    ("no owner", {"owner": ""}, [], ["lacks data-suppress-owner"]),
    ("no date", {"until": ""}, [], ["lacks data-suppress-until"]),
    ("a date that is none", {"until": "June"}, [], ['has "June" as its date']),
    ("a day that is none", {"until": "2026-06-31"}, [], ['has "2026-06-31" as its date']),
    ("no reason, and a date that is none", {"reason": "", "until": "June"}, [],
     ['lacks data-suppress-reason and has "June" as its date']),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "rules", "why"), [row[1:] for row in WRITTEN], ids=[row[0] for row in WRITTEN])
def test_a_suppression_at_an_element(changes: dict[str, str], rules: list[str], why: list[str]) -> None:
    text = replace(document("<p>Text.</p>"), suppressions=(WHOLE._replace(**changes),))
    suppressions, findings = element_suppressions([text], MANDATORY)
    assert [s.rule for s in suppressions] == rules
    for s in suppressions:
        assert (s.reason, s.owner, s.expires, s.location, s.at_element) == ("Audit.", "Lo", DAY, HERE, True)
        assert (s.code, s.anchor) == ("", "")
    assert [(f.rule, f.location, f.anchor) for f in findings] == [("DI905", HERE, "waste")] * len(why)
    assert all(f"{words}, and has no effect" in f.message for f, words in zip(findings, why, strict=True))


# situation, the policy, what it says of its own
WORDS = [
    ("expired", OVER, "The suppression of DI101 expired on 2026-05-31"),
    ("expired, for one code", {"suppressions": (accept(code="A1", expires=YESTERDAY),)},
     "The suppression of DI101 A1 expired on 2026-05-31"),
    ("useless", USELESS, "The suppression of DI207 matches no finding"),
    ("useless, for one code", {"suppressions": (accept("DI207", code="A1"),)},
     "The suppression of DI207 A1 matches no finding"),
    ("stale", STALE, "The baseline lists a finding of DI101 on toy:A2 that no longer occurs"),
    ("stale, of no framework", {"baseline": known(replace(OTHER, framework=""))},
     "The baseline lists a finding of DI101 on A2 that no longer occurs"),
    ("stale, of nothing", {"baseline": known(replace(OTHER, framework="", code=""))},
     "The baseline lists a finding of DI101 that no longer occurs"),
]  # fmt: skip


@pytest.mark.parametrize(("policy", "words"), [row[1:] for row in WORDS], ids=[row[0] for row in WORDS])
def test_what_it_says_of_its_own_names_what_it_is_about(policy: dict[str, object], words: str) -> None:
    assert str(judge([GAP], Policy(**policy), DAY).findings[-1].message) == words  # type: ignore[arg-type]


def test_before_a_policy_is_applied_nothing_is_found() -> None:
    assert judge([], Policy(), DAY) == NOT_JUDGED


def test_a_rule_finds_nothing_by_itself_and_may_be_silenced_at_an_element_unless_it_says_otherwise() -> None:
    rule = Rule("DI207", "figure-differs", Severity.ERROR, message("A"), message("B"), "bad", "good")
    assert (list(rule.check(None)), rule.mandatory) == ([], False)
