"""Units ranked, the best passage of each, and how likely it is right."""

from math import exp, log1p
from typing import NamedTuple

from disclosure_index.figures import figures_in
from disclosure_index.suggest.features import FEATURES, Findings, guard
from disclosure_index.suggest.index import DocumentIndex, Unit
from disclosure_index.suggest.normal import words
from disclosure_index.suggest.query import Query, fits
from disclosure_index.suggest.weights import fitted

SIGNS = ("worth", "lead", "evidence", "name", "need", "figure")
"""What tells whether a candidate is right: see `_signs`."""
_WORD = 0.3
"""How much a word of its names says of a passage, against a phrase; one of its terms says half of it."""
_NO_FIGURE = 0.5
"""What is left of a passage without a figure, where figures are asked for."""


class Candidate(NamedTuple):
    """A passage that may answer; `signs` in the order of `SIGNS`."""

    unit: int
    passage: int
    signs: tuple[float, ...]

    @property
    def score(self) -> int:
        """The share of times that such a candidate is right, from 0 to 100."""
        weights = fitted("score")
        sum_ = weights["base"] + sum(weights[name] * sign for name, sign in zip(SIGNS, self.signs, strict=True))
        return round(100 / (1 + exp(-sum_)))


def rank(query: Query, found: Findings, index: DocumentIndex, most: int) -> list[Candidate]:
    """Give the best passage of each of the best units."""
    weights = [fitted("unit")[name] for name in FEATURES]
    worths = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in found.units]
    order = sorted(range(len(worths)), key=lambda unit: (-worths[unit], unit))
    candidates = []
    for place, unit in enumerate(order[:most]):
        passage = _best_passage(query, found, index, index.units[unit])
        if passage is not None:
            rival = order[1 - min(place, 1)] if len(order) > 1 else unit
            lead = worths[unit] - worths[rival]
            candidates.append(Candidate(unit, passage, _signs(query, found, index, unit, passage, worths[unit], lead)))
    return candidates


def _best_passage(query: Query, found: Findings, index: DocumentIndex, unit: Unit) -> int | None:
    """Give the passage of a unit that says most; a heading only where there is nothing else."""
    passages = index.document.passages
    bodies = [n for n in unit.passages if passages[n].kind != "heading" and index.forms[n].strip()]
    return max(bodies or unit.passages, key=lambda n: (_weight(query, found, index, n), -n), default=None)


def _weight(query: Query, found: Findings, index: DocumentIndex, passage: int) -> float:
    has = set(words(index.forms[passage]))
    said = 0.0
    for kind, known in ((_WORD, query.name_words), (_WORD / 2, query.term_words)):
        said += sum(kind * index.rarity(len(index.units_with[word])) for word in known if word in has)
    weight = said * guard(passage, query, found) + found.passages.get(passage, 0.0)
    return weight * (1.0 if not query.quantitative or any(c.isdigit() for c in index.forms[passage]) else _NO_FIGURE)


def _signs(
    query: Query, found: Findings, index: DocumentIndex, unit: int, passage: int, worth: float, lead: float
) -> tuple[float, ...]:
    row = found.units[unit]
    text = index.document.passages[passage].text
    return (
        worth / sum(fitted("unit").values()),
        lead / sum(fitted("unit").values()),
        log1p(found.passages.get(passage, 0.0)) / 4,
        _named(query, index, index.units[unit]),
        row[FEATURES.index("need")],
        1.0 if not query.quantitative or any(fits(query, figure) for figure in figures_in(text)) else 0.0,
    )


def _named(query: Query, index: DocumentIndex, unit: Unit) -> float:
    """Give how much of the best of its names stands in a unit, by the rarity of the words."""
    has = {word for passage in unit.passages for word in words(index.forms[passage])} | unit.heading_words
    shares = [0.0]
    for name in query.names:
        rare = {word: index.rarity(len(index.units_with.get(word, ()))) for word in words(name)}
        if whole := sum(rare.values()):
            shares.append(sum(weight for word, weight in rare.items() if word in has) / whole)
    return max(shares)
