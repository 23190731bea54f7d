"""What in the tagged passages supports a tag: of a quantitative disclosure, a figure that fits."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link

if TYPE_CHECKING:
    from disclosure_index.figures.reader import DocumentFacts
    from disclosure_index.model import Fact

    FactsOf = Callable[[int], DocumentFacts]

PICTURES = frozenset({"figure", "img", "svg", "picture"})
"""Elements whose figures may be drawn: nobody reads them here."""


MOST_READ = 90
"""Passages that are read for the figure of one disclosure: some six pages. Who tags more points at no figure."""


class Support(StrEnum):
    """What supports the tags of a disclosure."""

    FIGURE = "figure"  # a figure in a unit that fits
    WORDS = "words"  # text; no figure is asked for
    NO_FIGURE = "no-figure"  # text, but no figure that fits
    UNREAD = "unread"  # so many passages that not all were read for the figure
    NONE = ""  # it has no tag


class Evidence(NamedTuple):
    """What supports the tags of a disclosure, and the figure, with the number of its document, where that is one."""

    support: Support
    fact: "Fact | None" = None
    document: int = 0


def evidence_of(row: Coverage, facts: "FactsOf") -> Evidence:
    """Return what supports the tags of a disclosure.

    Args:
        row: its coverage.
        facts: gives what reads the facts of a document, by its number.
    """
    from disclosure_index.figures.fitting import first_fitting

    if not row.links:
        return Evidence(Support.NONE)
    if row.disclosure.data != "quantitative":
        return Evidence(Support.WORDS)
    left = MOST_READ
    for link in row.links:
        if fact := first_fitting(facts_reached(link, facts, left), row.disclosure):
            return Evidence(Support.FIGURE, fact, link.document)
        left -= link.statement.span.last - link.statement.span.first
        if left <= 0:
            return Evidence(Support.UNREAD)
    return Evidence(Support.NO_FIGURE)


def facts_reached(link: Link, facts: "FactsOf", most: int = MOST_READ) -> "Iterator[Fact]":
    """Yield the facts that a tag reaches; of a tag inside a passage those that stand in its own text.

    Args:
        link: of the tag.
        facts: gives what reads the facts of a document, by its number.
        most: passages that are read.
    """
    span, read = link.statement.span, facts(link.document)
    for passage in range(span.first, min(span.last, span.first + most)):
        for fact in read.of_passage(passage):
            if span.text is None or fact.printed in span.text:
                yield fact
