"""The choices for tagging: the passages of a report, and its disclosures. Pure."""

from disclosure_index.assessment.assess import Assessment
from disclosure_index.model import in_language
from disclosure_index.suggest import folded
from disclosure_index.tui.detail.answers import short
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.screens.pick import Choice
from disclosure_index.tui.search import text_of
from disclosure_index.tui.status_marks import STATUS

SECTION, CODE = 24, 26
"""The widths of the first columns, in cells."""


def passages(assessment: Assessment, document: int, *, headings: bool = False) -> list[Choice]:
    """Return every passage of a document, in its order, with or without headings; the value is its location."""
    source = assessment.report.documents[document]
    return [
        Choice(
            line(source.sections[p.section].title) if p.section is not None else "",
            short(p.text),
            folded(p.text),
            p.location,
        )
        for p in source.passages
        if headings or p.kind != "heading"
    ]


def disclosures(assessment: Assessment, language: str) -> list[Choice]:
    """Return every applicable disclosure, in the frameworks' order; the value is the disclosure."""
    choices = []
    for row in assessment.coverage:
        d = row.disclosure
        framework = assessment.catalog.frameworks[d.framework].short
        title = line(in_language(d.title, language))
        searched = text_of(assessment, row)
        choices.append(Choice(f"{d.code}", f"{STATUS[row.status].sign} {framework}  {title}", searched, d))
    return choices
