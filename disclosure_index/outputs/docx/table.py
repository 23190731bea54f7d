"""A table in WordprocessingML: heads repeated on every page, rows that no page breaks, links into the report."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len

from disclosure_index.messages import in_languages
from disclosure_index.outputs.docx.styles import BARRED, CELL, CHAPTER, HEAD, LINK, OPEN, SECOND, TABLE
from disclosure_index.outputs.escape import for_xml_attribute, for_xml_text
from disclosure_index.tables.columns import head, separator
from disclosure_index.tables.filing_cells import BARRED as IS_BARRED
from disclosure_index.tables.filing_cells import OPEN as IS_OPEN
from disclosure_index.tables.filing_cells import SAME
from disclosure_index.tables.table import Cell, Table

WIDEST = 44
"""Characters after which a column grows no wider: its text is long, and breaks."""

LIST = 24
"""Characters of a list of codes or places that stand on a line."""

LETTER, PADDING = 100, 180
"""How wide a letter of a head is, and the margins of a cell, in twentieths of a point."""

Ids = Callable[[str], str]
"""From a style's name, or a link's target, to the id that stands for it."""


def table_xml(table: Table, languages: Sequence[str], width: int, style: Ids, link: Ids) -> str:
    """Write a table of `width` twentieths of a point.

    Args:
        table: what to write.
        languages: of heads; what differs in a second one has a paragraph of its own.
        width: of the whole table.
        style: gives the id of a style.
        link: gives the id of a relationship to a target.
    """
    write = _Writer(languages, style, link)
    widths = _widths(table, languages, width)
    heads = [
        write.cell(_head(column, languages, table.framework), w, HEAD)
        for column, w in zip(table.columns, widths, strict=True)
    ]
    rows = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(heads)}</w:tr>"]
    for number, row in enumerate(table.rows):
        below = table.rows[number + 1] if number + 1 < len(table.rows) else ()
        rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{write.row(table, row, below, widths)}</w:tr>")
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style(TABLE)}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


class _Writer:
    """Writes rows and cells with the ids of one document."""

    def __init__(self, languages: Sequence[str], style: Ids, link: Ids) -> None:
        self._languages, self._style, self._link = languages, style, link

    def row(self, table: Table, row: Sequence[Cell], below: Sequence[Cell], widths: Sequence[int]) -> str:
        """Write the cells of a row; a chapter that stands alone in its row spans it."""
        if _stands_alone(table, row):
            return self.cell(row[0], sum(widths), CHAPTER, f'<w:gridSpan w:val="{len(row)}"/>')
        cells = []
        for number, (cell, width) in enumerate(zip(row, widths, strict=True)):
            merged = bool(below) and below[number].kind == SAME
            marks = "<w:vMerge/>" if cell.kind == SAME else '<w:vMerge w:val="restart"/>' if merged else ""
            marks += f'<w:shd w:val="clear" w:color="auto" w:fill="{BARRED}"/>' if cell.kind == IS_BARRED else ""
            shown = Cell() if cell.kind == SAME else cell
            look = OPEN if cell.kind == IS_OPEN else CELL
            cells.append(self.cell(shown, width, look, marks, table.columns[number]))
        return "".join(cells)

    def cell(self, cell: Cell, width: int, style: str, marks: str = "", column: str = "") -> str:
        """Write a cell, a paragraph for each language."""
        styles = style, SECOND if style == CELL else style
        lines = zip(cell.lines or ((),), self._languages, strict=False)
        texts = (self._line(line, separator(column, language)) for line, language in lines)
        paragraphs = [
            f'<w:p><w:pPr><w:pStyle w:val="{self._style(name)}"/></w:pPr>{text}</w:p>'
            for name, text in zip(styles, texts, strict=False)
        ]
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{marks}</w:tcPr>{"".join(paragraphs)}</w:tc>'

    def _line(self, parts: Sequence[tuple[str, str]], between: str) -> str:
        return _run(between).join(self._part(text, href) for text, href in parts)

    def _part(self, text: str, href: str) -> str:
        if not href:
            return _run(text)
        run = _run(text, f'<w:rPr><w:rStyle w:val="{self._style(LINK)}"/></w:rPr>')
        return f"<w:hyperlink r:id={for_xml_attribute(self._link(href))}>{run}</w:hyperlink>"


def _run(text: str, properties: str = "") -> str:
    lines = (f'<w:t xml:space="preserve">{for_xml_text(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>"


def _head(column: str, languages: Sequence[str], framework: str) -> Cell:
    first, *second = in_languages(head(column, framework), languages)
    return Cell(((first, ""),), under=tuple((text, "") for text in second))


def _widths(table: Table, languages: Sequence[str], width: int) -> list[int]:
    """Share out the width by what the columns hold, none narrower than its head; Chinese characters count double."""
    rows = [row for row in table.rows if not _stands_alone(table, row)]
    least, wanted = [], []
    for number, column in enumerate(table.columns):
        named = in_languages(head(column, table.framework), languages)
        longest = max(cell_len(word) for text in named for word in text.split())
        lengths = sorted(_length(row[number]) for row in rows if row[number].parts)
        usual = lengths[len(lengths) * 9 // 10] if lengths else 0
        least.append(longest * LETTER + PADDING)
        wanted.append(max(0, min(WIDEST, usual) - longest) + 1)
    left = max(0, width - sum(least))
    shared = [own + left * more // sum(wanted) for own, more in zip(least, wanted, strict=True)]
    return [own * width // max(width, sum(shared)) for own in shared]


def _length(cell: Cell) -> int:
    """Return the number of characters a cell should fit on a line: all of a text, part of a list."""
    texts = [cell_len(text) for text, _ in cell.parts]
    return max((*texts, min(sum(texts), LIST)))


def _stands_alone(table: Table, row: Sequence[Cell]) -> bool:
    """Whether a chapter has the whole row to itself."""
    return table.columns[0] == "chapter" and bool(row[0].parts) and not any(cell.parts for cell in row[1:])
