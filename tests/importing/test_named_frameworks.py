"""A framework is claimed because the report names it or prints its index, and never because codes look like its own."""

import pytest

from tests.importing.conftest import Folder

BANK = "".join(
    f"| A.{n}.{m} | {title} | Energy |\n"
    for n, m, title in ((1, 1, "Strategy for the climate"), (1, 2, "Alignment"), (2, 1, "Clients"), (2, 2, "Volume"))
)
GRI = "".join(f"| 302-{n} | Energy | Energy |\n" for n in (1, 3, 4))
HEAD = "| Disclosure | Title | Location |\n|---|---|---|\n"


def frameworks(folder):
    return [framework["id"] for framework in folder.project.get("frameworks", ())]


def report(*parts):
    text = "# Report 2024\n\nWe care for the environment.\n\n## Energy\n\nWe used 12 MWh of electricity.\n"
    return text + "".join(f"\n## Table {n}\n\n{part}\n" for n, part in enumerate(parts))


def imported(run, tmp_path, text):
    (tmp_path / "report.md").write_text(text, "utf-8")
    result = run("import", tmp_path / "report.md", "-o", tmp_path / "o")
    return Folder(tmp_path / "o", result.stderr)


@pytest.mark.parametrize("index", ["GRI content index\n\n" + HEAD + GRI + "\n\nPrinciples\n\n" + HEAD + BANK])
def test_codes_like_those_of_a_framework_that_is_not_named_claim_nothing(run, tmp_path, index):
    folder = imported(run, tmp_path, report(index))
    assert frameworks(folder) == ["gri"]
    assert not any("hkex" in text for text, _ in folder.tags())


def test_its_name_anywhere_is_enough(run, tmp_path):
    folder = imported(run, tmp_path, report("Index of HKEX\n\n" + HEAD + BANK.replace("A.", "A")))
    assert frameworks(folder) == ["hkex-esg"]


def test_its_titles_are_enough(run, tmp_path):
    rows = "| A1.1 | Types of emissions | Energy |\n| A2.2 | Water consumption | Energy |\n| A1.3 | Waste | Energy |\n"
    folder = imported(run, tmp_path, report(HEAD + rows))
    assert frameworks(folder) == ["hkex-esg"]


def test_the_word_that_announces_its_codes_is_enough(run, tmp_path):
    rows = "".join(f"| KPI A1.{n} | Figures | Energy |\n" for n in (1, 2, 3))
    assert frameworks(imported(run, tmp_path, report(HEAD + rows))) == ["hkex-esg"]


def test_codes_of_one_body_name_it_in_a_table_of_figures(run, tmp_path):
    rows = "".join(f"| {what} | {n} | EM-MM-{code} |\n" for n, (what, code) in enumerate(
        (("Tailings", "540a.1"), ("Injuries", "320a.1"), ("Strikes", "310a.2")), start=11
    ))  # fmt: skip
    table = "| Indicator | 2024 | Code |\n|---|---|---|\n" + rows
    folder = imported(run, tmp_path, report(table))
    assert frameworks(folder) == ["sasb"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("编制依据：《环境、社会及管治报告守则》、GRI《可持续发展报告标准》、SASB准则", "with-reference"),
        ("本报告依据GRI《可持续发展报告标准》编制。", "in-accordance"),
    ],
)
def test_a_list_of_what_a_report_is_based_on_claims_no_accordance(run, tmp_path, text, claim):
    folder = imported(run, tmp_path, report(text, "GRI index\n\n" + HEAD + GRI))
    assert {f["id"]: f.get("claim") for f in folder.project["frameworks"]}["gri"] == claim
