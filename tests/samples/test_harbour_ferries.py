"""The fictional report: twenty faults at their exact places, and nothing else."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from disclosure_index.checks import RULES
from disclosure_index.session import open_project


@pytest.fixture(scope="module")
def faults(ferries_folder):
    """The faults that its list names."""
    with (ferries_folder / "faults.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _code(finding):
    return f"{finding.framework}:{finding.code}" if finding.framework else finding.code


def test_twenty_faults_are_found_where_they_are_and_nothing_else(ferries, ferries_folder, faults):
    found = Counter(
        (f.location.path, f.location.line, f.location.column, f.rule, _code(f)) for f in ferries.verdict.findings
    )
    wanted = Counter(
        ((ferries_folder / f["file"]).as_posix(), int(f["line"]), int(f["column"]), f["rule"], f["code"])
        for f in faults
    )
    assert len(faults) == 20
    assert found == wanted


def test_each_fault_is_told_at_the_start_of_an_element(ferries):
    for finding in ferries.verdict.findings:
        lines = Path(finding.location.path).read_text("utf-8").split("\n")
        assert lines[finding.location.line - 1][finding.location.column - 1] == "<", finding


def test_list_and_readme_agree(ferries_folder, faults):
    readme = (ferries_folder / "README.md").read_text("utf-8")
    names = {rule.id: rule.name for rule in RULES}
    for f in faults:
        row = f"| {f['number']} | `{f['file']}` | `{f['line']}:{f['column']}` | {f['rule']} {names[f['rule']]} |"
        assert row in readme


def test_check_exits_1(run, ferries_folder):
    assert run("check", ferries_folder).exit_code == 1


@pytest.mark.parametrize("kept", ["both", "en", "zh-Hant"])
def test_untagged_copy_exits_1(run, untagged_ferries, kept):
    result = run("check", untagged_ferries(kept))
    assert result.exit_code == 1
    assert "HKEX 28 " in result.stdout


def test_untagged_copy_answers_nothing(run, untagged_ferries):
    summary = run("check", untagged_ferries("both")).stdout.split("\n\n")[-1]
    assert "missing" in summary
    assert " disclosed" not in summary


def test_twins_have_the_same_ids_in_the_same_order(ferries_folder):
    english, chinese = open_project(ferries_folder).report.documents
    assert [(s.anchor, s.level) for s in english.sections] == [(s.anchor, s.level) for s in chinese.sections]
    assert list(english.anchors) == list(chinese.anchors)
    assert [label for label, _ in english.pages] == [label for label, _ in chinese.pages]


def test_explanations_are_in_the_index_by_disclosure(run, ferries_folder):
    result = run("index", ferries_folder, "--view", "disclosures", "--format", "csv", "--language", "zh-Hant")
    omitted = [line for line in result.stdout.splitlines() if ",從略," in line]
    assert omitted
    assert all(line.rsplit(",", 1)[1] for line in omitted)
