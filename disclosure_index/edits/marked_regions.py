"""What stands between two comments of ours is made by the program: it is found here, and put anew.

``<!-- disclosure-index:begin view=sections -->`` opens such a region, ``<!-- disclosure-index:end -->`` closes it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from disclosure_index.edits.edits import Place, PutBack
from disclosure_index.edits.elements import Scan, read, scan
from disclosure_index.edits.encoded_source import Encoded
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.paragraphs import FLOW, inside
from disclosure_index.edits.targets import as_place, place_of
from disclosure_index.messages import message
from disclosure_index.model import Location

if TYPE_CHECKING:
    from xml.parsers import expat

END = "<!-- disclosure-index:end -->"

_MARK = re.compile(r"\s*disclosure-index:(begin|end)((?:\s+\S+)*)\s*")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class Region(NamedTuple):
    """What stands between two markers; `place` is the last element that begins before it."""

    location: Location  # of the first marker
    options: tuple[str, ...]  # as written in it: key=value
    place: Place
    gap: bytes  # from the start of `place` to the end of the first marker
    content: bytes
    line_break: str  # with the indentation of the first marker
    encoded: Encoded

    def bytes_of(self, lines: Sequence[str]) -> bytes:
        """Write lines as they are to stand in the region, each indented as the first marker is."""
        return self.encoded.encode("".join(self.line_break + line for line in (*lines, "")))

    def filled(self, lines: Sequence[str]) -> PutBack:
        """Return the edit that puts lines in place of what is there."""
        return PutBack(self.place, self.gap, self.content, self.bytes_of(lines))


class _Mark(NamedTuple):
    start: int
    kind: str
    options: tuple[str, ...]
    location: Location


def begin(options: Mapping[str, str]) -> str:
    """Write the marker that opens a region."""
    return f"<!-- disclosure-index:begin{''.join(f' {key}={value}' for key, value in options.items())} -->"


def find_regions(source: bytes, path: str) -> list[Region]:
    """Find the regions of a source, in its order.

    Raises:
        EditError: it cannot be read, or a marker stands alone.

    """
    marks = _marks(source, path)
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    alone = [mark for pair in pairs if [m.kind for m in pair] != ["begin", "end"] for mark in pair]
    if alone or len(marks) % 2:
        wrong = (alone or marks[-1:])[0]
        hint = message("Write {begin} before the index and {end} after it", begin=begin({"view": "sections"}), end=END)
        why = message('this "{marker}" marker has no counterpart', marker=wrong.kind)
        raise EditError(message("cannot find the index"), wrong.location, why, hint)
    found = scan(source, path, offsets=[opening.start for opening, _ in pairs])
    return [_region(found, opening, closing.start) for opening, closing in pairs]


def add_region(source: bytes, location: Location, options: Mapping[str, str]) -> PutBack:
    """Return the edit that puts markers, with nothing between, at the end of the element that begins at a location.

    Raises:
        EditError: no element begins there, or no table may stand in it.

    """
    found = scan(source, location.path, {(location.line, location.column)})
    place, element, tag = place_of(found, location, location.path)
    if tag.empty or element.name.rpartition(":")[2] not in FLOW:
        why = message("{tag} cannot contain a table", tag=tag)
        raise EditError(message("cannot insert the index"), location, why, message("Choose a section"))
    at, before, after = inside(found.encoded, element, tag)
    new = f"{before}{begin(options)}{before}{END}{after}"
    return PutBack(place, source[element.start : at], b"", found.encoded.encode(new))


def _marks(source: bytes, path: str) -> list[_Mark]:
    found: list[_Mark] = []

    def listen(parser: "expat.XMLParserType") -> None:
        def comment(data: str) -> None:
            if mark := _MARK.fullmatch(data):
                at = Location(path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
                found.append(_Mark(parser.CurrentByteIndex, mark[1], tuple(mark[2].split()), at))

        parser.CommentHandler = comment

    read(source, path, listen)
    return found


def _region(found: Scan, opening: _Mark, end: int) -> Region:
    encoded, element = found.encoded, found.by_offset[opening.start]
    place, _, _ = as_place(encoded, element, opening.location.path)
    written = encoded.match(_COMMENT, opening.start)
    assert written is not None  # the parser saw it
    start = opening.start + len(encoded.encode(written[0]))
    line_break = encoded.line_break(opening.start) + encoded.indentation(opening.start)
    gap, content = encoded.source[element.start : start], encoded.source[start:end]
    return Region(opening.location, opening.options, place, gap, content, line_break, encoded)
