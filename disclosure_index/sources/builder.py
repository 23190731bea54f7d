"""Builds a `Document` from a stream of elements, whatever the format they were read from.

A reader calls `start`, `text` and `end` in reading order; sections, passages, pages, tags and omissions follow.
Headings without a section of their own open one that lasts until the next heading of the same level.
"""

from dataclasses import dataclass, replace
from enum import IntEnum, auto

from disclosure_index.model import Document, Finding, Location, Omission, Passage, Section, Span, Tag, parse_reference


class Kind(IntEnum):
    """What an element is to the outline."""

    INLINE = auto()
    CONTAINER = auto()
    SECTION = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    CAPTION = auto()
    ROW = auto()
    CELL = auto()


PASSAGE_KINDS = {Kind.HEADING: "heading", Kind.ITEM: "list-item", Kind.CAPTION: "table", Kind.ROW: "table-row"}


@dataclass(frozen=True, slots=True)
class Marks:
    """What an element says beyond its text."""

    anchor: str = ""
    language: str = ""
    disclosure: str | None = None
    omission: str | None = None
    reason: str = ""


NO_MARKS = Marks()


@dataclass(slots=True)
class _Frame:
    """An open element."""

    kind: Kind
    name: str
    location: Location
    marks: Marks
    language: str
    anchor: str
    level: int = 0
    section: int | None = None  # the section that this element opened
    first: int = 0
    tag_at: int = 0
    omission_at: int = 0
    offset: int = 0  # where its text starts in the running passage
    in_passage: bool = False


@dataclass(slots=True)
class _Outline:
    """A section under construction."""

    level: int
    location: Location
    parent: int | None
    anchor: str
    language: str
    title: str = ""
    page: str | None = None
    last_page: str = ""
    implied: bool = False


class DocumentBuilder:
    """Collects one document; `finish` gives it."""

    def __init__(self, path: str, language: str) -> None:
        self._path = path
        self._language = language
        self._frames: list[_Frame] = []
        self._sections: list[_Outline] = []
        self._open: list[int] = []  # indexes of the open sections, outermost first
        self._passages: list[Passage] = []
        self._tags: list[Tag] = []
        self._omissions: list[Omission] = []
        self._spans: dict[int, Span] = {}
        self._pages: list[tuple[str, Location]] = []
        self._page = ""
        self._anchors: dict[str, Location] = {}
        self._findings: list[Finding] = []
        self._buffer: list[str] = []
        self._owner: _Frame | None = None  # the block whose text the buffer holds
        self._row: _Frame | None = None
        self._cells = 0  # how many cells the open row has so far

    def start(self, kind: Kind, name: str, location: Location, marks: Marks = NO_MARKS, level: int = 0) -> None:
        """Open an element; `level` is a heading's."""
        parent = self._frames[-1] if self._frames else None
        frame = _Frame(
            kind,
            name,
            location,
            marks,
            marks.language or (parent.language if parent else self._language),
            marks.anchor or (parent.anchor if parent else ""),
            level,
        )
        if marks.anchor:
            self._remember_anchor(marks.anchor, location)
        if self._row is not None and kind not in (Kind.ROW, Kind.SECTION):
            frame.in_passage = True
            if kind == Kind.CELL:
                if self._cells:
                    self._buffer.append(_NEXT_CELL)
                self._cells += 1
            elif kind != Kind.INLINE and self._buffer:
                self._buffer.append(" ")
        elif kind == Kind.INLINE:
            frame.in_passage = self._owner is not None
        else:
            self._flush()
            if kind == Kind.SECTION:
                self._open_section(frame, level=0)
            elif kind == Kind.HEADING:
                self._place_heading(frame)
            self._owner = frame
            if kind == Kind.ROW:
                self._row, self._cells = frame, 0
        frame.first = len(self._passages)
        if marks.disclosure is not None or marks.omission is not None:
            frame.offset = len(self._buffer)
            frame.tag_at, frame.omission_at = len(self._tags), len(self._omissions)
            self._announce(frame)
        self._frames.append(frame)

    def text(self, data: str) -> None:
        """Add text to the innermost block."""
        self._buffer.append(data)

    def end(self) -> None:
        """Close the innermost element."""
        frame = self._frames.pop()
        marked = frame.marks.disclosure is not None or frame.marks.omission is not None
        if frame.in_passage or frame.kind == Kind.INLINE:
            if marked:
                own = _squeeze("".join(self._buffer[frame.offset :]))
                self._settle(frame, last=len(self._passages) + 1, text=own)
            if self._row is not None and frame.kind not in (Kind.INLINE, Kind.CELL) and self._buffer:
                self._buffer.append(" ")
            return
        self._flush()
        if frame is self._row:
            self._row = None
        if frame.section is not None and frame.kind == Kind.SECTION:
            self._close_sections(down_to=frame.section)
        if marked:
            self._settle(frame, last=len(self._passages), text=None)
        self._owner = next((f for f in reversed(self._frames) if f.kind != Kind.INLINE), None)

    def page_break(self, label: str, location: Location) -> None:
        """Start page `label`."""
        self._page = label
        self._pages.append((label, location))

    def report(self, finding: Finding) -> None:
        """Keep a finding of the reader's."""
        self._findings.append(finding)

    def finish(self, title: str = "") -> Document:
        """Close what is open and give the document."""
        while self._frames:
            self.end()
        self._flush()
        self._close_sections(down_to=0)
        sections = tuple(
            Section(o.title, o.level, o.location, o.parent, o.anchor, o.page or "", o.last_page, o.language)
            for o in self._sections
        )
        return Document(
            self._path,
            self._language,
            title,
            sections,
            tuple(self._passages),
            tuple(self._tags),
            tuple(self._omissions),
            tuple(self._pages),
            self._anchors,
            tuple(self._findings),
        )

    # --- sections ---

    def _open_section(self, frame: _Frame, level: int, implied: bool = False) -> None:
        parent = self._open[-1] if self._open else None
        frame.section = len(self._sections)
        self._open.append(frame.section)
        self._sections.append(_Outline(level, frame.location, parent, frame.anchor, frame.language, implied=implied))

    def _place_heading(self, frame: _Frame) -> None:
        """Give a heading to the section around it, or open one for it."""
        if self._open and not self._sections[self._open[-1]].title and not self._sections[self._open[-1]].implied:
            self._sections[self._open[-1]].level = frame.level
            return
        while self._open and self._sections[self._open[-1]].implied:
            if self._sections[self._open[-1]].level < frame.level:
                break
            self._close_sections(down_to=self._open[-1])
        self._open_section(frame, frame.level, implied=True)

    def _close_sections(self, down_to: int) -> None:
        while self._open and self._open[-1] >= down_to:
            outline = self._sections[self._open.pop()]
            outline.page = self._page if outline.page is None else outline.page
            outline.last_page = self._page

    # --- passages ---

    def _flush(self) -> None:
        """End the running passage."""
        if not self._buffer:
            return
        text = _squeeze("".join(self._buffer))
        self._buffer.clear()
        owner = self._owner
        if not text.strip():
            return
        section = self._open[-1] if self._open else None
        kind = owner.kind if owner else Kind.CONTAINER
        if kind == Kind.HEADING and section is not None and not self._sections[section].title:
            self._sections[section].title = text
        elif kind != Kind.HEADING:
            for index in reversed(self._open):
                if self._sections[index].page is not None:
                    break
                self._sections[index].page = self._page
        self._passages.append(
            Passage(
                PASSAGE_KINDS.get(kind, "paragraph"),
                text,
                owner.location if owner else Location(self._path, 1, 1),
                section,
                owner.anchor if owner else "",
                self._page,
                owner.language if owner else self._language,
            )
        )

    # --- tags and omissions ---

    def _announce(self, frame: _Frame) -> None:
        """Keep the tags of an element in the order of their start tags; their spans are known at its end."""
        span = Span(frame.name, frame.location, anchor=frame.anchor, language=frame.language)
        for text in (frame.marks.disclosure or "").split():
            self._tags.append(Tag(text, parse_reference(text), span))
        for text in (frame.marks.omission or "").split():
            self._omissions.append(Omission(text, parse_reference(text), frame.marks.reason.strip(), "", span))
        for name, value in (("data-disclosure", frame.marks.disclosure), ("data-omission", frame.marks.omission)):
            if value is not None and not value.split():
                hint = "name a disclosure, or remove it"
                self._findings.append(Finding("DI210", f"{name} names nothing", frame.location, hint))

    def _settle(self, frame: _Frame, last: int, text: str | None) -> None:
        """Complete the spans that `_announce` began."""
        section = frame.section if frame.section is not None else (self._open[-1] if self._open else None)
        outline = self._sections[section] if frame.section is not None and section is not None else None
        page = (outline.page if outline else None) or (
            self._passages[frame.first].page if frame.first < len(self._passages) else self._page
        )
        span = Span(
            frame.name, frame.location, section, frame.first, last, text, frame.anchor, page, self._page, frame.language
        )
        for index in range(frame.tag_at, frame.tag_at + len((frame.marks.disclosure or "").split())):
            self._tags[index] = replace(self._tags[index], span=span)
        explanation = text if text is not None else "\n".join(p.text for p in self._passages[frame.first : last])
        for index in range(frame.omission_at, frame.omission_at + len((frame.marks.omission or "").split())):
            self._omissions[index] = replace(self._omissions[index], span=span, explanation=explanation)

    def _remember_anchor(self, anchor: str, location: Location) -> None:
        if (first := self._anchors.setdefault(anchor, location)) is not location:
            self._findings.append(
                Finding(
                    "DI602",
                    f'id "{anchor}" is used twice; the first is at {first}',
                    location,
                    "give each element an id of its own: links and findings point at it",
                    anchor=anchor,
                )
            )


_NEXT_CELL = "\x1f"  # in no text that XML allows


def _squeeze(text: str) -> str:
    """Fold white space and put tabs between a row's cells; an empty cell still holds its column."""
    return "\t".join(" ".join(cell.split()) for cell in text.split(_NEXT_CELL))
