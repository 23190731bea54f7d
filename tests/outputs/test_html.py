"""The HTML page is well formed, and nothing of the report's is markup in it."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from disclosure_index.outputs import html
from disclosure_index.tables.table import Cell, Table

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onclick='x",
    "&lt;b&gt;",
    "</td></table>",
    "<!--",
]


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.cells, self.attributes, self.inside = [], [], [], False

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attributes]
        if tag == "td":
            self.inside = True
            self.cells.append("")

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "td"

    def handle_data(self, data):
        if self.inside:
            self.cells[-1] += data


def _page(text, href="", title="Title"):
    return html.page([Table("t", "index", ("code",), ((Cell(((text, href),)),),))], title, "en")


def _read(page):
    reader = _Reader()
    reader.feed(page)
    return reader


@pytest.mark.parametrize("text", ATTACKS)
def test_text_is_text_wherever_it_stands(text):
    for page in (_page(text), _page("x", href=text), _page("x", title=text)):
        reader = _read(page)
        assert (reader.tags.count("script"), reader.tags.count("img")) == (1, 0)  # the page's own
        assert not [name for name in reader.attributes if name.startswith("on")]
    assert _read(_page(text)).cells == [text]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_page_is_well_formed_whatever_the_text(text):
    page = _page(text, href=text, title=text).removeprefix("<!DOCTYPE html>\n")
    etree.fromstring(page.encode())  # raises where it is not


def test_sections_and_heads_are_marked_up_for_screen_readers():
    tree = etree.HTML(_page("x"))
    assert tree.xpath("//th/@scope") == ["col"]
    assert tree.xpath("//html/@lang") == ["en"]
    assert len(tree.xpath("//h1")) == 1
