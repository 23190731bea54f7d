"""Elements with their offsets in the file, from one pass of expat; the reader uses expat too, so that places agree."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from disclosure_index.edits.carriers import Carrier
from disclosure_index.edits.encoded_source import Encoded, as_read
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.start_tags import END_TAG, START_TAG, StartTag, read_start_tag
from disclosure_index.messages import message
from disclosure_index.model import Location
from disclosure_index.reading.ixbrl.facts import is_inline_xbrl
from disclosure_index.reading.unreadable import RefusedError
from disclosure_index.reading.xml.scan import MAX_DEPTH, NotWellFormedError, scan_xml, too_deep

if TYPE_CHECKING:
    from xml.parsers import expat

READ = message("cannot read the file as XHTML")
CANNOT_EDIT = message("cannot edit")
FILED = message("it is a filed inline XBRL report, in which attributes of ours are not valid")
IMPORT = message('Run "disclosure-index import" on it, and edit the tagged copy that it writes')
ONLY = message('Correct the XHTML, or convert the report with "disclosure-index import"')


@dataclass(slots=True)
class Element:
    """A requested element. Offsets count bytes from the start of the file."""

    name: str
    attributes: Mapping[str, str]
    line: int
    column: int
    start: int
    parent: str  # the name of the element around it; "" for the outermost
    end: int = 0  # in a source without end tags: the offset after the element
    carriers: tuple[Carrier, ...] = ()  # in a source without end tags: the carriers of its statements
    close: int = 0  # the offset of the end tag; for an empty element, of its end
    last_child: int = -1  # the offset of the last child


@dataclass(slots=True)
class Scan:
    """The result of one pass through a source."""

    encoded: Encoded
    by_place: dict[tuple[int, int], Element] = field(default_factory=dict)
    by_offset: dict[int, Element] = field(default_factory=dict)  # the last element that begins at or before each offset
    declared: str = ""  # the encoding that the source declares
    last: Element | None = None  # the last element met while offsets are searched for


def scan(source: bytes, path: str, places: Collection[tuple[int, int]] = (), offsets: Iterable[int] = ()) -> Scan:
    """Scan a source for the elements at these lines and columns, and for the last elements up to these offsets.

    Raises:
        EditError: the reader of XHTML would refuse the source, or its encoding cannot be written back.

    """
    if is_inline_xbrl(source):
        raise EditError(CANNOT_EDIT, Location(path, 1, 1), FILED, IMPORT)
    found, points = Scan(Encoded(source, "")), sorted(set(offsets), reverse=True)
    read(source, path, lambda parser: _listen(parser, found, places, points))
    if found.last:
        found.by_offset.update(dict.fromkeys(points, found.last))
    found.encoded = as_read(source, found.declared)
    return found


def read(source: bytes, path: str, listen: Callable[["expat.XMLParserType"], None]) -> None:
    """Read a source as its reader does; `listen` sets the handlers.

    Raises:
        EditError: the reader of XHTML would refuse the source.

    """
    try:
        scan_xml(source, listen)
    except RefusedError as error:
        hint = ONLY if isinstance(error, NotWellFormedError) else error.hint
        raise EditError(READ, Location(path, error.line, error.column), error.message, hint) from None


def _listen(parser: "expat.XMLParserType", found: Scan, places: Collection[tuple[int, int]], points: list[int]) -> None:
    """Set the handlers; `points` are the requested offsets, in descending order."""
    names: list[str] = [""]
    children: list[int] = [-1]
    open_: list[tuple[int, Element]] = []  # the open elements that were requested, with their depth
    lines = {line for line, _ in places}

    def start(name: str, attributes: dict[str, str]) -> None:
        index, line = parser.CurrentByteIndex, parser.CurrentLineNumber
        if len(names) > MAX_DEPTH:
            raise too_deep()
        if points:
            while points and points[-1] < index and found.last:
                found.by_offset[points.pop()] = found.last
            found.last = Element(name, attributes, line, parser.CurrentColumnNumber + 1, index, names[-1])
            rest()
        if line in lines and (line, column := parser.CurrentColumnNumber + 1) in places:
            element = found.by_place[line, column] = Element(name, attributes, line, column, index, names[-1])
            open_.append((len(names), element))
        children[-1] = index
        names.append(name)
        children.append(-1)

    def end(_: str) -> None:
        names.pop()
        child = children.pop()
        if open_ and open_[-1][0] == len(names):
            element = open_.pop()[1]
            element.close, element.last_child = parser.CurrentByteIndex, child
            rest()

    def rest() -> None:
        """Remove the handlers: everything is found, and the rest must only be well-formed."""
        if not points and not open_ and len(found.by_place) == len(places):
            parser.StartElementHandler = parser.EndElementHandler = None

    def declaration(_: str, encoding: str | None, __: int) -> None:
        found.declared = encoding or ""

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.XmlDeclHandler = declaration


def start_tag(encoded: Encoded, element: Element, path: str) -> StartTag:
    """Return the parsed start tag of an element, as written.

    Raises:
        EditError: the encoding of the file is not the one it appears to be, so what would be written may be wrong.

    """
    match = encoded.match(START_TAG, element.start)
    if match:
        tag = read_start_tag(match)
        same = encoded.source.startswith(encoded.encode(match[0]), element.start)
        if same and tag.name == element.name and {a.name: a.value for a in tag.attributes} == element.attributes:
            return tag
    why = message("the bytes of <{element}> are not valid {codec}", element=element.name, codec=encoded.codec)
    at = Location(path, element.line, element.column)
    raise EditError(message("cannot edit"), at, why, message("Save the file as UTF-8"))


def end_of(encoded: Encoded, element: Element, tag: StartTag) -> int:
    """Return the offset after the end tag."""
    if tag.empty:
        return element.close
    end_tag = encoded.match(END_TAG, element.close)
    assert end_tag is not None  # the parser saw it
    return element.close + len(encoded.encode(end_tag[0]))
