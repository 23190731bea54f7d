"""Places to look at for an open disclosure. Every output gives the same ones; they are never coverage.

They are the passages that seem to answer it; where none does, the elements whose tags are nearest to it.
"""

from collections.abc import Iterable
from typing import NamedTuple

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link
from disclosure_index.model import Document, Fact, Span
from disclosure_index.suggest import THRESHOLD, Suggestion


class PlaceToLook(NamedTuple):
    """A passage that seems to answer a disclosure, with score and reason; or a tag near it."""

    document: int
    span: Span
    score: int = 0  # 0 for a tag
    matched: tuple[str, ...] = ()
    link: Link | None = None  # the tag
    fact: Fact | None = None  # the figure that the passage gives, where one is asked for


def places_to_look(
    assessment: Assessment, row: Coverage, document: int = 0, found: Iterable[Suggestion] | None = None
) -> tuple[PlaceToLook, ...]:
    """Return the places to look at for a disclosure, the best first.

    Args:
        assessment: of the report.
        row: the coverage of the disclosure.
        document: that is looked at; tags of others are given where it has none.
        found: what was suggested for the disclosure; None: the best passage is looked for.

    """
    if found is None:
        found = assessment.suggester.for_disclosure(row.disclosure, 1, document)
    passages = tuple(_passage(assessment.report.documents[document], one) for one in found if one.score >= THRESHOLD)
    links = () if passages else assessment.neighbourhood.places(row, document)
    return passages or tuple(PlaceToLook(link.document, link.statement.span, link=link) for link in links)


def _passage(document: Document, one: Suggestion) -> PlaceToLook:
    p = document.passages[one.passage]
    span = Span("", p.location, p.section, one.passage, one.passage + 1, None, p.anchor, p.page, p.page)
    return PlaceToLook(one.document, span, one.score, one.matched, fact=one.fact)
