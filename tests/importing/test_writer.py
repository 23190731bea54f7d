"""What is written as native XHTML is read back as the same document, and written again as the same bytes."""

import re

import pytest

from disclosure_index.importing.writer import write_xhtml
from disclosure_index.reading.html import read_html
from disclosure_index.reading.xhtml import read_xhtml


def read(body, language="en"):
    return read_xhtml(f'<html lang="{language}"><body>{body}</body></html>'.encode(), "r.xhtml", language)


def again(document):
    """Write and read a document, which must be readable and written alike once more."""
    written = write_xhtml(document)
    back = read_xhtml(written.encode(), "r.xhtml", "en")
    assert back.readable, f"{back.findings[0].message}\n{written[written.index('<body>') :]}"
    assert write_xhtml(back) == written
    return back


def reached(document):
    """Give every tag with the texts that it reaches; one that stands twice on an element is one."""
    passages = document.passages
    return {(tag.text, tuple(p.text for p in passages[tag.span.first : tag.span.last])) for tag in document.tags}


def omitted(document):
    return {(omission.text, omission.reason, omission.explanation) for omission in document.omissions}


REPORT = """\
<section id="climate" data-disclosure="gri:305-1 gri:305-2"><h1>Climate 氣候</h1>
<span role="doc-pagebreak" aria-label="iv"/><p>First line<br/>second line &lt;of&gt; R&amp;D</p>
<section><h2>Water</h2><p id="use" lang="zh-Hant" data-disclosure="gri:303-5@2018#a">用水量</p>
<ul><li data-disclosure="sdg:6">tap</li><li>rain</li></ul>
<span role="doc-pagebreak" aria-label="5"/>
<div data-disclosure="gri:306-3"><p>Waste.</p><p>More waste.</p></div></section></section>
<section lang="zh-Hans"><h1>索引</h1>
<p data-omission="hkex-esg:A1.1 hkex-esg:A1.3" data-reason="not-material">我们没有 "废气"。</p>
<table role="doc-index"><caption>GRI</caption><tr data-disclosure="gri:205-3"><td>205-3</td><td></td><td>None.</td></tr>
<tr><td>305-1</td><td>Climate</td><td>iv</td></tr></table></section>"""


def test_a_report_keeps_all_it_says():
    first = read(REPORT)
    second = again(first)
    for document in (first, second):
        assert [(s.title, s.level, s.parent) for s in document.sections] == [
            ("Climate 氣候", 1, None), ("Water", 2, 0), ("索引", 1, None),
        ]  # fmt: skip
        assert [label for label, _ in document.pages] == ["iv", "5"]
        assert "First line\nsecond line <of> R&D" in [p.text for p in document.passages]
        assert "205-3\t\tNone." in [p.text for p in document.passages]
        assert {p.language for p in document.passages if p.text == "用水量"} == {"zh-Hant"}
        (first_row, last_row), *rest = document.indexes
        assert not rest
        assert [p.kind for p in document.passages[first_row:last_row]] == ["table", "table-row", "table-row"]
        assert {"climate", "use"} <= document.anchors.keys()
    assert [(p.kind, p.text, p.page, p.language) for p in second.passages] == [
        (p.kind, p.text, p.page, p.language) for p in first.passages
    ]
    assert reached(second) == reached(first)
    assert len(second.tags) == len(first.tags) == 6
    assert omitted(second) == omitted(first)


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", 'R&D <2024> "report"'), ("zh-Hans", "环境报告"), ("zh-Hant", "環境報告")],
)
def test_the_language_and_the_title_of_the_whole(language, title):
    page = f'<html lang="{language}"><head><title>{title.replace("&", "&amp;").replace("<", "&lt;")}</title></head>'
    document = read_xhtml(f"{page}<body><p>x</p></body></html>".encode(), "r.xhtml", "")
    back = read_xhtml(write_xhtml(document).encode(), "r.xhtml", "")
    assert back.title == title
    assert back.passages[0].language == language


def test_a_tag_written_twice_on_one_element_is_one():
    back = again(read('<p data-disclosure="sdg:1 sdg:1 sdg:2">x</p>'))
    assert [tag.text for tag in back.tags] == ["sdg:1", "sdg:2"]


@pytest.mark.parametrize(
    "body",
    [
        '<div role="doc-index"><h2>GRI</h2><table><tr><td>a</td></tr></table>'
        "<h2>SASB</h2><table><tr><td>b</td></tr></table></div>",
        '<div data-disclosure="sdg:1"><h2>Water</h2><p>one</p><h2>Waste</h2><p>two</p></div>',
        '<section><h1>A</h1><div data-disclosure="sdg:1"><p>x</p><section><h2>B</h2><p>y</p></section></div></section>',
    ],
    ids=["index of two headed tables", "tag over two headings", "tag over text and a subsection"],
)
def test_what_reaches_over_section_borders_is_written_well_formed(body):
    first = read(body)
    second = again(first)
    assert reached(second) == reached(first)
    assert second.indexes == first.indexes


def test_a_tag_that_ends_within_a_section_reaches_the_same_texts():
    """It begins outside the section, so no one element can hold it: it may be written as several."""
    body = '<section><h1>A</h1><div data-disclosure="sdg:1"><p>x</p><h2>B</h2><p>b</p></div><p>after</p></section>'
    back = again(read(body))
    assert {text for _, texts in reached(back) for text in texts} == {"x", "B", "b"}


@pytest.mark.parametrize(
    "body",
    ['<p data-omission="sdg:1" data-reason="r"></p><p>next</p>', '<p>x</p><p data-omission="sdg:1" data-reason="r"/>'],
    ids=["before a paragraph", "at the end"],
)
def test_an_omission_without_explanation_is_kept_and_borrows_none(body):
    assert omitted(again(read(body))) == {("sdg:1", "r", "")}


def test_two_omissions_of_one_text_keep_their_own_reasons():
    body = '<div data-omission="sdg:1" data-reason="a"><p data-omission="sdg:2" data-reason="b">x</p></div>'
    assert omitted(again(read(body))) == {("sdg:1", "a", "x"), ("sdg:2", "b", "x")}


@pytest.mark.parametrize("between", ["", " ", "\n"])
@pytest.mark.parametrize("body", ["<body>", '<body id="top">'])
def test_each_id_is_written_once_where_html_stands_on_one_line(between: str, body: str) -> None:
    parts = [
        body,
        '<h1 id="a">Report</h1>',
        "<p>Text.</p>",
        '<h2 id="b">Energy</h2>',
        '<p id="c">5 MWh</p>',
        "<h2>Water</h2>",
    ]
    written = write_xhtml(read_html(between.join(parts).encode(), "r.html", "en"))
    ids = re.findall(r' id="([^"]*)"', written)
    assert len(ids) == len(set(ids))
    assert re.search(r'<section id="a"[^>]*>\s*<h1>Report', written)
    assert re.search(r'<section id="b"[^>]*>\s*<h2>Energy', written)
