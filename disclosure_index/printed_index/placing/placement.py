"""Place the claims of a printed index as tags of the document: by section titles, by page, or at the row itself.

A row that answers in its own words, or names another document, is tagged itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from disclosure_index.model import Document, Omission, Passage, Reference, Section, Span, Tag
from disclosure_index.printed_index import IndexEntry
from disclosure_index.printed_index.placing.placer import Found, Placer
from disclosure_index.printed_index.placing.title_likeness import alike, section_number

IDENTICAL = 100.0  # of 100: the title in the index is that of the section


class Why(Enum):
    """The reason why a claim could not be placed."""

    NOT_THERE = "not-there"  # no such title or page
    NO_TEXT = "no-text"  # a heading without text below it
    BLANK = "blank"  # the row has no location


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A location of a claim that is not in the document, with the most similar titles."""

    claim: IndexEntry
    place: str  # as printed; "" for a row without a location
    why: Why = Why.NOT_THERE
    near: tuple[str, ...] = ()
    is_whole: bool = True  # no location of the claim was found


@dataclass(frozen=True, slots=True)
class Doubt:
    """A claim placed in a section that may be the wrong one: one of several with its title, or with a similar one."""

    claim: IndexEntry
    title: str  # the title in the claim
    section: Section
    others: tuple[Section, ...] = ()  # of the same title


@dataclass(frozen=True, slots=True)
class Placement:
    """The document with the claims as tags and omissions, and the claims that are unplaced or uncertain."""

    document: Document
    unplaced: tuple[Unplaced, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    elsewhere: tuple[tuple[str, IndexEntry], ...] = ()  # names that may be other documents, without a word that says so
    refused: tuple[IndexEntry, ...] = ()  # claims by pages whose numbers in the index differ from the document's
    is_index_alone: bool = False  # the document is an index, whose locations are in another document


def place(document: Document, claims: Iterable[IndexEntry]) -> Placement:
    """Add the claims to the document's tags and omissions, without duplicates."""
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
        # A disclosure omitted in part is omitted as a whole if its reported part is not found.
        if claim.omission_reason and (without_place or not placer.found(claim).spans):
            span = placer.row(claim)
            if span is None:
                unplaced.append(Unplaced(claim, claim.location_text))
                continue
            explanation, span = _explained(document.passages[span.first], claim, span)
            if (str(reference).casefold(), span.first) not in omitted:
                omitted.add((str(reference).casefold(), span.first))
                omissions.append(Omission(str(reference), reference, claim.omission_reason, explanation, span))
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
    """Yield each location of a claim that is not in the document, and a claim whose row has none."""
    whole = not found.spans
    if claim.is_blank and whole:
        yield Unplaced(claim, "", Why.BLANK)
    for name in found.lost:
        yield Unplaced(claim, name, Why.NOT_THERE, placer.titles.near((name,)), whole)
    yield from (Unplaced(claim, name, Why.NO_TEXT, (), whole) for name in found.bare)
    if whole and not (claim.is_blank or found.lost or found.bare or found.refused):
        yield Unplaced(claim, claim.location_text, near=placer.near(claim))


def _doubts(claim: IndexEntry, placer: Placer) -> Iterator[Doubt]:
    """Yield the sections of a claim that may not be the intended ones."""
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
    """Return the explanation of an omission and its span: a cell of its row, or the whole row."""
    explanation = claim.explanation.strip() or row.text
    cells = [cell.strip() for cell in row.text.split("\t")]
    return explanation, span._replace(text=explanation) if cells.count(explanation) == 1 else span


def _ways(reference: Reference | None) -> tuple[str, ...]:
    """Return the references of a tag: with its edition, and without."""
    return tuple(str(r).casefold() for r in (reference, reference._replace(edition=None))) if reference else ()
