"""From a `Location`, as a document gives it, to the `Place` that an edit names."""

from collections.abc import Iterable

from disclosure_index.edits.edits import Place, RemoveElement
from disclosure_index.edits.elements import Element, Scan, end_of, scan, start_tag
from disclosure_index.edits.encoded_source import Encoded
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.start_tags import StartTag
from disclosure_index.messages import message
from disclosure_index.model import Location

READ_AGAIN = message("Reload the report, check the current text, and edit again")


def find_places(source: bytes, path: str, locations: Iterable[Location]) -> tuple[Place, ...]:
    """Return the place of the element that begins at each location, in their order; one reading for all.

    Raises:
        EditError: no element begins there, or the source cannot be read.

    """
    listed = tuple(locations)
    found = scan(source, path, frozenset((at.line, at.column) for at in listed))
    return tuple(place_of(found, at, path)[0] for at in listed)


def find_place(source: bytes, location: Location) -> Place:
    """Return the place of the element that begins at a location; see `find_places` for many.

    Raises:
        EditError: no element begins there, or the source cannot be read.

    """
    return find_places(source, location.path, [location])[0]


def find_element(source: bytes, location: Location) -> RemoveElement:
    """Return the edit that removes the element that begins at a location, with all that it holds now.

    Raises:
        EditError: no element begins there, or the source cannot be read.

    """
    found = scan(source, location.path, frozenset({(location.line, location.column)}))
    place, element, tag = place_of(found, location, location.path)
    return RemoveElement(place, source[element.start : end_of(found.encoded, element, tag)])


def place_of(found: Scan, at: Location, path: str) -> tuple[Place, Element, StartTag]:
    """Return the place of an element that a scan looked for, and the element.

    Raises:
        EditError: there is none.

    """
    element = found.by_place.get((at.line, at.column))
    if element is None:
        raise EditError(message("cannot edit"), at, message("no element starts here"), READ_AGAIN, clash=True)
    return as_place(found.encoded, element, path)


def as_place(encoded: Encoded, element: Element, path: str) -> tuple[Place, Element, StartTag]:
    """Return the place of an element."""
    tag = start_tag(encoded, element, path)
    place = Place(path, element.line, element.column, element.name, encoded.encode(str(tag)))
    return place, element, tag


def still_there(found: Scan, place: Place) -> tuple[Element, StartTag]:
    """Return the element at a place.

    Raises:
        EditError: the source has changed there since it was seen.

    """
    now, element, tag = place_of(found, place.location, place.path)
    if now != place:
        was = shown(found.encoded, place.start_tag)
        why = message(
            "the source has changed: expected {expected}, found {found}",
            expected=was,
            found=shown(found.encoded, now.start_tag),
        )
        raise EditError(message("cannot edit"), place.location, why, READ_AGAIN, clash=True)
    return element, tag


def shown(encoded: Encoded, data: bytes) -> str:
    """Show some of a source on a line."""
    text = " ".join(encoded.decode(data).split())
    text = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
    return text if len(text) <= 100 else f"{text[:60]} … {text[-36:]}"
