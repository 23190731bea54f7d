"""What the layouts share: pages, places, and the words for what only a person can tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.model import LANGUAGES
from disclosure_index.tables.filing import filed_tables, filing
from disclosure_index.tables.filing_cells import SAME, merged_pages, repeats_marked, without_repeats
from disclosure_index.tables.table import Cell, Table, row


@pytest.mark.parametrize(
    ("ranges", "said"),
    [
        ([], ""),
        ([("", "")], ""),
        ([("25", "37"), ("40", "40")], "25–37, 40"),
        ([("40", "40"), ("25", "25"), ("26", "26")], "25–26, 40"),
        ([("25", "30"), ("28", "33")], "25–33"),
        ([("7", ""), ("7", "7")], "7"),
        ([("9", "9"), ("10", "10")], "9–10"),
        ([("12", "12"), ("iv", "vi"), ("iv", "vi")], "iv–vi, 12"),
        ([("A-3", "A-3")], "A-3"),
        ([("9", "3")], "9–3"),
        ([("1", "99999999999")], "1–99999999999"),
    ],
)
def test_pages_are_merged_into_ranges(ranges, said):
    assert merged_pages(ranges) == said


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 9)), max_size=12))
def test_no_page_is_lost_and_none_is_added(spans):
    wanted = {page for first, more in spans for page in range(first, first + more + 1)}
    said = merged_pages((str(first), str(first + more)) for first, more in spans)
    found = [part.split("–") for part in said.split(", ") if part]
    assert [page for part in found for page in range(int(part[0]), int(part[-1]) + 1)] == sorted(wanted)


def test_what_is_said_above_is_marked_and_can_be_left_out():
    rows = repeats_marked([row("a", "1"), row("a", "2"), row("", "3"), row("", "4"), row("a", "5")])
    assert [r[0].kind for r in rows] == ["", SAME, "", "", ""]
    table = without_repeats(Table("t", "index", ("chapter", "code"), rows))
    assert [r["chapter"] for r in table.records()] == ["a", "", "", "", "a"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("report", ["ferries", "alibaba"])
def test_every_row_fills_its_columns_and_names_its_disclosure(request, report, language):
    assessment = request.getfixturevalue(report)
    filed = filed_tables(assessment, language)
    assert len({f.table.id for f in filed}) == len(filed)
    known = {c.disclosure.uid for c in assessment.coverage}
    for f in filed:
        assert len(list(f.table.records())) == len(f.uids) > 0
        assert {uid for uid in f.uids if uid} <= known


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_no_english_phrase_is_left_in_chinese(ferries, language):
    for table in filing(ferries, language, 1):
        said = " ".join(text for r in table.rows for c in r for text, _ in c.parts)
        assert not any(word in said for word in ("to be completed", " p. ", "Paragraph", "General disclosure", "{"))


def test_same_input_gives_the_same_tables(ferries):
    assert filing(ferries, "zh-Hant", 1) == filing(ferries, "zh-Hant", 1)


def test_cell_without_a_kind_is_as_before():
    assert Cell((("a", ""),)) == Cell((("a", ""),), "")
