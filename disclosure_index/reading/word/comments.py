"""Word's comments and their targets: ``#disc gri:302-1; hkex-esg:A2.1``, ``#omit hkex-esg:A1.1 not-material``."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from disclosure_index.reading.builder import Marks
from disclosure_index.reading.marks.comment_tags import read_statements, read_suppression
from disclosure_index.reading.word.styles import local, value

if TYPE_CHECKING:
    from lxml import etree

T = TypeVar("T")


class CommentStatements(NamedTuple):
    """The statements of a comment on its target elements."""

    marks: list[Marks]
    suppressed: dict[str, str]  # by the attribute names of XHTML


_BLOCKS = ("p", "tbl", "sdt")
_PARTS = ("tc", "tr", "tbl")


def comment_texts(root: "etree._Element") -> dict[str, list[str]]:
    """Return the paragraphs of each comment, by its id."""
    return {
        value(comment, "id"): [
            "".join(t.text or "" for t in p.iter() if local(t) == "t") for p in comment.iter() if local(p) == "p"
        ]
        for comment in root
        if local(comment) == "comment"
    }


def read_comments(root: "etree._Element") -> dict[str, CommentStatements]:
    """Return the statements in the comments, by the comments' ids."""
    found: dict[str, CommentStatements] = {}
    for key, lines in comment_texts(root).items():
        marks = read_statements("\n".join(lines), hashed_only=True)
        suppressed = next((suppression for line in lines if (suppression := read_suppression(line))), {})
        if marks or suppressed:
            found[key] = CommentStatements(marks, suppressed)
    return found


def place_comments(body: "etree._Element", comments: Mapping[str, T]) -> "Iterator[tuple[str, list[etree._Element]]]":
    """Yield the id of each comment in the body, with its target elements.

    A comment within one paragraph is about the paragraph, over several cells of a row about the row, over several
    rows about the table, and over several paragraphs about each of them.
    """
    starts: dict[str, etree._Element] = {}
    ends: dict[str, etree._Element] = {}
    for element in body.iter():
        name = local(element)
        if name in ("commentRangeStart", "commentReference"):
            starts.setdefault(value(element, "id"), element)
        if name in ("commentRangeEnd", "commentReference"):
            ends.setdefault(value(element, "id"), element)
    for key in comments:
        if key in starts:
            yield key, list(_reach(starts[key], ends.get(key, starts[key])))


def _reach(start: "etree._Element", end: "etree._Element") -> "Iterator[etree._Element]":
    """Yield the elements between two marks: the paragraph or table part around both, else the blocks between them."""
    above_start = [start, *start.iterancestors()]
    above_end = [end, *end.iterancestors()]
    common = next(element for element in above_start if element in above_end)
    around = next((e for e in (common, *common.iterancestors()) if local(e) in ("p", *_PARTS)), None)
    if around is not None and (local(around) == "p" or around is common):
        yield around
        return
    first = above_start[max(above_start.index(common) - 1, 0)]
    last = above_end[max(above_end.index(common) - 1, 0)]
    element: etree._Element | None = first
    while element is not None:
        if local(element) in _BLOCKS:
            yield element
        if element is last:
            return
        element = element.getnext()
