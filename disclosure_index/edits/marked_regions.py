"""Generated regions between two markers of ours: find, fill and insert them.

In XHTML and Markdown the comment ``<!-- disclosure-index:begin view=sections -->`` opens such a region, and
``<!-- disclosure-index:end -->`` closes it; in Word it is a content control with the tag ``disclosure-index
view=sections``.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from disclosure_index.edits.edits import Place, PutBack
from disclosure_index.edits.elements import Scan
from disclosure_index.edits.encoded_source import Encoded
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.formats import Mark, SourceFormat, source_format
from disclosure_index.edits.region_markers import END, as_options, begin
from disclosure_index.edits.targets import element_at
from disclosure_index.messages import message
from disclosure_index.model import Location

__all__ = ["END", "Region", "add_region", "begin", "find_regions"]


class Region(NamedTuple):
    """The content between two markers; `place` is the last element that begins before it."""

    location: Location  # of the first marker
    options: tuple[str, ...]  # as written in the marker: key=value
    place: Place
    gap: bytes  # from the start of `place` to the end of the first marker
    content: bytes
    line_break: str  # with the indentation of the first marker
    encoded: Encoded

    def bytes_of(self, lines: Sequence[str]) -> bytes:
        """Return lines as the bytes of the region, each indented as the first marker is."""
        return self.encoded.encode("".join(self.line_break + line for line in (*lines, "")))

    def filled(self, lines: Sequence[str]) -> PutBack:
        """Return the edit that replaces the content by lines."""
        return PutBack(self.place, self.gap, self.content, self.bytes_of(lines))


def find_regions(source: bytes, path: str) -> list[Region]:
    """Return the regions of a source, in its order.

    Raises:
        EditError: the source cannot be read, or a marker has no counterpart.

    """
    form = source_format(path)
    source = form.unpack(source, path)
    marks = form.marks(source, path)
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    alone = [mark for pair in pairs if [m.kind for m in pair] != ["begin", "end"] for mark in pair]
    if alone or len(marks) % 2:
        wrong = (alone or marks[-1:])[0]
        hint = message("Write {begin} before the index and {end} after it", begin=begin({"view": "sections"}), end=END)
        why = message('this "{marker}" marker has no counterpart', marker=wrong.kind)
        raise EditError(message("cannot find the index"), wrong.location, why, hint)
    found = form.scan(source, path, offsets=[opening.start for opening, _ in pairs])
    return [_region(form, found, opening, closing.start) for opening, closing in pairs]


def add_region(source: bytes, location: Location, options: Mapping[str, str]) -> PutBack:
    """Return the edit that inserts markers around nothing, at the end of the element that begins at a location.

    Raises:
        EditError: no element begins there, or it cannot contain a table.

    """
    form, path = source_format(location.path), location.path
    source = form.unpack(source, path)
    found = form.scan(source, path, {(location.line, location.column)})
    element = element_at(found, location)
    place = form.place(found, element, path)
    at, new = form.new_region(found, element, path, as_options(options))
    return PutBack(place, source[element.start : at], b"", new)


def _region(form: SourceFormat, found: Scan, opening: Mark, end: int) -> Region:
    encoded, element = found.encoded, found.by_offset[opening.start]
    place = form.place(found, element, opening.location.path)
    line_break = encoded.line_break(opening.start) + encoded.indentation(opening.start) if form.IN_LINES else ""
    gap, content = encoded.source[element.start : opening.end], encoded.source[opening.end : end]
    return Region(opening.location, opening.options, place, gap, content, line_break, encoded)
