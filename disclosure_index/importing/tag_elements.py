"""The elements that carry the statements of a document: one for each statement, or one in each section it covers.

An element has room for one reason of omission, and a section's own element only for statements on the whole section.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from html import escape

from disclosure_index.model import DataSuppress, Document, Location, Omission, Span, Tag
from disclosure_index.reading.extents import section_extents, section_path

_INVALID = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def in_text(text: str) -> str:
    """Return a text as XML; characters that XML cannot hold become the replacement character."""
    return escape(_INVALID.sub("\N{REPLACEMENT CHARACTER}", text), quote=False).replace("\n", "<br/>")


def in_attribute(text: str) -> str:
    """Return a text for the quotes of an attribute."""
    return escape(_INVALID.sub("\N{REPLACEMENT CHARACTER}", text), quote=True)


@dataclass(slots=True)
class Carried:
    """The marks on an element, in addition to its text."""

    tags: list[str] = field(default_factory=list)
    omissions: list[str] = field(default_factory=list)
    reason: str = ""
    is_index: bool = False
    reviewed: list[str] = field(default_factory=list)
    suppressed: DataSuppress | None = None

    def attributes(self) -> str:
        """Return the marks as attributes, each with a space before it."""
        parts = []
        if self.is_index:
            parts.append(' role="doc-index"')
        if self.tags:
            parts.append(f' data-disclosure="{in_attribute(" ".join(dict.fromkeys(self.tags)))}"')
        if self.omissions:
            parts.append(f' data-omission="{in_attribute(" ".join(dict.fromkeys(self.omissions)))}"')
            parts.append(f' data-reason="{in_attribute(self.reason)}"')
        if self.reviewed:
            parts.append(f' data-reviewed="{in_attribute(" ".join(dict.fromkeys(self.reviewed)))}"')
        if self.suppressed is not None:
            parts.append(f' data-suppress="{in_attribute(self.suppressed.rules)}"')
            said = {name: getattr(self.suppressed, name) for name in ("reason", "owner", "until")}
            parts += (f' data-suppress-{name}="{in_attribute(text)}"' for name, text in said.items() if text)
        return "".join(parts)


def _takes(marks: Carried, reason: str) -> bool:
    """Whether the element has room for an omission with that reason: it has at most one reason."""
    return not reason or not marks.omissions or marks.reason == reason


def _one_of(listed: list[Carried], reason: str) -> Carried:
    """Return the first of the elements around the same passages that has room for the reason, or a new one."""
    for marks in listed:
        if _takes(marks, reason) and not marks.is_index:
            return marks
    listed.append(Carried())
    return listed[-1]


class Carriers:
    """The elements that carry the statements of a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.extents = section_extents(document)
        self.on_section: dict[int, Carried] = defaultdict(Carried)
        self.on_passage: dict[int, Carried] = defaultdict(Carried)
        self.on_cell: dict[tuple[int, int], Carried] = defaultdict(
            Carried
        )  # by the row's passage and the cell's number
        self.around: dict[tuple[int, int], list[Carried]] = defaultdict(list)
        self.empty: dict[int, list[Carried]] = defaultdict(list)  # elements without text, before a passage
        self.at: dict[Location, Carried] = {}  # by the element in the source
        for tag in document.tags:
            for marks in self._place(tag):
                self.at.setdefault(tag.span.location, marks)
                marks.tags.append(tag.text)
                marks.reviewed += [tag.text] * tag.reviewed
        for omission in document.omissions:
            for marks in self._place(omission, omission.reason):
                self.at.setdefault(omission.span.location, marks)
                marks.omissions.append(omission.text)
                marks.reviewed += [omission.text] * omission.reviewed
                marks.reason = omission.reason
        for first, last in document.indexes:
            for run in self._runs(first, last):
                self.around[run].append(Carried(is_index=True))
        self.lost = [one for one in document.suppressions if not self._suppress(one)]

    def _suppress(self, suppression: DataSuppress) -> bool:
        """Write a suppression on its element; False if no element is written for it."""
        marks = self.at.get(suppression.location)
        if marks is None:
            at = suppression.location
            section = next((n for n in self.extents if self.document.sections[n].location == at), None)
            passage = next((n for n, passage in enumerate(self.document.passages) if passage.location == at), None)
            if section is None and passage is None:
                return False
            marks = self.on_section[section] if section is not None else self.on_passage[passage or 0]
        if marks.suppressed is not None:
            return False
        marks.suppressed = suppression
        return True

    def _place(self, statement: Tag | Omission, reason: str = "") -> list[Carried]:
        """Return the elements of a statement: one, or one for each section that it covers in part."""
        span = statement.span
        section = span.section
        whole = section is not None and self.extents.get(section) == (span.first, span.last)
        if section is not None and whole and span.location == self.document.sections[section].location:
            first = self.on_section[section]
            return [first if _takes(first, reason) else _one_of(self.around[span.first, span.last], reason)]
        if span.last <= span.first:
            return [_one_of(self.empty[span.first], reason)]
        if (cell := self._cell_of(span)) is not None and _takes(self.on_cell[span.first, cell], reason):
            return [self.on_cell[span.first, cell]]
        whole_passage = self.document.passages[span.first].location == span.location
        if span.text is not None or (span.last - span.first == 1 and whole_passage):
            first = self.on_passage[span.first]
            return [first if _takes(first, reason) else _one_of(self.around[span.first, span.first + 1], reason)]
        return [_one_of(self.around[run], reason) for run in self._runs(span.first, span.last)]

    def _cell_of(self, span: Span) -> int | None:
        """Return the number of the only table cell with a statement, None for a statement on other elements."""
        passage = self.document.passages[span.first]
        if span.text is None or passage.kind != "table-row":
            return None
        cells = [cell.strip() for cell in passage.text.split("\t")]
        return cells.index(span.text) if span.text and cells.count(span.text) == 1 else None

    def _runs(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return the range if an element can enclose it; otherwise split it at the boundaries of sections."""
        last = min(last, len(self.document.passages))
        if self._fits(first, last):
            return [(first, last)]
        runs: list[tuple[int, int]] = []
        for number in range(first, last):
            here = self.document.passages[number].section
            if runs and self.document.passages[runs[-1][0]].section == here:
                runs[-1] = (runs[-1][0], number + 1)
            else:
                runs.append((number, number + 1))
        return runs

    def _fits(self, first: int, last: int) -> bool:
        """Whether every section that the range overlaps is inside it, or encloses it."""
        inside = {s for n in range(first, last) for s in section_path(self.document, self.document.passages[n].section)}
        for section in inside:
            start, end = self.extents[section]
            if not (first <= start and end <= last) and not (start <= first and last <= end):
                return False
        return True

    def depth(self, first: int, last: int) -> int:
        """Return the number of open sections around an element that encloses the range."""
        path = section_path(self.document, self.document.passages[first].section)
        around = [s for s in path if self.extents[s][0] < first or self.extents[s][1] > last]
        return len(around)
