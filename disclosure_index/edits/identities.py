"""What makes an element itself, whatever line it stands on: its id, its path, its text and the texts beside it.

Whoever holds an element while a person thinks holds it by the source that the person saw. In a source that has changed
since, the element is looked for by its identity: exactly one fits, or nothing is edited.
"""

from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from disclosure_index.edits.elements import read
from disclosure_index.edits.errors import EditError
from disclosure_index.messages import message
from disclosure_index.model import Location
from disclosure_index.reading.xml.scan import MAX_DEPTH, too_deep

if TYPE_CHECKING:
    from xml.parsers import expat

NEIGHBOUR = 80
"""Characters before and after an element that distinguish it from others with the same text; a line of a report
has about as many."""

_WINDOW = 8 * NEIGHBOUR  # characters as written, which have indentation in them


class ElementIdentity(NamedTuple):
    """An element as a person knows it again."""

    name: str
    id: str
    path: tuple[str, ...]  # the elements around it, each with its id
    text: str  # the digest of all its text, white space folded
    opening: str  # the beginning of its text, where it has elements in it
    before: str  # the text in front of it
    after: str  # the text behind it


class _Found(NamedTuple):
    place: tuple[int, int]
    identity: ElementIdentity


class _Start(NamedTuple):
    place: tuple[int, int]
    name: str
    id: str
    path: tuple[str, ...]
    begin: int  # characters of text before it


def find_again(seen: bytes, now: bytes, path: str, locations: Iterable[Location]) -> dict[Location, Location]:
    """Return where the elements that began at these locations of a source begin in what the source is now.

    Args:
        seen: the bytes that the locations were read from.
        now: the bytes that are to be edited.
        path: of the source.
        locations: of start tags.

    Raises:
        EditError: (`clash`) an element is gone, was changed, or is like others; or a source cannot be read.

    """
    wanted = tuple(dict.fromkeys(locations))
    if seen == now:
        return {at: at for at in wanted}
    places = {(at.line, at.column) for at in wanted}
    then = _Outline(seen, path)
    asked = [found for found in then.starts if found.place in places]
    depths, ids = {len(found.path) for found in asked}, {found.id for found in asked} - {""}
    before, after = then.identities(depths, ids), _Outline(now, path).identities(depths, ids)
    by_place = {found.place: found.identity for found in before}
    return {at: _again(by_place.get((at.line, at.column)), before, after, at) for at in wanted}


def _again(wanted: ElementIdentity | None, then: Sequence[_Found], now: Sequence[_Found], at: Location) -> Location:
    if wanted is not None:
        fitting = _fitting(wanted, then, now)
        if len(fitting) == 1:
            return Location(at.path, *fitting[0].place)
    why = message("the source has changed, and it is not certain which element was meant")
    hint = message("Check the current text, and choose the place again")
    raise EditError(message("cannot edit"), at, why, hint, clash=True)


def _fitting(wanted: ElementIdentity, then: Sequence[_Found], now: Sequence[_Found]) -> list[_Found]:
    """Return the elements that may be the wanted one; where it was not the only one before, none."""
    if wanted.id:
        same = [found for found in now if found.identity.id == wanted.id]
        once = sum(found.identity.id == wanted.id for found in then) == 1
        return [found for found in same if _is_same_element(found.identity, wanted)] if once and len(same) == 1 else []
    before, after = _alike(wanted, then), _alike(wanted, now)
    if len(before) == len(after) == 1:
        return [f for f in after if f.identity.before == wanted.before or f.identity.after == wanted.after]
    # Others say the same: only what stands before and after it distinguishes it.
    between = (wanted.before, wanted.after)
    before, after = (
        [f for f in peers if (f.identity.before, f.identity.after) == between] for peers in (before, after)
    )
    return after if len(before) == 1 else []


def _is_same_element(one: ElementIdentity, wanted: ElementIdentity) -> bool:
    """Whether an element with the wanted id is the wanted one; in a section, other lines may have changed."""
    return one.name == wanted.name and (one.text == wanted.text or one.opening == wanted.opening != "")


def _alike(wanted: ElementIdentity, among: Sequence[_Found]) -> list[_Found]:
    """Return the elements of the name, path and text of one without an id; it may have one now."""
    return [
        found
        for found in among
        if found.identity.text == wanted.text
        and found.identity.name == wanted.name
        and found.identity.path == wanted.path
    ]


class _Outline:
    """Every element of a source with its place, and the text of all of it."""

    def __init__(self, source: bytes, path: str) -> None:
        self.starts: list[_Start] = []
        self._ends: dict[int, tuple[int, bool]] = {}
        self._pieces: list[str] = []
        self._length = 0
        read(source, path, self._listen)
        self._text = "".join(self._pieces)

    def _listen(self, parser: "expat.XMLParserType") -> None:
        open_: list[int] = []
        around: list[tuple[str, ...]] = [()]

        def start(name: str, attributes: dict[str, str]) -> None:
            if len(open_) >= MAX_DEPTH:
                raise too_deep()
            id = attributes.get("id", "")
            open_.append(len(self.starts))
            place = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
            self.starts.append(_Start(place, name, id, around[-1], self._length))
            around.append((*around[-1], f"{name}#{id}"))

        def end(_: str) -> None:
            around.pop()
            number = open_.pop()
            self._ends[number] = self._length, number < len(self.starts) - 1

        def text(data: str) -> None:
            self._pieces.append(data)
            self._length += len(data)

        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text

    def identities(self, depths: Collection[int], ids: Collection[str]) -> list[_Found]:
        """Return the elements at some depths, which cannot hold each other, and those with some ids."""
        return [
            _Found(start.place, self._identity(number, start))
            for number, start in enumerate(self.starts)
            if len(start.path) in depths or start.id in ids
        ]

    def _identity(self, number: int, start: _Start) -> ElementIdentity:
        end, is_parent = self._ends[number]
        begin = start.begin
        own = _folded(self._text[begin:end])
        return ElementIdentity(
            start.name,
            start.id,
            start.path,
            sha256(own.encode("utf-8", "replace")).hexdigest(),
            own[:NEIGHBOUR] if is_parent else "",
            _folded(self._text[max(0, begin - _WINDOW) : begin])[-NEIGHBOUR:],
            _folded(self._text[end : end + _WINDOW])[:NEIGHBOUR],
        )


def _folded(text: str) -> str:
    return " ".join(text.split())
