"""Tables as they stand in a Word report: in its own fonts, with lines around the cells, and links inside it."""

from collections.abc import Iterator, Sequence
from itertools import repeat

from disclosure_index.messages import in_languages
from disclosure_index.outputs.escape import for_xml_attribute, for_xml_text
from disclosure_index.tables.columns import head, separator
from disclosure_index.tables.filing_cells import with_dashes, without_repeats
from disclosure_index.tables.table import Cell, Table

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def word_fragment(tables: Sequence[Table], languages: Sequence[str], prefix: str = "w:") -> list[str]:
    """Write tables in WordprocessingML, each under its title; every link is one to a bookmark of the document.

    Args:
        tables: in the order in which they will stand.
        languages: of heads and titles; two stand one under the other.
        prefix: of the document's elements, with its colon.

    """
    return [piece for table in tables for piece in _table(table, languages, prefix)] + [f"<{prefix}p/>"]


def _table(table: Table, languages: Sequence[str], w: str) -> Iterator[str]:
    bold = f"<{w}rPr><{w}b/></{w}rPr>"
    title = " / ".join(in_languages(table.title, languages))
    yield f"<{w}p><{w}pPr><{w}keepNext/></{w}pPr>{_run(title, w, bold)}</{w}p>"
    borders = "".join(f'<{w}{side} {w}val="single" {w}sz="4" {w}space="0" {w}color="auto"/>' for side in _SIDES)
    yield f'<{w}tbl><{w}tblPr><{w}tblW {w}w="5000" {w}type="pct"/><{w}tblBorders>{borders}</{w}tblBorders></{w}tblPr>'
    width = 9000 // len(table.columns)
    columns = f'<{w}gridCol {w}w="{width}"/>' * len(table.columns)
    yield f"<{w}tblGrid>{columns}</{w}tblGrid>"
    heads = (in_languages(head(column, table.framework), languages) for column in table.columns)
    cells = "".join(_cell([_run(text, w, bold) for text in texts], width, w) for texts in heads)
    yield f"<{w}tr><{w}trPr><{w}cantSplit/><{w}tblHeader/></{w}trPr>{cells}</{w}tr>"
    for row in with_dashes(without_repeats(table)).rows:
        cells = "".join(map(_lines, row, table.columns, repeat(languages), repeat(width), repeat(w)))
        yield f"<{w}tr><{w}trPr><{w}cantSplit/></{w}trPr>{cells}</{w}tr>"
    yield f"</{w}tbl>"


def _lines(cell: Cell, column: str, languages: Sequence[str], width: int, w: str) -> str:
    lines = []
    for line, language in zip(cell.lines, languages, strict=False):
        between = _run(separator(column, language), w)
        lines.append(between.join(_part(text, href, w) for text, href in line))
    return _cell(lines, width, w)


def _cell(lines: Sequence[str], width: int, w: str) -> str:
    paragraphs = "".join(f"<{w}p>{line}</{w}p>" for line in lines or ("",))
    return f'<{w}tc><{w}tcPr><{w}tcW {w}w="{width}" {w}type="dxa"/></{w}tcPr>{paragraphs}</{w}tc>'


def _part(text: str, href: str, w: str) -> str:
    anchor = href.rpartition("#")[2]
    run = _run(text, w)
    return f"<{w}hyperlink {w}anchor={for_xml_attribute(anchor)}>{run}</{w}hyperlink>" if anchor else run


def _run(text: str, w: str, look: str = "") -> str:
    return f'<{w}r>{look}<{w}t xml:space="preserve">{for_xml_text(text)}</{w}t></{w}r>'
