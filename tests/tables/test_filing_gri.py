"""The GRI content index holds what GRI 1 asks of it, and greys what may not be omitted."""

from dataclasses import replace
from datetime import date

import pytest

from disclosure_index.model import Claim
from disclosure_index.session import open_assessment
from disclosure_index.tables.filing import filing
from disclosure_index.tables.filing_cells import BARRED, OPEN
from disclosure_index.tables.filing_parts import Filing
from disclosure_index.tables.filing_standards import COLUMNS, filing_standards

OMISSION = COLUMNS[3:6]
STRICT = ["2-1", "2-2", "2-3", "2-4", "2-5", "3-1", "3-2"]


def _tables(assessment, language="en", document=0, **claimed):
    claim = next(c for c in assessment.report.claims if c.framework == "gri")
    return [f.table for f in filing_standards(Filing(assessment, replace(claim, **claimed), language, document))]


def _rows(tables):
    """Give the rows of all blocks as cells by column, with the code."""
    found = []
    for table in tables[1:]:
        for r in table.rows:
            cells = dict(zip(table.columns, r, strict=True))
            found.append((cells["disclosure"].text.split()[0], cells))
    return found


def _facts(tables):
    return {r[0].text: r[1] for r in tables[0].rows}


def test_index_in_accordance_has_the_twelve_elements(ferries):
    """Those of requirement 7 of GRI 1, with a sector standing for the one that the ferries have not."""
    tables = _tables(ferries, sectors=("GRI 11",), not_material=(("11.7", "No site is closed."),))
    facts, rows = _facts(tables), _rows(tables)
    topics = [text for text, _ in facts["List of material topics"].parts]
    listed = next(cells for code, cells in rows if code == "305-1")
    unreported = next(cells for code, cells in rows if code == "302-2")
    omitted = next(cells for code, cells in rows if code == "403-10")
    elements = {
        "title": tables[0].title == "GRI content index",
        "statement of use": facts["Statement of use"].text.startswith("Harbour Ferries Holdings Limited has reported"),
        "GRI 1 used": facts["GRI 1 used"].text == "GRI 1: Foundation 2021",
        "sector standards": facts["Applicable GRI Sector Standard(s)"].text == "GRI 11: Oil and Gas Sector 2021",
        "material topics": (len(topics), topics[3]) == (11, "Air quality"),
        "not material": "11.7 Closure and rehabilitation: No site is closed." in [cell.text for cell in facts.values()],
        "disclosures": listed["disclosure"].text == "305-1 Direct (Scope 1) GHG emissions",
        "standards": listed["standard"].text == "GRI 305: Emissions 2016",
        "sector disclosures not reported": unreported["omission-reason"].kind == OPEN,
        "sector numbers": listed["sector-ref"].text == "11.1.5",
        "location": listed["location"].text == "Greenhouse gases, p. 26",
        "reasons": omitted["omission-reason"].text == "Information unavailable or incomplete",
    }
    assert len(elements) == 12
    assert [name for name, there in elements.items() if not there] == []


def test_statement_of_use_has_its_slots_filled_in_each_language(ferries):
    said = {lang: _tables(ferries, lang)[0].rows[0][1].text for lang in ("en", "zh-Hans", "zh-Hant")}
    assert said["en"] == (
        "Harbour Ferries Holdings Limited has reported in accordance with the GRI Standards"
        " for the period 1 January 2025 to 31 December 2025."
    )
    assert "2025年1月1日至2025年12月31日期间符合GRI标准" in said["zh-Hans"]
    assert "已按照GRI準則匯報2025年1月1日至2025年12月31日期間" in said["zh-Hant"]


def test_index_of_the_ferries_has_every_element_that_is_not_about_a_sector(ferries):
    """As their project file says it: no Sector Standard applies, so that three of the twelve have nothing to say."""
    tables = _tables(ferries)
    facts, rows = _facts(tables), _rows(tables)
    assert [name for name, cell in facts.items() if cell.kind == OPEN or not cell.parts] == []
    assert [facts[name].text for name in list(facts)[2:5:2]] == ["none", "none"]
    assert not any(cells["sector-ref"].parts for _, cells in rows)
    assert all(cells[c].parts for _, cells in rows for c in ("standard", "disclosure"))
    placed = [bool(cells["location"].parts or cells["omission-reason"].parts) for _, cells in rows]
    assert (len(placed), placed.count(True)) == (len(rows), len(rows))


def test_topics_lead_to_the_list_of_the_document_in_its_language(ferries):
    cell = _facts(_tables(ferries, "zh-Hant", 1))["重大議題清單"]
    assert (len(cell.parts), cell.kind) == (11, "")
    assert {to for _, to in cell.parts} == {cell.parts[0][1]}
    assert cell.parts[0][1].endswith("report-zh-Hant.xhtml#material-topics")


def test_what_no_tag_and_no_project_file_tells_is_left_to_a_person(ferries):
    facts = _facts(_tables(ferries, sectors=None))
    assert [name for name, cell in facts.items() if cell.kind == OPEN] == [
        "Applicable GRI Sector Standard(s)",
        "Topics in the applicable GRI Sector Standard(s) determined as not material",
    ]


def test_topics_that_stand_in_no_list_are_left_to_a_person(make_report):
    body = '<section id="m" data-disclosure="gri:3-2"><h1>Topics</h1><p>Safety, above all.</p></section>'
    folder = make_report(body, project='[[frameworks]]\nid = "gri"\nclaim = "in-accordance"\n')
    cell = _facts(_tables(open_assessment(folder, today=date(2025, 6, 1))))["List of material topics"]
    assert (cell.text, cell.kind) == ("Topics; to be completed", OPEN)


def test_blocks_stand_in_gri_s_order(ferries):
    general, material, topics = _tables(ferries)[1:]
    assert [r[1].text.split()[0] for r in general.rows] == [f"2-{n}" for n in range(1, 31)]
    assert [r[1].text.split()[0] for r in material.rows] == ["3-1", "3-2"]
    standards = [r[0].text for r in topics.rows if not r[0].text.startswith("GRI 3:")]
    assert standards == sorted(standards)
    assert {"GRI 306: Effluents and Waste 2016", "GRI 306: Waste 2020"} <= set(standards)


def test_management_of_a_topic_stands_before_the_standard_that_its_section_answers(ferries):
    topics = _tables(ferries)[3]
    codes = [(r[1].text.split()[0], r[2].text) for r in topics.rows]
    at = [code for code, _ in codes].index("306-1")
    assert codes[at - 1] == ("3-3", "Waste, p. 11")
    placed = {text for code, cell in codes if code == "3-3" for text in cell.split("; ")}
    claimed = {"Community, p. 25", "Employment, p. 19", "Health and safety, p. 20", "Marine life and spills, p. 13"}
    assert claimed <= placed


def test_topic_disclosures_that_are_not_reported_are_left_out(ferries):
    codes = {code for code, _ in _rows(_tables(ferries))}
    assert {"305-1", "403-10"} <= codes
    assert not {"305-6", "201-3", "102-1"} & codes


def test_cells_that_allow_no_omission_are_greyed_and_no_others(ferries):
    greyed = {code for code, cells in _rows(_tables(ferries)) if all(cells[c].kind == BARRED for c in OMISSION)}
    assert sorted(greyed) == sorted(STRICT)
    some = {code for code, cells in _rows(_tables(ferries)) if any(cells[c].kind == BARRED for c in COLUMNS)}
    assert some == greyed


def test_omission_stands_with_requirement_reason_explanation_and_its_place(ferries):
    cells = dict(_rows(_tables(ferries)))["403-10"]
    assert [cells[c].text[:30] for c in OMISSION] == [
        "b",
        "Information unavailable or inc",
        "Disclosure 403-10, part b: ill",
    ]
    assert cells["omission-explanation"].parts[0][1].endswith("report-en.xhtml#omission-ill-health")
    assert cells["location"].text == "Health and safety, p. 20"


def test_omission_that_gri_does_not_accept_is_to_be_completed(ferries):
    rows = dict(_rows(_tables(ferries)))
    assert (rows["2-21"]["omission-reason"].kind, rows["2-21"]["omission-reason"].text) == (
        OPEN,
        "not-material; to be completed",
    )
    assert rows["2-5"]["location"].kind == OPEN  # it may not be omitted, and is nowhere answered


def test_document_in_chinese_has_its_own_places(ferries):
    rows = dict(_rows(_tables(ferries, "zh-Hant", 1)))
    assert rows["305-1"]["location"].text.endswith("（第26頁）")
    assert rows["2-21"]["location"].text == "待補充"
    assert "report-zh-Hant.xhtml#" in rows["305-1"]["location"].parts[0][1]


def test_index_with_reference_has_three_columns_and_only_what_is_reported(alibaba):
    facts, index = [t for t in filing(alibaba, "zh-Hans") if t.id.startswith("gri")]
    assert [r[0].text for r in facts.rows] == ["使用说明", "使用的GRI 1"]
    assert facts.rows[0][1].text == (
        "阿里巴巴集团控股有限公司在2023年4月1日至2024年3月31日期间参照GRI标准报告了在此份GRI内容索引中引用的信息。"
    )
    assert index.columns == ("standard", "disclosure", "location")
    assert all(r[2].parts and not r[2].kind for r in index.rows)
    tagged = {link.disclosure.uid for link in alibaba.tags if link.disclosure and link.disclosure.framework == "gri"}
    assert len(index.rows) == len(tagged)
    assert [c.text for c in index.rows[0]] == [
        "GRI 203：间接经济影响 2016",
        "203-1 基础设施投资和支持性服务",
        "乡村振兴（第104–110页）; 社会应急（第111–114页）; 科技赋能解决社会问题（第115–116页）; "
        "创造和促进包容性就业（第117–122页）",
    ]


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_without_a_claim_the_statement_is_left_to_a_person(alibaba, language):
    filed = filing_standards(Filing(alibaba, replace(Claim("gri"), claim=""), language, 0))
    assert filed[0].table.rows[0][1].kind == OPEN
