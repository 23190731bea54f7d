"""The XHTML source format: working bytes are those of the file, statements are in start tags."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from disclosure_index.edits import paragraphs
from disclosure_index.edits.edits import ExplainOmission, KeptEntry, Place, RemoveElement, Reword, TagEdit
from disclosure_index.edits.elements import Element, Scan, end_of, read, scan, start_tag
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.formats import Mark
from disclosure_index.edits.outlines import Outline
from disclosure_index.edits.region_markers import END, MARK, begin_with
from disclosure_index.edits.splices import Splice, of_tag
from disclosure_index.edits.start_tag_edits import change
from disclosure_index.messages import message
from disclosure_index.model import Location
from disclosure_index.reading.xml.scan import MAX_DEPTH, too_deep

if TYPE_CHECKING:
    from xml.parsers import expat

__all__ = ["scan"]

IN_LINES = True

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def unpack(source: bytes, _path: str) -> bytes:
    """Return the bytes of the file."""
    return source


def pack(_source: bytes, edited: bytes, _path: str, _kept: Iterable[KeptEntry]) -> bytes:
    """Return the edited bytes."""
    return edited


def kept(_source: bytes, _edited: bytes) -> tuple[KeptEntry, ...]:
    """Return nothing: the undo edits restore every byte."""
    return ()


def place(found: Scan, element: Element, path: str) -> Place:
    """Return the place of an element."""
    tag = start_tag(found.encoded, element, path)
    return Place(path, element.line, element.column, element.name, found.encoded.encode(str(tag)))


def whole(found: Scan, element: Element, path: str) -> bytes:
    """Return the bytes of an element, from its start tag to its end tag."""
    end = end_of(found.encoded, element, start_tag(found.encoded, element, path))
    return found.encoded.source[element.start : end]


def retag(found: Scan, element: Element, edits: Sequence[TagEdit]) -> list[Splice]:
    """Return the splice of a start tag; none where it stays the same."""
    was = now = start_tag(found.encoded, element, edits[0].place.path)
    for edit in edits:
        now = change(now, edit)
    old, new = (found.encoded.encode(str(tag)) for tag in (was, now))
    return [of_tag(element.start, old, now, new)] if new != old else []


def insert(found: Scan, element: Element, edit: ExplainOmission) -> list[Splice]:
    """Return the splice of a new paragraph."""
    return [paragraphs.insert(found.encoded, element, start_tag(found.encoded, element, edit.place.path), edit)]


def reword(found: Scan, element: Element, edit: Reword) -> list[Splice]:
    """Return the splice of a new text of an element."""
    return [paragraphs.reword(found.encoded, element, start_tag(found.encoded, element, edit.place.path), edit)]


def remove(found: Scan, element: Element, edit: RemoveElement) -> list[Splice]:
    """Return the splice that removes an element."""
    return [paragraphs.remove(found.encoded, element, start_tag(found.encoded, element, edit.place.path), edit)]


def reading(_source: bytes, _working: bytes, _path: str) -> None:
    """Return nothing: `apply` checks every start tag that it wrote."""


def outline(source: bytes, path: str) -> Outline:
    """Return every element of a source with its text."""
    found = Outline()

    def listen(parser: "expat.XMLParserType") -> None:
        def start(name: str, attributes: dict[str, str]) -> None:
            if found.depth >= MAX_DEPTH:
                raise too_deep()
            place = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
            found.start(place, name, attributes.get("id", ""))

        parser.StartElementHandler, parser.EndElementHandler = start, found.end
        parser.CharacterDataHandler = found.text

    read(source, path, listen)
    return found


def marks(source: bytes, path: str) -> list[Mark]:
    """Return the comments that mark regions."""
    found: list[tuple[int, str, tuple[str, ...], Location]] = []

    def listen(parser: "expat.XMLParserType") -> None:
        def comment(data: str) -> None:
            if mark := MARK.fullmatch(data):
                at = Location(path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
                found.append((parser.CurrentByteIndex, mark[1], tuple(mark[2].split()), at))

        parser.CommentHandler = comment

    read(source, path, listen)
    if not found:
        return []
    encoded = scan(source, path).encoded
    result = []
    for start, kind, options, at in found:
        written = encoded.match(_COMMENT, start)
        assert written is not None  # the parser saw it
        result.append(Mark(start, start + len(encoded.encode(written[0])), kind, options, at))
    return result


def new_region(found: Scan, element: Element, path: str, options: str) -> tuple[int, bytes]:
    """Return the offset of an empty region at the end of an element, and its markers."""
    tag = start_tag(found.encoded, element, path)
    if tag.empty or element.name.rpartition(":")[2] not in paragraphs.FLOW:
        why, at = message("{tag} cannot contain a table", tag=tag), Location(path, element.line, element.column)
        raise EditError(message("cannot insert the index"), at, why, message("Choose a section"))
    at_end, before, after = paragraphs.inside(found.encoded, element, tag)
    return at_end, found.encoded.encode(f"{before}{begin_with(options)}{before}{END}{after}")
