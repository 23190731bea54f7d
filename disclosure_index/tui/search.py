"""Search as you type: the disclosures that match some words, in themselves or in the text that answers them. Pure."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.model import LANGUAGES
from disclosure_index.suggest import folded

_AT_A_TIME = 20


@dataclass(frozen=True, slots=True)
class Haystack:
    """The searchable texts, folded: one per disclosure with every language, and the passages per document."""

    disclosures: tuple[str, ...]
    passages: tuple[tuple[str, ...], ...]


def haystack(assessment: Assessment, give_way: Callable[[], object]) -> Haystack:
    """Return the searchable texts of an assessment, the slow part of a search; `give_way` is called regularly."""

    def all_of(texts: Iterable[str]) -> Iterator[str]:
        for number, text in enumerate(texts):
            if number % _AT_A_TIME == 0:
                give_way()
            yield text

    return Haystack(
        tuple(all_of(text_of(assessment, row) for row in assessment.coverage)),
        tuple(tuple(all_of(folded(p.text) for p in document.passages)) for document in assessment.report.documents),
    )


def text_of(assessment: Assessment, row: Coverage) -> str:
    """Return the searchable text of a disclosure, folded: code, owner, and title and summary in every language."""
    d, catalog = row.disclosure, assessment.catalog
    summaries = (catalog.texts.of(d, language).summary for language in LANGUAGES)
    code = f"{catalog.frameworks[d.framework].short} {d.code}"
    return folded("\n".join((code, d.short, *d.title.values(), *summaries, row.owner)))


def words_of(query: str) -> tuple[str, ...]:
    """Return the words of a query, all of which must match."""
    return tuple(folded(query).split())


def phrase_of(query: str) -> str:
    """Return a query as typed, with single blanks."""
    return " ".join(words_of(query))


def fits(text: str, words: Sequence[str]) -> bool:
    """Whether a folded text contains all the words."""
    return all(word in text for word in words)


def passages_with(hay: Haystack, words: Sequence[str]) -> tuple[list[int], ...]:
    """Return the numbers of the passages of each document that contain all the words."""
    return tuple([n for n, text in enumerate(texts) if fits(text, words)] for texts in hay.passages)


class Rank(IntEnum):
    """The ranks of matches, the best first."""

    CODE = 0
    PHRASE = 1  # the words are consecutive, as typed
    WORDS = 2
    PHRASE_IN_PASSAGE = 3  # the same in a passage that answers the disclosure
    WORDS_IN_PASSAGE = 4


def matches(assessment: Assessment, hay: Haystack, query: str) -> dict[str, Rank]:
    """Return the uids of the disclosures that match a query, with their ranks."""
    words, phrase = words_of(query), phrase_of(query)
    if not words:
        return {}
    hits, whole = passages_with(hay, words), passages_with(hay, (phrase,))
    found: dict[str, Rank] = {}
    for row, text in zip(assessment.coverage, hay.disclosures, strict=True):
        if fits(text, words):
            is_code = phrase in (folded(row.disclosure.code), folded(row.disclosure.short))
            rank = Rank.CODE if is_code else Rank.PHRASE if phrase in text else Rank.WORDS
        elif _answered_by(row, whole):
            rank = Rank.PHRASE_IN_PASSAGE
        elif _answered_by(row, hits):
            rank = Rank.WORDS_IN_PASSAGE
        else:
            continue
        found[row.disclosure.uid] = rank
    return found


def _answered_by(row: Coverage, hits: Sequence[Sequence[int]]) -> bool:
    for link in (*row.links, *row.omissions):
        found, span = hits[link.document], link.statement.span
        at = bisect_left(found, span.first)
        if at < len(found) and found[at] < max(span.last, span.first + 1):
            return True
    return False
