"""`explain` proves a status: the tag and where it is, the obligation and why it applies, or why it is missing."""

import json

import pytest


@pytest.fixture
def ferries(root):
    """The fictional report, English and traditional Chinese."""
    return root / "report_sources" / "harbour-ferries-2025"


@pytest.fixture
def demo(root):
    """The real report."""
    return root / "report_sources" / "alibaba-2024"


def _explain(run, *arguments):
    result = run("explain", *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_disclosed_shows_every_tag_with_place_section_and_page(run, demo):
    text = _explain(run, "hkex-esg:A1.2", demo)
    assert text.startswith("hkex-esg:A1.2@2020 范围1及范围2温室气体排放量\nstatus: disclosed")
    place = f"{(demo / 'report.xhtml').as_posix()}:63:7"
    assert f"\n  {place} hkex-esg:A1.2 in 第一章 - 修复绿色星球 > 扎实推进碳中和, page 25: " in text


def test_missing_says_why_and_where_to_look(run, demo):
    text = _explain(run, "A1.3", demo)
    assert "status: missing: no tag or valid omission" in text
    assert "obligation: comply-or-explain for FY2024; may be explained instead" in text
    assert "look at:\n" in text
    assert "附录 1 ESG 关键绩效指标 > 环境, page 159: 有害废弃物总量 吨 2,008 (有害废弃物总量, 2,008 吨)" in text


def test_edition_is_explained_by_the_day_that_decides_it(run, demo):
    text = _explain(run, "A1.3", demo)
    years = "financial years beginning from 2020-07-01 and before 2025-01-01"
    assert f"applies: edition 2020: {years}; this report: 2023-04-01" in text


def test_edition_chosen_by_hand_says_so(run, demo):
    assert "set by the project file or an option" in _explain(run, "28(a)", demo, "--edition", "hkex-esg=2025")


def test_obligation_is_explained_by_the_rule_that_decides_it(run, ferries):
    assert "comply-or-explain for FY2025, by board main-board" in _explain(run, "hkex-esg:19", ferries)
    assert "mandatory for FY2025; cannot be omitted" in _explain(run, "hkex-esg:28(b)", ferries)


def test_partial_ticks_what_is_answered(run, ferries):
    text = _explain(run, "hkex-esg:B1.1", ferries)
    assert "status: partial: some datapoints have no tag" in text
    assert "  [x] gender: Gender\n  [ ] employment-type: Employment type\n" in text


def test_what_is_asked_for_is_told_in_the_report_s_language(run, demo):
    text = _explain(run, "hkex-esg:B1.1", demo)
    assert "asks for: 提供按性别、雇佣类型、年龄组别及地区划分的雇员总数。\n" in text
    assert ": 雇佣类型\n" in text


def test_omission_shows_reason_and_explanation(run, ferries):
    text = _explain(run, "gri:2-21", ferries)
    assert "[not-material]" in text
    assert "status: missing" in text


def test_omission_without_a_reason_shows_no_empty_brackets(run, ferries):
    assert "[]" not in _explain(run, "sasb:TR-MT-000.G", ferries)


def test_heading_names_the_parts_that_are_missing(run, ferries):
    text = _explain(run, "hkex-esg:28", ferries)
    assert "status: partial: not fully disclosed in 28(b)" in text
    assert "28(b)" in text


def test_unverified_definition_says_so(run, ferries):
    assert "unverified: check it against the framework's text" in _explain(run, "hkex-esg:28(b)", ferries)


def test_bare_code_finds_every_framework_that_has_it(run, ferries):
    codes = [line for line in _explain(run, "2-1", ferries).splitlines() if line.startswith("gri:")]
    assert codes == ["gri:2-1@2021 Organizational details"]


def test_case_does_not_matter(run, demo):
    assert _explain(run, "HKEX-ESG:a1.3", demo) == _explain(run, "hkex-esg:A1.3", demo)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("hkex-esg:A9.9", "no disclosure hkex-esg:A9.9 applies to this report"),
        ("28(a)", "hkex-esg:28(a)@2025, for financial years beginning from 2025-01-01 (this report: 2023-04-01)"),
        ("\x1b[31mA1", "no disclosure"),
    ],
)
def test_code_that_does_not_apply_exits_2(run, demo, code, said):
    result = run("explain", code, demo)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("gri:305-1", "GRI is not among the frameworks of the project file; add it there, or use --edition gri=2016"),
        ("305-1", "GRI is not among the frameworks of the project file; add it there, or use --edition gri=2016"),
        ("ifrs-s2:5", "use --edition ifrs-s2=2023"),
        ("ungc:11", "UNGC has no such code; did you mean ungc:10?"),
        ("gri:305-99", "GRI has no such code; did you mean gri:305-"),
        ("gir:305-1", 'there is no framework "gir"; did you mean "gri"?'),
        ("zz:1", 'there is no framework "zz"; to list them'),
        ("without-any-like-it", "no framework has this code\n"),
    ],
)
def test_why_no_disclosure_applies(run, make_report, code, said):
    result = run("explain", code, make_report())
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_the_edition_that_is_proposed_makes_the_disclosure_apply(run, make_report):
    assert "gri:305-1@2016" in _explain(run, "gri:305-1", make_report(), "--edition", "gri=2016")


def test_json_says_the_same(run, demo):
    (table,) = json.loads(_explain(run, "A1.3", demo, "--format", "json"))
    (row,) = table["rows"]
    assert row["disclosure"] == "hkex-esg:A1.3@2020 有害废弃物总量"
    assert row["status"].startswith("missing: ")
    assert row["obligation"].startswith("comply-or-explain for FY2024")
