"""Ranking of units, with the best passage of each and the likelihood that it is right."""

from math import log1p
from typing import NamedTuple

from disclosure_index.figures.numbers import figures_in, unit_pattern
from disclosure_index.suggest.features import FEATURES, Findings
from disclosure_index.suggest.index import DocumentIndex, Unit
from disclosure_index.suggest.normalised_text import words
from disclosure_index.suggest.query import Query, fits
from disclosure_index.suggest.weights import Weights, chance

SIGNS = (
    "worth",  # of its unit, relative to a unit with all features
    "lead",  # that, minus the worth of the best other unit
    "evidence",  # the phrases in the passage itself
    "name",  # the share of one of its names in the unit or the headings
    "need",  # the required words are in the unit
    "figure",  # the passage has a figure in a fitting unit, if figures are asked for
)
"""The signs that decide whether a candidate is right."""
_AMOUNTS = unit_pattern(("mass", "carbon", "energy", "volume"))
_NO_FIGURE = 0.5
"""The factor for a passage without a figure, if figures are asked for."""


class ScoredPassage(NamedTuple):
    """A passage that may answer; `signs` in the order of `SIGNS`, the score from 0 to 100."""

    unit: int
    passage: int
    signs: tuple[float, ...]
    score: int


def rank(query: Query, found: Findings, index: DocumentIndex, most: int, weights: Weights) -> list[ScoredPassage]:
    """Return the best passage of each of the best units."""
    worths = unit_worths(found, weights)
    order = sorted(range(len(worths)), key=lambda unit: (-worths[unit], unit))
    candidates: list[ScoredPassage] = []
    for place, unit in enumerate(order[:most]):
        passage = _best_passage(query, found, index, index.units[unit])
        if passage is not None:
            rival = order[1 - min(place, 1)] if len(order) > 1 else unit
            signs = _signs(query, found, index, passage, worths[unit], worths[unit] - worths[rival])
            score = chance(weights.score, SIGNS, signs)
            candidates.append(
                ScoredPassage(unit, passage, signs, min(score, candidates[-1].score) if candidates else score)
            )
    return _with_figures_first(query, index, candidates)


def _with_figures_first(query: Query, index: DocumentIndex, candidates: list[ScoredPassage]) -> list[ScoredPassage]:
    """Put the first passage that names the disclosure with its amount before those without one.

    Only amounts of energy, emissions, mass and volume: they have units that other figures on the page do not have.
    Hours and persons occur as often below another name. A row of a table need not have the whole
    name: "Scope 2" is enough in it. The scores stay in their order, descending.
    """
    if not query.quantitative or not any(map(_AMOUNTS.search, query.units)):
        return candidates
    figure = SIGNS.index("figure")
    of_rows = [*query.names, *(term for term in query.terms if any(term in name for name in query.names))]

    def answers(one: ScoredPassage) -> bool:
        names = of_rows if index.document.passages[one.passage].kind == "table-row" else query.names
        return bool(one.signs[figure]) and any(name in index.forms[one.passage] for name in names)

    first = next((n for n, one in enumerate(candidates) if answers(one)), 0)
    if any(one.signs[figure] for one in candidates[:first]):
        return candidates
    order = [*candidates[first : first + 1], *candidates[:first], *candidates[first + 1 :]]
    return [one._replace(score=place.score) for one, place in zip(order, candidates, strict=True)]


def unit_worths(found: Findings, weights: Weights) -> list[float]:
    """Return the weighted features of each unit; 1 would be a unit with all of them."""
    known = [weights.unit[name] for name in FEATURES]
    whole = sum(known)
    return [sum(w * x for w, x in zip(known, row, strict=True)) / whole for row in found.units]


def _best_passage(query: Query, found: Findings, index: DocumentIndex, unit: Unit) -> int | None:
    """Return the passage of a unit with the greatest weight; a heading only without another passage."""
    passages = index.document.passages
    bodies = [n for n in unit.passages if passages[n].kind != "heading" and len(index.forms[n]) > 1]
    return max(bodies or unit.passages, key=lambda n: (_weight(query, found, index, n), -n), default=None)


def _weight(query: Query, found: Findings, index: DocumentIndex, passage: int) -> float:
    weight = found.words.get(passage, 0.0) + found.passages.get(passage, 0.0)
    return weight * (1.0 if not query.quantitative or index.has_figure(passage) else _NO_FIGURE)


def _signs(
    query: Query, found: Findings, index: DocumentIndex, passage: int, worth: float, lead: float
) -> tuple[float, ...]:
    unit = index.unit_of[passage]
    figures = figures_in(index.document.passages[passage].text) if query.quantitative else ()
    return (
        worth,
        lead,
        log1p(found.passages.get(passage, 0.0)) / 4,
        _named(query, index, unit),
        found.units[unit][FEATURES.index("need")],
        1.0 if not query.quantitative or any(fits(query, figure) for figure in figures) else 0.0,
    )


def _named(query: Query, index: DocumentIndex, unit: int) -> float:
    """Return the share of the best of its names in a unit, by the rarity of the words."""
    headings = index.units[unit].heading_words
    shares = [0.0]
    for name in query.names:
        tables = [(word, index.units_with.get(word, {})) for word in words(name)]
        if whole := sum(index.rarity(len(table)) for _, table in tables):
            has = (index.rarity(len(table)) for word, table in tables if unit in table or word in headings)
            shares.append(sum(has) / whole)
    return max(shares)
