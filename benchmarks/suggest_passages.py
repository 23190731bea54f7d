"""Passages that are suggested for what asks for a figure: how often the first holds it, and what a score is worth.

``suggest_labels.csv`` says of passages of the sample reports and of four published ones whether they hold the figure
that a disclosure asks for: two for each gap, and what came up as the fit was changed. A passage is named by a digest of
its text; no text of a report is kept. A gap has a figure if one of its labelled passages holds it.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from benchmarks.suggest_truth import Case
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Disclosure
from disclosure_index.session import open_assessment
from disclosure_index.suggest import THRESHOLD, Suggester
from disclosure_index.suggest.figure_passages import shown
from disclosure_index.suggest.weights import Weights

LABELS = Path(__file__).with_name("suggest_labels.csv")
SAMPLES = (("alibaba-2024", "zh-Hans"), ("harbour-ferries-2025", "en"))
SOURCES = Path(__file__).resolve().parents[1] / "report_sources"
BINS = 10
FOREIGN = ("IF-EU", "TR-AF", "FN-IN", "FN-CB", "HC-BP", "IF-RE", "CG-MR", "FN-AC", "TC-SI", "CG-EC")
"""Industries with terms: a report does not answer the questions for another industry alone."""
KIN = {"CG-EC": ("CG-MR", "TC-SI")}
"""Industries that share questions with another one."""

Labels = Mapping[tuple[str, str, str], bool]
"""Whether the passage holds the figure, by report, code and digest of the passage."""


class Labelled(NamedTuple):
    """A report with labelled passages, and its questions.

    Attributes:
        report: its name in the labels.
        issuer: reports of one are left out together.
        suggester: the suggester of the report.
        document: the number of the labelled document.
        asked: the disclosures that ask for a figure.
        foreign: those of other industries than the report's.
    """

    report: str
    issuer: str
    suggester: Suggester
    document: int
    asked: tuple[Disclosure, ...]
    foreign: tuple[Disclosure, ...] = ()

    def weighed(self, weights: Weights) -> "Labelled":
        """Return the report with other weights."""
        return self._replace(suggester=self.suggester.weighed(weights))

    def digest(self, passage: int) -> str:
        """Return the digest of a passage, as in the labels."""
        text = self.suggester.document(self.document).passages[passage].text
        return sha256(text.encode()).hexdigest()[:12]


class Judged(NamedTuple):
    """A suggestion with its signs and its label."""

    signs: tuple[float, ...]
    score: int
    right: bool
    foreign: bool


def read_labels() -> Labels:
    """Return the labels."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        return {(row["report"], row["code"], row["passage"]): row["right"] == "yes" for row in csv.DictReader(file)}


def samples(weights: Weights | None = None) -> Iterator[Labelled]:
    """Yield the sample reports, with their tags: those of the questions are ignored."""
    for name, language in SAMPLES:
        assessment = open_assessment(SOURCES / name, today=date(2026, 6, 30))
        number = next(n for n, d in enumerate(assessment.report.documents) if d.language == language)
        suggester = Suggester(assessment.report, assessment.catalog, assessment.coverage, weights)
        asked = tuple(
            c.disclosure for c in assessment.coverage if c.disclosure.data == "quantitative" and c.disclosure.required
        )
        yield Labelled(f"report_sources/{name}", name, suggester, number, asked)


def published(
    cases: Sequence[Case], labels: Labels, catalog: Catalog, weights: Weights | None = None
) -> Iterator[Labelled]:
    """Return the published reports of which passages are labelled, with nothing tagged."""
    foreign = [d for d in catalog.frameworks["sasb"].disclosures if d.part in FOREIGN and ".A" not in d.code]
    for case in cases:
        if any(report == case.name for report, _, _ in labels):
            asked = tuple(d for d in case.asked if d.data == "quantitative")
            own = {part for one in case.report.profile.industries for part in (one, *KIN.get(one, ()))}
            strange = tuple(d for d in foreign if d.part not in own and d.data == "quantitative")
            yield Labelled(case.name, case.name, Suggester(case.report, catalog, (), weights), 0, asked, strange)


def judged(one: Labelled, labels: Labels) -> Iterator[Judged]:
    """Yield the labelled passages of a report, and the first suggestions for questions that it does not answer."""
    for disclosure in one.asked:
        for found in one.suggester.figure_passages(disclosure, one.document):
            right = labels.get((one.report, disclosure.short, one.digest(found.passage)))
            if right is not None:
                yield Judged(found.signs, found.score, right, False)
    for disclosure in one.foreign:
        for found in one.suggester.figure_passages(disclosure, one.document)[:1]:
            yield Judged(found.signs, found.score, False, True)


def places(one: Labelled, labels: Labels) -> list[int]:
    """Return the rank of the first suggestion with the figure, from 1, for each gap that has one; 0 for none."""
    has = {code for (report, code, _), right in labels.items() if report == one.report and right}
    found = []
    for disclosure in one.asked:
        if disclosure.short in has:
            first = shown(one.suggester.figure_passages(disclosure, one.document), THRESHOLD)[:3]
            keys = [(one.report, disclosure.short, one.digest(passage.passage)) for passage in first]
            found.append(next((n for n, key in enumerate(keys, 1) if labels.get(key)), 0))
    return found


def mass(found: Sequence[Judged]) -> list[float]:
    """Return the weight of each: two questions that a report answers count as much as one that it does not."""
    strange = sum(one.foreign for one in found)
    return [(len(found) - strange) / max(1, strange) / 2 if one.foreign else 1.0 for one in found]


def calibration_error(found: Sequence[Judged]) -> float:
    """Return the expected calibration error: the difference of score and share of correct ones, over ten bins."""
    weights = mass(found)
    error = 0.0
    for number in range(BINS):
        inside = [n for n, one in enumerate(found) if min(one.score * BINS // 100, BINS - 1) == number]
        said = sum(weights[n] * found[n].score / 100 for n in inside)
        was = sum(weights[n] * found[n].right for n in inside)
        error += abs(said - was)
    return error / sum(weights)


def unfit_above_threshold(one: Labelled) -> int:
    """Return the number of suggestions at or above the threshold without a fitting figure."""
    count = 0
    for disclosure in one.asked:
        fitting = {found.passage for found in one.suggester.figure_passages(disclosure, one.document)}
        for found in one.suggester.for_disclosure(disclosure, document=one.document):
            count += found.score >= THRESHOLD and found.passage not in fitting
    return count


def line(name: str, found: Sequence[int]) -> str:
    """Return the shares of gaps whose figure is in the first suggestion, and in one of the first three."""
    shares = "  ".join(f"first {k}: {sum(0 < n <= k for n in found) / max(1, len(found)):.2f}" for k in (1, 3))
    return f"  {name:36}{len(found):4} gaps with a figure  {shares}"


def measure_passages(reports: Sequence[Labelled], labels: Labels) -> None:
    """Print the results of the weights on the labelled reports."""
    print("passages with a figure (fitted on these; python -m tools.fit_suggestions leaves each out)")
    every: list[int] = []
    for one in reports:
        every += (found := places(one, labels))
        print(line(one.report, found))
    print(line("all", every))
    print(f"  calibration error {calibration_error([j for one in reports for j in judged(one, labels)]):.3f}")
    print(f"  at or above the threshold without a figure: {sum(map(unfit_above_threshold, reports))}")
