"""Build a document from the lines and table rows of PDF pages."""

import re
from collections.abc import Mapping, Sequence

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.model import Document, Location
from disclosure_index.reading.builder import DocumentBuilder, Kind
from disclosure_index.reading.page_layout.lines import join_lines
from disclosure_index.reading.page_layout.page_numbers import EDGE, running_lines
from disclosure_index.reading.page_layout.tables import Block
from disclosure_index.reading.pdf.headings import Heading
from disclosure_index.reading.pdf.printed_contents import without_numeral
from disclosure_index.reading.pdf.spreads import PrintedPage
from disclosure_index.reading.plain_title import plain
from disclosure_index.reading.table_rows import add_row

_ENDS = re.compile(r"[.!?:;。！？：；]\s*$")
_SHORT = 40  # characters: a line of text that does not run on
_PART_OF_LINE = 0.7  # of the usual line length of a page: a shorter line does not run on, either
_MOST_LINES = 4  # of a title
_SENTENCE = 25  # characters: a longer line of a page with only such lines is text, even if other pages repeat it


def build_document(
    path: str,
    language: str,
    title: str,
    pages: Sequence[PrintedPage],
    titles: Mapping[int, Sequence[Heading]],
    tables: Mapping[int, Sequence[Block]],
    shapes: CodeShapes,
) -> Document:
    """Build the document of a file.

    Args:
        path: the name of the file in findings.
        language: of the text.
        title: of the file.
        pages: the printed pages.
        titles: the section titles by page.
        tables: the pages that were read as tables.
        shapes: the forms of codes.

    """
    builder = DocumentBuilder(path, language)
    running = running_lines([page.text.lines for page in pages])
    for number, page in enumerate(pages):
        line = page.sheet + 1
        if page.label:  # a cover before page 1 has no label
            builder.page_break(page.label, Location(path, line, 1))
        blocks = tables.get(number) or [Block((text,), False) for text in page.text.lines]
        named = {plain(heading.title) for heading in titles.get(number, ())}
        kept = [
            b
            for at, b in enumerate(blocks)
            if b.row
            or EDGE <= at < len(blocks) - EDGE
            or _is_margin(b.cells[0], shapes)
            or plain(b.cells[0]) in named
            or re.sub(r"\d+", "#", b.cells[0]) not in running
        ]
        if all(not b.row and plain(b.cells[0]) in named for b in kept):
            kept = [b for b in blocks if b in kept or len(b.cells[0]) >= _SENTENCE]  # pages that are alike
        # If the pages of a sheet cannot be told apart, each gets half of its text.
        half = len(kept) // 2 if page.also else len(kept)
        writer = _Page(builder, path, line, shapes)
        writer.add(kept[:half], titles.get(number, ()))
        if page.also:
            builder.page_break(page.also, Location(path, line, 1))
            writer.add(kept[half:], [])
    return builder.finish(title)


def _is_margin(line: str, shapes: CodeShapes) -> bool:
    """Whether a line is a code in the margin of the text: the same on every page, but not a running head."""
    return len(line) < _SHORT and shapes.starts_with_code(line)


def _found(blocks: Sequence[Block], titles: Sequence[Heading]) -> dict[int, tuple[Heading, int]]:
    """Return the positions of titles on a page, each with the number of its lines."""
    at: dict[int, tuple[Heading, int]] = {}
    if not titles:
        return at
    taken: set[int] = set()
    texts = ["" if block.row else plain(block.cells[0]) for block in blocks]
    without_numerals = ["" if block.row else plain(without_numeral(block.cells[0])) for block in blocks]
    for heading in titles:
        wanted = {plain(heading.title), plain(without_numeral(heading.title))} - {""}
        for number, lines in (
            (n, count) for count in range(1, _MOST_LINES + 1) for n in range(len(blocks) - count + 1)
        ):
            parts = texts[number : number + lines]
            if not all(parts) or taken & set(range(number, number + lines)):
                continue
            if {"".join(parts), "".join([without_numerals[number], *parts[1:]])} & wanted:
                at[number] = heading, lines
                taken.update(range(number, number + lines))
                break
    return at


def _short(blocks: Sequence[Block]) -> float:
    """Return the length below which a line does not run on, by the other lines of its page: columns may be narrow."""
    lengths = sorted(len(block.cells[0]) for block in blocks if not block.row)
    return min(_SHORT, _PART_OF_LINE * lengths[3 * len(lengths) // 4]) if lengths else _SHORT


class _Page:
    """One page on its way into the document."""

    def __init__(self, builder: DocumentBuilder, path: str, number: int, shapes: CodeShapes) -> None:
        self.builder = builder
        self.path = path
        self.number = number
        self.shapes = shapes
        self.place = 0
        self.paragraph = ""

    def add(self, blocks: Sequence[Block], titles: Sequence[Heading]) -> None:
        at = _found(blocks, titles)
        for heading in titles:
            if heading.sure and heading not in (found for found, _ in at.values()):
                # Its setting on the page differs, as in a picture.
                self._passage(Kind.HEADING, "h", heading.title, heading.level)
        short = _short(blocks)
        number = 0
        while number < len(blocks):
            block = blocks[number]
            text = block.cells[0]
            if block.row:
                self._flush()
                self._row(block.cells)
            elif number in at:
                self._flush()
                heading, lines = at[number]
                whole = ""
                for line in blocks[number : number + lines]:
                    whole = join_lines(whole, line.cells[0])
                self._passage(Kind.HEADING, "h", whole, heading.level)
                number += lines - 1
            elif _is_margin(text, self.shapes):
                self._flush()
                self._passage(Kind.PARAGRAPH, "p", text)
            else:
                self.paragraph = join_lines(self.paragraph, text)
                if _ENDS.search(text) or len(text) < short:
                    self._flush()
            number += 1
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
