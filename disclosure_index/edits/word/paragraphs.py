"""Splices that insert a paragraph of Word with the looks of the one before it, or reword one."""

import re
from typing import TYPE_CHECKING

from disclosure_index.edits.comment_statements import rewritten
from disclosure_index.edits.edits import ExplainOmission, Reword
from disclosure_index.edits.elements import Element
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.paragraphs import check_explanation
from disclosure_index.edits.splices import Splice
from disclosure_index.edits.start_tag_edits import OMISSION, REASON
from disclosure_index.edits.start_tags import Attribute, StartTag, escaped
from disclosure_index.edits.validation import check_text
from disclosure_index.edits.word.comments import comment_of, marks_of
from disclosure_index.edits.word.elements import WordText
from disclosure_index.messages import message
from disclosure_index.reading.word.styles import child, local

if TYPE_CHECKING:
    from lxml import etree

_LOOKS = re.compile(r"<(?:[\w.-]+:)?(?:pStyle|spacing|ind|contextualSpacing|jc)\b[^<>]*/>")
"""The properties that a new paragraph takes from the one before it: not page breaks, numbers or sections."""

_REVISIONS = frozenset(("ins", "del", "moveFrom", "moveTo", "rPrChange", "vanish", "strike", "dstrike"))
_PLAIN = frozenset(
    ("pPr", "r", "commentRangeStart", "commentRangeEnd", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart",
     "permEnd")
)  # fmt: skip
_IN_RUNS = frozenset(("rPr", "t", "br", "cr", "lastRenderedPageBreak", "commentReference"))


def insert(text: WordText, element: Element, edit: ExplainOmission) -> list[Splice]:
    """Return the splices of a new paragraph after another, and of its comment.

    Raises:
        EditError: the text cannot be written, or a paragraph cannot be inserted there.

    """
    check_explanation(edit)
    paragraph = text.paragraphs[element.line - 1]
    if edit.where != "after" or element.name != "p" or text.row_of(paragraph) is not None:
        why = message("a paragraph can stand only after a paragraph or a heading")
        hint = message("Choose a paragraph or a heading")
        raise EditError(message("cannot explain the omission"), edit.place.location, why, hint)
    attributes = {OMISSION: " ".join(edit.references)} | ({REASON: edit.reason} if edit.reason else {})
    tag = StartTag("p", tuple(Attribute(" ", n, "=", '"', escaped(v, '"')) for n, v in attributes.items()), ">")
    key, w = text.new_id(), text.prefix
    opening, closing = marks_of(w, key)
    properties, look = _looks(text, paragraph)
    new = f"<{w}p>{properties}{opening}<{w}r>{look}{_lines(w, edit.explanation)}</{w}r>{closing}</{w}p>"
    lines = rewritten("", tag, hashed_only=True, between="\n").split("\n")
    comments = text.extent(text.comments.root)
    return [
        Splice(element.end, element.end, new.encode()),
        Splice(comments.opened, comments.opened, comment_of(text.comments_prefix, key, lines).encode()),
    ]


def reword(text: WordText, element: Element, edit: Reword) -> list[Splice]:
    """Return the splices of a new text of a paragraph, in the first of its runs.

    Raises:
        EditError: the paragraph contains more than text, which would be lost.

    """
    check_text(edit.text, edit.place)
    paragraph = text.paragraphs[element.line - 1]
    runs = [run for run in paragraph if local(run) == "r"]
    texts = [part for run in runs for part in run if local(part) == "t"]
    odd = [e for e in paragraph if local(e) not in _PLAIN] + [e for r in runs for e in r if local(e) not in _IN_RUNS]
    if odd or not texts:
        why = message("<{element}> contains more than text", element=element.name)
        raise EditError(message("cannot edit the text"), edit.place.location, why, message("Edit it in the file"))
    splices = []
    for number, held in enumerate(texts):
        extent = text.extent(held)
        splices.append(Splice(extent.start, extent.end, b"" if number else _lines(text.prefix, edit.text).encode()))
    return splices + [Splice(*_span(text, part), b"") for run in runs for part in run if local(part) in ("br", "cr")]


def _span(text: WordText, element: "etree._Element") -> tuple[int, int]:
    extent = text.extent(element)
    return extent.start, extent.end


def _looks(text: WordText, paragraph: "etree._Element") -> tuple[str, str]:
    """Return the properties of a paragraph and of its first run for a new one beside it; none of a heading's."""
    if text.level(paragraph):
        return "", ""
    own, run = child(paragraph, "pPr"), child(paragraph, "r", "rPr")
    properties = look = ""
    if own is not None:
        ends = [text.extent(e).start for e in own if local(e) in ("sectPr", "rPr")]
        held = text.source[text.extent(own).opened : min(ends, default=text.extent(own).close)].decode()
        kept = "".join(_LOOKS.findall(held))
        properties = f"<{text.prefix}pPr>{kept}</{text.prefix}pPr>" if kept else ""
    if run is not None and not any(local(e) in _REVISIONS for e in run.iter()):
        look = text.source[text.extent(run).start : text.extent(run).end].decode()
    return properties, look


def _lines(w: str, said: str) -> str:
    """Return a text as runs; a line break becomes a break, other white space is folded."""
    lines = (" ".join(line.split()) for line in said.splitlines())
    return f"<{w}br/>".join(f'<{w}t xml:space="preserve">{escaped(line, "")}</{w}t>' for line in lines if line)
