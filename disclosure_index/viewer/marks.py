"""What is put at the elements of each document: chips in the margin, and ids to go to. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import render, states
from disclosure_index.model import Document, Location, Omission, Tag
from disclosure_index.outputs.escape import for_html
from disclosure_index.viewer.body import Mark, Place
from disclosure_index.viewer.entries import Entry, place_of

Ids = Mapping[Location, str]
"""The id of the element at a location, over all documents."""


def ids_of(assessment: Assessment, entries: Sequence[Entry]) -> dict[Location, str]:
    """Return an id for every place that anything leads to."""
    wanted: dict[Location, None] = {}
    for document in assessment.report.documents:
        statements: Iterable[Tag | Omission] = chain(document.tags, document.omissions)
        for statement in statements:
            wanted[statement.span.location] = None
        for location in document.anchors.values():
            wanted[location] = None
    for entry in entries:
        for suggestion in entry.suggestions:
            wanted[place_of(assessment, suggestion)] = None
    paths = {document.path for document in assessment.report.documents}
    for finding in assessment.verdict.findings:
        if finding.location.path in paths and finding.location.line:
            wanted[finding.location] = None
    return {location: f"p{number}" for number, location in enumerate(wanted)}


def anchors_of(document: Document, ids: Ids) -> dict[str, str]:
    """Return the id here of every anchor of a document."""
    return {anchor: ids[location] for anchor, location in document.anchors.items()}


def marks_of(
    assessment: Assessment, number: int, entries: Sequence[Entry], ids: Ids, language: str
) -> dict[Place, Mark]:
    """Return the marks of one document, by the place of their element."""
    document = assessment.report.documents[number]
    chips: dict[Location, list[str]] = defaultdict(list)
    for entry in entries:
        row = entry.row
        for link in (*row.links, *row.omissions):
            if link.document == number and link.disclosure and link.disclosure.uid == row.disclosure.uid:
                chips[link.statement.span.location].append(_chip(entry, isinstance(link.statement, Omission), language))
    reported = {finding.location for finding in assessment.verdict.findings if finding.location.path == document.path}
    made: dict[Place, Mark] = {}
    for location, id in ids.items():
        if location.path == document.path:
            here = tuple(dict.fromkeys(chips.get(location, ())))
            classes = " ".join(_classes(bool(here), location in reported))
            margin = f'<span class="chips">{"".join(here)}</span>' if here else ""
            made[location.line, location.column] = Mark(id, classes, margin)
    return made


def _classes(tagged: bool, reported: bool) -> Iterable[str]:
    if tagged:
        yield "tagged"
    if reported:
        yield "reported"


def _chip(entry: Entry, omitted: bool, language: str) -> str:
    """Write what leads from a passage to the card of a disclosure that it answers, or explains."""
    status = render(states.STATUS[entry.row.status], language)
    d = entry.row.disclosure
    said = for_html(f"{entry.short} {d.code}: {status}")
    code = for_html(f"{entry.short} {d.code}")
    classes = f"chip h{entry.hue % 8}{' out' if omitted else ''}"
    return f'<a class="{classes}" href="#d{entry.number}" title="{said}">{code}</a>'
