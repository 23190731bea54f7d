"""Suggestions for what asks for a figure: in each place the passage that holds it, and none without one as likely."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from disclosure_index.assessment.linking import Link
from disclosure_index.figures.fitting import ANY, first_fitting, quantities_of
from disclosure_index.figures.reader import DocumentFacts
from disclosure_index.model import Disclosure
from disclosure_index.suggest.index import Unit
from disclosure_index.suggest.ranking import ScoredPassage

LARGEST = 3
"""Passages of an element whose tag says where its twin's figure is; that of a section says only which section."""
MOST_READ = 40
"""Passages of a page or section that are read for the figure, those that say most first."""


def with_figures(
    candidates: Sequence[ScoredPassage],
    disclosure: Disclosure,
    facts: DocumentFacts,
    units: Sequence[Unit],
    weights: Mapping[int, float],
    threshold: int,
) -> list[ScoredPassage]:
    """Return candidates, each with the passage of its page or section that has a fitting figure.

    One whose place has none stays below the threshold: it is no answer to what asks for a figure.

    Args:
        candidates: the best first.
        disclosure: that asks for a figure.
        facts: of the document.
        units: the pages or sections of the document.
        weights: what each passage says of the disclosure, by its words and phrases.
        threshold: the score that nothing without a figure reaches.
    """
    found: list[ScoredPassage] = []
    for one in candidates:
        passage = _passage_with_figure(one, disclosure, facts, units[one.unit], weights)
        if passage is None:
            found.append(one._replace(score=min(one.score, threshold - 1)))
        else:
            found.append(one._replace(passage=passage))
    scores = sorted((one.score for one in found), reverse=True)
    is_sorted = [one.score for one in found] == scores
    return found if is_sorted else sorted(found, key=lambda one: -one.score)


def _passage_with_figure(
    one: ScoredPassage, disclosure: Disclosure, facts: DocumentFacts, unit: Unit, weights: Mapping[int, float]
) -> int | None:
    """Return the passage itself where it has a fitting figure, else the one beside it that has one and says most."""
    if first_fitting(facts.of_passage(one.passage), disclosure):
        return one.passage
    if quantities_of(disclosure.units) is ANY:
        return None
    beside = sorted((n for n in unit.passages if weights.get(n, 0.0) > 0), key=lambda n: (-weights[n], n))
    return next((n for n in beside[:MOST_READ] if first_fitting(facts.of_passage(n), disclosure)), None)


def twin_passage(
    disclosure: Disclosure, facts: DocumentFacts, twins: Iterable[Link], unit_of: Callable[[int], int | None]
) -> int | None:
    """Return the row with a fitting figure that carries the tag of a disclosure which a crosswalk relates.

    Args:
        disclosure: that asks for a figure in a unit of its own.
        facts: of the document.
        twins: the tags of those disclosures in it.
        unit_of: the page or section of a passage; None in a printed index.
    """
    if quantities_of(disclosure.units) is ANY:
        return None
    for link in twins:
        span = link.statement.span
        if span.last - span.first <= LARGEST:
            for passage in range(span.first, span.last):
                is_row = facts.document.passages[passage].kind == "table-row" and unit_of(passage) is not None
                if is_row and first_fitting(facts.of_passage(passage), disclosure):
                    return passage
    return None
