"""Claims of a printed index beside the tags they are compared with, for the rules of DI4xx."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.linking import Link
from disclosure_index.checks.support.report_wording import pattern, says
from disclosure_index.model import Document, Finding, Message
from disclosure_index.model.enumerations import whole_number
from disclosure_index.model.page_numbers import is_behind, last_page

if TYPE_CHECKING:  # a report without a printed index is checked without the index reader
    from disclosure_index.printed_index import IndexEntry
    from disclosure_index.printed_index.placing.placer import Placer

LONGEST_PLACE = 60
"""Characters of a row's place that are quoted: a list of pages is seldom longer."""
ENDS = " .,;:，。；：、"
"""What a quoted place does not end with: the sentence around it goes on."""

_PAGES = re.compile(r"[\w.–—-]{1,8}(\s*[,;、，；/&–—-]\s*[\w.]{1,8})*[\s.,;]*")
"""A cell of page numbers and nothing else."""

_DASH = re.compile(r"\s*[-–—/]+\s*")


class Promise(NamedTuple):
    """A claim of a printed index, with what finds its places and the tags of its disclosure in the document."""

    document: Document
    placer: "Placer"
    claim: "IndexEntry"
    links: list[Link]
    explained: bool = False  # the document explains why it is not reported

    @property
    def is_omitted(self) -> bool:
        """Whether its row gives a reason, leads to the explanation, or has a dash, instead of an answer."""
        dash = _DASH.fullmatch(self.claim.location_text) and not self.claim.note
        return bool(self.claim.omission_reason or self.explained or dash)

    @property
    def is_kept_by_row(self) -> bool:
        """Whether the row itself is tagged: what it says is the answer, or another document has it."""
        row = self.placer.row(self.claim)
        return row is not None and any(
            link.statement.span.first <= row.first < link.statement.span.last for link in self.links
        )

    @property
    def is_there(self) -> bool:
        """Whether one of the places that it gives is in the document, or its own words answer."""
        return bool(self.placer.spans(self.claim))

    @property
    def lost_sections(self) -> list[str]:
        """The titles that it gives and the document does not have."""
        return [path[-1] for path in self.claim.sections if self.placer.answering(path) is None]

    @property
    def lost_pages(self) -> list[str]:
        """The pages that it gives and the document does not mark."""
        marked = {label for label, _ in self.document.pages}
        return [label for label in self.own_pages if label not in marked]

    @property
    def own_pages(self) -> list[str]:
        """The pages that it gives, without those of other documents and those of another pagination."""
        return [] if self.placer.pages_are_others else list(self.placer.own_pages(self.claim))

    @property
    def is_behind_the_end(self) -> bool:
        """Whether it gives nothing but pages that come behind the last of the document, and names no other."""
        claim, end = self.claim, last_page(self.document)
        pages = self.own_pages
        named = bool(claim.sections) or not says("pages-only", claim.location_text)
        return bool(end and pages) and not named and all(is_behind(page, end) for page in pages)


def promises(assessment: Assessment) -> Iterator[Promise]:
    """Yield each claim of a framework that the report claims."""
    claimed = {claim.framework for claim in assessment.report.claims}
    omitted = {
        (o.document, o.disclosure.framework, o.disclosure.code.casefold()) for o in assessment.omissions if o.disclosure
    }
    for number, printed in enumerate(assessment.printed):
        for claim in printed.claims:
            if claim.framework in claimed:
                key = (number, claim.framework, claim.code.casefold())
                links = assessment.by_code.get(key, [])
                yield Promise(
                    assessment.report.documents[number], assessment.placer(number), claim, links, key in omitted
                )


def promised_by_index(assessment: Assessment) -> frozenset[tuple[str, str]]:
    """Return the disclosures, by framework and code in lower case, of which an index promises a place.

    Where nothing is tagged with them, the rules of the printed index report it at its row, and no other rule does.
    """
    untagged = (p.claim for p in promises(assessment) if not (p.links or p.is_omitted or backwards(p.claim)))
    found = [claim for claim in untagged if not claim.is_blank]
    return frozenset((claim.framework, claim.code.casefold()) for claim in found)


def backwards(claim: "IndexEntry") -> tuple[str, str] | None:
    """Return the ends, in order, of a range of pages that runs backwards ("36-31"); "108-9" is a short form."""
    ends = pattern("range").fullmatch(claim.location_text.strip())
    if not ends:
        return None
    first, last = whole_number(ends[1]), whole_number(ends[2])
    if first is not None and last is not None and len(ends[1]) == len(ends[2]) and first > last:
        return ends[2], ends[1]
    return None


def named(claim: "IndexEntry") -> str:
    """Write what a claim names as a reference."""
    edition = f"@{claim.edition}" if claim.edition else ""
    return f"{claim.framework}:{claim.code}{edition}"


def pages_of_row(claim: "IndexEntry") -> str:
    """Return the pages of a row as it gives them; of a cell that says more, such as an explanation, the pages alone."""
    text = claim.location_text
    if not _PAGES.fullmatch(text):
        text = ", ".join(claim.pages) or text
    text = " ".join(text.split())
    if len(text) > LONGEST_PLACE:
        text = f"{text[: LONGEST_PLACE - 1].rstrip(ENDS)}…"
    return text.rstrip(ENDS)


def finding_at(rule: str, claim: "IndexEntry", message: Message, hint: Message) -> Finding:
    """Make a finding at the row of a claim."""
    return Finding(rule, message, claim.row, hint, framework=claim.framework, code=claim.code)
