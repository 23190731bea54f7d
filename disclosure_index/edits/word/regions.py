"""Generated regions in Word: content controls with the tag ``disclosure-index view=sections``."""

from disclosure_index.edits.elements import Element
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.formats import Mark
from disclosure_index.edits.start_tags import escaped
from disclosure_index.edits.word.elements import WordText
from disclosure_index.messages import message
from disclosure_index.model import Location
from disclosure_index.reading.word.reader import REGION_TAG
from disclosure_index.reading.word.styles import child, local, value

LONGEST = 64
"""The longest tag that Word accepts, in characters."""


def marks(text: WordText, path: str) -> list[Mark]:
    """Return the start and end of the content of these controls."""
    found = []
    for control in text.body.iter():
        said = value(child(control, "sdtPr", "tag")) if local(control) == "sdt" else ""
        content = child(control, "sdtContent")
        if content is None or not (match := REGION_TAG.match(said)):
            continue
        at, extent = Location(path, text.first(control), 1), text.extent(content)
        options = tuple(word for word in said[match.end() :].split() if word != "begin")
        found.append(Mark(text.extent(control).start, extent.opened, "begin", options, at))
        found.append(Mark(extent.close, extent.close, "end", (), at))
    return found


def new(text: WordText, element: Element, path: str, options: str) -> tuple[int, bytes]:
    """Return the offset of an empty control, and its bytes.

    Raises:
        EditError: a table is not allowed there, or Word cannot hold the options.

    """
    w, at = text.prefix, Location(path, element.line, 1)
    what = message("cannot insert the index")
    tag = f"disclosure-index {options}".strip()
    if len(tag) > LONGEST:
        why = message('"{tag}" is longer than {most} characters', tag=tag, most=LONGEST)
        raise EditError(what, at, why, message("Use fewer options"))
    paragraph = text.paragraphs[element.line - 1]
    if paragraph.getparent() is not text.body:
        why = message("a table cannot stand there")
        raise EditError(what, at, why, message("Choose a heading, or a paragraph outside tables and text boxes"))
    following = [e for e in text.body if e in text.ordinals and text.ordinals[e] > element.line]
    level = text.level(paragraph)
    ends = [e for e in following if 0 < text.level(e) <= level]
    section = [e for e in text.body if local(e) == "sectPr"]
    if not level:
        offset = element.end
    elif ends:
        offset = text.extent(ends[0]).start
    else:
        offset = text.extent(section[-1]).start if section else text.extent(text.body).close
    head = f'<{w}alias {w}val="Disclosure Index"/><{w}tag {w}val="{escaped(tag, chr(34))}"/>'
    control = f"<{w}sdt><{w}sdtPr>{head}</{w}sdtPr><{w}sdtContent></{w}sdtContent></{w}sdt>"
    return offset, control.encode()
