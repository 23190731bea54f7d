"""The Markdown source format: working bytes are its text in UTF-8, statements are in braces and comments."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from disclosure_index.edits.carriers import restated
from disclosure_index.edits.edits import ExplainOmission, KeptEntry, Place, RemoveElement, Reword, TagEdit
from disclosure_index.edits.elements import CANNOT_EDIT, Element, Scan
from disclosure_index.edits.encoded_source import Encoded
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.formats import Mark
from disclosure_index.edits.markdown import paragraphs
from disclosure_index.edits.markdown.blocks import Block, Blocks, passage_at, read_blocks
from disclosure_index.edits.markdown.braces import QuoteError
from disclosure_index.edits.markdown.carriers import carriers_of
from disclosure_index.edits.markdown.text import Text, decoded
from disclosure_index.edits.outlines import Outline
from disclosure_index.edits.readings import Reading
from disclosure_index.edits.region_markers import END, MARK, begin_with
from disclosure_index.edits.splices import Splice
from disclosure_index.messages import message
from disclosure_index.model import Location
from disclosure_index.reading.unreadable import RefusedError

IN_LINES = True

_LINE = 0
"""The column of the start of a line, where no element begins. An undo searches for its bytes from a line on, so it
needs no parsed text."""

_CANNOT_TAG = message("cannot tag")


def unpack(source: bytes, path: str) -> bytes:
    """Return the text in UTF-8, without a byte order mark.

    Raises:
        EditError: the file could not be written back unchanged.

    """
    return decoded(source, path)[0].encode()


def pack(source: bytes, edited: bytes, path: str, _kept: Iterable[KeptEntry]) -> bytes:
    """Return the text in the encoding of the file.

    Raises:
        EditError: the encoding lacks a character of the text.

    """
    _, mark, codec = decoded(source, path)
    try:
        return mark + edited.decode().encode(codec)
    except UnicodeEncodeError as error:
        lacking = error.object[error.start : error.start + 1]
        why = message('the encoding of the file, {codec}, lacks "{character}"', codec=codec, character=lacking)
        raise EditError(CANNOT_EDIT, Location(path), why, message("Save the file as UTF-8")) from None


def kept(_source: bytes, _edited: bytes) -> tuple[KeptEntry, ...]:
    """Return nothing: the undo edits restore every byte."""
    return ()


def scan(source: bytes, path: str, places: Collection[tuple[int, int]] = (), offsets: Iterable[int] = ()) -> Scan:
    """Scan a text for the elements at some places, and for the last ones up to some offsets."""
    text, found = Text(source), Scan(Encoded(source, "utf-8"))
    for place in places:
        if place[1] == _LINE:
            found.by_place[place] = _line(text, place[0])
        elif place in (by_place := _read(source, path).by_place):
            found.by_place[place] = _element(by_place[place], text, place)
    for point in offsets:
        found.by_offset[point] = _line(text, text.line_of(point))
    return found


def place(found: Scan, element: Element, path: str) -> Place:
    """Return the place of an element."""
    head = found.encoded.source[element.start : element.end]
    return Place(path, element.line, element.column, element.name, head)


def whole(found: Scan, element: Element, _path: str) -> bytes:
    """Return the bytes of an element."""
    return found.encoded.source[element.start : element.end]


def retag(_found: Scan, element: Element, edits: Sequence[TagEdit]) -> list[Splice]:
    """Return the splices that change the statements of an element.

    Raises:
        EditError: an edit cannot be made, or the element cannot have statements.

    """
    at = edits[0].place.location
    if not element.carriers:
        why = message("attributes cannot be written at <{element}>", element=element.name)
        hint = message("Tag the paragraph, the list item, the table row or the heading around it")
        if element.name == "tr":
            why = message("the head of a table cannot be tagged")
            hint = message("Tag a row below it, or the heading above the table")
        raise EditError(_CANNOT_TAG, at, why, hint)
    try:
        return restated(element.carriers, edits)
    except QuoteError as error:
        why = message('"{text}" contains line breaks, or every kind of quotation marks', text=str(error))
        raise EditError(_CANNOT_TAG, at, why, message("Write it without quotation marks")) from None


def insert(found: Scan, element: Element, edit: ExplainOmission) -> list[Splice]:
    """Return the splice of a new paragraph."""
    return [paragraphs.insert(found.encoded, element, edit)]


def reword(found: Scan, element: Element, edit: Reword) -> list[Splice]:
    """Return the splice of a new text of an element."""
    blocks, text = _read(found.encoded.source, edit.place.path), Text(found.encoded.source)
    return [paragraphs.reword(passage_at(blocks.by_place[element.line, element.column]), text, element, edit)]


def remove(found: Scan, element: Element, edit: RemoveElement) -> list[Splice]:
    """Return the splice that removes an element, with the blank line after it."""
    return [paragraphs.remove(found.encoded, element, edit)]


def reading(_source: bytes, working: bytes, path: str) -> Reading:
    """Return the texts and statements of a text."""
    return _read(working, path).reading


def outline(source: bytes, path: str) -> Outline:
    """Return every element of a text."""
    return _read(source, path).outline


def marks(source: bytes, path: str) -> list[Mark]:
    """Return the comments that mark regions."""
    text = Text(source)
    found = []
    for said, (line, column) in _read(source, path).comments:
        if mark := MARK.fullmatch(said):
            start = text.offset(line, column)
            end = start + len(f"<!--{said}-->".encode())
            found.append(Mark(start, end, mark[1], tuple(mark[2].split()), Location(path, line, column)))
    return found


def new_region(found: Scan, element: Element, path: str, options: str) -> tuple[int, bytes]:
    """Return the offset of an empty region, at the end of a heading's section or after an element, and its bytes."""
    blocks, text = _read(found.encoded.source, path), Text(found.encoded.source)
    level = _level(element.name)
    after = (b for b in blocks.all if b.place > (element.line, element.column) and 0 < _level(b.name) <= level)
    following = min((b.place for b in after), default=None)
    encoded = found.encoded
    line_break = encoded.line_break(element.start)
    markers = f"{begin_with(options)}{line_break}{END}"
    if following is None and level:
        end = encoded.content_end(0, len(encoded.source))
        return end, f"{line_break * 2}{markers}".encode()
    if following is not None:
        return text.offset(following[0], 1), f"{markers}{line_break * 2}".encode()
    return element.end, f"{line_break * 2}{markers}".encode()


def _level(name: str) -> int:
    return int(name[1]) if len(name) == 2 and name[0] == "h" and name[1].isdigit() else 0


def _read(source: bytes, path: str) -> Blocks:
    try:
        return read_blocks(source, path)
    except RefusedError as error:
        what = message("cannot read the file")
        raise EditError(what, Location(path, error.line, error.column), error.message, error.hint) from None


def _line(text: Text, number: int) -> Element:
    """Return the start of a line, as an element without bytes."""
    start = text.line_start(number - 1)
    return Element("line", {}, number, _LINE, start, "", end=start)


def _element(here: Sequence[Block], text: Text, at: tuple[int, int]) -> Element:
    """Return the element of the blocks that begin at one place."""
    start, passage = text.offset(*at), passage_at(here)
    end = text.line_end(max(passage.lines[1] - 1, at[0] - 1))
    element = Element(passage.name, {}, *at, start, "", end=max(end, start))
    return replace(element, carriers=carriers_of(here, passage, text))
