"""Writer of a `Document` as native XHTML, the form in which an imported report is edited.

A written document reads as the same document, and is written again as the same bytes.
"""

from collections import defaultdict, deque
from collections.abc import Iterator
from itertools import chain, takewhile

from disclosure_index.importing.tag_elements import Carriers, in_attribute, in_text
from disclosure_index.model import Document, Location, Passage, Section
from disclosure_index.reading.extents import section_path

STYLE = (
    "body { max-width: 54rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.6; font-family: sans-serif; }\n"
    "table { border-collapse: collapse; } td { padding: 0.2rem 0.6rem; border: 1px solid #ccc; vertical-align: top; }\n"
    '[role="doc-pagebreak"]::before { content: attr(aria-label); float: right; color: #999; font-size: 0.8rem; }'
)


def write_xhtml(document: Document) -> str:
    """Write a document with its sections, passages, pages, anchors, tags and omissions."""
    return "\n".join(_Writer(document).lines()) + "\n"


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.carriers = Carriers(document)
        self.around: dict[int, list[tuple[int, int]]] = defaultdict(list)  # by the first passage of each
        for wanted in self.carriers.around:
            self.around[wanted[0]].append(wanted)
        self.ids: dict[Location, list[str]] = defaultdict(list)  # not written yet
        for id, location in document.anchors.items():
            self.ids[location].append(id)
        self.shared = {location: len(ids) for location, ids in self.ids.items()}
        self.sections: list[int] = []  # the open sections
        self.open: list[tuple[str, int]] = []  # open sections and divisions, each with the passage after its end
        self.group = ""  # the open list or table
        self.pages = deque(document.pages)  # not written yet
        self.page = ""  # the last one written

    def lines(self) -> Iterator[str]:
        language = in_attribute(self.document.language)
        yield "<!DOCTYPE html>"
        yield f'<html xmlns="http://www.w3.org/1999/xhtml" lang="{language}" xml:lang="{language}">'
        yield "<head>"
        yield '<meta charset="utf-8"/>'
        yield f"<title>{in_text(self.document.title)}</title>"
        yield f"<style>\n{STYLE}\n</style>"
        yield "</head>"
        yield "<body>"
        for number, passage in enumerate(self.document.passages):
            if self._opens_or_closes(number, passage):  # most passages need neither
                yield from self._leave(number)
                yield from self._page_breaks(passage)
                yield from self._enter(number, passage)
            yield from self._passage(number, passage)
        yield from self._close_group()
        yield from self._empty_elements(len(self.document.passages))
        yield from self._leave(len(self.document.passages))
        yield from (_page_break(label) for label, _ in self.pages)
        yield "</body>"
        yield "</html>"

    def _opens_or_closes(self, number: int, passage: Passage) -> bool:
        """Whether a page, a section or a division begins or ends before a passage."""
        return (
            number == 0
            or passage.section != self.document.passages[number - 1].section
            or (bool(self.open) and self.open[-1][1] <= number)
            or passage.page != self.page
            or (bool(self.pages) and self.pages[0][1] < passage.location)
            or number in self.around
            or number in self.carriers.empty
        )

    def _page_breaks(self, passage: Passage) -> Iterator[str]:
        """Write the page breaks before a passage and before its first word, after closing the elements that end there.

        Two pages may have the same label, so the label alone does not identify the page.
        """
        passed = [label for label, _ in takewhile(lambda page: page[1] < passage.location, self.pages)]
        for label in chain((self._turn() for _ in passed), self._turn_to(passage.page)):
            yield from self._close_group()
            yield _page_break(label)

    def _turn_to(self, page: str) -> Iterator[str]:
        """Take the pages up to the next one with this label."""
        while self.page != page and any(label == page for label, _ in self.pages):
            yield self._turn()

    def _turn(self) -> str:
        self.page, _ = self.pages.popleft()
        return self.page

    # --- sections and wrappers ---

    def _enter(self, number: int, passage: Passage) -> Iterator[str]:
        path = section_path(self.document, passage.section)
        opening = [index for index in path if index not in self.sections]
        starting = sorted(self.around.get(number, ()), key=lambda r: -r[1])
        if opening or starting:
            yield from self._close_group()
        for index in opening:
            yield from self._wrap(starting, len(self.sections))
            section = self.document.sections[index]
            id = self._id_of(section) or self._free_id(index)
            yield f'<section id="{in_attribute(id)}"{self.carriers.on_section[index].attributes()}>'
            self.sections.append(index)
            self.open.append(("section", self.carriers.extents[index][1]))
        yield from self._empty_elements(number)
        yield from self._wrap(starting, None)

    def _wrap(self, starting: list[tuple[int, int]], depth: int | None) -> Iterator[str]:
        """Open the elements around ranges: those at a depth of `depth` sections, or all remaining ones."""
        for wanted in [r for r in starting if depth is None or self.carriers.depth(*r) <= depth]:
            starting.remove(wanted)
            for marks in self.carriers.around[wanted]:
                yield f"<div{marks.attributes()}>"
                self.open.append(("div", wanted[1]))

    def _empty_elements(self, number: int) -> Iterator[str]:
        for marks in self.carriers.empty.get(number, ()):
            yield from self._close_group()
            yield f"<p{marks.attributes()}></p>"

    def _leave(self, number: int) -> Iterator[str]:
        """Close the elements that end before passage `number`."""
        while self.open and self.open[-1][1] <= number:
            yield from self._close_group()
            name, _ = self.open.pop()
            if name == "section":
                self.sections.pop()
            yield f"</{name}>"

    def _id_of(self, element: Section | Passage) -> str:
        """Take the id of an element, once: HTML has no columns, and a line may hold many elements with ids."""
        ids = self.ids.get(element.location, [])
        if element.anchor in ids:
            ids.remove(element.anchor)
            return element.anchor
        return ids.pop() if len(ids) == 1 and self.shared[element.location] == 1 else ""

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
        owner = self.document.sections[passage.section].location if passage.section is not None else None
        id = self._id_of(passage) if passage.location != owner else ""
        attributes = f' id="{in_attribute(id)}"' if id else ""
        if passage.language and passage.language != self.document.language:
            attributes += f' lang="{in_attribute(passage.language)}"'
        if marks := self.carriers.on_passage.get(number):
            attributes += marks.attributes()
        if kind == "table-row":
            cells = enumerate(self._text(passage).split("\t"))
            written = "".join(f"<td{self._on_cell(number, cell)}>{text}</td>" for cell, text in cells)
            yield f"<tr{attributes}>{written}</tr>"
        else:
            yield from self._block(kind, attributes, passage)

    def _on_cell(self, passage: int, cell: int) -> str:
        marks = self.carriers.on_cell.get((passage, cell))
        return marks.attributes() if marks else ""

    def _block(self, kind: str, attributes: str, passage: Passage) -> Iterator[str]:
        level = self.document.sections[passage.section].level if passage.section is not None else 1
        name = {"list-item": "li", "table": "caption", "heading": f"h{min(max(level, 1), 6)}"}.get(kind, "p")
        yield f"<{name}{attributes}>{self._text(passage)}</{name}>"

    def _text(self, passage: Passage) -> str:
        """Write the text of a passage, with the page breaks inside it."""
        parts: list[str] = []
        done = 0
        for at, label in passage.breaks:
            parts += in_text(passage.text[done:at]), *map(_page_break, self._turn_to(label))
            done = at
        return "".join((*parts, in_text(passage.text[done:])))

    def _close_group(self) -> Iterator[str]:
        if self.group:
            yield f"</{self.group}>"
        self.group = ""


def _page_break(label: str) -> str:
    return f'<span role="doc-pagebreak" aria-label="{in_attribute(label)}"></span>'
