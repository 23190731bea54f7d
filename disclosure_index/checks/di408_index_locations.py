"""DI408, DI415 and DI416: locations of a printed index that the document lacks or does not mark."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.checks.support.index_claims import (
    Promise,
    backwards,
    finding_at,
    named,
    pages_of_row,
    promises,
)
from disclosure_index.messages import COMMA, FULL_STOP, joined, message
from disclosure_index.messages.shortening import shortened
from disclosure_index.model import NO_MESSAGE, Document, Finding, Location, Message, Severity
from disclosure_index.model.enumerations import whole_number
from disclosure_index.model.page_numbers import is_behind, last_page
from disclosure_index.policy.rules import Rule

if TYPE_CHECKING:  # a report without a printed index is checked without the index reader
    from disclosure_index.printed_index import IndexEntry

LONGEST = 80
"""Characters of a title that are reported."""


def not_there(assessment: Assessment) -> Iterator[Finding]:
    """Report the pages behind the end, and the sections that are nowhere though what they answer is tagged, each once.

    A section of a disclosure that is tagged nowhere, or has another row that is right, may be in another document.
    """
    found = list(promises(assessment))
    kept = {(id(p.document), p.claim.framework, p.claim.code) for p in found if p.is_there}
    reported: set[tuple[int, str]] = set()
    for promise in found:
        claim = promise.claim
        if promise.is_there or promise.is_kept_by_row or promise.is_omitted or backwards(claim):
            continue
        if claim.is_blank or promise.placer.found(claim).refused:
            continue
        names: Sequence[str] = ()
        if promise.is_behind_the_end:
            names = [message("page {page}", page=page) for page in promise.lost_pages]
        elif promise.links and (id(promise.document), claim.framework, claim.code) not in kept:
            names = promise.lost_sections
        tagged = "" if promise.links else message(", and nothing is tagged with it")
        for name in names:
            if (id(promise.document), name) not in reported or tagged:
                reported.add((id(promise.document), name))
                problem = message(
                    'The index places {reference} at "{place}", which does not exist{tagged}',
                    reference=named(claim),
                    place=shortened(name, LONGEST),
                    tagged=tagged,
                )
                yield finding_at("DI408", claim, problem, _nearest(promise) or message("Correct the index"))
                if tagged:
                    break


def elsewhere(assessment: Assessment) -> Iterator[Finding]:
    """Report the claims at unknown places of the document that no tag confirms.

    Of several places of one row, each that is not there is reported, also where another one is tagged.
    """
    reported: set[tuple[Location, str]] = set()
    for promise in promises(assessment):
        claim = promise.claim
        if promise.is_omitted or backwards(claim) or claim.is_blank or promise.placer.found(claim).refused:
            continue
        if promise.links:
            for place in also_lost(promise):
                if (claim.row, place) not in reported:
                    reported.add((claim.row, place))
                    problem = message(
                        'The index also places {reference} at "{place}", which does not exist',
                        reference=named(claim),
                        place=shortened(place, LONGEST),
                    )
                    yield finding_at("DI415", claim, problem, message("Correct the index"))
            continue
        if promise.is_there or promise.is_behind_the_end or not (where := _unknown(promise)):
            continue
        problem = message(
            "The index places {reference} {where}, and nothing is tagged with it", reference=named(claim), where=where
        )
        near = _nearest(promise)
        hint = message("If another document answers it, tag this row; otherwise correct the index")
        yield finding_at("DI415", claim, problem, joined(FULL_STOP, (near, hint)) if near else hint)


def also_lost(promise: Promise) -> Sequence[str]:
    """Return the titles that a claim gives beside places that are in the document; DI409 reports such pages."""
    found = promise.placer.found(promise.claim)
    if not found.spans or promise.is_kept_by_row:
        return ()
    return [place for place in found.lost if whole_number(place) is None]


def no_pages(assessment: Assessment) -> Iterator[Finding]:
    """Report, once for each, the documents whose index gives pages, and which mark none."""
    lost: dict[str, list[Promise]] = defaultdict(list)
    refused: dict[str, list[Promise]] = defaultdict(list)
    for promise in promises(assessment):
        claim = promise.claim
        if promise.placer.found(claim).refused and not promise.placer.is_index_alone:
            refused[promise.document.path].append(promise)
            continue
        untagged = not (promise.links or promise.is_there or promise.is_omitted or backwards(claim))
        if untagged and claim.pages and not claim.sections and not promise.document.pages:
            lost[promise.document.path].append(promise)
    for path, several in lost.items():
        codes = list(dict.fromkeys(named(promise.claim) for promise in several))
        listed = joined(COMMA, codes[:3])
        if len(codes) > 3:
            listed = message("{items} and {number} more", items=listed, number=len(codes) - 3)
        problem = message(
            "The index of {path} gives {codes} by page, but the document marks no pages", path=path, codes=listed
        )
        yield Finding(
            "DI416",
            problem,
            several[0].claim.row,
            message(
                'Mark the page breaks, as in <span role="doc-pagebreak" aria-label="25"/>, or tag the passages that '
                "answer them"
            ),
            unchecked=True,
        )
    for several in refused.values():
        yield other_pagination_finding(several[0].document, [promise.claim for promise in several])


def other_pagination_finding(document: Document, claims: Sequence["IndexEntry"]) -> Finding:
    """Return the finding about an index whose pages are not those that the document prints."""
    problem = message(
        "The index cites another pagination: many of its pages are beyond the last page, {last}, "
        "so that {count} claims by page are not placed: {codes}",
        last=last_page(document),
        count=len(claims),
        codes=joined(COMMA, dict.fromkeys(f"{claim.framework}:{claim.code}" for claim in claims)),
    )
    hint = message("Look up the pages in the document that the index means, and tag what answers the disclosures")
    return Finding("DI416", problem, claims[0].row, hint, unchecked=True)


def _unknown(promise: Promise) -> str:
    """Say which place a claim names that the document does not have, or does not mark; "" where it marks no pages."""
    if promise.lost_sections:
        return message('at "{section}", which does not exist', section=shortened(promise.lost_sections[0], LONGEST))
    if bare := promise.placer.found(promise.claim).bare:
        return message('at "{section}", a heading without text', section=shortened(bare[0], LONGEST))
    if not promise.document.pages:
        return ""
    if not promise.lost_pages:
        return message("on page {page}, which has no text", page=pages_of_row(promise.claim))
    page, end = promise.lost_pages[0], last_page(promise.document)
    if is_behind(page, end):
        return message("on page {page}, which does not exist", page=page)
    return message("on page {page}, which the document does not mark", page=page)


def _nearest(promise: Promise) -> Message:
    near = promise.placer.near(promise.claim)
    return message("Use one of the nearest titles: {titles}", titles=joined(COMMA, near)) if near else NO_MESSAGE


RULES = (
    Rule(
        "DI408",
        "no-such-place",
        Severity.ERROR,
        message("a section or a page that the document does not have"),
        message(
            "The index points to a page after the last one, or to a section that does not exist although the document "
            "answers the disclosure. A page that is merely not marked is not reported."
        ),
        "<td>305-1</td><td>312</td>  (in a report of 148 pages)",
        "<td>305-1</td><td>112</td>",
        not_there,
    ),
    Rule(
        "DI415",
        "claimed-elsewhere",
        Severity.WARNING,
        message("an untagged disclosure that the index gives at a place not in the document"),
        message(
            "The index gives the disclosure at a place that the document does not have, or does not mark, and nothing "
            "is tagged with it. If another document answers it, the row should name that document and carry the tag. "
            "Reported instead of DI101; to fail a build on it, make it an error in the policy."
        ),
        "<tr><td>2-20</td><td>Compensation report</td></tr>",
        '<tr data-disclosure="gri:2-20"><td>2-20</td><td>Annual report, Compensation report</td></tr>',
        elsewhere,
    ),
    Rule(
        "DI416",
        "pages-not-marked",
        Severity.ERROR,
        message("an index by page, in a document that marks no pages"),
        message(
            "The index gives pages but the document does not mark where they begin, so the index entries cannot be "
            "checked. They may or may not be correct."
        ),
        "<td>305-1</td><td>31</td>  (but no page break)",
        '<span role="doc-pagebreak" aria-label="31"/> … <td>305-1</td><td>31</td>',
        no_pages,
        mandatory=True,
    ),
)
