"""HTML that is not well-formed, parsed as browsers do with lxml's HTML parser, without DTD and entities.

lxml gives lines but no columns: a location's column is 0, and lines drift by one or two past line 65,535. Where exact
positions matter, save the report as XHTML.
"""

import re
from collections.abc import Iterator

from lxml import etree

from disclosure_index.messages import foreign, message
from disclosure_index.model import Document
from disclosure_index.reading.decoding import decode
from disclosure_index.reading.marks.element_marks import TABLE_ROLES
from disclosure_index.reading.markup import Markup
from disclosure_index.reading.unreadable import RefusedError, limit_bytes, unreadable

MAX_BYTES = 64 * 2**20

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)


def read_html(data: bytes, path: str, language: str) -> Document:
    """Read a loose HTML document; `read_xhtml` describes arguments and errors.

    The tags are those of XHTML; comments such as ``<!-- disclosure: gri:305-1 -->`` tag the next block, and merged
    cells are repeated in each position they cover.
    """
    try:
        limit_bytes(data, MAX_BYTES)
        return _read(data, path, language)
    except RefusedError as error:
        return unreadable(path, language, error)


def _read(data: bytes, path: str, language: str) -> Document:
    charset = _CHARSET.search(data[:2048])
    decoded = decode(data, language, charset[1].decode("ascii", "replace") if charset else "")
    markup = Markup(path, language)
    for finding in decoded.finding(path):
        markup.builder.report(finding)
    layout: set[etree._Element] = set()
    for event, element in _events(decoded.text):
        if event == "start" and element.tag == "table":
            layout |= _parts_of_layout(element)
        line = int(getattr(element, "sourceline", None) or 0)
        if event == "comment":
            markup.comment(element.text or "", line, 0)
        elif event == "start":
            attributes = {str(name): str(value) for name, value in element.attrib.items()}
            markup.start(_name(element, layout), attributes, line, 0)
            markup.text(element.text or "")
        elif event == "end":
            markup.end(_name(element, layout))
        if event != "start":
            markup.text(element.tail or "")
    return markup.finish()


def _name(element: "etree._Element", layout: "set[etree._Element]") -> str:
    if element in layout:
        return "div"
    return TABLE_ROLES.get(element.get("role", ""), str(element.tag).rpartition(":")[2])


def _parts_of_layout(table: "etree._Element") -> "set[etree._Element]":
    """Return a layout table with its rows and cells: a table that only arranges other tables.

    A layout table has fewer rows with several cells than the tables in its cells. A small table in the cell
    of a larger one is read as text of that cell.
    """
    if table.find(".//table") is None:
        return set()
    inner = {row for nested in table.iterfind(".//table") for row in nested.iterfind(".//tr")}
    rows = [row for row in table.iterfind(".//tr") if row not in inner]
    if sum(map(_is_row, inner)) <= max(1, sum(map(_is_row, rows))):
        return set()
    return {table, *table.iterchildren("tbody", "thead", "tfoot"), *rows, *(cell for row in rows for cell in row)}


def _is_row(row: "etree._Element") -> bool:
    """Whether a row has several cells with text of their own."""
    return sum(cell.tag in ("td", "th") and cell.find(".//table") is None for cell in row) > 1


_NO_HTML = message("it is not HTML")
_CHECK = message("Check the file: it is empty or not HTML")


def _events(text: str) -> Iterator[tuple[str, "etree._Element"]]:
    """Parse a document and walk its tree in reading order; comments may stand outside the root."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise RefusedError(foreign(error.msg or _NO_HTML, _NO_HTML), _CHECK, *error.position) from None
    if root is None:
        raise RefusedError(message("no element found"), _CHECK)
    for entry in parser.error_log:
        if entry.type_name == "ERR_RESOURCE_LIMIT":
            raise RefusedError(
                foreign(entry.message.partition(",")[0], message("elements are nested too deep")),
                message("Reduce the nesting to about a dozen levels"),
                entry.line,
            )
    for sibling in reversed(list(root.itersiblings(preceding=True))):
        if sibling.tag is etree.Comment:
            yield "comment", sibling
    yield from etree.iterwalk(root, events=("start", "end", "comment"))
