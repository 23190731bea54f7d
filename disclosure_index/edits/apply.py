"""Edits made in a source: new bytes, and the edits that lead back to the old ones."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from disclosure_index.edits import paragraphs
from disclosure_index.edits.edits import ExplainOmission, Place, PutBack, RemoveElement, Reword, SourceEdit
from disclosure_index.edits.elements import Element, Scan, scan
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.splices import Splice, groups, join, of_tag, overlap, starts
from disclosure_index.edits.start_tag_edits import change
from disclosure_index.edits.start_tags import StartTag
from disclosure_index.edits.targets import READ_AGAIN, as_place, still_there
from disclosure_index.messages import message

_EDIT = message("cannot edit")
_APART = message("Apply them one at a time, and read the source again after each")

AROUND = 60
"""Bytes before and after an edit that an undo looks for in a file that has changed since, or more where these stand at
several places: behind a start tag they are the first twenty Chinese characters of its text."""


def apply(source: bytes, edits: Sequence[SourceEdit]) -> tuple[bytes, tuple[SourceEdit, ...]]:
    """Make edits in one source, all or none.

    Args:
        source: the bytes of the file.
        edits: all of their places are in this source, as it is; those of one start tag are made in their order.

    Returns:
        The new bytes, and the edits that give the old ones when they are made in the new ones. An edit that says
        what is said already changes nothing, and needs none.

    Raises:
        EditError: an edit cannot be made, or (`clash`) what it was made for is no longer there.

    """
    if not edits:
        return source, ()
    path = edits[0].place.path
    for edit in edits:
        if edit.place.path != path:
            why = message("another edit is for {path}", path=path)
            raise EditError(_EDIT, edit.place.location, why, message("Apply the edits of each file separately"))
    edits = [_found_again(source, edit) if isinstance(edit, PutBack) else edit for edit in edits]
    found = scan(source, path, frozenset((edit.place.line, edit.place.column) for edit in edits))
    splices = sorted(_plan(found, edits), key=lambda splice: (splice.start, splice.end))
    if overlap(splices):
        why = message("two edits overlap")
        raise EditError(_EDIT, edits[0].place.location, why, _APART)
    result = join(source, splices)
    if result == source:
        return source, ()
    return result, _way_back(source, result, splices, edits[0].place)


def _plan(found: Scan, edits: Sequence[SourceEdit]) -> list[Splice]:
    """Return the splice of each edit; the edits of one start tag are one."""
    splices: list[Splice] = []
    tags: dict[int, tuple[Place, StartTag]] = {}
    for edit in edits:
        element, tag = still_there(found, edit.place)
        match edit:
            case ExplainOmission():
                splices.append(paragraphs.insert(found.encoded, element, tag, edit))
            case Reword():
                splices.append(paragraphs.reword(found.encoded, element, tag, edit))
            case RemoveElement():
                splices.append(paragraphs.remove(found.encoded, element, tag, edit))
            case PutBack():
                splices.append(_put_back(found.encoded.source, element, edit))
            case _:
                _, now = tags.get(element.start, (edit.place, tag))
                tags[element.start] = edit.place, change(now, edit)
    for start, (place, tag) in tags.items():
        new = found.encoded.encode(str(tag))
        if new != place.start_tag:
            splices.append(of_tag(start, place.start_tag, tag, new))
    return splices


def _put_back(source: bytes, element: Element, edit: PutBack) -> Splice:
    start = element.start + len(edit.gap)
    if not source.startswith(edit.gap + edit.now, element.start):
        why = message("the content after <{element}> has changed", element=element.name)
        raise EditError(message("cannot undo"), edit.place.location, why, READ_AGAIN, clash=True)
    return Splice(start, start + len(edit.now), edit.then)


def _way_back(source: bytes, result: bytes, splices: Sequence[Splice], place: Place) -> tuple[SourceEdit, ...]:
    """Read the outcome: it has what was to be written. Give the edits that lead back."""
    begins = starts(splices)
    expected = {at + splice.lead: splice for at, splice in zip(begins, splices, strict=True) if splice.name}
    try:
        found = scan(result, place.path, offsets=(*begins, *expected))
    except EditError as error:
        why = message("the result cannot be read: {why}", why=error.why)
        raise EditError(_EDIT, place.location, why, error.hint) from None
    for offset, splice in expected.items():
        read = found.by_offset[offset]
        if read.start != offset or (read.name, read.attributes) != (splice.name, splice.attributes):
            why = message("<{element}> would be read back differently", element=splice.name)
            raise EditError(_EDIT, place.location, why, message("Edit the file by hand, and report the case"))
    back: list[SourceEdit] = []
    digest = sha256(result).digest()
    for group in groups(splices):
        first, last = splices[group[0]], splices[group[-1]]
        begin, end = begins[group[0]], begins[group[-1]] + len(last.new)
        element = found.by_offset[begin]
        anchor, _, _ = as_place(found.encoded, element, place.path)
        gap = result[element.start : begin]
        then, around = source[first.start : last.end], _around(result, begin, end)
        back.append(PutBack(anchor, gap, result[begin:end], then, digest, around))
    return tuple(back)


def _around(source: bytes, begin: int, end: int) -> tuple[bytes, bytes]:
    """Return what stands before and after some bytes, as much as it takes for there to be no other such place."""
    size = AROUND
    while True:
        start = max(0, begin - size)
        window = source[start : end + size]
        if size >= len(source) or source.find(window) == start == source.rfind(window):
            return source[start:begin], source[end : end + size]
        size *= 2


def _found_again(source: bytes, edit: PutBack) -> PutBack:
    """Return what leads back, for a source that may have changed elsewhere since.

    Raises:
        EditError: (`clash`) it changed around the place too.

    """
    if not edit.digest or sha256(source).digest() == edit.digest:
        return edit
    before, after = edit.around
    whole = before + edit.now + after
    at = source.find(whole)
    if at < 0 or source.find(whole, at + 1) >= 0:
        why = message("the source has changed around the last edit")
        raise EditError(message("cannot undo"), edit.place.location, why, READ_AGAIN, clash=True)
    offset = at + len(before)
    found = scan(source, edit.place.path, offsets=(offset,))
    element = found.by_offset[offset]
    place, _, _ = as_place(found.encoded, element, edit.place.path)
    return replace(edit, place=place, gap=source[element.start : offset])
