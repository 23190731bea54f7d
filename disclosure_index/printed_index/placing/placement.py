"""Claims of a printed index -> tags of the document: by the path of section titles, by page, or at the row itself.

What an index row answers in its own words, or by pointing at another document, is tagged where it stands: on the row.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from disclosure_index.model import Document, Omission, Passage, Reference, Section, Span, Tag
from disclosure_index.printed_index import IndexEntry
from disclosure_index.printed_index.placing.placer import Found, Placer
from disclosure_index.printed_index.placing.title_likeness import alike, section_number

IDENTICAL = 100.0  # of 100: the title of the index is that of the section


class Why(Enum):
    """Why a claim could not be placed where its row says."""

    NOT_THERE = "not-there"  # no such title or page
    NO_TEXT = "no-text"  # a heading without text below it
    BLANK = "blank"  # the row says nothing


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A place of a claim that the document does not have, with the titles most like it."""

    claim: IndexEntry
    place: str  # as printed; "" where the row gives none
    why: Why = Why.NOT_THERE
    near: tuple[str, ...] = ()
    is_whole: bool = True  # nothing of the claim could be placed


@dataclass(frozen=True, slots=True)
class Doubt:
    """A claim that was placed in a section that it may not mean: one of several of that title, or one titled alike."""

    claim: IndexEntry
    title: str  # as the claim has it
    section: Section
    others: tuple[Section, ...] = ()  # of the same title


@dataclass(frozen=True, slots=True)
class Placement:
    """The document with the claims as tags and omissions, what could not be placed, and what is not certain."""

    document: Document
    unplaced: tuple[Unplaced, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    elsewhere: tuple[tuple[str, IndexEntry], ...] = ()  # names of other documents that no word says to be one
    refused: tuple[IndexEntry, ...] = ()  # claims by pages that the index numbers otherwise than the document
    is_index_alone: bool = False  # the document is an index, whose places are in another one


def place(document: Document, claims: Iterable[IndexEntry]) -> Placement:
    """Add the claims to the document's tags and omissions; those that stand there already are not added again."""
    claims = tuple(claims)
    placer = Placer(document, claims)
    tags = list(document.tags)
    omissions = list(document.omissions)
    known = {(text, tag.span.first, tag.span.last) for tag in tags for text in _ways(tag.reference)}
    omitted = {(omission.text.casefold(), omission.span.first) for omission in omissions}
    unplaced: list[Unplaced] = []
    doubts: list[Doubt] = []
    elsewhere: list[tuple[str, IndexEntry]] = []
    refused = []
    for claim in claims:
        reference = Reference(claim.framework, claim.code, claim.edition, claim.datapoints)
        without_place = not (claim.pages or claim.sections)
        # What is stated as left out in part is left out as a whole where the part that is reported is not found.
        if claim.omission_reason and (without_place or not placer.found(claim).spans):
            span = placer.row(claim)
            if span is None:
                unplaced.append(Unplaced(claim, claim.location_text))
                continue
            said, span = _explained(document.passages[span.first], claim, span)
            if (str(reference).casefold(), span.first) not in omitted:
                omitted.add((str(reference).casefold(), span.first))
                omissions.append(Omission(str(reference), reference, claim.omission_reason, said, span))
            if without_place:
                continue
        found = placer.found(claim)
        unplaced += _not_placed(claim, found, placer)
        elsewhere += ((name, claim) for name in found.elsewhere)
        if found.refused:
            refused.append(claim)
        doubts += _doubts(claim, placer)
        for span in found.spans:
            wholes = (reference, reference._replace(datapoints=()))
            if not any((str(whole).casefold(), span.first, span.last) in known for whole in wholes):
                known.update((text, span.first, span.last) for text in _ways(reference))
                tags.append(Tag(str(reference), reference, span))
    placed = replace(document, tags=tuple(tags), omissions=tuple(omissions))
    return Placement(placed, tuple(unplaced), tuple(doubts), tuple(elsewhere), tuple(refused), placer.is_index_alone)


def _not_placed(claim: IndexEntry, found: Found, placer: Placer) -> Iterator[Unplaced]:
    """Yield each place of a claim that is not in the document, and the claim where its row gives none."""
    whole = not found.spans
    if claim.is_blank and whole:
        yield Unplaced(claim, "", Why.BLANK)
    for name in found.lost:
        yield Unplaced(claim, name, Why.NOT_THERE, placer.titles.near((name,)), whole)
    yield from (Unplaced(claim, name, Why.NO_TEXT, (), whole) for name in found.bare)
    if whole and not (claim.is_blank or found.lost or found.bare or found.refused):
        yield Unplaced(claim, claim.location_text, near=placer.near(claim))


def _doubts(claim: IndexEntry, placer: Placer) -> Iterator[Doubt]:
    """Yield the sections of a claim that it may not mean."""
    document, pages = placer.document, placer.labels(claim)
    for path in claim.sections:
        if not (fitting := placer.titles.fitting(path, pages)):
            outer = placer.titles.best(path[:-1], pages) if len(path) > 1 else None
            if outer is not None and not placer.lines.below(path[-1], pages):
                yield Doubt(claim, " > ".join(path), document.sections[outer], ())
            continue
        best, *others = fitting
        section = document.sections[best]
        apart = [n for n in others if section not in document.path_of(n)]
        if apart or (alike(path[-1], section.title) < IDENTICAL and not section_number(path[-1])):
            yield Doubt(claim, path[-1], section, tuple(document.sections[n] for n in apart))


def _explained(row: Passage, claim: IndexEntry, span: Span) -> tuple[str, Span]:
    """Return the explanation of an omission, and where it stands: in a cell of its row, or in the whole row."""
    said = claim.explanation.strip() or row.text
    cells = [cell.strip() for cell in row.text.split("\t")]
    return said, span._replace(text=said) if cells.count(said) == 1 else span


def _ways(reference: Reference | None) -> tuple[str, ...]:
    """Return the ways to name what a tag names: with its edition, and without."""
    return tuple(str(r).casefold() for r in (reference, reference._replace(edition=None))) if reference else ()
