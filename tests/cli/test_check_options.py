"""The options of `check` that filter, and its outputs: several in one run, and the ones that build servers want."""

import json

import pytest

from disclosure_index.cli.formats import FORMATS
from disclosure_index.errors import ExitCode


@pytest.fixture
def report(make_report, principles):
    """A report with one unknown code (an error) and one empty passage (another)."""
    return make_report(principles(*range(1, 12)) + '<p data-disclosure="ungc:1"></p>')


def test_select_and_ignore(run, report):
    found = run("check", report, "--format", "json", "--select", "DI2", "--ignore", "unknown-code")
    document = json.loads(found.stdout)
    assert {f["rule"] for f in document["findings"]} == {"DI206"}
    assert document["filters"] == ["--select DI2", "--ignore unknown-code", "1 finding not selected"]


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_that_is_none_exits_2(run, report, option):
    refused = run("check", report, option, "DI999")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert 'no rule "DI999"' in refused.stderr


def test_exit_zero_is_for_findings_and_not_for_what_could_not_be_looked_at(run, report):
    assert run("check", report, "--exit-zero").exit_code == 0
    (report / "report.xhtml").write_text("<html>", "utf-8")
    assert run("check", report, "--exit-zero").exit_code == 3


def test_several_formats_in_one_run(run, report, tmp_path):
    files = [tmp_path / name for name in ("a.sarif", "b.xml")]
    found = run(
        "check", report, "--format", f"sarif={files[0]}", "--format", f"junit={files[1]}", "--format", "concise"
    )
    assert found.exit_code == 1
    assert json.loads(files[0].read_text("utf-8"))["version"] == "2.1.0"
    assert files[1].read_text("utf-8").startswith("<?xml")
    assert "error DI201" in found.stdout


def test_two_formats_for_stdout_exit_2(run, report):
    assert run("check", report, "--format", "json", "--format", "text").exit_code == 2


def test_an_unknown_format_exits_2_and_names_the_known_ones(run, report):
    refused = run("check", report, "--format", "xml")
    assert refused.exit_code == 2
    assert all(name in refused.stderr for name in FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_exit_code_does_not_depend_on_the_format(run, report, name):
    assert run("check", report, "--format", name).exit_code == 1


class TestOnGithub:
    @pytest.fixture(autouse=True)
    def actions(self, monkeypatch, tmp_path):
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
        (tmp_path / "summary.md").write_text("# An earlier step\n", "utf-8")

    def test_annotations_are_the_default_and_the_summary_is_added(self, run, report, tmp_path):
        found = run("check", report)
        assert found.stdout.startswith("::error file=")
        summary = (tmp_path / "summary.md").read_text("utf-8")
        assert summary.startswith("# An earlier step\n# A small report\n")
        assert "| error |" in summary

    def test_a_format_that_is_asked_for_is_given(self, run, report, tmp_path):
        assert run("check", report, "--format", "text").stdout.startswith(str(report))
        assert (tmp_path / "summary.md").read_text("utf-8") == "# An earlier step\n"


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        ('[policy]\nseverity = { DI999 = "note" }\n', 'there is no rule "DI999"'),
        ('[policy]\nseverity = { mising-disclosure = "note" }\n', 'did you mean "missing-disclosure"?'),
        ('[policy]\nseverity = { DI101 = "fatal" }\n', "must be error, warning, note or off"),
        ("[policy]\nmin-coverage = { gri = 50 }\n", 'the report does not claim "gri"; it claims ungc'),
        ("[policy]\nmin-coverage = { ungc = 101 }\n", "must be at most 100, not 101"),
    ],
)
def test_a_policy_that_would_do_nothing_exits_2_at_its_line(run, make_report, policy, said):
    project = f'[[frameworks]]\nid = "ungc"\nclaim = "participant"\n{policy}'
    refused = run("check", make_report(project=project))
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert said in refused.stderr
    assert "disclosure-index.toml:14:1: error:" in refused.stderr


def test_approved_only_tells_what_is_tagged_and_not_reviewed_as_such(run, make_report):
    tags = "ungc:1 ungc:2"
    folder = make_report(f'<p data-disclosure="{tags}" data-reviewed="ungc:1">We did 12 things.</p>')
    found = json.loads(run("check", folder, "--approved-only", "--format", "json").stdout)["findings"]
    told = {f["code"]: (f["message"].rpartition(" but ")[2], f["line"]) for f in found if f["rule"] == "DI102"}
    assert "1" not in told
    assert told["2"] == ("its statement here is not marked as reviewed", 4)
    assert told["3"][0] == "is not disclosed"
    assert not any(
        "reviewed" in f["message"] for f in json.loads(run("check", folder, "--format", "json").stdout)["findings"]
    )


def test_approved_only_does_not_take_a_printed_index_for_a_review(run, make_report):
    """The index gives it, the tag is there, and nobody has looked at it: that is a gap and not a broken promise."""
    body = (
        '<section data-disclosure="gri:2-1"><h1>Profile</h1><p>12 t.</p></section>'
        '<table role="doc-index"><tr><th>GRI disclosure</th><th>Section</th></tr>'
        "<tr><td>2-1</td><td>Profile</td></tr></table>"
    )
    folder = make_report(body, project='[[frameworks]]\nid = "gri"\nclaim = "in-accordance"\n')
    result = run("check", folder, "--approved-only", "--select", "DI1")
    assert (result.exit_code, result.stdout.count("not marked as reviewed")) == (1, 1)


@pytest.mark.parametrize(
    ("form", "place"),
    [("concise", "{file}: error DI101"), ("github", "::error file={file},"), ("text", "{file}: error DI101")],
)
def test_findings_about_a_framework_that_only_an_option_names_stand_at_the_project_file(run, make_report, form, place):
    folder = make_report()
    found = run("check", folder, "--edition", "hkex-esg=2025", "--profile", "board=main-board", "--format", form).stdout
    assert place.format(file=folder / "disclosure-index.toml") in found
    assert not [line for line in found.splitlines() if line.startswith(":") and not line.startswith("::")]


def test_findings_stand_together_by_disclosure(run, root):
    folder = root / "report_sources" / "harbour-ferries-2025"
    result = run("check", folder, "--as-of", "2026-06-01", "--format", "text", "--group", "--language", "en")
    assert result.exit_code == ExitCode.FINDINGS
    groups = result.stdout.split("\n\n")
    plain = run("check", folder, "--as-of", "2026-06-01", "--format", "text", "--language", "en").stdout
    found = [line for line in plain.splitlines() if line.startswith(str(folder))]
    assert sorted(line.strip() for group in groups for line in group.splitlines() if line.startswith("  /")) == sorted(
        found
    )
    assert len({group.splitlines()[0] for group in groups}) == len(groups)
    assert plain.splitlines()[-1] == result.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("language", "said"), [("en", "error DI203 wrong-edition"), ("zh-Hans", "DI203 wrong-edition")]
)
def test_findings_are_counted_by_rule_and_framework(run, root, language, said):
    folder = root / "report_sources" / "harbour-ferries-2025"
    options = ("--as-of", "2026-06-01", "--format", "text", "--statistics", "--language", language)
    lines = run("check", folder, *options).stdout.splitlines()
    assert lines[0].startswith("2  ")
    assert said in lines[0]
    assert "GRI 1" in lines[0]
    assert "HKEX 1" in lines[0]
    counts = [int(line.split()[0]) for line in lines[: lines.index("")]]
    assert sum(counts) == 20


def test_groups_and_counts_are_for_people(run, make_report):
    result = run("check", make_report(), "--format", "sarif", "--group")
    assert result.exit_code == ExitCode.USAGE
    assert "--format text" in result.stderr
