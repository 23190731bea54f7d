"""CSV goes into spreadsheets: it comes back as it was, and no cell is run as a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.outputs import tables as render
from disclosure_index.tables.table import Table, row

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"]


def _read(*texts):
    written = render.comma_separated([Table("t", "index", ("code", "title"), tuple(row(t, "x") for t in texts))])
    return [r["code"] for r in csv.DictReader(io.StringIO(written, newline=""))]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_could_be_a_formula_is_text(text):
    assert _read(text) == [f"'{text}"]


@pytest.mark.parametrize("text", ["＝1+1", "＋1", "－1", "＠SUM(A1)"])
def test_what_a_chinese_keyboard_types_for_a_formula_is_text(text):
    """Spreadsheets in Chinese and Japanese take full-width signs for the others."""
    assert _read(text) == [f"'{text}"]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda t: t[0] not in "=+-@＝＋－＠"))
def test_everything_else_comes_back_as_it_was(text):
    assert _read(text) == [text]


def test_commas_quotes_and_lines_come_back():
    assert _read('a, "b"\nc', "排放；", "العمل") == ['a, "b"\nc', "排放；", "العمل"]


def test_several_tables_stand_under_one_header():
    one = Table("a", "index", ("code",), (row("1"),))
    two = Table("b", "index", ("code",), (row("2"),))
    assert render.comma_separated([one, two]) == "code\n1\n2\n"
    assert render.comma_separated([]) == ""
