"""The main job on a real report: the eight gaps of its HKEX index, each told once with what to do."""

import json
import os
import re

import pytest

GAPS = {
    "13": ("mandatory", "管治架构（董事会声明）"),
    "14": ("mandatory", "汇报原则的应用"),
    "15": ("mandatory", "汇报范围"),
    "A1.1": ("comply-or-explain", "排放物种类及数据"),
    "A1.3": ("comply-or-explain", "有害废弃物总量"),
    "A1.4": ("comply-or-explain", "无害废弃物总量"),
    "A2.2": ("comply-or-explain", "耗水量及密度"),
    "B6.1": ("comply-or-explain", "因安全与健康理由回收产品的百分比"),
}


@pytest.fixture(scope="module")
def told(script, alibaba_folder):
    """What `check` says, as JSON."""
    return script("check", alibaba_folder, "--format", "json")


def test_text_names_each_gap_once_with_title_obligation_year_and_hint(run, alibaba_folder):
    result = run("check", alibaba_folder)
    assert (result.exit_code, result.stderr) == (1, "")
    lines = result.stdout.splitlines()
    findings = [n for n, line in enumerate(lines) if re.search(r":\d+:\d+: (error|warning|note) DI1", line)]
    assert len(findings) == len(GAPS)
    for code, (obligation, title) in GAPS.items():
        (at,) = [n for n in findings if f" HKEX {code} " in lines[n]]
        assert f'missing-disclosure: HKEX {code} "{title}" is {obligation} for FY2024' in lines[at]
        assert lines[at + 1].startswith("  help: ")
        assert f"hkex-esg:{code}" in lines[at + 1]


NO_FIGURE = {"301-2", "302-4"}
"""What the printed index points at sections for that have figures of another kind only: emissions, tonnes."""

ANSWERED = {
    "15": ("报告说明, page 4", "报告期"),
    "A1.3": ("附录 1 ESG 关键绩效指标 > 环境, page 159", "有害废弃物总量, 2,008 吨"),
    "A1.4": ("附录 1 ESG 关键绩效指标 > 环境, page 159", "一般废弃物总量, 287,364 吨"),
    "A2.2": ("附录 1 ESG 关键绩效指标 > 环境, page 159", "总耗水量, 36,280,169 立方米"),
}
"""Where the text answers a gap, and by which words and figures."""


def test_the_passage_that_answers_a_gap_is_named_with_the_reason_and_what_to_do(alibaba):
    for finding in alibaba.verdict.findings:
        if finding.code in ANSWERED:
            place, why = ANSWERED[finding.code]
            where = rf"[^ ]*report\.xhtml:\d+:\d+ in .*{re.escape(place)}"
            said = rf"looks like the answer \({re.escape(why)}\): tag it as hkex-esg:{finding.code}"
            assert re.match(f"The passage at {where} {said}", finding.hint), finding.hint


def test_of_what_the_text_does_not_answer_no_passage_is_named(alibaba):
    hints = {finding.code: finding.hint for finding in alibaba.verdict.findings}
    for code in ("A1.1", "B6.1"):
        assert hints[code].startswith("No likely passage found. Look at ")
        assert f"Tag the passage that answers it as hkex-esg:{code}" in hints[code]


def test_only_what_may_be_explained_is_offered_an_explanation(alibaba):
    for finding in (finding for finding in alibaba.verdict.findings if finding.code in GAPS):
        offered = f'data-omission="hkex-esg:{finding.code}"' in finding.hint
        assert offered == (GAPS[finding.code][0] == "comply-or-explain"), finding.code


def test_json_says_the_same(told):
    document = json.loads(told.stdout)
    assert told.returncode == 1
    assert {f["code"] for f in document["findings"]} == GAPS.keys() | NO_FIGURE
    gaps = [f for f in document["findings"] if f["code"] in GAPS]
    assert {f["framework"] for f in gaps} == {"hkex-esg"}
    assert {f["edition"] for f in gaps} == {"2020"}
    (hkex,) = [f for f in document["frameworks"] if f["id"] == "hkex-esg"]
    assert hkex["gaps"] == list(GAPS)
    assert document["verdict"] == {"fail_on": "error", "failing": 8, "could_not_look": False}


def test_json_is_sorted_by_place_then_rule_then_code(told):
    findings = json.loads(told.stdout)["findings"]
    keys = [(f["path"], f["line"], f["column"], f["rule"], f["framework"], f["code"]) for f in findings]
    assert keys == sorted(keys)


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_json_is_the_same_bytes_in_every_process(script, alibaba_folder, told, seed):
    again = script("check", alibaba_folder, "--format", "json", PYTHONHASHSEED=seed)
    assert again.stdout == told.stdout


@pytest.mark.skipif(os.name != "posix", reason="TZ is POSIX's")
def test_json_knows_no_clock(script, alibaba_folder, told):
    again = script("check", alibaba_folder, "--format", "json", "--as-of", "1999-12-31", TZ="Asia/Hong_Kong")
    assert again.stdout == told.stdout


def test_b1_1_is_answered(alibaba):
    (row,) = [c for c in alibaba.coverage if c.disclosure.uid == "hkex-esg:B1.1@2020"]
    assert row.links
    assert not row.is_gap


def test_gaps_that_another_tag_may_answer_point_at_it(alibaba):
    """The KPI table answers A1.3, A1.4 and A2.2, though the printed index does not say so."""
    hints = {f.code: f.hint for f in alibaba.verdict.findings}
    assert "附录 1 ESG 关键绩效指标" in hints["A1.3"]
    assert "附录 1 ESG 关键绩效指标" in hints["A2.2"]


def test_gaps_table_tells_the_same_hardest_first(run, alibaba_folder):
    rows = json.loads(run("gaps", alibaba_folder, "--format", "json").stdout)[0]["rows"]
    assert [row["code"] for row in rows] == list(GAPS)
    assert [row["obligation"] for row in rows] == ["强制披露"] * 3 + ["不遵守就解释"] * 5


def test_fingerprints_tell_findings_apart_and_outlive_moved_lines(alibaba, alibaba_folder, tmp_path, run):
    prints = {f.code: f.fingerprint for f in alibaba.verdict.findings}
    assert len(set(prints.values())) == len(GAPS) + len(NO_FIGURE)
    for name in ("report.xhtml", "disclosure-index.toml"):
        text = (alibaba_folder / name).read_text("utf-8")
        moved = text.replace("<body>", "<body>\n\n\n") if name == "report.xhtml" else f"# moved\n{text}"
        (tmp_path / name).write_text(moved, "utf-8")
    found = json.loads(run("check", tmp_path, "--format", "json").stdout)["findings"]
    assert {f["code"]: f["fingerprint"] for f in found} == prints
