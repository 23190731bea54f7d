"""A `Document` as native XHTML: what any reader read, in the form that is edited from then on.

What is written and read again gives the same document, and the same bytes when it is written once more.
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from disclosure_index.model import Document, Location, Omission, Passage, Tag

STYLE = (
    "body { max-width: 54rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.6; font-family: sans-serif; }\n"
    "table { border-collapse: collapse; } td { padding: 0.2rem 0.6rem; border: 1px solid #ccc; vertical-align: top; }\n"
    '[role="doc-pagebreak"]::before { content: attr(aria-label); float: right; color: #999; font-size: 0.8rem; }'
)

_INVALID = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class _Marks:
    """What an element says beyond its text."""

    tags: list[str] = field(default_factory=list)
    omissions: list[str] = field(default_factory=list)
    reason: str = ""
    is_index: bool = False
    reviewed: list[str] = field(default_factory=list)

    def attributes(self) -> str:
        parts = []
        if self.is_index:
            parts.append(' role="doc-index"')
        if self.tags:
            parts.append(f' data-disclosure="{_attribute(" ".join(dict.fromkeys(self.tags)))}"')
        if self.omissions:
            parts.append(f' data-omission="{_attribute(" ".join(dict.fromkeys(self.omissions)))}"')
            parts.append(f' data-reason="{_attribute(self.reason)}"')
        if self.reviewed:
            parts.append(f' data-reviewed="{_attribute(" ".join(dict.fromkeys(self.reviewed)))}"')
        return "".join(parts)


def _takes(marks: _Marks, reason: str) -> bool:
    """Tell whether an omission for that reason can stand on the element, which has room for one reason."""
    return not reason or not marks.omissions or marks.reason == reason


def _one_of(listed: list[_Marks], reason: str) -> _Marks:
    """Give the first of the elements around the same passages that takes the reason; a new one where none does."""
    for marks in listed:
        if _takes(marks, reason) and not marks.is_index:
            return marks
    listed.append(_Marks())
    return listed[-1]


def write_xhtml(document: Document) -> str:
    """Write a document with its sections, passages, pages, anchors, tags and omissions."""
    return "\n".join(_Writer(document).lines()) + "\n"


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.ids = {location: id for id, location in document.anchors.items()}
        self.extents = section_extents(document)
        self.on_section: dict[int, _Marks] = defaultdict(_Marks)
        self.on_passage: dict[int, _Marks] = defaultdict(_Marks)
        self.around: dict[tuple[int, int], list[_Marks]] = defaultdict(list)
        self.empty: dict[int, list[_Marks]] = defaultdict(list)  # elements without text, before a passage
        for tag in document.tags:
            for marks in self._place(tag):
                marks.tags.append(tag.text)
                marks.reviewed += [tag.text] * tag.reviewed
        for omission in document.omissions:
            for marks in self._place(omission, omission.reason):
                marks.omissions.append(omission.text)
                marks.reviewed += [omission.text] * omission.reviewed
                marks.reason = omission.reason
        for first, last in document.indexes:
            for run in self._runs(first, last):
                self.around[run].append(_Marks(is_index=True))
        self.sections: list[int] = []  # the open ones
        self.open: list[tuple[str, int]] = []  # the open sections and divisions, with the passage that each ends before
        self.group = ""  # the open list or table

    def _place(self, statement: Tag | Omission, reason: str = "") -> list[_Marks]:
        """Give what a statement is written on: one element, or one for each section that it reaches into."""
        span = statement.span
        section = span.section
        whole = section is not None and self.extents.get(section) == (span.first, span.last)
        if section is not None and whole and span.location == self.document.sections[section].location:
            first = self.on_section[section]
            return [first if _takes(first, reason) else _one_of(self.around[span.first, span.last], reason)]
        if span.last <= span.first:
            return [_one_of(self.empty[span.first], reason)]
        own = self.document.passages[span.first].location == span.location
        if span.text is not None or (span.last - span.first == 1 and own):
            first = self.on_passage[span.first]
            return [first if _takes(first, reason) else _one_of(self.around[span.first, span.first + 1], reason)]
        return [_one_of(self.around[run], reason) for run in self._runs(span.first, span.last)]

    def _runs(self, first: int, last: int) -> list[tuple[int, int]]:
        """Give the range where an element can go around it; else divide it at the borders of sections."""
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
        """Tell whether every section that the range reaches into is in it whole, or around it whole."""
        inside = {s for n in range(first, last) for s in _path(self.document, self.document.passages[n].section)}
        for section in inside:
            start, end = self.extents[section]
            if not (first <= start and end <= last) and not (start <= first and last <= end):
                return False
        return True

    def _home(self, first: int, last: int) -> int:
        """Tell how many sections are open around an element that goes around the range."""
        path = _path(self.document, self.document.passages[first].section)
        around = [s for s in path if self.extents[s][0] < first or self.extents[s][1] > last]
        return len(around)

    def lines(self) -> Iterator[str]:
        language = _attribute(self.document.language)
        yield "<!DOCTYPE html>"
        yield f'<html xmlns="http://www.w3.org/1999/xhtml" lang="{language}" xml:lang="{language}">'
        yield "<head>"
        yield '<meta charset="utf-8"/>'
        yield f"<title>{_text(self.document.title)}</title>"
        yield f"<style>\n{STYLE}\n</style>"
        yield "</head>"
        yield "<body>"
        pages = deque(self.document.pages)
        for number, passage in enumerate(self.document.passages):
            opening = next((s for s in _path(self.document, passage.section) if s not in self.sections), None)
            before = passage.location if opening is None else self.document.sections[opening].location
            yield from self._page_breaks(pages, before)
            yield from self._leave(number)
            yield from self._enter(number, passage)
            yield from self._page_breaks(pages, passage.location)
            yield from self._passage(number, passage)
        yield from self._close_group()
        yield from self._empty_elements(len(self.document.passages))
        yield from self._page_breaks(pages, None)
        yield from self._leave(len(self.document.passages))
        yield "</body>"
        yield "</html>"

    def _page_breaks(self, pages: deque[tuple[str, Location]], until: Location | None) -> Iterator[str]:
        """Write the page breaks that stand before a place, or all that are left."""
        while pages and (until is None or pages[0][1] <= until):
            yield from self._close_group()
            yield _page_break(pages.popleft()[0])

    # --- sections and wrappers ---

    def _enter(self, number: int, passage: Passage) -> Iterator[str]:
        path = _path(self.document, passage.section)
        opening = [index for index in path if index not in self.sections]
        starting = sorted(((first, last) for first, last in self.around if first == number), key=lambda r: -r[1])
        if opening or starting:
            yield from self._close_group()
        for index in opening:
            yield from self._wrap(starting, len(self.sections))
            section = self.document.sections[index]
            id = self.ids.get(section.location) or self._free_id(index)
            yield f'<section id="{_attribute(id)}"{self.on_section[index].attributes()}>'
            self.sections.append(index)
            self.open.append(("section", self.extents[index][1]))
        yield from self._empty_elements(number)
        yield from self._wrap(starting, None)

    def _wrap(self, starting: list[tuple[int, int]], depth: int | None) -> Iterator[str]:
        """Open the elements that go around ranges, those whose home is `depth` sections deep, or all that are left."""
        for wanted in [r for r in starting if depth is None or self._home(*r) <= depth]:
            starting.remove(wanted)
            for marks in self.around[wanted]:
                yield f"<div{marks.attributes()}>"
                self.open.append(("div", wanted[1]))

    def _empty_elements(self, number: int) -> Iterator[str]:
        for marks in self.empty.get(number, ()):
            yield from self._close_group()
            yield f"<p{marks.attributes()}></p>"

    def _leave(self, number: int) -> Iterator[str]:
        """Close what ends before passage `number`."""
        while self.open and self.open[-1][1] <= number:
            yield from self._close_group()
            name, _ = self.open.pop()
            if name == "section":
                self.sections.pop()
            yield f"</{name}>"

    def _free_id(self, index: int) -> str:
        id = f"s{index + 1}"
        while id in self.document.anchors:
            id += "-"
        return id

    # --- passages ---

    def _passage(self, number: int, passage: Passage) -> Iterator[str]:
        kind = passage.kind
        wanted = {"list-item": "ul", "table-row": "table", "table": "table"}.get(kind, "")
        if self.group != wanted or kind == "table":
            yield from self._close_group()
            if wanted:
                yield f"<{wanted}>"
            self.group = wanted
        id = self.ids.get(passage.location, "")
        owner = self.document.sections[passage.section].location if passage.section is not None else None
        attributes = f' id="{_attribute(id)}"' if id and passage.location != owner else ""
        if passage.language and passage.language != self.document.language:
            attributes += f' lang="{_attribute(passage.language)}"'
        attributes += self.on_passage[number].attributes()
        if kind == "table-row":
            cells = "".join(f"<td>{_text(cell)}</td>" for cell in passage.text.split("\t"))
            yield f"<tr{attributes}>{cells}</tr>"
        else:
            yield from self._block(kind, attributes, passage)

    def _block(self, kind: str, attributes: str, passage: Passage) -> Iterator[str]:
        level = self.document.sections[passage.section].level if passage.section is not None else 1
        name = {"list-item": "li", "table": "caption", "heading": f"h{min(max(level, 1), 6)}"}.get(kind, "p")
        yield f"<{name}{attributes}>{_text(passage.text)}</{name}>"

    def _close_group(self) -> Iterator[str]:
        if self.group:
            yield f"</{self.group}>"
        self.group = ""


def _page_break(label: str) -> str:
    return f'<span role="doc-pagebreak" aria-label="{_attribute(label)}"></span>'


def _path(document: Document, section: int | None) -> list[int]:
    path: list[int] = []
    while section is not None:
        path.insert(0, section)
        section = document.sections[section].parent
    return path


def section_extents(document: Document) -> dict[int, tuple[int, int]]:
    """Give the passages of each section, those of the sections below it included: from, to (excluded)."""
    extents: dict[int, tuple[int, int]] = {}
    for number, passage in enumerate(document.passages):
        for section in _path(document, passage.section):
            first, _ = extents.get(section, (number, number))
            extents[section] = (first, number + 1)
    return extents


def _text(text: str) -> str:
    return escape(_INVALID.sub("\N{REPLACEMENT CHARACTER}", text), quote=False).replace("\n", "<br/>")


def _attribute(text: str) -> str:
    return escape(_INVALID.sub("\N{REPLACEMENT CHARACTER}", text), quote=True)
