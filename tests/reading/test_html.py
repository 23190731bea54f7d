"""Loose HTML: read as browsers do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.model import Document
from disclosure_index.reading.html import read_html


def read(text: str, language: str = "en") -> Document:
    return read_html(text.encode(), "r.html", language)


def passages(document: Document) -> list[tuple[str, str, str]]:
    return [(p.kind, str(p.location), p.text) for p in document.passages if p.text]


def test_unclosed_elements_are_closed() -> None:
    document = read(
        "<title>報告 &amp; 2024</title>\n<h1>環境\n<p>one<br>line\n<ul><li>一<li>二</ul>\n"
        "<p id=w data-disclosure=gri:303-3>water & more"
    )
    assert passages(document) == [
        ("heading", "r.html:2", "環境"),
        ("paragraph", "r.html:3", "one line"),
        ("list-item", "r.html:4", "一"),
        ("list-item", "r.html:4", "二"),
        ("paragraph", "r.html:5", "water & more"),
    ]
    assert document.title == "報告 & 2024"
    (tag,) = document.tags
    assert (tag.text, tag.span.anchor, str(tag.span.location)) == ("gri:303-3", "w", "r.html:5")


def test_merged_cells_are_repeated() -> None:
    document = read(
        "<table><thead><tr><td rowspan=9>never ends<td colspan=2>wide</thead>"
        "<tbody><tr><td rowspan=2>a<td>b<td>c<tr><td>d<td>e<tr><td>1<td rowspan=0>2<tr><td>3</table>"
    )
    assert [p.text for p in document.passages if p.text] == [
        "never ends\twide\twide", "a\tb\tc", "a\td\te", "1\t2", "3\t2",
    ]  # fmt: skip


def test_a_table_in_a_cell_is_the_cells_text() -> None:
    document = read('<table><tr><td>a<table><tr><td>x<td data-disclosure="gri:2-1">y</table><td>b</table>')
    assert [p.text for p in document.passages if p.text] == ["a x y\tb"]
    assert [t.span.text for t in document.tags] == ["y"]


INNER = "<table><tr><th>GRI<th>Place<tr><td>GRI 2-1<td>p. 4<tr><td>GRI 2-2<td>p. 5</table>"
INNER_ROWS = ["GRI\tPlace", "GRI 2-1\tp. 4", "GRI 2-2\tp. 5"]


@pytest.mark.parametrize(
    ("text", "around"),
    [
        (f"<table><tr><td>{INNER}</table>", []),
        (f"<table><tbody><tr><td>Side note<td>{INNER}</tbody></table>", ["Side note"]),
        (f"<table><tr><td><table><tr><td>{INNER}</table></table>", []),
        (f"<table><tr><td><h2>Index</h2><tr><td colspan=3>{INNER}<tr><td>End</table>", ["Index", "End"]),
        (f"<table><tr><td>{INNER}<td>{INNER}</table>", []),
    ],
)
def test_rows_of_a_table_in_a_table_that_is_only_layout_are_rows(text: str, around: list[str]) -> None:
    document = read(text)
    rows = [p.text for p in document.passages if p.kind == "table-row"]
    assert rows == INNER_ROWS * text.count(INNER)
    assert [p.text for p in document.passages if p.kind != "table-row"] == around


def test_small_table_in_a_cell_of_a_larger_one_is_text_of_the_cell() -> None:
    small = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    document = read(f"<table><tr><td>1<td>2<tr><td>3<td>4<tr><td>5<td>6<tr><td>7<td>{small}</table>")
    assert [p.text for p in document.passages] == ["1\t2", "3\t4", "5\t6", "7\ta b c d"]


def test_comments_tag_the_next_block_and_start_pages() -> None:
    document = read(
        "<!-- page: 4 --><p>a</p><!-- disclosure: gri:2-1 --><!-- omission: gri:2-2 reason: unavailable --><p>b</p>"
    )
    assert [(t.text, t.span.page) for t in document.tags] == [("gri:2-1", "4")]
    assert [(o.text, o.reason, o.explanation) for o in document.omissions] == [("gri:2-2", "unavailable", "b")]


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("big5", '<meta charset="big5">'),
        ("gb18030", '<meta http-equiv=Content-Type content="text/html; charset=gb2312">'),
        ("utf-16", ""),
    ],
)
def test_encodings_that_the_file_tells(encoding: str, head: str) -> None:
    document = read_html(f"<html>{head}<p>披露 2024".encode(encoding), "r.html", "en")
    assert [p.text for p in document.passages if p.text] == ["披露 2024"]
    assert not document.findings


def test_a_guessed_encoding_is_told() -> None:
    document = read_html("<p>環境、社會及管治報告：關鍵績效指標</p>".encode("big5"), "r.html", "zh-Hant")
    assert "關鍵績效指標" in document.passages[0].text
    assert [(f.rule, f.unchecked) for f in document.findings] == [("DI601", False)]


@pytest.mark.parametrize(
    "data", [b"<div>" * 10**6, b"<p>" + b"<b>" * 10**6, b"", b"  ", b"<!--" * 10**5, b"<" * 65 * 2**20]
)
def test_what_cannot_be_read_is_told(data: bytes) -> None:
    document = read_html(data, "r.html", "en")
    assert not document.readable
    assert [(f.rule, f.unchecked) for f in document.findings] == [("DI601", True)]


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><p>&b;&x;'
    assert not any("aaa" in p.text or "root" in p.text for p in read(bomb).passages)


@given(st.binary(max_size=300) | st.text(alphabet='<>/="tablerdph1 -!\n&;披\x00', max_size=300).map(str.encode))
def test_any_bytes_give_a_document(data: bytes) -> None:
    assert isinstance(read_html(data, "r.html", "zh-Hans"), Document)


@pytest.mark.parametrize(
    ("tag", "language"), [("zh-TW", "zh-Hant"), ("zh-cn", "zh-Hans"), ("en-GB", "en"), ("fr", "fr"), ("", "en")]
)
def test_a_language_is_called_as_everywhere_else(tag: str, language: str) -> None:
    assert read(f'<p lang="{tag}">x').passages[0].language == language
