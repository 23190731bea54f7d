"""CSV goes into spreadsheets: it comes back as it was, and no cell is run as a formula."""

import csv
import io
import shutil
import subprocess
import unicodedata

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.outputs import tables as render
from disclosure_index.tables.table import Table, row

FORMULAS = ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"]


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


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), min_size=1).filter(
        lambda t: t[0] not in "=+-@＝＋－＠"
    )
)
def test_everything_else_comes_back_as_it_was(text):
    assert _read(text) == [text]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_control_characters_are_shown_and_begin_no_formula(text):
    (read,) = _read(text)
    assert not [sign for sign in read if unicodedata.category(sign) == "Cc" and sign not in "\t\n"]
    assert read[0] not in "=+-@\t\r＝＋－＠"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred", "a\\x1b[31mred"),
        ("a\x00b\x07c\r", "a\\x00b\\x07c\\r"),
        ("\x9b2J", "\\x9b2J"),
        ("abc\u202edef", "abc\\u202edef"),
        ("a\u2028b", "a\\u2028b"),
        ("=1\x1b", "'=1\\x1b"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(text, shown):
    assert _read(text) == [shown]


@pytest.mark.parametrize("text", ["x" * 40_000, "排放" * 20_000, "🌊🏳️‍🌈 渡輪", "العمل والناس", "שלום, עולם"])
def test_long_texts_emoji_and_right_to_left_come_back(text):
    assert _read(text) == [text]


def test_a_spreadsheet_takes_them_for_text(tmp_path):
    """LibreOffice reads the file, and runs nothing; what it saves as a workbook is what was written."""
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-calc")
    texts = [*FORMULAS[:4], FORMULAS[5], "🌊 渡輪", "العمل", 'a, "b"', "x" * 30_000]
    table = Table("t", "index", ("code", "title"), tuple(row(text, "x") for text in texts))
    (tmp_path / "index.csv").write_text(render.comma_separated([table]), "utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    utf8 = "--infilter=CSV:44,34,76,1"
    command = [
        office,
        profile,
        "--headless",
        utf8,
        "--convert-to",
        "xlsx",
        "--outdir",
        tmp_path,
        tmp_path / "index.csv",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    sheet = openpyxl.load_workbook(tmp_path / "index.xlsx").active
    cells = [r[0] for r in sheet.iter_rows(min_row=2)]
    assert [cell.data_type for cell in cells] == ["s"] * len(texts)
    assert [cell.value.removeprefix("'") for cell in cells] == texts


def test_commas_quotes_and_lines_come_back():
    assert _read('a, "b"\nc', "排放；", "العمل") == ['a, "b"\nc', "排放；", "العمل"]


def test_several_tables_stand_under_one_header():
    one = Table("a", "index", ("code",), (row("1"),))
    two = Table("b", "index", ("code",), (row("2"),))
    assert render.comma_separated([one, two]) == "code\n1\n2\n"
    assert render.comma_separated([]) == ""
