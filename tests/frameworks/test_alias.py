"""A Standard that a jurisdiction has taken over under its own name: claimed by that name, tagged by the numbers."""

import json
from pathlib import Path

import pytest

from disclosure_index.errors import ConfigError
from disclosure_index.session import load_for, open_project

PROJECT = """
[report]
title = "Report"
issuer = "Small Limited"
financial-year = { start = 2026-01-01, end = 2026-12-31 }
published = 2027-04-30

[[documents]]
path = "report.xhtml"
language = "en"
"""
REPORT = """<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Report</title></head><body>
<section id="ghg"><h2>Greenhouse gases</h2>
<p data-disclosure="ifrs-s2:29(a)(i)(1)">Scope 1 was 12 tonnes CO2e.</p></section>
</body></html>"""


@pytest.fixture
def folder(tmp_path: Path):
    def write(*claims: str, more: str = "") -> Path:
        rows = "".join(f'\n[[frameworks]]\nid = "{id}"\nclaim = "in-accordance"\n' for id in claims)
        (tmp_path / "disclosure-index.toml").write_text(PROJECT + rows + more, "utf-8")
        (tmp_path / "report.xhtml").write_text(REPORT, "utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("claimed", "framework", "short"),
    [("hkfrs-s1", "ifrs-s1", "HKFRS S1"), ("HKFRS-S2", "ifrs-s2", "HKFRS S2"), ("ifrs-s2", "ifrs-s2", "IFRS S2")],
)
def test_a_claim_by_another_name_is_of_the_framework(folder, claimed, framework, short) -> None:
    project = open_project(folder(claimed))
    assert [claim.framework for claim in project.report.claims] == [framework]
    assert load_for(project.report, project.definitions).frameworks[framework].short == short


def test_the_filing_layout_has_its_title_and_references_stay(folder, run) -> None:
    place = str(folder("hkfrs-s2"))
    printed = run("index", place, "--view", "filing").stdout
    assert "## HKFRS S2 Climate-related Disclosures" in printed
    rows = json.loads(run("explain", "ifrs-s2:29(a)(i)(1)", place, "--format", "json").stdout)
    assert "ifrs-s2:29(a)(i)(1)" in json.dumps(rows)


def test_the_same_framework_by_both_names_is_refused(folder) -> None:
    with pytest.raises(ConfigError, match="ifrs-s2"):
        open_project(folder("ifrs-s2", "hkfrs-s2"))


def test_a_budget_may_name_the_alias(folder) -> None:
    project = open_project(folder("hkfrs-s2", more="\n[policy]\nmin-coverage = { hkfrs-s2 = 10 }\n"))
    assert [budget.framework for budget in project.policy.budgets] == ["ifrs-s2"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("explain", "hkfrs-s2:29(a)(i)(1)", "{folder}"),
        ("explain", "HKFRS-S2:29(a)(i)(1)@2023", "{folder}"),
        ("suggest", "{folder}", "hkfrs-s2:29(a)(i)(1)"),
        ("index", "{folder}", "--view", "filing", "--framework", "hkfrs-s2"),
        ("index", "{folder}", "--view", "crosswalk", "--framework", "HKFRS-S2"),
        ("gaps", "{folder}", "--edition", "hkfrs-s2=2023"),
        ("frameworks", "show", "hkfrs-s2"),
        ("frameworks", "show", "hkfrs-s2:29(a)(i)(1)"),
        ("frameworks", "diff", "hkfrs-s2@2023", "ifrs-s2@2023"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("claimed", ["hkfrs-s2", "ifrs-s2"])
def test_whoever_types_the_alias_means_the_framework(folder, run, claimed, arguments) -> None:
    place = str(folder(claimed))

    def said(name: str) -> tuple[int, str]:
        typed = [a.format(folder=place).replace("hkfrs-s2", name).replace("HKFRS-S2", name) for a in arguments]
        result = run(*typed)
        return result.exit_code, result.stdout

    assert said("hkfrs-s2") == said("ifrs-s2")
    assert said("hkfrs-s2")[0] in (0, 1, 3)


@pytest.mark.parametrize(("printed", "id"), [("HKFRS S2", "hkfrs-s2"), ("IFRS S2", "ifrs-s2")])
def test_import_claims_by_the_name_that_the_report_prints(tmp_path, run, printed, id) -> None:
    rows = "".join(f"| {printed} 29(a)(i)({n}) | Scope {n} | Climate |\n" for n in (1, 2, 3))
    index = f"## {printed} content index\n\n| Code | Disclosure | Section |\n| --- | --- | --- |\n{rows}"
    text = f"# Report 2026\n\n## Climate\n\nScope 1, 2 and 3 are 12 t, 8 t and 90 t, measured by {printed}.\n\n{index}"
    (tmp_path / "report.md").write_text(text, "utf-8")
    run("import", str(tmp_path / "report.md"), "-o", str(tmp_path / "out"))
    written = (tmp_path / "out" / "disclosure-index.toml").read_text("utf-8")
    assert f'id = "{id}"' in written
    assert "ifrs-s2:29(a)(i)(1)" in (tmp_path / "out" / "report.xhtml").read_text("utf-8")
