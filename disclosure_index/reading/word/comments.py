"""Word's comments and what they are about: ``#disc gri:302-1; hkex-esg:A2.1``, ``#omit hkex-esg:A1.1 not-material``."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_index.reading.builder import Marks
from disclosure_index.reading.marks.comment_tags import read_statements
from disclosure_index.reading.word.styles import local, value

if TYPE_CHECKING:
    from lxml import etree

_BLOCKS = ("p", "tbl", "sdt")
_PARTS = ("tc", "tr", "tbl")


def read_comments(root: "etree._Element") -> dict[str, list[Marks]]:
    """Return the statements in each comment, by its id."""
    found: dict[str, list[Marks]] = {}
    for comment in root:
        lines = ["".join(t.text or "" for t in p.iter() if local(t) == "t") for p in comment.iter() if local(p) == "p"]
        if marks := read_statements("\n".join(lines), hashed_only=True):
            found[value(comment, "id")] = marks
    return found


def place_comments(body: "etree._Element", comments: dict[str, list[Marks]]) -> "dict[etree._Element, list[Marks]]":
    """Assign each statement to the elements that its comment is about.

    A comment within one paragraph is about the paragraph, one over several cells of a row about the row, over several
    rows about the table; one over several paragraphs is about each of them.
    """
    starts: dict[str, etree._Element] = {}
    ends: dict[str, etree._Element] = {}
    for element in body.iter():
        name = local(element)
        if name in ("commentRangeStart", "commentReference"):
            starts.setdefault(value(element, "id"), element)
        if name in ("commentRangeEnd", "commentReference"):
            ends.setdefault(value(element, "id"), element)
    placed: dict[etree._Element, list[Marks]] = {}
    for key, marks in comments.items():
        if key in starts:
            for element in _reach(starts[key], ends.get(key, starts[key])):
                placed.setdefault(element, []).extend(marks)
    return placed


def _reach(start: "etree._Element", end: "etree._Element") -> "Iterator[etree._Element]":
    """Yield what lies between two marks: the paragraph or part of a table around both, else the blocks between them."""
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
