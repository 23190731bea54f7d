"""The facts of a report with their concepts: the disclosures, datapoints and elements that tags name."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.linking import Link
from disclosure_index.model import Disclosure, Fact
from disclosure_index.suggest.normalised_text import normal, words

FactKey = tuple[tuple[str, ...], tuple[tuple[str, str], ...], str]


class Concept(NamedTuple):
    """The concept of a fact: a disclosure, the datapoints named by the tag, and their taxonomy elements."""

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
        """The key of the fact: label and group as sets of normalised words, dimensions, unit."""
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
    """Return the key that a fact shares with the same fact of another year or report."""
    said = sorted(set(words(normal(f"{fact.label} {fact.group}"))))
    return tuple(said), fact.dimensions, fact.unit


def concepts_by_passage(assessment: Assessment, document: int) -> Mapping[int, list[Concept]]:
    """Return the concepts of each passage, from the innermost tagged element around it."""
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
