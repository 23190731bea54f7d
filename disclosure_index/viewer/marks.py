"""The marks of each document's elements: chips in the margin, and ids for links. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import PurePath
from typing import NamedTuple

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import render, states
from disclosure_index.model import Document, Finding, Location, Omission, Tag
from disclosure_index.outputs.escape import for_html
from disclosure_index.outputs.places import folder_of, from_folder
from disclosure_index.viewer.body import ElementMark
from disclosure_index.viewer.entries import Entry, place_of
from disclosure_index.viewer.figures import untied

Ids = Mapping[Location, str]
"""The id of the element at a location, over all documents."""

HUES = 8
"""The number of colours for frameworks: in a report with more, two share one."""

FOUND = "⚠"
"""The beginning of a finding's chip."""


def ids_of(assessment: Assessment, listed: Iterable[Entry]) -> dict[Location, str]:
    """Return an id for every place that anything links to.

    Args:
        assessment: of the report.
        listed: the entries beside every document.

    """
    documents = assessment.report.documents
    wanted: dict[Location, None] = {}
    for document in documents:
        statements: Iterable[Tag | Omission] = chain(document.tags, document.omissions)
        for statement in statements:
            wanted[statement.span.location] = None
        for location in document.anchors.values():
            wanted[location] = None
    for entry in listed:
        for suggestion in entry.suggestions:
            wanted[place_of(assessment, suggestion)] = None
        if figure := entry.figure:
            wanted[documents[figure.document].passages[figure.fact.place.passage].location] = None
    paths = {document.path for document in documents}
    for finding in assessment.verdict.findings:
        if finding.location.path in paths and finding.location.line:
            wanted[finding.location] = None
    return {location: f"p{number}" for number, location in enumerate(wanted)}


def anchors_of(document: Document, ids: Ids) -> dict[str, str]:
    """Return the id here of every anchor of a document."""
    return {anchor: ids[location] for anchor, location in document.anchors.items()}


class Chip(NamedTuple):
    """A link from a passage to a card: its target, text, colour, and HTML."""

    to: str
    text: str
    hue: str
    html: str


Chips = Mapping[Location, Sequence[Chip]]
"""The chips of one document, by location."""


def chips_of(assessment: Assessment, number: int, entries: Sequence[Entry], language: str) -> Chips:
    """Return the chips of one document: of tags and omissions, then of findings."""
    document = assessment.report.documents[number]
    chips: dict[Location, dict[Chip, None]] = defaultdict(dict)
    for entry in entries:
        row = entry.row
        for link in (*row.links, *row.omissions):
            if link.document == number and link.disclosure and link.disclosure.uid == row.disclosure.uid:
                chip = _chip(entry, isinstance(link.statement, Omission), language)
                chips[link.statement.span.location][chip] = None
    folder = folder_of(assessment.report)
    for finding in assessment.verdict.findings:
        if finding.location.path == document.path and finding.location.line:
            chips[finding.location][_found(finding, number, folder, language)] = None
    return {location: list(made) for location, made in chips.items()}


def _chip(entry: Entry, omitted: bool, language: str) -> Chip:
    """Return the chip of a disclosure that a passage answers, or explains."""
    status = render(states.STATUS[entry.row.status], language)
    code = for_html(f"{entry.short} {entry.row.disclosure.code}")
    hue = f"h{entry.hue % HUES}"
    classes = f"chip {hue}{' out' if omitted else ''}"
    label = for_html(status)
    return Chip(entry.id, code, hue, f'<a class="{classes}" href="#{entry.id}" title="{code}: {label}">{code}</a>')


def _found(finding: Finding, number: int, folder: PurePath, language: str) -> Chip:
    label = for_html(render(from_folder(finding.message, folder), language))
    html = f'<a class="chip found" href="#f{number}" title="{label}">{FOUND} {for_html(finding.rule)}</a>'
    return Chip(f"f{number}", finding.rule, "", html)


def marks_of(assessment: Assessment, number: int, chips: Chips, ids: Ids, language: str) -> dict[Location, ElementMark]:
    """Return the marks of one document, by the place of their element.

    Args:
        assessment: of the report.
        number: the number of the document.
        chips: the chips of the document.
        ids: the ids of places in all documents.
        language: the language of the texts.

    """
    document = assessment.report.documents[number]
    figures = untied(assessment, number, language) if document.readable else {}
    made = {}
    for location in dict.fromkeys((*(one for one in ids if one.path == document.path), *figures)):
        here = chips.get(location, ())
        hues = [chip.hue for chip in here if chip.hue]
        classes = f"tagged {hues[0]}" if hues else ""
        htmls = tuple(chip.html for chip in here)
        made[location] = ElementMark(ids.get(location, ""), classes, htmls, figures.get(location, ()))
    return made
