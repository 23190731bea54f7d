"""`check --diff` and `check --fix`: the spelling of tags is corrected, and nothing else changes."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from disclosure_index.errors import ExitCode
from disclosure_index.model import Status
from disclosure_index.session import open_assessment
from disclosure_index.workbench.corrections import correct, write_corrected
from tests.conftest import write_report
from tests.support.tiers import examples

TODAY = date(2026, 6, 1)
PROJECT = """\
[profile]
exchange = "hkex"
board = "main-board"
size = "other"

[[frameworks]]
id = "hkex-esg"

[[frameworks]]
id = "gri"
claim = "with-reference"
"""
CORRECTED = {
    'data-disclosure="hkex-esg/A1.2"': 'data-disclosure="hkex-esg:A1.2"',
    'data-disclosure="HKEX:KPI A1.2"': 'data-disclosure="hkex-esg:A1.2"',
    'data-disclosure="hkex-esg:KPI-A1.2"': 'data-disclosure="hkex-esg:A1.2"',
    'data-disclosure="hkex-egs:A1.2"': 'data-disclosure="hkex-esg:A1.2"',
    'data-disclosure="hkex_esg:a1_2"': 'data-disclosure="hkex-esg:A1.2"',
    "data-disclosure='GRI 305-1'": "data-disclosure='gri:305-1'",
    'data-disclosure=" GRI  305-1   gri:305-2 "': 'data-disclosure=" gri:305-1   gri:305-2 "',
    'data-disclosure="GRI Disclosure 305-1"': 'data-disclosure="gri:305-1"',
    'data-disclosure="&#x47;RI-305-1"': 'data-disclosure="gri:305-1"',
    'data-disclosure="ｇｒｉ：３０５－１"': 'data-disclosure="gri:305-1"',
    'data-disclosure="gri:305.1#a"': 'data-disclosure="gri:305-1#a"',
    'data-disclosure="gri:305-1;"': 'data-disclosure="gri:305-1"',
    'data-disclosure="gri:305_1 gri:305-1"': 'data-disclosure="gri:305-1"',
    'data-disclosure="gri:305_1 gri:305.1"': 'data-disclosure="gri:305-1"',
    'data-disclosure="gri:305_1 gri:305_1"': 'data-disclosure="gri:305-1"',
    'data-disclosure="gri:305-1 gri:2-1 GRI:305-1"': 'data-disclosure="gri:305-1 gri:2-1"',
    'data-disclosure="gri:305-1@2015"': 'data-disclosure="gri:305-1"',
    'data-disclosures="gri:305-1"': 'data-disclosure="gri:305-1"',
    'class="x" dtaa-disclosure="gri:305_1" id="e"': 'class="x" data-disclosure="gri:305-1" id="e"',
}
LEFT = (
    'data-disclosure="hkex-esg:A1.9"',  # no such code: any of the others may be meant
    'data-disclosure="hkex-esg:A1-2"',  # or the aspects A1 to A2
    'data-disclosure="hkex-esg:A1.1-A1.3"',
    'data-disclosure="hkex-esg:A1.2/A1.3"',
    'data-disclosure="hkex-esg:A1.2?"',
    'data-disclosure="gri:3051"',
    'data-disclosure="gri:305-1²"',
    'data-disclosure="grl:305-1"',
    'data-disclosure="A1.2"',
    'data-disclosure="gri:306-3@2018"',  # spills or waste
    'data-disclosure="hkex-esg:A1.2@2025"',  # an edition that there is, and that does not apply
    'data-disclosure="gri:305-1#nothing"',
    'data-omission="hkex-esg/A1.2" data-reason="not-material"',
    'data-ommission="hkex-esg:A1.2" data-reason="not-material"',
    'data-disclosure="gri:2-1" data-disclosures="gri:305-1"',
    'data-disclosures="see below"',
    'data-disclosure="gri:2-1" data-supress="DI207"',
    'data-disclosure="gri:2-1" data-reveiwed="gri:2-1"',
)


@pytest.fixture
def report(tmp_path):
    """Write a report of tagged paragraphs, its line ends as Windows has them, and give its path."""

    def write(*attributes):
        body = "\n".join(("<!-- GRI 305-1 -->", *(f"<p {one}>12 t.</p>" for one in attributes)))
        path = write_report(tmp_path / "small", body, project=PROJECT) / "report.xhtml"
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        return path

    return write


def test_start_tags_change_and_not_one_byte_more(run, report):
    path = report(*CORRECTED)
    before = path.read_bytes().split(b"\n")
    changes = {f"<p {old}>12 t.</p>\r".encode(): f"<p {new}>12 t.</p>\r".encode() for old, new in CORRECTED.items()}
    expected = [changes.get(line, line) for line in before]
    assert run("check", path, "--fix", "--as-of", TODAY).exit_code == ExitCode.FINDINGS
    assert path.read_bytes().split(b"\n") == expected
    again = run("check", path, "--fix", "--as-of", TODAY)
    assert "0 findings corrected" in again.stderr
    assert path.read_bytes().split(b"\n") == expected


def test_what_may_mean_something_else_is_left_to_a_person(run, report):
    path = report(*LEFT)
    before = path.read_bytes()
    result = run("check", path, "--fix", "--as-of", TODAY)
    assert path.read_bytes() == before
    assert "0 findings corrected" in result.stderr
    assert run("check", path, "--diff", "--as-of", TODAY).stdout == ""


def test_the_difference_is_shown_and_nothing_written(run, report):
    path = report('data-disclosure="hkex-esg/A1.2"')
    before = path.read_bytes()
    result = run("check", path, "--diff", "--as-of", TODAY)
    assert result.exit_code == ExitCode.FINDINGS
    changed = [line for line in result.stdout.splitlines() if line[0] in "+-"]
    assert changed == [
        f"--- {path}",
        f"+++ {path}",
        '-<p data-disclosure="hkex-esg/A1.2">12 t.</p>',
        '+<p data-disclosure="hkex-esg:A1.2">12 t.</p>',
    ]
    assert result.stderr == "1 finding can be corrected\n"
    assert path.read_bytes() == before


def test_what_is_left_is_reported_after_a_correction(run, report):
    path = report('data-disclosure="hkex-esg/A1.2 hkex-esg:A1.9"')
    result = run("check", path, "--fix", "--select", "DI2", "--as-of", TODAY)
    assert "1 finding corrected" in result.stderr
    assert "HKEX has no disclosure A1.9" in result.stdout
    assert "A1.2" not in result.stdout.splitlines()[0]


def test_only_the_rules_that_are_selected_are_corrected(run, report):
    path = report('data-disclosure="hkex-esg/A1.2 gri:305_1"')
    run("check", path, "--fix", "--select", "DI210", "--as-of", TODAY)
    assert 'data-disclosure="hkex-esg:A1.2 gri:305_1"' in path.read_text("utf-8")


def test_a_reviewed_mark_falls_with_the_spelling_that_was_reviewed(run, report):
    path = report('data-disclosure="gri:305_1 gri:2-1" data-reviewed="gri:305_1 gri:2-1"')
    run("check", path, "--fix", "--as-of", TODAY)
    assert 'data-disclosure="gri:305-1 gri:2-1" data-reviewed="gri:2-1"' in path.read_text("utf-8")


@pytest.mark.parametrize(
    "options",
    [
        ("--fix", "--edition", "gri=2021"), ("--diff", "--profile", "board=gem"), ("--fix", "--year", "2026"),
        ("--fix", "--watch"), ("--diff", "--format", "json"), ("--diff", "--group"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_does_not_go_together_is_refused_and_nothing_written(run, report, options):
    path = report('data-disclosure="hkex-esg/A1.2"')
    before = path.read_bytes()
    result = run("check", path, *options)
    assert (result.exit_code, result.stdout) == (ExitCode.USAGE, "")
    assert path.read_bytes() == before


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_what_could_not_be_checked_stays_so(run, report, option):
    path = report('data-disclosure="hkex-esg/A1.2"')
    path.write_text("<html>", "utf-8")
    assert run("check", path, option).exit_code == ExitCode.COULD_NOT_CHECK
    assert path.read_text("utf-8") == "<html>"


def test_markdown_is_corrected_where_it_lies(run, tmp_path):
    folder = write_report(tmp_path / "small", project=PROJECT)
    (folder / "report.xhtml").unlink()
    text = '# Air\n\n{disclosure="hkex-esg/A1.2 gri:2-1"}\nWe emitted 12 t.\n\n{disclosure="gri:305_1"}\n排放 12 吨。\n'
    (folder / "report.md").write_text(text, "utf-8")
    project = folder / "disclosure-index.toml"
    project.write_text(project.read_text("utf-8").replace("report.xhtml", "report.md"), "utf-8")
    run("check", folder, "--fix", "--as-of", TODAY)
    fixed = text.replace("hkex-esg/A1.2", "hkex-esg:A1.2").replace("gri:305_1", "gri:305-1")
    assert (folder / "report.md").read_text("utf-8") == fixed


def _disclosed(folder: Path) -> set[str]:
    rows = open_assessment(folder, today=TODAY).coverage
    return {row.disclosure.uid for row in rows if row.links and row.status != Status.MISSING}


MISSPELT = st.tuples(
    st.sampled_from(("hkex-esg:", "hkex-esg/", "HKEX ", "hkex_esg.", "hkex-egs:", "gri:", "GRI-", "gr:")),
    st.sampled_from(("", "KPI ", "KPI-", "Disclosure ")),
    st.sampled_from(("A1.2", "A1_2", "A1-2", "A12", "305-1", "305.1", "3051", "306-3", "A1.9", "A1", "B1.1/2")),
    st.sampled_from(("", "@2020", "@2016", "@1999", "#a", ";", "?")),
).map("".join)


@pytest.mark.slow
@examples(60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(st.lists(MISSPELT, min_size=1, max_size=4))
def test_coverage_grows_by_what_the_misspelt_tags_meant(tmp_path, words):
    tags = " ".join(words)
    folder = write_report(tmp_path / "small", f'<p data-disclosure="gri:2-1 {tags}">12 t.</p>', project=PROJECT)
    before = _disclosed(folder)
    write_corrected(correct(folder, today=TODAY, policy={}))
    after = _disclosed(folder)
    assert before <= after
    letters = "".join(c for c in tags.upper() if c.isalnum())
    for uid in after - before:
        code = uid.partition(":")[2].partition("@")[0]
        assert "".join(c for c in code.upper() if c.isalnum()) in letters
    second = correct(folder, today=TODAY, policy={})
    assert (second.corrected, second.after) == (0, second.before)
