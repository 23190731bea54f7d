"""Tables on the pages of a PDF: where they begin and end, and what they have of the page before."""

import pytest

from disclosure_index.reading.page_layout.index_pages import index_pages
from disclosure_index.reading.page_layout.lines import Word
from disclosure_index.reading.page_layout.tables import blocks_of

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
