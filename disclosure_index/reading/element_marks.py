"""What an element of a source is to the outline, and what it says beyond its text."""

from enum import IntEnum, auto
from typing import NamedTuple


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
    UNREAD = auto()  # its text is no part of the report


INLINE, SECTION, HEADING, ROW, CELL = Kind.INLINE, Kind.SECTION, Kind.HEADING, Kind.ROW, Kind.CELL
PASSAGE_KINDS = tuple(
    {"HEADING": "heading", "ITEM": "list-item", "CAPTION": "table", "ROW": "table-row"}.get(kind.name, "paragraph")
    for kind in (Kind.INLINE, *Kind)  # a kind counts from 1
)
"""What the passage of an element is called, by its kind."""


class Marks(NamedTuple):
    """What an element says beyond its text."""

    anchor: str = ""
    language: str = ""
    disclosure: str | None = None
    omission: str | None = None
    reason: str = ""
    is_index: bool = False  # it holds a printed content index
    reviewed: str | None = None  # of what it names, the references that a person has reviewed

    @property
    def names(self) -> bool:
        """Whether it names a disclosure: as answered, as omitted, or as reviewed."""
        return self.disclosure is not None or self.omission is not None or self.reviewed is not None


NO_MARKS = Marks()
