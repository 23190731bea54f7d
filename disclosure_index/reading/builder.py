"""Build a `Document` from a stream of elements of any format.

A reader calls `start`, `text` and `end` in reading order; sections, passages, pages, tags and omissions follow.
Headings without a section of their own open one that lasts until the next heading of the same level.
"""

from operator import itemgetter

from disclosure_index.model import DataSuppress, Document, Finding, Location, Omission, Passage, Span, Tag
from disclosure_index.model.reports import ExternalLink, InternalLink
from disclosure_index.reading.marks import tag_attributes as naming
from disclosure_index.reading.marks.element_marks import (
    CELL,
    HEADING,
    INLINE,
    NO_MARKS,
    PASSAGE_KINDS,
    ROW,
    SECTION,
    Kind,
    Marks,
    anchor_in,
    leads_out,
)
from disclosure_index.reading.open_elements import OpenElement, OpenSection
from disclosure_index.reading.running_pages import RunningPages
from disclosure_index.reading.white_space import LINE_BREAK, NEXT_CELL, collapse

__all__ = ["NO_MARKS", "DocumentBuilder", "Kind", "Marks"]


class DocumentBuilder:
    """A document under construction; `finish` returns it. A reader may add to its `anchors` and `suppressions`."""

    def __init__(self, path: str, language: str) -> None:
        self._path = path
        self._language = language
        self._frames: list[OpenElement] = []
        self._sections: list[OpenSection] = []
        self._open: list[int] = []  # indexes of the open sections, outermost first
        self._unpaged = False  # an open section has no page yet
        self._passages: list[Passage] = []
        self._marked = 0
        self._tags: list[tuple[int, Tag]] = []  # with the order of their start tags: tags are made at the end tags
        self._omissions: list[tuple[int, Omission]] = []
        self._pages: list[tuple[str, Location]] = []
        self._page = ""
        self._turns: RunningPages | None = None  # of the running passage, where it contains a page break
        self.anchors: dict[str, Location] = {}
        self._links: list[InternalLink] = []
        self._external_links: list[ExternalLink] = []
        self.suppressions: list[DataSuppress] = []
        self._indexes: list[tuple[int, int]] = []
        self._findings: list[Finding] = []
        self._buffer: list[str] = []
        self._blocks: list[OpenElement] = []  # the open frames that are not inline; the last one owns the buffer
        self.text = self._buffer.append  # called for every piece of text, so it is the list's own method
        self._row: OpenElement | None = None

    def start(self, kind: Kind, name: str, location: Location, marks: Marks = NO_MARKS, level: int = 0) -> None:
        """Open an element; `level` is the level of a heading."""
        if self._frames:
            parent = self._frames[-1]
            frame = OpenElement(kind, name, location, marks.language or parent.language, marks.anchor or parent.anchor)
        else:
            frame = OpenElement(kind, name, location, marks.language or self._language, marks.anchor)
        if self._row is not None and kind is not ROW and kind is not SECTION:
            frame.in_passage = True
            if kind is CELL:
                self.next_cell()
            elif kind is not INLINE and self._buffer:
                self._buffer.append(" ")
        elif kind is INLINE:
            frame.in_passage = True
        else:
            if self._buffer and (len(self._buffer) > 1 or not self._buffer[0].isspace()):
                self._flush()
            else:
                self._buffer.clear()
                self._turns = None
            if kind is SECTION:
                self._open_section(frame, level=0)
            elif kind is HEADING:
                self._place_heading(frame, level)
            elif kind is ROW:
                self._row = frame
            self._blocks.append(frame)
        if marks is not NO_MARKS:
            self._mark(frame, marks)
        self._frames.append(frame)

    def line_break(self) -> None:
        """Keep a line break of the source within a passage."""
        self._buffer.append(LINE_BREAK)

    def next_cell(self) -> None:
        """Start a cell without marks in the open row; it needs no `end`."""
        self._buffer.append(NEXT_CELL)

    def repeat(self, text: str) -> None:
        """Add the repeated text of a merged cell."""
        self._turns = self._turns or RunningPages(self._page)
        self._turns.repeat(len(self._buffer))
        self._buffer.append(text)

    def running(self) -> str:
        """Return the text of the running passage so far, with its white space."""
        return "".join(self._buffer)

    def before(self) -> str:
        """Return the last character of the running passage other than white space; "" at its start."""
        return next((kept[-1] for text in reversed(self._buffer) if (kept := text.rstrip(" "))), "")

    def end(self) -> None:
        """Close the innermost element."""
        frame = self._frames.pop()
        if frame.in_passage:
            if frame.marks.names:
                self._settle_inside(frame)
            if self._row is not None and frame.kind is not INLINE and frame.kind is not CELL and self._buffer:
                self._buffer.append(" ")
            return
        if self._buffer and (len(self._buffer) > 1 or not self._buffer[0].isspace()):
            self._flush()
        else:
            self._buffer.clear()
            self._turns = None
        self._blocks.pop()
        if frame is self._row:
            self._row = None
        if frame.section is not None and frame.kind is SECTION:
            self._close_sections(down_to=frame.section)
        if frame.marks.names:
            self._settle(frame, last=len(self._passages), text=None)
        if frame.marks.is_index:
            self._indexes.append((frame.first, len(self._passages)))

    def page_break(self, label: str, location: Location) -> None:
        """Start page `label`; later text of the running passage stands on that page."""
        if self._buffer:
            self._turns = self._turns or RunningPages(self._page)
            self._turns.turn(len(self._buffer), label)
        self._page = label
        self._pages.append((label, location))

    def link(self, target: str, location: Location) -> None:
        """Keep a link of the running passage, to an anchor in the document or to another place."""
        if anchor := anchor_in(target):
            self._links.append(InternalLink(anchor, location, len(self._passages)))
        elif leads_out(target):
            cell = max(0, self._buffer.count(NEXT_CELL) - 1)
            self._external_links.append(ExternalLink(target.strip(), len(self._passages), cell))

    def report(self, finding: Finding) -> None:
        """Keep a finding of the reader."""
        self._findings.append(finding)

    def finish(self, title: str = "") -> Document:
        """Close the open elements and return the document."""
        while self._frames:
            self.end()
        self._flush()
        self._close_sections(down_to=0)
        sections = tuple(section.close() for section in self._sections)
        return Document(
            self._path,
            self._language,
            title,
            sections,
            tuple(self._passages),
            tuple(tag for _, tag in sorted(self._tags, key=itemgetter(0))),
            tuple(omission for _, omission in sorted(self._omissions, key=itemgetter(0))),
            tuple(self._pages),
            self.anchors,
            tuple(self._links),
            tuple(self._indexes),
            tuple(self._findings),
            suppressions=tuple(self.suppressions),
            external_links=tuple(self._external_links),
        )

    # --- sections ---

    def _open_section(self, frame: OpenElement, level: int, implied: bool = False) -> None:
        parent = self._open[-1] if self._open else None
        frame.section = len(self._sections)
        self._unpaged = True
        self._open.append(frame.section)
        outline = OpenSection(level, frame.location, parent, frame.anchor, frame.language, first=len(self._passages))
        outline.implied = implied
        self._sections.append(outline)

    def _place_heading(self, frame: OpenElement, level: int) -> None:
        """Assign a heading to the section around it, or open one for it."""
        if self._open and not self._sections[self._open[-1]].title and not self._sections[self._open[-1]].implied:
            self._sections[self._open[-1]].level = level
            return
        while self._open and self._sections[self._open[-1]].implied:
            if self._sections[self._open[-1]].level < level:
                break
            self._close_sections(down_to=self._open[-1])
        self._open_section(frame, level, implied=True)

    def _close_sections(self, down_to: int) -> None:
        while self._open and self._open[-1] >= down_to:
            outline = self._sections[self._open.pop()]
            if len(self._passages) > outline.first:
                outline.page = self._passages[outline.first].page if outline.page is None else outline.page
                outline.last_page = self._passages[-1].last_page
            else:
                outline.page = outline.last_page = self._page

    # --- passages ---

    def _flush(self) -> None:
        """End the running passage and add it to the document."""
        text, turns = "".join(self._buffer), self._turns
        pieces = self._buffer[:] if turns else ()
        self._buffer.clear()
        self._turns = None
        if not text or text.isspace():  # the usual text between elements
            return
        text, page = collapse(text), self._page
        breaks: tuple[tuple[int, str], ...] = ()
        if turns is not None and (pages := turns.span(pieces)):
            page, breaks = pages[0], turns.inside(pieces, text)
        section = self._open[-1] if self._open else None
        if not self._blocks:  # text outside every block
            here = Location(self._path, 1, 1)
            self._passages.append(Passage("paragraph", text, here, section, "", page, self._language, breaks))
            return
        owner = self._blocks[-1]
        if owner.kind is HEADING:
            if section is not None and not self._sections[section].title:
                self._sections[section].title = text
        elif self._unpaged:
            self._set_pages(page)
        kind = PASSAGE_KINDS[owner.kind]
        self._passages.append(Passage(kind, text, owner.location, section, owner.anchor, page, owner.language, breaks))

    def _set_pages(self, page: str) -> None:
        """Set the page of the open sections that have none: the page of their first text."""
        self._unpaged = False
        for index in (n for n in self._open if self._sections[n].page is None):
            self._sections[index].page = page

    # --- tags and omissions ---

    def _mark(self, frame: OpenElement, marks: Marks) -> None:
        """Keep the start of an element with marks; `_settle` sets its extent when the element ends."""
        frame.marks = marks
        if marks.anchor:
            self._remember_anchor(marks.anchor, frame.location)
        frame.first = len(self._passages)
        frame.offset = len(self._buffer)
        self._marked += 1
        frame.order = self._marked

    def _settle_inside(self, frame: OpenElement) -> None:
        """Settle an element that is part of a passage, or that wraps whole passages."""
        passages = len(self._passages)
        text = None if passages > frame.first else collapse("".join(self._buffer[frame.offset :]))
        self._settle(frame, last=passages + bool("".join(self._buffer).strip()), text=text)

    def _settle(self, frame: OpenElement, last: int, text: str | None) -> None:
        """Make the tags and omissions of an element at its end."""
        marks = frame.marks
        section = frame.section if frame.section is not None else (self._open[-1] if self._open else None)
        page, last_page = self._pages_of(frame)
        span = Span(
            frame.name, frame.location, section, frame.first, last, text, frame.anchor, page, last_page, frame.language
        )
        self._tags += ((frame.order, tag) for tag in naming.tags(marks, span))
        if marks.omission is not None:
            reached = (p.text for p in self._passages[frame.first : last] if p.kind != "heading")
            explanation = "\n".join(reached) if text is None else text
            self._omissions += ((frame.order, omission) for omission in naming.omissions(marks, span, explanation))
        self._findings += naming.findings(marks, span)

    def _pages_of(self, frame: OpenElement) -> tuple[str, str]:
        """Return the pages of an element's first and last words; for one without words, the page of its end."""
        whole = len(self._passages) > frame.first
        running = self._running_pages(0 if whole else frame.offset)
        page, last_page = running or (self._page, self._page)
        if whole:
            page = self._passages[frame.first].page
            last_page = last_page if running else self._passages[-1].last_page
        if frame.section is not None:
            page = self._sections[frame.section].page or page
        return page, last_page

    def _running_pages(self, start: int) -> tuple[str, str] | None:
        """Return the pages of the first and last words of the running passage, from a piece of text on."""
        if not self._buffer:
            return None
        return (self._turns or RunningPages(self._page)).span(self._buffer, start)

    def _remember_anchor(self, anchor: str, location: Location) -> None:
        if (first := self.anchors.setdefault(anchor, location)) is not location:
            self._findings.append(naming.repeated_anchor(anchor, first, location))
