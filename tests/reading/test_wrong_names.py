"""Slips that would leave a tag or a file unread are named, with what to write instead."""

import pytest

from disclosure_index.reading.markdown.reader import read_markdown
from disclosure_index.reading.marks.misspelt_attributes import _nearest
from disclosure_index.reading.xhtml import read_xhtml


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("data-disclosures", "data-disclosure"),
        ("data-disclosue", "data-disclosure"),
        ("data_disclosure", "data-disclosure"),
        ("DATA-OMISSION", "data-omission"),
        ("data-ommission", "data-omission"),
        ("data-reasons", "data-reason"),
        ("data-supress", "data-suppress"),
        ("data-suppress-untill", "data-suppress-until"),
        ("disclosure", "data-disclosure"),
        ("data-season", ""),
        ("data-region", ""),
        ("data-position", ""),
        ("data-id", ""),
        ("reason", ""),
        ("class", ""),
    ],
)
def test_the_nearest_attribute(name: str, known: str) -> None:
    assert _nearest(name) == known


def test_markdown_attributes_are_looked_at_too() -> None:
    document = read_markdown(b'We used 12 MWh. {disclosures="gri:302-1"}\n', "r.md", "en")
    assert [finding.rule for finding in document.findings] == ["DI214"]


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("本公司的排放物包括废气和废水，以及有害废弃物的数据", "gbk", "GBK"),
        ("本公司的排放物包括廢氣和廢水，以及有害廢棄物的數據", "big5", "Big5"),
        ("Menge der gefährlichen Abfälle für das Jahr", "cp1252", "Windows-1252"),
    ],
)
def test_an_encoding_that_is_not_declared_is_named(text: str, encoding: str, name: str) -> None:
    [finding] = read_xhtml(f"<html><p>{text}</p></html>".encode(encoding), "r.xhtml", "en").findings
    assert name in finding.message
    assert "UTF-8" in finding.hint


@pytest.mark.parametrize(("entity", "instead"), [("nbsp", "&#160;"), ("eacute", "&#233;"), ("mdash", "&#8212;")])
@pytest.mark.parametrize("text", ["<p>&amp; &{};</p>", '<p title="&lt;&{};">x</p>'])
def test_an_entity_is_named_with_what_to_write(entity: str, instead: str, text: str) -> None:
    [finding] = read_xhtml(text.format(entity).encode(), "r.xhtml", "en").findings
    assert f"&{entity};" in finding.message
    assert instead in finding.hint


@pytest.mark.parametrize(
    ("data", "path", "kind"),
    [
        (b"# Report\n\nWe & they.\n", "report.md", "Markdown"),
        (b"%PDF-1.7\n...", "report.xhtml", "PDF"),
        (b"PK\x03\x04...", "report.docx", "Office"),
        (b"We used 12 t.", "report.txt", "text file"),
    ],
)
def test_a_document_of_another_type_is_told_what_to_do(data: bytes, path: str, kind: str) -> None:
    [finding] = read_xhtml(data, path, "en").findings
    assert kind in finding.message
    assert f"disclosure-index import {path}" in finding.hint
    assert finding.unchecked
