"""Printed page numbers that stand behind a running head, or elsewhere in the text than at the edge of their page."""

import pytest

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")

from disclosure_index.reading.page_layout.page_numbers import printed_numbers
from disclosure_index.reading.pdf.reader import read_pdf
from tests.reading.test_pdf import make

HEAD = ["Sustainability", "report", "Boat yard", "of the north"]
SHEETS = 8


def body(sheet, x=60, side=""):
    topics = ["energy", "water", "waste", "people", "boards", "supply", "trade", "safety"]
    return [(x, 200 + 14 * n, f"{side} line {n} of what is said about {topics[sheet]} here.") for n in range(6)]


def head(lines=HEAD):
    return [(40, 20 + 9 * n, text) for n, text in enumerate(lines)]


def labels(*pages, width=595):
    return [label for label, _ in read_pdf(make(*pages, width=width), "report.pdf", "en").pages]


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (HEAD, "{} 2016 / 2017 {}"),
        (HEAD[:3], "{} | Report 2023 | {}"),
        ([*HEAD, "and the islands", "2022 / 2023"], "{} 2022 / 2023 {}"),
    ],
)
def test_a_spread_is_numbered_behind_its_running_head(lines, numbers):
    sheets = []
    for n in range(SHEETS):
        line = (40, 20 + 9 * len(lines), numbers.format(4 + 2 * n, 5 + 2 * n))
        sheets.append([*head(lines), line, *body(n, side="Left"), *body(n, x=655, side="Right")])
    assert labels(*sheets, width=1190) == [str(4 + n) for n in range(2 * SHEETS)]


def test_a_sheet_that_hides_one_of_its_numbers_is_a_spread_as_well():
    sheets = []
    for n in range(SHEETS):
        line = (40, 56, f"{4 + 2 * n} 2016 / 2017" if n == 3 else f"{4 + 2 * n} 2016 / 2017 {5 + 2 * n}")
        sheets.append([*head(), line, *body(n, side="Left"), *body(n, x=655, side="Right")])
    assert labels(*sheets, width=1190) == [str(4 + n) for n in range(2 * SHEETS)]


@pytest.mark.parametrize("top", [20, 800])
def test_a_number_in_the_margin_counts_wherever_it_is_in_the_text(top):
    pages = [[*body(n), (280, top, str(11 + n)), *((x, y + 300, t) for x, y, t in body(n))] for n in range(SHEETS)]
    assert labels(*pages) == [str(11 + n) for n in range(SHEETS)]


def test_a_spread_is_numbered_behind_a_head_that_names_the_topic():
    sheets = []
    for n in range(SHEETS):
        lines = [*head([f"Topic {'ABCDEFGH'[n]}", *HEAD]), (40, 65, str(4 + 2 * n)), (1131, 65, str(5 + 2 * n))]
        sheets.append([*lines, *body(n, side="Left"), *body(n, x=655, side="Right")])
    assert labels(*sheets, width=1190) == [str(4 + n) for n in range(2 * SHEETS)]


@pytest.mark.parametrize(("turn", "x"), [(90, 20), (270, 575), (0, 280)])
def test_a_number_in_the_margin_of_a_turned_page_counts(turn, x):
    pages = []
    for n in range(SHEETS):
        number = (x, 20 if not turn else 420, str(11 + n))
        pages.append([*body(n, x=100), number, *((x, y + 300, t) for x, y, t in body(n, x=100))])
    data = make(*pages).replace(b"/Type /Page /Parent", b"/Type /Page /Rotate %d /Parent" % turn)
    assert [label for label, _ in read_pdf(data, "report.pdf", "en").pages] == [str(11 + n) for n in range(SHEETS)]


def test_a_number_in_the_middle_of_the_page_is_none_of_a_page():
    pages = [[*body(n), (280, 420, str(11 + n)), *((x, y + 300, t) for x, y, t in body(n))] for n in range(SHEETS)]
    assert labels(*pages) == [str(1 + n) for n in range(SHEETS)]


@pytest.mark.parametrize(
    "figures",
    [
        [f"{year} {year + 1}" for year in range(2010, 2018)],
        ["2016 / 2017"] * SHEETS,
        ["120", "7", "981", "44", "310", "62", "5", "208"],
        ["12 employees", "13 employees", "95", "3", "640", "17", "2", "88"],  # two in a row are not enough
    ],
)
def test_years_and_figures_behind_a_running_head_are_no_page_numbers(figures):
    pages = [[*head(), (40, 56, figures[n]), *body(n)] for n in range(SHEETS)]
    assert labels(*pages) == [str(1 + n) for n in range(SHEETS)]


@pytest.mark.parametrize("place", ["head", "foot"])
@pytest.mark.parametrize("number", ["{}", "Page {}", "{} Boat yard report 2023"])
def test_text_is_numbered_behind_its_running_head(place, number):
    pages = []
    for n in range(SHEETS):
        text, line = [text for _, _, text in body(n)], number.format(31 + n)
        pages.append([*HEAD, line, *text] if place == "head" else [*text, line, *HEAD])
    numbering = printed_numbers(pages, [""] * SHEETS, [False] * SHEETS)
    assert [label for (label,) in numbering.labels] == [str(31 + n) for n in range(SHEETS)]
