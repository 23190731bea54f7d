"""A `Document` as native XHTML: what any reader read, in the form that is edited from then on.

What is written and read again gives the same document, and the same bytes when it is written once more.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from disclosure_index.model import Document, Omission, Passage, Tag

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

    def attributes(self) -> str:
        parts = []
        if self.is_index:
            parts.append(' role="doc-index"')
        if self.tags:
            parts.append(f' data-disclosure="{_attribute(" ".join(dict.fromkeys(self.tags)))}"')
        if self.omissions:
            parts.append(f' data-omission="{_attribute(" ".join(dict.fromkeys(self.omissions)))}"')
            parts.append(f' data-reason="{_attribute(self.reason)}"')
        return "".join(parts)


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
        self.around: dict[tuple[int, int], _Marks] = defaultdict(_Marks)
        for tag in document.tags:
            self._place(tag).tags.append(tag.text)
        for omission in document.omissions:
            marks = self._place(omission)
            marks.omissions.append(omission.text)
            marks.reason = omission.reason
        for first, last in document.indexes:
            self.around[first, last].is_index = True
        self.sections: list[int] = []  # the open ones
        self.wrappers: list[int] = []  # where the open ones end
        self.group = ""  # the open list or table

    def _place(self, statement: Tag | Omission) -> _Marks:
        span = statement.span
        section = span.section
        whole = section is not None and self.extents.get(section) == (span.first, span.last)
        if section is not None and whole and span.location == self.document.sections[section].location:
            return self.on_section[section]
        if span.text is not None or span.last - span.first <= 1:
            return self.on_passage[span.first]
        return self.around[span.first, span.last]

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
        pages = iter(self.document.pages)
        page = next(pages, None)
        for number, passage in enumerate(self.document.passages):
            opening = self._sections_to_open(passage)
            while page and page[1] <= (self.document.sections[opening[0]].location if opening else passage.location):
                yield from self._close_group()
                yield _page_break(page[0])
                page = next(pages, None)
            yield from self._enter(number, passage, opening)
            while page and page[1] <= passage.location:
                yield from self._close_group()
                yield _page_break(page[0])
                page = next(pages, None)
            yield from self._passage(number, passage)
            yield from self._leave(number + 1)
        yield from self._close_group()
        while page:
            yield _page_break(page[0])
            page = next(pages, None)
        yield from self._close_sections([])
        yield "</body>"
        yield "</html>"

    # --- sections and wrappers ---

    def _sections_to_open(self, passage: Passage) -> list[int]:
        path = _path(self.document, passage.section)
        return [section for section in path if section not in self.sections]

    def _enter(self, number: int, passage: Passage, opening: list[int]) -> Iterator[str]:
        path = _path(self.document, passage.section)
        if opening or self.sections != path:
            yield from self._close_group()
            yield from self._close_sections(path)
        for index in opening:
            section = self.document.sections[index]
            id = self.ids.get(section.location) or self._free_id(index)
            yield f'<section id="{_attribute(id)}"{self.on_section[index].attributes()}>'
            self.sections.append(index)
        starting = sorted((last for first, last in self.around if first == number), reverse=True)
        for last in starting:
            yield from self._close_group()
            yield f"<div{self.around[number, last].attributes()}>"
            self.wrappers.append(last)

    def _leave(self, number: int) -> Iterator[str]:
        while self.wrappers and self.wrappers[-1] <= number:
            yield from self._close_group()
            self.wrappers.pop()
            yield "</div>"

    def _close_sections(self, path: list[int]) -> Iterator[str]:
        while self.sections and self.sections != path[: len(self.sections)]:
            self.sections.pop()
            yield "</section>"

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
