"""The parts of a disclosure, each with its status."""

from collections.abc import Iterator

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import COMMA, joined, label, render, states
from disclosure_index.model import in_language
from disclosure_index.tui.detail.heads import head
from disclosure_index.tui.detail.targets import RelatedDisclosure
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.status_marks import STATUS
from disclosure_index.tui.widgets.blocks import Block, Part


def parts(assessment: Assessment, row: Coverage, language: str) -> Iterator[Block]:
    """Yield each disclosure whose heading is this one, in the framework's order."""
    d = row.disclosure
    below = [
        other
        for other in assessment.rows(d.framework)
        if other.disclosure.parent == d.code and other.disclosure.edition == d.edition
    ]
    if below:
        heading = render(label("heading", "Parts"), language)
        yield from head(f"{heading} ({len(below)})")
    for other in below:
        mark = STATUS[other.status]
        title = line(f"{other.disclosure.code}  {in_language(other.disclosure.title, language)}")
        stands = joined(COMMA, (states.STATUS[other.status], states.OBLIGATION[other.obligation]))
        how = Part(render(stands, language), mark.style, "  ")
        yield Block((Part(title, "", f"{mark.sign} "), how), RelatedDisclosure(other.disclosure.uid))
