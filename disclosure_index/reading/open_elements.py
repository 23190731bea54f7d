"""The open elements and sections of a document under construction."""

from dataclasses import dataclass

from disclosure_index.model import Location, Section
from disclosure_index.reading.marks.element_marks import NO_MARKS, Kind, Marks


@dataclass(slots=True)
class OpenElement:
    """An open element. Most have no marks, so the fields for marks are set only where they are needed."""

    kind: Kind
    name: str
    location: Location
    language: str
    anchor: str
    in_passage: bool = False  # a part of the running passage, not a passage itself
    section: int | None = None  # the section that this element opened
    marks: Marks = NO_MARKS
    first: int = 0
    offset: int = 0  # offset of its text in the running passage
    order: int = 0  # of its start tag among the elements with marks


@dataclass(slots=True)
class OpenSection:
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
    first: int = 0  # its first passage

    def close(self) -> Section:
        """Return the section for the finished document."""
        page = self.page or ""
        return Section(
            self.title, self.level, self.location, self.parent, self.anchor, page, self.last_page, self.language
        )
