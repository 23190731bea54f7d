"""Find what else to tag with a passage: its twin in another language, and related disclosures. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.model import Disclosure, Location, Relation
from disclosure_index.tables.parallel_document import twin_passages

MOST = 8
"""The most related disclosures that are offered, those that the same passage answers first."""


class ElementNumber(NamedTuple):
    """An element by its number: a tag does not change it, but may change the line and column."""

    document: int
    is_section: bool
    number: int


class Offer(NamedTuple):
    """An offer: the same disclosures at another element, or another disclosure at the same one."""

    element: ElementNumber | None = None
    row: Coverage | None = None
    whole: bool = False  # an answer to the tagged disclosure answers all of this one


def element_at(assessment: Assessment, location: Location) -> ElementNumber | None:
    """Return the passage, or the section, that begins at a location."""
    for document, source in enumerate(assessment.report.documents):
        passages = (n for n, passage in enumerate(source.passages) if passage.location == location)
        sections = (n for n, section in enumerate(source.sections) if section.location == location)
        if (number := next(passages, None)) is not None:
            return ElementNumber(document, False, number)
        if (number := next(sections, None)) is not None:
            return ElementNumber(document, True, number)
    return None


def location_of(assessment: Assessment, element: ElementNumber) -> Location:
    """Return the location of an element now."""
    source = assessment.report.documents[element.document]
    if element.is_section:
        return source.sections[element.number].location
    return source.passages[element.number].location


def offers(assessment: Assessment, disclosures: Sequence[Disclosure], element: ElementNumber) -> tuple[Offer, ...]:
    """Return the offers for an element that was tagged with some disclosures."""
    twins = [
        Offer(element=twin)
        for document in range(len(assessment.report.documents))
        if (twin := _twin(assessment, element, document)) and not _has(assessment, disclosures, twin)
    ]
    return (*twins, *_related(assessment, disclosures, element))


def _twin(assessment: Assessment, element: ElementNumber, document: int) -> ElementNumber | None:
    tagged, other = assessment.report.documents[element.document], assessment.report.documents[document]
    if document == element.document or other.language == tagged.language:
        return None
    if element.is_section:
        anchor = tagged.sections[element.number].anchor
        numbers = (n for n, section in enumerate(other.sections) if anchor and section.anchor == anchor)
        found = next(numbers, None)
    else:
        found = twin_passages(tagged, other).get(element.number)
    return None if found is None else ElementNumber(document, element.is_section, found)


def _related(assessment: Assessment, disclosures: Sequence[Disclosure], element: ElementNumber) -> tuple[Offer, ...]:
    """Return the disclosures that a crosswalk relates to the tagged ones, each once."""
    named = {name.casefold() for d in disclosures for name in (d.uid, d.short)}
    found: dict[str, Offer] = {}
    rows = {name.casefold(): row for row in assessment.coverage for name in (row.disclosure.uid, row.disclosure.short)}
    for link in assessment.catalog.crosslinks:
        for mine, other, whole in (
            (link.left, link.right, (Relation.EQUIVALENT, Relation.SUBSET)),
            (link.right, link.left, (Relation.EQUIVALENT, Relation.SUPERSET)),
        ):
            row = rows.get(mine.casefold())
            if other.casefold() not in named or row is None or _has(assessment, [row.disclosure], element):
                continue
            answers = link.relation in whole
            if answers or row.disclosure.uid not in found:
                found[row.disclosure.uid] = Offer(row=row, whole=answers)
    return tuple(sorted(found.values(), key=lambda offer: not offer.whole))[:MOST]


def _has(assessment: Assessment, disclosures: Sequence[Disclosure], element: ElementNumber) -> bool:
    """Whether an element is tagged with all of some disclosures."""
    at = location_of(assessment, element)
    here = {link.disclosure.uid for link in assessment.tags if link.disclosure and link.statement.span.location == at}
    return all(d.uid in here for d in disclosures)
