"""The same small report in every format and language: each claim of its index is a tag at the right place."""

import docx
import pytest

HTML = """\
<html lang="en"><body><h1>Harbour Limited sustainability report 2024</h1>
<p>From 1 January 2024 to 31 December 2024, with reference to the GRI Standards.
<h2>Climate</h2><p>We emitted 120 tonnes.
<h2>Water</h2><p>We used 40 cubic metres.
<h2>GRI content index</h2>
<table>
<tr><th>GRI Standard<th>Disclosure<th>Location<th>Omission</tr>
<tr><td>GRI 305: Emissions 2016<td>305-1 Direct (Scope 1) GHG emissions<td>Climate<td></tr>
<tr><td>GRI 303: Water and Effluents 2018<td>303-5 Water consumption<td>Water<td></tr>
<tr><td>GRI 401: Employment 2016<td>401-1 New employee hires and employee turnover<td><td>Information unavailable</tr>
</table></body></html>
"""

TEXT = """\
海港有限公司2024年環境、社會及管治報告

目錄
氣候變化\t2
水資源\t3
人才發展\t4

報告期間為2024年1月1日至2024年12月31日，遵循港交所指引。

氣候變化

我們排放了120噸二氧化碳當量，較上年減少，並設定了減排目標。

水資源

我們使用了40立方米的水，全部來自市政供水，沒有取水困難。

人才發展

我們為員工提供培訓，平均每人二十小時，涵蓋所有職級。

內容索引

關鍵績效指標\t章節
關鍵績效指標A1.2 溫室氣體排放\t氣候變化
關鍵績效指標A2.2 耗水量\t水資源
關鍵績效指標B3.2 平均培訓時數\t人才發展
關鍵績效指標B6.1 回收產品百分比\t不適用
"""

WORD_INDEX = [
    ("GRI标准", "披露项", "章节", "从略"),
    ("GRI 305：排放 2016", "305-1 直接（范围1）温室气体排放", "气候变化", ""),
    ("GRI 303：水资源和污水 2018", "303-5 耗水", "水资源", ""),
    ("GRI 401：雇佣 2016", "401-1 新进员工和员工流动率", "", "信息不可用"),
]


@pytest.fixture
def word(tmp_path):
    """Write the report as a Word file, with a tag of its own in a comment and the index on its second page."""
    document = docx.Document()
    document.add_heading("海港有限公司2024年可持续发展报告", 1)
    document.add_paragraph("报告期间为2024年1月1日至2024年12月31日，参照GRI标准编写。")
    document.add_heading("气候变化", 2)
    document.add_paragraph("我们排放了120吨二氧化碳当量。")
    document.add_heading("水资源", 2)
    paragraph = document.add_paragraph("我们使用了40立方米的水。")
    document.add_comment(paragraph.runs, "#disc gri:303-3")
    document.add_page_break()
    document.add_heading("GRI内容索引", 2)
    table = document.add_table(len(WORD_INDEX), 4)
    for row, texts in zip(table.rows, WORD_INDEX, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    path = tmp_path / "report.docx"
    document.save(str(path))
    return path


def test_loose_html(import_sources):
    folder = import_sources(report_html=HTML)
    assert folder.tags() == {("gri:305-1@2016", "Climate"), ("gri:303-5@2018", "Water")}
    assert folder.omissions() == {("gri:401-1@2016", "information-unavailable")}
    assert folder.project["frameworks"] == [{"id": "gri", "claim": "with-reference"}]


def test_text_in_traditional_chinese(import_sources):
    folder = import_sources(report_txt=TEXT)
    assert folder.tags() == {
        ("hkex-esg:A1.2", "氣候變化"), ("hkex-esg:A2.2", "水資源"), ("hkex-esg:B3.2", "人才發展"),
    }  # fmt: skip
    assert folder.omissions() == {("hkex-esg:B6.1", "not-applicable")}
    assert folder.project["frameworks"] == [{"id": "hkex-esg", "claim": "comply-or-explain"}]


def test_word_in_simplified_chinese(import_sources, word):
    folder = import_sources(word)
    assert folder.tags() == {
        ("gri:305-1@2016", "气候变化"), ("gri:303-5@2018", "水资源"), ("gri:303-3", "我们使用了40立方米的水。"),
    }  # fmt: skip
    assert folder.omissions() == {("gri:401-1@2016", "information-unavailable")}
    assert [label for label, _ in folder.document().pages] == ["1", "2"]


def test_three_languages_are_told_apart(import_sources, word, harbour):
    folder = import_sources(word, en_md=harbour, zh_txt=TEXT)
    assert [(d["path"], d["language"]) for d in folder.project["documents"]] == [
        ("report.xhtml", "zh-Hans"), ("en.xhtml", "en"), ("zh.xhtml", "zh-Hant"),
    ]  # fmt: skip
    assert [folder.document(name).passages[0].language for name in ("report", "en", "zh")] == [
        "zh-Hans", "en", "zh-Hant",
    ]  # fmt: skip
    assert {f["id"] for f in folder.project["frameworks"]} == {"gri", "hkex-esg"}


def test_two_sources_with_one_name_are_two_documents(import_sources, tmp_path, harbour):
    folders = [tmp_path / "en", tmp_path / "zh"]
    for folder, text in zip(folders, (harbour, TEXT), strict=True):
        folder.mkdir()
        (folder / "r.txt").write_text(text, "utf-8")
    (folders[0] / "r.txt").rename(folders[0] / "r.md")
    imported = import_sources(folders[0] / "r.md", folders[1] / "r.txt")
    assert [d["path"] for d in imported.project["documents"]] == ["r.xhtml", "r-2.xhtml"]
    assert imported.document("r").title != imported.document("r-2").passages[0].text
    assert ("hkex-esg:A1.2", "氣候變化") in imported.tags("r-2")
