"""The sections of a document by their titles: the best match for a path of titles, and the most similar ones."""

import re
from collections.abc import Collection, Mapping, Sequence

from disclosure_index.model import Document
from disclosure_index.printed_index.placing.title_likeness import alike, number_of, plain_title, section_number

SAME = 86.0  # of 100: two spellings of one title
SAME_NUMBER = 60.0  # the same if their numbers are equal
NEAR = 45.0  # similar enough to suggest
PROPOSED = 3
_BELOW = re.compile(r"\s*[:：]\s*")


class TitledSections:
    """The sections of a document that a claim may refer to."""

    def __init__(self, document: Document, extents: Mapping[int, tuple[int, int]], printed: Collection[int]) -> None:
        self.document = document
        self.extents = extents
        self.numbers = [
            index
            for index, section in enumerate(document.sections)
            if section.title and index in extents and extents[index][0] not in printed
        ]
        self._fitting: dict[tuple[str, ...], list[int]] = {}  # by path

    def fitting(self, path: Sequence[str], pages: Collection[str] = ()) -> list[int]:
        """Return the sections that match a path of titles best, those on `pages` if there are any."""
        key = tuple(path)
        if key not in self._fitting and (number := section_number(path[-1])):
            self._fitting[key] = [n for n in self.numbers if number_of(self.document.sections[n].title) == number]
        if key not in self._fitting:
            likeness = {index: self._likeness(path, index) for index in self.numbers}
            best = max(likeness.values(), default=(0.0, 0.0))
            alike_ = [n for n, found in likeness.items() if found == best] if best[0] >= SAME else []
            self._fitting[key] = alike_ or self._numbered(path[-1])
        return self._on(self._fitting[key], pages)

    def best(self, path: Sequence[str], pages: Collection[str] = ()) -> int | None:
        """Return the section of a path of titles.

        "Indicators: environment" is in the section Indicators, if no section has the whole title.
        """
        found = self.fitting(path, pages)
        if not found and path and len(names := _BELOW.split(path[-1], maxsplit=1)) == 2:
            found = self.fitting((*path[:-1], names[0]), pages)
        return next(iter(found), None)

    def with_text(self, index: int) -> list[int]:
        """Return the section itself if it has text, else those below it according to their numbers.

        The sections of a PDF have their levels from font sizes, which may be the same for "4" and "4.1".
        """
        if not self._is_bare(index):
            return [index]
        number = number_of(self.document.sections[index].title)
        found: list[int] = []
        for following in range(index + 1, len(self.document.sections)) if number else ():
            sub_number = number_of(self.document.sections[following].title)
            if sub_number and not sub_number.startswith(f"{number}."):
                break
            above = self.document.sections[following].parent
            if sub_number and above not in found and following in self.extents and not self._is_bare(following):
                found.append(following)
        return found

    def near(self, path: Sequence[str]) -> tuple[str, ...]:
        """Return the titles most similar to the last one of a path."""
        ranked = sorted(self.numbers, key=lambda index: self._likeness(path, index), reverse=True)
        titles = [self.document.sections[index].title for index in ranked if self._likeness(path, index)[0] >= NEAR]
        return tuple(dict.fromkeys(titles))[:PROPOSED]

    def reaches(self, index: int, pages: Collection[str]) -> bool:
        """Whether a section has text on one of some pages."""
        first, last = self.extents[index]
        return any(not {*passage.pages}.isdisjoint(pages) for passage in self.document.passages[first:last])

    def _numbered(self, title: str) -> list[int]:
        """Return the sections that have the number of a title, and about its words or more: "4.4 Scenarios (SASB)"."""
        if not (number := number_of(title)):
            return []
        words = plain_title(title)
        return [
            n
            for n in self.numbers
            if number_of(section_title := self.document.sections[n].title) == number
            and (plain_title(section_title).startswith(words) or alike(title, section_title) >= SAME_NUMBER)
        ]

    def _on(self, sections: list[int], pages: Collection[str]) -> list[int]:
        """Return those of some sections that begin on one of the pages, else those with text on it, else all."""
        if len(sections) < 2 or not pages:
            return sections
        beginning = [n for n in sections if self.document.sections[n].page in pages]
        return beginning or [n for n in sections if self.reaches(n, pages)] or sections

    def _likeness(self, path: Sequence[str], index: int) -> tuple[float, float]:
        """Return the similarity of a path of titles and a section: of its own title, then of those above it."""
        section = self.document.sections[index]
        similarity = alike(path[-1], section.title)
        above = [s.title for s in self.document.path_of(index)[:-1]]
        outer = sum(max((alike(wanted, title) for title in above), default=0.0) for wanted in path[:-1])
        return similarity, outer

    def _is_bare(self, index: int) -> bool:
        first, last = self.extents[index]
        return all(passage.kind == "heading" for passage in self.document.passages[first:last])
