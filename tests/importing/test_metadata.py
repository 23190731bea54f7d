"""What a report says of itself, in three languages and the forms that reports use."""

from datetime import date

import pytest

from disclosure_index.importing.metadata import detect
from disclosure_index.reading.languages.detection import detected_language
from disclosure_index.reading.xhtml import read_xhtml
from tests.support.reports import shipped, shipped_with_spellings

CALENDAR = (date(2024, 1, 1), date(2024, 12, 31))
APRIL = (date(2023, 4, 1), date(2024, 3, 31))
JULY = (date(2023, 7, 1), date(2024, 6, 30))


def guess(*texts, title="", claimed=()):
    body = "".join(f"<p>{text}</p>" for text in texts)
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return detect(read_xhtml(page.encode(), "r.xhtml", ""), shipped_with_spellings(), claimed)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("for the year ended 28 February 2024", (date(2023, 3, 1), date(2024, 2, 28))),
        ("for the year ended 29 February 2024", (date(2023, 3, 1), date(2024, 2, 29))),
        ("for the year ended February 28, 2025", (date(2024, 3, 1), date(2025, 2, 28))),
        ("截至二零二四年二月二十八日止年度", (date(2023, 3, 1), date(2024, 2, 28))),
    ],
)
def test_a_year_that_ends_in_february(text, year):
    found = guess(text)
    assert (found.start, found.end) == year


@pytest.mark.parametrize(
    "text",
    [
        "for the year ended 31 February 2024",
        "for the year ended 0 March 2024",
        "二零二四年十十十月一日至二零二四年十二月三十一日",
        "二零二四年一月一二十日至二零二四年十二月三十一日",
        "截至二零二四年十三月三十二日止",
        "〇〇〇〇年十二月三十一日至〇〇〇〇年十二月三十一日",
    ],
)
def test_days_that_there_are_not_are_passed_over(text):
    found = guess(text)
    assert found.end is None or found.end == date(2024, 12, 31)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("This report covers the period from 1 January 2024 to 31 December 2024.", CALENDAR),
        ("From January 1, 2024 to December 31, 2024 unless stated otherwise.", CALENDAR),
        ("Reporting period: 1 January 2024 – 31 December 2024", CALENDAR),
        ("between 1 January 2024 and 31 December 2024", CALENDAR),
        ("The financial year is April 1, 2023 through March 31, 2024.", APRIL),
        ("from 1 April 2023 until 31 March 2024", APRIL),
        ("for the year ended 31 March 2024", APRIL),
        ("for the year ended 31 December 2024", CALENDAR),
        ("for the fiscal year ended June 30, 2024", JULY),
        ("from 1 January to 31 December 2024", CALENDAR),
        ("报告期间为2024年1月1日至2024年12月31日。", CALENDAR),
        ("2023 年 4 月 1 日至 2024 年 3 月 31 日（「2024 财年」）", APRIL),
        ("本报告涵盖2024年1月1日到2024年12月31日", CALENDAR),
        ("截至2024年3月31日止年度", APRIL),
        ("2024年1月1日至12月31日", CALENDAR),
        ("報告期為二零二四年一月一日至二零二四年十二月三十一日", CALENDAR),
        ("報告期為2023年7月1日至2024年6月30日", JULY),
        ("截至2024年6月30日止年度", JULY),
    ],
)
def test_the_financial_year(text, year):
    found = guess("Sustainability report", text)
    assert (found.start, found.end) == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("This statement covers the twelve months to 30 June 2024.", JULY),
        ("for the 52 weeks ended 30 June 2024", JULY),
        ("The fiscal year 2024, which ended on March 31, 2024, is reported.", APRIL),
        ("The reporting period is 01/01/2024 to 12/31/2024.", CALENDAR),
        ("The reporting period is 07/01/2023 to 06/30/2024.", JULY),
        ("Reporting period: 2024-01-01 – 2024-12-31", CALENDAR),
        ("Reporting period: January – December 2024", CALENDAR),
        ("Berichtszeitraum ist das Geschäftsjahr 2024 (1. Januar bis 31. Dezember 2024).", CALENDAR),
        ("Der Bericht gilt für den Zeitraum vom 01.07.2023 bis zum 30.06.2024.", JULY),
        ("Il bilancio si riferisce all'esercizio chiuso al 31 dicembre 2024.", CALENDAR),
        ("I dati si riferiscono al periodo 1 luglio 2023 - 30 giugno 2024.", JULY),
        ("La memoria cubre el periodo entre el 1 de enero y el 31 de diciembre de 2024.", CALENDAR),
        ("Ce rapport porte sur l'exercice clos le 31 mars 2024.", APRIL),
        ("Este relatório abrange o período de 1 de janeiro a 31 de dezembro de 2024.", CALENDAR),
        ("Denna rapport avser räkenskapsåret 1 januari – 31 december 2024.", CALENDAR),
        ("Dit verslag betreft de periode 1 januari 2024 tot en met 31 december 2024.", CALENDAR),
        ("対象期間：2023年4月1日～2024年3月31日", APRIL),
        ("対象期間 2023年度（2023年4月1日から2024年3月31日まで）", APRIL),
        ("本報告書揭露期間為民國113年1月1日至113年12月31日。", CALENDAR),
        ("报告时间范围：2024年1月1日—2024年12月31日", CALENDAR),
        ("本報告涵蓋截至二零二四年六月三十日止十二個月。", JULY),
        ("The scope is the year 2024. We published it in May 2025, with targets for 2030.", CALENDAR),
    ],
)
def test_the_financial_year_in_other_forms_and_languages(text, year):
    found = guess("Harbour", text)
    assert (found.start, found.end) == year


@pytest.mark.parametrize("title", ["Sustainability Report 2024", "2024年可持续发展报告", "2024年度環境報告"])
def test_without_a_period_it_is_the_calendar_year_of_the_title(title):
    found = guess("Since 1999 we have grown; by 2050 we will be carbon neutral.", "In 2023 we did.", title=title)
    assert (found.start, found.end) == CALENDAR


def test_a_longer_span_is_no_financial_year():
    found = guess("The plan runs from 1 January 2021 to 31 December 2025.", "1 January 2024 to 31 December 2024.")
    assert (found.start, found.end) == CALENDAR


def test_nothing_said_is_nothing_guessed():
    found = guess("We care.")
    assert (found.start, found.end, found.issuer, dict(found.claims)) == (None, None, "", {})


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("This report is prepared in accordance with the GRI Standards.", "in-accordance"),
        ("We have reported the information with reference to the GRI Standards.", "with-reference"),
        ("We report in accordance with GRI Standards 2021.", "in-accordance"),
        ("We report with reference to GRI Standards 2021.", "with-reference"),
        ("本报告依据全球报告倡议组织《GRI标准》编制。", "in-accordance"),
        ("本报告符合GRI标准的要求。", "in-accordance"),
        ("本报告参照GRI标准编写。", "with-reference"),
        ("本报告参考了全球报告倡议组织的可持续发展报告标准。", "with-reference"),
        ("本報告依循 GRI 準則編製。", "in-accordance"),
        ("本報告依據全球報告倡議組織《GRI 準則》編製。", "in-accordance"),
        ("本報告參照 GRI 準則編製。", "with-reference"),
        ("本報告參考全球報告倡議組織的準則。", "with-reference"),
        ("We follow GRI 305-1.", "with-reference"),
    ],
)
def test_in_accordance_or_with_reference(text, claim):
    assert dict(guess(text, claimed=["gri"]).claims) == {"gri": claim}


GUIDE = "the ESG Reporting Guide set out in Appendix 27 to the Listing Rules of the Stock Exchange"


@pytest.mark.parametrize(
    ("text", "framework", "claim"),
    [
        ("This report is prepared in accordance with the GRI Standards.", "gri", "in-accordance"),
        ("We report by the GRI Standards.", "gri", "with-reference"),
        ("The report refers to 2024 and is prepared with reference to the GRI Standards.", "gri", "with-reference"),
        ("Harbour has reported in accordance with the Global Reporting Initiative Standards.", "gri", "in-accordance"),
        (f"This report is prepared in accordance with {GUIDE}.", "hkex-esg", "comply-or-explain"),
        (
            "The report complies with the Environmental, Social and Governance Reporting Code in Appendix C2 "
            "of the Listing Rules.",
            "hkex-esg",
            "comply-or-explain",
        ),
        (
            "The statement follows no other code and was prepared pursuant to the Hong Kong Stock Exchange's "
            "ESG Reporting Code.",
            "hkex-esg",
            "comply-or-explain",
        ),
        ("本报告按照香港联交所《环境、社会及管治报告守则》编制。", "hkex-esg", "comply-or-explain"),
        ("本報告根據上市規則附錄二十七《環境、社會及管治報告指引》編製。", "hkex-esg", "comply-or-explain"),
        ("本報告遵循附錄C2《環境、社會及管治報告守則》所載的規定編製。", "hkex-esg", "comply-or-explain"),
        ("Our climate report follows the recommendations of the TCFD.", "tcfd", "with-reference"),
        ("This report was prepared in accordance with IFRS S2.", "ifrs-s2", "in-accordance"),
        ("本報告參照氣候相關財務揭露建議編製。", "tcfd", "with-reference"),
        ("本报告依据全球报告倡议组织《GRI标准》编制。", "gri", "in-accordance"),
    ],
)
def test_a_framework_that_the_report_says_it_follows(text, framework, claim):
    found = guess("Harbour.", text)
    assert dict(found.claims) == {framework: claim}
    assert found.stated[framework].words.rstrip("…") in text


@pytest.mark.parametrize(
    ("title", "framework"),
    [
        ("TCFD Report 2024", "tcfd"),
        ("2024 年氣候相關財務揭露報告書", "tcfd"),
        ("Harbour GRI index 2024", "gri"),
        ("2024年GRI内容索引", "gri"),
    ],
)
def test_a_framework_that_the_title_names(title, framework):
    assert list(guess("We care.", title=title).claims) == [framework]


@pytest.mark.parametrize("head", ["GRI content index", "GRI 準則索引", "GRI Table"])
def test_a_framework_that_the_head_of_an_index_names(head):
    filler = ["We care."] * 20
    assert list(guess(*filler, head).claims) == ["gri"]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Limited, 1 Queen's Road, Hong Kong. Shares are listed on HKEX.",
        "Our report is on the website of the Hong Kong Stock Exchange.",
        "We report on our work in Hong Kong in accordance with our policy.",
        "We support the TCFD and the Sustainable Development Goals.",
        "We are a member of the GRI community.",
        "We will report in accordance with IFRS S2 from 2026.",
        "We plan to prepare our next report in accordance with the GRI Standards.",
        "This report has not been prepared in accordance with the GRI Standards.",
        "Two of our suppliers publish reports in accordance with the GRI Standards.",
        "The report was prepared in accordance with the ESG Reporting Guide of the Athens bourse.",
        "This report is prepared with reference to Nasdaq's ESG Reporting Guide.",
        "102-54 Claims of reporting in accordance with the GRI Standards",
        "See our annual report for disclosures in line with the TCFD recommendations.",
        "本公司於香港聯交所上市。",
        "本公司计划于2026年按照《国际财务报告可持续披露准则第2号》编制报告。",
        "我们支持可持续发展目标，并关注 TCFD 的工作。",
        "本报告未按照GRI标准编制。",
        "本報告參考 ISO 26000 及香港聯交所的培訓資料編製。",
        "This report contributes to the Sustainable Development Goals.",
    ],
)
def test_no_framework_is_claimed_in_passing(text):
    assert dict(guess("Harbour.", text).claims) == {}


def test_a_reference_to_the_hong_kong_code_does_not_claim_it():
    found = guess(f"This report is prepared with reference to the GRI Standards and {GUIDE}.")
    assert dict(found.claims) == {"gri": "with-reference"}


def test_every_framework_that_is_claimed_is_listed_once():
    found = guess("A report.", claimed=["hkex-esg", "ungc", "hkex-esg"])
    assert list(found.claims) == ["hkex-esg", "ungc"]
    assert all(claim in shipped().frameworks[id].claims for id, claim in found.claims.items())


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Harbour Ferries Limited is listed in Hong Kong.", "Harbour Ferries Limited"),
        ("Nordlicht Energie AG and its companies", "Nordlicht Energie AG"),
        ("We are Blue Harbour Holdings Ltd.", "Blue Harbour Holdings Ltd."),
        ("Blue Harbour Inc. makes boats.", "Blue Harbour Inc."),
        ("The Harbour Corporation makes boats.", "Harbour Corporation"),
        ("Muster SE reports for the first time.", "Muster SE"),
        ("Copyright Harbour plc", "Harbour plc"),
        ("海港渡轮有限公司于香港上市。", "海港渡轮有限公司"),
        ("海港渡輪股份有限公司", "海港渡輪股份有限公司"),
        ("本報告由海港渡輪有限公司發布。", "海港渡輪有限公司"),
        ("关于海港渡轮有限公司的报告", "海港渡轮有限公司"),
        ("Our Corporate Governance is good.", ""),
        ("Corporate responsibility at home", ""),
    ],
)
def test_the_issuer(text, issuer):
    assert guess(text).issuer.removeprefix("The ").removeprefix("Copyright ") == issuer


def test_the_name_that_is_said_most_often_wins():
    assert guess("Bureau Veritas Limited", *["Harbour Limited sails."] * 3).issuer == "Harbour Limited"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We care for the environment.", "en"),
        ("我们关注环境与社会责任。", "zh-Hans"),
        ("我們關注環境與社會責任。", "zh-Hant"),
        ("环境", "zh-Hans"),
        ("環境", "zh-Hant"),
        ("我们按照 GRI Standards 与 TCFD 披露。", "zh-Hans"),
        ("我們按照 GRI Standards 與 TCFD 披露。", "zh-Hant"),
        ("Alibaba Group (阿里巴巴集团) is a company that makes it easy to do business anywhere.", "en"),
        ("我們使用「中国」一詞，並發布環境報告。", "zh-Hant"),
        ("1 234 567 %", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_text_even_a_mixed_one(text, language):
    assert detected_language(text) == language


@pytest.mark.parametrize("title", ["Sustainability Report 2024", "2024年可持续发展报告", "2024年環境、社會及管治報告"])
def test_the_title_is_the_first_line_that_names_a_report(title):
    assert guess("Contents", title, "The report of the year before").title == title
