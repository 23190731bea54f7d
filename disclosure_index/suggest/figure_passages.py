"""Suggestions for disclosures of figures: rows and sentences with a fitting figure, by their likelihood."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from disclosure_index.assessment.linking import Link
from disclosure_index.figures.dimensions import dimensions_in
from disclosure_index.figures.fitting import ANY, fits, quantities_of
from disclosure_index.figures.reader import DocumentFacts
from disclosure_index.model import Disclosure, Fact, in_language
from disclosure_index.suggest.features import Findings
from disclosure_index.suggest.index import DocumentIndex
from disclosure_index.suggest.normalised_text import normal, words
from disclosure_index.suggest.query import NAME, TERM, Query, names_in
from disclosure_index.suggest.ranking import ScoredPassage, unit_worths
from disclosure_index.suggest.weights import Weights, chance

SIGNS = (
    "unit",  # the worth of its page or section, relative to the best
    "named",  # how well its label and the group above match the disclosure
    "label",  # the share of one of its names in the passage
    "name",  # the same, with the headings
    "word",  # the share of the label among its words
    "row",  # it is a row of a table
    "quantity",  # the figure is in one of the requested units
    "year",  # it has a figure of the report's year
    "lacks",  # the required words are neither in it nor above it
    "role",  # all its figures are targets or changes
    "other",  # all its figures are of another scope, gender or other part than the title names
    "twin",  # it has its own tag for a disclosure related by a crosswalk
)
"""The signs that decide whether a passage with a fitting figure is the answer."""
_OTHER, _TWIN = SIGNS.index("other"), SIGNS.index("twin")

UNITS_READ = 12
"""Pages or sections that are read for figures, the best first."""
MOST_READ = 40
"""Passages of each that are read, the heaviest first, and as many more of the whole document."""
MUCH = 4.0
"""The most that a label can match: two names of a disclosure."""
PER_UNIT = 2
"""Suggestions on one page or in one section: in a table of KPIs the next rows may be the answer as well."""


def figure_passages(
    query: Query,
    disclosure: Disclosure,
    found: Findings,
    index: DocumentIndex,
    facts: DocumentFacts,
    twins: frozenset[int],
    weights: Weights,
) -> list[ScoredPassage]:
    """Return the passages of a document with a fitting figure, the likeliest first.

    Args:
        query: of the disclosure.
        disclosure: that asks for a figure.
        found: the findings for the query.
        index: of the document.
        facts: of the document.
        twins: the passages with their own tag for a disclosure related by a crosswalk.
        weights: the fitted ones.
    """
    worths = unit_worths(found, weights)
    weight = {n: found.words.get(n, 0.0) + found.passages.get(n, 0.0) for n in {*found.words, *found.passages}}
    fitting: dict[int, list[Fact]] = {}
    for passage in candidates(worths, weight, index, twins):
        if passage not in fitting and (known := [fact for fact in facts.of_passage(passage) if fits(fact, disclosure)]):
            fitting[passage] = known
    best = max(worths, default=0.0) or 1.0
    scored = []
    for passage, known in fitting.items():
        unit = index.unit_of[passage]
        passage_signs = _signs(query, disclosure, index, passage, known, facts.year)
        signs = (worths[unit] / best, *passage_signs, float(passage in twins))
        scored.append(ScoredPassage(unit, passage, signs, chance(weights.figure, SIGNS, signs)))
    return sorted(scored, key=lambda one: (-_sum(one, weights), one.passage))


def shown(scored: Sequence[ScoredPassage], threshold: int) -> list[ScoredPassage]:
    """Return the passages to suggest: twins of the right part first, then a few of each page or section.

    Args:
        scored: the likeliest first.
        threshold: the least score of a twin: a tag beside another figure shows a likely place.
    """
    order = sorted(scored, key=lambda one: not (one.signs[_TWIN] and not one.signs[_OTHER] and one.score >= threshold))
    taken: Counter[int] = Counter()
    found: list[ScoredPassage] = []
    for one in order:
        taken[one.unit] += 1
        if taken[one.unit] <= PER_UNIT:
            found.append(one)
    scores = sorted((one.score for one in found), reverse=True)  # scores stay in their order, descending
    return [one._replace(score=score) for one, score in zip(found, scores, strict=True)]


def figure_in(facts: Iterable[Fact], disclosure: Disclosure, year: str) -> Fact | None:
    """Return the figure of a passage, preferring one of the period, of the report's year, and of the whole."""
    found = [fact for fact in facts if fits(fact, disclosure)]
    return max(
        found,
        key=lambda fact: (fact.role in ("", "bound"), fact.period == year, -len(fact.dimensions)),
        default=None,
    )


def twin_passages(twins: Iterable[Link]) -> frozenset[int]:
    """Return the passages with their own tag for a disclosure related by a crosswalk.

    The tag of a section, or of a table, only shows where to look.

    Args:
        twins: the tags of those disclosures in the document.
    """
    return frozenset(span.first for span in (link.statement.span for link in twins) if span.last - span.first == 1)


def _sum(one: ScoredPassage, weights: Weights) -> float:
    """Return the score before rounding."""
    return sum(weights.figure[name] * sign for name, sign in zip(SIGNS, one.signs, strict=True))


def candidates(
    worths: Sequence[float], weight: Mapping[int, float], index: DocumentIndex, twins: Iterable[int]
) -> Iterator[int]:
    """Yield the passages to read for a figure: those of the best units, the best of all, and the twins."""
    yield from (passage for passage in twins if passage in index.unit_of)
    order = sorted(range(len(worths)), key=lambda unit: (-worths[unit], unit))
    groups: list[Iterable[int]] = [index.units[unit].passages for unit in order[:UNITS_READ]]
    for passages in chain(groups, [weight]):
        likely = (n for n in passages if weight.get(n, 0.0) > 0 and index.has_figure(n) and n in index.unit_of)
        yield from sorted(likely, key=lambda n: (-weight[n], n))[:MOST_READ]


def _signs(
    query: Query, disclosure: Disclosure, index: DocumentIndex, passage: int, fitting: Sequence[Fact], year: str
) -> tuple[float, ...]:
    """Return the signs of a passage, in the order of `SIGNS`, without the first and the last."""
    unit = index.units[index.unit_of[passage]]
    label = max((f"{fact.label} {fact.group}" for fact in fitting), key=lambda text: names_in(text, query))
    form = normal(label)
    label_words = set(words(form))
    row_words = set(words(normal(max((fact.label for fact in fitting), key=len))))
    around = f"{form} {unit.headings}"
    wanted = quantities_of(disclosure.units)
    of_period = [fact for fact in fitting if fact.role in ("", "bound")]
    return (
        min(names_in(label, query) / MUCH, 1.0),
        _share_of_name(query, index, label_words),
        _share_of_name(query, index, label_words | unit.heading_words),
        _share_of_label(query, index, row_words),
        float(index.document.passages[passage].kind == "table-row"),
        float(wanted is not ANY and any(fact.quantity.partition("/")[0] in wanted - {""} for fact in fitting)),
        float(any(fact.period == year for fact in of_period)),
        float(bool(query.needs) and not any(need in around for need in query.needs)),
        float(not of_period),
        float(_is_of_another_part(disclosure, index, fitting)),
    )


def _is_of_another_part(disclosure: Disclosure, index: DocumentIndex, fitting: Sequence[Fact]) -> bool:
    """Whether the title names a part, such as Scope 2, and all figures are of another."""
    asked = dict(dimensions_in(in_language(disclosure.title, index.document.language)))
    known = [dict(fact.dimensions) for fact in fitting]
    return all(any(parts.get(axis, member) != member for axis, member in asked.items()) for parts in known)


def _share_of_label(query: Query, index: DocumentIndex, label: set[str]) -> float:
    """Return the share of a label among the words of the names, and half of that among the terms, by rarity."""
    rare = {word: index.rarity(len(index.units_with.get(word, {}))) for word in label}
    terms = set(query.term_words)
    known = sum(
        value * (1.0 if word in query.name_words else TERM / NAME if word in terms else 0.0)
        for word, value in rare.items()
    )
    whole = sum(rare.values())
    return known / whole if whole else 0.0


def _share_of_name(query: Query, index: DocumentIndex, present: set[str]) -> float:
    shares = [0.0]
    for name in query.names:
        known = [(index.rarity(len(index.units_with.get(word, {}))), word in present) for word in words(name)]
        if whole := sum(rare for rare, _ in known):
            shares.append(sum(rare for rare, has in known if has) / whole)
    return max(shares)
