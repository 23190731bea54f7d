"""A note on a disclosure is printed in every view of the index that has a row for the disclosure."""

import pytest

NOTE = "與上年度相比沒有變化；見附錄"
PROJECT = '[[frameworks]]\nid = "{0}"\nclaim = "{1}"\n\n[notes]\n"{2}" = "{3}"\n'
SECTION = '<section id="a" data-disclosure="{0}"><h1>Plans</h1><p>12 tonnes of hazardous waste.</p></section>'
CASES = [
    ("disclosures", (), "tcfd:strategy-a", "with-reference"),
    ("principles", (), "ungc:7", "participant"),
    ("crosswalk", ("--framework", "tcfd"), "tcfd:strategy-a", "with-reference"),
    ("filing", (), "hkex-esg:A1.3", "comply-or-explain"),
    ("filing", (), "gri:305-1", "with-reference"),
    ("filing", (), "tcfd:strategy-a", "with-reference"),
]


@pytest.mark.parametrize("form", ["markdown", "csv", "html"])
@pytest.mark.parametrize(("view", "more", "code", "claim"), CASES)
def test_a_note_is_printed_in_each_view_with_a_row_for_its_disclosure(run, make_report, view, more, code, claim, form):
    framework = code.partition(":")[0]
    project = PROJECT.format(framework, claim, code, NOTE)
    folder = make_report(SECTION.format(code), project=project)
    result = run("index", folder, "--view", view, *more, "--format", form)
    assert result.exit_code == 0, result.stderr
    assert NOTE in result.stdout


@pytest.mark.parametrize(("view", "more", "code", "claim"), CASES)
def test_without_notes_there_is_no_column_for_them(run, make_report, view, more, code, claim):
    framework = code.partition(":")[0]
    project = PROJECT.format(framework, claim, code, NOTE).partition("[notes]")[0]
    result = run("index", make_report(SECTION.format(code), project=project), "--view", view, *more, "--format", "csv")
    assert "note" not in result.stdout.splitlines()[0].split(",")
