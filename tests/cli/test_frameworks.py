"""`frameworks` shows the definitions and checks them."""

import re
import shutil

import pytest


@pytest.fixture
def definitions(root, tmp_path):
    """A copy of a small shipped framework, to break."""
    shutil.copytree(root / "frameworks" / "ungc", tmp_path / "ungc")
    return tmp_path


def test_list_names_each_framework_with_editions_and_counts(run):
    text = run("frameworks", "list").stdout
    assert "hkex-esg: HKEX ESG Reporting Code, Hong Kong Exchanges and Clearing Limited\n  2020: 57 disclosures" in text
    assert re.search(r"^  2025: 149 disclosures in 1 part, \d+ of them unverified$", text, re.MULTILINE)
    assert [line.split(":")[0] for line in text.splitlines() if not line.startswith(" ")] == [
        "gri", "hkex-esg", "ifrs-s1", "ifrs-s2", "sasb", "sdg", "tcfd", "ungc", "crosswalks",
    ]  # fmt: skip


def test_show_gives_every_edition_of_a_code(run):
    text = run("frameworks", "show", "gri:306-3").stdout
    assert [line.split()[0] for line in text.splitlines() if line.startswith("gri:")] == [
        "gri:306-3@2016",
        "gri:306-3@2020",
    ]


def test_show_says_what_is_asked_for_in_the_language_asked_for(run):
    text = run("frameworks", "show", "hkex-esg:A1.3@2020", "--language", "zh-Hant").stdout
    assert "  摘要：提供所產生有害廢棄物的總量，並在適用時提供密度。\n" in text
    assert "  #intensity：密度（非必要）\n" in text


def test_show_says_basis_obligation_and_days(run):
    text = run("frameworks", "show", "hkex-esg:A1.3@2020").stdout
    assert "  obligation: comply-or-explain\n" in text
    assert "  basis: verified: " in text
    assert "  #intensity: Intensity (optional)\n" in text


def test_last_day_of_an_edition_cannot_be_misread(run):
    """The Guide of 2020 holds for years begun before 2025; "until 2025-01-01" would include that day."""
    assert "until 2025-01-01" not in run("frameworks", "show", "hkex-esg:A1.3@2020").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["show", "hkex"], 2, "Did you mean hkex-esg?"),
        (["show", "gri:305-11"], 2, "Did you mean gri:305-1?"),
        (["show", "esrs:E1-6"], 2, "framework esrs is not defined; use one of gri, hkex-esg"),
        (["show", "hkex-esg:A9.9"], 2, "HKEX has no disclosure A9.9"),
        (["show", "gri:306-3@1999"], 2, "306-3"),
        (["diff", "hkex-esg@2020", "hkex-esg@1999"], 2, "no edition 1999; use one of 2020, 2025"),
        (["diff", "hkex-esg@2020", "gri@2021"], 2, "two different frameworks"),
        (["diff", "hkex-esg", "hkex-esg@2025"], 2, "framework@edition"),
        (["lint", "--folder", "no-such-folder"], 3, "no framework here"),
        (["list", "--folder", "no-such-folder"], 3, "no framework here"),
    ],
)
def test_what_is_not_there_is_told_in_one_line(run, arguments, code, said):
    result = run("frameworks", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr


def test_diff_tells_what_the_code_of_2025_changes(run):
    lines = run("frameworks", "diff", "hkex-esg@2020", "hkex-esg@2025").stdout.splitlines()
    at = lines.index("removed A1.2 Scope 1 and Scope 2 greenhouse gas emissions")
    assert lines[at + 1].startswith("  now hkex-esg:28(a)")
    added = [line for line in lines if line.startswith("added ")]
    assert len(added) > 90
    assert any(line.startswith("added 28(b) ") and line.endswith("(unverified)") for line in added)


def test_diff_with_itself_is_empty(run):
    result = run("frameworks", "diff", "hkex-esg@2025", "hkex-esg@2025")
    assert (result.exit_code, result.stdout) == (0, "")


def test_shipped_definitions_are_sound(run):
    result = run("frameworks", "lint")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith(": no findings\n")


def test_broken_definition_exits_3_with_file_line_and_field(run, definitions):
    file = definitions / "ungc" / "2004.toml"
    text = file.read_text("utf-8")
    line = text[: text.index("[[disclosure]]")].count("\n") + 1
    broken = text.replace('kind = "principle"', 'kind = "a principle"', 1)
    file.write_text(broken, "utf-8")
    at = broken[: broken.index('kind = "a principle"')].count("\n") + 1
    result = run("frameworks", "lint", "--folder", definitions)
    assert at > line
    assert result.exit_code == 3
    assert f"{file}:{at}:1: error DI501 bad-definition: ungc 2004 > disclosure > 1 > kind: " in result.stdout


def test_unsound_definition_exits_1_with_its_line(run, definitions):
    file = definitions / "ungc" / "2004.toml"
    text = file.read_text("utf-8").replace('code = "2"', 'code = "1"', 1)
    file.write_text(text, "utf-8")
    second = [n for n, line in enumerate(text.split("\n"), start=1) if line == "[[disclosure]]"][1]
    result = run("frameworks", "lint", "--folder", definitions)
    assert result.exit_code == 1
    assert f"{file}:{second}:1: error DI502 " in result.stdout
