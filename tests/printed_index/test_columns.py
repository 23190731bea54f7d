"""What each column of an index holds is told by all its rows, whatever its head says and in whatever language."""

import re

import pytest

from disclosure_index.printed_index import read_printed_indexes
from disclosure_index.reading.text.reader import read_text


@pytest.fixture
def read(frameworks):
    def call(text):
        table = re.sub(r" ?\| ?", "\t", text)
        return read_printed_indexes(read_text(table.encode(), "report.txt", "en"), frameworks)

    return call


def places(result):
    return [(claim.code, ";".join(claim.pages) or claim.location_text) for claim in result.claims]


ROWS = "2-1 | Organizational details | {0}\n2-7 | Employees | {1}\n302-1 | Energy consumption | {2}\n"


@pytest.mark.parametrize(
    "head",
    [
        "GRI | Title of it | Seen on",
        "Codice | Descrizione | Pagina",
        "Kennzahl | Angabe | Fundort",
        "Standard | Subject | Index",
        "Subject | Description | Evidence",
        "GRI | What | To be found",
    ],
)
@pytest.mark.parametrize("cells", [("4", "5-6", "12"), ("p. 4", "p. 5-6", "p. 12"), ("pag. 4", "pag. 5-6", "pag. 12")])
def test_pages_below_any_head(read, head, cells):
    result = read(f"GRI content index\n{head}\n{ROWS.format(*cells)}")
    assert places(result) == [("2-1", "4"), ("2-7", "5-6"), ("302-1", "12")]
    assert result.findings == ()


@pytest.mark.parametrize("head", ["Evidence", "Index", "Our answer", "Performance", "Response", "Kommentar"])
def test_answers_below_any_head(read, head):
    answers = ("We are at home in Emden and in Leer.", "We have 40 people at two yards.", "We used 12 MWh.")
    result = read(f"GRI content index\nSubject | Description | {head}\n{ROWS.format(*answers)}")
    assert places(result) == list(zip(("2-1", "2-7", "302-1"), answers, strict=True))
    assert [claim.sections for claim in result.claims] == [()] * 3


NAMES = [
    "GRI general disclosures",
    "GRI disclosures",
    "GRI",
    "GRI standard disclosure",
    "Standard information",
    "GRI 披露",
]


@pytest.mark.parametrize("head", NAMES)
def test_answers_below_a_head_that_names_the_framework(read, head):
    answers = ("We are at home in Emden and in Leer.", "We have 40 people, see Annual Report, p. 3", "Energy (page 12)")
    result = read(f"GRI content index\nReference | Requirement | {head}\n{ROWS.format(*answers)}")
    assert [claim.location_text for claim in result.claims] == list(answers)
    assert [claim.pages for claim in result.claims] == [(), (), ("12",)]


@pytest.mark.parametrize("head", ["SASB code", "Comply or explain", "GRI standard", "No."])
@pytest.mark.parametrize("cells", [("EM-X-1", "EM-X-2", "EM-X-3"), ("Comply or explain",) * 3, ("General",) * 3])
def test_other_codes_and_obligations_are_no_answers(read, head, cells):
    result = read(
        f"GRI content index\nReference | Requirement | {head} | Page\n"
        + "".join(f"{row} | {page}\n" for row, page in zip(ROWS.format(*cells).splitlines(), (4, 5, 12), strict=True))
    )
    assert places(result) == [("2-1", "4"), ("2-7", "5"), ("302-1", "12")]


@pytest.mark.parametrize("head", ["Location or reason for omission", "Section / Omission", "位置或从略原因"])
def test_a_head_with_two_meanings_is_one_of_places(read, head):
    result = read(
        f"GRI\nGRI Standard | Disclosure | {head}\n{ROWS.format('Profile', 'People', 'Not applicable: no yards')}"
    )
    assert [claim.sections for claim in result.claims] == [(("Profile",),), (("People",),), ()]
    assert [claim.omission_reason for claim in result.claims] == ["", "", "not-applicable"]


@pytest.mark.parametrize(
    "text",
    [
        " | Standard | Code | Title | Page\n"
        "Economic | 201 | 201-1 | Value | 4\n | | 201-4 | Aid | 5\n | 401 | 401-1 | Hires | 6\n",
        "Standard | Code | Title | Page\n201 | 201-1 | Value | 4\n201 | 201-4 | Aid | 5\n401 | 401-1 | Hires | 6\n",
        "Std. | No. | Title | Page\n201 | 201-1 | Value | 4\n | 201-4 | Aid | 5\n401 | 401-1 | Hires | 6\n",
    ],
)
def test_numbers_of_standards_are_no_pages(read, text):
    assert places(read(f"GRI content index\n{text}")) == [("201-1", "4"), ("201-4", "5"), ("401-1", "6")]


@pytest.mark.parametrize(
    ("head", "principles"),
    [
        ("GRI Standard | GRI Disclosure UN Global Compact | Page", "UNGC 3-6"),
        ("Standard | GRI / UNGC | Page", "UNGC 3-6"),
        ("Topic | GRI Disclosure and UN Global Compact principle | Page", "UNGC 3-6"),
    ],
)
def test_codes_of_two_frameworks_in_one_column(read, head, principles):
    result = read(
        f"GRI content index\n{head}\nGRI 2 | 2-1: Organizational details | 1\n | 2-7: Employees {principles} | 4\n"
    )
    assert [(c.framework, c.code, c.pages) for c in result.claims] == [
        ("gri", "2-1", ("1",)),
        *(("gri", "2-7", ("4",)),),
        *(("ungc", code, ("4",)) for code in "3456"),
    ]


@pytest.mark.parametrize("topics", [5, 15, 25])
def test_rows_of_topics_do_not_make_it_another_table(read, topics):
    numbers = (*range(201, 208), *range(301, 309), *range(401, 420))[:topics]
    rows = "".join(f"GRI {number} Topic | 9 | x\n" for number in numbers)
    codes = "".join(f"GRI 2-{n} Something | {n} | y\n" for n in range(1, 5))
    result = read(f"GRI Table\nGeneral Disclosures | Page | Comment\nGRI 2 General disclosures | | \n{codes}{rows}")
    assert places(result) == [(f"2-{n}", str(n)) for n in range(1, 5)]


@pytest.mark.parametrize(
    "row",
    ["GRI 302: Energy 2016 | | | 7, 8\n", "GRI 302: Energy | 2016 | | 7, 8\n", "GRI 302 | Energy | | Principle 7, 8\n"],
)
def test_a_principle_beside_a_standard_holds_for_its_rows_that_have_a_place(read, row):
    result = read(
        f"GRI content index\nGRI Standard | Disclosures | Page | UNGC Principle\n{row}"
        "GRI 103: Management Approach 2016 | | | \n103-1 | Explanation | 9 | \n"
        "302-1 | Energy consumption | 3 | \n302-2 | Energy outside |  | \n302-3 | Energy intensity | 1 | \n"
        "305-1 | Emissions | 5 | \n"
    )
    assert [(c.code, c.pages) for c in result.claims if c.framework == "ungc"] == [
        ("7", ("3",)), ("8", ("3",)), ("7", ("1",)), ("8", ("1",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "row",
    [
        "2-7 Employees |  | 4 | \n",
        "2-7: Employees |  | 4 | \n",
        "GRI 2-7 Employees |  | 4 | \n",
        "2-7 | Employees | 4 | \n",
    ],
)
def test_a_code_that_slid_out_of_its_column_is_a_row_of_its_own(read, row):
    result = read(
        "GRI content index\nGRI Standard | Disclosure | Page | Omission\nGRI 2 | 2-1 Organizational details | 1 | \n"
        f"{row} | 2-9 Governance structure | 2 | \n | 2-11 Chair | 3 | \nGRI 302 | 302-1 Energy | 5 | \n"
    )
    assert places(result) == [("2-1", "1"), ("2-7", "4"), ("2-9", "2"), ("2-11", "3"), ("302-1", "5")]


@pytest.mark.parametrize(
    "head",
    [
        "GRI Standard | | Page | SDG sub-goals | Material aspects | Page",
        "GRI | Title | Page | Aspect | Why | Page",
        "GRI | Title | Seite | Thema | Grund | Seite",
    ],
)
def test_another_table_beside_it_keeps_its_pages(read, head):
    result = read(
        f"GRI content index\n{head}\n2-1 | Organizational details | 1 | x | Supply | 7\n"
        "2-9 | Governance structure | 2 | y | Energy | 8\n302-1 | Energy consumption | 3 | z | Waste | 9\n"
    )
    assert [(c.code, c.pages) for c in result.claims if c.framework == "gri"] == [
        ("2-1", ("1",)), ("2-9", ("2",)), ("302-1", ("3",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "second",
    [
        "GRI | Title of it | Part | Seen on\n"
        "2-9 | Structure | Boards | 2\n2-11 | Chair | Boards | 2\n302-1 | Energy | Power | 3\n",
        "2-9 | Structure | 2\n2-11 | Chair | 2\n302-1 | Energy | 3\n",
        "GRI | Seen on\n2-9 | 2\n2-11 | 2\n302-1 | 3\n",
    ],
)
def test_a_page_with_other_columns_is_read_by_itself(read, second):
    first = "GRI | Title of it |  | Part | Seen on\n" + "".join(
        f"2-{n} | A title |  | Company | {n}\n" for n in range(1, 5)
    )
    result = read(f"GRI content index\n{first}\n{second}")
    assert [(c.code, c.pages) for c in result.claims][4:] == [("2-9", ("2",)), ("2-11", ("2",)), ("302-1", ("3",))]


@pytest.mark.parametrize(
    "rows",
    [
        "2-1 | Details | 1\n2-7 | Employees | \n2-9 | Structure | 2\n2-11 | Chair | \n302-1 | Energy | 3\n",
        "2-1 | Details | 1\n2-7 | Employees | \n2-9 | Structure | \n2-11 | Chair | \n302-1 | Energy | 3\n",
        "2-1 | Details | p. 1\n2-7 | Employees | \n302-1 | Energy | p. 3\n",
    ],
)
def test_an_empty_page_is_no_page_where_nothing_is_merged(read, rows):
    result = read(f"GRI content index\nGRI | Description | Page\n{rows}")
    assert [c.pages for c in result.claims if c.code in ("2-7", "2-11")] == [()] * (
        rows.count("2-7") + rows.count("2-11")
    )


@pytest.mark.parametrize(
    ("parts", "letters"), [("d", ("d",)), ("a, b", ("a", "b")), ("305-1-b and c", ("b", "c")), ("(a), (d)", ("a", "d"))]
)
def test_requirements_that_are_omitted(read, parts, letters):
    result = read(
        "GRI content index\nGRI Standard | Disclosure | Location | Requirement(s) omitted | Reason | Explanation\n"
        "GRI 302 | 302-1 Energy | Energy |  |  | \n"
        f"GRI 305 | 305-1 Emissions | Air | {parts} | Information unavailable/incomplete | A base year comes later\n"
        "GRI 305 | 305-2 Emissions | - | a | Not applicable | We buy none\n"
    )
    assert [(c.code, c.datapoints, c.location_text, c.omission_reason, c.explanation) for c in result.claims][1:] == [
        ("305-1", (), "Air", "", ""),
        ("305-1", letters, "", "information-unavailable", "A base year comes later"),
        ("305-2", (), "-", "not-applicable", "We buy none"),
    ]


def test_a_shortened_title_moves_no_code_to_one_that_the_index_does_not_print(read):
    result = read(
        "GRI content index\nDisclosure | Title | Location\nGRI 2-3 | Reporting period | People\n"
        "GRI 2-6 | Supply chain | People\nGRI 2-22 | Statement from senior decision-maker | Board\n"
        "GRI 2-29 | List of stakeholder groups | Board\n"
    )
    assert [claim.code for claim in result.claims] == ["2-3", "2-6", "2-22", "2-29"]
    assert result.findings == ()


@pytest.mark.parametrize(
    "caption", ["TCFD supplemental guidance for banks", "TCFD 揭露建議-銀行業補充指引", "補充指引對照表"]
)
def test_guidance_on_disclosures_is_no_index_of_them(read, caption):
    rows = "".join(f"Strategy | {letter}) … | p. {n}\n" for n, letter in enumerate("abc", 20))
    index = f"TCFD index\nPillar | Disclosure | Location\n{rows}"
    result = read(f"{index}\n{caption}\nPillar | Guidance | Location\n{rows.replace('p. ', 'p. 1')}")
    assert [claim.pages for claim in result.claims] == [("20",), ("21",), ("22",)]


STATUS = [
    ("Reporting level", "Included", "Information unavailable", "information-unavailable"),
    ("Status", "Fully", "Information incomplete", "information-unavailable"),
    ("Disclosure level", "Reported", "Confidentiality constraints", "confidentiality-constraints"),
    ("", "✓", "Information unavailable", "information-unavailable"),
    ("披露情况", "已披露", "信息不可用", "information-unavailable"),
    ("披露程度", "全部", "資料不完整", "information-unavailable"),
]


@pytest.mark.parametrize(("head", "word", "reason", "expected"), STATUS, ids=[row[1] for row in STATUS])
def test_a_reason_for_omission_among_words_of_status(read, head, word, reason, expected):
    result = read(
        f"GRI content index\nGRI Standard | Disclosure | Location | {head}\n"
        f"GRI 2 | 2-1 Organizational details | p. 4 | {word}\nGRI 2 | 2-6 Value chain | p. 5 | {word}\n"
        f"GRI 2 | 2-7 Employees | p. 6 | {word}\nGRI 2 | 2-8 Other workers | To be published later. | {reason}\n"
    )
    assert [claim.omission_reason for claim in result.claims] == ["", "", "", expected]


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("External assurance", ("Yes", "Yes", "Not applicable")),
        ("Unit", ("t", "t", "Not applicable")),
        ("Where else", ("People", "Climate", "Not applicable")),
    ],
)
def test_a_column_of_something_else_states_no_reason(read, head, cells):
    rows = "".join(f"GRI 2 | 2-{n} Title {n} | We say so | {cell}\n" for n, cell in enumerate(cells, 6))
    result = read(f"GRI content index\nGRI Standard | Disclosure | Location | {head}\n{rows}")
    assert [claim.omission_reason for claim in result.claims] == ["", "", ""]


def test_paragraphs_beside_the_name_of_their_standard(read):
    head = "Standard | Paragraph | Requirement | Page"
    rows = (
        "IFRS S2 | 6(a) | Body | 4\nIFRS S2 | 22 | Resilience | 6\n"
        "IFRS S1 | 20 | Entity | 3\nIFRS S1 | 72 | Statement | 3"
    )
    claims = {(claim.framework, claim.code): claim.pages for claim in read(f"IFRS index\n{head}\n{rows}").claims}
    assert claims == {
        ("ifrs-s2", "6(a)"): ("4",), ("ifrs-s2", "22"): ("6",), ("ifrs-s1", "20"): ("3",), ("ifrs-s1", "72"): ("3",)
    }  # fmt: skip


def test_codes_of_several_frameworks_below_each_other_are_claimed_once(read):
    rows = "GRI | 2-1 | Details | 2\nGRI | 305-1 | Scope 1 | 4\n"
    rows += "SASB | TR-AF-110a.1 | Scope 1 | 4\nIFRS S2 | 22 | Resilience | 5"
    claims = [
        (claim.framework, claim.code)
        for claim in read(f"Content index\nFramework | Reference | Disclosure | Page\n{rows}").claims
    ]
    assert sorted(claims) == [("gri", "2-1"), ("gri", "305-1"), ("ifrs-s2", "22"), ("sasb", "TR-AF-110a.1")]


@pytest.mark.parametrize(("chapter", "page"), [("Chapter", "Page"), ("Kapitel", "Seite"), ("章节", "页码")])
def test_numbers_of_chapters_beside_pages_are_no_pages(read, chapter, page):
    rows = "2-1 | Details | 2 | 4\n2-7 | Staff | 3 | 5\n302-1 | Energy | 3 | 6"
    result = read(f"GRI content index\nGRI | Topic | {chapter} | {page}\n{rows}")
    assert [claim.pages for claim in result.claims] == [("4",), ("5",), ("6",)]


def test_codes_of_a_body_that_is_not_known_are_no_places(read):
    rows = "Our people | S1.1.1, S2.3.1 | 2-7, 401-1 | SDG 8\nEnergy | E1.1.1, E1.2.3 | 302-1 | SDG 7\n"
    rows += "Water | E2.1.1 | 303-3 | SDG 6"
    result = read(f"Indicator index\nContents | CASS-ESG 5.0 | GRI Standards | SDGs\n{rows}")
    assert {claim.location_text for claim in result.claims if claim.framework == "gri"} == {
        "Our people",
        "Energy",
        "Water",
    }


def test_a_head_of_a_joint_table_may_have_the_number_of_a_guide(read):
    rows = (
        "About | 2 | 2-1, 2-2 | — | — | Art. 6\nClimate | 6 | 305-1 | IF-EU-110a.1 | Governance a), b) | Art. 7\n"
        "Staff | 8 | 2-7 | — | — | Art. 8"
    )
    head = "Contents | Page | GRI | SASB | TCFD | Exchange Guide No. 14"
    claims = {(claim.framework, claim.code) for claim in read(f"Joint index\n{head}\n{rows}").claims}
    assert {("tcfd", "governance-a"), ("tcfd", "governance-b"), ("sasb", "IF-EU-110a.1")} <= claims
