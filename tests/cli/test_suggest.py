"""``suggest``: in words, for programs, the other way round, and asked one by one on a terminal."""

import csv
import io
import json
import shutil
import sys

import pytest

from disclosure_index.suggest import THRESHOLD
from tests.support.terminal import on_a_terminal

DEMO = "report_sources/alibaba-2024"


def test_the_passage_its_place_and_the_reason(run, root, monkeypatch):
    monkeypatch.chdir(root)
    result = run("suggest", DEMO, "A1.3", "B6.1", "--most", 1)
    assert result.exit_code == 0
    hazardous, recalled = result.stdout.split("\n\n")
    title, place, text, figure, matched = hazardous.splitlines()
    assert title == "HKEX A1.3 有害废弃物总量（缺失）"
    assert place.endswith("report.xhtml:644:15  附录 > 附录 1 ESG 关键绩效指标 > 环境，第 159 页")
    assert text.split() == ["有害废弃物总量", "吨", "2,008"]
    assert figure.strip() == "数据：2,008 吨、2024"
    assert matched.strip() == "依据：有害废弃物总量；2,008 吨"
    _, none, near, *_ = recalled.splitlines()
    assert none == "  看来没有段落回应此项"
    assert near.endswith("放心的消费（已标注 hkex-esg:B6）")
    assert "  最接近的内容：" in recalled.splitlines()


def test_the_path_may_stand_behind_the_codes_as_explain_has_it(run, root, monkeypatch):
    monkeypatch.chdir(root)
    before, behind = run("suggest", DEMO, "A1.3"), run("suggest", "A1.3", DEMO)
    assert behind.exit_code == 0
    assert behind.stdout == before.stdout


def test_without_codes_it_is_about_the_gaps(run, root, monkeypatch):
    monkeypatch.chdir(root)
    records = list(csv.DictReader(io.StringIO(run("suggest", DEMO, "--format", "csv", "--most", 1).stdout)))
    assert [r["code"] for r in records] == ["13", "14", "15", "A1.1", "A1.3", "A1.4", "A2.2", "B6.1"]
    assert [r["code"] for r in records if int(r["score"]) >= THRESHOLD] == ["15", "A1.3", "A1.4", "A2.2"]


def test_json_is_the_same_bytes_each_time(run, root, monkeypatch):
    monkeypatch.chdir(root)
    first = run("suggest", DEMO, "--format", "json").stdout
    assert first == run("suggest", DEMO, "--format", "json").stdout
    assert json.loads(first)[0]["rows"][0].keys() >= {"framework", "code", "location", "score", "matched"}


def test_untagged_passages_and_figures(run, make_report):
    body = (
        '<section id="all" data-disclosure="ungc:1 ungc:2 ungc:3 ungc:4 ungc:5 ungc:6 ungc:7 ungc:8 ungc:9">'
        "<h1>What we do</h1><p>All of it.</p></section>"
        "<section><h1>Corruption</h1><p>We do not tolerate corruption, extortion or bribery.</p>"
        "<table><tr><td>Water</td><td>m³</td><td>48,210</td></tr></table></section>"
    )
    document = json.loads(run("suggest", make_report(body), "--passages", "--format", "json", "--most", 1).stdout)
    passages, figures = document
    assert [row["code"] for row in passages["rows"] if "corruption" in row["suggestion"]] == ["10"]
    assert not any("All of it" in row["suggestion"] for row in passages["rows"])
    assert [row["figures"] for row in figures["rows"]] == ["48,210 m³"]


def test_a_code_that_is_none_is_told(run, root, monkeypatch):
    monkeypatch.chdir(root)
    result = run("suggest", DEMO, "A9.9")
    assert result.exit_code == 2
    assert "no disclosure A9.9 applies to this report" in result.stderr


def test_nobody_is_asked_in_a_pipe(run, root, monkeypatch):
    monkeypatch.chdir(root)
    result = run("suggest", DEMO, "--apply")
    assert result.exit_code == 2
    assert "run it in a terminal" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals on Windows")
def test_on_a_terminal_a_yes_is_written_and_a_no_is_not(root, tmp_path, run):
    folder = tmp_path / "report"
    shutil.copytree(root / DEMO, folder)
    before = (folder / "report.xhtml").read_bytes()
    said = on_a_terminal(b"n\ny\nq\n", "suggest", folder, "--apply")  # 15, A1.3, then no more
    assert "1 of 3 tagged" in said
    assert "有害废弃物总量" in said
    after = (folder / "report.xhtml").read_bytes()
    changed = [(a, b) for a, b in zip(before.split(b"\n"), after.split(b"\n"), strict=True) if a != b]
    assert len(changed) == 1
    assert changed[0][1].replace(b' data-disclosure="hkex-esg:A1.3"', b"") == changed[0][0]
    told = json.loads(run("check", folder, "--format", "json").stdout)
    missing = {finding["code"] for finding in told["findings"] if finding["rule"] == "DI101"}
    assert missing == {"13", "14", "15", "A1.1", "A1.4", "A2.2", "B6.1"}
