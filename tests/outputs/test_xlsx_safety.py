"""Nothing that a report says can run, break the file, or get lost on its way into a cell."""

import io
import re
import tempfile
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from disclosure_index.model import LANGUAGES
from disclosure_index.outputs.xlsx import cells, export, layout, meta, render
from disclosure_index.outputs.xlsx.columns import TYPED
from tests.support.reports import assessed
from tests.support.tiers import examples

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x")', "＝1+1", "{=1}", "#N/A",
            "TRUE", "2-1", "1E5", "'quoted"]  # fmt: skip
TEXTS = ["🚢 ferries 👩‍👩‍👧", "تقرير الاستدامة", "דוח קיימות", "報告；“甲”", 'a "quoted" & <tagged>']


def _with(explanation):
    """Assess a report that explains an omission with these words."""
    text = explanation.replace("&", "&amp;").replace("<", "&lt;")
    body = f'<section id="a"><h1>Omissions</h1><p id="o" data-omission="ungc:1" data-reason="x">{text}</p></section>'
    return assessed(body, claims={"ungc": "participant"})


def _told(data):
    row = next(r for r in load_workbook(io.BytesIO(data))["UNGC"].iter_rows(min_row=2) if r[1].value == "1")
    return row[10]


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.sampled(5)
def test_no_text_becomes_a_formula_an_error_or_a_number(text):
    cell = _told(render(_with(text), "en"))
    assert (cell.value, cell.data_type) == (text, "s")
    if text.startswith(("=", "+", "-", "@", "＝")):
        assert cell.quotePrefix


def test_it_is_made_without_a_file_that_a_killed_run_could_leave(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    book = load_workbook(io.BytesIO(render(_with("plain"), "en")))
    assert {sheet.sheet_state for sheet in book.worksheets} == {"visible", "hidden"}


@pytest.mark.parametrize("text", ["=1+1", "plain"])
def test_no_sheet_holds_a_formula(text):
    data = render(_with(text), "en")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                assert not list(etree.fromstring(archive.read(name)).iter("{*}f")), name


@pytest.mark.parametrize("text", TEXTS)
def test_emoji_and_right_to_left_text_arrive_as_they_are(text):
    assert _told(render(_with(text), "en")).value == text


@pytest.mark.parametrize("lead", ["\t=1+1", "\r=1+1", "\n=1+1"])
def test_formula_after_white_space_is_text(lead):
    assert cells.like_a_formula(lead)
    assert cells.clean(lead).strip() == "=1+1"


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\ud800", "\ufffe", "\u202e"])
def test_control_characters_are_replaced(char):
    assert cells.clean(f"a{char}b") == "a\N{REPLACEMENT CHARACTER}b"


def test_text_that_excel_would_unescape_is_escaped():
    """Excel reads _x0007_ as a bell; written as it writes it itself, it stays six letters."""
    value = _told(render(_with("see _x0007_ and _x00zz_"), "en")).value
    assert value == "see _x005F_x0007_ and _x00zz_"
    assert cells.plain(value) == "see _x0007_ and _x00zz_"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("char", ["a", "排", "🚢"])
@pytest.mark.sampled(3)
def test_text_too_long_for_a_cell_is_cut_where_all_can_see_it(char, language):
    made = export(_with(char * 40_000), language)
    value = _told(made.data).value
    assert cells.units(value) <= cells.LONGEST < cells.units(value) + 2
    assert re.fullmatch(rf"{char}+ \[….+\]", value)
    assert made.cut == ("UNGC, row 3",)


def test_text_that_just_fits_is_not_cut():
    made = export(_with("x" * cells.LONGEST), "en")
    assert _told(made.data).value == "x" * cells.LONGEST
    assert made.cut == ()


@given(st.text(max_size=40))
def test_whatever_is_cleaned_can_be_written_and_stays_when_cleaned_for_good(text):
    made = cells.clean(text)
    etree.Element("t").text = made  # raises for what XML cannot hold
    assert cells.plain(made) == cells.plain(cells.clean(cells.plain(made)))


@examples(12)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=60))
def test_any_text_of_a_report_comes_back(text):
    expected = " ".join(_with(text).omissions[0].statement.explanation.split())
    value = _told(render(_with(text), "en")).value or ""
    assert cells.plain(value) == re.sub("[\u202d\u202e\ufffe\uffff]", "\ufffd", expected)


def test_title_and_issuer_cannot_give_commands_to_the_printer():
    assert layout._said("A&B &Pages\x07") == "A&&B &&Pages\ufffd"
    assert len(layout._said("x" * 400)) == 90


def test_names_of_sheets_are_allowed_and_differ():
    used: set[str] = set()
    names = [layout.sheet_name(text, used) for text in ("a/b:c", "A-B-C", "'x'", "x" * 50, "x" * 60, "History", "")]
    assert names[:3] == ["a-b-c", "A-B-C (2)", "x"]
    assert all(0 < len(name) <= 31 for name in names)
    assert len({name.casefold() for name in names}) == len(names)
    assert "history" not in {name.casefold() for name in names}


def test_names_of_tables_are_no_cells_and_differ():
    used: set[str] = set()
    assert [layout.table_name(text, used) for text in ("gri", "GRI", "ifrs-s2", "A1")] == [
        "index_gri", "index_GRI_2", "index_ifrs_s2", "index_A1",
    ]  # fmt: skip


def test_same_input_gives_the_same_bytes():
    one, two = _with("because"), _with("because")
    assert render(one, "en") == render(two, "en")
    assert render(one, "en") != render(one, "zh-Hans")


def test_archive_has_no_clock():
    with zipfile.ZipFile(io.BytesIO(render(_with("because"), "en"))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len(set(archive.namelist())) == len(archive.namelist())


def test_writing_warns_of_nothing():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        render(_with("because"), "en")


def test_report_without_tags_can_be_exported():
    book = load_workbook(io.BytesIO(render(assessed("<p>Nothing.</p>", claims={"ungc": "participant"}), "en")))
    assert "KPI facts" not in book.sheetnames
    assert not book["Cross-reference"].tables  # a defined table without rows breaks the file


def _meta(data):
    rows = list(load_workbook(io.BytesIO(data))["_meta"].values)
    heads = ("sheet", "id", "computed", *TYPED)
    start = rows.index(heads)
    return {row[0]: row[1] for row in rows[:start] if row[0]}, [
        dict(zip(heads, r, strict=True)) for r in rows[start + 1 :]
    ]


def test_meta_says_what_was_exported():
    facts, rows = _meta(render(_with("because"), "zh-Hans"))
    assert facts["format"] == "disclosure-index workbook"
    assert (facts["format-version"], facts["language"], facts["document-language"]) == ("2", "zh-Hans", "en")
    assert (facts["issuer"], facts["title"], facts["year"]) == ("An issuer", "A report", "2024-01-01 2024-12-31")
    assert facts["framework:ungc"] == "2004"
    assert not any("/" in value or "\\" in value for value in facts.values())
    assert [(row["sheet"], row["id"]) for row in rows] == [("UNGC", f"ungc:{n}@2004") for n in range(1, 11)]


def test_meta_keeps_what_stood_in_each_cell_that_people_fill_in():
    for text in ("=1+1", "because", "🚢"):
        one, *others = _meta(render(_with(text), "en"))[1]
        assert (one["explanation"], one["status"], one["section"]) == (text, "missing", "Omissions")
        assert [row["explanation"] for row in others] == [None] * 9


def test_meta_has_digests_of_the_cells_that_are_computed():
    _, rows = _meta(render(_with("because"), "en"))
    sheet = load_workbook(io.BytesIO(render(_with("because"), "en")))["UNGC"]
    columns = [head.removeprefix("di:") for head in next(sheet.iter_rows(max_row=1, values_only=True))]
    computed = [columns.index(column) for column in meta.COMPUTED]
    for row, kept in zip(sheet.iter_rows(min_row=3, values_only=True), rows, strict=True):
        assert kept["computed"].split() == [meta.digest(row[n] or "") for n in computed]


def test_digest_is_the_same_after_excel_has_saved_the_text():
    assert meta.digest("a _x005F_x0007_  b\n") == meta.digest("a _x0007_ b")
