"""The facts of a report with what they are facts of: the disclosures, datapoints and elements that their tags name."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.linking import Link
from disclosure_index.model import Disclosure, Fact
from disclosure_index.suggest.normalised_text import normal, words

FactKey = tuple[tuple[str, ...], tuple[tuple[str, str], ...], str]


class Concept(NamedTuple):
    """What a tag says that a fact is of: a disclosure, the datapoints that the tag names, their taxonomy's elements."""

    disclosure: Disclosure
    datapoints: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()


class TaggedFact(NamedTuple):
    """A fact of a document, by its number, with its concepts: none where no tag reaches it.

    Attributes:
        fact: as the document states it.
        document: its number in the report.
        concepts: by the innermost element around it that is tagged.
    """

    fact: Fact
    document: int
    concepts: tuple[Concept, ...]

    @property
    def key(self) -> FactKey:
        """What joins it to the same fact elsewhere: label and group as sets of normal words, dimensions, unit."""
        return fact_key(self.fact)


def facts_of(assessment: Assessment) -> tuple[TaggedFact, ...]:
    """Return all facts of a report, document by document, in reading order."""
    return tuple(
        TaggedFact(fact, number, tuple(concepts.get(fact.place.passage, ())))
        for number, document in enumerate(assessment.report.documents)
        if document.readable
        for concepts in (concepts_by_passage(assessment, number),)
        for fact in assessment.facts(number).all
    )


def fact_key(fact: Fact) -> FactKey:
    """Return what a fact has in common with the same fact of another year or report."""
    said = sorted(set(words(normal(f"{fact.label} {fact.group}"))))
    return tuple(said), fact.dimensions, fact.unit


def concepts_by_passage(assessment: Assessment, document: int) -> Mapping[int, list[Concept]]:
    """Return, for each passage, what the innermost tagged element around it answers."""
    best: dict[int, tuple[int, dict[tuple[str, tuple[str, ...]], Concept]]] = {}
    for link in assessment.tags:
        if link.document != document or not link.status.counts or link.disclosure is None:
            continue
        span = link.statement.span
        size, concept = span.last - span.first, _concept(link, link.disclosure)
        for passage in range(span.first, span.last):
            if passage not in best or size < best[passage][0]:
                best[passage] = (size, {})
            if size == best[passage][0]:
                best[passage][1].setdefault((concept.disclosure.uid, concept.datapoints), concept)
    return {passage: list(concepts.values()) for passage, (_, concepts) in best.items()}


def _concept(link: Link, disclosure: Disclosure) -> Concept:
    elements = [*_elements(link.datapoints, disclosure)]
    return Concept(disclosure, link.datapoints, tuple(dict.fromkeys(elements or disclosure.element)))


def _elements(names: tuple[str, ...], disclosure: Disclosure) -> Iterator[str]:
    for datapoint in disclosure.datapoints:
        if datapoint.id in names:
            yield from datapoint.element
    for letter, elements in disclosure.letters:
        if letter in names:
            yield from elements
