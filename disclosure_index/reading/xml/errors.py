"""Explanations of errors in files that are not XML, where expat's own message does not say what to do."""

import re
from html.entities import html5
from xml.parsers import expat

from disclosure_index.messages import message
from disclosure_index.model import Message
from disclosure_index.reading.decoding import decode
from disclosure_index.reading.unreadable import RefusedError

NO_NAMES = message("Write the character itself: XHTML has no named entities")

_USUAL_NAMES = {"gb18030": "GBK (GB18030)", "big5hkscs": "Big5 (HKSCS)", "cp1252": "Windows-1252"}
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w-]+)")
_LONGEST_TAG = 2**16  # bytes after the position of an error in which its entity is searched
_ENTITY = re.compile(r"&([A-Za-z][\w.-]{0,40});")
_XML_ENTITIES = frozenset(("amp", "lt", "gt", "quot", "apos"))


def undefined_entity(
    error: expat.ExpatError, parser: expat.XMLParserType, data: bytes
) -> tuple[Message, Message] | None:
    """Return the problem and the help for an undefined entity; None for another error."""
    if expat.ErrorString(error.code) != expat.errors.XML_ERROR_UNDEFINED_ENTITY:
        return None
    near = data[parser.ErrorByteIndex : parser.ErrorByteIndex + _LONGEST_TAG].replace(b"\0", b"").decode("latin-1")
    name = next((found[1] for found in _ENTITY.finditer(near) if found[1] not in _XML_ENTITIES), "")
    if not name:
        return None
    meant = "".join(f"&#{ord(character)};" for character in html5.get(f"{name};", ""))
    instead = message("Write {what} or the character itself: XHTML has no named entities", what=meant)
    return message("undefined entity &{name};", name=name), instead if meant else NO_NAMES


def not_utf8(data: bytes) -> tuple[Message, Message] | None:
    """Return the problem and the help for a file that is not in UTF-8 and declares no encoding; None for other files.

    expat decodes a file without a declaration as UTF-8, and reports other encodings as a bad token.
    """
    declared = _DECLARED.search(data[:200].replace(b"\0", b""))
    if declared and declared[1].lower() not in (b"utf-8", b"utf8"):
        return None
    try:
        decoded = decode(data, "en")
    except RefusedError:
        return None
    if not decoded.guessed:
        return None
    name = _USUAL_NAMES.get(decoded.encoding, decoded.encoding)
    return message("it is not in UTF-8; its encoding is probably {encoding}", encoding=name), message(
        "Save the file as UTF-8"
    )
