"""``facts``: the figures of a report as data."""

import csv
import io
import json

import pytest

GRI = '[[frameworks]]\nid = "gri"\nclaim = "with-reference"\n'
REPORT = """<section id="s"><h1>Emissions</h1>
<table data-disclosure="gri:305-1"><caption>Emissions</caption>
<tr><th>Indicator</th><th>Unit</th><th>2025</th><th>2024</th></tr>
<tr id="one"><td>Scope 1</td><td>kt CO2e</td><td>1.24</td><td>-1.30</td></tr></table>
<p>We used 3,400 MWh.</p><p lang="zh-Hant">總用電量 1,200 萬千瓦時</p></section>"""


def test_a_tagged_row_is_listed_with_all_its_parts(run, make_report):
    folder = make_report(REPORT, project=GRI)
    rows = list(csv.DictReader(io.StringIO(run("facts", folder).stdout)))
    assert [(r["framework"], r["code"], r["value"], r["unit"], r["period"]) for r in rows] == [
        ("gri", "305-1", "1240", "tCO2e", "2025"),
        ("gri", "305-1", "-1300", "tCO2e", "2024"),
    ]
    assert rows[0]["printed"] == "1.24"
    assert rows[0]["printed-unit"] == "kt CO2e"
    assert rows[0]["dimensions"] == "scope=1"


def test_figures_that_no_tag_reaches_are_listed_when_asked_for(run, make_report):
    folder = make_report(REPORT, project=GRI)
    found = json.loads(run("facts", folder, "--all", "--format", "json").stdout)["facts"]
    assert [(f["value"], f["unit"], f["code"]) for f in found] == [
        (1240.0, "tCO2e", "305-1"), (-1300.0, "tCO2e", "305-1"), (12240.0, "GJ", ""), (43200.0, "GJ", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["csv", "json"])
def test_the_same_input_gives_the_same_bytes(run, make_report, form):
    folder = make_report(REPORT, project=GRI)
    assert run("facts", folder, "--format", form).stdout == run("facts", folder, "--format", form).stdout
