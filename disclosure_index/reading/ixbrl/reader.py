"""Reader of inline XBRL reports; the tags of the document are the taxonomy elements of the file.

The file's own elements are rewritten as XHTML elements with the same number of characters where there is room, so that
positions in the rewritten text are positions in the file. Elements are mapped to disclosures elsewhere.
"""

from dataclasses import replace

from disclosure_index.messages import message, plural
from disclosure_index.model import Document, Finding, Tag
from disclosure_index.reading.ixbrl.facts import FACTS, NAMESPACE, InlineXbrl, Mark, read_facts
from disclosure_index.reading.unreadable import RefusedError, unreadable
from disclosure_index.reading.xhtml import read_xhtml

_DROPPED = frozenset({"header", "hidden", "resources", "references"})
"""Elements whose text is not displayed: contexts, units, facts outside the text."""
_SHOWN = 3
_TAGGED = FACTS | {"continuation"}


def read_ixbrl(data: bytes, path: str, language: str) -> tuple[Document, InlineXbrl]:
    """Read a filed report.

    Args:
        data: the file's bytes.
        path: the name of the file in findings.
        language: of its text if the file does not declare one.

    The text of a tag is the name of its element, such as ``gri:LegalName``; its reference is that name as a reference.

    """
    try:
        stated = read_facts(data, path)
    except RefusedError as error:
        return unreadable(path, language, error), InlineXbrl()
    document = read_xhtml(as_xhtml(data, stated), path, language)
    hidden = [fact for fact in stated.facts if fact.is_hidden]
    findings = (*document.findings, *([_hidden_facts(hidden)] if hidden else ()))
    return replace(document, tags=tuple(map(_as_stated, document.tags)), findings=findings), stated


def _as_stated(tag: Tag) -> Tag:
    return tag._replace(reference=None)


def _hidden_facts(facts: list[Mark]) -> Finding:
    shown = ", ".join(f"{fact.element} ({fact.text[:40]})" for fact in facts[:_SHOWN])
    problem = plural(
        "{number} fact stands in the hidden section, where no reader sees it: {facts}",
        "{number} facts stand in the hidden section, where no reader sees them: {facts}",
        len(facts),
        facts=shown,
    )
    return Finding("DI613", problem, facts[0].location, message("Tag the text of the report that says the same"))


def as_xhtml(data: bytes, stated: InlineXbrl) -> bytes:
    """Return a filed report as plain XHTML, whose ``data-disclosure`` attributes hold the names of elements."""
    named = _continued(stated)
    edits: list[tuple[int, int, bytes]] = []  # from, to (excluded), replacement
    dropped = -1
    for mark in stated.marks:
        if mark.start < dropped:
            continue
        opened = _tag_end(data, mark.start)
        empty = data[opened - 2 : opened] == b"/>"
        closed = opened if empty else _tag_end(data, mark.end)
        if mark.kind in _DROPPED:
            dropped = closed
            edits.append((mark.start, closed, _blank(data[mark.start : closed])))
            continue
        name = "div" if mark.is_block else "span"
        element = named.get(mark.attributes.get("id", ""), mark.element) if mark.kind in _TAGGED else ""
        start = f"<{name}" + (f' data-disclosure="{element}"' if element else "")
        edits.append((mark.start, opened, _padded(start, "/>" if empty else ">", data[mark.start : opened])))
        if not empty:
            edits.append((mark.end, closed, _padded(f"</{name}", ">", data[mark.end : closed])))
    parts: list[bytes] = []
    at = 0
    for first, last, instead in sorted(edits):
        parts += data[at:first], instead
        at = last
    return NAMESPACE.sub(lambda match: b" " * len(match[0]), b"".join((*parts, data[at:])))


def _continued(stated: InlineXbrl) -> dict[str, str]:
    """Return the element of each continuation, by the continuation's id."""
    following = {mark.attributes.get("id", ""): mark for mark in stated.marks if mark.kind == "continuation"}
    found: dict[str, str] = {}
    for fact in stated.facts:
        at = fact.attributes.get("continuedAt", "")
        while at in following and at not in found:
            found[at] = fact.element
            at = following[at].attributes.get("continuedAt", "")
    return found


def _padded(start: str, end: str, instead_of: bytes) -> bytes:
    """Return a tag padded to the length of the replaced one, with its line breaks, if there is room."""
    lines = instead_of.count(b"\n")
    room = len(instead_of) - len(start.encode()) - len(end) - lines
    return start.encode() + b" " * max(room, 0) + b"\n" * lines + end.encode()


def _blank(data: bytes) -> bytes:
    return b"".join(b"\n" if byte == 10 else b" " for byte in data)


def _tag_end(data: bytes, start: int) -> int:
    """Return the end of the tag that begins at `start`; a ``>`` inside quotes does not end it."""
    quote = 0
    for at in range(start, len(data)):
        byte = data[at]
        if quote:
            quote = 0 if byte == quote else quote
        elif byte in b"\"'":
            quote = byte
        elif byte == ord(">"):
            return at + 1
    return len(data)
