"""Fit the weights of suggestions: ``python -m tools.fit_suggestions [REPORTS]`` writes suggest/weights.toml.

REPORTS is a folder as benchmarks/suggest.py takes it, with the labelled sentences (``labelled/*/sentences.csv``).
docs/suggestions.md gives the weights and their data. Printed first: each report by weights fitted on the others.
"""

import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.printed_index import load_hints
from benchmarks.published_reports import reports_folder
from benchmarks.suggest import places as index_places
from benchmarks.suggest import summary
from benchmarks.suggest_passages import (
    FOREIGN,
    KIN,
    Judged,
    Labelled,
    Labels,
    calibration_error,
    judged,
    line,
    mass,
    places,
    published,
    read_labels,
    samples,
)
from benchmarks.suggest_sentences import TOPICS, UNRELATED, belongs, competing, read_sentences
from benchmarks.suggest_truth import Case, read_case, tagged
from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Disclosure
from disclosure_index.suggest import Suggester, figure_passages, ranking, reverse
from disclosure_index.suggest.features import FEATURES, NOTHING_TAGGED, Tagged, find_features, nearness
from disclosure_index.suggest.index import DocumentIndex
from disclosure_index.suggest.normalised_text import normal
from disclosure_index.suggest.query import Query, query
from disclosure_index.suggest.weights import FILE, Weights, chance, fitted

STEPS = 1000
LEAST = {"row": 2.2}
"""Printed indexes point at text about a KPI as often as at its row, but the answer to a gap is the figure. On the
reports left out, hit@1 is the same with it, 0.66."""
HEAD = "# Written by `python -m tools.fit_suggestions`: see docs/suggestions.md. Not to be changed by hand.\n"
AGAINST = ("lacks", "role", "other")
"""The signs against a passage with a figure."""

Array = np.ndarray[Any, np.dtype[np.float64]]


class Question(NamedTuple):
    """A disclosure searched for in a report: the features of the units, and which of them are correct."""

    case: str
    features: Array
    right: Array


def fit_units(questions: Sequence[Question]) -> dict[str, float]:
    """Fit the weights of units: the likelihood that the correct ones come first; none is negative, or below `LEAST`."""
    least = np.array([LEAST.get(name, 0.0) for name in FEATURES])
    features = np.vstack([question.features for question in questions])
    right = np.concatenate([question.right for question in questions])
    sizes = np.array([len(question.right) for question in questions])
    starts = np.cumsum(sizes) - sizes
    weights = least.copy()
    moment, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        sums = features @ weights
        share = np.exp(sums - np.repeat(np.maximum.reduceat(sums, starts), sizes))
        share /= np.repeat(np.add.reduceat(share, starts), sizes)
        hit = share * right
        hit /= np.repeat(np.add.reduceat(hit, starts), sizes)
        gradient = 0.04 * weights + features.T @ (share - hit) / len(questions)
        moment = 0.9 * moment + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        rate = 0.05 * (1 - step / STEPS) * (moment / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-9)
        weights = np.maximum(least, weights - rate)
    return dict(zip(FEATURES, weights.tolist(), strict=True))


def fit_signs(names: Sequence[str], signs: Array, right: Array, mass: Array) -> dict[str, float]:
    """Fit a logistic regression: the probability that a candidate with these signs is correct."""
    table = np.hstack([signs, np.ones((len(signs), 1))])
    weights = np.zeros(table.shape[1])
    for _ in range(40):  # steps of Newton's method
        share = 1 / (1 + np.exp(-table @ weights))
        ridge = 0.5 * np.eye(len(weights))
        ridge[-1, -1] = 1e-9
        gradient = table.T @ (mass * (share - right)) + ridge @ weights
        curve = (table * (mass * share * (1 - share))[:, None]).T @ table + ridge
        weights = weights - np.linalg.solve(curve, gradient)
    return dict(zip([*names, "base"], weights.tolist(), strict=True))


def fit_figures(found: Sequence[Judged]) -> dict[str, float]:
    """Fit the weights that score a passage with a figure; a sign with the opposite of its meaning gets none."""
    signs = np.array([one.signs for one in found])
    right = np.array([one.right for one in found], dtype=np.float64)
    weighed = np.array(mass(found))
    kept = list(figure_passages.SIGNS)
    while True:
        columns = [figure_passages.SIGNS.index(name) for name in kept]
        weights = fit_signs(kept, signs[:, columns], right, weighed)
        wrong = [name for name in kept if weights[name] * (-1 if name in AGAINST else 1) < 0]
        if not wrong:
            return {name: weights.get(name, 0.0) for name in (*figure_passages.SIGNS, "base")}
        kept.remove(max(wrong, key=lambda name: abs(weights[name])))


def leave_out(reports: Sequence[Labelled], labels: Labels, weights: Weights) -> None:
    """Print the results of suggestions with figures on each report, by weights of the reports of other issuers."""
    known = {one.report: list(judged(one, labels)) for one in reports}
    every: list[int] = []
    scored: list[Judged] = []
    for one in reports:
        others = [j for other in reports if other.issuer != one.issuer for j in known[other.report]]
        figure = fit_figures(others)
        every += (found := places(one.weighed(weights._replace(figure=figure)), labels))
        print(line(one.report, found))
        scored += [j._replace(score=chance(figure, figure_passages.SIGNS, j.signs)) for j in known[one.report]]
    print(line("all, each by weights of the others", every))
    print(f"  calibration error {calibration_error(scored):.3f}, {len(scored)} passages")


class Asked:
    """The questions about one report, both when nothing is tagged, and when all other tags are there."""

    def __init__(self, case: Case, catalog: Catalog) -> None:
        self.case, self._catalog = case, catalog
        self._index = DocumentIndex(case.document)
        self._right = {d.uid: self._units(d) for d in case.asked}

    def questions(self) -> Iterator[Question]:
        """Yield the questions for units."""
        number = len(self._index.units)
        for disclosure in self.case.asked:
            right = np.array([unit in self._right[disclosure.uid] for unit in range(number)], dtype=np.float64)
            others = Tagged(self._siblings(disclosure), self._relatives(disclosure), self._near(disclosure))
            for tags in (NOTHING_TAGGED, others):
                found = find_features(self._query(disclosure), self._index, tags)
                yield Question(self.case.name, np.array(found.units), right)

    def candidates(self, weights: Weights) -> Iterator[tuple[tuple[float, ...], bool, bool]]:
        """Yield the signs of first candidates, whether they are correct, and whether the question is a foreign one."""
        for disclosure in self.case.asked:
            for found in self._rank(disclosure, weights):
                yield found.signs, found.unit in self._right[disclosure.uid], False
        own = {industry for one in self.case.report.profile.industries for industry in (one, *KIN.get(one, ()))}
        for disclosure in self._catalog.frameworks["sasb"].disclosures:
            if disclosure.part in FOREIGN and disclosure.part not in own and ".A" not in disclosure.code:
                for found in self._rank(disclosure, weights):
                    yield found.signs, False, True

    def _rank(self, disclosure: Disclosure, weights: Weights) -> list[ranking.ScoredPassage]:
        wanted = self._query(disclosure)
        return ranking.rank(wanted, find_features(wanted, self._index), self._index, 1, weights)

    def _query(self, disclosure: Disclosure) -> Query:
        return query(disclosure, self._catalog, self.case.document.language)

    def _units(self, disclosure: Disclosure) -> frozenset[int]:
        known = self._index.unit_of.items()
        return frozenset(unit for passage, unit in known if self.case.is_hit(disclosure, passage))

    def _siblings(self, disclosure: Disclosure) -> frozenset[int]:
        near = [d for d in self.case.asked if (d.framework, d.group) == (disclosure.framework, disclosure.group)]
        return frozenset(unit for d in near if d.uid != disclosure.uid for unit in self._right[d.uid])

    def _near(self, disclosure: Disclosure) -> dict[int, float]:
        order = [d.uid for d in self._catalog.frameworks[disclosure.framework].disclosures]
        places = {uid: n for n, uid in enumerate(order)}
        others = [d for d in self.case.asked if d.framework == disclosure.framework and d.uid != disclosure.uid]
        return nearness((abs(places[d.uid] - places[disclosure.uid]), self._right[d.uid]) for d in others)

    def _relatives(self, disclosure: Disclosure) -> frozenset[int]:
        links = [(link.left, link.right) for link in self._catalog.crosslinks]
        names = {disclosure.uid, disclosure.short}
        near = {b for a, b in links if a in names} | {a for a, b in links if b in names}
        found = (d for d in self.case.asked if {d.uid, d.short} & near)
        return frozenset(unit for d in found for unit in self._right[d.uid])


def fit_reports(reports: Sequence[Asked]) -> Weights:
    """Fit the weights that rank units, then those that score their candidates."""
    unit = fit_units([question for asked in reports for question in asked.questions()])
    weights = fitted()._replace(unit=unit)
    found = [candidate for asked in reports for candidate in asked.candidates(weights)]
    signs, right, foreign = (np.array(column, dtype=np.float64) for column in zip(*found, strict=True))
    # Of two gaps, one is assumed to be answered somewhere in the text, and the other nowhere.
    mass = np.where(foreign > 0, (foreign == 0).sum() / max(1, foreign.sum()), 1.0)
    return weights._replace(score=fit_signs(ranking.SIGNS, signs, right, mass))


def fit_passages(file: Path, catalog: Catalog) -> dict[str, float]:
    """Fit the weights that score the answers of a passage; the first answer of each sentence is judged."""
    topics = tomllib.loads(TOPICS.read_text("utf-8"))["topic"]
    disclosures = competing(catalog)
    queries = [query(d, catalog, "zh-Hans") for d in disclosures]
    index = reverse.QueryIndex(queries, fitted())
    rows = [(index.answers(normal(text), 1), topic) for text, topic in read_sentences(file)]
    found = [(answers[0], topic) for answers, topic in rows if answers]
    right = [topic != UNRELATED and belongs(disclosures[a.query], topic, topics) for a, topic in found]
    unrelated = np.array([topic == UNRELATED for _, topic in found])
    # In a report, passages without an answer are as common as passages with one.
    mass = np.where(unrelated, (~unrelated).sum() / unrelated.sum(), 1.0)
    return fit_signs(reverse.SIGNS, np.array([a.signs for a, _ in found]), np.array(right, dtype=np.float64), mass)


def fit_labelled(cases: Sequence[Case | None], catalog: Catalog, weights: Weights) -> dict[str, float]:
    """Fit the weights that score passages with a figure on labelled ones; print each one by weights of the others."""
    labels = read_labels()
    reports = [*samples(weights), *published([case for case in cases if case], labels, catalog, weights)]
    leave_out(reports, labels, weights)
    return fit_figures([j for one in reports for j in judged(one, labels)])


def main(argv: Sequence[str]) -> None:
    """Fit on all but one report, and print the results on that one, both ways; then fit on all, and write."""
    folder = Path(argv[0]) if argv else reports_folder()
    catalog, hints = load_frameworks(), load_hints()
    cases = [read_case(file.parent, catalog, hints) for file in sorted(folder.glob("*/printed-index.csv"))]
    reports = [Asked(case, catalog) for case in cases if case]
    for left_out in reports:
        case = left_out.case
        weights = fit_reports([asked for asked in reports if asked is not left_out])
        for tags, rows in (("nothing tagged", ()), ("others tagged", tagged(case, catalog))):
            suggester = Suggester(case.report, catalog, rows, weights)
            for framework in dict.fromkeys(d.framework for d in case.asked):
                found = index_places(case, framework, lambda d, s=suggester: [x.passage for x in s.for_disclosure(d)])
                print(f"{case.name:18}{framework:9}{tags:16}{summary(found)}")
    weights = fit_reports(reports)
    weights = weights._replace(figure=fit_labelled(cases, catalog, weights))
    for file in sorted(folder.glob("labelled/*/sentences.csv")):
        weights = weights._replace(passage=fit_passages(file, catalog))
    text = HEAD
    for part, table in weights._asdict().items():
        text += f"\n[{part}]\n" + "".join(f"{name} = {value:.3f}\n" for name, value in table.items())
    FILE.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main(sys.argv[1:])
