"""What an element of a source is to the outline, and what it says beyond its text."""

from dataclasses import dataclass
from enum import IntEnum, auto


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


INLINE, SECTION, HEADING, ROW, CELL = Kind.INLINE, Kind.SECTION, Kind.HEADING, Kind.ROW, Kind.CELL
PASSAGE_KINDS = {Kind.HEADING: "heading", Kind.ITEM: "list-item", Kind.CAPTION: "table", Kind.ROW: "table-row"}


@dataclass(frozen=True, slots=True)
class Marks:
    """What an element says beyond its text."""

    anchor: str = ""
    language: str = ""
    disclosure: str | None = None
    omission: str | None = None
    reason: str = ""
    is_index: bool = False  # it holds a printed content index

    @property
    def names(self) -> bool:
        """Tell whether it names a disclosure, as answered or as omitted."""
        return self.disclosure is not None or self.omission is not None


NO_MARKS = Marks()
