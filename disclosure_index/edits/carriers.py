"""Carriers of the statements about an element: a start tag, attributes in braces, a comment.

An element of Markdown or Word may have several. Each is read as the equivalent start tag in XHTML, edited as such,
and written in its own syntax.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from disclosure_index.edits import reference_lists
from disclosure_index.edits.edits import AddTag, MarkReviewed, RemoveTag, ReplaceTag, SetOmission, Suppress, TagEdit
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.splices import Splice
from disclosure_index.edits.start_tag_edits import OMISSION, REVIEWED, SUPPRESS, TAG, change
from disclosure_index.edits.start_tags import StartTag
from disclosure_index.messages import message

EMPTY = StartTag("p", (), ">")
"""A start tag without statements."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """A carrier of statements, or a place where new ones can be written."""

    tag: StartTag
    write: Callable[[StartTag], list[Splice]]  # returns the splices that make it state what a start tag states
    direct: bool = True  # it is about the passage alone, so new statements about the passage may be written in it
    suppresses: bool = True  # the reader looks for suppressions in it


def restated(carriers: Sequence[Carrier], edits: Sequence[TagEdit]) -> list[Splice]:
    """Return the splices of some edits; a new statement goes to the first carrier that can hold it.

    Raises:
        EditError: an edit cannot be made.

    """
    tags = [carrier.tag for carrier in carriers]
    for edit in edits:
        tags = _made(carriers, tags, edit)
    pairs = zip(carriers, tags, strict=True)
    return [splice for carrier, tag in pairs if tag != carrier.tag for splice in carrier.write(tag)]


def _made(carriers: Sequence[Carrier], tags: list[StartTag], edit: TagEdit) -> list[StartTag]:
    home = _home(carriers, tags)
    parts: dict[int, TagEdit] = {}
    match edit:
        case AddTag(place, references):
            stated = {word for tag in tags for word in _words(tag, TAG)}
            if new := tuple(r for r in references if r.casefold() not in stated):
                parts[home] = AddTag(place, new)
        case RemoveTag(place, references):
            parts = {
                n: RemoveTag(place, own)
                for n, tag in enumerate(tags)
                if (own := tuple(r for r in references if r.casefold() in _words(tag, TAG)))
            }
            known = {word for tag in tags for word in _words(tag, TAG)}
            if unknown := tuple(r for r in references if r.casefold() not in known):
                parts = {home: RemoveTag(place, unknown)}  # raises the error about the unknown references
        case ReplaceTag(_, reference, _):
            parts = {n: edit for n, tag in enumerate(tags) if reference.casefold() in _words(tag, TAG)} or {home: edit}
        case SetOmission():
            parts = _omissions(tags, home, edit)
        case MarkReviewed(place, references, True):
            holders = [
                next((n for n, t in enumerate(tags) if r.casefold() in {*_words(t, TAG), *_words(t, OMISSION)}), home)
                for r in references
            ]
            parts = {
                n: MarkReviewed(place, tuple(r for r, m in zip(references, holders, strict=True) if m == n))
                for n in dict.fromkeys(holders)
            }
        case Suppress():
            parts[_suppressing(carriers, tags, edit)] = edit
        case MarkReviewed():
            parts = {n: edit for n, tag in enumerate(tags) if _words(tag, REVIEWED)}
    return [change(tag, parts[n]) if n in parts else tag for n, tag in enumerate(tags)]


def _omissions(tags: Sequence[StartTag], home: int, edit: SetOmission) -> dict[int, TagEdit]:
    """Return the omissions that each carrier is to state: it keeps its own, and one carrier takes the others."""
    stating = [n for n, tag in enumerate(tags) if _words(tag, OMISSION)]
    first = stating[0] if stating else home
    elsewhere = {word for n in stating if n != first for word in _words(tags[n], OMISSION)}
    parts: dict[int, TagEdit] = {}
    for n in {*stating, first}:
        own = tuple(
            r
            for r in edit.references
            if (r.casefold() in _words(tags[n], OMISSION) if n != first else r.casefold() not in elsewhere)
        )
        parts[n] = replace(edit, references=own, reason=edit.reason if own else "")
    return parts


def _home(carriers: Sequence[Carrier], tags: Sequence[StartTag]) -> int:
    """Return the index of the carrier for a new statement: one that has statements already, else the first."""
    able = [n for n, carrier in enumerate(carriers) if carrier.direct] or [0]
    return next((n for n in able if tags[n].attributes), able[0])


def _suppressing(carriers: Sequence[Carrier], tags: Sequence[StartTag], edit: Suppress) -> int:
    """Return the index of the carrier for a suppression: one that has one already, else one for new statements."""
    able = [n for n, carrier in enumerate(carriers) if carrier.suppresses]
    found = [n for n in able if _words(tags[n], SUPPRESS)]
    found += [n for n in able if carriers[n].direct and tags[n].attributes] + [n for n in able if carriers[n].direct]
    if not found:
        hint = message("Suppress the finding in the project file")
        why = message("only a comment can stand there, and a comment suppresses nothing")
        raise EditError(message("cannot suppress the finding"), edit.place.location, why, hint)
    return found[0]


def _words(tag: StartTag, name: str) -> set[str]:
    attribute = tag.get(name)
    return {word.casefold() for word in reference_lists.words(attribute.raw)} if attribute else set()
