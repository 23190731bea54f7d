"""Search as you type: which disclosures fit some words, by themselves or by the text that answers them. Pure."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.model import LANGUAGES
from disclosure_index.suggest import folded

_AT_A_TIME = 20


@dataclass(frozen=True, slots=True)
class Haystack:
    """What is searched, folded: a text per disclosure in every language, and the passages per document."""

    disclosures: tuple[str, ...]
    passages: tuple[tuple[str, ...], ...]


def haystack(assessment: Assessment, give_way: Callable[[], object]) -> Haystack:
    """Prepare an assessment for searching: the one part that takes time; `give_way` is called all the while."""

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
    """Return what a disclosure is found by, folded: code, owner, and title and summary in every language."""
    d, catalog = row.disclosure, assessment.catalog
    summaries = (catalog.texts.of(d, language).summary for language in LANGUAGES)
    code = f"{catalog.frameworks[d.framework].short} {d.code}"
    return folded("\n".join((code, d.short, *d.title.values(), *summaries, row.owner)))


def words_of(query: str) -> tuple[str, ...]:
    """Return the words that are looked for; all of them have to be found."""
    return tuple(folded(query).split())


def fits(text: str, words: Sequence[str]) -> bool:
    """Whether a folded text has all the words."""
    return all(word in text for word in words)


def passages_with(hay: Haystack, words: Sequence[str]) -> tuple[list[int], ...]:
    """Return the numbers of the passages of each document that have all the words."""
    return tuple([n for n, text in enumerate(texts) if fits(text, words)] for texts in hay.passages)


def matches(assessment: Assessment, hay: Haystack, query: str) -> dict[str, bool]:
    """Return the uids of the disclosures that fit a query, and whether by themselves or by a tagged passage only."""
    words = words_of(query)
    if not words:
        return {}
    hits = passages_with(hay, words)
    own = {
        row.disclosure.uid: fits(text, words) for row, text in zip(assessment.coverage, hay.disclosures, strict=True)
    }
    rows = {row.disclosure.uid: row for row in assessment.coverage}
    return {uid: itself for uid, itself in own.items() if itself or _answered_by(rows[uid], hits)}


def _answered_by(row: Coverage, hits: Sequence[Sequence[int]]) -> bool:
    for link in (*row.links, *row.omissions):
        found, span = hits[link.document], link.statement.span
        at = bisect_left(found, span.first)
        if at < len(found) and found[at] < max(span.last, span.first + 1):
            return True
    return False
