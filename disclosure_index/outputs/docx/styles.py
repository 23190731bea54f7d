"""The named styles of the document: changing one in Word changes everything that uses it."""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from disclosure_index.model import language_of

TABLE, HEAD, CELL, SECOND, OPEN, CHAPTER, LINK = (
    "Index Table", "Index Head", "Index Cell", "Index Second Language", "Index To Complete", "Index Chapter",
    "Hyperlink",
)  # fmt: skip
BARRED = "D9DDE2"
"""The grey of cells in which no omission is allowed."""

_LATIN = language_of("en")

_TABLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="IndexTable">
  <w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:color="1C2024"/><w:bottom w:val="single" w:sz="8" w:color="1C2024"/>
      <w:insideH w:val="single" w:sz="4" w:color="C3C9D0"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>
      <w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E9ECF0"/></w:tcPr>
  </w:tblStylePr>
</w:style>"""


def add_styles(document: Document, languages: Sequence[str]) -> None:
    """Add the styles, and set the fonts of the document's languages in its own ones."""
    first, last = languages[0], languages[-1]
    styles = document.styles
    for name, size in (("Normal", 9.0), ("Title", 18.0), ("Heading 1", 12.0)):
        style = styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(0x1C, 0x20, 0x24)
        _set_language(style, first)
    styles.element.append(parse_xml(_TABLE))
    for name, base, bold, italic in (
        (CELL, "Normal", None, None), (HEAD, CELL, True, None), (SECOND, CELL, None, None), (OPEN, CELL, None, True),
        (CHAPTER, CELL, True, None),
    ):  # fmt: skip
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        style.base_style = styles[base]
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        style.font.size, style.font.bold, style.font.italic = Pt(8), bold, italic
    _set_language(styles[SECOND], last)
    styles[SECOND].font.color.rgb = RGBColor(0x5A, 0x63, 0x6C)
    link = styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = RGBColor(0x0B, 0x57, 0xA4)


def _set_language(style: ParagraphStyle, language: str) -> None:
    """Set the fonts of a style and the language of its text: Latin letters have a font of their own in Chinese, too."""
    properties = style.element.get_or_add_rPr()
    for old in (*properties.findall(qn("w:rFonts")), *properties.findall(qn("w:lang"))):
        properties.remove(old)
    east = language_of("zh-Hans" if language == "en" else language)
    fonts = " ".join(f'w:{script}="{_LATIN.font}"' for script in ("ascii", "hAnsi", "cs"))
    properties.insert(0, parse_xml(f'<w:rFonts {nsdecls("w")} {fonts} w:eastAsia="{east.font}"/>'))
    properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{_LATIN.region}" w:eastAsia="{east.region}"/>'))
