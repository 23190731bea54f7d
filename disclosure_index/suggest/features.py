"""The features of a unit of a document as the answer to a disclosure, as numbers from 0 to 1, and of its passages."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from math import exp
from types import MappingProxyType
from typing import NamedTuple

from disclosure_index.suggest.index import DocumentIndex
from disclosure_index.suggest.normalised_text import words
from disclosure_index.suggest.query import LACKING, NAME, TERM, Query

FEATURES = (
    "names",  # BM25 of the words of its names, relative to the best unit
    "terms",  # BM25 of the words of its terms, relative to the best unit
    "phrases",  # its names and terms as phrases, relative to the best unit
    "passage",  # the best of the unit's passages by itself, relative to the best of all
    "figure",  # the same for passages with a figure in a fitting unit, if figures are asked for
    "row",  # a row of a table has one of its names and such a figure
    "heading",  # the share of one of its names that is in the headings
    "topic",  # the share of its group's title in the headings: a page often has only the topic as heading
    "section",  # BM25 of all its words in the best of the sections of the unit's passages
    "need",  # a passage has the required words
    "before",  # names and terms in the previous and the next unit: a topic begins a page early
    "after",
    "chapter",  # BM25 of the words in the chapter, relative to the best chapter
    "opening",  # the same where the chapter begins
    "early",  # nearness to the beginning of the document
    "sibling",  # a disclosure of the same group is tagged here
    "relative",  # a disclosure related by a crosswalk is
    "near",  # neighbours in the framework's order are: reports often follow the order of an index
)
NAME_WORD, TERM_WORD = 1.0, 0.7
"""The weight of a single word of them."""

NEARBY = 3.0
"""Steps in the framework's order after which a tag has about a third of its weight."""


class Findings(NamedTuple):
    """The findings for one query: the features per unit, and the weights of the passages by their phrases and words."""

    units: list[tuple[float, ...]]
    passages: Mapping[int, float]
    words: Mapping[int, float]


class Tagged(NamedTuple):
    """The units in which other disclosures are tagged; `near` is the weight of those nearby in the order."""

    siblings: frozenset[int] = frozenset()
    relatives: frozenset[int] = frozenset()
    near: Mapping[int, float] = MappingProxyType({})


NOTHING_TAGGED = Tagged()


def nearness(tagged: Iterable[tuple[int, Iterable[int]]]) -> dict[int, float]:
    """Return the weight of units by the tags of other disclosures: (steps away in the framework's order, their units).

    >>> near = nearness([(1, [7]), (1, [7, 8]), (9, [3])])
    >>> near[7], near[7] > near[8] > near[3]
    (1.0, True)
    """
    found: dict[int, float] = defaultdict(float)
    for steps, units in tagged:
        for unit in units:
            found[unit] += exp(-steps / NEARBY)
    return _relative(found)


def find_features(query: Query, index: DocumentIndex, tagged: Tagged = NOTHING_TAGGED) -> Findings:
    """Return the features of each passage of a document as the answer to a disclosure.

    Args:
        query: of the disclosure.
        index: of the document.
        tagged: the units with tags of other disclosures: in the same group, related by a crosswalk, or nearby.

    """
    number = len(index.units)
    names = _relative(index.weigh_units(query.name_words))
    terms = _relative(index.weigh_units(query.term_words))
    weights, phrases = _phrases(query, index)
    needed = {passage for phrase in query.needs for passage in index.hits(phrase)}
    against = {passage for phrase in query.against for passage in index.hits(phrase)}
    passages = {p: weight * _guard(p, query, needed, against) for p, weight in weights.items()}
    words_ = {p: weight * _guard(p, query, needed, against) for p, weight in _words(query, index).items()}
    best: dict[int, float] = defaultdict(float)
    figure: dict[int, float] = defaultdict(float)
    for passage, weight in passages.items():
        unit = index.unit_of[passage]
        best[unit] = max(best[unit], weight)
        if query.quantitative and _has_fitting_figure(query, index, passage):
            figure[unit] = max(figure[unit], weight)
    best, figure, phrases = _relative(best), _relative(figure), _relative(phrases)
    named = {passage for phrase in query.names for passage in index.hits(phrase)} if query.quantitative else set()
    rows_ = {
        index.unit_of[passage]
        for passage in named
        if index.document.passages[passage].kind == "table-row" and _has_fitting_figure(query, index, passage)
    }
    with_need = {index.unit_of[passage] for passage in needed}
    all_words = tuple(dict.fromkeys((*query.name_words, *query.term_words)))
    chapters = _relative(index.weigh_chapters((*query.name_words, *query.term_words))) if index.paged else {}
    sections = _relative(index.weigh_sections(all_words))
    headings, topics = _headings(query.names, index), _headings(query.topic, index)
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
                1.0 if unit in rows_ else 0.0,
                headings.get(unit, 0.0),
                topics.get(unit, 0.0),
                max((sections.get(section, 0.0) for section in known.sections), default=0.0),
                1.0 if not query.needs or unit in with_need else 0.0,
                *around,
                chapter,
                chapter if known.opens else 0.0,
                1 - unit / number,
                1.0 if unit in tagged.siblings else 0.0,
                1.0 if unit in tagged.relatives else 0.0,
                tagged.near.get(unit, 0.0),
            )
        )
    return Findings(rows, passages, words_)


def _phrases(query: Query, index: DocumentIndex) -> tuple[dict[int, float], dict[int, float]]:
    """Return the weight of each passage, and of each unit, by its phrases."""
    passages: dict[int, float] = defaultdict(float)
    units: dict[int, float] = defaultdict(float)
    for kind, phrases in ((NAME, query.names), (TERM, query.terms)):
        for phrase in phrases:
            hits = index.hits(phrase)
            times = Counter(index.unit_of[passage] for passage in hits)
            weight = kind * index.rarity(len(times))
            for unit, count in times.items():
                units[unit] += weight * count / (count + 1.2)
            for passage in hits:
                passages[passage] += weight
    return passages, units


def _words(query: Query, index: DocumentIndex) -> dict[int, float]:
    """Return the weight of each passage by its words."""
    passages: dict[int, float] = defaultdict(float)
    for kind, known in ((NAME_WORD, query.name_words), (TERM_WORD, query.term_words)):
        for word in known:
            weight = kind * index.rarity(len(index.units_with.get(word, ())))
            for passage in index.passages_with.get(word, ()):
                passages[passage] += weight
    return passages


def _guard(passage: int, query: Query, needed: Container[int], against: Container[int]) -> float:
    lacking = LACKING if query.needs and passage not in needed else 1.0
    return lacking * (LACKING if passage in against else 1.0)


def _has_fitting_figure(query: Query, index: DocumentIndex, passage: int) -> bool:
    """Whether a passage has a figure and one of the requested units: an approximation that is fast for all passages."""
    form = index.forms[passage]
    return index.has_figure(passage) and (not query.units or any(unit in form for unit in query.units))


def _headings(titles: Sequence[str], index: DocumentIndex) -> dict[int, float]:
    """Return the share of the best of some titles in the headings of each unit, by the rarity of the words."""
    wanted = [frozenset(words(title)) for title in titles]
    known = {word: index.rarity(len(index.units_with.get(word, ()))) for title in wanted for word in title}
    weighed = [(title, sum(map(known.__getitem__, title))) for title in wanted]
    found = {}
    for unit, one in enumerate(index.units):
        if shares := [
            sum(known[word] for word in title & one.heading_words) / whole
            for title, whole in weighed
            if whole and not title.isdisjoint(one.heading_words)
        ]:
            found[unit] = max(shares)
    return found


def _relative(weights: Mapping[int, float]) -> dict[int, float]:
    top = max(weights.values(), default=0.0)
    return {key: weight / top for key, weight in weights.items()} if top > 0 else {}
