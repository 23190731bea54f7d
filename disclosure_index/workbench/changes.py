"""What a person may want done, as the edits that do it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from disclosure_index.assessment import linking
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link
from disclosure_index.assessment.neighbours import Neighbourhood
from disclosure_index.edits import (
    AddTag,
    Edit,
    ExplainOmission,
    MarkReviewed,
    RemoveTag,
    ReplaceTag,
    SetNote,
    SetOmission,
    find_place,
)
from disclosure_index.model import Disclosure, Document, Location, Omission
from disclosure_index.workbench.workbench import Workbench


class Spot(NamedTuple):
    """A place for a new paragraph; `section` is the title it stands under."""

    location: Location
    where: Literal["after", "inside"]
    section: str


def reference_to(bench: Workbench, disclosure: Disclosure, datapoints: Sequence[str] = ()) -> str:
    """Write the reference of a disclosure for a tag of the report; see `linking.reference_to`."""
    return linking.reference_to(disclosure, bench.assessment.current, datapoints)


def accept(bench: Workbench, disclosure: Disclosure, location: Location) -> list[Edit]:
    """Tag the element at a location with a disclosure.

    Raises:
        EditError: no element begins there.

    """
    place = find_place(bench.sources[location.path], location)
    return [AddTag(place, (reference_to(bench, disclosure),))]


def untag(bench: Workbench, links: Iterable[Link]) -> list[Edit]:
    """Take tags and omissions away; the text of an explanation stays as a part of the report.

    Raises:
        EditError: the source is no longer what was read.

    """
    edits: list[Edit] = []
    for location, own in _by_location(links).items():
        place = find_place(bench.sources[location.path], location)
        if texts := tuple(link.statement.text for link in own if not isinstance(link.statement, Omission)):
            edits.append(RemoveTag(place, texts))
        if gone := [link.statement for link in own if isinstance(link.statement, Omission)]:
            document = bench.assessment.report.documents[own[0].document]
            left = [o.text for o in document.omissions if o.span.location == location and o not in gone]
            edits.append(SetOmission(place, tuple(left), gone[0].reason if left else ""))
    return edits


def set_datapoints(bench: Workbench, link: Link, datapoints: Sequence[str]) -> list[Edit]:
    """Let a tag name these datapoints of its disclosure; none of them: all of it.

    Raises:
        EditError: the source is no longer what was read.

    """
    statement = link.statement
    reference = statement.reference
    assert reference is not None  # it was linked to a disclosure
    place = find_place(bench.sources[statement.span.location.path], statement.span.location)
    return [ReplaceTag(place, statement.text, str(reference._replace(datapoints=tuple(datapoints))))]


def mark_reviewed(bench: Workbench, links: Iterable[Link], reviewed: bool) -> list[Edit]:
    """Note that a person has looked at these tags and omissions, or has not.

    Raises:
        EditError: the source is no longer what was read.

    """
    return [
        MarkReviewed(
            find_place(bench.sources[location.path], location), tuple(link.statement.text for link in own), reviewed
        )
        for location, own in _by_location(links).items()
    ]


def set_owner(bench: Workbench, disclosure: Disclosure, owner: str) -> list[Edit]:
    """Note in the project file who answers for a disclosure; "" takes the note away."""
    return [SetNote(str(bench.project.file), "owners", disclosure.short, owner or None)]


def explain(bench: Workbench, disclosure: Disclosure, spot: Spot, reason: str, explanation: str) -> list[Edit]:
    """Write a new paragraph that says why a disclosure is not reported.

    Raises:
        EditError: a paragraph cannot stand there.

    """
    place = find_place(bench.sources[spot.location.path], spot.location)
    return [ExplainOmission(place, spot.where, (reference_to(bench, disclosure),), reason, explanation)]


def spots(bench: Workbench, row: Coverage, document: int = 0) -> tuple[Spot, ...]:
    """Return the places for an explanation, the best first: where its neighbours are answered, then at the end."""
    source = bench.assessment.report.documents[document]
    links = Neighbourhood(bench.assessment.coverage).places(row, document)
    sections = [link.statement.span.section for link in links if link.document == document]
    ends = [number for number, section in enumerate(source.sections) if section.parent is None]
    found = [_at_end_of(source, section) for section in dict.fromkeys((*sections, *ends[-1:])) if section is not None]
    return tuple(dict.fromkeys(spot for spot in found if spot))


def _at_end_of(document: Document, section: int) -> Spot | None:
    """Return the end of a section: of its element, or after the last paragraph under its heading."""
    found = document.sections[section]
    opened_by_heading = any(p.kind == "heading" and p.location == found.location for p in document.passages)
    if not opened_by_heading:
        return Spot(found.location, "inside", found.title)
    own = [p for p in document.passages if p.section == section and p.kind == "paragraph"]
    return Spot(own[-1].location, "after", found.title) if own else None


def _by_location(links: Iterable[Link]) -> dict[Location, list[Link]]:
    found: dict[Location, list[Link]] = defaultdict(list)
    for link in links:
        found[link.statement.span.location].append(link)
    return dict(found)
