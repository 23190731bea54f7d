"""Links of a Word file: hyperlinks, and fields that refer to bookmarks (REF, PAGEREF, HYPERLINK)."""

import re
from typing import TYPE_CHECKING

from disclosure_index.reading.word.styles import local, value

if TYPE_CHECKING:
    from lxml import etree

_FIELD = re.compile(
    r'\s*(?:(?:PAGE|NOTE)?REF\s+"?(?P<bookmark>[^\s"\\]+)|HYPERLINK\s+\\l\s+"(?P<local>[^"]+)"|HYPERLINK\s+"(?P<url>[^"]+)")',
    re.IGNORECASE,
)
_OUT = "https:"
"""Where a hyperlink leads whose address stands in another part of the file: out of the document."""


def links_of(body: "etree._Element") -> dict["etree._Element", str]:
    """Return where each element of a document leads that begins a link: ``#bookmark``, or an address.

    A link to a bookmark that the body does not have is none.
    """
    bookmarks = {f"#{value(element, 'name')}" for element in body.iter() if local(element) == "bookmarkStart"}
    found: dict[etree._Element, str] = {}
    fields: list[list[str]] = []  # the instructions of the open fields
    for element in body.iter():
        match local(element):
            case "hyperlink":
                anchor = value(element, "anchor")
                found[element] = f"#{anchor}" if anchor else _OUT
            case "fldSimple":
                found[element] = _target(value(element, "instr"))
            case "instrText" if fields:
                fields[-1].append(element.text or "")
            case "fldChar" if value(element, "fldCharType") == "begin":
                fields.append([])
            case "fldChar" if value(element, "fldCharType") == "separate" and fields:
                found[element] = _target("".join(fields[-1]))
            case "fldChar" if value(element, "fldCharType") == "end" and fields:
                fields.pop()
    return {element: target for element, target in found.items() if target in bookmarks or target.startswith("http")}


def _target(instruction: str) -> str:
    match = _FIELD.match(instruction)
    if match is None:
        return ""
    return match["url"] or f"#{match['bookmark'] or match['local']}"
