"""A word index of a document: the passages and the units (pages, or sections without pages) with each word.

An editor searches a disclosure page by page, or section by section. So units are ranked, and then the passages in each.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from math import log1p
from typing import NamedTuple

from disclosure_index.model import Document, Passage
from disclosure_index.suggest.normalised_text import normal, normals, words

LONGEST = 400
"""The most passages of a unit; a longer section, or a text without any, is cut."""
_LINE = 60
"""Characters of a line that may be a heading."""
_PAGES = 5
"""The least ratio of a document's passages to those of its longest page for pages to be units."""
_AT_A_TIME = 50
"""Passages normalised in one call: fewer would take longer."""
_K, _B = 1.2, 0.6  # BM25: how fast further occurrences lose weight, and the effect of length
NO_SECTION = -1


class Unit(NamedTuple):
    """A page or a section: its passages by number, and the headings in and above it in normal form."""

    passages: tuple[int, ...]
    chapter: int
    sections: tuple[int, ...]  # the sections of its passages, by number; NO_SECTION outside all
    headings: str
    heading_words: frozenset[str]
    opens: bool  # its chapter begins here


class DocumentIndex:
    """The words of one document, without its printed indexes, which name disclosures but answer none.

    `give_way` is called every few milliseconds.
    """

    def __init__(self, document: Document, give_way: Callable[[], object] = lambda: None) -> None:
        self.document = document
        hidden = {number for first, last in document.indexes for number in range(first, last)}
        self.forms: list[str] = []
        texts = ["" if n in hidden else passage.text for n, passage in enumerate(document.passages)]
        for start in range(0, len(texts), _AT_A_TIME):
            self.forms += normals(texts[start : start + _AT_A_TIME])
            give_way()
        self.paged = _is_paged(document)
        self._section_of = [NO_SECTION if p.section is None else p.section for p in document.passages]
        self.units: list[Unit] = []
        self.unit_of: dict[int, int] = {}
        self.passages_with: dict[str, list[int]] = defaultdict(list)
        self.units_with: dict[str, dict[int, int]] = defaultdict(dict)
        self.lengths: list[int] = []
        self._chapters: dict[int | None, int] = {}
        for numbers in self._cut(n for n in range(len(self.forms)) if n not in hidden):
            self._add(numbers)
            give_way()
        chapters: Counter[int] = Counter()
        for unit, length in zip(self.units, self.lengths, strict=True):
            chapters[unit.chapter] += length
        self._unit_damping = _damping(dict(enumerate(self.lengths)))
        self._chapter_damping = _damping(chapters)
        self._section_damping = _damping(Counter(self._section_of[n] for n in self.unit_of))
        self._sections_with: dict[str, Counter[int]] = {}
        self._hit_counts: dict[str, int] = {}

    def hits(self, phrase: str) -> list[int]:
        """Return the passages with a phrase, in order."""
        rarest = min((self.passages_with.get(word, []) for word in words(phrase)), key=len, default=[])
        return [number for number in rarest if phrase in self.forms[number]]

    def hit_count(self, phrase: str) -> int:
        """Return the number of passages with a phrase, cached, since every passage with the phrase needs it."""
        if phrase not in self._hit_counts:
            self._hit_counts[phrase] = len(self.hits(phrase))
        return self._hit_counts[phrase]

    def has_figure(self, passage: int) -> bool:
        """Whether a passage has a digit."""
        return any(map(str.isdigit, self.forms[passage]))

    def rarity(self, count: int) -> float:
        """Return the weight of a word that `count` units have: BM25's inverse document frequency."""
        return log1p((len(self.units) - count + 0.5) / (count + 0.5))

    def weigh_units(self, query: Iterable[str]) -> dict[int, float]:
        """Return the BM25 of each unit with any of the words."""
        return _bm25((self.units_with.get(word, {}) for word in query), self._unit_damping)

    def weigh_chapters(self, query: Iterable[str]) -> dict[int, float]:
        """Return the BM25 of each chapter with any of the words."""
        tables = []
        for word in query:
            table: Counter[int] = Counter()
            for unit, count in self.units_with.get(word, {}).items():
                table[self.units[unit].chapter] += count
            tables.append(table)
        return _bm25(tables, self._chapter_damping)

    def weigh_sections(self, query: Iterable[str]) -> dict[int, float]:
        """Return the BM25 of each section with any of the words, by the number of its passages with them."""
        section_of = self._section_of.__getitem__
        for word in query:
            if word not in self._sections_with:
                self._sections_with[word] = Counter(map(section_of, self.passages_with.get(word, ())))
        return _bm25(map(self._sections_with.__getitem__, query), self._section_damping)

    def _cut(self, numbers: Iterable[int]) -> list[list[int]]:
        """Group the passages of one page, or of one section."""
        together: dict[object, list[int]] = {}
        for number in numbers:
            passage = self.document.passages[number]
            key = passage.page if self.paged else passage.section
            together.setdefault(key, []).append(number)
        return [
            whole[start : start + LONGEST] for whole in together.values() for start in range(0, len(whole), LONGEST)
        ]

    def _add(self, numbers: list[int]) -> None:
        unit = len(self.units)
        passages = self.document.passages
        sections: dict[int, int] = Counter()
        titles: dict[str, None] = {}
        found_words: list[str] = []
        for number in numbers:
            self.unit_of[number] = unit
            passage = passages[number]
            if passage.section is not None:
                sections[passage.section] += 1
            if passage.kind == "heading" or _stands_alone(passage):
                titles[passage.text] = None
            found = words(self.forms[number])
            found_words += found
            for word in set(found):
                self.passages_with[word].append(number)
        for word, count in Counter(found_words).items():
            self.units_with[word][unit] = count
        for section in sections:
            titles.update(dict.fromkeys(s.title for s in self.document.path_of(section)))
        chapter = self._chapter(max(sections, key=lambda s: sections[s], default=None))
        before = len(self._chapters)
        known = self._chapters.setdefault(chapter, before)
        headings = normal(" . ".join(titles))
        within = tuple(dict.fromkeys(self._section_of[number] for number in numbers))
        self.units.append(Unit(tuple(numbers), known, within, headings, frozenset(words(headings)), known == before))
        self.lengths.append(len(found_words))

    def _chapter(self, section: int | None) -> int | None:
        """Return the second section from the outside, or else the outermost one."""
        path: list[int] = []
        while section is not None:
            path.append(section)
            section = self.document.sections[section].parent
        return path[-2] if len(path) > 1 else path[-1] if path else None


def _is_paged(document: Document) -> bool:
    """Whether pages are marked throughout, and not only at chapters, where sections are better units."""
    pages = Counter(passage.page for passage in document.passages)
    return max(pages.values(), default=0) * _PAGES < len(document.passages) and pages[""] * 2 < len(document.passages)


def _stands_alone(passage: Passage) -> bool:
    """Whether a passage looks like a heading that the PDF reader missed: a short line, and not a sentence."""
    return passage.kind == "paragraph" and 3 < len(passage.text) <= _LINE and passage.text[-1].isalpha()


def _damping(lengths: Mapping[int, int]) -> dict[int, float]:
    """Return the part of BM25 that depends on length alone: the longer, the less an occurrence counts."""
    mean = sum(lengths.values()) / len(lengths) if lengths else 0
    return {key: _K * (1 - _B + _B * length / mean) if mean else _K for key, length in lengths.items()}


def _bm25(tables: Iterable[Mapping[int, int]], damping: Mapping[int, float]) -> dict[int, float]:
    """Return the BM25 of the items with any of some words; each table has one word's counts by item."""
    found: dict[int, float] = defaultdict(float)
    for table in tables:
        weight = log1p((len(damping) - len(table) + 0.5) / (len(table) + 0.5)) * (_K + 1)
        for key, count in table.items():
            found[key] += weight * count / (count + damping[key])
    return found
