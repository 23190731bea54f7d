"""Findings on claims that an import could not place, or places with some doubt, at the rows of the index."""

import re
from collections.abc import Iterator, Sequence

from disclosure_index.checks.di408_index_locations import other_pagination_finding
from disclosure_index.checks.di417_placements import blank_row_finding
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.messages.shortening import shortened
from disclosure_index.model import Finding, Location, Message
from disclosure_index.printed_index import IndexEntry
from disclosure_index.printed_index.placing.placement import Doubt, Placement, Unplaced, Why
from disclosure_index.reading.unreadable import not_read

_WEB = re.compile(r"https?:|www\.|web ?site|官网|官網|网站|網站", re.IGNORECASE)
"""Links are answers, located at the row."""
_LONGEST_PLACE = 80  # columns of the quotation
_SHOWN = 5  # places of sections with one title


def unplaced_finding(unplaced: Unplaced) -> Finding:
    """Return the finding on an unplaced claim, or an unplaced part of one, at its row in the source."""
    claim = unplaced.claim
    if unplaced.why == Why.BLANK:
        return blank_row_finding(claim)
    reference = f"{claim.framework}:{claim.code}"
    place = shortened(unplaced.place, _LONGEST_PLACE) or message("no place")
    if unplaced.why == Why.NO_TEXT:
        problem = message(
            '{reference} is claimed at "{place}", a heading without text', reference=reference, place=place
        )
        hint = message("Tag the passage that answers it")
    else:
        problem = message(
            '{reference} is claimed at "{place}", which is not in the document', reference=reference, place=place
        )
        hint = _nearest(unplaced)
    row = claim.row if claim.row.path else Location("?")
    return Finding("DI415", problem, row, hint, framework=claim.framework, code=claim.code)


def _nearest(unplaced: Unplaced) -> Message:
    if unplaced.near:
        return message("Use one of the nearest titles: {titles}", titles=joined(COMMA, unplaced.near))
    return message("Correct the title: no similar one exists")


def other_documents(claims: Sequence[IndexEntry], unnamed: Sequence[tuple[str, IndexEntry]]) -> Iterator[Finding]:
    """Report, once for each, the other documents that hold the answers of the index.

    Args:
        claims: those that name documents by their usual words.
        unnamed: other names beside pages, which are not in this document.
    """
    pointing: dict[str, list[tuple[str, IndexEntry]]] = {}
    for claim in claims:
        if not (claim.pages or claim.sections or claim.omission_reason):
            for name in claim.documents:
                if not _WEB.match(name):
                    pointing.setdefault(name.casefold(), []).append((name, claim))
    for name, claim in unnamed:
        pointing.setdefault(name.casefold(), []).append((name, claim))
    for found in pointing.values():
        name, first = found[0]
        what = message(
            'places in another document, "{name}" ({count})', name=shortened(name, _LONGEST_PLACE), count=len(found)
        )
        yield not_read([what], first.row)


def pages_of_another_pagination(placement: Placement) -> Iterator[Finding]:
    """Report, once, that the index numbers the pages differently from the document."""
    if placement.refused and not placement.is_index_alone:
        yield other_pagination_finding(placement.document, placement.refused)


def doubts(found: Sequence[Doubt]) -> Iterator[Finding]:
    """Report the claims that may mean another section than the one they were placed in."""
    for doubt in found:
        claim, section = doubt.claim, doubt.section
        reference = f"{claim.framework}:{claim.code}"
        if doubt.others:
            places = joined(COMMA, (other.location for other in (section, *doubt.others)[:_SHOWN]))
            rule, problem = (
                "DI418",
                message(
                    '{reference} is claimed at "{title}", which several sections are called: {places}; '
                    "the first was taken",
                    reference=reference,
                    title=doubt.title,
                    places=places,
                ),
            )
            hint = message("Check the tag, or write the page or the section above beside the title")
        else:
            rule, problem = (
                "DI417",
                message(
                    '{reference} is claimed at "{title}", and was placed in the most similar section, "{section}"',
                    reference=reference,
                    title=doubt.title,
                    section=section.title,
                ),
            )
            hint = message("Check the tag, or correct the title in the index")
        yield Finding(rule, problem, claim.row, hint, framework=claim.framework, code=claim.code)
