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
"""The target of a hyperlink whose address is in another part of the file: outside the document."""


def links_of(body: "etree._Element") -> dict["etree._Element", str]:
    """Return the target of each element that begins a link: ``#bookmark``, or an address.

    A link to a missing bookmark is ignored.
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
