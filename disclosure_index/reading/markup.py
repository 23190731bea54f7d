"""Build a `Document` from HTML elements; the readers of all loose formats write to it.

A reader calls `start`, `text`, `end` and `comment` in reading order. Unlike the native reader, `Markup` accepts
unbalanced elements, opens a section for each heading (`heading`), reads statements in comments, and repeats the text of
merged cells.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from disclosure_index.messages import message
from disclosure_index.model import Document, Finding, Location
from disclosure_index.reading.builder import NO_MARKS, DocumentBuilder, Kind, Marks
from disclosure_index.reading.marks.comment_tags import REGION, page_label, read_statements, together
from disclosure_index.reading.marks.element_marks import KINDS, marks_of, suppression_of
from disclosure_index.reading.marks.misspelt_attributes import Attributes
from disclosure_index.reading.merged_cells import GROUPS, MAX_REPEATED, MergedGrid, span
from disclosure_index.reading.superscripts import raised
from disclosure_index.reading.unreadable import RefusedError
from disclosure_index.reading.unseen import PassedOver, Styles
from disclosure_index.reading.white_space import LINE_BREAK, collapse
from disclosure_index.reading.xml.scan import MAX_DEPTH, too_deep

_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), " ")  # XML text excludes them
_LINES = frozenset({"p", "li", "div", "dt", "dd"})
"""The elements that are a line of their own in a cell."""


@dataclass(slots=True)
class _Element:
    """An open element, and the work to do at its end."""

    name: str
    frames: int = 0  # the number of elements of the builder it opened
    level: int = 0  # the level of the heading whose section this is
    unread: bool = False
    unseen: bool = False  # its text is not displayed
    media: str = ""  # the media of a style sheet
    row: bool = False
    table: bool = False
    columns: int = 0  # the columns that a cell covers; 0 for other elements
    rows: int = 1


class Markup:
    """A document under construction; `finish` returns it."""

    def __init__(self, path: str, language: str) -> None:
        self.builder = DocumentBuilder(path, language)
        self._path = path
        self._open: list[_Element] = []
        self._grids: list[MergedGrid] = []
        self._row = False  # a row is open
        self._cell: list[str] | None = None  # the text of the open cell
        self._unread = 0
        self._title: list[str] = []
        self._pending: list[tuple[Marks, Location]] = []  # statements for the next block
        self._repeated = 0
        self._unseen = 0
        self._raised = 0  # superscripts that are open
        self._styles, self._spelling = Styles(), Attributes()
        self.passed = PassedOver(path)

    @property
    def innermost(self) -> str:
        """The name of the innermost open element; "" outside all."""
        return self._open[-1].name if self._open else ""

    def start(
        self, name: str, attributes: Mapping[str, str], line: int, column: int, statements: Sequence[Marks] = ()
    ) -> None:
        """Open an element; `statements` are those that comments make about it."""
        if len(self._open) >= MAX_DEPTH:
            raise too_deep(line, column)
        if attributes:
            for finding in self._spelling.findings(attributes, Location(self._path, line, column)):
                self.builder.report(finding)
        kind = KINDS.get(name, Kind.INLINE)
        hidden = self._styles.hides(name, attributes)
        blank = hidden and kind is Kind.CELL and self._styles.keeps_its_place(name, attributes)
        if self._unread or kind is Kind.UNREAD or (hidden and not blank):
            at = Location(self._path, line, column)
            self._pass_over(_Element(name, unread=True, unseen=hidden), attributes, at, statements)
            return
        element = _Element(name)
        if self._cell is not None and kind in (Kind.ROW, Kind.CELL, Kind.CAPTION):
            kind = Kind.CONTAINER  # a table in a cell is read as text of the cell
        elif self._cell is None and name == "table":
            self._grids.append(MergedGrid())
            element.table = True
        elif self._grids and name in GROUPS:
            self._grids[-1].end_group()
        elif kind == Kind.ROW:
            element.row = self._row = True
            if not self._grids:
                self._grids.append(MergedGrid())
            self._grids[-1].start_row()
        elif kind == Kind.CELL and self._row:
            self._repeat(self._grids[-1].due(), line, column)
            element.columns, element.rows = span(attributes, "colspan"), span(attributes, "rowspan")
            self._cell = []
        self._raised += name == "sup"
        self._enter(element, kind, attributes, Location(self._path, line, column), statements)
        if blank:
            self._pass_over(_Element("", unread=True, unseen=True), {}, Location(self._path, line, column))

    def _pass_over(
        self, element: _Element, attributes: Mapping[str, str], at: Location, statements: Sequence[Marks] = ()
    ) -> None:
        """Leave out an element's text; page breaks in it count, because they are often not displayed."""
        self._unread += 1
        self._unseen += element.unseen
        element.media = attributes.get("media", "")
        self._open.append(element)
        self.passed.at = at
        self.passed.element(attributes, at)
        self.pass_over(statements, at)
        if attributes and "doc-pagebreak" in attributes.get("role", "").split():
            self._page_break(attributes, at)

    def pass_over(self, statements: Sequence[Marks], at: Location) -> None:
        """Report the statements about text that is not displayed."""
        self.passed.named([r for m in statements for r in f"{m.disclosure or ''} {m.omission or ''}".split()], at)

    def heading(
        self, level: int, attributes: Mapping[str, str], line: int, column: int, statements: Sequence[Marks] = ()
    ) -> None:
        """Open a heading with its section, which lasts until a heading of the same level or the end of its parent."""
        if self._cell is None and not self._unread:
            while self._open and self._open[-1].level >= level:
                self._close()
            section = _Element("section", level=level)
            self._enter(section, Kind.SECTION, attributes, Location(self._path, line, column), statements)
            attributes, statements = {}, ()
        self.start(f"h{min(level, 6)}", attributes, line, column, statements)

    def text(self, data: str) -> None:
        """Add text to the innermost block."""
        if self._unread:
            if self._unseen:
                self.passed.text(data)
            elif self.innermost == "title":
                self._title.append(data)
            elif self.innermost == "style" and "print" not in self._open[-1].media:
                self._styles.add(data)
            return
        if not data:
            return
        data = data.translate(_CONTROLS)
        if self._raised:
            data = raised(data, self.builder.before())
        self.builder.text(data)
        if self._cell is not None:
            self._cell.append(data)

    def end(self, name: str) -> None:
        """Close the innermost element with this name and all open elements in it; nothing if there is none."""
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].name == name:
                while len(self._open) > depth:
                    self._close()
                return

    def comment(self, text: str, line: int, column: int) -> None:
        """Read a comment: statements for the next block, a page, or a comment of another kind."""
        if region := REGION.match(text):
            self._region(region[1], line, column)
            return
        page = page_label(text)
        if page and not page[1]:
            self.page(page[0], line, column)
        if self._unseen:
            self.pass_over(read_statements(text), Location(self._path, line, column))
            return
        for marks in read_statements(text):
            self.expect(marks, line, column)

    def _region(self, kind: str, line: int, column: int) -> None:
        """Read the text between the markers of a generated index as a printed index."""
        if kind == "begin":
            self.start("div", {"role": "doc-index"}, line, column)
        else:
            self.end("div")

    def expect(self, marks: Marks, line: int, column: int) -> None:
        """Keep a statement for the next block."""
        self._pending.append((marks, Location(self._path, line, column)))

    def page(self, label: str, line: int, column: int) -> None:
        """Start page `label`."""
        self.builder.page_break(label, Location(self._path, line, column))

    def finish(self, title: str = "") -> Document:
        """Close the open elements and return the document, with its ``title`` element as its title."""
        while self._open:
            self._close()
        for marks, location in self._pending:  # without a block, an element without words (DI206)
            self.builder.start(Kind.CONTAINER, "comment", location, marks)
            self.builder.end()
        for finding in self.passed.all_findings():
            self.builder.report(finding)
        return self.builder.finish(" ".join("".join(self._title).split()) or title)

    # --- elements ---

    def _enter(
        self, element: _Element, kind: Kind, attributes: Mapping[str, str], at: Location, statements: Sequence[Marks]
    ) -> None:
        if "data-suppress" in attributes:
            self.builder.suppressions.append(suppression_of(attributes, at))
        marks_here = [marks_of(attributes) if attributes else NO_MARKS, *statements]
        if kind != Kind.INLINE and self._pending:
            marks_here += [marks for marks, _ in self._pending]
            self._pending.clear()
        if kind != Kind.INLINE and self._cell is not None:
            self._part(element.name)
        if target := attributes.get("href"):
            self.builder.link(target, at)
        first, *others = together(marks_here)
        name, level = element.name, element.level or (int(element.name[1]) if kind == Kind.HEADING else 0)
        within = kind in (Kind.INLINE, Kind.CELL, Kind.SECTION, Kind.CONTAINER)
        shell = Kind.INLINE if kind in (Kind.INLINE, Kind.CELL) else Kind.CONTAINER
        if not within:
            for marks in others:
                self.builder.start(shell, name, at, marks)
        if kind != Kind.INLINE or first != NO_MARKS:
            self.builder.start(kind, name, at, first, level)
            element.frames = 1 + len(others)
        if within:
            for marks in others:
                self.builder.start(shell, name, at, marks)
        self._open.append(element)
        if "doc-pagebreak" in attributes.get("role", "").split():
            self._page_break(attributes, at)
        if name in ("br", "img"):
            self._empty(name, attributes)

    def _close(self) -> None:
        element = self._open.pop()
        if element.unread:
            self._unread -= 1
            self._unseen -= element.unseen
            return
        self._raised -= element.name == "sup"
        if element.row:
            self._repeat(self._grids[-1].rest(), 0, 0)
            self._row = False
        for _ in range(element.frames):
            self.builder.end()
        if self._cell is not None and element.name in KINDS and not element.columns:
            self._part(element.name)
        if element.columns:
            text = collapse("".join(self._cell or ()))
            self._cell = None
            again = self._grids[-1].place(element.columns, element.rows, text)
            self._repeat([text] * again, 0, 0)
        if element.table:
            self._grids.pop()

    def _empty(self, name: str, attributes: Mapping[str, str]) -> None:
        """Read an element without content: a line break, or a picture by its alternative text."""
        if name == "br" and self._cell is not None:
            self._break_line()
        else:
            self.text("\n" if name == "br" else attributes.get("alt", ""))

    def _part(self, name: str) -> None:
        """Break the line of the open cell at the edge of an element: paragraphs and items are lines of it."""
        if name in _LINES:
            self._break_line()
        elif self._cell is not None:
            self._cell.append(" ")

    def _break_line(self) -> None:
        """Begin a line of the open cell: each of its paragraphs and items is one."""
        self.builder.line_break()
        if self._cell is not None:
            self._cell.append(LINE_BREAK)

    def _repeat(self, texts: Sequence[str], line: int, column: int) -> None:
        """Write the repeated texts of merged cells."""
        self._repeated += len(texts) + sum(map(len, texts))
        if self._repeated > MAX_REPEATED:
            raise RefusedError(message("merged cells repeat too much text"), message("Merge fewer cells"), line, column)
        for text in texts:
            self.builder.start(Kind.CELL, "td", Location(self._path, line, column))
            if text:
                self.builder.repeat(text.replace("\n", LINE_BREAK))
            self.builder.end()

    def _page_break(self, attributes: Mapping[str, str], at: Location) -> None:
        label = attributes.get("aria-label", "").strip() or attributes.get("title", "").strip()
        if label:
            self.builder.page_break(label, at)
        else:
            self.builder.report(
                Finding(
                    "DI604", message("This page break names no page"), at, message('Name the page: aria-label="25"')
                )
            )
