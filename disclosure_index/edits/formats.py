"""The formats of sources: one module of edit functions per type, imported when it is needed.

A source is edited in *working bytes*: those of the file itself, of a text in UTF-8, or of the parts of a package.
"""

from collections.abc import Collection, Iterable, Sequence
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from disclosure_index.edits.edits import ExplainOmission, KeptEntry, Place, RemoveElement, Reword, TagEdit
from disclosure_index.edits.elements import Element, Scan
from disclosure_index.edits.outlines import Outline
from disclosure_index.edits.readings import Reading
from disclosure_index.edits.splices import Splice
from disclosure_index.model import Location
from disclosure_index.reading.registry import source_type

_MODULES = {
    "": "disclosure_index.edits.xhtml_source",
    "markdown": "disclosure_index.edits.markdown.source",
    "word": "disclosure_index.edits.word.source",
}


class Mark(NamedTuple):
    """A marker of a generated region; the region lies between the ends of two markers."""

    start: int
    end: int
    kind: str  # "begin" or "end"
    options: tuple[str, ...]
    location: Location


class SourceFormat(Protocol):
    """The functions for the sources of one type. Each raises EditError where it cannot do its work."""

    IN_LINES: bool  # whether the content between markers consists of lines

    def unpack(self, source: bytes, path: str, /) -> bytes:
        """Return the working bytes of a file."""

    def pack(self, source: bytes, edited: bytes, path: str, kept: Iterable[KeptEntry], /) -> bytes:
        """Return the file with other working bytes; `kept` are parts that the file may have held before, as stored."""

    def kept(self, source: bytes, edited: bytes, /) -> tuple[KeptEntry, ...]:
        """Return the parts that `pack` replaces, as stored in the file, so that an undo restores every byte."""

    def scan(
        self, source: bytes, path: str, places: Collection[tuple[int, int]] = (), offsets: Iterable[int] = ()
    ) -> Scan:
        """Scan working bytes for the elements at some places, and for the last ones up to some offsets."""

    def place(self, found: Scan, element: Element, path: str, /) -> Place:
        """Return the place of an element."""

    def whole(self, found: Scan, element: Element, path: str, /) -> bytes:
        """Return the bytes of an element with its content."""

    def retag(self, found: Scan, element: Element, edits: Sequence[TagEdit], /) -> list[Splice]:
        """Return the splices that change the statements of an element."""

    def insert(self, found: Scan, element: Element, edit: ExplainOmission, /) -> list[Splice]:
        """Return the splices of a new paragraph."""

    def reword(self, found: Scan, element: Element, edit: Reword, /) -> list[Splice]:
        """Return the splices of a new text of an element."""

    def remove(self, found: Scan, element: Element, edit: RemoveElement, /) -> list[Splice]:
        """Return the splices that remove an element."""

    def reading(self, source: bytes, working: bytes, path: str, /) -> Reading | None:
        """Return the texts and statements of a file; None where `apply` has checked all that it wrote already."""

    def outline(self, source: bytes, path: str, /) -> Outline:
        """Return every element of working bytes with its text."""

    def marks(self, source: bytes, path: str, /) -> list[Mark]:
        """Return the markers of regions in working bytes, in their order."""

    def new_region(self, found: Scan, element: Element, path: str, options: str, /) -> tuple[int, bytes]:
        """Return the offset of an empty region at the end of an element, and its bytes."""


def source_format(path: str) -> SourceFormat:
    """Return the functions for the source at a path, by its suffix."""
    return cast(SourceFormat, import_module(_MODULES[source_type(path)]))
