"""Page breaks without a number, numbered from the two numbered breaks around them where only one numbering fits."""

from dataclasses import replace
from itertools import pairwise

from disclosure_index.messages import message
from disclosure_index.model import Document, Finding, Location, PageLabel
from disclosure_index.model.enumerations import whole_number

UNLABELLED = "DI604"


def with_page_labels(document: Document) -> Document:
    """Return the document with an edit at each finding of a page break whose number is certain.

    A number is certain if there are as many breaks as numbers between the two numbered ones. Before the first number
    and after the last one there may be a cover, or pages that are not counted.
    """
    found = [finding for finding in document.findings if finding.rule == UNLABELLED]
    if not found:
        return document
    breaks: list[tuple[Location, int | None, Finding | None]] = [
        *((location, whole_number(label), None) for label, location in document.pages),
        *((finding.location, None, finding) for finding in found),
    ]
    breaks.sort(key=lambda entry: (entry[0].line, entry[0].column))
    labelled = [at for at, (_, _, finding) in enumerate(breaks) if finding is None]
    edits: dict[int, PageLabel] = {}
    for first, last in pairwise(labelled):
        begin, end = breaks[first][1], breaks[last][1]
        if begin is not None and end is not None and end - begin == last - first:
            for number, (_, _, finding) in enumerate(breaks[first + 1 : last], start=begin + 1):
                edits[id(finding)] = PageLabel(str(number))
    findings = (_labelled(f, edits[id(f)]) if id(f) in edits else f for f in document.findings)
    return replace(document, findings=tuple(findings))


def _labelled(finding: Finding, edit: PageLabel) -> Finding:
    return replace(finding, hint=message('Name the page: aria-label="{page}"', page=edit.label), edit=edit)
