"""Elements with their offsets in the file: one pass of expat, as the reader's, so that both mean the same place."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from disclosure_index.edits.encoded_source import Encoded, as_read
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.start_tags import END_TAG, START_TAG, StartTag, read_start_tag
from disclosure_index.messages import message
from disclosure_index.model import Location
from disclosure_index.reading.expat_pass import EncodingError, check_encoding, check_memory, one_pass, said
from disclosure_index.reading.html_elements import MAX_DEPTH
from disclosure_index.reading.xhtml import MAX_BYTES

READ = message("cannot read the file as XHTML")
ONLY = message('Correct the XHTML, or convert the report with "disclosure-index import"')


@dataclass(slots=True)
class Element:
    """An element that was looked for. Offsets count bytes from the start of the file."""

    name: str
    attributes: Mapping[str, str]
    line: int
    column: int
    start: int
    parent: str  # the name of the element around it; "" for the outermost
    close: int = 0  # where the end tag begins; of an empty element, where it ends
    last_child: int = -1  # where the last element directly in it begins


@dataclass(slots=True)
class Scan:
    """A source that was read once."""

    encoded: Encoded
    by_place: dict[tuple[int, int], Element] = field(default_factory=dict)
    by_offset: dict[int, Element] = field(default_factory=dict)  # the last that begins there or before


def scan(source: bytes, path: str, places: Collection[tuple[int, int]] = (), offsets: Iterable[int] = ()) -> Scan:
    """Read a source for the elements that begin at these lines and columns, and for the last ones up to these offsets.

    Raises:
        EditError: it is not what the reader of XHTML reads, or its encoding cannot be written back.

    """
    with one_pass() as parser:
        return _scan(parser, source, path, places, offsets)


def _scan(
    parser: expat.XMLParserType, source: bytes, path: str, places: Collection[tuple[int, int]], offsets: Iterable[int]
) -> Scan:
    found = Scan(Encoded(source, ""))
    declared: list[str | None] = [None]
    names: list[str] = [""]
    children: list[int] = [-1]
    open_: list[tuple[int, Element]] = []  # those looked for, with their depth
    points = sorted(set(offsets), reverse=True)
    lines = {line for line, _ in places}
    last: tuple[str, dict[str, str], int, int, int, str] | None = None

    def refuse(why: str, hint: str) -> EditError:
        return EditError(READ, Location(path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1), why, hint)

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal last
        index, line = parser.CurrentByteIndex, parser.CurrentLineNumber
        if len(names) > MAX_DEPTH:
            why = message("elements are nested more than {most} deep", most=MAX_DEPTH)
            raise refuse(why, message("Reduce the nesting to about a dozen levels"))
        if points:
            while points and points[-1] < index and last:
                found.by_offset[points.pop()] = Element(*last)
            last = name, attributes, line, parser.CurrentColumnNumber + 1, index, names[-1]
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
        """Let the parser go on alone: all is found, and only that the rest is well-formed matters."""
        if not points and not open_ and len(found.by_place) == len(places):
            parser.StartElementHandler = parser.EndElementHandler = None

    def doctype(_: str, system: str | None, public: str | None, subset: int) -> None:
        if subset or ((system or public) and not (system or "").startswith("about:")):
            raise refuse(message("it has a DTD"), message("Write only <!DOCTYPE html>"))

    def declaration(_: str, encoding: str | None, __: int) -> None:
        declared[0] = encoding

    if len(source) > MAX_BYTES:
        why = message("it is larger than {most} MiB", most=MAX_BYTES // 2**20)
        raise refuse(why, message("Split the report into documents"))
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = doctype
    parser.XmlDeclHandler = declaration
    try:
        check_encoding(source)
        parser.Parse(source, True)
    except expat.ExpatError as error:
        check_memory(error)
        raise EditError(READ, Location(path, error.lineno, error.offset + 1), said(error), ONLY) from None
    except EncodingError as error:
        raise EditError(READ, Location(path, 1, 1), error.message, message("Save the file as UTF-8")) from None
    if last:
        found.by_offset.update(dict.fromkeys(points, Element(*last)))
    found.encoded = as_read(source, declared[0])
    return found


def start_tag(encoded: Encoded, element: Element, path: str) -> StartTag:
    """Take the start tag of an element apart, as written.

    Raises:
        EditError: the file's encoding is not what it seems; what would be written is not sure to be right.

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
