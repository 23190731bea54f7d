"""Index tables in every layout that real reports use, in three languages; all of them made up here."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.printed_index import read_printed_indexes
from disclosure_index.printed_index.location_cells.locations import marked_pages, sections_in
from disclosure_index.printed_index.location_cells.page_references import only_pages
from disclosure_index.reading.text.reader import read_text
from tests.support.tiers import examples


@pytest.fixture
def read(frameworks):
    def call(text, language="en"):
        table = re.sub(r" ?\| ?", "\t", text)  # tabs, told from spaces by the eye
        return read_printed_indexes(read_text(table.encode(), "report.txt", language), frameworks)

    return call


def places(result):
    return [(claim.code, ";".join(claim.pages)) for claim in result.claims]


def sections(result):
    return [(claim.code, *claim.sections) for claim in result.claims]


# --- layouts --------------------------------------------------------------------------------------


def test_by_disclosure_with_pages(read):
    result = read(
        "GRI Content Index\n"
        "GRI Standard | Location\n"
        "GRI 2: General Disclosures 2021 | \n"
        "GRI 2-1 Organizational details | P. 63\n"
        "GRI 2-3 Reporting period, frequency and contact point | P. 6, 63\n"
        "GRI 2-9 Governance structure and composition | Annual Report, Chapter: Corporate Governance, p. 12\n"
        "GRI 306: Waste 2020 | \n"
        "GRI 306-3 Waste generated | Page 48 – 50\n"
        "GRI 306: Effluents and Waste 2016 | \n"
        "GRI 306-3 Significant spills | 14 et seq.\n"
    )
    assert places(result) == [("2-1", "63"), ("2-3", "6;63"), ("2-9", ""), ("306-3", "48-50"), ("306-3", "14+")]
    assert [claim.edition for claim in result.claims] == ["2021", "2021", "2021", "2020", "2016"]
    assert result.claims[1].title == "Reporting period, frequency and contact point"
    assert result.findings == ()


def test_the_management_of_a_standard_s_topic_is_no_unread_code(read):
    result = read(
        "GRI Content Index\n"
        "GRI Standard | Title | Location\n"
        "GRI 201: Economic Performance 2016 | | \n"
        "201: 3-3 | Management of material topics | Economy\n"
        "201-1 | Direct economic value generated and distributed | Economy\n"
        "201-2 | Financial implications and other risks and opportunities due to climate change | Climate\n"
        "201-99 | Another value | Economy\n"
    )
    assert [claim.code for claim in result.claims] == ["201-1", "201-2"]
    assert [(finding.rule, finding.location.line) for finding in result.findings] == [("DI406", 7)]


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("HKEX ESG Guide | Content | Section", ["Governance Structure", "Reporting Principles", "Reporting Boundary"]),
        ("港交所指引 | 內容 | 章節", ["管治架構", "匯報原則", "匯報範圍"]),
        ("港交所指引 | 内容 | 章节", ["管治架构", "汇报原则", "汇报范围"]),
    ],
)
def test_the_paragraphs_of_part_b_by_their_names(read, head, names):
    rows = [f"{name} | … | Part {n}\n" for n, name in enumerate(names)]
    kpis = [f"KPI A1.{n} | … | Air\n" for n in range(1, 7)]
    result = read(f"HKEX ESG index\n{head}\n" + "".join([*rows, *kpis]))
    assert sections(result)[:3] == [("13", ("Part 0",)), ("14", ("Part 1",)), ("15", ("Part 2",))]
    assert len(result.claims) == 9
    assert result.findings == ()


def test_the_template_with_omissions_and_material_topics(read):
    result = read(
        "GRI STANDARD | DISCLOSURE | LOCATION | REQUIREMENT(S) OMITTED | REASON | EXPLANATION | SECTOR REF. NO.\n"
        "GRI 2: General Disclosures 2021 | 2-1 Organizational details | About us, p. 4 | | | | \n"
        "| 2-8 Workers who are not employees | | a, b | Confidentiality constraints | We do not publish it | \n"
        "Emissions | | | | | | \n"
        "GRI 3: Material Topics 2021 | 3-3 Management of material topics | 30-32 | | | | 11.1.1\n"
        "GRI 305: Emissions 2016 | 305-1 Direct (Scope 1) GHG emissions | 33 | | | | 11.1.5\n"
        "Water | | | | | | \n"
        "GRI 3: Material Topics 2021 | 3-3 Management of material topics | 40 | | | | 11.6.1\n"
    )
    assert places(result) == [("2-1", "4"), ("2-8", ""), ("3-3", "30-32"), ("305-1", "33"), ("3-3", "40")]
    assert [claim.omission_reason for claim in result.claims if claim.omission_reason] == [
        "confidentiality-constraints"
    ]
    assert [claim.topic for claim in result.claims if claim.code == "3-3"] == ["Emissions", "Water"]


def test_by_section_with_a_column_per_framework(read):
    result = read(
        "附录 7 指标索引\n\n"
        "报告章节 | 港交所 ESG 指引 | SASB | GRI | TCFD\n"
        "第一章 - 绿色星球 | | | | \n"
        "迈向碳中和 | A1, A1.2; A4 | CG-EC-130a.1 CG-EC-130a.3; | 302-4; 305-1, 305-2 | 策略 -(a)、(b) 及 (c)\n"
        "绿水青山 | A3.1 | | 403-1 to 403-3 | 治理 -(b); 风险管理 -(b)\n"
        "多样的选择 | | | | \n"
        "附录 | | | | \n"
        "数据表 | B2.1; , B3.1 | | 404-1; | 指标及目标 -(b)\n",
        "zh-Hans",
    )
    by_section = {}
    for claim in result.claims:
        by_section.setdefault(claim.section, []).append(claim.code)
    assert by_section == {
        ("第一章 - 绿色星球", "迈向碳中和"): [
            *("A1", "A1.2", "A4", "CG-EC-130a.1", "CG-EC-130a.3", "302-4", "305-1", "305-2"),
            *("strategy-a", "strategy-b", "strategy-c"),
        ],
        ("第一章 - 绿色星球", "绿水青山"): ["A3.1", "403-1", "403-2", "403-3", "governance-b", "risk-management-b"],
        ("附录", "数据表"): ["B2.1", "B3.1", "404-1", "metrics-targets-b"],
    }
    assert [(f.rule, f.location.line) for f in result.findings] == [("DI402", 5), ("DI403", 7), ("DI401", 9)]


def test_by_disclosure_with_section_names(read):
    result = read(
        "Code | Metric | Reference/Comment\n"
        "HC-BP-260a.1 | Traceability | Product-related crime; Supply chain → Audits\n"
        "HC-BP-250a.5 | FDA enforcement actions | We had no such FDA enforcement actions in 2023.\n"
        "HC-BP-270a.1 | Losses from legal proceedings | Not reported due to confidentiality constraints.\n"
        "HC-BP-000.A HC-BP-000.B | Activity | See also: Global Health\n"
    )
    assert sections(result) == [
        ("HC-BP-260a.1", ("Product-related crime",), ("Supply chain", "Audits")),
        ("HC-BP-250a.5",),
        ("HC-BP-270a.1",),
        ("HC-BP-000.A", ("Global Health",)),
        ("HC-BP-000.B", ("Global Health",)),
    ]
    assert result.claims[2].omission_reason == "confidentiality"


def test_by_principle_with_merged_cells(read):
    result = read(
        "领域 | 原则 | 对应章节\n"
        "人权 | 原则 1：尊重人权 | 支持员工 - 多元与平等\n"
        "| 原则 2：不与践踏人权者同流合污 | \n"
        "环境 | 原则 7：预防性方法 | 绿色星球\n"
        "| 原则 8：环境责任 | \n",
        "zh-Hans",
    )
    assert sections(result) == [
        *((code, ("支持员工", "多元与平等")) for code in "12"),
        *((code, ("绿色星球",)) for code in "78"),
    ]


def test_an_empty_location_among_full_ones_stays_empty(read):
    result = read("GRI | Page\n2-1 | 4\n2-2 | 5\n2-3 |\n2-4 | 6\n2-5 | 7\n2-6 | 8\n")
    assert places(result)[2] == ("2-3", "")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "HKEX ESG Reporting Guide Content Index\n"
            "Aspects, General Disclosures and KPIs | Section / Remarks\n"
            "Aspect A1: Emissions | \n"
            "General Disclosure Information on the policies | Environment – Emissions\n"
            "KPI A1.1 The types of emissions | Environment – Emissions, page 12\n"
            "KPI A1.3 Total hazardous waste | Not applicable\n"
            "Aspect B4: Labour Standards | \n"
            "General Disclosure | Labour, p. 13\n",
        ),
        (
            "zh-Hant",
            "環境、社會及管治報告指引索引\n"
            "層面、一般披露及關鍵績效指標 | 描述 | 章節 | 頁碼\n"
            "層面A1：排放物 | | | \n"
            "一般披露 | 有關廢氣排放 | 環境 – 排放物 | \n"
            "關鍵績效指標A1.1 | 排放物種類 | 環境 – 排放物 | 12\n"
            "關鍵績效指標A1.3 | 有害廢棄物 | 不適用 | -\n"
            "層面B4：勞工準則 | | | \n"
            "一般披露 | 防止童工 | 勞工 | 第13頁\n",
        ),
        (
            "zh-Hans",
            "《环境、社会及管治报告指引》内容索引\n"
            "指标内容 | 对应章节\n"
            "A1 排放物 | \n"
            "一般披露 有关废气排放 | 环境 – 排放物\n"
            "A1.1 排放物种类及相关排放数据。 | 环境 – 排放物，第12页\n"
            "A1.3 所产生有害废弃物总量 | 不适用\n"
            "B4 劳工准则 | \n"
            "一般披露 | 劳工，第13页\n",
        ),
    ],
)
def test_hkex_with_aspects_and_general_disclosures(read, language, text):
    result = read(text, language)
    assert places(result) == [("A1", ""), ("A1.1", "12"), ("A1.3", ""), ("B4", "13")]
    assert [claim.omission_reason for claim in result.claims] == ["", "", "not-applicable", ""]
    assert result.claims[0].section[-1] in ("Emissions", "排放物")


def test_letters_below_a_pillar(read):
    result = read(
        "TCFD Index\n"
        "Recommendation | Disclosure | Location\n"
        "Governance | a) The board's oversight | p. 12\n"
        "| b) Management's role | p. 13–14\n"
        "Strategy | a) Risks | pp. 20-22\n"
        "| c) Resilience | 25 f.\n"
    )
    assert places(result) == [
        ("governance-a", "12"),
        ("governance-b", "13-14"),
        ("strategy-a", "20-22"),
        ("strategy-c", "25-26"),
    ]


def test_bare_paragraphs_below_the_name_of_their_standard(read):
    result = read(
        "IFRS S2 Index\n"
        "Category | Reference no. | Description | Page\n"
        "Governance | 6 | Board | 36, 44\n| 10 | Risks | 45-49\n"
        "Metrics | 29(a) | Emissions | 39\n"
    )
    assert [(c.code, ";".join(c.pages)) for c in result.claims if c.framework == "ifrs-s2"][-1] == ("29(a)", "39")
    assert {c.framework for c in result.claims} == {"ifrs-s2"}


def test_tables_side_by_side(read):
    result = read(
        "Code | Disclosure | Page | Code | Disclosure | Page\n"
        "2-1 | Organizational details | 4 | 205-1 | Risks of corruption | 50\n"
        "2-2 | Entities | 5 | 302-1 | Energy | 52-53\n"
    )
    assert sorted(places(result)) == [("2-1", "4"), ("2-2", "5"), ("205-1", "50"), ("302-1", "52-53")]


def test_an_aspect_reaches_over_a_page_break(read):
    head = "HKEX index\nGeneral Disclosures and KPIs | Page\n"
    result = read(
        f"{head}Aspect B2: Health and Safety | \nGeneral Disclosure | 4\nAspect B3: Development and Training | \n\n"
        f"{head}General Disclosure | 5\nKPI B3.1 | 6\nAspect B7: Anti-corruption | \nGeneral Disclosure | 7\n"
    )
    assert places(result) == [("B2", "4"), ("B3", "5"), ("B3.1", "6"), ("B7", "7")]


def test_rows_over_a_page_break_and_wrapped_codes(read):
    result = read(
        "GRI Standard | Reference | Comment\n"
        "2-8 Workers who are not employees | Career with us | Omission reason: Information unavailable. Workers\n"
        "\n"
        "GRI Standard | Reference | Comment\n"
        "| | are not logged.\n"
        "2- 10 Nomination | Boards | \n"
    )
    first, second = result.claims
    assert (first.note, first.omission_reason) == (
        "Omission reason: Information unavailable. Workers are not logged.",
        "information-unavailable",
    )
    assert second.code == "2-10"


def test_lines_without_tabs(read):
    result = read(
        "GRI内容索引\n"
        "GRI标准 披露项 章节索引 页码/备注\n"
        "2-1 组织详细情况 关于我们 5\n"
        "2-2 纳入组织可持续发展报告的实体 关于本报告 2\n"
        "2-5 外部鉴证 附录三：鉴证报告 76\n"
        "405-1 男女基本工资和报酬的比例 员工权益 45-46\n"
        "\n完\n",
        "zh-Hans",
    )
    assert places(result) == [("2-1", "5"), ("2-2", "2"), ("2-5", "76"), ("405-2", "45-46")]
    assert result.claims[0].section == ("关于我们",)
    assert [f.rule for f in result.findings] == ["DI404"]


def test_sub_letters_and_side_columns(read):
    result = read(
        "GRI Standard | Description | Page | UNGC\n"
        "2-1-a | Legal name | 4 | \n"
        "2-1-b | Ownership | 5 | \n"
        "205-1 | Operations assessed for risks related to corruption | 17, 19f. | Principle 10\n"
    )
    assert [(c.framework, c.code, c.datapoints, c.pages) for c in result.claims] == [
        ("gri", "2-1", ("a",), ("4",)),
        ("gri", "2-1", ("b",), ("5",)),
        ("gri", "205-1", (), ("17", "19-20")),
        ("ungc", "10", (), ("17", "19-20")),
    ]


def test_the_rows_of_a_standard_lend_each_other_its_edition(read):
    result = read(
        "Standard | Disclosure | Page\n"
        "| 2-1 Organizational details | 4\n"
        "GRI 2: General | 2-2 Entities | 5\n"
        "Disclosures | 2-3 Period | 6\n"
        "2021 | 2-4 Restatements | 7\n"
    )
    assert [claim.edition for claim in result.claims] == ["2021"] * 4


# --- what is wrong --------------------------------------------------------------------------------


def test_the_title_wins_over_the_code(read):
    result = read(
        "GRI | Disclosure | Page\n"
        "405-1 | Diversity of governance bodies and employees | 45\n"
        "405-1 | Ratio of basic salary and remuneration of women to men | 48\n"
    )
    assert places(result) == [("405-1", "45"), ("405-2", "48")]
    assert [(f.rule, f.code, f.location.line) for f in result.findings] == [("DI404", "405-2", 3)]


def test_like_titles_are_no_clash(read):
    result = read(
        "GRI | Disclosure | Page\n305-1 | Direct Scope 1 emissions | 4\n305-2 | Indirect Scope 2 emissions | 5\n"
    )
    assert result.findings == ()


def test_an_appendix_with_the_number_of_another(read):
    result = read(
        "附录 4 气候相关披露报告\n\n正文。\n\n附录 5 利益相关者沟通\n\n正文。\n\n"
        "报告章节 | GRI | TCFD\n附录 5 气候相关披露报告 | 201-2 | 治理 -(a)\n附录 5 利益相关者沟通 | 2-29 | \n",
        "zh-Hans",
    )
    assert [(f.rule, f.location.line, f.hint) for f in result.findings] == [
        ("DI405", 10, 'Write "附录 4 气候相关披露报告"')
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Indicator | Unit | GRI | 2022 | 2023\nScope 1 | t | 305-1 | 1,100 | 1,000\nEnergy | J | 302-1 | 5 | 5\n",
        "Topic | Why it matters | GRI | SDG\nClimate | We emit | 305-1, 305-2 | 13\nWater | We use | 303-3 | 6\n",
        "Year | Page\n2-3 years | 4\n",
        "A story of 2-3 years, GRI 305-1 and more. See 2-7.\n",
    ],
)
def test_other_tables_are_no_index(read, text):
    assert read(text).claims == ()


# --- pages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("P. 6, 63", "6;63"),
        ("Page 48 – 50", "48-50"),
        ("5~6", "5-6"),
        ("14 et seq.", "14+"),
        ("19f.", "19-20"),
        ("12 ff", "12+"),
        ("P08-P09, P58-P61", "8-9;58-61"),
        ("第12至14頁", "12-14"),
        ("20、22", "20;22"),
        ("pp. 7–9; 12", "7-9;12"),
        ("p.22/23", "22;23"),
        ("4 and 5", "4;5"),
        ("2, 7-15", "2;7-15"),
        ("100‒104", "100-104"),
    ],
)
def test_pages_in_the_notation_of_the_house(text, pages):
    assert ";".join(only_pages(text) or ()) == pages


@pytest.mark.parametrize("text", ["", "-", "305-1", "Business report 346", "12 employees", "1.5", "50%", "About us"])
def test_what_is_not_pages_alone(text):
    assert only_pages(text) is None


def test_pages_within_words_but_not_of_other_documents():
    assert marked_pages("Our people, p. 12-14 and page 20") == ("12-14", "20")
    assert marked_pages("员工关怀，第30页") == ("30",)
    assert marked_pages("Annual report 2023, p. 99") == ()


# --- arbitrary input ------------------------------------------------------------------------------

CELLS = st.sampled_from(
    [
        *("GRI", "Page", "Section", "305-1", "2-1 Organizational details", "12", "p. 4 f.", "2020", "1,000", "", "-"),
        *("Aspect A1", "General Disclosure", "A1.1", "CG-EC-130a.1", "(a)", "Governance", "6(a)(i)", ";,;", "•"),
        *("原则 1", "不适用", "附录 5 数据"),
    ]
)


@examples(60)
@given(st.lists(st.lists(CELLS | st.text(max_size=12), min_size=1, max_size=6), max_size=14))
def test_any_table_can_be_read(frameworks, rows):
    text = "\n".join("\t".join(cells) for cells in rows)
    document = read_text(text.encode("utf-8", "surrogatepass"), "report.txt", "en")
    result = read_printed_indexes(document, frameworks)
    assert all(claim.code and claim.row.path == "report.txt" for claim in result.claims)


# --- indexes as this program writes them ------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "first", "words"),
    [
        ("Aspect | Disclosure | Title | Obligation | Section", "A1: Emissions", "General disclosure"),
        ("層面 | 披露項目 | 名稱 | 披露責任 | 章節", "A1：排放物", "一般披露"),
        ("层面 | 披露项 | 名称 | 披露责任 | 章节", "A1：排放物", "一般披露"),
    ],
)
def test_general_disclosure_is_of_the_aspect_beside_it(read, head, first, words):
    kpis = "".join(f" | KPI A1.{n} | … | x | Air\n" for n in (1, 3, 5))
    second = first.replace("A1", "A2").split(":")[0].split("：")[0]
    result = read(
        f"HKEX index\n{head}\n{first} | {words} | … | x | Rules\n{kpis}{second}: Use | {words} | … | x | Use\n"
    )
    read_kpis = [(f"A1.{n}", ("Air",)) for n in (1, 3, 5)]
    assert sections(result) == [("A1", ("Rules",)), *read_kpis, ("A2", ("Use",))]


def test_what_a_paragraph_lists_is_told_by_its_title_alone(read):
    result = read(
        "HKEX index\n"
        "Group | Disclosure | Title | Section\n"
        "Principles | Paragraph 14 | Reporting principle: materiality | How topics are chosen\n"
        " | Paragraph 14 | Reporting principle: consistency | Methods\n"
    )
    assert [claim.code for claim in result.claims] == ["14(materiality)", "14(consistency)"]
    assert result.findings == ()


@pytest.mark.parametrize("words", ["to be completed", "TBC", "待补充", "待補充"])
def test_location_that_nobody_has_written_yet_promises_nothing(read, words):
    result = read(f"GRI Content Index\nGRI Standard | Disclosure | Location\n | 305-1 | Air\n | 305-2 | {words}\n")
    assert [claim.code for claim in result.claims] == ["305-1"]


def test_value_is_no_page(read):
    result = read(
        "SASB index\nTopic | Metric | Unit | Code | Location | Value\n"
        "Energy | Total energy | GJ | TR-MT-110a.3 | Energy, p. 26 | 1,421\n"
        "Safety | Casualties | Number | TR-MT-540a.1 | Fleet, p. 29 | 2\n"
    )
    assert places(result) == [("TR-MT-110a.3", "26"), ("TR-MT-540a.1", "29")]


def test_chapters_may_have_a_column_beside_the_sections(read):
    result = read("Index\nChapter | Section | GRI\nClimate | Air | 305-1; 305-7\n | Energy | 302-1\n")
    assert sections(result) == [("305-1", ("Air",)), ("305-7", ("Air",)), ("302-1", ("Energy",))]


def test_pillar_that_is_said_once_is_said_of_the_rows_below(read):
    letters = "".join(f" | {letter}) … | Risks\n" for letter in "bc")
    result = read(
        "TCFD recommendations\nPillar | Disclosure | Location\n"
        f"Strategy | a) … | Risks\n{letters}Risk Management | a) … | Risks\n{letters}"
    )
    assert [claim.code for claim in result.claims] == [
        f"{pillar}-{letter}" for pillar in ("strategy", "risk-management") for letter in "abc"
    ]


def test_range_of_pages_in_brackets_is_no_title(read):
    result = read("GRI内容索引\nGRI标准 | 披露项 | 位置\n | 305-1 | 空气（第25–37页）\n | 305-2 | 空气（第40页）\n")
    assert [(c.code, c.sections, c.pages) for c in result.claims] == [
        ("305-1", (("空气",),), ("25-37",)),
        ("305-2", (("空气",),), ("40",)),
    ]


@pytest.mark.parametrize(
    ("cell", "title"),
    [
        ("Research (Electronics)", "Research (Electronics)"),
        ("Research (Electronics) (p. 12)", "Research (Electronics)"),
        ("《治理（董事会）》第 12 页", "治理（董事会）"),
        ("(Our people, p. 12)", "Our people"),
        ("Climate (p. 12)", "Climate"),
    ],
)
def test_a_bracket_of_a_title_is_no_mark_around_it(cell, title):
    assert sections_in(cell, {"climate"}) == ((title,),)
