"""Find an element that a person chose in a source that has changed since.

A person chooses an element in the source as they saw it. In a changed source, the element is searched for by its
identity: exactly one element fits, or nothing is edited.
"""

from collections.abc import Iterable, Sequence

from disclosure_index.edits.errors import EditError
from disclosure_index.edits.formats import source_format
from disclosure_index.edits.outlines import ElementIdentity, FoundElement
from disclosure_index.messages import message
from disclosure_index.model import Location


def find_again(seen: bytes, now: bytes, path: str, locations: Iterable[Location]) -> dict[Location, Location]:
    """Return the new locations of elements that began at these locations of a source before it changed.

    Args:
        seen: the bytes in which the locations are.
        now: the bytes to be edited.
        path: of the source.
        locations: of start tags.

    Raises:
        EditError: (`clash`) an element is gone, was changed, or is like others; or a source cannot be read.

    """
    wanted = tuple(dict.fromkeys(locations))
    if seen == now:
        return {at: at for at in wanted}
    places = {(at.line, at.column) for at in wanted}
    form = source_format(path)
    then, later = (form.outline(form.unpack(source, path), path) for source in (seen, now))
    asked = [found for found in then.starts if found.place in places]
    depths, ids = {len(found.path) for found in asked}, {found.id for found in asked} - {""}
    before, after = then.identities(depths, ids), later.identities(depths, ids)
    by_place = {found.place: found.identity for found in before}
    return {at: _again(by_place.get((at.line, at.column)), before, after, at) for at in wanted}


def _again(
    wanted: ElementIdentity | None, then: Sequence[FoundElement], now: Sequence[FoundElement], at: Location
) -> Location:
    if wanted is not None:
        fitting = _fitting(wanted, then, now)
        if len(fitting) == 1:
            return Location(at.path, *fitting[0].place)
    why = message("the source has changed, and it is not certain which element was meant")
    hint = message("Check the current text, and choose the place again")
    raise EditError(message("cannot edit"), at, why, hint, clash=True)


def _fitting(wanted: ElementIdentity, then: Sequence[FoundElement], now: Sequence[FoundElement]) -> list[FoundElement]:
    """Return the elements that may be the wanted one; none where it was not unique before."""
    if wanted.id:
        same = [found for found in now if found.identity.id == wanted.id]
        once = sum(found.identity.id == wanted.id for found in then) == 1
        return [found for found in same if _is_same_element(found.identity, wanted)] if once and len(same) == 1 else []
    before, after = _alike(wanted, then), _alike(wanted, now)
    if len(before) == len(after) == 1:
        return [f for f in after if f.identity.before == wanted.before or f.identity.after == wanted.after]
    # Others have the same text: only the text before and after distinguishes it.
    between = (wanted.before, wanted.after)
    before, after = (
        [f for f in peers if (f.identity.before, f.identity.after) == between] for peers in (before, after)
    )
    return after if len(before) == 1 else []


def _is_same_element(one: ElementIdentity, wanted: ElementIdentity) -> bool:
    """Whether an element with the wanted id is the wanted one; in a section, other lines may have changed."""
    return one.name == wanted.name and (one.text == wanted.text or one.opening == wanted.opening != "")


def _alike(wanted: ElementIdentity, among: Sequence[FoundElement]) -> list[FoundElement]:
    """Return the elements with the name, path and text of an element without an id; they may have one now."""
    return [
        found
        for found in among
        if found.identity.text == wanted.text
        and found.identity.name == wanted.name
        and found.identity.path == wanted.path
    ]
