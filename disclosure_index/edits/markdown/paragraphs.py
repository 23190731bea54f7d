"""Splices that insert, reword or remove a paragraph of Markdown."""

from disclosure_index.edits.edits import ExplainOmission, RemoveElement, Reword
from disclosure_index.edits.elements import Element
from disclosure_index.edits.encoded_source import Encoded
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.markdown.blocks import Block
from disclosure_index.edits.markdown.braces import QuoteError, write_braces
from disclosure_index.edits.markdown.text import Text
from disclosure_index.edits.markdown.writing import as_markdown
from disclosure_index.edits.paragraphs import check_explanation
from disclosure_index.edits.splices import Splice
from disclosure_index.edits.start_tag_edits import OMISSION, REASON
from disclosure_index.edits.start_tags import Attribute, StartTag, escaped
from disclosure_index.edits.targets import READ_AGAIN
from disclosure_index.edits.validation import check_text
from disclosure_index.messages import message

_AFTER = frozenset(("p", "pre", "h1", "h2", "h3", "h4", "h5", "h6"))


def insert(encoded: Encoded, element: Element, edit: ExplainOmission) -> Splice:
    """Return the splice of a new paragraph after another, in the list item or quotation that holds it.

    Raises:
        EditError: the text cannot be written, or a paragraph cannot be inserted there.

    """
    what, at = message("cannot explain the omission"), edit.place.location
    check_explanation(edit)
    if edit.where != "after" or element.name not in _AFTER:
        why = message("a paragraph can stand only after a paragraph or a heading")
        raise EditError(what, at, why, message("Choose a paragraph or a heading"))
    said = {OMISSION: " ".join(edit.references)} | ({REASON: edit.reason} if edit.reason else {})
    attributes = tuple(Attribute(" ", name, "=", '"', escaped(value, '"')) for name, value in said.items())
    try:
        braces = write_braces("{}", StartTag("p", attributes, ">"))
    except QuoteError as error:
        why = message('"{text}" contains line breaks, or every kind of quotation marks', text=str(error))
        raise EditError(what, at, why, message("Write it without quotation marks")) from None
    prefix = prefix_of(encoded.text(encoded.line_start(element.start), element.start))
    line_break = encoded.line_break(element.start)
    lines = f"\\{line_break}{prefix}".join(as_markdown(edit.explanation))
    blank = f"{line_break}{prefix.rstrip()}"
    next_line = encoded.next_line(element.end)
    following = encoded.text(next_line, encoded.line_end(next_line))
    tail = blank if following.strip(" \t>") else ""
    return Splice(element.end, element.end, f"{blank}{line_break}{prefix}{lines} {braces}{tail}".encode())


def reword(block: Block, text: Text, element: Element, edit: Reword) -> Splice:
    """Return the splice of the new text of a paragraph; its attributes stay.

    Raises:
        EditError: the paragraph has changed, or contains more than text, which would be lost.

    """
    what, at = message("cannot edit the text"), edit.place.location
    check_text(edit.text, edit.place)
    if text.source[element.start : element.end] != edit.whole:
        why = message("the content of <{element}> has changed since it was read", element=element.name)
        raise EditError(what, at, why, READ_AGAIN, clash=True)
    lines = list(as_markdown(edit.text))
    if block.text is None or block.kind != "block" or not block.plain or not lines:
        why = message("<{element}> contains more than text", element=element.name)
        raise EditError(what, at, why, message("Edit it in the file"))
    start, end = (text.offset(*place) for place in block.text)
    ends = [text.offset(*opening) for opening, _ in block.braces]
    end = min((offset for offset in ends if start <= offset), default=end)
    kept = text.between(start, end)
    end -= len(kept) - len(kept.rstrip())
    encoded = Encoded(text.source, "utf-8")
    prefix = prefix_of(text.between(encoded.line_start(start), start))
    return Splice(start, end, f"\\{encoded.line_break(start)}{prefix}".join(lines).encode())


def remove(encoded: Encoded, element: Element, edit: RemoveElement) -> Splice:
    """Return the splice that removes an element, with the blank lines after it.

    Raises:
        EditError: the element has changed.

    """
    if encoded.source[element.start : element.end] != edit.whole:
        why = message("the content of <{element}> has changed since it was read", element=element.name)
        raise EditError(message("cannot remove the element"), edit.place.location, why, READ_AGAIN, clash=True)
    end = encoded.next_line(element.end)
    while end < len(encoded.source) and not encoded.text(end, encoded.line_end(end)).strip():
        end = encoded.next_line(end)
    return Splice(element.start, end, b"")


def prefix_of(before: str) -> str:
    """Return the prefix of the further lines of a block: blanks for a list marker, and the sign of a quotation."""
    return "".join(sign if sign in "> \t" else " " for sign in before)
