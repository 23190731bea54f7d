"""What layouts that the reader had not been tried on taught it; all of them made up here."""

import pytest

from disclosure_index.printed_index import read_printed_indexes
from disclosure_index.printed_index.location_cells.locations import marked_pages
from disclosure_index.printed_index.location_cells.page_references import only_pages
from disclosure_index.reading.text.reader import read_text


@pytest.fixture
def read(frameworks):
    def call(text, language="en"):
        table = text.replace(" | ", "\t")
        claims = read_printed_indexes(read_text(table.encode(), "report.txt", language), frameworks).claims
        return [(claim.code, ";".join(claim.pages) or claim.location_text) for claim in claims]

    return call


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("Who we are (6–7)", ("6-7",)),
        ("Climate (14–15), Water (18, 20)", ("14-15", "18", "20")),
        ("環境保護（18至19頁）", ("18-19",)),
        ("Sustainability Report (2024)", ()),  # a year
        ("Risk (1) is new", ()),  # an item of a sentence
    ],
)
def test_numbers_in_brackets_behind_a_section_are_pages(text, pages):
    assert marked_pages(text) == pages


@pytest.mark.parametrize(("text", "pages"), [("44¹", ("44",)), ("46*", ("46",)), ("12, 14²⁾", ("12", "14"))])
def test_the_mark_of_a_footnote_is_no_part_of_a_page(text, pages):
    assert only_pages(text) == pages


def test_principles_are_known_by_their_words(read):
    assert read(
        "The Ten Principles of the UN Global Compact\n"
        "Area | Principle | Page\n"
        "Human rights | A company respects and supports human rights | 50\n"
        " | and is not complicit in abuses | 51\n"
        "Labour | It bargains freely with associations | 52\n"
        " | uses no forced labour | 53\n"
        " | and no labour of children | 54\n"
    ) == [("1", "50"), ("2", "51"), ("3", "52"), ("4", "53"), ("5", "54")]


def test_words_alone_make_no_codes_where_no_framework_is_named(read):
    assert (
        read(
            "Our principles\n"
            "Area | Principle | Page\n"
            "Human rights | A company respects and supports human rights | 50\n"
            " | and is not complicit in abuses | 51\n"
            "Labour | It uses no forced labour | 53\n"
        )
        == []
    )


def test_a_pillar_may_be_followed_by_its_sentence(read):
    sentence = "The organization says how it governs what the climate may bring, and what may be won by it"
    assert read(
        "TCFD index\n"
        "Pillar | Recommended disclosure | Page\n"
        f"Governance: {sentence} | a) What the board oversees | 20\n"
        " | b) What the management does | 21\n"
        f"Strategy: {sentence} | a) What was found | 22\n"
        " | b) What it changes | 23\n"
    ) == [("governance-a", "20"), ("governance-b", "21"), ("strategy-a", "22"), ("strategy-b", "23")]


def test_a_general_disclosure_and_its_kpis_in_one_cell(read):
    assert read(
        "HKEX ESG Guide index\n"
        "Aspect | Disclosure | Page\n"
        "A1 Emissions | General Disclosure, KPI A1.1 to A1.3 | 18\n"
        "A2 Use of Resources | General Disclosure and KPI A2.1 | 20\n"
    ) == [("A1", "18"), ("A1.1", "18"), ("A1.2", "18"), ("A1.3", "18"), ("A2", "20"), ("A2.1", "20")]


def test_an_aspect_in_cells_of_its_own_claims_nothing(read):
    assert read(
        "HKEX ESG Guide index\n"
        "KPI | Description | Section\n"
        "Aspect A1 | Emissions | \n"
        "General Disclosure | Policies | Clean air\n"
        "KPI A1.1 | Types of emissions | Clean air\n"
        "Aspect A2 | Use of resources | \n"
        "General Disclosure | Policies | Thrift\n"
    ) == [("A1", "Clean air"), ("A1.1", "Clean air"), ("A2", "Thrift")]


def test_articles_of_another_rule_book_are_no_place(read):
    assert read(
        "指标索引\n报告目录 | GRI 标准 | 交易所《指引第14号》\n"
        "公司治理 | 2-9、2-10 | 第十一条\n员工权益 | 2-7、2-30 | 第四十九条\n能源 | 302-1、302-3 | 第三十五条\n",
        "zh-Hans",
    ) == [
        ("2-9", "公司治理"),
        ("2-10", "公司治理"),
        ("2-7", "员工权益"),
        ("2-30", "员工权益"),
        ("302-1", "能源"),
        ("302-3", "能源"),
    ]


def test_heads_of_two_rows_are_read_together(read):
    assert read(
        "GRI content index\n"
        "Standard | Disclosure | Location | Omission |  | \n"
        " |  |  | Requirement(s) omitted | Reason | Explanation\n"
        "GRI 2 | 2-7 Employees | p. 40 | 2-7-b | Not applicable | There are none\n"
        " | 2-9 Governance structure and composition | p. 16 |  |  | \n"
    ) == [("2-7", "40"), ("2-9", "16")]
