"""HKEX by part and aspect, SASB with its figures, TCFD by pillar, the Compact by principle, the goals by target."""

from datetime import date

import pytest

from disclosure_index.session import open_assessment
from disclosure_index.tables.filing import filing
from disclosure_index.tables.filing_cells import BARRED, OPEN

IFRS = '[[frameworks]]\nid = "ifrs-s2"\nclaim = "in-accordance"\n'
SDG = '[[frameworks]]\nid = "sdg"\n'


@pytest.fixture
def assessed(make_report):
    def make(body, project):
        return open_assessment(make_report(body, project=project), today=date(2025, 6, 1))

    return make


def _hkex(assessment, language="en", document=0):
    return filing(assessment, language, document, "hkex-esg")


def _by(tables, column, text):
    return [r for t in tables for r in t.records() if r[column] == text]


def test_hkex_gives_part_b_first_then_aspect_by_aspect_then_part_d(ferries):
    tables = _hkex(ferries)
    assert [t.id for t in tables] == ["hkex-part-b", "hkex-part-c-a", "hkex-part-c-b", "hkex-part-d"]
    assert [t.columns[0] for t in tables] == ["group", "aspect", "aspect", "pillar"]
    aspects = list(dict.fromkeys(r["aspect"] for t in tables[1:3] for r in t.records()))
    assert [a.partition(":")[0] for a in aspects] == ["A1", "A2", "A3", *(f"B{n}" for n in range(1, 9))]
    for aspect in aspects:
        first, *kpis = _by(tables[1:3], "aspect", aspect)
        assert first["disclosure"] == "General disclosure"
        assert all(k["disclosure"].startswith("KPI ") for k in kpis)
    pillars = dict.fromkeys(r["pillar"] for r in tables[3].records())
    assert list(pillars) == ["Governance", "Strategy", "Risk Management", "Metrics and Targets"]


def test_guide_of_2020_has_no_part_d_and_has_aspect_a4(alibaba):
    tables = _hkex(alibaba, "zh-Hans")
    assert [t.id for t in tables] == ["hkex-part-b", "hkex-part-c-a", "hkex-part-c-b"]
    assert tables[1].title.endswith("C部分：「不遵守就解释」条文 · 主要范畴A：环境")
    (row,) = _by(tables, "disclosure", "关键绩效指标A4.1")
    assert (row["aspect"], row["pages"]) == ("A4：气候变化", "25–46, 111–114")


def test_hkex_tells_omissions_where_they_stand(ferries):
    (row,) = _by(_hkex(ferries), "disclosure", "KPI B6.3")
    assert (row["section"], row["pages"]) == ("HKEX ESG Reporting Code", "30")
    assert row["explanation"].startswith("Not material: KPI B6.3: the Group owns four trade marks")
    (row,) = _by(_hkex(ferries), "disclosure", "KPI A2.5")
    assert row["explanation"] == "Not material: to be completed"


def test_hkex_greys_the_explanation_of_what_is_mandatory(ferries):
    tables = _hkex(ferries)
    barred = [r[1].text for t in tables for r in t.rows if r[-1].kind == BARRED]
    assert set(barred) == {"Paragraph 13(i)", "Paragraph 13(ii)", "Paragraph 13(iii)", "Paragraph 14", "Paragraph 15",
                           "Paragraph 28(a)", "Paragraph 28(b)"}  # fmt: skip


def test_gap_says_that_it_is_to_be_completed(ferries):
    open_ = [r[1].text for t in _hkex(ferries) for r in t.rows if r[4].kind == OPEN]
    assert open_ == ["Paragraph 28(b)"]


def test_disclosure_tagged_in_the_other_language_only_is_to_be_completed(ferries):
    """Contributions are tagged in the English document, and not in the Chinese one."""
    (row,) = _by(_hkex(ferries, "zh-Hant", 1), "disclosure", "關鍵績效指標B8.2")
    assert row["section"] == "待補充"


def test_pages_of_neighbouring_sections_are_merged(ferries):
    (row,) = _by(_hkex(ferries), "disclosure", "KPI B5.4")
    assert (row["section"], row["pages"]) == ("Supply chain; Green procurement", "22")


def test_sasb_gives_the_figure_of_the_one_row_that_is_tagged(ferries):
    tables = filing(ferries, "en", 0, "sasb")
    values = {r["code"]: r["value"] for t in tables for r in t.records()}
    assert values["TR-MT-110a.1"] == "103,023 tCO2e"  # the column of the reporting year
    assert values["TR-MT-110a.3"] == "1,421,618"  # in the unit that SASB asks for
    assert values["TR-MT-320a.1"] == "3.63"  # a cell is tagged, not its row
    assert values["TR-MT-120a.1"] == ""  # a whole table is
    assert values["TR-MT-110a.2"] == ""  # a paragraph is
    assert values["TR-MT-110a.4"].startswith("Not applicable: ")
    assert [t.id for t in tables] == ["sasb-tr-mt", "sasb-tr-mt-activity"]


def test_sasb_gives_no_figure_where_two_rows_are_tagged_and_the_row_where_no_head_names_the_year(assessed):
    one = '<tr data-disclosure="sasb:TR-MT-000.A"><td>Crew</td><td>612</td><td>598</td></tr>'
    two = '<tr data-disclosure="sasb:TR-MT-000.B"><td>Way</td><td>7</td></tr>' * 2
    project = '[profile]\nindustries = ["TR-MT"]\n[[frameworks]]\nid = "sasb"\nclaim = "in-accordance"\n'
    tables = filing(assessed(f"<section><h1>Fleet</h1><table>{one}{two}</table></section>", project), "en")
    values = {r["code"]: r["value"] for t in tables for r in t.records()}
    assert (values["TR-MT-000.A"], values["TR-MT-000.B"]) == ("Crew · 612 · 598", "")


def test_tcfd_stands_by_pillar(ferries):
    (table,) = filing(ferries, "en", 0, "tcfd")
    assert [(r["pillar"], r["disclosure"][:2]) for r in table.records()] == [
        (pillar, f"{letter})")
        for pillar, letters in (
            ("Governance", "ab"),
            ("Strategy", "abc"),
            ("Risk Management", "abc"),
            ("Metrics and Targets", "abc"),
        )
        for letter in letters
    ]


def test_compact_stands_by_principle(ferries):
    (table,) = filing(ferries, "zh-Hant", 1, "ungc")
    rows = list(table.records())
    assert table.columns == ("area", "principle", "location")
    assert [r["principle"].split()[0] for r in rows] == [str(n) for n in range(1, 11)]
    assert (rows[0]["area"], rows[9]["area"]) == ("人權", "反貪污")


def test_ifrs_stands_by_pillar_and_leaves_out_what_no_report_answers(assessed):
    (table,) = filing(assessed('<section data-disclosure="ifrs-s2:6"><h1>Board</h1><p>x</p></section>', IFRS), "en")
    rows = list(table.records())
    assert list(dict.fromkeys(r["pillar"] for r in rows))[:2] == ["Governance", "Strategy"]
    assert not any(r["disclosure"].startswith("Paragraph 5 ") for r in rows)  # the objective
    (row,) = [r for r in rows if r["disclosure"].startswith("Paragraph 6(a) ")]
    assert row["location"] == "Board"


def test_goals_and_targets_stand_where_they_are_tagged_themselves(assessed):
    body = '<section data-disclosure="sdg:13 sdg:12.5"><h1>Waste</h1><p>x</p></section>'
    (table,) = filing(assessed(body, SDG), "en")
    assert [(r["goal"].split()[0], r["target"].split(" ")[0]) for r in table.records()] == [("12", "12.5"), ("13", "")]


def test_framework_without_an_answered_goal_has_no_table(alibaba):
    assert filing(alibaba, "zh-Hans", 0, "sdg") == []
