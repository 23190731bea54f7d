"""Splices that insert, reword or remove a paragraph of XHTML, on a line of its own and indented as its neighbours."""

import re
from html import escape

from disclosure_index.edits.edits import ExplainOmission, RemoveElement, Reword
from disclosure_index.edits.elements import Element, end_of
from disclosure_index.edits.encoded_source import Encoded
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.splices import Splice
from disclosure_index.edits.start_tag_edits import OMISSION, REASON
from disclosure_index.edits.start_tags import StartTag, escaped
from disclosure_index.edits.targets import READ_AGAIN
from disclosure_index.edits.validation import check_references, check_text
from disclosure_index.messages import message

FLOW = frozenset(
    ("body", "main", "article", "section", "div", "header", "footer", "nav", "aside", "blockquote", "figure", "form",
     "fieldset", "details", "li", "dd", "td", "th")
)  # fmt: skip
"""The elements that can contain a paragraph."""

_REMOVE = message("cannot remove the element")
_MARKUP = re.compile(r"<(?!br\s*/?>|/br\s*>)")
_PAGE_BREAK = re.compile(
    r"""<([\w:.-]+)\s(?:[^<>]*\s)?role\s*=\s*["'](?:[^"'<>]*\s)?doc-pagebreak[\s"'][^<>]*(?:/>|>\s*</\1\s*>)"""
)
_REST = re.compile(r"(?:[ \t]|<!--(?:(?!-->).)*-->)*")


def insert(encoded: Encoded, element: Element, tag: StartTag, edit: ExplainOmission) -> Splice:
    """Return the splice of a new paragraph.

    Raises:
        EditError: the text cannot be written, or a paragraph cannot be inserted there.

    """
    within = edit.where == "inside"
    around = element.name if within else element.parent
    _check(edit, around, within and tag.empty)
    prefix = around.rpartition(":")[0]
    name = f"{prefix}:p" if prefix else "p"
    attributes = {OMISSION: " ".join(edit.references)} | ({REASON: edit.reason} if edit.reason else {})
    markup = "".join(f' {key}="{escaped(value, chr(34))}"' for key, value in attributes.items())
    paragraph = f"<{name}{markup}>{_text(edit.explanation, prefix)}</{name}>"
    at, before, after = (inside if within else _after)(encoded, element, tag)
    lead = encoded.encode(before)
    return Splice(at, at, lead + encoded.encode(paragraph + after), name, attributes, len(lead))


def reword(encoded: Encoded, element: Element, tag: StartTag, edit: Reword) -> Splice:
    """Return the splice of a new text of an element.

    Raises:
        EditError: the element has changed, or contains more than text, which would be lost.

    """
    what, at = message("cannot edit the text"), edit.place.location
    check_text(edit.text, edit.place)
    start, end = element.start + len(encoded.encode(str(tag))), element.close
    if encoded.source[element.start : end_of(encoded, element, tag)] != edit.whole:
        why = message("the content of <{element}> has changed since it was read", element=element.name)
        raise EditError(what, at, why, READ_AGAIN, clash=True)
    if tag.empty or _MARKUP.search(encoded.text(start, end)):
        holds_more = message("<{element}> contains more than text", element=element.name)
        why = message("<{element}/> has no content", element=element.name) if tag.empty else holds_more
        raise EditError(what, at, why, message("Edit it in the file"))
    return Splice(start, end, encoded.encode(_text(edit.text, element.name.rpartition(":")[0])))


def remove(encoded: Encoded, element: Element, tag: StartTag, edit: RemoveElement) -> Splice:
    """Return the splice that removes an element.

    Raises:
        EditError: the element has changed, or is the outermost.

    """
    start, end = element.start, end_of(encoded, element, tag)
    if encoded.source[start:end] != edit.whole:
        why = message("the content of <{element}> has changed since it was read", element=element.name)
        raise EditError(_REMOVE, edit.place.location, why, READ_AGAIN, clash=True)
    if not element.parent:
        why = message("it is the whole document")
        raise EditError(_REMOVE, edit.place.location, why, message("Remove only part of it"))
    line, line_end = encoded.line_start(start), encoded.line_end(end)
    if not encoded.text(line, start).strip(" \t") and not encoded.text(end, line_end).strip(" \t"):
        start, end = line, encoded.next_line(end)
    return Splice(start, end, b"")


def _after(encoded: Encoded, element: Element, tag: StartTag) -> tuple[int, str, str]:
    """Return the offset for a paragraph after an element, and the text before and after the paragraph.

    A comment beside the element stays beside it.
    """
    end = end_of(encoded, element, tag)
    line_end = encoded.line_end(end)
    start = encoded.line_break(element.start) + encoded.indentation(element.start)
    if _REST.fullmatch(encoded.text(end, line_end)):
        return line_end, start, ""
    return end, start, start


def inside(encoded: Encoded, element: Element, tag: StartTag) -> tuple[int, str, str]:
    """Return the offset for a paragraph at the end of an element, and the text before and after the paragraph.

    Page breaks after the last words stay after the paragraph.
    """
    opened = element.start + len(encoded.encode(str(tag)))
    at = _before_page_breaks(encoded, opened, encoded.content_end(opened, element.close))
    line_break, outer = encoded.line_break(element.start), encoded.indentation(element.start)
    line = encoded.line_start(element.start)
    if element.last_child >= 0 and encoded.line_start(element.last_child) != line:
        inner = encoded.indentation(element.last_child)
    else:
        inner = outer + ("\t" if outer.startswith("\t") else "  ")
    own_line = encoded.line_end(at) < element.close  # the end tag is on a line of its own
    return at, line_break + inner, "" if own_line else line_break + outer


def _before_page_breaks(encoded: Encoded, start: int, end: int) -> int:
    """Return the offset after the last content between two offsets that is not a page break; `end` if there is none."""
    text = encoded.text(start, end)
    while text.endswith(">"):
        tag = text.rfind("<")
        if text.startswith("</", tag):
            tag = text.rfind("<", 0, max(tag, 0))
        if tag < 0 or not _PAGE_BREAK.fullmatch(text, tag):
            break
        text = text[:tag].rstrip(" \t\r\n")
    return start + len(encoded.encode(text)) if text else end


def check_explanation(edit: ExplainOmission) -> None:
    """Refuse an explanation without references or text, or with text that cannot be written.

    Raises:
        EditError: it is such an explanation.

    """
    what, at = message("cannot explain the omission"), edit.place.location
    check_references(edit.references, edit.place)
    check_text(edit.explanation + edit.reason, edit.place)
    if not edit.references:
        raise EditError(what, at, message("no disclosure is named"), message("Name at least one disclosure"))
    if not edit.explanation.strip():
        hint = message("Say why the disclosure is not reported")
        raise EditError(what, at, message("the explanation is empty"), hint)


def _check(edit: ExplainOmission, around: str, empty: bool) -> None:
    what, at = message("cannot explain the omission"), edit.place.location
    check_explanation(edit)
    if empty:
        why = message("<{element}/> has no content", element=edit.place.element)
        raise EditError(what, at, why, message("Put the paragraph after it"))
    if around.rpartition(":")[2] not in FLOW:
        outside = message("a paragraph is not allowed outside the document")
        why = message("a paragraph is not allowed in <{element}>", element=around) if around else outside
        hint = message("Choose a section, or a paragraph or table in one")
        raise EditError(what, at, why, hint)


def _text(text: str, prefix: str) -> str:
    """Return an explanation as markup: a line break becomes a `br`, other white space is folded, as readers do."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return (" " if prefix else "<br/>").join(escape(line, quote=False) for line in lines if line)
