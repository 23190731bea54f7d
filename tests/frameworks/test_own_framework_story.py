"""A team's own framework, from a table of its disclosures to the index that its published report prints.

Each chapter takes up the folder as the one before left it. The framework and its codes are made up: E1-6,
GOV-1, KPI 07.
"""

import asyncio
import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import PROJECT, Run
from tests.reading.test_pdf import make
from tests.support.workbooks import type_in

TABLE = """\
code;title;title-zh-Hant;obligation;datapoints;unit
GOV-1;Role of the board in climate matters;董事會在氣候事宜上的角色;mandatory;;
GOV-2;Pay linked to climate targets;與氣候目標掛鉤的薪酬;comply-or-explain;;
E1-6;Greenhouse gas emissions;溫室氣體排放;mandatory;Scope 1; Scope 2;tonnes CO2e
E1-7;Removals and carbon credits;碳移除及碳信用;comply-or-explain;;tonnes CO2e
KPI 07;Hours of training per employee;每名僱員培訓時數;;;hours
"""
BODY = """\
<section id="board"><h1>The board</h1>
<p data-disclosure="ours:GOV-1">The role of the board in climate matters is to approve the plan.</p></section>
<section id="air"><h1>Our emissions</h1>
<p data-disclosure="ours:E1-6#scope-1">Greenhouse gas emissions of scope 1 were 1,200 tonnes CO2e.</p>
<p id="two">Greenhouse gas emissions of scope 2 were 800 tonnes CO2e.</p></section>
<section id="people"><h1>Our people</h1>
<p id="hours">Employees had 12 hours of training per employee.</p>
<p id="pay">Pay is not linked to climate targets: the committee decides on that next year.</p></section>
<section id="index"><h1>Content index</h1></section>
"""
PAGE = '<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>R</title></head>\n<body>\n{}</body></html>\n'


def chapter_1_a_table_becomes_a_definition_that_lints_clean(office: Path, run: Run) -> None:
    (office / "table.csv").write_text(TABLE.replace("Scope 1; Scope 2", '"Scope 1; Scope 2"'), "utf-8")
    made = run("frameworks", "new", "ours", "--from", office / "table.csv", "--title", "Our code", "-o", office / "own")
    assert made.exit_code == 0, made.stderr
    assert sorted(file.name for file in (office / "own" / "ours").iterdir()) == ["1.toml", "framework.toml"]
    linted = run("frameworks", "lint", "--definitions", office / "own")
    assert (linted.exit_code, linted.stdout) == (0, "1 framework, 5 disclosures, 0 relations: no findings\n")
    shown = run("frameworks", "show", "ours:KPI-07", "--definitions", office / "own", "--language", "zh-Hant").stdout
    assert "每名僱員培訓時數" in shown
    assert "時數" in shown
    again = run("frameworks", "new", "ours", "--from", office / "table.csv", "-o", office / "own")
    assert (again.exit_code, "already exists" in again.stderr) == (2, True)


def chapter_2_a_report_is_checked_against_it(office: Path, report: Path, run: Run) -> None:
    shutil.copytree(office / "own", report / "own")
    (report / "report.xhtml").write_text(PAGE.format(BODY), "utf-8")
    frameworks = '[[frameworks]]\nid = "ours"\npath = "own/"\n'
    text = PROJECT.format(title="A report", language="en", project=frameworks)
    (report / "disclosure-index.toml").write_text(text, "utf-8")
    checked = run("check", report, "--format", "json")
    assert checked.exit_code == 1
    found = {(f["rule"], f["code"]) for f in json.loads(checked.stdout)["findings"]}
    assert {("DI101", "GOV-2"), ("DI101", "E1-7"), ("DI103", "E1-6")} <= found
    assert not any(code in ("GOV-1", "KPI-07") for _, code in found)  # answered; voluntary


def chapter_3_gaps_and_suggestions_name_passages(report: Path, run: Run) -> None:
    gaps = run("gaps", report, "--format", "csv", "--language", "zh-Hant").stdout
    assert "碳移除及碳信用" in gaps
    assert "與氣候目標掛鉤的薪酬" in gaps
    suggested = run("suggest", report, "GOV-2", "--format", "json").stdout
    assert "Pay is not linked to climate targets" in suggested
    explained = run("explain", "E1-6", report).stdout
    assert "ours:E1-6@1 Greenhouse gas emissions" in explained
    assert "mandatory" in explained


def chapter_4_the_workbook_goes_out_and_comes_home(office: Path, report: Path, run: Run) -> None:
    target = office / "index.xlsx"
    assert run("export", report, "-o", target).exit_code == 0
    book = load_workbook(target)
    type_in(book, "ours:KPI-07@1", section="#hours", owner="陳小姐")
    book.save(target)
    merged = run("merge", target, report, "--yes")
    assert merged.exit_code == 0, merged.stdout + merged.stderr
    assert '<p id="hours" data-disclosure="ours:KPI-07">' in (report / "report.xhtml").read_text("utf-8")
    assert '"ours:KPI-07" = "陳小姐"' in (report / "disclosure-index.toml").read_text("utf-8")


def chapter_5_a_gap_is_closed_in_browse(report: Path) -> None:
    from disclosure_index.tui.app import BrowseApp  # of the whole story, only this needs Textual

    async def play() -> list[str]:
        app = BrowseApp(report, report / "disclosure-index.toml", today=date(2026, 6, 1), language="en")
        async with app.run_test(size=(140, 45)) as pilot:
            while app.bench is None:
                await pilot.pause(0.05)
            return [row.disclosure.code for row in app.bench.assessment.coverage if row.disclosure.framework == "ours"]

    assert asyncio.run(play()) == ["GOV-1", "GOV-2", "E1-6", "E1-7", "KPI-07"]


def chapter_6_tags_close_the_gaps(report: Path, run: Run) -> None:
    file = report / "report.xhtml"
    text = file.read_text("utf-8")
    text = text.replace('<p id="two">', '<p id="two" data-disclosure="ours:E1-6#scope-2">')
    text = text.replace('<p id="pay">', '<p id="pay" data-disclosure="ours:GOV-2">')
    text = text.replace(
        "</body>", '<p data-omission="ours:E1-7" data-reason="not-applicable">None were bought.</p></body>'
    )
    file.write_text(text, "utf-8")
    checked = run("check", report)
    assert checked.exit_code == 0, checked.stdout


def chapter_7_the_index_is_laid_out_and_written_into_the_report(report: Path, run: Run) -> None:
    filing = run("index", report, "--view", "filing", "--format", "markdown").stdout
    assert "KPI 07 Hours of training per employee" in filing
    assert "E1-6 Greenhouse gas emissions" in filing
    assert (
        run("index", report, "--view", "filing", "--language", "zh-Hant", "--format", "csv").stdout.count("時數") == 1
    )
    assert "GOV-1" in run("index", report, "--view", "sections", "--format", "csv").stdout
    written = run("index", report, "--write", "--at", "index", "--view", "filing")
    assert written.exit_code == 0, written.stderr
    assert "KPI 07 Hours of training per employee" in (report / "report.xhtml").read_text("utf-8")
    assert run("index", report, "--check").exit_code == 0


def chapter_8_a_printed_index_is_read_out_of_html(office: Path, run: Run) -> None:
    rows = "".join(
        f"<tr><td>{code}</td><td>{title}</td><td>{section}</td></tr>"
        for code, title, section in (
            ("GOV-1", "Role of the board", "The board"),
            ("E1-6", "Greenhouse gas emissions", "Our emissions"),
            ("KPI 07", "Hours of training", "Our people"),
        )
    )
    body = BODY.replace(' data-disclosure="ours:GOV-1"', "").replace(' data-disclosure="ours:E1-6#scope-1"', "")
    page = f"{body}<h1>Index</h1><table><tr><th>Code</th><th>Disclosure</th><th>Section</th></tr>{rows}</table>"
    (office / "published.html").write_text(PAGE.format(page), "utf-8")
    imported = run("import", office / "published.html", "-o", office / "html", "--definitions", office / "own")
    assert imported.exit_code == 0, imported.stderr
    assert "3 claims, 3 placed" in imported.stderr
    assert 'id = "ours"' in (office / "html" / "disclosure-index.toml").read_text("utf-8")
    checked = run("check", office / "html", "--definitions", office / "own", "--format", "json")
    missing = {f["code"] for f in json.loads(checked.stdout)["findings"] if f["rule"] == "DI101"}
    assert missing == {"GOV-2", "E1-7"}
    alone = run("check", office / "html")
    assert (alone.exit_code, '"ours"' in alone.stderr) == (3, True)


def chapter_9_and_out_of_pdf(office: Path, run: Run) -> None:
    pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
    text = ["The board", "The role of the board is to approve the plan.", "Our emissions", "Scope 1: 1,200 tonnes."]
    pages = [[(60, 100 + 30 * n, line) for n, line in enumerate(text)], [(60, 100, "Our people")]]
    rows = [
        ("GOV-1", "Role of the board in climate matters", "1"),
        ("GOV-2", "Pay linked to climate targets", "2"),
        ("E1-6", "Greenhouse gas emissions", "1"),
        ("E1-7", "Removals and carbon credits", "2"),
        ("KPI 07", "Hours of training per employee", "2"),
    ]
    heads = [(60, 120, "Code"), (150, 120, "Disclosure"), (420, 120, "Page")]
    cells = [(x, 140 + 17 * n, cell) for n, row in enumerate(rows) for x, cell in zip((60, 150, 420), row, strict=True)]
    (office / "published.pdf").write_bytes(make(*pages, [(60, 90, "Index of our code"), *heads, *cells]))
    imported = run("import", office / "published.pdf", "-o", office / "pdf", "--definitions", office / "own")
    assert imported.exit_code == 0, imported.stderr
    assert "5 claims, 5 placed" in imported.stderr


def test_from_a_table_to_the_index_of_a_published_report(tmp_path: Path, run: Run) -> None:
    office, report = tmp_path, tmp_path / "report"
    chapter_1_a_table_becomes_a_definition_that_lints_clean(office, run)
    chapter_2_a_report_is_checked_against_it(office, report, run)
    chapter_3_gaps_and_suggestions_name_passages(report, run)
    chapter_4_the_workbook_goes_out_and_comes_home(office, report, run)
    chapter_5_a_gap_is_closed_in_browse(report)
    chapter_6_tags_close_the_gaps(report, run)
    chapter_7_the_index_is_laid_out_and_written_into_the_report(report, run)
    chapter_8_a_printed_index_is_read_out_of_html(office, run)
    chapter_9_and_out_of_pdf(office, run)
