"""A PDF is read as a person sees it: type set twice, spaced out, turned; spreads; pages and contents as printed."""

import pytest

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")

from disclosure_index.reading.pdf.reader import read_pdf
from tests.reading.test_pdf import EXPECTED, make, rows_of, table

TEXT = "Here the report says in a sentence or two what was done about it in the year that ended, and by whom."


def read(*pages, **options):
    return read_pdf(make(*pages, **options), "r.pdf", "en")


def set_text(x, top, text, before="", size=8, matrix="1 0 0 1"):
    return f"BT /F1 {size} Tf {before} {matrix} {x} {842 - top} Tm ({text}) Tj ET"


def prose(title, top=60, lines=3, x=60):
    return [
        set_text(x, top, title, size=16),
        *((x, top + 30 + 12 * n, f"{TEXT} {title[:-1]} {'abcdefgh'[n]}") for n in range(lines)),
    ]


def _before(code, n):
    """Return how far from its beginning a character of a code stands, in Helvetica of 8 points."""
    return sum(8 * (0.333 if letter == "-" else 0.556) for letter in code[:n])


@pytest.mark.parametrize("offset", [0.0, 0.2, 0.4, 0.6])
@pytest.mark.parametrize("by_letter", [True, False])
def test_type_that_is_struck_twice_is_read_once(offset, by_letter):
    page = []
    for x, top, text in table():
        pieces = (
            [(x + _before(text, n), letter) for n, letter in enumerate(text)]
            if by_letter and "-" in text[:4]
            else [(x, text)]
        )
        page += [(at + shift, top, piece) for at, piece in pieces for shift in (0, offset)]
    assert [row[0] for row in rows_of(read(page))] == [row[0] for row in EXPECTED]


@pytest.mark.parametrize("spacing", [1.5, 2.5, 4])
def test_words_that_are_spaced_out_are_words(spacing):
    spaced = ["q", set_text(60, 60, "GRI CONTENT INDEX", before=f"{spacing} Tc"), "Q", *table()]
    document = read(spaced)
    assert any(p.text == "GRI CONTENT INDEX" for p in document.passages), [p.text for p in document.passages]
    assert rows_of(document) == EXPECTED


@pytest.mark.parametrize(("matrix", "place"), [("0 1 -1 0", "x"), ("0 -1 1 0", "y"), ("-1 0 0 -1", "z")])
def test_a_table_that_is_turned_on_its_page_is_read_along_its_lines(matrix, place):
    turn = {"x": "0 1 -1 0 842 0 cm", "y": "0 -1 1 0 0 842 cm", "z": "-1 0 0 -1 842 842 cm"}[place]
    document = read([turn, *table()], width=842)
    assert [row[0] for row in rows_of(document)] == [row[0] for row in EXPECTED]
    assert ("305-1", "Direct (Scope 1) GHG emissions", "33") in rows_of(document)


@pytest.mark.parametrize("tab", ["Environment", "GRI content index", "2 Governance"])
def test_a_tab_in_the_margin_is_no_part_of_a_row(tab):
    document = read([set_text(30, 400, tab, matrix="0 1 -1 0"), *table()])
    assert rows_of(document) == EXPECTED
    assert tab in [p.text for p in document.passages]


@pytest.mark.parametrize("numbers", [("2", "3"), ("8", "9"), ("40", "41")])
def test_a_spread_is_two_pages(numbers):
    first = int(numbers[0])
    sheets = []
    for n, letter in enumerate("ABC"):
        left = [*prose(f"Left {letter}"), (40, 804, str(first + 2 * n))]
        sheets.append([*left, *prose(f"Right {letter}", x=655), (1131, 804, str(first + 2 * n + 1))])
    document = read(*sheets, width=1190)
    assert [label for label, _ in document.pages] == [str(first + n) for n in range(6)]
    assert {s.title: s.page for s in document.sections} == {
        f"{side} {'ABC'[n]}": str(first + 2 * n + add) for n in range(3) for side, add in (("Left", 0), ("Right", 1))
    }


@pytest.mark.parametrize(
    "printed", ["Page {} | 6", "{}/6", "{} / 6", "Page {} of 6", "- {} -", "Boat yard report | {}", "p. {}"]
)
def test_a_page_number_is_read_in_any_dress(printed):
    pages = [prose("Cover"), *([*prose(f"Part {n}"), (280, 800, printed.format(n))] for n in range(1, 7))]
    assert [label for label, _ in read(*pages).pages] == [str(n) for n in range(1, 7)]


def test_years_in_the_head_of_a_table_are_no_page_numbers():
    pages = [[(60, 60, "2020 2021 2022 2023"), *prose(f"Part {'ABCD'[n]}", top=100)] for n in range(4)]
    assert [label for label, _ in read(*pages).pages] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    "head", ["GRI content index", "Report | Strategy | GRI content index", "ESG index and contents"]
)
def test_a_running_head_makes_no_page_one_of_an_index(head):
    columns = [
        (x, 100 + 12 * n, f"{side} {n} of what is said about {{}}")
        for n in range(20)
        for x, side in ((60, "left"), (320, "right"))
    ]
    columns.sort(key=lambda item: (item[0], item[1]))
    topics = ["energy", "water", "waste", "people", "boards", "supply"]
    pages = [
        [(60, 40, head), *((x, y, text.format(topic)) for x, y, text in columns), (290, 800, str(n))]
        for n, topic in enumerate(topics, 1)
    ]
    document = read(*pages, [(60, 40, head), *table()])
    assert rows_of(document) == EXPECTED
    text = " ".join(p.text for p in document.passages)
    assert "left 3 of what is said about energy left 4 of what is said about energy" in text


CONTENTS = [("Front matter", 2), ("Energy and climate", 3), ("Our people", 4), ("How we are led", 5)]


@pytest.mark.parametrize("head", ["Contents", "Index", "Contenuti", "Sommario", "Inhalt", "TABLE OF CONTENTS"])
@pytest.mark.parametrize("form", ["far", "leaders", "number first", "two columns"])
def test_printed_contents_give_the_sections(head, form):
    page = [set_text(60, 60, head, size=10)]
    for n, (title, number) in enumerate(CONTENTS):
        x, top = (60 + 260 * (n // 2), 100 + 20 * (n % 2)) if form == "two columns" else (60, 100 + 20 * n)
        if form == "leaders":
            page.append((x, top, f"{title} {'.' * 90} {number}"))
        elif form == "number first":
            page += [(x, top, str(number)), (x + 40, top, title)]
        else:
            page += [(x, top, title), (x + (180 if form == "two columns" else 440), top, str(number))]
    # The headings are no larger than the text: nothing but the contents shows them.
    body = [[(60, 60, title), *((60, 90 + 12 * n, f"{TEXT} {number}") for n in range(3)), (290, 800, str(number))]
            for title, number in CONTENTS]  # fmt: skip
    document = read([*page, (290, 800, "1")], *body)
    assert [(s.title, s.page) for s in document.sections] == [(title, str(number)) for title, number in CONTENTS]


def test_an_index_of_a_framework_is_no_contents():
    document = read([(60, 60, "Index"), *table(top=100)], prose("Energy"))
    assert [s.title for s in document.sections] == ["Energy"]


@pytest.mark.parametrize("size", [10, 14, 20])
def test_headings_are_known_by_their_size(size):
    pages = [
        [set_text(60, 60, f"Chapter {n}", size=size), *((60, 100 + 12 * k, f"{TEXT} {n} {k}") for k in range(4)),
         set_text(60, 200, "75 %", size=size + 6), (60, 230, f"{TEXT} of {n}")]
        for n in range(1, 4)
    ]  # fmt: skip
    assert [s.title for s in read(*pages).sections] == ["Chapter 1", "Chapter 2", "Chapter 3"]


@pytest.mark.parametrize("gap", [4.0, 5.0, 8.0])
def test_a_narrow_gap_parts_columns_whose_words_begin_together(gap):
    rows = [(f"2-{n}", "Title of the disclosure, that is long" + "s" * (n % 3), str(10 + n)) for n in range(1, 12)]
    wide = max(4.0 * len(title) for _, title, _ in rows)
    page = [(60, 100, "Code"), (120, 100, "Disclosure"), (120 + wide + gap, 100, "Page")]
    for n, (code, title, number) in enumerate(rows):
        page += [(60, 120 + 16 * n, code), (120, 120 + 16 * n, title), (120 + wide + gap, 120 + 16 * n, number)]
    assert rows_of(read(page))[1:] == rows


@pytest.mark.parametrize(("first", "second"), [("302-", "1"), ("305-", "4"), ("403-", "10")])
def test_a_code_that_its_column_breaks_is_whole(first, second):
    page = [(60, 60, "GRI content index"), (60, 90, "GRI"), (100, 90, "Title"), (300, 90, "Page")]
    for n, code in enumerate((first, "2-", "3-", "401-")):
        page += [(60, 120 + 40 * n, code), (60, 130 + 40 * n, second if n == 0 else "3"),
                 (100, 120 + 40 * n, "What is asked for"), (300, 120 + 40 * n, str(n + 5))]  # fmt: skip
    assert [row[0] for row in rows_of(read(page))][1:] == [first + second, "2-3", "3-3", "401-3"]


@pytest.mark.parametrize("heads", [("GRI", "Title", "Page"), ("Code", "Disclosure", "Location"), ("No.", "Page")])
def test_tables_side_by_side_are_parted_by_their_heads(heads):
    page = [(60, 60, "GRI content index")]
    codes = iter(["302-1", "303-3", "305-1", "2-7"])
    expected = []
    for left in (60, 330):
        page += [(left + 80 * n, 100, head) for n, head in enumerate(heads)]
        expected.append(heads)
        for line in range(2):
            cells = (next(codes), "Text", str(line + 4)) if len(heads) == 3 else (next(codes), str(line + 4))
            page += [(left + 80 * n, 120 + 16 * line, cell) for n, cell in enumerate(cells)]
            expected.append(cells)
    assert rows_of(read(page)) == expected


@pytest.mark.parametrize(("figure", "lower", "read_as"), [("2", 1.5, "CO 2"), ("3", -3, "CO³"), ("*", -3, "CO *")])
def test_a_lowered_or_raised_figure_stays_in_its_line(figure, lower, read_as):
    width = 8 * 0.722 + 8 * 0.778  # CO in Helvetica
    page = [*table(), set_text(120, 300, "CO"), set_text(120 + width, 300 + lower, figure, size=5),
            (60, 300, "305-2"), (126 + width + 4, 300, "e of energy"), (400, 300, "34")]  # fmt: skip
    assert any(row[0] == "305-2" and row[1].startswith(read_as) for row in rows_of(read(page)))


@pytest.mark.parametrize(("word", "letters"), [("profile", "fi"), ("cashflow", "fl"), ("2023-24", "-")])
def test_letters_of_which_only_the_ink_is_known_stand_on_their_line(word, letters, monkeypatch):
    """Pdfium gives the letters of a ligature the box of their ink, which begins above that of their neighbours."""
    from pypdfium2 import raw

    known = raw.FPDFText_GetLooseCharBox

    def ink_alone(text_page, number, at):
        found = known(text_page, number, at)
        if chr(raw.FPDFText_GetUnicode(text_page, number)) in letters:
            at._obj.bottom += 2.1
            at._obj.top = at._obj.bottom + 5
        return found

    monkeypatch.setattr(raw, "FPDFText_GetLooseCharBox", ink_alone)
    answers = [("2-1", [f"Our {word}"], ["4"]), *((f"2-{n}", [f"The {word} of all"], ["5"]) for n in range(2, 9))]
    assert rows_of(read(table(rows=answers)))[1] == ("2-1", f"Our {word}", "4")
