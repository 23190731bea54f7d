"""What speaks for a unit of a document answering a disclosure, as numbers from 0 to 1, and what for a passage in it."""

from collections import Counter, defaultdict
from collections.abc import Container, Mapping
from typing import NamedTuple

from disclosure_index.suggest.index import DocumentIndex
from disclosure_index.suggest.normal import words
from disclosure_index.suggest.query import Query

FEATURES = (
    "names",  # BM25 of the words of its names, against the best unit
    "terms",  # BM25 of the words of its terms, against the best unit
    "phrases",  # its names and terms as phrases, against the best unit
    "passage",  # the best of the unit's passages by itself, against the best of all
    "figure",  # the same for passages with a figure, where figures are asked for
    "heading",  # how much of one of its names the headings have
    "need",  # a passage has what is needed
    "before",  # names and terms in the unit before, and in the one after: a topic begins a page early
    "after",
    "chapter",  # BM25 of the words in the chapter, against the best chapter
    "opening",  # the same where the chapter begins
    "early",  # how near the beginning of the document
)
NAME, TERM = 2.0, 1.0
"""How much a phrase of each kind says."""
LACKING = 0.4
"""What is left of a passage without what is needed, or with what speaks against it."""


class Findings(NamedTuple):
    """What was found for one query: the features per unit, and the weight of each passage that has a phrase."""

    units: list[tuple[float, ...]]
    passages: Mapping[int, float]
    matched: Mapping[int, tuple[str, ...]]
    needed: frozenset[int]  # the passages that have what is needed
    against: frozenset[int]  # those that have what speaks against it


def look(query: Query, index: DocumentIndex) -> Findings:
    """Look for a disclosure in a document."""
    number = len(index.units)
    names = _relative(index.weigh_units(query.name_words))
    terms = _relative(index.weigh_units(query.term_words))
    weights, phrases, matched = _phrases(query, index)
    needed = frozenset(passage for phrase in query.needs for passage in index.hits(phrase))
    against = frozenset(passage for phrase in query.against for passage in index.hits(phrase))
    passages = {p: weight * _guard(p, query, needed, against) for p, weight in weights.items()}
    best: dict[int, float] = defaultdict(float)
    figure: dict[int, float] = defaultdict(float)
    for passage, weight in passages.items():
        unit = index.unit_of[passage]
        best[unit] = max(best[unit], weight)
        if query.quantitative and _has_figure(index, passage):
            figure[unit] = max(figure[unit], weight)
    best, figure, phrases = _relative(best), _relative(figure), _relative(phrases)
    with_need = {index.unit_of[passage] for passage in needed}
    chapters = _relative(index.weigh_chapters((*query.name_words, *query.term_words))) if index.paged else {}
    headings = _headings(query, index)
    rows = []
    for unit, known in enumerate(index.units):
        chapter = chapters.get(known.chapter, 0.0)
        around = [(names.get(n, 0.0) + terms.get(n, 0.0)) / 2 if index.paged else 0.0 for n in (unit - 1, unit + 1)]
        rows.append(
            (
                names.get(unit, 0.0),
                terms.get(unit, 0.0),
                phrases.get(unit, 0.0),
                best.get(unit, 0.0),
                figure.get(unit, 0.0),
                headings.get(unit, 0.0),
                1.0 if not query.needs or unit in with_need else 0.0,
                *around,
                chapter,
                chapter if known.opens else 0.0,
                1 - unit / number,
            )
        )
    return Findings(rows, passages, matched, needed, against)


def _phrases(
    query: Query, index: DocumentIndex
) -> tuple[dict[int, float], dict[int, float], dict[int, tuple[str, ...]]]:
    """Give the weight of each passage and of each unit by the phrases they have, and which phrases a passage has."""
    passages: dict[int, float] = defaultdict(float)
    units: dict[int, float] = defaultdict(float)
    matched: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for kind, phrases in ((NAME, query.names), (TERM, query.terms)):
        for phrase in phrases:
            hits = index.hits(phrase)
            times = Counter(index.unit_of[passage] for passage in hits)
            weight = kind * index.rarity(len(times))
            for unit, count in times.items():
                units[unit] += weight * count / (count + 1.2)
            for passage in hits:
                passages[passage] += weight
                matched[passage] += (phrase,)
    return passages, units, matched


def guard(passage: int, query: Query, found: Findings) -> float:
    """Give what is left of a passage that lacks what tells the disclosure from its neighbours, or has the opposite."""
    return _guard(passage, query, found.needed, found.against)


def _guard(passage: int, query: Query, needed: Container[int], against: Container[int]) -> float:
    lacking = LACKING if query.needs and passage not in needed else 1.0
    return lacking * (LACKING if passage in against else 1.0)


def _has_figure(index: DocumentIndex, passage: int) -> bool:
    return any(character.isdigit() for character in index.forms[passage])


def _headings(query: Query, index: DocumentIndex) -> dict[int, float]:
    """Give how much of the best of its names the headings of each unit have, by the rarity of the words."""
    known = {word: index.rarity(len(index.units_with.get(word, ()))) for word in query.name_words}
    names = [(frozenset(words(name)), sum(known[word] for word in set(words(name)))) for name in query.names]
    found = {}
    for unit, one in enumerate(index.units):
        if shares := [
            sum(known[word] for word in name & one.heading_words) / whole
            for name, whole in names
            if whole and not name.isdisjoint(one.heading_words)
        ]:
            found[unit] = max(shares)
    return found


def _relative(weights: Mapping[int, float]) -> dict[int, float]:
    top = max(weights.values(), default=0.0)
    return {key: weight / top for key, weight in weights.items()} if top > 0 else {}
