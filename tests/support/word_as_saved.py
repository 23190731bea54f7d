"""A Word file as Word saves it: fields, pictures, tracked changes, comments with threads, bound controls."""

# ruff: noqa: E501 - the XML of a paragraph is easier to follow on few lines

import io
import struct
import zlib
from functools import cache
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Cm

_NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMES.items())
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WHO = 'w:author="Jane" w:date="2026-01-05T09:00:00Z"'

PASSAGES = ("Emissions", "We emitted", "Scope 2 is", "waste", "The picture", "As approved", "排放量", "Bound", "In all")
"""Words of passages that can be tagged: beside fields, in a table, with tracked changes, in controls."""

_BODY = (
    # A field over several runs, as a reference that Word updates
    '<w:p w14:paraId="1A2B3C01" w:rsidR="00A1"><w:r><w:t xml:space="preserve">We emitted 12 tonnes, see table </w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> REF _Ref1 \\h </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    "<w:r><w:t>.</w:t></w:r></w:p>",
    # Tracked changes: inserted, deleted, and a changed format
    f'<w:p w14:paraId="1A2B3C02"><w:r><w:t xml:space="preserve">Scope 2 is </w:t></w:r><w:del w:id="901" {_WHO}><w:r><w:delText>'
    f'9</w:delText></w:r></w:del><w:ins w:id="902" {_WHO}><w:r><w:t>7</w:t></w:r></w:ins><w:r><w:rPr><w:b/>'
    f'<w:rPrChange w:id="903" {_WHO}><w:rPr/></w:rPrChange></w:rPr><w:t xml:space="preserve"> tonnes.</w:t></w:r></w:p>',
    # A drop-down and a check box within a line
    '<w:p w14:paraId="1A2B3C03"><w:r><w:t xml:space="preserve">As approved by </w:t></w:r><w:sdt><w:sdtPr><w:alias w:val="Body"/>'
    '<w:id w:val="77"/><w:dropDownList><w:listItem w:displayText="the board" w:value="b"/></w:dropDownList></w:sdtPr>'
    '<w:sdtContent><w:r><w:t>the board</w:t></w:r></w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:id w:val="78"/><w14:checkbox>'
    '<w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>\u2612</w:t></w:r></w:sdtContent></w:sdt></w:p>',
    # A control around a paragraph, bound to a part of its own
    '<w:sdt><w:sdtPr><w:alias w:val="Figure"/><w:id w:val="79"/><w:dataBinding w:xpath="/facts/figure" '
    'w:storeItemID="{11111111-2222-3333-4444-555555555555}"/><w:text/></w:sdtPr><w:sdtContent><w:p w14:paraId="1A2B3C04">'
    "<w:r><w:t>Bound text of 4 tonnes.</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    # A shape with the fallback for older programs
    '<w:p w14:paraId="1A2B3C05"><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="914400" '
    'cy="457200"/><wp:docPr id="41" name="Shape"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
    'wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="457200"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>'
    '</w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect style="width:72pt;height:36pt"/></w:pict></mc:Fallback>'
    "</mc:AlternateContent></w:r></w:p>",
    # A footnote, a bookmark, a proofing mark, a page break of Word's last rendering
    '<w:p w14:paraId="1A2B3C06"><w:bookmarkStart w:id="31" w:name="_Ref1"/><w:proofErr w:type="spellStart"/><w:r>'
    '<w:lastRenderedPageBreak/><w:t xml:space="preserve">In all, </w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t>19 tonnes.'
    '</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:bookmarkEnd w:id="31"/></w:p>',
)
_FOOTNOTES = (
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:t>Without flights.</w:t></w:r></w:p></w:footnote>'
)


@cache
def word_as_saved() -> bytes:
    """Return the file."""
    word = docx.Document()
    _field(word.add_paragraph(), ' TOC \\o "1-2" \\h ', "Emissions")
    word.add_heading("Emissions", 1)
    for xml in _BODY:
        _append(word, xml)
    word.add_paragraph("The picture shows the pier.").add_run().add_picture(io.BytesIO(_picture()), width=Cm(2))
    table = word.add_table(rows=2, cols=2)
    for row, texts in enumerate([("waste", "3 t"), ("water", "4 t")]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    discussed = word.add_paragraph("排放量為 12 公噸。")
    word.add_comment(discussed.runs, "Please check the figure.", "Jane", "J")
    _field(word.sections[0].footer.paragraphs[0], " PAGE ", "1")
    _part(word, "/word/footnotes.xml", f"{_WORD}.footnotes+xml", RT.FOOTNOTES, _xml("w:footnotes", _FOOTNOTES))
    _part(
        word,
        "/word/commentsExtended.xml",
        f"{_WORD}.commentsExtended+xml",
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
        _xml("w15:commentsEx", '<w15:commentEx w15:paraId="1A2B3C99" w15:done="0"/>'),
    )
    _part(
        word,
        "/word/people.xml",
        f"{_WORD}.people+xml",
        "http://schemas.microsoft.com/office/2011/relationships/people",
        _xml("w15:people", '<w15:person w15:author="Jane"/>'),
    )
    facts = b"<facts><figure>Bound text of 4 tonnes.</figure></facts>"
    _part(word, "/customXml/item9.xml", "application/xml", RT.CUSTOM_XML, facts)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def _append(word: Any, xml: str) -> None:
    start, name, rest = xml.partition(
        xml[1 : xml.index(" ")] if " " in xml[: xml.index(">")] else xml[1 : xml.index(">")]
    )
    body = word.element.body
    body.insert(len(body) - 1, parse_xml(f"{start}{name} {_DECLARED}{rest}"))


def _field(paragraph: Any, instruction: str, shown: str) -> None:
    """Add a field over several runs, with the result that Word saved."""
    said = f'<w:instrText xml:space="preserve">{instruction}</w:instrText>'
    for content in (
        '<w:fldChar w:fldCharType="begin"/>',
        said,
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {_DECLARED}>{content}</w:r>"))


def _part(word: Any, name: str, content_type: str, relation: str, blob: bytes) -> None:
    word.part.relate_to(Part(PackURI(name), content_type, blob, word.part.package), relation)


def _xml(name: str, content: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<{name} {_DECLARED}>{content}</{name}>'.encode()


def _picture() -> bytes:
    """Return a grey PNG of two by two points."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0\x80\x80" * 2)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
