"""Figures in `compare`: new, gone, changed, and those of an earlier year that the later report restates."""

import json
from dataclasses import replace
from datetime import date

import pytest

from disclosure_index.assessment.assess import assess
from disclosure_index.carrying.comparing.compare import compare
from disclosure_index.carrying.comparing.compare_table import brief_table
from disclosure_index.carrying.comparing.differences import Change
from tests.support.reports import TODAY, report, shipped

FIGURES = (Change.FIGURE_NEW, Change.FIGURE_GONE, Change.FIGURE_CHANGED, Change.RESTATED)


def _table(head, *rows, tag="", caption="Energy"):
    cells = "".join(f"<th>{cell}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    tagged = f' data-disclosure="hkex-esg:{tag}"' if tag else ""
    return f"<section><h1>{caption}</h1><table{tagged}><tr>{cells}</tr>{body}</table></section>"


def _assessed(*bodies, year):
    claims = {"hkex-esg": "comply-or-explain"}
    made = report(*bodies, claims=claims, year=date(year, 1, 1), published=date(year + 1, 4, 30))
    return assess(replace(made), shipped(), today=TODAY)


def _figures(old, new):
    return [
        (one.change, one.figure.label, one.figure.period, one.was, one.now)
        for one in compare(old, new)
        if one.change in FIGURES
    ]


OLD = _table(
    ("Energy", "Unit", "2023", "2022"),
    ("Power bought", "MWh", "4,210", "4,018"),
    ("Diesel", "MWh", "1,004", "1,310"),
    ("Town gas", "MWh", "210", "198"),
    tag="A2.1",
)


def test_figures_of_a_tagged_table_that_are_new_gone_and_changed():
    new = _table(
        ("Energy", "Unit", "2024", "2023"),
        ("Power bought", "MWh", "4,507", "4,210"),
        ("Diesel", "MWh", "1,004", "1,004"),
        ("Solar power", "MWh", "88", "80"),
        tag="A2.1",
    )
    assert _figures(_assessed(OLD, year=2023), _assessed(new, year=2024)) == [
        (Change.FIGURE_CHANGED, "Power bought", "2024", "4,210 MWh", "4,507 MWh"),
        (Change.FIGURE_GONE, "Town gas", "2023", "210 MWh", ""),
        (Change.FIGURE_NEW, "Solar power", "2024", "", "88 MWh"),
    ]


def test_each_side_names_the_year_of_its_own_figure():
    new = _table(("Energy", "Unit", "2024", "2023"), ("Power bought", "MWh", "4,507", "4,210"), tag="A2.1")
    old, now = _assessed(OLD, year=2023), _assessed(new, year=2024)
    changed = [one for one in compare(old, now) if one.change is Change.FIGURE_CHANGED]
    sides = [str(cell) for cell in brief_table(changed, old, now, "en").rows[0][-2:]]
    assert "Power bought, 2023" in sides[0]
    assert "Power bought, 2024" in sides[1]


def test_of_two_drafts_each_year_is_compared_with_itself():
    new = OLD.replace("1,310", "1,301")
    assert _figures(_assessed(OLD, year=2023), _assessed(new, year=2023)) == [
        (Change.FIGURE_CHANGED, "Diesel", "2022", "1,310 MWh", "1,301 MWh"),
    ]


def test_a_tagged_row_whose_figure_changed_is_reported_once():
    row = '<tr data-disclosure="hkex-esg:A2.1"><td>Power (MWh)</td><td>{}</td></tr>'
    row = f"<table><tr><th>Energy</th><th>2023</th></tr>{row}</table>"
    found = compare(_assessed(row.format("4,210"), year=2023), _assessed(row.format("4,507"), year=2023))
    assert [one.change for one in found] == [Change.FIGURE_CHANGED]


RESTATED = {
    "en": (
        _table(("Waste", "Unit", "2023", "2022"), ("Paper", "t", "310", "298"), ("Oil", "t", "1,204", "1,150"),
               ("Metal", "t", "87.5", "90.2"), ("Glass", "t", "45.1", "44.8"), caption="Waste 2023"),
        _table(("Waste", "Unit", "2024", "2023"), ("Paper", "t", "305", "310"), ("Oil", "t", "1,190", "1,402"),
               ("Metal", "t", "88.0", "87.5"), ("Glass", "t", "46.0", "45.1"), caption="Waste 2024"),
        ("Oil", "2023", "1,204 t", "1,402 t"),
    ),
    "zh-Hant": (
        _table(("指標", "單位", "2023年", "2022年", "2021年"), ("總耗水量", "立方米", "3,590", "3,610", "3,702"),
               caption="水"),
        _table(("指標", "單位", "2024年", "2023年", "2022年"), ("總耗水量", "立方米", "3,628", "3,950", "3,610"),
               caption="水資源"),
        ("總耗水量", "2023", "3,590 立方米", "3,950 立方米"),
    ),
    "zh-Hans": (
        _table(("指标", "单位", "2023 财年", "2022 财年", "2021 财年"), ("排放", "吨", "1,204", "1,310", "1,402"),
               caption="气候"),
        _table(("指标", "单位", "2024 财年", "2023 财年", "2022 财年"), ("排放", "吨", "1,180", "1,240", "1,310"),
               caption="排放"),
        ("排放", "2023", "1,204 吨", "1,240 吨"),
    ),
}  # fmt: skip
"""Last year's table, this year's, and what the second restates: by the rows around it, by another year of the row."""


@pytest.mark.parametrize("language", RESTATED)
def test_a_figure_of_last_year_that_this_year_prints_otherwise_is_restated(language):
    old, new, expected = RESTATED[language]
    assert _figures(_assessed(old, year=2023), _assessed(new, year=2024)) == [(Change.RESTATED, *expected)]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (("Paper", "t", "310", "298"), ("Paper", "t", "305", "312")),  # nothing shows that the rows are one
        (("Paper", "t", "310", "298"), ("Paper", "kg", "305", "310")),  # another unit
        (("Paper", "t", "310.4", "298"), ("Paper", "t", "305", "310")),  # rounded
        (("Women", "%", "48", "47"), ("Men", "%", "51", "52")),  # another row
    ],
)
def test_what_may_be_something_else_is_not_restated(was, now):
    old = _table(("Waste", "Unit", "2023", "2022"), was)
    new = _table(("Waste", "Unit", "2024", "2023"), now)
    assert _figures(_assessed(old, year=2023), _assessed(new, year=2024)) == []


def test_a_figure_that_another_table_confirms_is_not_restated():
    old, new, _ = RESTATED["zh-Hant"]
    again = _table(("指標", "單位", "2023年"), ("總耗水量", "立方米", "3,590"), caption="水")
    assert _figures(_assessed(old, year=2023), _assessed(new + again, year=2024)) == []


def test_the_verb_fails_on_a_restated_figure(run, tagged, tmp_path):
    old, new = (tmp_path / name for name in ("old", "new"))
    tables = [_table(("Waste", "Unit", *years), ("Paper", "t", *cells)) for years, cells in (
        ((2016, 2015, 2014), ("310", "298", "305")), ((2017, 2016, 2015), ("320", "301", "298")))]  # fmt: skip
    for folder, table, year in ((old, tables[0], 2016), (new, tables[1], 2017)):
        folder.mkdir()
        for path in tagged.iterdir():
            data = path.read_text("utf-8").replace("</body>", f"{table}</body>")
            data = data.replace("2024-", f"{year}-").replace("2025-", f"{year + 1}-")
            (folder / path.name).write_text(data, "utf-8")
    found = run("compare", old, new, "--format", "json", "--fail-on", "restated")
    (table,) = json.loads(found.stdout)
    assert [(row["change"], row["indicator"], row["period"], row["was"], row["now"]) for row in table["rows"]] == [
        ("figure restated", "Paper", "2016", "310 t", "301 t")
    ]
    assert found.exit_code == 1
    for form in ("text", "csv", "markdown", "html"):
        assert "301 t" in run("compare", old, new, "--format", form).stdout
