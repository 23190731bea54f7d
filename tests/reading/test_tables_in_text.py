"""Tables of few codes on a page of text: seen by their columns, and told from what only looks like columns."""

import pytest

from disclosure_index.catalog.notation.shipped_shapes import shipped_shapes
from disclosure_index.reading.page_layout.lines import RuledLine, Word, lines_of
from disclosure_index.reading.page_layout.tables_in_text import may_have_table, read_among

SIZE = 10.0


def width(text, size=SIZE):
    return sum(size * (0.5 if character.isascii() else 1.0) for character in text)


def words(*lines, pitch=20.0, size=SIZE, top=0.0, align="left"):
    """Set lines of (x, text), one below the other; `x` is where a piece begins, ends or is centred."""
    found = []
    for number, line in enumerate(lines):
        for x, text in line:
            whole = width(text.replace(" ", ""), size) + 0.3 * size * text.count(" ")
            at = x - {"left": 0.0, "right": whole, "centre": whole / 2}[align]
            for word in text.split():
                y = top + number * pitch
                found.append(Word(word, at, at + width(word, size), y, y + size, size))
                at += width(word, size) + 0.3 * size
    return found


def read(found, rules=()):
    texts = [line.text for line in lines_of(found)]
    return read_among(texts, found, rules, (), shipped_shapes())


def rows(result):
    return [block.cells for block in result.blocks if block.row] if result else []


HEAD = [(0, "Code"), (100, "Title"), (250, "Location")]
FEW = [HEAD, [(0, "302-1"), (100, "Energy"), (250, "15 MWh")], [(0, "305-1"), (100, "Scope 1"), (250, "Section 2.1")]]
CELLS = [("Code", "Title", "Location"), ("302-1", "Energy", "15 MWh"), ("305-1", "Scope 1", "Section 2.1")]
PROSE = [
    "Our ferries ran on time in all of the ports and on",
    "each of the lines, and we used less fuel for it than",
    "in any other year that we have ever reported about,",
    "which is what our passengers have asked us to do.",
]


@pytest.mark.parametrize("size", [7.0, 10.0])
@pytest.mark.parametrize("pitch", [1.2, 2.0, 3.5])
def test_two_rows_are_a_table_without_any_rule(pitch, size):
    assert rows(read(words(*FEW, pitch=pitch * size, size=size))) == CELLS


@pytest.mark.parametrize(
    "table",
    [
        [
            [(0, "準則"), (120, "指標"), (260, "章節")],
            [(0, "A1.2"), (120, "溫室氣體"), (260, "環境保護")],
            [(0, "B1.1"), (120, "僱傭"), (260, "以人為本")],
        ],
        [
            [(0, "Goal"), (120, "Target"), (260, "Section")],
            [(0, "SDG 7"), (120, "Energy"), (260, "Ports")],
            [(0, "SDG 8"), (120, "Work"), (260, "Crews")],
        ],
        [
            [(0, "Topic"), (120, "Code"), (260, "Response")],
            [(0, "Energy"), (120, "CG-EC-130a.1"), (260, "Ports")],
            [(0, "People"), (120, "CG-EC-330a.2"), (260, "Crews")],
        ],
        [
            [(0, "Paragraph"), (120, "Topic"), (260, "Location")],
            [(0, "IFRS S2.6(a)"), (120, "Governance"), (260, "The Board")],
            [(0, "IFRS S1 27"), (120, "Governance"), (260, "The Board")],
        ],
    ],
    ids=["hkex", "sdg", "sasb", "ifrs"],
)
def test_a_table_is_one_whatever_its_framework(table):
    assert rows(read(words(*table))) == [tuple(text for _, text in line) for line in table]


@pytest.mark.parametrize("align", ["right", "centre"])
def test_cells_may_end_or_be_centred_at_one_place(align):
    table = [[(x + 100, text) for x, text in line] for line in FEW]
    assert rows(read(words(*table, align=align))) == CELLS


def test_the_texts_around_a_table_stay_as_they_are():
    above, below = ([[(0, text)] for text in texts] for texts in (PROSE, PROSE[:3]))
    found = [*words(*above, pitch=12), *words(*FEW, top=100.0), *words(*below, pitch=12, top=190.0)]
    result = read(found)
    assert rows(result) == CELLS
    texts = [block.cells[0] for block in result.blocks if not block.row]
    assert texts == [*PROSE, *PROSE[:3]]
    assert [block.row for block in result.blocks] == [False] * 4 + [True] * 3 + [False] * 3


def test_texts_in_two_columns_above_a_table_are_not_mixed():
    left, right = PROSE, [text[::-1] for text in PROSE]
    beside = words(*([(0, a), (320, b)] for a, b in zip(left, right, strict=True)), pitch=12)
    table = words(*FEW, top=100.0)
    file = [*left, *right, *(line.text for line in lines_of(table))]
    result = read_among(file, [*beside, *table], (), (), shipped_shapes())
    assert [block.cells[0] for block in result.blocks if not block.row] == [*left, *right]
    assert rows(result) == CELLS


def test_what_stands_in_the_table_and_above_it_is_left_out_once():
    title = words([(0, "Section 2.1")], size=14.0)
    result = read([*title, *words(*FEW, top=40.0)])
    assert [block.cells for block in result.blocks] == [("Section 2.1",), *CELLS]


def test_rules_part_rows_with_a_long_answer():
    table = [
        [(0, "2-1"), (60, PROSE[0])],
        [(60, PROSE[1])],
        [(60, PROSE[2])],
        [(0, "2-2"), (60, PROSE[1])],
        [(60, PROSE[0])],
        [(60, PROSE[3])],
    ]
    result = read(words(*table, pitch=12), [RuledLine(34.5, 0, 330)])
    assert rows(result) == [("2-1", " ".join(PROSE[:3])), ("2-2", " ".join((PROSE[1], PROSE[0], PROSE[3])))]


CHINESE = [
    "本集團的渡輪在所有港口及航線均準時運行並減少使用燃料且",
    "在我們曾經匯報的任何其他年度之中均未有如此低的用量而這",
    "正是我們的乘客所要求的事情因此我們會繼續努力改善服務質",
    "素並向各持份者匯報我們的進展以及未來的計劃和目標等事項",
]


def in_columns(texts, lefts):
    return [[(x, texts[(n + c) % len(texts)]) for c, x in enumerate(lefts)] for n in range(2 * len(texts))]


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize(("texts", "codes"), [(PROSE, "GRI 305-1"), (CHINESE, "關鍵績效指標A1.2")], ids=["en", "zh"])
def test_text_in_columns_is_no_table(texts, codes, count):
    page = in_columns(texts, [300 * c for c in range(count)])
    for number in (1, 3, 4):
        text = page[number][0][1]
        page[number][0] = (0, f"{codes} {text}"[: len(text)])
    assert may_have_table([text for line in page for _, text in line], shipped_shapes())
    assert read(words(*page, pitch=13)) is None


@pytest.mark.parametrize(
    "page",
    [
        # contents with leaders
        [[(0, f"GRI 30{n}-1 Emissions {'.' * (60 - n)} {n}")] for n in range(1, 5)],
        # sentences that begin with a code
        [[(0, f"GRI 30{n}-1: {text}")] for n, text in enumerate(PROSE, 1)],
        # codes in a list of two columns
        [[(0, "GRI 302-1"), (120, "GRI 305-1")], [(0, "GRI 302-3"), (120, "GRI 305-2")]],
        # codes beside the text that they are about
        [
            *([(0, "GRI 302-1"), (90, PROSE[0])], [(90, PROSE[1])], [(90, PROSE[2])], [(90, PROSE[3])]),
            *([(0, "GRI 305-1"), (90, PROSE[1])], [(90, PROSE[0])], [(90, PROSE[2])], [(90, PROSE[3])]),
        ],
        # titles with their texts
        [[(0, "GRI 205-3 Incidents")], [(0, PROSE[0])], [(0, "GRI 302-1 Energy")], [(0, PROSE[1])]],
        # captions under pictures in a row
        [[(0, "Wind (GRI 302-1)"), (200, "Sea (GRI 303-1)"), (400, "Crew (GRI 401-1)")]],
    ],
    ids=["contents", "sentences", "codes", "beside", "titles", "captions"],
)
def test_what_has_codes_and_no_cells_is_no_table(page):
    assert read(words(*page, pitch=13)) is None


@pytest.mark.parametrize(
    "texts",
    [
        ["Harbour Ferries Ltd", "1 Pier Road", "Tel. 2305-1188"],  # a letterhead
        ["Head office", "12 Quay Street", "Port office", "4 Dock Lane"],
        ["a) We run ferries", "b) We run buses"],
        ["2.1 Environment 12", "2.2 Waste 14", "3 Our people 16"],
    ],
)
def test_a_page_without_codes_is_not_even_looked_at(texts):
    assert not may_have_table(texts, shipped_shapes())


def test_a_row_whose_code_is_not_known_is_a_row():
    table = [FEW[0], FEW[1], [(0, "own-7"), (100, "Ports"), (250, "Map")], FEW[2]]
    wanted = [*CELLS[:2], ("own-7", "Ports", "Map"), CELLS[2]]
    assert rows(read(words(*table))) == wanted
    assert rows(read(words(*table, pitch=11.0))) == wanted


def test_a_list_of_codes_that_is_wrapped_is_one_cell():
    table = [
        *(FEW[0], [(0, "302-1 to"), (100, "Energy"), (250, "15 MWh")]),
        *([(0, "305-1"), (100, "Scope 1"), (250, "Section 2.1")],),
    ]
    found = [*words(*table, pitch=30.0), *words([(0, "302-3")], top=42.0)]
    assert rows(read(found)) == [CELLS[0], ("302-1 to 302-3", "Energy", "15 MWh"), CELLS[2]]


def test_a_centred_head_does_not_part_the_words_of_its_cells():
    head = [(0, "Code"), (100, "Title"), (266, "Location")]
    places = [[(0, "302-1"), (100, "Energy"), (255, "2 Our ports")], [(0, "305-1"), (100, "Air"), (255, "3 Our ships")]]
    assert [row[-1] for row in rows(read(words(head, *places)))] == ["Location", "2 Our ports", "3 Our ships"]


def test_a_head_without_a_rule_below_it_is_no_part_of_the_first_row():
    shaded = [RuledLine(y, 0, 330) for y in (35.0, 55.0)]  # the edges of the second row
    assert rows(read(words(*FEW, [(0, "306-3"), (100, "Waste"), (250, "12 t")]), shaded))[:2] == CELLS[:2]


def test_codes_in_the_margin_of_a_table_are_no_cells_of_it():
    table = [
        [(0, "GRI 302-1"), (100, "Energy in MWh"), (250, "2024"), (300, "2023")],
        [(0, "GRI 302-3"), (100, "Power"), (250, "15"), (300, "14")],
        [(0, "GRI 305-1"), (100, "Heat"), (250, "13"), (300, "12")],
    ]
    rules = [RuledLine(y, 95, 330) for y in (15.0, 35.0)]
    assert read(words(*table), rules) is None
    assert read(words(*table), [RuledLine(rule.y, 0, 330) for rule in rules]) is not None


@pytest.mark.parametrize("align", ["left", "right", "centre"])
@pytest.mark.parametrize("column", [1, 2])
def test_a_head_whose_last_line_is_one_cell_is_the_head_of_the_rows_below(column, align):
    x = HEAD[column][0] + 60
    head = [(x + 60 * c, text) for c, (x, text) in enumerate(HEAD)]
    below = [[(x + 60 * c, text) for c, (x, text) in enumerate(row)] for row in FEW[1:]]
    x = head[column][0]
    wrapped = [*head[:column], (x, "Level of"), *head[column + 1 :]]
    found = [*words(wrapped, [(x, "disclosure")], pitch=12.0, align=align)]
    found += words(*below, pitch=30.0, top=45.0, align=align)
    assert rows(read(found))[0] == tuple("Level of disclosure" if c == column else h for c, (_, h) in enumerate(HEAD))
