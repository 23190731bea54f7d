"""The disclosures of other frameworks related by a crosswalk."""

from collections.abc import Iterator

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import COMMA, joined, label, message, render
from disclosure_index.messages.states import BASIS, RELATION
from disclosure_index.model import in_language
from disclosure_index.tables.crosswalk import TITLE
from disclosure_index.tui.detail.heads import head
from disclosure_index.tui.detail.targets import RelatedDisclosure
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.status_marks import STATUS
from disclosure_index.tui.widgets.blocks import Block, Part


def relations(assessment: Assessment, row: Coverage, language: str) -> Iterator[Block]:
    """Yield each related disclosure with its status and relation, those that would answer all first."""
    if not row.relatives:
        return
    by_uid = {other.disclosure.uid: other for other in assessment.coverage}
    blocks = {}
    for relative in sorted(row.relatives, key=lambda relative: not relative.whole):
        for link in relative.links:
            other = by_uid.get(link.disclosure.uid) if link.disclosure else None
            if other is None or other is row or other.disclosure.uid in blocks:
                continue
            short = assessment.catalog.frameworks[other.disclosure.framework].short
            mark = STATUS[other.status]
            title = line(f"{short} {other.disclosure.code}  {in_language(other.disclosure.title, language)}")
            kind = label("relation", "would answer it") if relative.whole else label("relation", "is related")
            crosslink = relative.crosslink
            more = joined(COMMA, (RELATION[crosslink.relation], BASIS[crosslink.basis]))
            how = render(message("{what} ({more})", what=kind, more=more), language)
            parts = (Part(title, "", f"{mark.sign} "), Part(how, "dim", "  "))
            blocks[other.disclosure.uid] = Block(parts, RelatedDisclosure(other.disclosure.uid))
    if blocks:
        yield from head(render(TITLE, language))
        yield from blocks.values()
