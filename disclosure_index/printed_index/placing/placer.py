"""The elements of a document that the claims of its printed index refer to."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from disclosure_index.model import Document, Location, Passage, Section, Span
from disclosure_index.model.page_numbers import is_behind, last_page
from disclosure_index.printed_index import IndexEntry
from disclosure_index.printed_index.claims import Place
from disclosure_index.printed_index.location_cells.document_words import DOCUMENT_NOUN
from disclosure_index.printed_index.placing.page_runs import labels_in, labels_of, page_runs
from disclosure_index.printed_index.placing.text_lines import TextLines, share_outside
from disclosure_index.printed_index.placing.title_likeness import plain_title
from disclosure_index.printed_index.placing.titled_sections import TitledSections
from disclosure_index.reading.extents import section_extents

OF_ITS_OWN = 0.3
"""Share of the text outside the index below which the index is a separate document, and its locations are elsewhere.

Of 29 published reports seven have 0.005 to 0.26, which print only an index; the others have 0.5 and more.
"""
ANOTHER_PAGINATION = 0.25
"""Share of the pages cited beyond the last page above which an index means other pages than the printed ones.

Of 13 published reports that cite pages of their own none has more than 0.12: slips, and numbers read as pages."""
ENOUGH = 8
"""The least claims by title or document, and the least cited pages, for such a share to be meaningful."""


_THOUSANDS = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])")


@dataclass(frozen=True, slots=True)
class Found:
    """The locations of a claim that were found, and those that were not.

    Args:
        spans: the elements, in the order of the locations; the row itself if it answers in its own words.
        lost: the titles and pages that are not in the document.
        bare: the titles of headings without text below them.
        elsewhere: the words beside pages that are not in this document, and so name another one.
        refused: the pages of an index that numbers them differently from the document.

    """

    spans: tuple[Span, ...] = ()
    lost: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


class Placer:
    """Finds the elements of one document for claims.

    Args:
        document: with its printed indexes marked.
        claims: all those of its indexes: together they show whether the locations are in this document at all.

    """

    def __init__(self, document: Document, claims: Sequence[IndexEntry] = ()) -> None:
        self.document = document
        self.claims = claims
        self.extents = section_extents(document)
        printed = {n for first, last in document.indexes for n in range(first, last)}
        self.printed = printed
        self.titles = TitledSections(document, self.extents, printed)
        self.runs = page_runs(document.passages, printed)
        self.lines = TextLines(document, printed)
        lines = {claim.row for claim in claims}  # an index may be printed in lines instead of table rows
        self.rows = {
            passage.location: number
            for number, passage in enumerate(document.passages)
            if passage.kind == "table-row" or passage.location in lines
        }
        self._found: dict[int, tuple[IndexEntry, Found]] = {}  # by the identity of the claim, which is held

    @property
    def sections(self) -> list[int]:
        """The numbers of the sections that a claim may refer to."""
        return self.titles.numbers

    def spans(self, claim: IndexEntry) -> list[Span]:
        """Return the elements of a claim; none if its locations are not in the document."""
        return list(self.found(claim).spans)

    def found(self, claim: IndexEntry) -> Found:
        """Return the locations of a claim that are in the document."""
        if id(claim) not in self._found:
            self._found[id(claim)] = (claim, self._find(claim))
        return self._found[id(claim)][1]

    def _find(self, claim: IndexEntry) -> Found:
        spans: list[Span] = []
        lost: list[str] = []
        bare: list[str] = []
        elsewhere: list[str] = []
        refused: list[str] = []
        figures = False
        cited = labels_of(claim)
        places = _places_of(claim)
        for place in places:
            pages = labels_in(place.pages)
            if self._is_figure(place, pages):
                figures = True
                continue
            titled, is_bare = self._titled(place.path, pages or cited) if place.path else ([], False)
            spans += titled
            if titled:
                continue
            if is_bare and self.is_index_alone:
                elsewhere.append(" > ".join(place.path))
            elif is_bare:
                bare.append(place.path[-1])
            elif place.path and self._is_elsewhere(place, pages):
                elsewhere.append(" > ".join(place.path))
                continue
            elif place.path and not pages:
                lost.append(place.path[-1])
            self._add_pages(pages, spans, lost, refused)
        beside = [page for page in cited if not any(page in labels_in(place.pages) for place in claim.places)]
        if beside and (lost or bare or not spans):  # a column of pages beside one of titles
            self._add_pages(beside, spans, lost, refused)
        if not spans:
            spans = [span for anchor in claim.anchors if (span := self._anchored(anchor))]
        named = any(place.document or place.is_answer for place in claim.places)
        answers = named or figures or elsewhere or not (places or cited) or (refused and self.is_index_alone)
        if not spans and answers and not claim.is_blank and (row := self.row(claim)):
            spans = [row]
        once = [tuple(dict.fromkeys(several)) for several in (lost, bare, elsewhere, refused)]
        return Found(tuple(dict.fromkeys(spans)), *once)

    def _is_elsewhere(self, place: Place, pages: Collection[str]) -> bool:
        """Whether a location that is not a section of this document is in another document.

        Its words are not in the text, and have a page beside them, or the index is a separate document.
        """
        if place.is_own or not (pages or self.is_index_alone):
            return False
        # A report that names another one on the cited page does not contain it.
        on = () if DOCUMENT_NOUN.search(place.path[0]) else pages
        return not any(self.lines.says(step, on) for step in place.path)

    def _is_figure(self, place: Place, pages: Collection[str]) -> bool:
        """Whether an apparent list of pages is a figure ("41,858"): part of it is beyond the last page."""
        end = last_page(self.document)
        return bool(end and _THOUSANDS.search(place.text)) and any(is_behind(page, end) for page in pages)

    def _add_pages(self, pages: Sequence[str], spans: list[Span], lost: list[str], refused: list[str]) -> None:
        """Add the elements of pages outside the known ones, and the missing pages."""
        if self.pages_are_others:
            refused += pages
            return
        passages = self.document.passages
        reached = {page for span in spans for p in passages[span.first : span.last] for page in p.pages}
        spans += (span for page in pages if page not in reached and (span := self.page(page)))
        lost += (page for page in pages if page not in self.runs)

    @cached_property
    def is_index_alone(self) -> bool:
        """Whether the document is only an index: none of the titles in it is one of its own sections."""
        named = [claim for claim in self.claims if claim.documents or any(place.path for place in _places_of(claim))]
        if len(named) < ENOUGH or share_outside(self.document) >= OF_ITS_OWN:
            return False
        paths = {place.path for claim in named for place in _places_of(claim) if place.path}
        return not any(self._titled(path, ())[0] for path in paths)

    @cached_property
    def pages_are_others(self) -> bool:
        """Whether the pages in the indexes differ from the printed pages of the document."""
        if self.is_index_alone:
            return True
        end = last_page(self.document)
        cited = [page for claim in self.claims for page in self.own_pages(claim)] if end else []
        behind = sum(is_behind(page, end) for page in cited)
        return len(cited) >= ENOUGH and behind > ANOTHER_PAGINATION * len(cited)

    def own_pages(self, claim: IndexEntry) -> Iterator[str]:
        """Yield the pages of a claim beside words in this document, or without words."""
        for place in _places_of(claim):
            pages = labels_in(place.pages)
            if not self._is_figure(place, pages) and not (
                place.path and self.titles.best(place.path) is None and self._is_elsewhere(place, pages)
            ):
                yield from pages
        held = {page for place in claim.places for page in labels_in(place.pages)}
        yield from (page for page in labels_of(claim) if page not in held)

    def _titled(self, path: Sequence[str], pages: Collection[str]) -> tuple[list[Span], bool]:
        """Return the elements of a path of titles, and whether it is a heading without text."""
        best = self.titles.best(path, pages)
        if best is not None:
            found = self.titles.with_text(best)
            return [self._whole(n) for n in found], not found
        if line := self.lines.below(path[-1], pages):
            return [self._around(*line)], False
        if len(path) > 1 and self.titles.best(path[:-1], pages) is not None:
            return self._titled(path[:-1], pages)  # "Environment - Energy", where Environment has no such subsection
        return [], False

    def _anchored(self, anchor: str) -> Span | None:
        """Return the section or the passage that a link points to.

        HTML has no columns: a line may hold many elements, of which the one with the anchor is the target.
        """
        location = self.document.anchors.get(anchor)
        if location is None:
            return None
        index = _anchored_at(self.document.sections, self.sections, location, anchor)
        if index is not None:  # a link to the index itself, or to the top of the report, locates no answer
            return None if self.printed.intersection(range(*self.extents[index])) else self._whole(index)
        number = _anchored_at(self.document.passages, range(len(self.document.passages)), location, anchor)
        return None if number is None else self._around(number, number + 1)

    def section(self, path: Sequence[str], pages: Collection[str] = ()) -> Span | None:
        """Return a section by its title and those above it; of several, the one on `pages`."""
        best = next(iter(self.titles.fitting(path, pages)), None)
        return None if best is None else self._whole(best)

    def answering(self, path: Sequence[str], pages: Collection[str] = ()) -> Span | None:
        """Return the section, or the line of the text, that a path of titles means."""
        best = self.titles.best(path, pages)
        if best is not None:
            return self._whole(next(iter(self.titles.with_text(best)), best))
        return next(iter(self._titled(path, pages)[0]), None)

    def page(self, label: str) -> Span | None:
        """Return the passages of a page: the longest run of them in one section."""
        if label not in self.runs:
            return None
        first, last = self.runs[label]
        return self._around(first, last)

    def row(self, claim: IndexEntry) -> Span | None:
        """Return the index row itself."""
        passages, number = self.document.passages, claim.passage
        if not (0 <= number < len(passages) and passages[number].location == claim.row):
            number = self.rows.get(claim.row, -1)
        return self._around(number, number + 1) if number >= 0 else None

    def labels(self, claim: IndexEntry) -> list[str]:
        """Return the pages of a claim; see `labels_of`."""
        return labels_of(claim)

    def plain(self, title: str) -> str:
        """Return a title for comparison: without its number, its width and its punctuation."""
        return plain_title(title)

    def near(self, claim: IndexEntry) -> tuple[str, ...]:
        """Return the titles most similar to that of a claim."""
        return self.titles.near(claim.sections[0]) if claim.sections else ()

    def _whole(self, index: int) -> Span:
        section = self.document.sections[index]
        first, last = self.extents[index]
        return Span(
            "section", section.location, index, first, last, None, section.anchor,
            section.page, section.last_page, section.language,
        )  # fmt: skip

    def _around(self, first: int, last: int) -> Span:
        passage = self.document.passages[first]
        return Span(
            "p" if last - first == 1 else "div", passage.location, passage.section, first, last, None, passage.anchor,
            passage.page, self.document.passages[last - 1].last_page, passage.language,
        )  # fmt: skip


def _places_of(claim: IndexEntry) -> list[Place]:
    """Return the locations of a claim that may be in its own document."""
    if not claim.places:
        return [Place(path[-1], path) for path in claim.sections]
    return [place for place in claim.places if not (place.document or place.is_answer)]


def _anchored_at(
    all_of: Sequence[Section] | Sequence[Passage], numbers: Iterable[int], location: Location, anchor: str
) -> int | None:
    """Return the only element at a location; of several on its line, the only one with the anchor."""
    there = [number for number in numbers if all_of[number].location == location]
    if len(there) > 1:
        there = [number for number in there if all_of[number].anchor == anchor]
    return there[0] if len(there) == 1 else None
