"""The pages of a report most like some pages of another year: other words, but the same subject."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt
from types import MappingProxyType
from typing import NamedTuple

from disclosure_index.carrying.alignment import Alignment
from disclosure_index.model import Document, Passage
from disclosure_index.suggest.normalised_text import normals, words

HEADING = 3
"""The weight of a word in a heading: it names the subject of the page."""
ALIGNED, NEAR = 60.0, 15.0
"""The gain of a page that has all the text of the old one, and of one in the same part of the report. On the pairs of
`benchmarks.carry_years` both together find one code in twenty more among three pages."""
SUGGESTED = 30.0
"""The gain of a page that is suggested for a disclosure with certainty. Of 48 codes of the pairs, 41 find their page
at once with it, and 39 without; that is so from 20 to 60, and for one of the two pairs it makes no difference."""
FAR = 0.2
"""The share of a report by which a page has moved when its position counts no longer."""


class LikePage(NamedTuple):
    """A page and its likeness; 100 means the same words."""

    label: str
    score: float


class PageIndex:
    """The pages of a document by their words, without its printed indexes."""

    def __init__(self, document: Document) -> None:
        hidden = {n for first, last in document.indexes for n in range(first, last)}
        self.passages: dict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(document.passages):
            if number not in hidden:
                for page in labels_of(document, passage):
                    self.passages[page].append(number)
        self.document = document
        self.places = {page: n / len(self.passages) for n, page in enumerate(self.passages)}
        self.counts = {page: word_counts(document, numbers) for page, numbers in self.passages.items()}
        self._with = Counter(word for counts in self.counts.values() for word in counts)
        self._norms = {page: self._norm(counts) for page, counts in self.counts.items()}

    def like(self, wanted: Counter[str]) -> list[LikePage]:
        """Return the pages that share words with a text, with their likeness."""
        norm = self._norm(wanted)
        found: list[LikePage] = []
        for page, counts in self.counts.items():
            shared = sorted(wanted.keys() & counts.keys())  # the sum of floats depends on their order
            product = sum(self._weigh(word, wanted[word]) * self._weigh(word, counts[word]) for word in shared)
            if product:
                found.append(LikePage(page, 100 * product / (norm * self._norms[page])))
        return found

    def _norm(self, counts: Counter[str]) -> float:
        return sqrt(sum(self._weigh(word, counts[word]) ** 2 for word in sorted(counts)))

    def _weigh(self, word: str, number: int) -> float:
        return (1 + log(number)) * log(1 + len(self.counts) / self._with[word]) if word in self._with else 0.0


class YearPages:
    """The pages of two years' reports: find where the content of old pages is now."""

    def __init__(self, old: Document, new: Document, alignment: Alignment) -> None:
        self.old, self.new = PageIndex(old), PageIndex(new)
        self._went: dict[str, Counter[str]] = defaultdict(Counter)
        self._letters: Counter[str] = Counter()
        self._ranked: dict[str, dict[str, float]] = {}
        for number, match in enumerate(alignment.matches):
            page, letters = labels_of(old, old.passages[number])[0], len(alignment.old_keys[number])
            self._letters[page] += letters
            if match is not None and (now := labels_of(new, new.passages[match.first])[0]) in self.new.passages:
                self._went[page][now] += letters

    def like(self, pages: Iterable[str], suggested: Mapping[str, float] = MappingProxyType({})) -> list[LikePage]:
        """Return the new pages most like some old pages, the best first.

        Args:
            pages: pages of the old report.
            suggested: by new page, the probability that it answers the disclosure: from 0 to 1.
        """
        known = [page for page in dict.fromkeys(pages) if page in self.old.passages]
        total: dict[str, float] = defaultdict(float)
        for page in known:
            for label, score in self._of(page).items():
                total[label] += score / len(known)
        for label in suggested.keys() & self.new.passages.keys():
            total[label] += SUGGESTED * suggested[label]
        order = list(self.new.passages)
        ranked = sorted(total.items(), key=lambda item: (-item[1], order.index(item[0])))
        return [LikePage(label, round(score, 1)) for label, score in ranked]

    def _of(self, page: str) -> dict[str, float]:
        if page not in self._ranked:
            found: dict[str, float] = {}
            for label, score in self.new.like(self.old.counts[page]):
                moved = abs(self.old.places[page] - self.new.places[label])
                near = NEAR * max(0.0, 1 - moved / FAR)
                went = ALIGNED * self._went[page][label] / max(self._letters[page], 1)
                found[label] = score + went + near
            self._ranked[page] = found
        return self._ranked[page]


def labels_of(document: Document, passage: Passage) -> tuple[str, ...]:
    """Return the pages of a passage; in a document without pages, its section instead."""
    return tuple(dict.fromkeys(passage.pages)) if document.pages else (f"§{passage.section}",)


def word_counts(document: Document, numbers: Sequence[int]) -> Counter[str]:
    """Return the counts of the words of some passages, by their stems; in Chinese, of pairs of characters."""
    forms = normals(document.passages[n].text for n in numbers)
    found: Counter[str] = Counter()
    for number, form in zip(numbers, forms, strict=True):
        times = HEADING if document.passages[number].kind == "heading" else 1
        for word in words(form):
            found[word] += times
    return found
