"""The document around the tables: landscape, a heading for each, page numbers, properties; saved without a clock."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import cache

import docx
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from disclosure_index.messages import in_languages
from disclosure_index.outputs.deterministic_zip import TimelessZip
from disclosure_index.outputs.docx.styles import add_styles
from disclosure_index.outputs.docx.table import table_xml
from disclosure_index.outputs.escape import for_xml
from disclosure_index.tables.table import Table

MARGIN = Mm(15)
SHORT, LONG = Mm(210), Mm(297)  # A4
LONGEST_PROPERTY = 255
"""Characters of a property of a document, such as its title; python-docx takes no more."""

_TWIP = 635  # of the units that lengths are in


def render(
    tables: Sequence[Table], title: str, author: str, day: date, *languages: str, caveats: Iterable[str] = ()
) -> bytes:
    """Write the document.

    Args:
        tables: each under a heading.
        title: of the document.
        author: who publishes the report.
        day: that the properties give for the making of it.
        languages: of heads and titles; two stand one under the other.
        caveats: lines that stand on top, see `caveats.caveat_lines`.
    """
    document = docx.Document()
    add_styles(document, languages)
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, LONG, SHORT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    footer = section.footer.paragraphs[0]
    footer.text = f"{for_xml(title)} · "
    footer._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"/>'))
    document.add_paragraph(for_xml(title), "Title")
    for line in caveats:
        document.add_paragraph(for_xml(line))
    width = (LONG - 2 * MARGIN) // _TWIP

    @cache
    def link(target: str) -> str:
        return document.part.relate_to(for_xml(target), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    @cache
    def style(name: str) -> str:
        return str(document.styles[name].style_id)

    for table in tables:
        heading = document.add_paragraph(for_xml(" / ".join(in_languages(table.title, languages))), "Heading 1")
        xml = table_xml(table, languages, width, style, link)
        heading._p.addnext(parse_xml(xml.replace("<w:tbl>", f"<w:tbl {nsdecls('w', 'r')}>", 1)))
    properties = document.core_properties
    properties.title, properties.author = (for_xml(text)[:LONGEST_PROPERTY] for text in (title, author))
    properties.language = languages[0]
    properties.comments = properties.keywords = properties.last_modified_by = ""
    properties.created = properties.modified = datetime.combine(day, time())
    return _timeless(document)


def _timeless(document: "docx.document.Document") -> bytes:
    made, data = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as source, TimelessZip(data, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    return data.getvalue()
