"""The lines and table rows of PDF pages -> a document."""

import re
from collections.abc import Mapping, Sequence

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.model import Document, Location
from disclosure_index.reading.builder import DocumentBuilder, Kind
from disclosure_index.reading.contents_page import Entry
from disclosure_index.reading.page_layout.lines import join_lines
from disclosure_index.reading.page_layout.tables import Block
from disclosure_index.reading.pdf.page_labels import running_lines
from disclosure_index.reading.pdf.spreads import PrintedPage
from disclosure_index.reading.plain_title import plain
from disclosure_index.reading.table_rows import add_row

_ENDS = re.compile(r"[.!?:;。！？：；]\s*$")
_SHORT = 40  # characters: a line of text that does not run on


def build_document(
    path: str,
    language: str,
    title: str,
    pages: Sequence[PrintedPage],
    titles: Mapping[int, Sequence[Entry]],
    tables: Mapping[int, Sequence[Block]],
    shapes: CodeShapes,
) -> Document:
    """Put a document together.

    Args:
        path: how findings name the file.
        language: of the text.
        title: the file's own.
        pages: the printed pages.
        titles: the section titles by page.
        tables: the pages that were read as tables.
        shapes: what codes look like.

    """
    builder = DocumentBuilder(path, language)
    running = running_lines([page.text.lines for page in pages])
    for number, page in enumerate(pages):
        line = page.sheet + 1
        if page.label:  # a cover before page 1 has none
            builder.page_break(page.label, Location(path, line, 1))
        blocks = tables.get(number) or [Block((text,), False) for text in page.text.lines]
        kept = [
            b
            for b in blocks
            if b.row or _is_margin(b.cells[0], shapes) or re.sub(r"\d+", "#", b.cells[0]) not in running
        ]
        # Where both pages of a sheet cannot be told apart, each has half of what stands there.
        half = len(kept) // 2 if page.also else len(kept)
        writer = _Page(builder, path, line, shapes)
        writer.add(kept[:half], list(titles.get(number, ())))
        if page.also:
            builder.page_break(page.also, Location(path, line, 1))
            writer.add(kept[half:], [])
    return builder.finish(title)


def _is_margin(line: str, shapes: CodeShapes) -> bool:
    """Whether a line is a code set beside the text: alike on every page, and no running head."""
    return len(line) < _SHORT and shapes.starts_with_code(line)


class _Page:
    """One page on its way into the document."""

    def __init__(self, builder: DocumentBuilder, path: str, number: int, shapes: CodeShapes) -> None:
        self.builder = builder
        self.path = path
        self.number = number
        self.shapes = shapes
        self.place = 0
        self.paragraph = ""

    def add(self, blocks: Sequence[Block], titles: list[Entry]) -> None:
        texts = {plain(block.cells[0]) for block in blocks if not block.row}
        for entry in [e for e in titles if plain(e.title) not in texts]:
            titles.remove(entry)  # it is set otherwise on the page, in a picture or on two lines
            self._passage(Kind.HEADING, "h", entry.title, entry.level)
        for block in blocks:
            text = block.cells[0]
            if block.row:
                self._flush()
                self._row(block.cells)
            elif heading := next((e for e in titles if plain(e.title) == plain(text)), None):
                self._flush()
                titles.remove(heading)
                self._passage(Kind.HEADING, "h", text, heading.level)
            elif _is_margin(text, self.shapes):
                self._flush()
                self._passage(Kind.PARAGRAPH, "p", text)
            else:
                self.paragraph = join_lines(self.paragraph, text)
                if _ENDS.search(text) or len(text) < _SHORT:
                    self._flush()
        self._flush()

    def _flush(self) -> None:
        if self.paragraph:
            self._passage(Kind.PARAGRAPH, "p", self.paragraph)
        self.paragraph = ""

    def _passage(self, kind: Kind, name: str, text: str, level: int = 0) -> None:
        self.place += 1
        self.builder.start(kind, name, Location(self.path, self.number, self.place), level=level)
        self.builder.text(text)
        self.builder.end()

    def _row(self, cells: Sequence[str]) -> None:
        self.place += 1
        add_row(self.builder, Location(self.path, self.number, self.place), cells)
