"""The disclosures that a Sector Standard lists for a topic, once one on its list is out of force."""

from collections.abc import Iterator
from typing import NamedTuple

from disclosure_index.model import Disclosure, Framework, SectorListing, SectorTopic, parse_reference

LISTED = "topic-standard"
"""The kind of a listing that names a disclosure of a Topic Standard."""


class Listed(NamedTuple):
    """A disclosure that a topic lists, and the parts of the framework that take its place once it is out of force."""

    disclosure: Disclosure
    successors: tuple[str, ...]


def listed(framework: Framework, topic: SectorTopic) -> Iterator[Listed]:
    """Yield the disclosures of Topic Standards that a topic lists, those that are not defined aside."""
    by_key = {(d.code, d.edition): d for d in framework.disclosures}
    for listing in topic.listings:
        disclosure = by_key.get((listing.code, listing.edition))
        if disclosure and _is_asked(listing):
            yield Listed(disclosure, successors(framework, disclosure))


def _is_asked(listing: SectorListing) -> bool:
    return listing.kind == LISTED


def successors(framework: Framework, disclosure: Disclosure) -> tuple[str, ...]:
    """Return the parts that have the successors of a disclosure; else those that take the place of its whole part."""
    references = [reference for text in disclosure.superseded_by if (reference := parse_reference(text))]
    parts = (
        d.part
        for reference in references
        if reference.framework == framework.id
        for d in framework.disclosures
        if d.code == reference.code and reference.edition in (None, d.edition) and d.uid != disclosure.uid
    )
    if found := tuple(dict.fromkeys(parts)):
        return found
    editions = (e for e in framework.editions if (e.part, e.id) == (disclosure.part, disclosure.edition))
    return tuple(dict.fromkeys(part for edition in editions for part in edition.superseded_by))
