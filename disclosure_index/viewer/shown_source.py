"""The XHTML from which a document is shown: its own, or for Word and Markdown that of an import. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from disclosure_index.importing.writer import write_xhtml
from disclosure_index.model import Document, Location, Omission, Tag
from disclosure_index.reading.registry import source_type
from disclosure_index.reading.xhtml import read_xhtml
from disclosure_index.viewer.body import ElementMark, Place


class ShownSource(NamedTuple):
    """XHTML, and its marks by the place of their element in it."""

    data: bytes
    marks: Mapping[Place, ElementMark]


def shown_source(document: Document, data: bytes, marks: Mapping[Place, ElementMark]) -> ShownSource:
    """Return the XHTML from which a document is shown.

    Args:
        document: as it was read.
        data: the bytes of its file.
        marks: by the place of their element in that file.
    """
    if not source_type(document.path):
        return ShownSource(data, marks)
    written = write_xhtml(document).encode()
    places = _places(document, read_xhtml(written, document.path, document.language))
    moved: dict[Place, ElementMark] = {}
    for place, mark in marks.items():
        if there := places.get(place):
            moved[there] = _both(moved[there], mark) if there in moved else mark
    return ShownSource(written, moved)


def _both(first: ElementMark, second: ElementMark) -> ElementMark:
    """Return the joined mark of an element with two, which has one id: that of the second goes into the margin."""
    classes = " ".join(dict.fromkeys((*first.classes.split(), *second.classes.split())))
    here = f'<span id="{second.id}"></span>'
    return ElementMark(first.id, classes, (here, *first.chips, *second.chips), (*first.figures, *second.figures))


def _places(old: Document, new: Document) -> dict[Place, Place]:
    """Return the new place of each element of a document that was written and read again, with its parts in order."""
    pairs = chain(
        ((a.location, b.location) for a, b in zip(old.passages, new.passages, strict=False)),
        ((a.location, b.location) for a, b in zip(old.sections, new.sections, strict=False)),
        ((location, new.anchors[id]) for id, location in old.anchors.items() if id in new.anchors),
        _statements(old, new),
    )
    return {(before.line, before.column): (after.line, after.column) for before, after in pairs}


def _statements(old: Document, new: Document) -> Iterator[tuple[Location, Location]]:
    """Yield pairs of elements with the same tag or omission; one that is not found is at its first passage."""
    made: Iterable[Tag | Omission] = chain(new.tags, new.omissions)
    found = {_key(one): one.span.location for one in made}
    stated: Iterable[Tag | Omission] = chain(old.tags, old.omissions)
    for one in stated:
        there = found.get(_key(one))
        if there is None and one.span.first < len(new.passages):
            there = new.passages[one.span.first].location
        if there is not None:
            yield one.span.location, there


def _key(statement: Tag | Omission) -> tuple[str, int, int]:
    return statement.text, statement.span.first, statement.span.last
