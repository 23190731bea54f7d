"""What lists and ranges of codes in one cell leave out."""

import pytest

from disclosure_index.printed_index import read_printed_indexes
from disclosure_index.reading.text.reader import read_text


@pytest.fixture
def codes(frameworks):
    def call(cell, head="GRI content index\nDisclosure\tTitle\tLocation\n"):
        rows = f"{head}{cell}\tA title\tEnergy\nGRI 401-3\tParental leave\tPeople\n"
        return [c.code for c in read_printed_indexes(read_text(rows.encode(), "r.txt", "en"), frameworks).claims][:-1]

    return call


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("GRI 305-1, 2, 3", ["305-1", "305-2", "305-3"]),
        ("GRI 302-1; -2; -3", ["302-1", "302-2", "302-3"]),
        ("305-1 and 2", ["305-1", "305-2"]),
        ("305-1、2及3", ["305-1", "305-2", "305-3"]),
        ("GRI 303-3 to -5", ["303-3", "303-4", "303-5"]),
        ("GRI 403-1 to 403-3 and 5", ["403-1", "403-2", "403-3", "403-5"]),
        ("GRI 302-4 to 303-2", ["302-4", "302-5", "303-1", "303-2"]),
        ("GRI 306-4 bis 307-1", ["306-4", "306-5", "307-1"]),
        ("GRI 415-1 – 416-2", ["415-1", "416-1", "416-2"]),
        ("✓ GRI 305-1", ["305-1"]),
        ("☑ 305-1", ["305-1"]),
        ("√ GRI 305-1, 2", ["305-1", "305-2"]),
        ("GRI 305-1, 12", ["305-1"]),  # no such disclosure
        ("GRI 305-1 2,5 t", ["305-1"]),
    ],
)
def test_lists_ranges_and_ticks(codes, cell, read):
    assert codes(cell) == read


@pytest.mark.parametrize("cell", ["第28段(b)", "28 b)", "28(b)", "Paragraph 28 (b)", "第 28 段 (b)"])
def test_a_letter_behind_a_paragraph_is_its_part(frameworks, cell):
    text = f"HKEX ESG Reporting Code content index\nDisclosure\tTitle\tLocation\n{cell}\tx\tAir\nA1.2\ty\tEnergy\n"
    claims = read_printed_indexes(read_text(text.encode(), "r.txt", "en"), frameworks).claims
    assert [claim.code for claim in claims] == ["28(b)", "A1.2"]
