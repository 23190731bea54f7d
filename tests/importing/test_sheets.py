"""A mapping sheet beside a report says where the report answers."""

import pytest

REPORT = """\
# Harbour Limited sustainability report 2024

<!-- page: 1 -->

From 1 January 2024 to 31 December 2024, with reference to the GRI Standards.

## Climate 氣候

<!-- page: 2 -->

We emitted 120 tonnes.

## Water

<!-- page: 3 -->

We used 40 cubic metres.
"""


@pytest.mark.parametrize(
    "heads", ["disclosure,section or page,note", "披露项,章节或页码,备注", "披露項,章節或頁碼,備註"]
)
def test_by_section_and_by_page_whatever_the_language_of_the_heads(import_sources, heads):
    folder = import_sources(report_md=REPORT, map_csv=f"{heads}\nGRI 305-1,Climate 氣候,\nGRI 303-5,3,measured\n")
    assert folder.tags() == {("gri:305-1", "Climate 氣候"), ("gri:303-5", "We used 40 cubic metres.")}
    assert [d["path"] for d in folder.project["documents"]] == ["report.xhtml"]
    assert folder.project["frameworks"] == [{"id": "gri", "claim": "with-reference"}]


SHEET = "disclosure,section or page,note\nGRI 305-1,Climate 氣候,\nGRI 305-2,Climate 氣候,\n"
TAGS = {("gri:305-1", "Climate 氣候"), ("gri:305-2", "Climate 氣候")}


def test_the_sheet_may_come_first(import_sources):
    assert import_sources(map_csv=SHEET, report_md=REPORT).tags() == TAGS


def test_a_sheet_of_one_row(import_sources):
    sheet = "disclosure,section or page,note\nGRI 305-1,Climate 氣候,\n"
    assert import_sources(report_md=REPORT, map_csv=sheet).tags() == {("gri:305-1", "Climate 氣候")}


@pytest.mark.parametrize(
    "rows",
    [
        ["GRI 305-1,Climate 氣候,", "KPI A1.2,Climate 氣候,", "SASB CG-EC-130a.1,Water,", "GRI 303-5,3,",
         "KPI A2.2,3,"],
        ["gri:305-1,Climate 氣候,", "hkex-esg:A1.2,Climate 氣候,", "sasb:CG-EC-130a.1,Water,", "gri:303-5,3,",
         "hkex-esg:A2.2,3,"],
    ],
    ids=["printed codes", "references"],
)  # fmt: skip
def test_one_sheet_for_several_frameworks(import_sources, rows):
    folder = import_sources(report_md=REPORT, map_csv="\n".join(["disclosure,section or page,note", *rows]))
    assert {tag for tag, _ in folder.tags()} == {
        "gri:305-1", "gri:303-5", "hkex-esg:A1.2", "hkex-esg:A2.2", "sasb:CG-EC-130a.1",
    }  # fmt: skip


def test_what_is_wrong_with_the_sheet_is_told(import_sources):
    """A row without a known code claims nothing, and nobody would notice."""
    folder = import_sources(report_md=REPORT, map_csv=f"{SHEET}GRI 999-1,Water,\n2024-02-01,Water,\n")
    assert folder.tags() == TAGS
    assert "map.csv:4:1" in folder.said
    assert "map.csv:5:1" in folder.said


def test_a_heading_without_text_is_told_and_not_taken_for_the_next_one(import_sources):
    report = REPORT.replace("## Water\n", "## Resources\n\n## Water\n")
    folder = import_sources(report_md=report, map_csv="disclosure,section or page,note\nGRI 303-5,Resources,\n")
    assert folder.tags() == set()
    assert 'gri:303-5 is claimed at "Resources", a heading without text' in folder.said


def test_a_row_that_fits_nowhere_is_told_at_its_line_of_the_sheet(import_sources):
    sheet = "disclosure,section or page,note\nGRI 305-1,Climate 氣候,\nGRI 403-9,Safety,\nGRI 303-5,99,\n"
    told = [line for line in import_sources(report_md=REPORT, map_csv=sheet).said.splitlines() if "DI415" in line]
    assert [line[line.index("map.csv") :].partition(": ")[0] for line in told] == ["map.csv:3:1", "map.csv:4:1"]
    assert "gri:403-9" in told[0]
    assert '"99"' in told[1]


@pytest.mark.parametrize("reason", ["Information unavailable", "信息不可用"])
def test_an_omission_in_the_sheet_is_kept_or_told(import_sources, reason):
    """It cannot stand on a row of the report, but it may not be lost without a word."""
    sheet = f"disclosure,section or page,note\nGRI 305-1,Climate 氣候,\nGRI 401-1,,{reason}\n"
    folder = import_sources(report_md=REPORT, map_csv=sheet)
    kept = ("gri:401-1", "information-unavailable") in folder.omissions()
    assert kept or "401-1" in folder.said, "neither an omission of the document nor told"


def test_a_sheet_beside_two_reports_is_about_the_first(import_sources):
    folder = import_sources(a_md=REPORT, b_md=REPORT, map_csv=SHEET)
    assert folder.tags("a") == TAGS
    assert folder.tags("b") == set()
