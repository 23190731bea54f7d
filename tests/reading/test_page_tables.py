"""Tables on the pages of a PDF: where they begin and end, and what they have of the page before."""

from dataclasses import replace

import pytest

from disclosure_index.catalog.notation.shipped_shapes import shipped_shapes
from disclosure_index.reading.page_layout.index_pages import index_pages
from disclosure_index.reading.page_layout.lines import Word, join_lines
from disclosure_index.reading.page_layout.tables import Block, Read, blocks_of, joined_pages
from disclosure_index.reading.superscripts import without_marks

SIZE = 10.0


def words(*lines, pitch=20.0):
    """Set lines of (x, text), one below the other; a word is as wide as its letters."""
    found = []
    for number, line in enumerate(lines):
        for x, text in line:
            at = x
            for word in text.split():
                top = number * pitch
                found.append(Word(word, at, at + 5.0 * len(word), top, top + SIZE, SIZE))
                at += 5.0 * len(word) + 3.0
    return found


def rows(read):
    return [block.cells for block in read.blocks if block.row]


HEAD = [(0, "Disclosure"), (100, "Title"), (300, "Page")]
HEADS_IN_COLUMNS = [(0, "Code"), (35, "Title"), (150, "Page")]
FIRST = [
    HEAD,
    [(0, "GRI 2-1"), (100, "Organizational details"), (300, "4")],
    [(0, "GRI 2-7"), (100, "Employees"), (300, "40")],
    [(0, "GRI 2-9"), (100, "Governance structure"), (300, "16")],
]


def test_a_table_that_goes_on_without_its_head_keeps_its_columns():
    before = blocks_of(words(*FIRST)).columns
    going_on = words(
        [(0, "GRI 3-1"), (100, "Process to determine material"), (300, "10")],
        [(0, "GRI 3-2"), (100, "List of material topics by weight"), (300, "11")],
    )
    assert rows(blocks_of(going_on, before=before)) == [
        ("GRI 3-1", "Process to determine material", "10"),
        ("GRI 3-2", "List of material topics by weight", "11"),
    ]


def test_rows_without_codes_stand_further_apart_than_lines():
    table = words(
        [(0, "Task Force on Climate-related Financial Disclosures")],
        [(0, "Theme"), (100, "Recommendation"), (300, "Page")],
        [(0, "Governance"), (100, "Board oversight"), (300, "40")],
        [(100, "Role of management"), (300, "41")],
        [(0, "Strategy"), (100, "Risks and opportunities"), (300, "42")],
    )
    assert rows(blocks_of(table)) == [
        ("Theme", "Recommendation", "Page"),
        ("Governance", "Board oversight", "40"),
        ("", "Role of management", "41"),
        ("Strategy", "Risks and opportunities", "42"),
    ]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        (["The Ten Principles of the UN Global Compact", "Area Principle Page", "Labour No forced labour 40"], [0]),
        (["TCFD 建議揭露對照表", "面向 建議揭露事項 頁碼", "治理 董事會的監督 30"], [0]),
        (["We support the Global Compact.", "Our people are our strength.", "They are many."], []),
        (["Area Principle Page", "Labour No forced labour 40"], []),  # no framework is named
    ],
)
def test_a_page_with_a_table_without_codes_is_an_index_page(page, wanted):
    assert index_pages([page]) == wanted


TALL = (
    ("GRI 2-1", ("Organizational details", "and those of its parts", "in all countries"), ("Who we", "are")),
    ("GRI 2-7", ("Employees",), ("Our people",)),
    ("GRI 2-9", ("Governance structure", "and composition"), ("Our board and", "what is asked", "of it")),
    ("GRI 3-1", ("Process to determine", "material topics"), ("About",)),
)
CHINESE = (
    ("2-1", ("组织详细情况", "以及各地附属", "公司的情况"), ("关于", "我们")),
    ("2-7", ("员工",), ("我们的员工",)),
    ("2-9", ("管治架构", "和组成"), ("董事会及", "其各专门", "委员会")),
    ("3-1", ("确定实质性", "议题的过程"), ("关于",)),
)


def set_at(valign, rows_, between):
    """Set rows whose cells of several lines begin, end or are centred at one height."""
    share = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[valign]
    found, top = [], 20.0
    for code, *cells in rows_:
        height = max(map(len, cells))
        for x, lines in ((0, (code,)), (100, cells[0]), (300, cells[1])):
            for number, line in enumerate(lines):
                y = top + 12.0 * (share * (height - len(lines)) + number)
                at = x
                for word in line.split():
                    wide = 5.0 if word.isascii() else 10.0
                    found.append(Word(word, at, at + wide * len(word), y, y + SIZE, SIZE))
                    at += wide * len(word) + 3.0
        top += 12.0 * height + between
    return [*words(HEAD), *found]


@pytest.mark.parametrize("table", [TALL, CHINESE], ids=["en", "zh"])
@pytest.mark.parametrize("between", [0.0, 3.0, 12.0])
@pytest.mark.parametrize("valign", ["top", "middle", "bottom"])
def test_lines_of_a_cell_stay_together_wherever_its_code_stands(valign, between, table):
    space = " " if table is TALL else ""
    wanted = [(code, *(space.join(cell) for cell in cells)) for code, *cells in table]
    assert rows(blocks_of(set_at(valign, table, between)))[1:] == wanted


@pytest.mark.parametrize("code", ["305-|1", "2-|29", "CG-EC-|230a.1", "CG-|EC-|230a.1", "103-|2"])
@pytest.mark.parametrize("align", ["left", "centre"])
def test_a_code_that_a_narrow_column_breaks_is_one(code, align):
    rest = words(*FIRST)
    found = []
    for number, part in enumerate(code.split("|")):
        x = 15.0 - 2.5 * len(part) if align == "centre" else 0.0
        y = 100.0 + 12.0 * number
        found.append(Word(part, x, x + 5.0 * len(part), y, y + SIZE, SIZE))
    beside = [Word(text, x, x + 30.0, 100.0, 110.0, SIZE) for x, text in ((100.0, "Emissions"), (300.0, "12"))]
    assert rows(blocks_of([*rest, *found, *beside]))[-1] == (code.replace("|", ""), "Emissions", "12")


def test_a_row_that_the_end_of_a_page_breaks_within_its_code_is_one():
    before = blocks_of(words(*FIRST, [(0, "305-"), (100, "Direct emissions"), (300, "12,")]))
    going_on = words(
        [(0, "1"), (100, "of the year"), (300, "14")],
        [(0, "GRI 3-1"), (100, "Process to determine material"), (300, "10")],
        [(0, "GRI 3-2"), (100, "List of material topics by weight"), (300, "11")],
    )
    first, second = joined_pages(before, blocks_of(going_on, before=before.columns), shipped_shapes())
    assert rows(first)[-1] == ("305-1", "Direct emissions of the year", "12, 14")
    assert [cells[0] for cells in rows(second)] == ["GRI 3-1", "GRI 3-2"]


def test_a_row_that_ends_with_its_page_stays_as_it_is():
    before = blocks_of(words(*FIRST))
    after = blocks_of(words(*FIRST[1:]), before=before.columns)
    assert joined_pages(before, after, shipped_shapes()) == (before, after)


@pytest.mark.parametrize("below", [0, 1])
def test_a_page_whose_codes_are_broken_among_other_cells_is_an_index_page(below):
    between = ["activities and products"] * below
    lines = [line for n in range(1, 7) for line in (f"Energy 30{n}- Disclosures on it 12", *between, f"of it {n} all")]
    assert index_pages([["Our year was good"], lines]) == [1]


def test_an_aspect_begins_a_row_though_its_code_is_bare():
    table = words(
        HEAD,
        [(0, "KPI A1.1"), (100, "Types of emissions"), (300, "11")],
        [(0, "KPI A1.2"), (100, "Greenhouse gases"), (300, "12")],
        [(0, "A2"), (100, "Use of resources"), (300, "13")],
        [(0, "KPI A2.1"), (100, "Energy"), (300, "14")],
        [(0, "B1"), (100, "雇佣"), (300, "15")],
        [(0, "KPI B1.1"), (100, "Workforce"), (300, "16")],
        pitch=13.0,
    )
    assert [row[0] for row in rows(blocks_of(table))[1:]] == [
        "KPI A1.1",
        "KPI A1.2",
        "A2",
        "KPI A2.1",
        "B1",
        "KPI B1.1",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [("KPI A1.2, KPI", "A1.5, KPI A2.3"), ("关键绩效指标A1.2、关键绩效指标", "A1.5"), ("305-1,", "305-2")],
)
def test_a_list_of_codes_is_one_row_though_a_line_ends_before_a_code(first, second):
    table = words(
        HEAD,
        [(0, "KPI A1.1"), (100, "Types of emissions"), (300, "11")],
        [(0, first), (150, "Greenhouse gases"), (300, "12")],
        [(0, second), (300, "and 13")],
        [(0, "KPI A2.1"), (100, "Energy"), (300, "14")],
        pitch=12.0,
    )
    assert f"{first} {second}" in [row[0] for row in rows(blocks_of(table))]


HEADS = ("GRI Ref. Disclosure Response Level", "指标 披露 回应 程度")


@pytest.mark.parametrize("head", HEADS)
def test_a_table_goes_on_over_pages_that_one_answer_fills_below_its_head(head):
    answer = ["All of the sites are looked at", "and all of what is done there"]
    coded = [[head, f"403-{n} Health services", *answer] for n in range(2, 6)]
    begun = [head, *(f"2-{n} Title {n} 12" for n in range(1, 8))]
    pages = [["Our year"], begun, [head, *answer], *coded, [head, *answer], ["Our people"], ["Our places"]]
    assert index_pages(pages) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("head", HEADS)
def test_a_running_title_that_sounds_like_a_head_makes_no_index_of_the_report(head):
    pages = [[head, f"Our year, part {n}"] for n in range(20)]
    pages[12] = [head, *(f"2-{n} Title {n} 12" for n in range(1, 8))]
    assert index_pages(pages) == [12]


@pytest.mark.parametrize("row", ["201-4 Financial assistance 26", "GRI 201: Economic Performance 201-4 Assistance 26"])
def test_a_last_page_with_one_row_goes_on_with_the_table(row):
    begun = ["GRI content index", *(f"GRI 201: Economic Performance 201-{n} Title {n} 12" for n in range(1, 8))]
    assert index_pages([["Our year"], begun, ["Harbour Ferries", row, "3"]]) == [1, 2]


@pytest.mark.parametrize("joint", ["through", "bis", "until", "～", "–", "à", "or", "至"])
def test_a_range_of_codes_that_is_wrapped_is_one_cell(joint):
    table = words(
        HEAD,
        [(0, "GRI 2-1"), (100, "Organizational details"), (300, "4")],
        [(0, "GRI 2-9"), (100, "Governance"), (300, "16")],
        [(0, f"GRI 403-1 {joint}"), (100, "Safety"), (300, "40")],
        [(0, "403-4"), (100, "at work")],
        pitch=14.0,
    )
    assert rows(blocks_of(table))[-1][0] == f"GRI 403-1 {joint} 403-4"


@pytest.mark.parametrize("dash", ["-", "\u2011", "\u2013"])
@pytest.mark.parametrize(("first", "second"), [("GRI 403-5 and 403", "7"), ("pages 12", "14"), ("2.1", "2.4")])
def test_what_a_narrow_column_breaks_at_its_dash_is_put_together(first, second, dash):
    assert join_lines(f"{first}{dash}", second) == f"{first}{dash}{second}"


@pytest.mark.parametrize(
    "lines",
    [
        ["TCFD pillar Recommended disclosure", "Reference", "Governance a) Describe the board's", "4 Governance"],
        ["TCFD pillar Recommended", "disclosure", "Page", "Governance Board oversight 40"],
    ],
)
def test_the_head_of_a_table_without_codes_may_be_wrapped(lines):
    assert index_pages([lines]) == [0]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "We follow the TCFD recommendations, which we disclose in this part of our report in full and in each",
            "section",
        ],
        ["TCFD recommended disclosures are met.", "Our people are our strength."],
    ],
)
def test_a_sentence_about_a_framework_is_no_head(lines):
    assert index_pages([lines]) == []


@pytest.mark.parametrize("columns", [2, 3, 4])
@pytest.mark.parametrize("headed", [True, False])
def test_an_index_in_newspaper_columns_is_read_column_by_column(columns, headed):
    codes = [f"2-{n}" for n in range(1, 5 * columns + 1)]
    lines = [[(180 * c + x, text) for c in range(columns) for x, text in HEADS_IN_COLUMNS] for _ in range(headed)]
    for row in range(5):
        cells = [(180 * c, codes[5 * c + row]) for c in range(columns)]
        cells += [(180 * c + 35, "Title of it") for c in range(columns)]
        cells += [(180 * c + 160, str(10 + 5 * c + row)) for c in range(columns)]
        lines.append(sorted(cells))
    found = [row for row in rows(blocks_of(words(*lines, pitch=14.0))) if row[0] != "Code"]
    assert [(row[0], row[-1]) for row in found] == [(code, str(10 + n)) for n, code in enumerate(codes)]


@pytest.mark.parametrize("mark", ["1", "12", "a", "1,2"])
@pytest.mark.parametrize("column", [0, 2])
def test_the_mark_of_a_footnote_is_no_number_of_its_own(column, mark):
    table = words(*FIRST)
    marked = next(w for w in table if w.text == ("2-7", "", "40")[column])
    small = Word(mark, marked.x1 + 0.5, marked.x1 + 3.0 * len(mark), marked.top - 1.0, marked.top + 5.0, 6.0)
    cells = rows(blocks_of([*table, small]))[2]
    assert without_marks(cells[column]) == ("GRI 2-7", "", "40")[column]
    assert cells[column] != without_marks(cells[column])


ANSWER = ["We train all our people each year and", "ask them what they learnt, and we tell", "our board what they say"]
REST = ["of it, in all countries and in all the", "parts of the group that it has had."]


@pytest.mark.parametrize("codes", [1, 2, 4])
@pytest.mark.parametrize("rest", [1, 2])
def test_an_answer_that_the_end_of_a_page_breaks_is_one(codes, rest):
    head = [(0, "Code"), (60, "Title"), (180, "Answer")]
    first = [head, *([(0, f"404-{n}"), (60, "Training"), (180, "All of them.")] for n in (1, 2))]
    first += [[(0, "404-3"), (60, "Reviews"), (180, ANSWER[0])], *([(180, line)] for line in ANSWER[1:])]
    before = blocks_of(words(*first, pitch=12.0))
    going_on = words(*([(180, line)] for line in REST[:rest]), pitch=12.0)
    below = [[(0, f"405-{n}"), (60, "Diversity"), (180, "In each of our countries.")] for n in range(1, codes + 1)]
    shift = 12.0 * rest + 10.0
    going_on += [replace(w, top=w.top + shift, bottom=w.bottom + shift) for w in words(*below, pitch=22.0)]
    above, under = joined_pages(before, blocks_of(going_on, before=before.columns), shipped_shapes())
    assert rows(above)[-1] == ("404-3", "Reviews", " ".join([*ANSWER, *REST[:rest]]))
    assert rows(under) == [(f"405-{n}", "Diversity", "In each of our countries.") for n in range(1, codes + 1)]


@pytest.mark.parametrize(
    "cells",
    [
        ("", "Emissions", ""),  # a topic
        ("GRI 305: Emissions 2016", "", ""),
        ("305-1", "Direct emissions", "of it"),
        ("", "", "45"),  # a place of a row whose code is merged with others
    ],
)
def test_what_begins_a_page_is_no_rest_of_the_row_before(cells):
    before = Read([Block(("404-3", "Reviews", "44"), True)])
    after = Read([Block(cells, True)])
    assert joined_pages(before, after, shipped_shapes()) == (before, after)
