"""The elements of a Word document with their offsets: one pass of expat, parallel to the tree of the reader."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from disclosure_index.edits.word.package import BETWEEN
from disclosure_index.reading.word.comments import CommentStatements, place_comments, read_comments
from disclosure_index.reading.word.styles import Style, child, local, read_styles, style_of
from disclosure_index.reading.word.tables import is_layout
from disclosure_index.reading.xml.scan import one_pass

_KEPT = frozenset(
    ("body", "p", "pPr", "r", "t", "tbl", "tr", "tc", "sdt", "sdtPr", "sdtContent", "tag", "alias", "comments",
     "comment", "commentRangeStart", "commentRangeEnd", "commentReference", "sectPr", "rPr", "br",
     "cr")
)  # fmt: skip
_START_TAG = re.compile(rb"""<[^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+>""")


class Extent(NamedTuple):
    """The range of an element, in bytes."""

    start: int
    opened: int  # after its start tag
    close: int  # before its end tag; of an empty element, `opened`
    end: int  # after its end tag


class Part:
    """A part of the package: its tree, and the ranges of the elements that edits can target."""

    def __init__(self, content: bytes, offset: int) -> None:
        self.content = content
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        self.root = etree.fromstring(content, parser)
        self.extents: dict[etree._Element, Extent] = {}
        for element, extent in zip(self.root.iter(etree.Element), _extents(content, offset), strict=True):
            if local(element) in _KEPT:
                self.extents[element] = extent


def _extents(content: bytes, offset: int) -> Iterator[Extent]:
    """Yield the range of each element, in the order of their start tags."""
    starts: list[int] = []
    closes: list[int] = []
    open_: list[int] = []

    def start(_: str, __: dict[str, str]) -> None:
        open_.append(len(starts))
        starts.append(parser.CurrentByteIndex)
        closes.append(0)

    def end(_: str) -> None:
        closes[open_.pop()] = parser.CurrentByteIndex

    with one_pass() as parser:
        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.Parse(content, True)
    for begin, close in zip(starts, closes, strict=True):
        match = _START_TAG.match(content, begin)
        assert match is not None  # the parser saw it
        opened = match.end()
        if content[opened - 2 : opened] == b"/>":
            yield Extent(begin + offset, opened + offset, opened + offset, opened + offset)
        else:
            yield Extent(begin + offset, opened + offset, close + offset, content.index(b">", close) + 1 + offset)


class WordText:
    """A Word document and its comments, from their working bytes."""

    def __init__(self, source: bytes) -> None:
        document, comments, styles = source.split(BETWEEN, 2)
        self.source = source
        self.comments_start = len(document) + 1
        self.document, self.comments = Part(document, 0), Part(comments, self.comments_start)
        self._styles = styles
        found = child(self.document.root, "body")
        assert found is not None  # the reader has read it
        self.body = found
        self.paragraphs = [element for element in self.body.iter() if local(element) == "p"]
        self.ordinals = {paragraph: n for n, paragraph in enumerate(self.paragraphs, 1)}
        self.statements = read_comments(self.comments.root)
        self._layouts: dict[etree._Element, bool] = {}
        self.made = 0  # the number of comments that this edit has added

    @cached_property
    def prefix(self) -> str:
        """The prefix of Word's element names: ``w:`` in most files."""
        prefix = self.body.prefix
        return f"{prefix}:" if prefix else ""

    @cached_property
    def comments_prefix(self) -> str:
        """The same prefix in the part of the comments."""
        prefix = self.comments.root.prefix
        return f"{prefix}:" if prefix else ""

    @cached_property
    def reached(self) -> dict[str, "list[etree._Element]"]:
        """The elements that each comment with statements is about, by its id."""
        return dict(place_comments(self.body, self.statements))

    @cached_property
    def by_ordinal(self) -> dict[int, list[tuple[str, CommentStatements]]]:
        """The comments with statements about the passage of each paragraph, by its ordinal."""
        found: dict[int, list[tuple[str, CommentStatements]]] = {}
        for key, elements in self.reached.items():
            for ordinal in dict.fromkeys(map(self.first, elements)):
                found.setdefault(ordinal, []).append((key, self.statements[key]))
        return found

    @cached_property
    def styles(self) -> dict[str, Style]:
        """The styles of paragraphs, by id."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return read_styles(etree.fromstring(self._styles, parser)) if self._styles else {}

    def first(self, element: "etree._Element") -> int:
        """Return the ordinal of the first paragraph in an element."""
        return next((self.ordinals[e] for e in element.iter() if e in self.ordinals), 1)

    def extent(self, element: "etree._Element") -> Extent:
        """Return the range of an element."""
        return self.document.extents.get(element) or self.comments.extents[element]

    def level(self, paragraph: "etree._Element") -> int:
        """Return the level of a heading; 0 of other paragraphs."""
        return style_of(paragraph, self.styles).level

    def row_of(self, paragraph: "etree._Element") -> "etree._Element | None":
        """Return the table row whose passage contains a paragraph."""
        around = [e for e in paragraph.iterancestors() if local(e) in ("tbl", "tr")]
        for number in range(len(around) - 1, 0, -1):
            table, row = around[number], around[number - 1]
            if local(table) == "tbl" and local(row) == "tr" and not self._is_layout(table):
                return row
        return None

    def _is_layout(self, table: "etree._Element") -> bool:
        if table not in self._layouts:
            self._layouts[table] = is_layout(table)
        return self._layouts[table]

    def passage_at(self, ordinal: int) -> "etree._Element":
        """Return the element of the passage that begins with a paragraph: the paragraph, or its row."""
        paragraph = self.paragraphs[ordinal - 1]
        row = self.row_of(paragraph)
        return row if row is not None and self.first(row) == ordinal else paragraph

    def new_id(self) -> int:
        """Return an unused comment id."""
        ids = (value for e in self.comments.root for k, value in e.attrib.items() if str(k).rpartition("}")[2] == "id")
        self.made += 1
        return max((int(id) for id in ids if id.isascii() and id.isdigit()), default=-1) + self.made
