"""The places that people type in a cell: a section title, ``#anchor``, a page; and places for an explanation."""

import re
from collections.abc import Iterator, Sequence

from disclosure_index.did_you_mean import nearest
from disclosure_index.messages import SEMICOLON, joined, message
from disclosure_index.model import Document, Location, Message
from disclosure_index.printed_index.placing.placer import Placer
from disclosure_index.workbench.steps import InsertionPoint
from disclosure_index.workbook_merge.values import RefusedCell
from disclosure_index.workbook_merge.vocabulary import fold

_PAGE = re.compile(r"第 ?(\w+) ?[页頁]|(?:pp?\.? ?|pages? ?)?(\w+)")
_COLUMN = "section"
_HINT = message("Write a section title as in the report, #anchor, or a page such as p. 25")


class Places:
    """Find typed places in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.placer = Placer(document)
        self.headings = {p.location for p in document.passages if p.kind == "heading"}
        self.anchors = {fold(anchor): anchor for anchor in document.anchors}

    def find(self, text: str) -> Location:
        """Return the element named by a folded text.

        Raises:
            RefusedCell: there is none, or more than one.
        """
        if text.startswith("#"):
            anchor = self.anchors.get(text[1:].strip())
            if anchor is None:
                why = message('The report has no anchor "{text}"', text=text)
                raise RefusedCell(_COLUMN, why, self._near(text[1:], self.anchors))
            return self.document.anchors[anchor]
        *above, title = re.split(r" ?[>›»] ?", text)
        titled = [n for n in self.placer.sections if fold(self.document.sections[n].title) == title]
        titled = titled or [n for n in self.placer.sections if self._plain(n) == self.placer.plain(title) != ""]
        fitting = [n for n in titled if set(above) <= {fold(s.title) for s in self.document.path_of(n)[:-1]}]
        if len(fitting) > 1:
            why = message('{number} sections have the title "{title}"', number=len(fitting), title=title)
            hint = message("Write the parent title first, separated by >, or use #anchor")
            raise RefusedCell(_COLUMN, why, hint)
        if fitting:
            return self._section(fitting[0])
        if (page := _PAGE.fullmatch(text)) and (found := self._page(page[1] or page[2])):
            return found
        titles = {fold(s.title): s.title for s in self.document.sections if s.title}
        why = message('The report has no section, anchor or page "{text}"', text=text)
        raise RefusedCell(_COLUMN, why, self._near(text, titles))

    def insertion_point(self, at: Location) -> InsertionPoint:
        """Return the place for an explanation at an element: inside a section, after any other element."""
        inside = at not in self.headings and any(section.location == at for section in self.document.sections)
        return InsertionPoint(at, "inside" if inside else "after")

    def home(self, framework: str) -> InsertionPoint | None:
        """Return the place for an explanation that has none.

        It is after the last explanation of the same framework, or of any; else at the end of the last section.
        """
        paragraphs = [o for o in self.document.omissions if o.span.element == "p"]
        of_framework = [o for o in paragraphs if o.reference and o.reference.framework == framework]
        if best := of_framework or paragraphs:
            return InsertionPoint(best[-1].span.location, "after")
        return next(self._ends(), None)

    def title(self, at: Location) -> str:
        """Return the title of the section that an element is, or is in."""
        passage = next((p for p in self.document.passages if p.location >= at), None)
        section = next((n for n, s in enumerate(self.document.sections) if s.location == at), None)
        path = self.document.path_of(passage.section if section is None and passage else section)
        return next((s.title for s in reversed(path) if s.title), "")

    def _ends(self) -> Iterator[InsertionPoint]:
        for number in reversed(self.placer.sections):
            section = self.document.sections[number]
            if section.parent is None and section.location not in self.headings:
                yield InsertionPoint(section.location, "inside")
        for passage in reversed(self.document.passages):
            if passage.kind == "paragraph":
                yield InsertionPoint(passage.location, "after")

    def _section(self, number: int) -> Location:
        section = self.document.sections[number]
        if section.location in self.headings:
            why = message('"{title}" is only a heading; no element encloses the section', title=section.title)
            hint = message("Name the passage by #anchor or page, or wrap the section in <section>")
            raise RefusedCell(_COLUMN, why, hint)
        return section.location

    def _page(self, label: str) -> Location | None:
        """Return the section that covers a page, or the first passage, other than a heading, of the only section on it.

        Raises:
            RefusedCell: several sections share the page, and the label does not say which is meant.
        """
        passages, wanted = self.document.passages, (label, label.upper())
        on_it = [number for number, p in enumerate(passages) if not {*p.pages}.isdisjoint(wanted)]
        if not on_it:
            return None
        texts = [number for number in on_it if passages[number].kind != "heading"]
        sections = list(dict.fromkeys(passages[number].section for number in texts))
        around = self._around(sections)
        if len(sections) > 1 and around is None:
            titles = joined(SEMICOLON, map(self._shown, sections))
            why = message("Page {page} has several sections: {titles}", page=label, titles=titles)
            raise RefusedCell(_COLUMN, why, message("Write the title of one of them, or #anchor"))
        if around is not None and {*range(*self.placer.extents[around])} <= {*on_it}:
            section = self.document.sections[around]
            if section.location not in self.headings:
                return section.location
        return passages[(texts or on_it)[0]].location

    def _around(self, sections: Sequence[int | None]) -> int | None:
        """Return the section that contains all the others; None if there is none."""
        paths = [{s.location for s in self.document.path_of(section)} for section in sections]
        candidates = (n for n in sections if n is not None and n in self.placer.extents)
        return next((n for n in candidates if all(self.document.sections[n].location in path for path in paths)), None)

    def _shown(self, section: int | None) -> str:
        return next((s.title for s in reversed(self.document.path_of(section)) if s.title), self.document.title or "-")

    def _plain(self, number: int) -> str:
        return self.placer.plain(self.document.sections[number].title)

    def _near(self, text: str, known: dict[str, str]) -> Message:
        near = nearest(text, known)
        return message('Did you mean "{near}"?', near=known[near]) if near else _HINT
