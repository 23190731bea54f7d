"""Claims of a printed index -> tags of the document: by the path of section titles, by page, or at the row itself.

What an index row answers in its own words, or by pointing at another document, is tagged where it stands: on the row.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from disclosure_index.model import Document, Omission, Passage, Reference, Section, Span, Tag
from disclosure_index.printed_index import IndexEntry
from disclosure_index.printed_index.title_likeness import alike, number_of, plain_title, section_number
from disclosure_index.reading.extents import section_extents

SAME = 86.0  # of 100: two spellings of one title
IDENTICAL = 100.0
NEAR = 45.0  # worth proposing
PROPOSED = 3
LONGEST_TITLE = 80  # characters: a longer cell answers in its own words
_BELOW = re.compile(r"\s*[:：]\s*")
MOST_PAGES = 100  # a longer range is taken as its first page


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A claim that fits nowhere in the document, with the titles most like the one it names."""

    claim: IndexEntry
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A claim that was placed in a section that it may not mean: one of several of that title, or one titled alike."""

    claim: IndexEntry
    title: str  # as the claim has it
    section: Section
    others: tuple[Section, ...] = ()  # of the same title


@dataclass(frozen=True, slots=True)
class Placement:
    """The document with the claims as tags and omissions, what could not be placed, and what is not certain."""

    document: Document
    unplaced: tuple[Unplaced, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def place(document: Document, claims: Iterable[IndexEntry]) -> Placement:
    """Add the claims to the document's tags and omissions; those that stand there already are not added again."""
    placer = Placer(document)
    tags = list(document.tags)
    omissions = list(document.omissions)
    known = {(text, tag.span.first, tag.span.last) for tag in tags for text in _ways(tag.reference)}
    omitted = {(omission.text.casefold(), omission.span.first) for omission in omissions}
    unplaced = []
    doubts: list[Doubt] = []
    for claim in claims:
        reference = Reference(claim.framework, claim.code, claim.edition, claim.datapoints)
        if claim.omission_reason and not (claim.pages or claim.sections):
            span = placer.row(claim)
            if span is None:
                unplaced.append(Unplaced(claim))
                continue
            said, span = _explained(document.passages[span.first], claim, span)
            if (str(reference).casefold(), span.first) not in omitted:
                omitted.add((str(reference).casefold(), span.first))
                omissions.append(Omission(str(reference), reference, claim.omission_reason, said, span))
            continue
        spans = placer.spans(claim)
        if not spans:
            unplaced.append(Unplaced(claim, placer.near(claim)))
        doubts += placer.doubts(claim)
        for span in spans:
            wholes = (reference, reference._replace(datapoints=()))
            if not any((str(whole).casefold(), span.first, span.last) in known for whole in wholes):
                known.update((text, span.first, span.last) for text in _ways(reference))
                tags.append(Tag(str(reference), reference, span))
    placed = replace(document, tags=tuple(tags), omissions=tuple(omissions))
    return Placement(placed, tuple(unplaced), tuple(doubts))


def _explained(row: Passage, claim: IndexEntry, span: Span) -> tuple[str, Span]:
    """Return the explanation of an omission, and where it stands: in a cell of its row, or in the whole row."""
    said = claim.explanation.strip() or row.text
    cells = [cell.strip() for cell in row.text.split("\t")]
    return said, span._replace(text=said) if cells.count(said) == 1 else span


def _ways(reference: Reference | None) -> tuple[str, ...]:
    """Return the ways to name what a tag names: with its edition, and without."""
    return tuple(str(r).casefold() for r in (reference, reference._replace(edition=None))) if reference else ()


class Placer:
    """Finds the elements of one document that claims point at."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.extents = section_extents(document)
        printed = {n for first, last in document.indexes for n in range(first, last)}
        self.sections = [
            index
            for index, section in enumerate(document.sections)
            if section.title and index in self.extents and self.extents[index][0] not in printed
        ]
        self.runs = _page_runs(document.passages, printed)
        self._fitting: dict[tuple[str, ...], list[int]] = {}  # by path
        self.rows = {p.location: number for number, p in enumerate(document.passages) if p.kind == "table-row"}

    def spans(self, claim: IndexEntry) -> list[Span]:
        """Return the elements that a claim points at; none where what it points at is not in the document."""
        pages = self.labels(claim)
        found = [span for path in claim.sections if (span := self.answering(path, pages))]
        if not found:
            found = [span for page in pages if (span := self.page(page))]
        if not found:
            found = [span for anchor in claim.anchors if (span := self._anchored(anchor))]
        answers = (not claim.sections and not claim.pages) or len(claim.location_text) > LONGEST_TITLE
        if not found and answers:
            own = self.row(claim)
            found = [own] if own else []
        return found

    def _anchored(self, anchor: str) -> Span | None:
        """Find the section or the passage that a link leads to."""
        location = self.document.anchors.get(anchor)
        if location is None:
            return None
        for index in self.sections:
            if self.document.sections[index].location == location:
                return self._whole(index)
        numbers = (n for n, passage in enumerate(self.document.passages) if passage.location == location)
        number = next(numbers, None)
        return None if number is None else self._around(number, number + 1)

    def section(self, path: Sequence[str], pages: Collection[str] = ()) -> Span | None:
        """Find a section by its title and those above it; of several, the one on `pages`."""
        best = self._best(path, pages)
        return None if best is None else self._whole(best)

    def answering(self, path: Sequence[str], pages: Collection[str] = ()) -> Span | None:
        """Find the section that a path of titles means: below a heading that has no text, that is the next one.

        Of several sections of that title it is the one on `pages`, else the first.

        "Indicators: environment" is in the section Indicators, where there is none of the whole title.
        """
        best = self._best(path, pages)
        if best is None and path and len(names := _BELOW.split(path[-1], maxsplit=1)) == 2:
            best = self._best((*path[:-1], names[0]), pages)
        while best is not None and self._is_bare(best) and best + 1 in self.extents:
            best += 1
        return None if best is None else self._whole(best)

    def doubts(self, claim: IndexEntry) -> Iterator[Doubt]:
        """Yield the sections of a claim that it may not mean."""
        pages = self.labels(claim)
        for path in claim.sections:
            if not (fitting := self.titled(path, pages)):
                continue
            best, *others = fitting
            section = self.document.sections[best]
            apart = [n for n in others if section not in self.document.path_of(n)]
            if apart or (alike(path[-1], section.title) < IDENTICAL and not section_number(path[-1])):
                yield Doubt(claim, path[-1], section, tuple(self.document.sections[n] for n in apart))

    def _best(self, path: Sequence[str], pages: Collection[str] = ()) -> int | None:
        return next(iter(self.titled(path, pages)), None)

    def titled(self, path: Sequence[str], pages: Collection[str] = ()) -> list[int]:
        """Return the sections that a path of titles fits best, those on `pages` where there are any."""
        key = tuple(path)
        if key not in self._fitting and (number := section_number(path[-1])):
            self._fitting[key] = [n for n in self.sections if number_of(self.document.sections[n].title) == number]
        if key not in self._fitting:
            likeness = {index: self._likeness(path, index) for index in self.sections}
            best = max(likeness.values(), default=(0.0, 0.0))
            self._fitting[key] = [n for n, found in likeness.items() if found == best] if best[0] >= SAME else []
        return self._on(self._fitting[key], pages)

    def _on(self, sections: list[int], pages: Collection[str]) -> list[int]:
        """Return those of some sections that begin on one of the pages, else those that reach it, else all."""
        if len(sections) < 2 or not pages:
            return sections
        beginning = [n for n in sections if self.document.sections[n].page in pages]
        return beginning or [n for n in sections if self._reaches(n, pages)] or sections

    def _reaches(self, index: int, pages: Collection[str]) -> bool:
        first, last = self.extents[index]
        return any(not {*passage.pages}.isdisjoint(pages) for passage in self.document.passages[first:last])

    def _whole(self, index: int) -> Span:
        section = self.document.sections[index]
        first, last = self.extents[index]
        return Span(
            "section",
            section.location,
            index,
            first,
            last,
            None,
            section.anchor,
            section.page,
            section.last_page,
            section.language,
        )

    def page(self, label: str) -> Span | None:
        """Find the passages of a page: the longest run of them in one section."""
        if label not in self.runs:
            return None
        first, last = self.runs[label]
        return self._around(first, last)

    def row(self, claim: IndexEntry) -> Span | None:
        """Find the index row itself."""
        number = self.rows.get(claim.row)
        return self._around(number, number + 1) if number is not None else None

    def labels(self, claim: IndexEntry) -> list[str]:
        """Return the pages of a claim; see `labels_of`."""
        return labels_of(claim)

    def plain(self, title: str) -> str:
        """Return a title as it is compared: without its number, its width and its punctuation."""
        return plain_title(title)

    def near(self, claim: IndexEntry) -> tuple[str, ...]:
        """Return the titles most like the one that a claim names."""
        if not claim.sections:
            return ()
        path = claim.sections[0]
        ranked = sorted(self.sections, key=lambda index: self._likeness(path, index), reverse=True)
        titles = [self.document.sections[index].title for index in ranked if self._likeness(path, index)[0] >= NEAR]
        return tuple(dict.fromkeys(titles))[:PROPOSED]

    def _likeness(self, path: Sequence[str], index: int) -> tuple[float, float]:
        """Compare a path of titles with a section: its own title first, then those above it."""
        section = self.document.sections[index]
        own = alike(path[-1], section.title)
        above = [s.title for s in self.document.path_of(index)[:-1]]
        outer = sum(max((alike(wanted, title) for title in above), default=0.0) for wanted in path[:-1])
        return own, outer

    def _is_bare(self, index: int) -> bool:
        first, last = self.extents[index]
        return all(passage.kind == "heading" for passage in self.document.passages[first:last])

    def _around(self, first: int, last: int) -> Span:
        passage = self.document.passages[first]
        return Span(
            "p" if last - first == 1 else "div",
            passage.location,
            passage.section,
            first,
            last,
            None,
            passage.anchor,
            passage.page,
            self.document.passages[last - 1].last_page,
            passage.language,
        )


def labels_of(claim: IndexEntry) -> list[str]:
    """Spell out the pages of a claim: "41-43" is three, "14+" the one that it begins on."""
    found: list[str] = []
    for page in claim.pages:
        ends = re.fullmatch(r"(\d+)-(\d+)", page)
        if ends and 0 <= int(ends[2]) - int(ends[1]) < MOST_PAGES:
            found += (str(n) for n in range(int(ends[1]), int(ends[2]) + 1))
        else:
            found.append(re.sub(r"[-+].*$", "", page))
    return list(dict.fromkeys(found))


def _page_runs(passages: Sequence[Passage], printed: set[int]) -> dict[str, tuple[int, int]]:
    """For each page: its longest run of passages within one section, the printed index aside."""
    runs: dict[str, tuple[int, int]] = {}
    weight: dict[str, int] = {}
    start = 0
    for number in range(1, len(passages) + 1):
        here = passages[start]
        if number < len(passages):
            there = passages[number]
            same = (there.page, there.section) == (here.page, here.section)
            if same and (number in printed) == (start in printed):
                continue
        size = sum(len(p.text) for p in passages[start:number] if p.kind != "heading")
        if here.page and start not in printed and size > weight.get(here.page, 0):
            runs[here.page], weight[here.page] = (start, number), size
        start = number
    for number, passage in enumerate(passages):  # a page without a beginning of its own: what runs on to it
        for _, label in passage.breaks if number not in printed else ():
            runs.setdefault(label, (number, number + 1))
    return runs
