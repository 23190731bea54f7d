"""A workbook is untrusted: what could run, expand or reach out is refused with a line, before any of it is used."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.errors import ConfigError
from disclosure_index.outputs.xlsx import render
from disclosure_index.reading.unreadable import RefusedError
from disclosure_index.workbook_merge import read_handed, safety
from tests.support.reports import assessed
from tests.support.tiers import examples


@pytest.fixture(scope="module")
def workbook():
    """A workbook as it was exported."""
    return render(assessed('<p data-disclosure="ungc:1">x</p>', claims={"ungc": "participant"}), "en")


def _with(data, **parts):
    """Put parts into an archive, or take others' places."""
    out = io.BytesIO()
    named = {name.replace("__", "/"): content for name, content in parts.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in named:
                new.writestr(name, old.read(name))
        for name, content in named.items():
            new.writestr(name, content)
    return out.getvalue()


PARTS = [
    ("xl/externalLinks/externalLink1.xml", "links to other workbooks"),
    ("xl/vbaProject.bin", "macros"),
    ("xl/macrosheets/sheet1.xml", "macros"),
    ("xl/activeX/activeX1.bin", "controls"),
    ("xl/embeddings/oleObject1.bin", "embedded files"),
    ("xl/connections.xml", "connections"),
    ("xl/queryTables/queryTable1.xml", "connections"),
]


@pytest.mark.parametrize(("name", "why"), PARTS)
def test_what_a_filing_has_no_business_with(workbook, name, why):
    with pytest.raises(RefusedError, match=why):
        read_handed(_with(workbook, **{name: b"<x/>"}), "index.xlsx")


def test_macros_without_their_part(workbook):
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        types = archive.read("[Content_Types].xml").replace(b"spreadsheetml.sheet.main", b"sheet.macroEnabled.main")
    with pytest.raises(RefusedError, match="macros"):
        read_handed(_with(workbook, **{"[Content_Types].xml": types}), "index.xlsx")


def test_a_workbook_in_the_strict_format(workbook):
    """Excel offers it beside the usual one; no sheet is found in it by what reads the usual one."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        book = archive.read("xl/workbook.xml")
    strict = book.replace(
        b"http://schemas.openxmlformats.org/spreadsheetml/2006", b"http://purl.oclc.org/ooxml/spreadsheetml"
    )
    with pytest.raises(RefusedError, match="Strict Open XML"):
        read_handed(_with(workbook, **{"xl/workbook.xml": strict}), "index.xlsx")


def test_zip_bomb(workbook):
    with pytest.raises(RefusedError, match="expands to"):
        read_handed(_with(workbook, **{"xl/media/image1.png": b"\0" * 60_000_000}), "index.xlsx")


def test_archive_of_too_many_files(workbook):
    with pytest.raises(RefusedError, match="more than 5000 files"):
        read_handed(_with(workbook, **{f"xl/media/{n}": b"" for n in range(5_001)}), "index.xlsx")


def test_file_that_is_too_large(workbook, monkeypatch):
    monkeypatch.setattr(safety, "MAX_BYTES", len(workbook) - 1)
    with pytest.raises(RefusedError, match="larger than"):
        read_handed(workbook, "index.xlsx")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512, "encrypted"),
        (b"", "not an Office file"),
        (b"id,owner\n", "not an Office file"),
        (b"PK\x05\x06" + b"\0" * 18, "not an Office file"),
    ],
)
def test_what_is_no_workbook(data, why):
    with pytest.raises(RefusedError, match=why):
        read_handed(data, "index.xlsx")


def test_encrypted_entries(workbook):
    data = bytearray(workbook)
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(RefusedError, match="encrypted"):
        read_handed(bytes(data), "index.xlsx")


def test_entities(workbook):
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>'
    with pytest.raises(RefusedError, match="has a DTD"):
        read_handed(_with(workbook, **{"xl/worksheets/sheet1.xml": bomb}), "index.xlsx")


def test_sheet_of_too_many_rows(workbook):
    row = b'<row r="900000"><c r="A900000" t="inlineStr"><is><t>x</t></is></c></row>'
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
    with pytest.raises(RefusedError, match="more than 100000 rows"):
        read_handed(_with(workbook, **{"xl/worksheets/sheet1.xml": sheet % row}), "index.xlsx")


def test_merged_cells_that_cover_a_sheet(workbook):
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        sheet = archive.read("xl/worksheets/sheet3.xml")
    merged = sheet.replace(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    with pytest.raises(RefusedError, match="cover too many cells"):
        read_handed(_with(workbook, **{"xl/worksheets/sheet3.xml": merged}), "index.xlsx")


@pytest.mark.parametrize("mark", ["format", "format-version"])
def test_workbook_that_was_not_exported_here(mark):
    from openpyxl import Workbook

    book = Workbook()
    book.create_sheet("_meta").append(["format", "disclosure-index workbook" if mark != "format" else "other"])
    book["_meta"].append(["format-version", "0"])
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(ConfigError, match="Export a new one"):
        read_handed(out.getvalue(), "index.xlsx")


@examples(60)
@given(st.data())
def test_damaged_bytes_are_refused_or_read_never_a_traceback(workbook, data):
    spoilt = bytearray(workbook)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(spoilt) - 1))
        spoilt[at : at + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
    try:
        read_handed(bytes(spoilt), "index.xlsx")
    except (RefusedError, ConfigError) as error:
        assert str(error)


@examples(40)
@given(st.data())
def test_spoilt_cells_are_refused_or_read_never_a_traceback(workbook, data):
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        name = data.draw(st.sampled_from([n for n in archive.namelist() if n.endswith(".xml")]))
        text = archive.read(name)
    at = data.draw(st.integers(0, len(text) - 1))
    spoilt = text[:at] + data.draw(st.binary(max_size=12)) + text[at + data.draw(st.integers(0, 40)) :]
    try:
        read_handed(_with(workbook, **{name: spoilt}), "index.xlsx")
    except (RefusedError, ConfigError) as error:
        assert str(error)
