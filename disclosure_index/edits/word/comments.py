"""Statements in the comments of a Word document: change, remove or add a comment."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from disclosure_index.edits.carriers import EMPTY, Carrier
from disclosure_index.edits.comment_statements import as_start_tag, rewritten
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.splices import Splice
from disclosure_index.edits.start_tags import StartTag, escaped
from disclosure_index.edits.word.elements import WordText
from disclosure_index.messages import message
from disclosure_index.model import Location
from disclosure_index.reading.marks.comment_tags import read_statements
from disclosure_index.reading.word.comments import comment_texts
from disclosure_index.reading.word.styles import child, local, value

if TYPE_CHECKING:
    from lxml import etree

AUTHOR = "Disclosure Index"
_INITIALS = "DI"


def carriers_at(text: WordText, ordinal: int, path: str) -> tuple[Carrier, ...]:
    """Return the carriers of the statements about the passage of a paragraph, with a new comment for new ones."""
    passage = text.passage_at(ordinal)
    found: list[Carrier] = []
    for key, statements in text.by_ordinal.get(ordinal, ()):
        tag = as_start_tag(statements.marks, statements.suppressed)
        if len(text.reached[key]) > 1:
            found.append(Carrier(tag, partial(_refuse, Location(path, ordinal, 1)), direct=False))
        else:
            found.append(Carrier(tag, partial(_restated, text, key), direct=text.reached[key][0] is passage))
    found += _controls(text, ordinal)
    if not any(carrier.direct for carrier in found):
        found.append(Carrier(EMPTY, partial(_added, text, passage)))
    return tuple(found)


def _refuse(at: Location, _: StartTag) -> list[Splice]:
    why = message("the comment is about several paragraphs")
    raise EditError(message("cannot edit"), at, why, message("Change the comment in Word"))


def _controls(text: WordText, ordinal: int) -> Iterator[Carrier]:
    """Yield the content controls around the passage of a paragraph as carriers, by their tag or title."""
    inner = text.paragraphs[ordinal - 1]
    controls = [e for e in inner.iterancestors() if local(e) == "sdt" and text.first(e) == ordinal]
    controls += [e for e in inner.iter() if local(e) == "sdt"]
    for control in controls:
        for name in ("tag", "alias"):
            held = child(control, "sdtPr", name)
            if held is not None and (marks := read_statements(value(held))):
                yield Carrier(as_start_tag(marks), partial(_controlled, text, held), direct=False, suppresses=False)
                break


def _controlled(text: WordText, held: "etree._Element", tag: StartTag) -> list[Splice]:
    """Return the splice of the tag or title of a content control."""
    extent = text.extent(held)
    new = rewritten(value(held), tag)
    if not new.strip():
        return [Splice(extent.start, extent.end, b"")]
    name = f"{text.prefix}{local(held)}"
    element = f'<{name} {text.prefix}val="{escaped(new, chr(34))}"/>'
    return [Splice(extent.start, extent.end, element.encode())]


def _restated(text: WordText, key: str, tag: StartTag) -> list[Splice]:
    """Return the splices of a comment with new statements; an empty comment is removed with its marks."""
    lines = comment_texts(text.comments.root)[key]
    new = rewritten("\n".join(lines), tag, hashed_only=True, between="\n").strip("\n")
    [comment] = [e for e in text.comments.root if local(e) == "comment" and value(e, "id") == key]
    extent = text.extent(comment)
    if not new.strip():
        return [Splice(extent.start, extent.end, b""), *_without_marks(text, key)]
    w = text.comments_prefix
    paragraphs = [e for e in comment if local(e) == "p"]
    texts = ["".join(t.text or "" for t in p.iter() if local(t) == "t") for p in paragraphs]
    wanted = new.split("\n")
    if texts != lines:  # the comment contains a table, or is otherwise not as usual
        return [Splice(extent.opened, extent.close, _paragraphs(w, wanted).encode())]
    splices: list[Splice] = []
    kept = wanted[: len(paragraphs)]
    for paragraph, was, now in zip(paragraphs, texts, kept, strict=False):
        if was != now:
            splices += _texted(text, paragraph, now)
    for paragraph in paragraphs[len(kept) :]:
        splices.append(Splice(text.extent(paragraph).start, text.extent(paragraph).end, b""))
    if more := wanted[len(paragraphs) :]:
        end = text.extent(paragraphs[-1]).end
        splices.append(Splice(end, end, _paragraphs(w, more).encode()))
    return splices


def _texted(text: WordText, paragraph: "etree._Element", said: str) -> Iterator[Splice]:
    """Yield the splices that put a new text into the first text of a comment's paragraph."""
    texts = [e for e in paragraph.iter() if local(e) == "t"]
    w = text.comments_prefix
    if not texts:
        extent = text.extent(paragraph)
        yield Splice(extent.start, extent.end, _paragraphs(w, [said]).encode())
    for number, held in enumerate(texts):
        extent = text.extent(held)
        yield Splice(extent.start, extent.end, _text(w, said if not number else "").encode())


def _without_marks(text: WordText, key: str) -> Iterator[Splice]:
    """Yield the splices that remove the marks of a comment; a run without other content is removed, too."""
    for element in text.body.iter():
        name = local(element)
        if name not in ("commentRangeStart", "commentRangeEnd", "commentReference") or value(element, "id") != key:
            continue
        held = element
        run = element.getparent()
        if name == "commentReference" and run is not None and local(run) == "r":
            others = [e for e in run if e is not element and local(e) != "rPr"]
            held = element if others else run
        extent = text.extent(held)
        yield Splice(extent.start, extent.end, b"")


def _added(text: WordText, passage: "etree._Element", tag: StartTag) -> list[Splice]:
    """Return the splices of a new comment about a paragraph or a table row."""
    inner = [e for e in passage.iter() if local(e) == "p"]
    first, last = text.extent(inner[0]), text.extent(inner[-1])
    properties = child(inner[0], "pPr")
    start = text.extent(properties).end if properties is not None else first.opened
    key = text.new_id()
    opening, closing = marks_of(text.prefix, key)
    comments = text.extent(text.comments.root)
    lines = rewritten("", tag, hashed_only=True, between="\n").split("\n")
    note = comment_of(text.comments_prefix, key, lines)
    marks = [Splice(start, start, opening.encode()), Splice(last.close, last.close, closing.encode())]
    if any(local(element) == "sdt" for element in inner[0].iterancestors()):
        # LibreOffice drops the text of a content control before the reference to a comment
        marks = [Splice(start, start, (opening + closing).encode())]
    return [*marks, Splice(comments.opened, comments.opened, note.encode())]


def marks_of(w: str, key: int) -> tuple[str, str]:
    """Return the marks before and after the text that a comment is about."""
    reference = f'<{w}r><{w}commentReference {w}id="{key}"/></{w}r>'
    return f'<{w}commentRangeStart {w}id="{key}"/>', f'<{w}commentRangeEnd {w}id="{key}"/>{reference}'


def comment_of(w: str, key: int, lines: list[str]) -> str:
    """Return a comment as XML, with a paragraph for each line."""
    head = f'<{w}comment {w}id="{key}" {w}author="{AUTHOR}" {w}initials="{_INITIALS}">'
    return f"{head}{_paragraphs(w, lines)}</{w}comment>"


def _paragraphs(w: str, lines: list[str]) -> str:
    return "".join(f"<{w}p><{w}r>{_text(w, line)}</{w}r></{w}p>" for line in lines)


def _text(w: str, said: str) -> str:
    return f'<{w}t xml:space="preserve">{escaped(said, "")}</{w}t>'
