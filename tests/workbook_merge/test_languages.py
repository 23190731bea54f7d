"""A report of two languages: what is typed in the workbook of one language is written into its document."""

import pytest

A13, A11, B32 = (f"hkex-esg:{code}@2025" for code in ("A1.3", "A1.1", "B3.2"))
EN, ZH, PROJECT = "report-en.xhtml", "report-zh-Hant.xhtml", "disclosure-index.toml"


def _changed(desk, before):
    return {name for name, data in desk.files().items() if before[name] != data}


@pytest.mark.slow
@pytest.mark.parametrize(("language", "document", "title"), [("en", EN, "Air quality"), ("zh-Hant", ZH, "空氣質素")])
@pytest.mark.sampled(1)
def test_tags_and_marks_go_into_the_document_of_the_workbook_s_language(sample, language, document, title):
    desk = sample(language)
    section = desk.said(A11)["section"]
    assert section.startswith(title)
    before = desk.files()
    desk.type(A13, section=f"{desk.said(A13)['section']}; {title}")
    desk.type(A11, reviewed="yes")
    made = desk.merge()
    assert (made.refusals, made.conflicts) == ((), ())
    assert _changed(desk, before) == {document}
    assert desk.said(A11)["reviewed"] == {"en": "yes", "zh-Hant": "是"}[language]
    other = {EN: ZH, ZH: EN}[document]
    assert [other in remark for remark in made.remarks] == [True]


def test_language_without_a_document_is_that_of_the_first(sample):
    desk = sample("zh-Hans")
    before = desk.files()
    desk.type(A11, reviewed="是", status="已披露")
    assert desk.merge().refusals == ()
    assert _changed(desk, before) == {EN}


@pytest.mark.parametrize(
    ("language", "cells", "said"),
    [
        ("zh-Hant", {"status": "從略", "reason": "不重要", "explanation": "培訓時數並無按職級分類。"}, "從略"),
        ("zh-Hant", {"status": "缺失"}, "缺失"),
        ("en", {"status": "Missing"}, "missing"),
    ],
)
@pytest.mark.sampled(1)
def test_status_is_the_report_s_so_its_tags_go_in_every_language(sample, language, cells, said):
    desk = sample(language)
    before = desk.files()
    desk.type(B32, **cells)
    made = desk.merge()
    assert (made.refusals, made.conflicts) == ((), ())
    assert _changed(desk, before) == {EN, ZH}
    assert desk.said(B32)["status"] == said
    own = {"en": EN, "zh-Hant": ZH}[language]
    assert [document.path.endswith(own) for document in desk.assess().report.documents if _omits(document)] == (
        [True] if "explanation" in cells else []
    )


def _omits(document):
    return any(omission.text == "hkex-esg:B3.2" for omission in document.omissions)


def test_owner_and_note_are_the_report_s(sample):
    desk = sample("zh-Hant")
    before = desk.files()
    desk.type(A11, owner="環境部", note="見附錄")
    made = desk.merge()
    assert (_changed(desk, before), made.remarks) == ({PROJECT}, ())
