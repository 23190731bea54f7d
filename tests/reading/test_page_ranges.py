"""On which pages sections and elements stand: from the page of the first word to the page of the last."""

import io
from datetime import date

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.importing.writer import write_xhtml
from disclosure_index.model import Document
from disclosure_index.reading.html import read_html
from disclosure_index.reading.markdown.reader import read_markdown
from disclosure_index.reading.word.reader import read_word
from disclosure_index.reading.xhtml import read_xhtml
from disclosure_index.session import open_assessment
from disclosure_index.tables import by_section

TAG = 'data-disclosure="tcfd:strategy-a"'


def turn(label: object) -> str:
    return f'<span role="doc-pagebreak" aria-label="{label}"/>'


def read(body: str) -> Document:
    return read_xhtml(f"<html><body>{body}</body></html>".encode(), "r.xhtml", "en")


T1, T2, T3, T4 = map(turn, (1, 2, 3, 4))
SNIPPETS = {
    "page break as the last child": (f"<section TAG><h1>A</h1><p>a</p>{T2}</section>", "1"),
    "white space behind it": (f"<section TAG><h1>A</h1><p>a</p>\n  {T2}\n</section>\n", "1"),
    "page break in the middle": (f"<section TAG><h1>A</h1><p>a</p>{T2}<p>b</p></section>", "1–2"),
    "one in the middle, one at the end": (f"<section TAG><h1>A</h1><p>a</p>{T2}<p>b</p>{T3}</section>", "1–2"),
    "a blank page at the end": (f"<section TAG><p>a</p>{T2}{T3}</section><section><p>b</p></section>", "1"),
    "a blank page within": (f"<section TAG><p>a</p>{T2}{T3}<p>b</p></section>", "1–3"),
    "page break as the first child": (f"<section TAG>{T2}<h1>A</h1><p>a</p></section>", "2"),
    "several page breaks first": (f"<p>x</p><section TAG>{T2}{T3}<h1>A</h1><p>a</p></section>", "3"),
    "heading at the foot of the page": (f"<section TAG><h1>A</h1>{T2}<p>a</p></section>", "2"),
    "heading alone": (f"<section TAG><h1>A</h1>{T2}</section>", "1"),
    "the end of the last child": (f"<section TAG><p>a</p><section><h2>B</h2><p>b</p>{T2}</section>{T3}</section>", "1"),
    "the last child goes on": (f"<section TAG><p>a</p><section><p>b</p>{T2}<p>c</p></section></section>", "1–2"),
    "a table with the break between its rows": (
        f"<section TAG><p>a</p><table><tr><td>b</td></tr>{T2}<tr><td>c</td></tr>{T3}</table></section>", "1–2",
    ),
    "a cell that ends with it": (f"<section TAG><table><tr><td>a</td><td>b{T2}</td></tr></table></section>", "1"),
    "a cell that goes on": (f"<section TAG><table><tr><td>a</td><td>b {T2}c</td></tr></table></section>", "1–2"),
    "before the words of the first cell": (f"<section TAG><table><tr><td>{T2}a</td><td/></tr></table></section>", "2"),
    "a merged cell repeated in front": (
        f'<table><tr><td rowspan="2">a</td><td>b</td></tr><tr TAG><td>{T2}c</td></tr></table>', "2",
    ),
    "a merged cell repeated behind": (
        f'<table><tr><td>b</td><td rowspan="2">a</td></tr><tr TAG><td>c{T2}</td></tr></table>', "1",
    ),
    "a list item that ends with it": (f"<ul TAG><li>a</li><li>b{T2}</li></ul>", "1"),
    "a division that ends with it": (f"<div TAG><p>a</p>{T2}</div>", "1"),
    "a division that begins with it": (f"<div TAG>{T2}<p>a</p></div>", "2"),
    "a paragraph over two pages": (f"<p TAG>a {T2}b</p>", "1–2"),
    "a paragraph over three pages": (f"<p TAG>a {T2}b{T3} c</p>", "1–3"),
    "a paragraph that ends with it": (f"<p TAG>a {T2} \n</p><p>b</p>", "1"),
    "a paragraph that begins with it": (f"<p TAG> {T2} a</p>", "2"),
    "a line break behind it": (f"<p TAG>a{T2}<br/></p>", "1"),
    "words on the later page of a paragraph": (f"<p>a {T2}<b TAG>b</b> c</p>", "2"),
    "words on the earlier page of a paragraph": (f"<p><b TAG>a</b> {T2}b</p>", "1"),
    "words over two pages": (f"<p>a <b TAG>b {T2}c</b> {T3}d</p>", "1–2"),
    "a cell on the later page": (f"<table><tr><td>a{T2}</td><td TAG>b</td></tr></table>", "2"),
    "a picture with an alternative": (f'<section TAG><p>a</p>{T2}<figure><img alt="Bars"/></figure></section>', "1–2"),
    "a picture without": (f'<section TAG><p>a</p>{T2}<figure><img src="a.png"/></figure></section>', "1"),
    "a caption": (f"<figure TAG>{T2}<figcaption>a</figcaption>{T3}</figure>", "2"),
    "the end of the document": (f"<section TAG><p>a</p>{T2}<p>b</p></section>{T3}", "1–2"),
    "a break in a block of its own": (
        '<section TAG><p>a</p><p role="doc-pagebreak" aria-label="2"/><div><hr role="doc-pagebreak" title="3"/></div>'
        "</section>", "1",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "pages"), SNIPPETS.values(), ids=SNIPPETS)
def test_a_range_runs_from_the_first_word_to_the_last(make_report, body, pages):
    body = T1 + body.replace("TAG", TAG)
    first, _, last = pages.partition("–")
    document = read(body)
    [tag] = document.tags
    assert (tag.span.page, tag.span.last_page) == (first, last or first)
    if tag.span.element == "section":
        [section] = [s for s in document.sections if s.location == tag.span.location]
        assert (section.page, section.last_page) == (first, last or first)
    assessment = open_assessment(make_report(body, project='[[frameworks]]\nid = "tcfd"\n'), today=date(2025, 6, 1))
    assert [row["pages"] for row in by_section.claims(assessment).records()] == [pages]


def test_the_breaks_of_a_passage_are_those_between_its_words():
    text = (
        f"{T1}<p>{T2}We{T3} are \n <br/>{T4} here.{turn(5)} </p><table><tr><td>a</td><td> {turn(6)}b</td></tr></table>"
    )
    paragraph, row = read(text).passages
    assert (paragraph.text, paragraph.page, paragraph.breaks) == ("We are\nhere.", "2", ((3, "3"), (7, "4")))
    assert (paragraph.last_page, paragraph.pages) == ("4", ("2", "3", "4"))
    assert (row.text, row.page, row.breaks) == ("a\tb", "5", ((2, "6"),))


# --- any tree -------------------------------------------------------------------------------------

NAMES = {
    "section": ("section", "div", "p", "ul", "table"), "div": ("section", "div", "p", "ul", "table"), "ul": ("li",),
    "table": ("tr",), "tr": ("td",), "td": ("b", "p"), "p": ("b",), "li": ("b", "p"), "b": ("b",), "h2": ("b",),
}  # fmt: skip
TEXTS = ("section", "div", "p", "li", "td", "b", "h2")
"""The elements that may hold words of their own."""


@st.composite
def trees(draw, name="div", depth=4):
    """An element: its name, and its children: elements, page breaks, words and white space."""
    children = ["break", " ", *(["word"] if name in TEXTS else []), *(["element"] if depth else [])]
    kinds = draw(st.lists(st.sampled_from(children), max_size=4))
    found = [draw(trees(draw(st.sampled_from(NAMES[name])), depth - 1)) if k == "element" else k for k in kinds]
    if name == "section" and draw(st.booleans()):
        found.insert(0, draw(trees("h2", 1)))
    return name, found


class Oracle:
    """Writes a tree, and notes on which page each word stands."""

    def __init__(self) -> None:
        self.page = 0
        self.words: list[tuple[int, bool]] = []  # the page, and whether in a heading
        self.ranges: dict[str, tuple[str, str]] = {}

    def write(self, tree) -> str:
        name, children = tree
        number = len(self.ranges)
        self.ranges[f"sdg:{number}"] = ("", "")
        start, text = len(self.words), ""
        for child in children:
            if child == "break":
                self.page += 1
                text += turn(self.page)
            elif child == "word":
                self.words.append((self.page, False))
                text += "word"
            elif child == " ":
                text += "\n "
            else:
                text += self.write(child)
        if name == "h2":
            self.words[start:] = [(page, True) for page, _ in self.words[start:]]
        if own := self.words[start:]:
            counted = [w for w in own if not w[1]] or own if name == "section" else own
            self.ranges[f"sdg:{number}"] = (str(counted[0][0] or ""), str(own[-1][0] or ""))
        return f'<{name} data-disclosure="sdg:{number}">{text}</{name}>'


@given(trees())
def test_the_range_of_any_element_is_that_of_its_words(tree):
    oracle = Oracle()
    document = read(oracle.write(tree))
    assert document.readable
    found = {tag.text: (tag.span.page, tag.span.last_page) for tag in document.tags}
    assert found.keys() == oracle.ranges.keys()
    wanted = {text: pages for text, pages in oracle.ranges.items() if pages != ("", "")}
    assert {text: found[text] for text in wanted} == wanted


# --- what other forms are read as, and what is written of it -----------------------------------------

HTML = f"""\
<h2>Energy</h2><p>We used power.</p>{T2}
<h2>Waste</h2><p>We made {T3}waste.</p>
<table><tr><td>Paper</td><td>2 t</td></tr></table>{T4}{turn(5)}
<h2>People</h2><h3>Staff</h3><p>We are ten.</p>{turn(6)}"""
MARKDOWN = """\
## Energy

We used power.

<!-- page: 2 -->

## Waste

We made <!-- page: 3 -->waste.

- paper

<!-- page: 4 -->
<!-- page: 5 -->

## People

### Staff

We are ten.

<!-- page: 6 -->
"""


def word(rendered: bool) -> bytes:
    """Write the same as a Word file, with pages as laid out or set by hand."""
    document = docx.Document()

    def broken(run) -> None:
        if rendered:
            run._r.append(docx.oxml.OxmlElement("w:lastRenderedPageBreak"))
        else:
            run.add_break(docx.enum.text.WD_BREAK.PAGE)

    document.add_heading("Energy", 2)
    broken(document.add_paragraph("We used power.").add_run())
    document.add_heading("Waste", 2)
    paragraph = document.add_paragraph("We made ")
    broken(paragraph.add_run())
    paragraph.add_run("waste.")
    cell = document.add_table(1, 1).rows[0].cells[0]
    cell.text = "Paper"
    broken(cell.paragraphs[0].add_run())
    broken(document.add_paragraph().add_run())
    document.add_heading("People", 2)
    document.add_heading("Staff", 3)
    broken(document.add_paragraph("We are ten.").add_run())
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("reader", "source"),
    [
        (read_html, (T1 + HTML).encode()),
        (read_markdown, f"<!-- page: 1 -->\n\n{MARKDOWN}".encode()),
        (read_word, word(rendered=False)),
        (read_word, word(rendered=True)),
    ],
    ids=["html", "markdown", "word, by hand", "word, as laid out"],
)
def test_pages_of_an_import_are_right_and_written_between_elements(reader, source):
    document = reader(source, "r", "en")
    written = write_xhtml(document)
    for read_so in (document, read_xhtml(written.encode(), "r.xhtml", "en")):
        assert [(s.title, s.page, s.last_page) for s in read_so.sections] == [
            ("Energy", "1", "1"), ("Waste", "2", "3"), ("People", "5", "5"), ("Staff", "5", "5"),
        ]  # fmt: skip
        assert [label for label, _ in read_so.pages] == ["1", "2", "3", "4", "5", "6"]
    mark = '<span role="doc-pagebreak" aria-label="{}"></span>'
    between = f'</section>\n{mark.format(2)}\n<section id="'
    assert between in written
    assert f"We made {mark.format(3)}waste." in written
    assert f"</section>\n{mark.format(4)}\n{mark.format(5)}\n<section" in written
    assert written.endswith(f"</section>\n</section>\n{mark.format(6)}\n</body>\n</html>\n")
