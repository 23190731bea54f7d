"""Apply edits to a source: return the new bytes, and the edits that restore the old ones."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from disclosure_index.edits.edits import ExplainOmission, Place, PutBack, RemoveElement, Reword, SourceEdit, TagEdit
from disclosure_index.edits.elements import Element, Scan
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.formats import SourceFormat, source_format
from disclosure_index.edits.read_again import check_read, is_known
from disclosure_index.edits.splices import Splice, groups, join, overlap, starts
from disclosure_index.edits.targets import READ_AGAIN, still_there
from disclosure_index.messages import message

_EDIT = message("cannot edit")
_APART = message("Apply them one at a time, and read the source again after each")

AROUND = 60
"""Bytes before and after an edit by which an undo finds its place in a file that has changed since; more where that
occurs at several places. After a start tag they are the first twenty Chinese characters of its text."""


def apply(source: bytes, edits: Sequence[SourceEdit]) -> tuple[bytes, tuple[SourceEdit, ...]]:
    """Apply edits to one source, all or none.

    Args:
        source: the bytes of the file.
        edits: their places are all in this source as it is; those of one start tag are applied in their order.

    Returns:
        The new bytes, and the edits that restore the old bytes when applied to the new ones. An edit that states
        what is stated already changes nothing and needs no inverse.

    Raises:
        EditError: an edit cannot be made, or (`clash`) its target is no longer there.

    """
    if not edits:
        return source, ()
    path = edits[0].place.path
    for edit in edits:
        if edit.place.path != path:
            why = message("another edit is for {path}", path=path)
            raise EditError(_EDIT, edit.place.location, why, message("Apply the edits of each file separately"))
    form = source_format(path)
    data = form.unpack(source, path)
    edits = [_found_again(form, data, edit) if isinstance(edit, PutBack) else edit for edit in edits]
    found = form.scan(data, path, frozenset((edit.place.line, edit.place.column) for edit in edits))
    splices = sorted(_plan(form, found, edits), key=lambda splice: (splice.start, splice.end))
    if overlap(splices):
        why = message("two edits overlap")
        raise EditError(_EDIT, edits[0].place.location, why, _APART)
    result = join(data, splices)
    if result == data:
        return source, ()
    back = _way_back(form, data, result, splices, edits[0].place)
    kept = [entry for edit in edits if isinstance(edit, PutBack) for entry in edit.kept]
    stored = form.kept(source, result)
    packed = form.pack(source, result, path, kept)
    if is_known(edits) and (old := form.reading(source, data, path)) is not None:
        new = form.reading(packed, result, path)
        assert new is not None  # None depends on the format alone, and the old source had a reading
        check_read(old, new, edits)
    return packed, tuple(replace(edit, kept=stored) for edit in back)


def _plan(form: SourceFormat, found: Scan, edits: Sequence[SourceEdit]) -> list[Splice]:
    """Return the splices of each edit; the edits of the statements of one element are made together."""
    splices: list[Splice] = []
    stated: dict[int, tuple[Element, list[TagEdit]]] = {}
    for edit in edits:
        element = still_there(form, found, edit.place)
        match edit:
            case ExplainOmission():
                splices += form.insert(found, element, edit)
            case Reword():
                splices += form.reword(found, element, edit)
            case RemoveElement():
                splices += form.remove(found, element, edit)
            case PutBack():
                splices.append(_put_back(found.encoded.source, element, edit))
            case _:
                stated.setdefault(element.start, (element, []))[1].append(edit)
    for element, own in stated.values():
        splices += form.retag(found, element, own)
    return splices


def _put_back(source: bytes, element: Element, edit: PutBack) -> Splice:
    start = element.start + len(edit.gap)
    if not source.startswith(edit.gap + edit.now, element.start):
        why = message("the content after <{element}> has changed", element=element.name)
        raise EditError(message("cannot undo"), edit.place.location, why, READ_AGAIN, clash=True)
    return Splice(start, start + len(edit.now), edit.then)


def _way_back(
    form: SourceFormat, source: bytes, result: bytes, splices: Sequence[Splice], place: Place
) -> tuple[PutBack, ...]:
    """Return the edits that undo the splices, after checking that the result reads as intended."""
    begins = starts(splices)
    expected = {at + splice.lead: splice for at, splice in zip(begins, splices, strict=True) if splice.name}
    try:
        found = form.scan(result, place.path, offsets=(*begins, *expected))
    except EditError as error:
        why = message("the result cannot be read: {why}", why=error.why)
        raise EditError(_EDIT, place.location, why, error.hint) from None
    for offset, splice in expected.items():
        read = found.by_offset[offset]
        if read.start != offset or (read.name, read.attributes) != (splice.name, splice.attributes):
            why = message("<{element}> would be read back differently", element=splice.name)
            raise EditError(_EDIT, place.location, why, message("Edit the file by hand, and report the case"))
    back: list[PutBack] = []
    digest = sha256(result).digest()
    for group in groups(splices):
        first, last = splices[group[0]], splices[group[-1]]
        begin, end = begins[group[0]], begins[group[-1]] + len(last.new)
        element = found.by_offset[begin]
        anchor = form.place(found, element, place.path)
        gap = result[element.start : begin]
        then, around = source[first.start : last.end], _around(result, begin, end)
        back.append(PutBack(anchor, gap, result[begin:end], then, digest, around))
    return tuple(back)


def _around(source: bytes, begin: int, end: int) -> tuple[bytes, bytes]:
    """Return the bytes before and after a range, as many as make the place unique in the source."""
    size = AROUND
    while True:
        start = max(0, begin - size)
        window = source[start : end + size]
        if size >= len(source) or source.find(window) == start == source.rfind(window):
            return source[start:begin], source[end : end + size]
        size *= 2


def _found_again(form: SourceFormat, source: bytes, edit: PutBack) -> PutBack:
    """Return an undo edit with its place in a source that may have changed elsewhere since.

    Raises:
        EditError: (`clash`) the source has changed around the place.

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
    found = form.scan(source, edit.place.path, offsets=(offset,))
    element = found.by_offset[offset]
    place = form.place(found, element, edit.place.path)
    return replace(edit, place=place, gap=source[element.start : offset])
