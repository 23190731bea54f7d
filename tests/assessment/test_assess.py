"""An assessment is a pure function of report, definitions, policy and day; a suppression holds until its day."""

import pickle
from dataclasses import FrozenInstanceError, replace
from datetime import date, timedelta

import pytest

from disclosure_index.assessment.assess import assess
from disclosure_index.model import Location, Severity
from disclosure_index.outputs import json
from disclosure_index.policy import Policy, Suppression
from disclosure_index.session import load_for, open_assessment, open_project

DAY = date(2025, 6, 1)
TCFD = '[[frameworks]]\nid = "tcfd"\nclaim = "in-accordance"\n'
SUPPRESSION = """
[[policy.suppressions]]
rule = "{rule}"
code = "{code}"
reason = "known"
owner = "the ESG team"
expires = 2025-06-01
"""


@pytest.fixture
def suppressed(make_report, principles):
    """Assess a report with one finding (DI201, ungc:11) and one suppression."""

    def make(rule="DI201", code="11", today=DAY):
        project = '[[frameworks]]\nid = "ungc"\n' + SUPPRESSION.format(rule=rule, code=code)
        return open_assessment(make_report(principles(*range(1, 12)), project=project), today=today).verdict

    return make


@pytest.mark.parametrize("rule", ["DI201", "unknown-code"])
@pytest.mark.parametrize("code", ["", "11", "ungc:11", "UNGC:11"])
def test_suppression_holds_by_id_or_name_and_code(suppressed, rule, code):
    verdict = suppressed(rule, code)
    assert (verdict.findings, verdict.failing) == ((), 0)
    assert [f.code for f in verdict.suppressed] == ["11"]


def test_suppression_holds_through_its_last_day_and_no_longer(suppressed):
    assert suppressed(today=DAY).failing == 0
    verdict = suppressed(today=DAY + timedelta(days=1))
    assert [(f.rule, f.severity) for f in verdict.findings if f.rule != "DI201"] == [("DI901", Severity.WARNING)]
    assert [f.rule for f in verdict.findings if f.rule == "DI201"] == ["DI201"]
    assert (verdict.failing, verdict.suppressed) == (1, ())


def test_expired_suppression_names_whom_to_ask(suppressed):
    (expired,) = [f for f in suppressed(today=date(2026, 1, 1)).findings if f.rule == "DI901"]
    assert "the ESG team" in expired.hint
    assert expired.location.path.endswith("disclosure-index.toml")
    assert expired.location.line == 13


@pytest.mark.parametrize(("rule", "code"), [("DI201", "12"), ("DI101", "11"), ("DI999", "")])
def test_useless_suppression_is_told_and_hides_nothing(suppressed, rule, code):
    verdict = suppressed(rule, code)
    assert {f.rule for f in verdict.findings} == {"DI201", "DI902"}
    assert verdict.failing == 1


def test_as_of_decides_on_the_command_line(run, make_report, principles):
    project = '[[frameworks]]\nid = "ungc"\n' + SUPPRESSION.format(rule="DI201", code="11")
    folder = make_report(principles(*range(1, 12)), project=project)
    assert run("check", folder, "--as-of", "2025-06-01").exit_code == 0
    late = run("check", folder, "--as-of", "2025-06-02")
    assert late.exit_code == 1
    assert "DI901 expired-suppression: The suppression of DI201 11 expired on 2025-06-01" in late.stdout


def test_blindness_cannot_be_suppressed(make_report):
    folder = make_report(
        "<p>cut off", project='[[frameworks]]\nid = "ungc"\n' + SUPPRESSION.format(rule="DI601", code="")
    )
    assert open_assessment(folder, today=DAY).verdict.unchecked


def test_unreadable_document_says_nothing_about_coverage(make_report):
    assessment = open_assessment(make_report("<p>cut off", project=TCFD), today=DAY)
    assert (assessment.coverage, assessment.tags, assessment.omissions) == ((), (), ())
    assert [f.rule for f in assessment.verdict.findings] == ["DI601"]
    assert assessment.verdict.unchecked


def test_one_unreadable_twin_blinds_too(make_report):
    project = '[[documents]]\npath = "zh.xhtml"\nlanguage = "zh-Hant"\n' + TCFD
    assessment = open_assessment(make_report(project=project), today=DAY)
    assert assessment.verdict.unchecked
    assert assessment.coverage == ()
    assert {f.rule for f in assessment.verdict.findings} == {"DI601"}


def test_blind_assessment_tells_no_suppression_useless(make_report):
    """What it would have matched could not be checked."""
    project = '[[frameworks]]\nid = "ungc"\n' + SUPPRESSION.format(rule="DI201", code="11")
    assessment = open_assessment(make_report("<p>cut off", project=project), today=DAY)
    assert [f.rule for f in assessment.verdict.findings] == ["DI601"]


@pytest.fixture(scope="module")
def inputs(root):
    """Everything that an assessment depends on."""
    project = open_project(root / "report_sources" / "harbour-ferries-2025")
    return project.report, load_for(project.report), project.policy


def test_same_inputs_same_assessment(inputs):
    assert assess(*inputs, today=DAY) == assess(*inputs, today=DAY)


def test_assessing_changes_no_input(inputs):
    before = pickle.dumps(inputs[0]), pickle.dumps(inputs[2])
    assess(*inputs, today=DAY)
    assert (pickle.dumps(inputs[0]), pickle.dumps(inputs[2])) == before


def test_nothing_outside_the_inputs_is_read(inputs, tmp_path, monkeypatch):
    expected = assess(*inputs, today=DAY)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "Asia/Hong_Kong")
    monkeypatch.setenv("LANG", "zh_HK.UTF-8")

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("an assessment opens no file")

    monkeypatch.setattr("builtins.open", forbidden)
    monkeypatch.setattr("pathlib.Path.open", forbidden)
    assert assess(*inputs, today=DAY) == expected


def test_an_assessment_comes_back_from_pickle_as_it_was(inputs):
    assessment = assess(*inputs, today=DAY)
    again = pickle.loads(pickle.dumps(assessment))
    assert again == assessment
    assert list(json.render(again)) == list(json.render(assessment))


def test_inputs_that_went_through_pickle_give_the_same(inputs):
    again = assess(*pickle.loads(pickle.dumps(inputs)), today=DAY)
    assert list(json.render(again)) == list(json.render(assess(*inputs, today=DAY)))


def test_an_assessment_is_not_changed_by_accident(inputs):
    with pytest.raises(FrozenInstanceError):
        assess(*inputs, today=DAY).report = inputs[0]


def test_policy_decides_what_fails_not_what_is_found(inputs):
    report, catalog, _ = inputs
    failing = {s: assess(report, catalog, Policy(s), today=DAY).verdict.failing for s in Severity}
    found = {assess(report, catalog, Policy(s), today=DAY).verdict.findings for s in Severity}
    assert len(found) == 1
    assert failing == {Severity.ERROR: 15, Severity.WARNING: 20, Severity.NOTE: 20}


def test_suppressing_by_anchor_leaves_other_places(inputs):
    report, catalog, _ = inputs
    suppression = Suppression("DI203", "", "no-such-anchor", "x", "x", DAY, Location("x"))
    wrong = [f for f in assess(report, catalog, today=DAY).verdict.findings if f.rule == "DI203"]
    for anchor, suppressed in (("no-such-anchor", 0), (wrong[0].anchor, 1)):
        policy = Policy(suppressions=(replace(suppression, anchor=anchor),))
        assert len(assess(report, catalog, policy, today=DAY).verdict.suppressed) == suppressed
