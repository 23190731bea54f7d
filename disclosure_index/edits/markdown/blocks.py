"""The elements of a Markdown text in the order of the reader, each with its lines and attributes.

The reader itself walks through the text, so that both find the same places.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from markdown_it.token import Token

from disclosure_index.edits.outlines import Outline
from disclosure_index.edits.readings import Reading, Statement, at_element, stated
from disclosure_index.model import Document, Location
from disclosure_index.reading.builder import Marks
from disclosure_index.reading.markdown.attributes import comment_text
from disclosure_index.reading.markdown.positions import Locate
from disclosure_index.reading.markdown.reader import MarkdownReader
from disclosure_index.reading.marks.comment_tags import read_statements, together
from disclosure_index.reading.marks.element_marks import KINDS, Kind, marks_of, suppression_of
from disclosure_index.reading.markup import Markup

Span = tuple[tuple[int, int], tuple[int, int]]
"""The start and end of a range, each as line and column."""


@dataclass(slots=True)
class Block:
    """An element of the text."""

    name: str
    place: tuple[int, int]
    lines: tuple[int, int] = (0, 0)  # of a block of Markdown: the first line, from 0, and the line after the last
    text: Span | None = None  # the range of its text, including its attributes
    braces: list[Span] = field(default_factory=list)
    comments: list[tuple[Span, str]] = field(default_factory=list)
    kind: str = "block"  # or "html", "part" of a text, "row", "head row", "code"
    plain: bool = False  # its text contains no markup


@dataclass(slots=True)
class Blocks:
    """All elements of a text."""

    by_place: dict[tuple[int, int], list[Block]]
    all: list[Block]
    outline: Outline
    comments: list[tuple[str, tuple[int, int]]]
    reading: Reading


@lru_cache(maxsize=2)
def read_blocks(source: bytes, path: str) -> Blocks:
    """Read a text in UTF-8; the last two results are cached, since an edit needs each several times.

    Raises:
        RefusedError: the reader refuses the text.

    """
    recorder = _Recorder(path)
    walker = _Walker(source, path, recorder, "")
    walker.read()
    by_place: dict[tuple[int, int], list[Block]] = {}
    for block in recorder.blocks:
        by_place.setdefault(block.place, []).append(block)
    reading = Reading(recorder.texts, tuple(recorder.statements))
    return Blocks(by_place, recorder.blocks, recorder.outline, recorder.marks, reading)


class _Walker(MarkdownReader):
    """The Markdown reader, keeping the position of each block from the tokens."""

    markup: "_Recorder"

    def open(self, index: int, token: Token) -> None:
        before = len(self.markup.blocks)
        super().open(index, token)
        for block in self.markup.blocks[before:]:
            if token.map:
                block.lines = (token.map[0], token.map[1])
            if token.type == "tr_open":
                block.kind = "head row" if self.tokens[index - 1].type == "thead_open" else "row"
                block.lines = (block.place[0] - 1, block.place[0])

    def block(self, index: int, token: Token) -> None:
        before = len(self.markup.blocks)
        super().block(index, token)
        for block in self.markup.blocks[before:]:
            if token.type == "html_block":
                block.kind = "html"
            elif token.type in ("fence", "code_block") and token.map:
                block.kind, block.lines = "code", (token.map[0], token.map[1])

    def text(self, token: Token, locate: Locate) -> None:
        owner, children = self.markup.owner(), token.children or []
        pending, self.markup.expects = self.markup.expects, False
        braces = [(locate(start), locate(end)) for start, end in token.meta.get("braces", ())]
        comments = [
            ((locate(child.meta["at"]), locate(child.meta["at"] + len(child.content))), text)
            for child in children
            if child.type == "html_inline" and read_statements(text := comment_text(child.content))
        ]
        if pending:
            self.markup.pending.braces += braces
        elif owner is not None:
            row = self.markup.row()
            alone = owner.name in ("td", "th") and braces and not children
            (row if alone and row else owner).braces += braces
            owner.comments += comments
            owner.text = locate(0), locate(len(token.content))
            owner.plain = all(child.type in ("text", "text_special", "softbreak", "hardbreak") for child in children)
        before = len(self.markup.blocks)
        super().text(token, locate)
        new = self.markup.blocks[before:]
        for block in new:
            block.kind = "part" if block.name in ("span", "s", "img") else "html"
        for child in children:
            if child.nesting == 1 and "braces" in child.meta:
                at = locate(child.meta["at"])
                for block in new:
                    if block.place == at and block.kind == "part":
                        start, end = child.meta["braces"]
                        block.braces.append((locate(start), locate(end)))
                        break


class _Recorder(Markup):
    """The receiver of the reader's output, which records it."""

    def __init__(self, path: str) -> None:
        super().__init__(path, "")
        self.blocks: list[Block] = []
        self.outline = Outline()
        self.pending = Block("", (0, 0))  # the attributes of the next block
        self.expects = False  # whether attributes in the next text belong to the next block
        self.marks: list[tuple[str, tuple[int, int]]] = []
        self._stack: list[Block] = []
        self.statements: list[tuple[tuple[int, int], Statement]] = []
        self.texts: Counter[tuple[str, str]] = Counter()
        self._said: list[list[str]] = [[]]  # the text of each open block
        self._expected: list[tuple[Marks, tuple[int, int]]] = []

    @property
    def innermost(self) -> str:
        return self._stack[-1].name if self._stack else ""

    def owner(self) -> Block | None:
        """The element that receives the text."""
        return self._stack[-1] if self._stack else None

    def row(self) -> Block | None:
        """Return the open table row."""
        return next((block for block in reversed(self._stack) if block.name == "tr"), None)

    def start(
        self, name: str, attributes: Mapping[str, str], line: int, column: int, statements: Sequence[Marks] = ()
    ) -> None:
        block = Block(name, (line, column))
        if KINDS.get(name, Kind.INLINE) is not Kind.INLINE:
            block.braces, block.comments = self.pending.braces, self.pending.comments
            self.pending = Block("", (0, 0))
        if "data-suppress" in attributes:
            written = suppression_of(attributes, Location("", line, column))
            self.statements += ((block.place, statement) for statement in at_element(written))
        statements_here = [marks_of(attributes), *statements]
        if KINDS.get(name, Kind.INLINE) is not Kind.INLINE:
            statements_here += [marks for marks, _ in self._expected]
            self._expected.clear()
            self._said.append([])
        for marks in together(statements_here):
            self.statements += ((block.place, statement) for statement in stated(marks))
        self.blocks.append(block)
        self._stack.append(block)
        self.outline.start(block.place, name, attributes.get("id", ""))

    def heading(
        self, level: int, attributes: Mapping[str, str], line: int, column: int, statements: Sequence[Marks] = ()
    ) -> None:
        self.start(f"h{level}", attributes, line, column, statements)

    def text(self, data: str) -> None:
        self.outline.text(data)
        self._said[-1].append(data)

    def end(self, name: str) -> None:
        for depth in range(len(self._stack) - 1, -1, -1):
            if self._stack[depth].name == name:
                for block in reversed(self._stack[depth:]):
                    self.outline.end()
                    if KINDS.get(block.name, Kind.INLINE) is not Kind.INLINE:
                        self.texts[block.name, " ".join("".join(self._said.pop()).split())] += 1
                del self._stack[depth:]
                return

    def comment(self, text: str, line: int, column: int) -> None:
        self.marks.append((text, (line, column)))
        if read_statements(text):
            lines = text.split("\n")
            end = (line + len(lines) - 1, (column + 4 if len(lines) == 1 else 1) + len(lines[-1]) + 3)
            self._expected += ((marks, (line, column)) for marks in read_statements(text))
            self.pending.comments.append((((line, column), end), text))

    def expect(self, marks: Marks, line: int, column: int) -> None:
        self.expects = True
        self._expected.append((marks, (line, column)))

    def finish(self, title: str = "") -> Document:
        while self._stack:
            self.end(self._stack[-1].name)
        for marks, place in self._expected:
            self.statements += ((place, statement) for statement in stated(marks))
        self.texts["", " ".join("".join(self._said[0]).split())] += 1
        return super().finish(title)

    def page(self, label: str, line: int, column: int) -> None:
        """Ignore the beginning of a page."""


def passage_at(blocks: Sequence[Block]) -> Block:
    """Return the element that a passage begins with, among those that begin at one place."""
    kinds = (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING, Kind.ROW, Kind.CAPTION)
    return next((b for b in reversed(blocks) if KINDS.get(b.name, Kind.INLINE) in kinds), blocks[-1])
