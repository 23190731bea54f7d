"""A document of the report as HTML: its text with the marks, and the picture of each page, if any. Pure."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import render
from disclosure_index.model import Document
from disclosure_index.outputs.escape import for_html
from disclosure_index.viewer.body import ElementMark, Place, body
from disclosure_index.viewer.entries import Entry
from disclosure_index.viewer.marks import Ids, anchors_of, chips_of, marks_of
from disclosure_index.viewer.page_pictures import PagePictures
from disclosure_index.viewer.page_pictures.sheets import with_sheets
from disclosure_index.viewer.shown_source import shown_source


class Shown(NamedTuple):
    """The source, marks and pages of a document to show."""

    sources: Mapping[str, bytes]
    entries: Sequence[Entry]
    ids: Ids
    language: str
    picture: Callable[[Document, str], str]
    pages: PagePictures


def document_html(assessment: Assessment, number: int, shown: Shown) -> str:
    """Return the HTML of one document; a notice for one that could not be read."""
    document = assessment.report.documents[number]
    if document.readable and document.path in shown.sources:
        chips = chips_of(assessment, number, shown.entries, shown.language)
        marks = marks_of(assessment, number, chips, shown.ids, shown.language)
        before = behind = ""
        if shown.pages.sheets:
            marks, before, behind = with_sheets(document, marks, chips, shown.pages, number, shown.language)
        by_place: dict[Place, ElementMark] = {(place.line, place.column): mark for place, mark in marks.items()}
        source = shown_source(document, shown.sources[document.path], by_place)
        anchors = anchors_of(document, shown.ids)
        text = body(source.data, source.marks, anchors, lambda name: shown.picture(document, name))
        html = f"{before}{text}{behind}"
    else:
        messages = (for_html(render(finding.message, shown.language)) for finding in document.findings)
        html = "".join(f"<p>{line}</p>" for line in messages)
    return f'<div class="doc" lang="{for_html(document.language)}">\n{html}\n</div>'
