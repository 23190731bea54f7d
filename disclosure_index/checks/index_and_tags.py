"""DI408 and DI411 to DI416: the content index that a document prints, against the document's tags."""

from collections import defaultdict
from collections.abc import Iterator

from disclosure_index.checks.index_claims import Promise, backwards, finding_at, is_behind, last_page, named, promises
from disclosure_index.checks.registry import Facts, Rule
from disclosure_index.linking import Link
from disclosure_index.model import Document, Finding, Severity

ELSEWHERE = "where another document answers, tag this row; else mend the index"


def not_there(facts: Facts) -> Iterator[Finding]:
    """Tell the pages behind the end, and the sections that are nowhere though what they answer is tagged, each once.

    A section of a disclosure that is tagged nowhere, or has another row that is right, may be in another document.
    """
    found = list(promises(facts))
    kept = {(id(p.document), p.claim.framework, p.claim.code) for p in found if p.is_there}
    told: set[tuple[int, str]] = set()
    for promise in found:
        claim = promise.claim
        if promise.is_there or promise.is_kept_by_row or promise.is_omitted or backwards(claim):
            continue
        if promise.is_behind_the_end:
            names = [f"page {page}" for page in promise.lost_pages]
        elif promise.links and (id(promise.document), claim.framework, claim.code) not in kept:
            names = promise.lost_sections
        else:
            names = []
        tagged = "" if promise.links else ", and nothing is tagged so"
        for name in names:
            if (id(promise.document), name) not in told or tagged:
                told.add((id(promise.document), name))
                message = f'the index gives {named(claim)} at "{name[:80]}", which is not there{tagged}'
                yield finding_at("DI408", claim, message, _nearest(promise) or "mend the index")
                if tagged:
                    break


def not_tagged(facts: Facts) -> Iterator[Finding]:
    """Tell what the index claims at a place that is there, and no tag of the document says."""
    for promise in promises(facts):
        claim, placer = promise.claim, promise.placer
        if not promise.links and not promise.is_omitted and promise.is_there:
            near = () if any(placer.section(path) for path in claim.sections) else placer.near(claim)
            hint = f"it may mean {' or '.join(near)}; " if near else ""
            where = claim.location_text or claim.note or "no place"
            said = f"the index of {promise.document.path} gives {named(claim)}"
            message = f'{said} at "{where[:80]}", and nothing is tagged so'
            yield finding_at("DI411", claim, message, f"{hint}tag what answers it, or mend the index")


def not_claimed(facts: Facts) -> Iterator[Finding]:
    """Tell what is tagged, of a framework that the index lists, and is not in the index."""
    for number, printed in enumerate(facts.printed):
        keys = {(number, claim.framework, claim.code.casefold()) for claim in printed.claims}
        listed = {id(link) for key in keys for link in facts.by_code.get(key, ())}
        frameworks = {framework for _, framework, _ in keys}
        told = set()
        for link in facts.tags:
            d = link.disclosure
            if link.document != number or d is None or d.framework not in frameworks or not link.status.counts:
                continue
            if id(link) not in listed and d.uid not in told:
                told.add(d.uid)
                span = link.statement.span
                page = f", on page {span.page}" if span.page else ""
                yield Finding(
                    "DI412",
                    f"{facts.name(d)} is tagged here{page}, and the printed index lacks it",
                    span.location,
                    "add it to the index, or remove the tag",
                    framework=d.framework,
                    edition=d.edition,
                    code=d.code,
                )


def other_page(facts: Facts) -> Iterator[Finding]:
    """Tell the pages that the index gives and on which nothing is tagged so."""
    for promise in promises(facts):
        claim, document, links = promise.claim, promise.document, promise.links
        wanted = set(promise.placer.labels(claim)) & {label for label, _ in document.pages}
        if links and wanted and not claim.sections and not any(wanted & _pages(document, link) for link in links):
            there = ", ".join(dict.fromkeys(link.statement.span.page for link in links if link.statement.span.page))
            message = f"the index gives {named(claim)} on page {claim.location_text}; it is tagged on page {there}"
            yield finding_at("DI413", claim, message, "mend the page in the index, or move the tag")


def other_section(facts: Facts) -> Iterator[Finding]:
    """Tell the sections that the index gives and in which nothing is tagged so."""
    for promise in promises(facts):
        for path in promise.claim.sections if promise.links else ():
            named_so, answering = promise.placer.section(path), promise.placer.answering(path)
            if answering is None:
                continue
            places = {span.section for span in (named_so, answering) if span}
            if not any(_touches(promise.document, link, place) for link in promise.links for place in places):
                message = f'the index gives {named(promise.claim)} in "{path[-1]}", where nothing is tagged so'
                hint = f"it is tagged at {promise.links[0].statement.span.location}"
                yield finding_at("DI414", promise.claim, message, hint)


def elsewhere(facts: Facts) -> Iterator[Finding]:
    """Tell what the index gives at places that are not known in the document, and no tag says."""
    for promise in promises(facts):
        claim = promise.claim
        if promise.links or promise.is_omitted or backwards(claim):
            continue
        if promise.is_there or promise.is_behind_the_end or not (where := _unknown(promise)):
            continue
        message = f"the index gives {named(claim)} {where}, and nothing is tagged so"
        near = _nearest(promise)
        yield finding_at("DI415", claim, message, f"{near}; {ELSEWHERE}" if near else ELSEWHERE)


def no_pages(facts: Facts) -> Iterator[Finding]:
    """Tell, once for each, the documents whose index gives pages, and which mark none."""
    lost: dict[str, list[Promise]] = defaultdict(list)
    for promise in promises(facts):
        claim = promise.claim
        untagged = not (promise.links or promise.is_there or promise.is_omitted or backwards(claim))
        if untagged and claim.pages and not claim.sections and not promise.document.pages:
            lost[promise.document.path].append(promise)
    for path, several in lost.items():
        codes = list(dict.fromkeys(named(promise.claim) for promise in several))
        told = ", ".join(codes[:3]) + (f" and {len(codes) - 3} more" if len(codes) > 3 else "")
        message = f"the index of {path} gives {told} by page, and the document marks no pages"
        hint = 'mark where pages begin, as in <span role="doc-pagebreak" aria-label="25"/>, or tag what answers them'
        yield Finding("DI416", message, several[0].claim.row, hint, blind=True)


def _unknown(promise: Promise) -> str:
    """Say which place a claim names that the document does not have, or does not mark; "" where it marks no pages."""
    if promise.lost_sections:
        return f'at "{promise.lost_sections[0][:80]}", which is not there'
    if not promise.document.pages:
        return ""
    if not promise.lost_pages:
        return f"on page {promise.claim.location_text}, which has no text of its own"
    page, end = promise.lost_pages[0], last_page(promise.document)
    return f"on page {page}, {'which is not there' if is_behind(page, end) else 'which the document does not mark'}"


def _nearest(promise: Promise) -> str:
    near = promise.placer.near(promise.claim)
    return f"the nearest titles are {', '.join(near)}" if near else ""


def _pages(document: Document, link: Link) -> set[str]:
    span = link.statement.span
    return {p.page for p in document.passages[span.first : span.last]} | {span.page}


def _touches(document: Document, link: Link, section: int | None) -> bool:
    own = link.statement.span.section
    while own is not None:
        if own == section:
            return True
        own = document.sections[own].parent
    return False


RULES = (
    Rule(
        "DI408", "no-such-place", Severity.ERROR,
        "a section or a page that the document does not have",
        "The index sends the reader to a page behind the last one, or to a section that the document does not have "
        "though it answers the disclosure. A page that is only not marked is not told.",
        "<td>305-1</td><td>312</td>  (in a report of 148 pages)", "<td>305-1</td><td>112</td>", not_there,
    ),
    Rule(
        "DI411", "claimed-not-tagged", Severity.ERROR,
        "a disclosure that the index gives, and nothing is tagged with",
        "The printed index promises a disclosure that nothing in the document is tagged with.",
        '<td>305-4</td><td>Energy</td>  (and no tag gri:305-4)', '<section data-disclosure="gri:305-4">', not_tagged,
    ),
    Rule(
        "DI412", "tagged-not-claimed", Severity.WARNING,
        "a disclosure that is tagged, and the index lacks",
        "The report answers a disclosure that its index does not list, so readers do not find it.",
        '<p data-disclosure="gri:405-2">…</p>  (and no row 405-2)', "<td>405-2</td><td>34</td>", not_claimed,
    ),
    Rule(
        "DI413", "other-page", Severity.WARNING,
        "a page on which the disclosure is not tagged",
        "The index gives a page on which the disclosure is not tagged.",
        "<td>305-1</td><td>31</td>  (tagged on page 13)", "<td>305-1</td><td>13</td>", other_page,
    ),
    Rule(
        "DI414", "other-section", Severity.WARNING,
        "a section in which the disclosure is not tagged",
        "The index gives a section in which the disclosure is not tagged.",
        "<td>305-1</td><td>Water</td>  (tagged in Climate)", "<td>305-1</td><td>Climate</td>", other_section,
    ),
    Rule(
        "DI415", "claimed-elsewhere", Severity.WARNING,
        "a disclosure that the index gives at a place that is not in the document, and nothing is tagged with",
        "The index gives a disclosure at a place that the document does not have, or does not mark, and nothing is "
        "tagged with it. Another document may answer: then the row says which, and carries the tag. It is told in "
        "place of DI101; a build that is to fail on it makes it an error in the policy.",
        "<tr><td>2-20</td><td>Compensation report</td></tr>",
        '<tr data-disclosure="gri:2-20"><td>2-20</td><td>Annual report, Compensation report</td></tr>', elsewhere,
    ),
    Rule(
        "DI416", "pages-not-marked", Severity.ERROR,
        "an index by page, in a document that marks no pages",
        "Where the index gives pages and the document does not say where they begin, what the index gives cannot be "
        "looked at. That is not the same as missing, and not the same as fine.",
        "<td>305-1</td><td>31</td>  (and no page break)",
        '<span role="doc-pagebreak" aria-label="31"/> … <td>305-1</td><td>31</td>', no_pages,
        mandatory=True,
    ),
)  # fmt: skip
