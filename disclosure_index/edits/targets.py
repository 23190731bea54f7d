"""The `Place` of an element, for edits, from its `Location` in a document."""

from collections.abc import Iterable

from disclosure_index.edits.edits import Place, RemoveElement
from disclosure_index.edits.elements import Element, Scan
from disclosure_index.edits.encoded_source import Encoded
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.formats import SourceFormat, source_format
from disclosure_index.messages import message
from disclosure_index.model import Location

READ_AGAIN = message("Reload the report, check the current text, and edit again")


def find_places(source: bytes, path: str, locations: Iterable[Location]) -> tuple[Place, ...]:
    """Return the place of the element that begins at each location, in their order, from one scan.

    Raises:
        EditError: no element begins there, or the source cannot be read.

    """
    listed = tuple(locations)
    form = source_format(path)
    found = form.scan(form.unpack(source, path), path, frozenset((at.line, at.column) for at in listed))
    return tuple(form.place(found, element_at(found, at), path) for at in listed)


def find_place(source: bytes, location: Location) -> Place:
    """Return the place of the element that begins at a location; see `find_places` for many.

    Raises:
        EditError: no element begins there, or the source cannot be read.

    """
    return find_places(source, location.path, [location])[0]


def find_element(source: bytes, location: Location) -> RemoveElement:
    """Return the edit that removes the element at a location with its present content.

    Raises:
        EditError: no element begins there, or the source cannot be read.

    """
    form, path = source_format(location.path), location.path
    found = form.scan(form.unpack(source, path), path, frozenset({(location.line, location.column)}))
    element = element_at(found, location)
    return RemoveElement(form.place(found, element, path), form.whole(found, element, path))


def element_at(found: Scan, at: Location) -> Element:
    """Return the element at a place that was scanned for.

    Raises:
        EditError: there is none.

    """
    element = found.by_place.get((at.line, at.column))
    if element is None:
        raise EditError(message("cannot edit"), at, message("no element starts here"), READ_AGAIN, clash=True)
    return element


def still_there(form: SourceFormat, found: Scan, place: Place) -> Element:
    """Return the element at a place, provided it is as it was seen.

    Raises:
        EditError: the source has changed there since.

    """
    element = element_at(found, place.location)
    now = form.place(found, element, place.path)
    if now != place:
        was = shown(found.encoded, place.start_tag)
        why = message(
            "the source has changed: expected {expected}, found {found}",
            expected=was,
            found=shown(found.encoded, now.start_tag),
        )
        raise EditError(message("cannot edit"), place.location, why, READ_AGAIN, clash=True)
    return element


def shown(encoded: Encoded, data: bytes) -> str:
    """Return bytes of a source as one line of text, shortened."""
    text = " ".join(encoded.decode(data).split())
    text = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
    return text if len(text) <= 100 else f"{text[:60]} … {text[-36:]}"
