"""What in the tagged passages supports a tag: of a quantitative disclosure, a figure that fits."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link

if TYPE_CHECKING:
    from disclosure_index.assessment.assessment import Assessment
    from disclosure_index.model import Fact

PICTURES = frozenset({"figure", "img", "svg", "picture"})
"""Elements whose figures may be drawn: nobody reads them here."""


class Support(StrEnum):
    """What supports the tags of a disclosure."""

    FIGURE = "figure"  # a figure in a unit that fits
    WORDS = "words"  # text; no figure is asked for
    NO_FIGURE = "no-figure"  # text, but no figure that fits
    NONE = ""  # it has no tag


class Evidence(NamedTuple):
    """What supports the tags of a disclosure, and the figure, with the number of its document, where that is one."""

    support: Support
    fact: "Fact | None" = None
    document: int = 0


def evidence_of(assessment: "Assessment", row: Coverage) -> Evidence:
    """Return what supports the tags of a disclosure."""
    from disclosure_index.figures.fitting import first_fitting

    if not row.links:
        return Evidence(Support.NONE)
    if row.disclosure.data != "quantitative":
        return Evidence(Support.WORDS)
    for link in row.links:
        if fact := first_fitting(tagged_facts(assessment, link), row.disclosure):
            return Evidence(Support.FIGURE, fact, link.document)
    return Evidence(Support.NO_FIGURE)


def tagged_facts(assessment: "Assessment", link: Link) -> "Iterator[Fact]":
    """Yield the facts that a tag reaches; of a tag inside a passage those that stand in its own text."""
    span, facts = link.statement.span, assessment.facts(link.document)
    for passage in range(span.first, span.last):
        for fact in facts.of_passage(passage):
            if span.text is None or fact.printed in span.text:
                yield fact
