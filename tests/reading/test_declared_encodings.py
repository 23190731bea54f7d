"""Encodings that a file declares and nobody reads: refused in a line, whatever the format; never an exception."""

import io
import zipfile

import openpyxl
import pytest

from disclosure_index.edits import EditError
from disclosure_index.edits.elements import scan
from disclosure_index.reading.registry import READERS
from disclosure_index.reading.unreadable import RefusedError
from disclosure_index.workbook_merge import read_handed

UNREAD = ["GB18030", "Big5", "UTF-7", "Shift_JIS", "EUC-KR", "ucs-4", "x-unknown", "rot13", "hex", "idna", "undefined"]
"""Of several bytes a character, unknown, and codecs of Python's that are no encodings of text."""
DOCUMENT = '<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>Text</w:t></w:r></w:p></w:body></w:document>'


def declared(encoding: str, xml: bytes) -> bytes:
    body = xml[xml.index(b"?>") + 2 :] if xml.startswith(b"<?xml") else xml
    return f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + body


def docx(encoding: str, part: str = "word/document.xml") -> bytes:
    rels = '<Relationships xmlns="urn:r"><Relationship Type="x/styles" Target="styles.xml"/></Relationships>'
    parts = {"[Content_Types].xml": "<Types/>", "word/document.xml": DOCUMENT,
             "word/_rels/document.xml.rels": rels, "word/styles.xml": "<styles/>"}  # fmt: skip
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, xml in parts.items():
            archive.writestr(name, declared(encoding, xml.encode()) if name == part else xml)
    return data.getvalue()


def xlsx(encoding: str, part: str) -> bytes:
    book, saved, data = openpyxl.Workbook(), io.BytesIO(), io.BytesIO()
    book.active.append(["disclosure", "page"])
    book.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(data, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, declared(encoding, content) if name == part else content)
    return data.getvalue()


def why(suffix: str, data: bytes) -> str:
    document = READERS[suffix](data, f"source{suffix}", "en")
    (finding,) = document.findings
    assert finding.unchecked
    assert not document.readable
    return str(finding.message)


@pytest.mark.parametrize("encoding", UNREAD)
def test_word(encoding):
    told = why(".docx", docx(encoding))
    assert encoding in told
    assert "word/document.xml" in told


@pytest.mark.parametrize("part", ["word/styles.xml", "word/_rels/document.xml.rels"])
def test_any_part_of_a_word_file(part):
    assert part in why(".docx", docx("Big5", part))


@pytest.mark.parametrize("encoding", UNREAD)
def test_excel(encoding):
    part = "xl/worksheets/sheet1.xml"
    told = why(".xlsx", xlsx(encoding, part))
    assert encoding in told
    assert part in told


@pytest.mark.parametrize(
    "part",
    ["xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "docProps/core.xml"],
)
def test_any_part_of_a_workbook_also_of_one_that_comes_back(part):
    data = xlsx("GB18030", part)
    assert part in why(".xlsx", data)
    with pytest.raises(RefusedError, match="GB18030"):
        read_handed(data, "index.xlsx")


@pytest.mark.parametrize("encoding", UNREAD)
def test_xhtml_also_where_it_is_edited(encoding):
    data = declared(encoding, b'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Text</p></body></html>')
    assert why(".xhtml", data)
    with pytest.raises(EditError):
        scan(data, "report.xhtml", [(1, 1)])


@pytest.mark.parametrize("encoding", UNREAD)
def test_html_is_read_by_what_its_bytes_say(encoding):
    document = READERS[".html"](f'<meta charset="{encoding}"><p>Text 中文'.encode(), "report.html", "en")
    assert [p.text for p in document.passages] == ["Text 中文"]


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-16", "iso-8859-1", "windows-1252", "us-ascii"])
def test_what_expat_knows_is_read_as_before(encoding):
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{DOCUMENT}'.encode(encoding)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", xml)
    assert [p.text for p in READERS[".docx"](data.getvalue(), "source.docx", "en").passages] == ["Text"]


def test_no_memory_in_the_parser_is_no_fault_of_the_file():
    from xml.parsers import expat

    from disclosure_index.reading.xml.scan import check_memory

    error = expat.ExpatError("out of memory: line 1, column 0")
    error.code = expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]
    with pytest.raises(MemoryError):
        check_memory(error)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_compressed_data_that_is_damaged_is_told(method, suffix):
    part = "word/document.xml" if suffix == ".docx" else "xl/workbook.xml"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        archive.writestr(part, DOCUMENT * 50)
    at = data.getvalue().index(part.encode()) + len(part)
    for offset in range(9):
        broken = bytearray(data.getvalue())
        broken[at + offset : at + offset + 12] = b"\xff" * 12
        assert why(suffix, bytes(broken))
