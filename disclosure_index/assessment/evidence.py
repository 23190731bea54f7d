"""Evidence: the figure or the words in tagged passages that support a tag."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link
from disclosure_index.model import Place

if TYPE_CHECKING:
    from disclosure_index.figures.reader import DocumentFacts
    from disclosure_index.model import Fact
    from disclosure_index.suggest.query import Query

    FactsOf = Callable[[int], DocumentFacts]

PICTURES = frozenset({"figure", "img", "svg", "picture"})
"""Elements whose figures may be drawn: nobody reads them here."""


MOST_READ = 90
"""Passages that are read for the figure of one disclosure: some six pages. Who tags more points at no figure."""

_ASKED_FOR = ("scope", "method")
"""Axes that name what is asked for; any other breaks it down."""

PART = 1.0
"""Taken from the score of a figure that covers only a part: the weight of one matching term."""
MOST_SHOWN = 400
"""Passages read to choose the figure that is shown for a disclosure."""
NAMED = 0.5
"""Share of a disclosure's words that a row must contain where the tag is on its table or section."""


class Support(StrEnum):
    """The evidence for the tags of a disclosure."""

    FIGURE = "figure"  # a figure in a unit that fits
    WORDS = "words"  # text; no figure is asked for
    NO_FIGURE = "no-figure"  # text, but no figure that fits
    UNREAD = "unread"  # so many passages that not all were read for the figure
    NONE = ""  # it has no tag


class SupportingFigure(NamedTuple):
    """The figure shown as evidence for a disclosure, with the number of its document."""

    fact: "Fact"
    document: int


def support_of(row: Coverage, facts: "FactsOf") -> Support:
    """Return the evidence for the tags of a disclosure.

    Args:
        row: its coverage.
        facts: gives what reads the facts of a document, by its number.
    """
    from disclosure_index.figures.fitting import fits

    if not row.links:
        return Support.NONE
    if row.disclosure.data != "quantitative":
        return Support.WORDS
    left = MOST_READ
    for link in row.links:
        if any(fits(fact, row.disclosure) for fact in facts_reached(link, facts, left)):
            return Support.FIGURE
        left -= link.statement.span.last - link.statement.span.first
        if left <= 0:
            return Support.UNREAD
    return Support.NO_FIGURE


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


class NamedFigure(NamedTuple):
    """A figure that fits a disclosure, and how well its row or sentence names it."""

    figure: SupportingFigure
    named: float


def named_figures(
    row: Coverage, facts: "FactsOf", query_in: "Callable[[int], Query]", document: int | None = None
) -> Iterator[NamedFigure]:
    """Yield the figures that fit a disclosure and are named for it, in the order of its tags, each once.

    A passage with a tag of its own need not name it: the tag does.

    Args:
        row: the coverage of the disclosure.
        facts: gives what reads the facts of a document, by its number.
        query_in: gives the words of the disclosure in the language of a document.
        document: the only one that is looked at; None for all.
    """
    from disclosure_index.figures.fitting import fits
    from disclosure_index.suggest.query import names_in

    left = MOST_SHOWN
    seen: set[tuple[int, Place]] = set()
    for link in row.links:
        if document not in (None, link.document) or left <= 0:
            continue
        span, query = link.statement.span, query_in(link.document)
        left -= span.last - span.first
        for fact in facts_reached(link, facts):
            if (link.document, fact.place) not in seen and fits(fact, row.disclosure):
                alone = span.last - span.first <= 1
                named = names_in(f"{fact.label} {fact.group}", query) + alone
                if named >= NAMED:
                    seen.add((link.document, fact.place))
                    yield NamedFigure(SupportingFigure(fact, link.document), named)


def figure_of(found: Iterable[NamedFigure], year: str) -> SupportingFigure | None:
    """Return the figure that stands for a disclosure; None where no row or sentence names it.

    A figure of the period stands before a change or a target; then that of the row or sentence which names the
    disclosure best, a whole before a part such as men or one region; then that of the report's own year. Of equals, the
    first.

    Args:
        found: the figures that fit it.
        year: that the report is named for.
    """

    def order(one: NamedFigure) -> tuple[bool, float, bool]:
        fact = one.figure.fact
        parts = sum(axis not in _ASKED_FOR for axis, _ in fact.dimensions)
        return fact.role in ("", "bound"), one.named - PART * parts, fact.period == year

    best = max(found, key=order, default=None)
    return best.figure if best else None
