"""The pending statements of an update or a roll: the old text beside the places where it may be now. Pure."""

from collections.abc import Iterator

from disclosure_index.carrying.settling import PassagePlaces, changed_statements, document_of
from disclosure_index.checks.di630_carried_statements import is_reviewed_again, reached
from disclosure_index.messages import COMMA, joined, label, message, render
from disclosure_index.model import Location, Pending, PendingCandidate
from disclosure_index.model.pending import CHANGED, LOST, TEXT
from disclosure_index.project.file import Project
from disclosure_index.tui.detail.heads import EMPTY, head
from disclosure_index.tui.detail.targets import PendingTarget
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.widgets.blocks import Block, Part


def carried_statements(project: Project, language: str) -> Iterator[Block]:
    """Yield a block for each statement with its old text, and one for each of its candidates or its place now."""
    report = project.report
    numbered = [
        (number, one)
        for number, one in enumerate(report.pending, start=1)
        if one.state != CHANGED or not is_reviewed_again(one, report)
    ]
    if numbered:
        yield from head(render(label("heading", "Statements of the last version"), language))
    places: dict[str, PassagePlaces] = {}
    for position, (number, one) in enumerate(numbered):
        if position:
            yield EMPTY
        document = document_of(project, one)
        yield Block(tuple(_old(number, one, language)), PendingTarget(number, one))
        if document is None:
            continue
        for statement in changed_statements(document, one):
            review = Part(line(render(message("to be reviewed again"), language)), "dim", "  ")
            text = Part(line(reached(document, statement)), "", "+ ")
            yield Block((text, review), PendingTarget(number, one, (statement.span.location,)))
        if one.candidates and document.path not in places:
            places[document.path] = PassagePlaces(document)
        for candidate in one.candidates:
            yield _candidate(places[document.path], candidate, number, one, language)


def _old(number: int, one: Pending, language: str) -> Iterator[Part]:
    where = line(render(joined(COMMA, filter(None, (one.section, one.page and f"p. {one.page}"))), language))
    yield Part(line(f"{number}) {one.statement}"), "strong")
    if where:
        yield Part(where, "dim", "  ")
    yield Part(line(one.was), "", "− ")
    if one.successors:
        codes = message("goes on as one of {codes}", codes=joined(COMMA, one.successors))
        yield Part(line(render(codes, language)), "", "  ")
    if one.kind == TEXT:
        yield Part(line(render(message("edited in the tagged document alone"), language)), "dim", "  ")
    elif one.state == LOST:
        yield Part(line(render(message("nothing is like it: choose a passage, or drop it"), language)), "dim", "  ")


def _candidate(places: PassagePlaces, place: PendingCandidate, number: int, one: Pending, language: str) -> Block:
    """Return a candidate of a statement; one whose text is gone, or occurs twice, cannot be gone to."""
    found = places.find(place.digests)
    page = f"p. {place.page}: " if place.page else ""
    if not found:
        gone = Part(line(render(message("the text is not there exactly once"), language)), "dim", "  ")
        return Block((Part(line(f"{page}{place.text}"), "", "+ "), gone))
    text = " ".join(places.document.passages[n].text for n in found)
    at: list[Location] = places.locations(found)
    return Block((Part(line(f"{page}{text}"), "", "+ "),), PendingTarget(number, one, tuple(at)))
