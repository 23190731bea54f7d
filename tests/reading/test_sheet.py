"""Mapping sheets: rows that the printed-index reader can read like any table."""

import io
import zipfile
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.model import Document
from disclosure_index.reading.sheets.reader import read_csv, read_sheet


def rows(document: Document) -> list[tuple[str, str]]:
    return [(str(p.location), p.text) for p in document.passages if p.kind == "table-row"]


def saved(**sheets: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, lines in sheets.items():
        sheet = book.create_sheet(title)
        for line in lines:
            sheet.append(line)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    "heads",
    [
        ("Disclosure", "Page", "Note"),
        ("披露项目", "页码", "备注"),
        ("指標", "頁碼", "備註"),
        ("Code", "章節", "Remarks"),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_in_three_languages(heads: tuple[str, str, str], delimiter: str) -> None:
    code, page, note = heads
    lines = [[page, note, code], ["25", '"two\nlines"', "GRI 305-1"], ["", "", ""], ["26", "", "GRI 305-2"]]
    text = "\n".join(delimiter.join(line) for line in [["ESG index 2024", "", ""], *lines])
    document = read_csv(text.encode(), "i.csv", "en")
    assert rows(document) == [
        ("i.csv:2:1", f"{page}\t{note}\t{code}"),
        ("i.csv:3:1", "25\ttwo lines\tGRI 305-1"),
        ("i.csv:6:1", "26\t\tGRI 305-2"),
    ]
    assert next((p.kind, p.text) for p in document.passages) == ("paragraph", "ESG index 2024")


TRADITIONAL, SIMPLIFIED = "披露,頁碼\n關鍵績效指標A1.1,25\n", "披露,页码\n关键绩效指标A1.1,25\n"


@pytest.mark.parametrize(
    ("text", "encoding", "language", "guessed"),
    [
        (TRADITIONAL, "utf-8", "en", False),
        (TRADITIONAL, "utf-8-sig", "en", False),
        (TRADITIONAL, "utf-16", "en", False),
        (TRADITIONAL, "utf-16-le", "en", True),
        (TRADITIONAL, "big5", "zh-Hant", True),
        (TRADITIONAL, "big5", "zh-Hans", True),
        (SIMPLIFIED, "gb18030", "zh-Hans", True),
        (SIMPLIFIED, "gb18030", "zh-Hant", True),
        (SIMPLIFIED, "gb18030", "en", True),
    ],
)
def test_encodings_are_recognised_and_guesses_told(text: str, encoding: str, language: str, guessed: bool) -> None:
    document = read_csv(text.encode(encoding), "i.csv", language)
    assert [text for _, text in rows(document)] == text.replace(",", "\t").splitlines()
    assert [(f.rule, f.unchecked, str(f.location)) for f in document.findings] == [
        ("DI601", False, "i.csv:1:1")
    ] * guessed


def test_excel_with_several_sheets() -> None:
    data = saved(
        GRI=[["Content index"], [], ["Page", None, "Disclosure"], [25.0, None, "GRI 305-1"]],
        港交所=[["指標", "章節"], ["A1.1", "環境"]],
    )
    document = read_sheet(data, "i.xlsx", "zh-Hant")
    assert rows(document) == [
        ("i.xlsx:3:1", "Page\tDisclosure"),
        ("i.xlsx:4:1", "25\tGRI 305-1"),
        ("i.xlsx:1:1", "指標\t章節"),
        ("i.xlsx:2:1", "A1.1\t環境"),
    ]
    assert [s.title for s in document.sections] == ["GRI", "港交所"]


def test_excel_merged_cells_are_repeated() -> None:
    book = openpyxl.Workbook()
    for line in (["Disclosure", "Section"], ["A1.1", "Air"], ["A1.2", None], ["A1.3", "Waste"]):
        book.active.append(line)
    book.active.merge_cells("B2:B3")
    stream = io.BytesIO()
    book.save(stream)
    assert [text for _, text in rows(read_sheet(stream.getvalue(), "i.xlsx", "en"))][1:] == [
        "A1.1\tAir", "A1.2\tAir", "A1.3\tWaste",
    ]  # fmt: skip


def test_a_code_that_excel_turned_into_a_date_is_told() -> None:
    document = read_sheet(saved(a=[["Disclosure", "Page"], [datetime(2024, 2, 1), 5], ["2-2", 6]]), "i.xlsx", "en")  # noqa: DTZ001 - as Excel has it
    assert [(f.rule, str(f.location)) for f in document.findings] == [("DI210", "i.xlsx:2:1")]


def test_formulas_are_not_evaluated() -> None:
    document = read_sheet(saved(a=[["Disclosure", "Page"], ["2-2", "=1+1"]]), "i.xlsx", "en")
    assert rows(document)[1] == ("i.xlsx:2:1", "2-2\t")


def bomb(size: int = 60 * 2**20) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<a>" + b" " * size)
    return stream.getvalue()


def with_entity() -> bytes:
    stream = io.BytesIO(saved(a=[["x"]]))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("xl/sharedStrings2.xml", '<!DOCTYPE a [<!ENTITY a "a">]><a>&a;</a>')
    return stream.getvalue()


@pytest.mark.parametrize("data", [bomb(), bomb(10), with_entity(), b"", b"PK", saved(a=[["x"]])[:-30]])
def test_workbooks_that_cannot_be_read_are_told(data: bytes) -> None:
    document = read_sheet(data, "i.xlsx", "en")
    assert [(f.rule, f.unchecked) for f in document.findings] == [("DI601", True)]
    assert not document.readable


@pytest.mark.parametrize("data", [b'"' + b"a" * 2 * 2**20, b"a,b\n" * 100_001, b"\0\0\0\0" * 10])
def test_text_that_is_no_sheet_is_told(data: bytes) -> None:
    document = read_csv(data, "i.csv", "en")
    assert [(f.rule, f.unchecked) for f in document.findings] == [("DI601", True)]


WHOLE = saved(a=[["Disclosure", "Page"], ["2-2", 5]], b=[["指標"]])


@given(st.binary(max_size=300) | st.text(alphabet='",;\t\n\r披1', max_size=300).map(str.encode))
def test_any_bytes_give_a_document(data: bytes) -> None:
    assert isinstance(read_csv(data, "i.csv", "zh-Hant"), Document)
    assert isinstance(read_sheet(data, "i.xlsx", "en"), Document)


@given(st.integers(0, len(WHOLE)), st.binary(max_size=20))
def test_a_damaged_workbook_gives_a_document(at: int, noise: bytes) -> None:
    assert isinstance(read_sheet(WHOLE[:at], "i.xlsx", "en"), Document)
    assert isinstance(read_sheet(WHOLE[:at] + noise + WHOLE[at + len(noise) :], "i.xlsx", "en"), Document)


@pytest.mark.parametrize("how", ["row", "column", "group", "filter", "height"])
def test_hidden_rows_and_columns_are_read_like_the_others(how: str) -> None:
    """Whoever filters or folds a sheet means what is in it; a hidden sheet, which nobody opens, is told instead."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (["Disclosure", "Page", "Note"], ["GRI 305-1", 25, "ask Ann"], ["GRI 305-2", 26, "ask Bob"]):
        sheet.append(line)
    if how == "column":
        sheet.column_dimensions["C"].hidden = True
    elif how == "group":
        sheet.row_dimensions.group(2, 3, hidden=True)
    elif how == "height":
        sheet.row_dimensions[3].height = 0
    else:
        sheet.row_dimensions[3].hidden = True
    if how == "filter":
        sheet.auto_filter.ref = "A1:C3"
        sheet.auto_filter.add_filter_column(0, ["GRI 305-1"])
    stream = io.BytesIO()
    book.save(stream)
    document = read_sheet(stream.getvalue(), "i.xlsx", "en")
    assert [text for _, text in rows(document)[1:]] == ["GRI 305-1\t25\task Ann", "GRI 305-2\t26\task Bob"]
