"""Edits of start tags as replacements of text, for programs that apply such changes themselves."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from disclosure_index.edits.edits import TagEdit
from disclosure_index.edits.encoded_source import Encoded
from disclosure_index.edits.formats import SourceFormat, source_format
from disclosure_index.edits.splices import Splice
from disclosure_index.edits.targets import still_there
from disclosure_index.reading.registry import is_word

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""The byte order mark, as the first character of a text."""


class Replacement(NamedTuple):
    """The bytes of a file from `start` to `end` (excluded) become `new`; `text` is what these say.

    `first` and `last` are the same places by line and column, both from 1; columns count characters.
    """

    start: int
    end: int
    first: tuple[int, int]
    last: tuple[int, int]
    text: str
    new: bytes


def replacements(source: bytes, path: str, edits: Iterable[Sequence[TagEdit]]) -> Iterator[tuple[Replacement, ...]]:
    """Yield the replacements of each series of edits, applied to the source alone, without the other series.

    Args:
        source: the bytes of the file.
        path: how findings name it.
        edits: each series is of one element.

    Yields:
        The replacements of a series, none where it changes nothing. A package has no text of its own, and none.

    Raises:
        EditError: an edit cannot be made.

    """
    listed = tuple(edits)
    if is_word(path):
        yield from (() for _ in listed)
        return
    form = source_format(path)
    working = form.unpack(source, path)
    places = frozenset((edit.place.line, edit.place.column) for series in listed for edit in series)
    found = form.scan(working, path, places)
    in_file = _in_file(form, source, working, path)
    for series in listed:
        splices = form.retag(found, still_there(form, found, series[0].place), series)
        yield tuple(_replacement(found.encoded, _trimmed(found.encoded, splice), in_file) for splice in splices)


def _in_file(form: SourceFormat, source: bytes, working: bytes, path: str) -> Callable[[bytes], bytes]:
    """Return what gives the bytes of the file for working bytes from the start on."""
    if source.endswith(working):
        mark = source[: len(source) - len(working)]
        return lambda part: mark + part
    return lambda part: form.pack(source, part, path, ())


def _trimmed(encoded: Encoded, splice: Splice) -> Splice:
    """Return a splice without the unchanged text at both ends."""
    old, new = encoded.text(splice.start, splice.end), encoded.decode(splice.new)
    before = _same(old, new)
    after = _same(old[len(before) :][::-1], new[len(before) :][::-1])[::-1]
    start, end = (len(encoded.encode(part)) for part in (before, after))
    return Splice(splice.start + start, splice.end - end, splice.new[start : len(splice.new) - end])


def _same(one: str, other: str) -> str:
    """Return the common beginning of two texts."""
    return "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _replacement(encoded: Encoded, splice: Splice, in_file: Callable[[bytes], bytes]) -> Replacement:
    source = encoded.source
    start, end = (len(in_file(source[:offset])) for offset in (splice.start, splice.end))
    first, last = (_place(encoded.text(0, offset)) for offset in (splice.start, splice.end))
    return Replacement(start, end, first, last, encoded.decode(splice.new), in_file(splice.new)[len(in_file(b"")) :])


def _place(before: str) -> tuple[int, int]:
    """Return the line and column behind a text."""
    lines = before.removeprefix(_MARK).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1
