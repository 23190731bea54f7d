"""What an update or a roll left to a person: the old text beside the places where it may stand now. Pure."""

from collections.abc import Iterator, Sequence

from disclosure_index.assessment.assess import Assessment
from disclosure_index.carrying.settling import places_of
from disclosure_index.checks.di630_carried_statements import is_reviewed_again, reached
from disclosure_index.messages import COMMA, joined, label, message, render
from disclosure_index.model import Document, Location, Omission, Pending, PendingCandidate, Tag
from disclosure_index.model.pending import CHANGED
from disclosure_index.tui.detail.heads import EMPTY, head
from disclosure_index.tui.detail.targets import FindingTarget
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.widgets.blocks import Block, Part


def carried_statements(assessment: Assessment, language: str) -> Iterator[Block]:
    """Yield a block for each statement with its old text, and one for each place where it may stand or stands."""
    report = assessment.report
    numbered = [
        (number, one)
        for number, one in enumerate(report.pending, start=1)
        if one.state != CHANGED or not is_reviewed_again(one, report)
    ]
    if numbered:
        yield from head(render(label("heading", "Statements of the last version"), language))
    for position, (number, one) in enumerate(numbered):
        if position:
            yield EMPTY
        document = _document(report.documents, one.document)
        yield Block(tuple(_old(number, one, language)), FindingTarget(one.location))
        if one.state == CHANGED:
            yield from _now(document, one, language)
        for candidate, place in enumerate(one.candidates, start=1):
            yield _candidate(document, place, number, candidate, language, acceptable=not one.successors)


def _old(number: int, one: Pending, language: str) -> Iterator[Part]:
    where = line(render(joined(COMMA, filter(None, (one.section, one.page and f"p. {one.page}"))), language))
    yield Part(line(f"{number}) {one.statement}"), "strong")
    if where:
        yield Part(where, "dim", "  ")
    yield Part(line(one.was), "", "− ")
    if one.successors:
        codes = message("goes on as one of {codes}", codes=joined(COMMA, one.successors))
        yield Part(line(render(codes, language)), "", "  ")
    drop = message('no longer wanted, or placed by hand: "update --drop {number}"', number=number)
    yield Part(line(render(drop, language)), "dim", "  ")


def _now(document: Document | None, one: Pending, language: str) -> Iterator[Block]:
    """Yield the text that a changed statement stands at, to be reviewed there."""
    if document is None:
        return
    statements: list[Tag | Omission] = [*document.tags, *document.omissions]
    for statement in statements:
        if statement.text.casefold() == one.statement.casefold() and not statement.reviewed:
            told = Part(line(render(message("to be reviewed again"), language)), "dim", "  ")
            text = Part(line(reached(document, statement)), "", "+ ")
            yield Block((text, told), FindingTarget(statement.span.location))


def _candidate(
    document: Document | None,
    place: PendingCandidate,
    number: int,
    candidate: int,
    language: str,
    *,
    acceptable: bool,
) -> Block:
    """Return a place where a statement may stand; what is there no longer, or twice, cannot be gone to."""
    found: Sequence[Location] = places_of(document, place.digests) if document else ()
    page = f"p. {place.page}: " if place.page else ""
    parts = [Part(line(f"{page}{place.text}"), "", "+ ")]
    if not found:
        parts.append(Part(line(render(message("the text is not there exactly once"), language)), "dim", "  "))
    elif acceptable:
        accept = message('to place it here: "update --accept {number}={candidate}"', number=number, candidate=candidate)
        parts.append(Part(line(render(accept, language)), "dim", "  "))
    return Block(tuple(parts), FindingTarget(found[0]) if found else None)


def _document(documents: Sequence[Document], name: str) -> Document | None:
    """Return the document that a project file calls so."""
    return next((d for d in documents if d.path == name or d.path.endswith(f"/{name}")), None)
