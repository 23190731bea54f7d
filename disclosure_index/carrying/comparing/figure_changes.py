"""Compare the figures of two reports: new, gone, changed or restated. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.tagged_facts import concepts_by_passage
from disclosure_index.assessment.ties.grid import key_of
from disclosure_index.assessment.ties.tie import printed
from disclosure_index.carrying.comparing.restated_figures import is_same, restated_figures
from disclosure_index.carrying.text_change import shortened
from disclosure_index.model import Document, Fact, Span

MOST_FIGURES = 200
"""The most figures of one disclosure that are compared; more belong to a tag on a whole chapter."""


_FIGURES = re.compile(r"[\d.,()%–-]+")


class FigureChange(StrEnum):
    """The kinds of change of a figure."""

    NEW = "figure-new"
    GONE = "figure-gone"
    CHANGED = "figure-changed"
    RESTATED = "restated"


class ChangedFigure(NamedTuple):
    """A figure of either report, or of both."""

    change: FigureChange
    before: Fact | None
    now: Fact | None

    @property
    def fact(self) -> Fact:
        """The new figure, else the old one."""
        found = self.now or self.before
        assert found is not None
        return found


_Key = tuple[tuple[str, ...], tuple[tuple[str, str], ...], str]


def figure_changes(
    old: Assessment, new: Assessment, pair: tuple[int, int], ours: Iterable[Span], theirs: Iterable[Span]
) -> Iterator[ChangedFigure]:
    """Yield the changes of the figures of one disclosure: of two years, each report's own; of two drafts, year by year.

    Only rows of tables are compared: two rows are the same if label words, dimensions and unit agree. A changed figure
    in a sentence shows in its text.

    Args:
        old: the earlier report.
        new: the later report.
        pair: the documents of both, in one language.
        ours: the elements tagged with the disclosure in the earlier report.
        theirs: the elements tagged in the later one.
    """
    before = _figures(old, pair[0], ours)
    now = _figures(new, pair[1], theirs)
    years = str(old.report.year), str(new.report.year)
    for key, facts in before.items():
        if key not in now:
            if gone := facts.get(years[0]):
                yield ChangedFigure(FigureChange.GONE, gone, None)
            continue
        for year, fact in facts.items():
            later = now[key].get(years[1] if year == years[0] else year)
            if later and not is_same(fact, later) and (years[0] == years[1] or year == years[0]):
                yield ChangedFigure(FigureChange.CHANGED, fact, later)
    for key, facts in now.items():
        if key not in before and (come := facts.get(years[1])):
            yield ChangedFigure(FigureChange.NEW, None, come)


def restated(
    old: Assessment, new: Assessment, pair: tuple[int, int]
) -> Iterator[tuple[ChangedFigure, tuple[str, ...]]]:
    """Yield the figures of earlier years that a later report restates, with the disclosures of their tags."""
    if old.report.year >= new.report.year:
        return
    concepts = concepts_by_passage(new, pair[1])
    for one in restated_figures(old.facts(pair[0]), new.facts(pair[1])):
        uids = tuple(concept.disclosure.uid for concept in concepts.get(one.now.place.passage, ()))
        yield ChangedFigure(FigureChange.RESTATED, one.before, one.now), uids


def with_unit(fact: Fact | None) -> str:
    """Return a figure as printed, with its unit; "" for none."""
    return f"{printed(fact)} {fact.printed_unit}".strip() if fact else ""


def place_of(fact: Fact | None, document: Document) -> str:
    """Return the section and page of a figure; "" for none."""
    if fact is None:
        return ""
    passage = document.passages[fact.place.passage]
    title = document.sections[passage.section].title if passage.section is not None else ""
    return shortened(f"{title} ({passage.page})" if title and passage.page else title or passage.page)


def without_figures(text: str) -> str:
    """Return a text without its figures."""
    return _FIGURES.sub("", text)


def _figures(assessment: Assessment, document: int, spans: Iterable[Span]) -> Mapping[_Key, Mapping[str, Fact]]:
    """Return the figures of some elements, by key and year; where a year has two figures, neither."""
    reader = assessment.facts(document)
    passages = sorted({n for span in spans for n in range(span.first, span.last)})
    facts = [f for n in passages for f in reader.of_passage(n) if f.in_table and f.role == "" and f.value is not None]
    found: dict[_Key, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts[: MOST_FIGURES + 1]:
        found[key_of(fact.label), fact.dimensions, fact.unit][fact.period].append(fact)
    if len(facts) > MOST_FIGURES:
        return {}
    return {key: single for key, years in found.items() if (single := _single(years))}


def _single(years: Mapping[str, Sequence[Fact]]) -> dict[str, Fact]:
    return {year: facts[0] for year, facts in years.items() if len(facts) == 1}
