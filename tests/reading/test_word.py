"""Word: what comments, content controls and styles say, kept with every tag."""

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.model import Document
from disclosure_index.reading.word.reader import read_word

W = nsdecls("w")


def saved(word: Any) -> bytes:
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def read(word: Any, language: str = "en") -> Document:
    return read_word(saved(word), "r.docx", language)


def texts(document: Document) -> list[str]:
    return [p.text for p in document.passages if p.text]


def reached(document: Document) -> dict[str, list[str]]:
    return {
        tag.text: [tag.span.text]
        if tag.span.text is not None
        else texts(Document("", "", passages=document.passages[tag.span.first : tag.span.last]))
        for tag in document.tags
    }


def changed(data: bytes, **parts: bytes | None) -> bytes:
    """Replace, add or (None) remove parts, named with ``__`` for ``/`` and ``_`` for ``.``."""
    new = {name.replace("__", "/").replace("_", "."): content for name, content in parts.items()}
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for name in dict.fromkeys([*old.namelist(), *new]):
            content = new[name] if name in new else old.read(name)
            if content is not None:
                out.writestr(name, content)
    return stream.getvalue()


def test_headings_lists_and_tables_in_three_languages() -> None:
    word = docx.Document()
    word.add_heading("Report 報告", 0)
    word.add_heading("Environment", 1)
    word.add_paragraph("溫室氣體排放")
    word.styles.add_style("标题 2", 1)
    word.add_paragraph("水资源", style="标题 2")
    word.add_paragraph("one", style="List Bullet")
    outlined = word.add_paragraph("Waste")
    outlined._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {W} w:val="1"/>'))
    document = read(word)
    assert [(p.kind, str(p.location), p.text) for p in document.passages if p.text] == [
        ("paragraph", "r.docx:1:1", "Report 報告"),
        ("heading", "r.docx:2:1", "Environment"),
        ("paragraph", "r.docx:3:1", "溫室氣體排放"),
        ("heading", "r.docx:4:1", "水资源"),
        ("list-item", "r.docx:5:1", "one"),
        ("heading", "r.docx:6:1", "Waste"),
    ]
    assert [(s.title, s.level, s.parent) for s in document.sections] == [
        ("Environment", 1, None), ("水资源", 2, 0), ("Waste", 2, 0),
    ]  # fmt: skip
    assert document.title == "Report 報告"


def test_comments_keep_every_tag() -> None:
    word = docx.Document()
    heading = word.add_heading("Energy", 1)
    one, two, three = (word.add_paragraph(text) for text in ("能源總耗量 1,234 噸", "two", "three"))
    table = word.add_table(3, 2)
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells.cells):
            cell.text = f"{row}{column}"
    run = [[cell.paragraphs[0].runs[0] for cell in row.cells] for row in table.rows]

    def say(text: str, *runs: Any) -> None:
        word.add_comment(runs, text, author="A")

    say("#disc tcfd:metrics-a", heading.runs[0])
    say("#disc gri:302-1; hkex-esg:A2.1\n#omit hkex-esg:A1.1 not-material", one.runs[0])
    say("#disc gri:302-3", two.runs[0], three.runs[0])
    say("#disc gri:305-1", run[0][0], run[2][1])
    say("please check the disclosure: twice", run[0][0])
    say("#disc gri:305-2", run[1][0], run[1][1])
    say("#disc gri:305-3", run[2][1])
    document = read(word, "zh-Hant")
    assert [t.text for t in document.tags].count("gri:302-3") == 2
    assert reached(document) == {
        "tcfd:metrics-a": ["Energy", "能源總耗量 1,234 噸", "two", "three", "00\t01", "10\t11", "20\t21"],
        "gri:302-1": ["能源總耗量 1,234 噸"],
        "hkex-esg:A2.1": ["能源總耗量 1,234 噸"],
        "gri:302-3": ["three"],
        "gri:305-1": ["00\t01", "10\t11", "20\t21"],
        "gri:305-2": ["10\t11"],
        "gri:305-3": ["21"],
    }
    assert [(o.text, o.reason, o.explanation) for o in document.omissions] == [
        ("hkex-esg:A1.1", "not-material", "能源總耗量 1,234 噸")
    ]


def control(tag: str, content: str) -> str:
    return f"<w:sdt {W}><w:sdtPr>{tag}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_content_controls_keep_every_tag() -> None:
    word = docx.Document()
    paragraph = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    inline = control('<w:tag w:val="disc:gri:2-1"/>', "<w:r><w:t>inner</w:t></w:r>")
    for xml in (
        control('<w:tag w:val="disc:gri:2-2"/>', paragraph.format("one")),
        control('<w:alias w:val="disc:gri:2-3"/>', paragraph.format("two") + paragraph.format("three")),
        f"<w:p {W}><w:r><w:t>outer </w:t></w:r>{inline}</w:p>",
        f"<w:tbl {W}>"
        + control('<w:tag w:val="disc:gri:2-4"/>', f"<w:tr>{cell.format('a')}{cell.format('b')}</w:tr>")
        + f"<w:tr>{cell.format('c')}"
        + control('<w:tag w:val="disc:gri:2-5"/>', cell.format("d"))
        + "</w:tr></w:tbl>",
        control('<w:tag w:val="omit:gri:2-6 unavailable"/>', paragraph.format("not yet")),
    ):
        word.element.body.insert_element_before(parse_xml(xml), "w:sectPr")
    document = read(word)
    assert reached(document) == {
        "gri:2-2": ["one"], "gri:2-3": ["two", "three"], "gri:2-1": ["inner"], "gri:2-4": ["a\tb"], "gri:2-5": ["d"],
    }  # fmt: skip
    assert [(o.text, o.reason, o.explanation) for o in document.omissions] == [("gri:2-6", "unavailable", "not yet")]


def test_merged_cells_are_repeated() -> None:
    word = docx.Document()
    table = word.add_table(3, 3)
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells.cells):
            cell.text = f"{row}{column}" if (row, column) not in ((1, 0), (2, 2)) else ""
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(2, 1).merge(table.cell(2, 2))
    document = read(word)
    assert [(p.text, str(p.location)) for p in document.passages if p.text] == [
        ("00\t01\t02", "r.docx:1:1"), ("00\t11\t12", "r.docx:5:1"), ("20\t21\t21", "r.docx:8:1"),
    ]  # fmt: skip


def test_bookmarks_and_deleted_text() -> None:
    word = docx.Document()
    word.element.body.insert_element_before(
        parse_xml(
            f'<w:p {W}><w:bookmarkStart w:id="0" w:name="_Toc1"/><w:bookmarkStart w:id="1" w:name="energy"/>'
            "<w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>"
        ),
        "w:sectPr",
    )
    document = read(word)
    assert texts(document) == ["new"]
    assert {name: str(at) for name, at in document.anchors.items()} == {"energy": "r.docx:1:1"}


def test_pages_by_hand() -> None:
    word = docx.Document()
    word.add_paragraph("one")
    word.add_page_break()
    word.add_paragraph("two").paragraph_format.page_break_before = True
    assert [(p.text, p.page) for p in read(word).passages if p.text] == [("one", "1"), ("two", "3")]


def test_pages_as_laid_out_stand_above_those_by_hand() -> None:
    word = docx.Document()
    word.add_paragraph("one")
    word.add_page_break()
    run = "<w:r><w:t>{}</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>{}</w:t></w:r>"
    for words in (("", "two"), ("begins on two", " ends on three"), ("", "four")):
        xml = parse_xml(f"<w:p {W}>{run.format(*words)}</w:p>")
        word.element.body.insert_element_before(xml, "w:sectPr")
    assert [(p.text, p.page) for p in read(word).passages if p.text] == [
        ("one", "1"), ("two", "2"), ("begins on two ends on three", "2"), ("four", "4"),
    ]  # fmt: skip


def test_a_file_without_breaks_has_no_pages() -> None:
    word = docx.Document()
    word.add_paragraph("one")
    assert read(word).pages == ()


def bomb() -> bytes:
    return changed(saved(docx.Document()), word__document_xml=b"<a>" + b" " * 40 * 2**20 + b"</a>")


def deep() -> bytes:
    xml = f"<w:document {W}><w:body>" + "<w:ins>" * 10**6
    return changed(saved(docx.Document()), word__document_xml=xml.encode())


def entities() -> bytes:
    declared = f'<!DOCTYPE a [<!ENTITY a "{"a" * 99}"><!ENTITY b "{"&a;" * 99}">]>'
    xml = f"{declared}<w:document {W}><w:body>&b;</w:body></w:document>"
    return changed(saved(docx.Document()), word__document_xml=xml.encode())


def many() -> bytes:
    return changed(saved(docx.Document()), **{f"x{n}": b"" for n in range(6000)})


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (bomb(), "expands to"),
        (deep(), "is not valid XML"),
        (entities(), "DTD"),
        (many(), "more than 5000 files"),
        (changed(saved(docx.Document()), word__vbaProject_bin=b"x"), "macros"),
        (changed(saved(docx.Document()), word__document_xml=None), "word/document.xml is missing"),
        (changed(saved(docx.Document()), word__document_xml=b"<w:document"), "not valid XML"),
        (changed(saved(docx.Document()), word__document_xml=b"<html/>"), "no Word document"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1000), "encrypted"),
        (b"PK\x03\x04", "not an Office file"),
        (b"", "not an Office file"),
    ],
    ids=[
        "zip bomb", "nesting", "entity bomb", "members", "macros", "no document", "cut XML", "other XML", "OLE",
        "cut zip", "empty",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(data: bytes, why: str) -> None:
    document = read_word(data, "r.docx", "en")
    (finding,) = document.findings
    assert (finding.rule, finding.unchecked, document.readable) == ("DI601", True, False)
    assert why in finding.message


def whole() -> bytes:
    word = docx.Document()
    word.add_comment(word.add_paragraph("one").runs, "#disc gri:2-1", author="A")
    return saved(word)


WHOLE = whole()


@given(st.binary(max_size=300))
def test_any_bytes_give_a_document(data: bytes) -> None:
    assert isinstance(read_word(data, "r.docx", "en"), Document)


@given(st.integers(0, len(WHOLE)), st.binary(max_size=20))
def test_a_damaged_file_gives_a_document(at: int, noise: bytes) -> None:
    assert not read_word(WHOLE[:at], "r.docx", "en").readable or at == len(WHOLE)
    assert isinstance(read_word(WHOLE[:at] + noise + WHOLE[at + len(noise) :], "r.docx", "en"), Document)


XML = st.recursive(
    st.sampled_from(
        ["<w:t>披露</w:t>", "<w:br w:type='page'/>", "<w:commentRangeStart w:id='0'/>", "<w:commentRangeEnd w:id='0'/>"]
    ),
    lambda inner: st.builds(
        lambda name, parts: f"<w:{name}>{''.join(parts)}</w:{name}>",
        st.sampled_from(["p", "r", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "txbxContent", "pPr", "tcPr"]),
        st.lists(inner, max_size=4),
    ),
)  # fmt: skip


@given(XML)
def test_any_structure_gives_a_document(xml: str) -> None:
    content = f"<w:document {W}><w:body>{xml}</w:body></w:document>".encode()
    assert isinstance(read_word(changed(WHOLE, word__document_xml=content), "r.docx", "en"), Document)
