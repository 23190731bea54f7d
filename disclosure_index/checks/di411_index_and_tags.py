"""DI411 to DI414: the printed index, compared with the tags."""

from collections.abc import Iterator
from itertools import pairwise

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.linking import Link
from disclosure_index.checks.support.findings import about
from disclosure_index.checks.support.index_claims import Promise, finding_at, named, pages_of_row, promises
from disclosure_index.messages import COMMA, OR, joined, message
from disclosure_index.messages.shortening import shortened
from disclosure_index.model import Document, Finding, Severity
from disclosure_index.policy.rules import Rule


def not_tagged(assessment: Assessment) -> Iterator[Finding]:
    """Report the claims at existing places that no tag of the document confirms."""
    for promise in promises(assessment):
        claim, placer = promise.claim, promise.placer
        if not promise.links and not promise.is_omitted and promise.is_there:
            near = () if any(placer.section(path) for path in claim.sections) else placer.near(claim)
            meant = message("The index may mean {titles}. ", titles=joined(OR, near)) if near else ""
            where = shortened(claim.location_text or claim.note, 80) or message("no place")
            problem = message(
                'The index of {path} places {reference} at "{place}", but nothing is tagged with it',
                path=promise.document.path,
                reference=named(claim),
                place=where,
            )
            yield finding_at(
                "DI411",
                claim,
                problem,
                message("{meant}Tag the passage that answers it, or correct the index", meant=meant),
            )


def not_claimed(assessment: Assessment) -> Iterator[Finding]:
    """Report the tagged disclosures of an indexed framework that the index lacks."""
    for number, printed in enumerate(assessment.printed):
        keys = {(number, claim.framework, claim.code.casefold()) for claim in printed.claims}
        listed = {id(link) for key in keys for link in assessment.by_code.get(key, ())}
        frameworks = {framework for _, framework, _ in keys}
        reported = set()
        for link in assessment.tags:
            d = link.disclosure
            if link.document != number or d is None or d.framework not in frameworks or not link.status.counts:
                continue
            if id(link) not in listed and d.uid not in reported:
                reported.add(d.uid)
                span = link.statement.span
                page = message(" on page {page}", page=span.page) if span.page else ""
                yield about(
                    "DI412",
                    d,
                    message(
                        "{name} is tagged here{page} but missing from the printed index",
                        name=assessment.name(d),
                        page=page,
                    ),
                    span.location,
                    message("Add it to the index, or remove the tag"),
                )


def other_page(assessment: Assessment) -> Iterator[Finding]:
    """Report the pages of the index on which the disclosure is not tagged."""
    for promise in promises(assessment):
        claim, document, links = promise.claim, promise.document, promise.links
        wanted = set(promise.own_pages) & {label for label, _ in document.pages}
        if not links or not wanted or claim.sections:
            continue
        elsewhere = not any(wanted & _pages(document, link) for link in links)
        if elsewhere or _is_page_too_long(promise):
            spans = [link.statement.span for link in links if link.statement.span.page]
            pages = dict.fromkeys(
                s.page if elsewhere or s.page == s.last_page else f"{s.page}–{s.last_page}" for s in spans
            )
            problem = message(
                "The index places {reference} on page {page}, but it is tagged on page {there}",
                reference=named(claim),
                page=pages_of_row(claim),
                there=joined(COMMA, pages),
            )
            yield finding_at("DI413", claim, problem, message("Correct the page in the index, or move the tag"))


def other_section(assessment: Assessment) -> Iterator[Finding]:
    """Report the sections of the index in which the disclosure is not tagged."""
    for promise in promises(assessment):
        pages = promise.placer.labels(promise.claim)
        for path in promise.claim.sections if promise.links else ():
            named_so, answering = promise.placer.section(path, pages), promise.placer.answering(path, pages)
            if answering is None:
                continue
            places = {span.section for span in (named_so, answering) if span}
            places.update(promise.placer.titles.fitting(path, pages))
            if not any(_touches(promise.document, link, place) for link in promise.links for place in places):
                problem = message(
                    'The index places {reference} in "{section}", but nothing there is tagged with it',
                    reference=named(promise.claim),
                    section=path[-1],
                )
                hint = message(
                    "Correct the index: it is tagged at {place}", place=promise.links[0].statement.span.location
                )
                yield finding_at("DI414", promise.claim, problem, hint)


def _pages(document: Document, link: Link) -> set[str]:
    span = link.statement.span
    return {page for p in document.passages[span.first : span.last] for page in p.pages} | {span.page, span.last_page}


def _is_page_too_long(promise: Promise) -> bool:
    """Whether a range begins where a tag does and ends on the page after its last word, where other text stands.

    A range that goes further may mean more than what is tagged; this one counts the page that begins behind it.
    """
    document, links = promise.document, promise.links
    following = dict(pairwise(label for label, _ in document.pages))
    tagged = {page for link in links for page in _pages(document, link)}
    for pages in promise.claim.pages:
        first, _, last = pages.partition("-")
        begun = [link.statement.span for link in links if link.statement.span.page == first]
        behind = any(following.get(span.last_page) == last for span in begun)
        if last and behind and last not in tagged and promise.placer.page(last):
            return True
    return False


def _touches(document: Document, link: Link, section: int | None) -> bool:
    own = link.statement.span.section
    while own is not None:
        if own == section:
            return True
        own = document.sections[own].parent
    return False


RULES = (
    Rule(
        "DI411",
        "claimed-not-tagged",
        Severity.ERROR,
        message("a disclosure listed in the index but not tagged"),
        message("The printed index lists the disclosure, but nothing in the document is tagged with it."),
        "<td>305-4</td><td>Energy</td>  (but no tag gri:305-4)",
        '<section data-disclosure="gri:305-4">',
        not_tagged,
    ),
    Rule(
        "DI412",
        "tagged-not-claimed",
        Severity.WARNING,
        message("a tagged disclosure missing from the index"),
        message("The report answers a disclosure that its index does not list, so readers cannot find it."),
        '<p data-disclosure="gri:405-2">…</p>  (but no row 405-2)',
        "<td>405-2</td><td>34</td>",
        not_claimed,
    ),
    Rule(
        "DI413",
        "other-page",
        Severity.WARNING,
        message("an index page on which the disclosure is not tagged"),
        message("The index gives a page on which the disclosure is not tagged."),
        "<td>305-1</td><td>31</td>  (tagged on page 13)",
        "<td>305-1</td><td>13</td>",
        other_page,
    ),
    Rule(
        "DI414",
        "other-section",
        Severity.WARNING,
        message("an index section in which the disclosure is not tagged"),
        message("The index gives a section in which the disclosure is not tagged."),
        "<td>305-1</td><td>Water</td>  (tagged in Climate)",
        "<td>305-1</td><td>Climate</td>",
        other_section,
    ),
)
