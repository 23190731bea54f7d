"""Links of an index lead to the same section in Word and Markdown as in HTML, whatever their words."""

from io import BytesIO

import pytest
from docx import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from disclosure_index.printed_index.placing.placement import place
from disclosure_index.printed_index.reader import read_printed, with_indexes
from disclosure_index.reading.markdown.heading_anchors import heading_anchor
from disclosure_index.reading.markdown.reader import read_markdown
from disclosure_index.reading.word.reader import read_word

SECTIONS = {"Energy use": "_Ref100", "Our people": "people"}
TEXT = "What we did in the year, and what came of it."


def placed(document, frameworks):
    claims = read_printed(document, frameworks).claims
    placement = place(with_indexes(document, claims), claims)
    sections, passages = placement.document.sections, placement.document.passages
    return {
        tag.reference.code: "row" if passages[tag.span.first].kind == "table-row" else sections[tag.span.section].title
        for tag in placement.document.tags
    }


def element(kind, /, **attributes):
    made = OxmlElement(f"w:{kind}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def run(*children, text=""):
    made = element("r")
    made.extend(children)
    if text:
        words = element("t")
        words.text = text
        made.append(words)
    return made


def hyperlink(anchor):
    made = element("hyperlink", anchor=anchor)
    made.append(run(text="here"))
    return [made]


def simple_field(anchor):
    made = element("fldSimple", instr=f" REF {anchor} \\h ")
    made.append(run(text="here"))
    return [made]


def field(code):
    def call(anchor):
        instructions = []
        for piece in (f" {code}", f" {anchor} \\h "):  # Word parts them as it likes
            instructions.append(element("instrText"))
            instructions[-1].text = piece
        marks = [element("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end")]
        return [run(marks[0]), *map(run, instructions), run(marks[1]), run(text="here"), run(marks[2])]

    return call


def word(link):
    report = WordDocument()
    report.add_heading("Report 2024", 1)
    for number, (title, bookmark) in enumerate(SECTIONS.items()):
        heading = report.add_heading(title, 2)
        heading._p.insert(1, element("bookmarkStart", id=str(number), name=bookmark))
        heading._p.append(element("bookmarkEnd", id=str(number)))
        report.add_paragraph(TEXT)
    report.add_heading("GRI content index", 2)
    table = report.add_table(rows=0, cols=2)
    for code, bookmark in {"Disclosure": "", "302-1": "_Ref100", "2-7": "people"}.items():
        cells = table.add_row().cells
        cells[0].text = code
        if bookmark:
            cells[1].paragraphs[0]._p.extend(link(bookmark))
        else:
            cells[1].text = "Location"
    data = BytesIO()
    report.save(data)
    return data.getvalue()


@pytest.mark.parametrize("link", [hyperlink, simple_field, field("REF"), field("PAGEREF")])
def test_link_of_a_word_file_leads_to_its_bookmark(frameworks, link):
    document = read_word(word(link), "report.docx", "en")
    assert placed(document, frameworks) == {"302-1": "Energy use", "2-7": "Our people"}
    assert {one.anchor for one in document.links} <= document.anchors.keys()


def test_bookmark_that_word_makes_is_no_id_of_a_heading(frameworks):
    """Without a link it is passed over, and with one it is no id, for Word makes it anew."""
    document = read_word(word(hyperlink), "report.docx", "en")
    assert [section.anchor for section in document.sections][1:3] == ["", "people"]


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        ("[here](#energy-use)", "Energy use"),
        ("[the people](#our-people)", "Our people"),
        ("[there](#our-people-1)", "Our people"),
        ("[here](#mark)", "Energy use"),
        ("[Human rights policy](https://ferries.example/policy)", "row"),
        ("[Fog signals](#fog-signals)", None),
    ],
)
def test_link_of_markdown_leads_to_its_heading(frameworks, cell, place):
    text = (
        f"# Report 2024\n\n## Energy use\n\n{TEXT}{{#mark}}\n\n## Our people\n\n{TEXT}\n\n## Our people\n\n{TEXT}\n\n"
        f"## GRI content index\n\n| Disclosure | Location |\n|---|---|\n| 2-1 | Energy use |\n| 2-23 | {cell} |\n"
    )
    document = read_markdown(text.encode(), "report.md", "en")
    assert placed(document, frameworks).get("2-23") == place


@pytest.mark.parametrize(
    ("title", "anchor"),
    [("Health & safety (2024)", "health--safety-2024"), ("员工与安全", "员工与安全"), ("1.2 Über uns", "12-über-uns")],
)
def test_anchor_of_a_heading(title, anchor):
    assert heading_anchor(title) == anchor
