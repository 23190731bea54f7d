"""The documents named in a cell: this report, or others, whose pages are not in this one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from disclosure_index.model import Document
from disclosure_index.printed_index.location_cells.document_words import (
    OTHER_DOCUMENT,
    OWN_REPORT,
    THIS_DOCUMENT,
)
from disclosure_index.printed_index.vocabulary import INDEX
from disclosure_index.reading.languages.index_words import words

_COVER = 25  # passages at the beginning that may contain the cover's lines
_UNPAGED_COVER = 3  # the same in a document without pages
_COVER_LINE = 160  # characters
_SENTENCE = re.compile(r"[.;:。；：](?:\s|$)|(?<=[a-z])\s(?:is|are|was|has|can|may|see)\s")
"""Marks of sentences and definitions, which names on a cover do not have: "AR: Annual Report 2024"."""
_YEARS = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ABBREVIATED = re.compile(
    r"(?<![A-Za-z])[A-Z]{2,4}\s?(?:FY\s?)?(?:20)?\d\d(?:/\d\d)?"
    r"\s*[:,]?\s+(?=(?:pp?\.?\s*)?\d)"
)
"""A document by its letters and its year before a page: "AR 2020: 115"."""
_YEAR_BEHIND = re.compile(r"(?:\s+and\s+Accounts)?\s*\(?(?:FY\s?)?(20\d\d)\)?(?!\d)")
_YEAR_BEFORE = re.compile(r"(20\d\d)(?:/\d\d)?\s+(?:\w+\s+){0,2}$")
_WHOLE = re.compile(words("whole-report"), re.IGNORECASE)
_PART = re.compile(words("part-of-report"), re.IGNORECASE)
"""The parts of an annual report, for a report that is one itself."""
_WEB = re.compile(words("web"), re.IGNORECASE)


class NamedDocument(NamedTuple):
    """The name of a document in a text."""

    start: int
    end: int
    name: str
    is_own: bool
    is_web: bool = False


@dataclass(frozen=True, slots=True)
class OwnNames:
    """The names of the report that prints the index, from its cover."""

    cover: str = ""
    years: frozenset[str] = frozenset()
    is_index_alone: bool = False  # the index is a separate document: pages are those of the report it belongs to

    def named_in(self, text: str) -> Iterator[NamedDocument]:
        """Yield the documents named in a text, in order."""
        found = [(m, False) for m in OTHER_DOCUMENT.finditer(text)]
        found += ((m, True) for m in OWN_REPORT.finditer(text))
        found += ((m, False) for m in _ABBREVIATED.finditer(text))
        this = list(THIS_DOCUMENT.finditer(text))
        found += ((m, True) for m in this)
        end = 0
        for match, kin in sorted(found, key=lambda pair: (pair[0].start(), -pair[0].end())):
            if match.start() < end:
                continue
            end = match.end()
            behind = _YEAR_BEHIND.match(text, end)
            before = _YEAR_BEFORE.search(text[: match.start()])
            year = behind[1] if behind else before[1] if before else ""
            name = match[0].strip(" :,")
            is_own = match in this or self._is_own(name, year, kin)
            until = behind.end() if behind else end
            yield NamedDocument(match.start(), until, name, is_own, _WEB.match(name) is not None)

    def _is_own(self, name: str, year: str, kin: bool) -> bool:
        if year and self.years and year not in self.years:
            return False
        on_cover = re.search(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", self.cover, re.IGNORECASE) is not None
        is_part = _PART.search(name) is not None and _WHOLE.search(self.cover) is not None
        return on_cover or is_part or (kin and not self.is_index_alone)


def own_names(document: Document) -> OwnNames:
    """Return the report's own names."""
    first = next((p.page for p in document.passages if p.text.strip()), "")
    lines = [document.title] if document.title else []
    most = _COVER if first else _UNPAGED_COVER
    lines += (p.text for p in document.passages[:most] if p.page == first and len(p.text) <= _COVER_LINE)
    lines = [line for line in lines if "\t" not in line and not _SENTENCE.search(line)]
    text = " | ".join(lines)
    alone = bool(lines) and INDEX.search(text) is not None and OWN_REPORT.search(text) is None
    return OwnNames(text, frozenset(_YEARS.findall(text)), alone)
