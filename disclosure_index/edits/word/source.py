"""The Word source format: working bytes are the document and its comments, statements are in comments."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from disclosure_index.edits.carriers import restated
from disclosure_index.edits.edits import ExplainOmission, KeptEntry, Place, RemoveElement, Reword, TagEdit
from disclosure_index.edits.elements import CANNOT_EDIT, Element, Scan
from disclosure_index.edits.encoded_source import Encoded
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.formats import Mark
from disclosure_index.edits.outlines import Outline
from disclosure_index.edits.readings import Reading, reading_of
from disclosure_index.edits.splices import Splice
from disclosure_index.edits.targets import READ_AGAIN
from disclosure_index.edits.word import paragraphs, regions
from disclosure_index.edits.word.archive import ArchiveError, keep, with_content
from disclosure_index.edits.word.comments import carriers_at
from disclosure_index.edits.word.elements import WordText
from disclosure_index.edits.word.package import changed_parts, open_parts, working_bytes
from disclosure_index.messages import message
from disclosure_index.model import Location
from disclosure_index.reading.registry import read_source
from disclosure_index.reading.word.styles import local

if TYPE_CHECKING:
    from lxml import etree

IN_LINES = False

_DOCUMENT, _COMMENTS = (0, 1), (0, 2)
"""The places of the parts themselves: before the first paragraph, and the comments."""


def unpack(source: bytes, path: str) -> bytes:
    """Return the document, its comments and its styles.

    Raises:
        EditError: the file cannot be read.

    """
    return working_bytes(open_parts(source, path))


def pack(source: bytes, edited: bytes, path: str, kept: Iterable[KeptEntry]) -> bytes:
    """Return the file with an edited document and comments; every other part is stored as it was.

    Raises:
        EditError: the archive is of a kind that office programs do not write.

    """
    try:
        return with_content(source, changed_parts(open_parts(source, path), edited), kept)
    except ArchiveError:
        why = message("its archive is not written as office programs write it")
        hint = message("Save it again from Word or LibreOffice")
        raise EditError(CANNOT_EDIT, Location(path), why, hint) from None


def kept(source: bytes, edited: bytes) -> tuple[KeptEntry, ...]:
    """Return the parts that `pack` replaces, as stored."""
    package = open_parts(source, "")
    changed = changed_parts(package, edited)
    try:
        return keep(source, {name: package.contents[name] for name in changed if name in package.contents})
    except ArchiveError:
        return ()  # `pack` reports the error


class _WordScan(Scan):
    """A scan with the parsed document of its elements."""

    text: WordText


def scan(source: bytes, path: str, places: Collection[tuple[int, int]] = (), offsets: Iterable[int] = ()) -> _WordScan:
    """Scan a document for the elements at some places, and for the last ones up to some offsets."""
    text = WordText(source)
    found = _WordScan(Encoded(source, "utf-8"))
    found.text = text
    for place in places:
        if place in (_DOCUMENT, _COMMENTS) or (place[1] == 1 and 1 <= place[0] <= len(text.paragraphs)):
            found.by_place[place] = _element(text, place, path)
    if points := sorted(set(offsets)):
        starts = [(text.extent(p).start, (n, 1)) for p, n in text.ordinals.items()]
        starts = [(0, _DOCUMENT), *starts, (text.comments_start, _COMMENTS)]
        at = 0
        for point in points:
            while at + 1 < len(starts) and starts[at + 1][0] <= point:
                at += 1
            found.by_offset[point] = _element(text, starts[at][1], path)
    return found


def place(found: Scan, element: Element, path: str) -> Place:
    """Return the place of an element."""
    head = found.encoded.source[element.start : element.end]
    return Place(path, element.line, element.column, element.name, head)


def whole(found: Scan, element: Element, _path: str) -> bytes:
    """Return the bytes of an element."""
    return found.encoded.source[element.start : element.end]


def retag(_found: Scan, element: Element, edits: Sequence[TagEdit]) -> list[Splice]:
    """Return the splices that change the statements of an element."""
    return restated(element.carriers, edits)


def insert(found: Scan, element: Element, edit: ExplainOmission) -> list[Splice]:
    """Return the splices of a new paragraph, and of the comment that states the omission."""
    return paragraphs.insert(_text_of(found), element, edit)


def reword(found: Scan, element: Element, edit: Reword) -> list[Splice]:
    """Return the splices of a new text of a paragraph."""
    _check_unchanged(found, element, edit)
    return paragraphs.reword(_text_of(found), element, edit)


def remove(found: Scan, element: Element, edit: RemoveElement) -> list[Splice]:
    """Return the splice that removes a paragraph."""
    _check_unchanged(found, element, edit)
    return [Splice(element.start, element.end, b"")]


def reading(source: bytes, _working: bytes, path: str) -> Reading:
    """Return the texts and statements of a file."""
    return reading_of(read_source(source, path, ""))


def outline(source: bytes, _path: str) -> Outline:
    """Return every paragraph outside tables, and every table row, with its text."""
    text, found = WordText(source), Outline()
    row: etree._Element | None = None
    for paragraph, ordinal in text.ordinals.items():
        around = text.row_of(paragraph)
        if row is not None and around is not row:
            found.end()
        if around is None:
            found.start((ordinal, 1), "p", "")
        elif around is not row:
            found.start((ordinal, 1), "tr", "")
        else:
            found.start((ordinal, 1), "p", "")
        found.text("".join(t.text or "" for t in paragraph.iter() if local(t) == "t") + "\n")
        if around is None or around is row:
            found.end()
        row = around
    if row is not None:
        found.end()
    return found


def marks(source: bytes, path: str) -> list[Mark]:
    """Return the start and end of the content controls that are generated regions."""
    return regions.marks(WordText(source), path)


def new_region(found: Scan, element: Element, path: str, options: str) -> tuple[int, bytes]:
    """Return the offset of an empty control, at the end of a heading's section or after a paragraph, and its bytes."""
    return regions.new(_text_of(found), element, path, options)


def _text_of(found: Scan) -> WordText:
    assert isinstance(found, _WordScan)  # `scan` made it
    return found.text


def _check_unchanged(found: Scan, element: Element, edit: Reword | RemoveElement) -> None:
    if whole(found, element, "") != edit.whole:
        why = message("the content of <{element}> has changed since it was read", element=element.name)
        raise EditError(CANNOT_EDIT, edit.place.location, why, READ_AGAIN, clash=True)


def _element(text: WordText, at: tuple[int, int], path: str) -> Element:
    if at in (_DOCUMENT, _COMMENTS):
        start = 0 if at == _DOCUMENT else text.comments_start
        return Element("part", {}, *at, start, "", end=start)
    passage, paragraph = text.passage_at(at[0]), text.paragraphs[at[0] - 1]
    extent = text.extent(paragraph)
    carriers = carriers_at(text, at[0], path)
    return Element(local(passage), {}, *at, extent.start, "", end=extent.end, carriers=carriers)
