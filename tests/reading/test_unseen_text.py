"""Text that no reader sees is not read, in any format, and a tag on it is told."""

import pytest

from disclosure_index.model import Document
from disclosure_index.reading.html import read_html
from disclosure_index.reading.markdown.reader import read_markdown
from disclosure_index.reading.unseen import Styles
from disclosure_index.reading.xhtml import read_xhtml

HIDDEN = [
    '<p hidden="">old</p>',
    '<p hidden="until-found">old</p>',
    '<p style="color:red; DISPLAY : None">old</p>',
    '<p style="visibility:hidden">old</p>',
    '<p style="text-decoration: line-through">old</p>',
    '<p class="big gone">old</p>',
    '<p id="draft">old</p>',
    '<div hidden=""><p>old</p><p><b>old</b></p></div>',
    "<p><del>old</del></p>",
    "<p><s>old</s></p>",
    "<p><strike>old</strike></p>",
    '<table><tr style="display:none"><td>old</td></tr></table>',
    '<ul><li hidden="">old</li></ul>',
]
STYLE = "<style>.gone, #draft { display: none } @media print { .paper { display: none } } .a .b {display:none}</style>"
SHOWN = [
    "<p>new</p>",
    '<p class="paper">new</p>',
    '<p class="b">new</p>',
    '<p class="gone" style="display: block">new</p>',
    '<p style="display: inline">new</p>',
    "<p><ins>new</ins></p>",
]


def texts(document: Document) -> list[str]:
    return [passage.text for passage in document.passages]


def page(body: str) -> bytes:
    return (
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head>{STYLE}</head><body><p>here</p>{body}</body></html>'.encode()
    )


@pytest.mark.parametrize("read", [read_xhtml, read_html])
@pytest.mark.parametrize("body", HIDDEN)
def test_it_is_left_out_and_told(read, body: str) -> None:
    document = read(page(body), "r", "en")
    assert texts(document) == ["here"]
    assert [finding.rule for finding in document.findings] == ["DI613"]
    assert '"old' in document.findings[0].message


@pytest.mark.parametrize("read", [read_xhtml, read_html])
@pytest.mark.parametrize("body", SHOWN)
def test_what_is_shown_is_read(read, body: str) -> None:
    document = read(page(body), "r", "en")
    assert texts(document) == ["here", "new"]
    assert document.findings == ()


@pytest.mark.parametrize("read", [read_xhtml, read_html, read_markdown])
@pytest.mark.parametrize(
    "body",
    [
        '<p hidden="" data-disclosure="gri:2-1">old</p>',
        '<div style="display:none">\n<p data-disclosure="gri:2-1">old</p>\n</div>',
        '<div hidden="">\n<p data-omission="gri:2-1" data-reason="not-applicable">old</p>\n</div>',
    ],
)
def test_a_tag_on_it_is_told_and_does_not_count(read, body: str) -> None:
    document = read(f"<div>\n<p>here</p>\n{body}\n</div>\n".encode(), "r", "en")
    assert document.tags == document.omissions == ()
    [finding] = [finding for finding in document.findings if finding.rule == "DI213"]
    assert "gri:2-1" in finding.message


@pytest.mark.parametrize("read", [read_xhtml, read_html])
def test_page_breaks_and_anchors_that_are_not_displayed_count(read) -> None:
    document = read(page('<div hidden=""><span role="doc-pagebreak" aria-label="7"/></div><p>x</p>'), "r", "en")
    assert [label for label, _ in document.pages] == ["7"]


@pytest.mark.parametrize("read", [read_xhtml, read_html])
@pytest.mark.parametrize(
    ("cell", "row"),
    [
        ('<td style="visibility:hidden">old</td>', "a\t\tb"),  # it keeps its place
        ('<td hidden="">old</td>', "a\tb"),
        ("<td><del>old</del></td>", "a\t\tb"),
    ],
)
def test_a_hidden_cell_leaves_the_place_that_it_leaves_on_a_page(read, cell: str, row: str) -> None:
    document = read(page(f"<table><tr><td>a</td>{cell}<td>b</td></tr></table>"), "r", "en")
    assert texts(document)[1:] == [row]


@pytest.mark.parametrize("text", ["~~old~~ new", "<del>old</del> new", "<span hidden>old</span> new"])
def test_struck_markdown(text: str) -> None:
    assert texts(read_markdown(text.encode(), "r.md", "en")) == ["new"]


@pytest.mark.parametrize(
    ("sheet", "hides"),
    [
        ("p{display:none}", True),
        ("p.x{display:none}", False),
        ("/* p{display:none} */", False),
        ("@media screen { p { display: none } }", True),
        ("@import 'x.css'; p { display: none }", True),
        ("p { display: none } p { display: block }", False),
        ("p { display: none", False),
        ("}}{p{display:none}", True),
    ],
)
def test_rules_of_a_style_sheet(sheet: str, hides: bool) -> None:
    styles = Styles()
    styles.add(sheet)
    assert styles.hides("p", {}) is hides
