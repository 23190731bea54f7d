"""DI408 and DI411 to DI415: the content index that a document prints, against the document's tags."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_index.checks.index_claims import backwards, claims, finding_at, named
from disclosure_index.checks.registry import Facts, Rule
from disclosure_index.linking import Link
from disclosure_index.model import Document, Finding, Severity

if TYPE_CHECKING:  # a report without a printed index is checked without the index reader
    from disclosure_index.sources.printed_index import Claim


def not_there(facts: Facts) -> Iterator[Finding]:
    """Tell the sections and the pages that the index names and the document does not have, each once.

    Of a disclosure that is tagged nowhere, `elsewhere` tells.
    """
    told: set[tuple[int, str]] = set()
    for number, document, claim, links in claims(facts):
        if not links or facts.placer(number).spans(claim):
            continue  # or one of the places that it gives is there, or its own words answer
        for name in _lost(facts, number, document, claim):
            if (number, name) not in told:
                told.add((number, name))
                message = f'the index gives {named(claim)} at "{name[:80]}", which is not there'
                yield finding_at("DI408", claim, message, _nearest(facts, number, claim) or "mend the index")


def not_tagged(facts: Facts) -> Iterator[Finding]:
    """Tell what the index claims at a place that is there, and no tag of the document says."""
    for number, document, claim, links in claims(facts):
        placer = facts.placer(number)
        if not links and not claim.omission_reason and placer.spans(claim):
            near = () if any(placer.section(path) for path in claim.sections) else placer.near(claim)
            hint = f"it may mean {' or '.join(near)}; " if near else ""
            where = claim.location_text or claim.note or "no place"
            message = f'the index of {document.path} gives {named(claim)} at "{where[:80]}", and nothing is tagged so'
            yield finding_at("DI411", claim, message, f"{hint}tag what answers it, or mend the index")


def not_claimed(facts: Facts) -> Iterator[Finding]:
    """Tell what is tagged, of a framework that the index lists, and is not in the index."""
    for number, printed in enumerate(facts.printed):
        listed = {(claim.framework, claim.code.casefold()) for claim in printed.claims}
        frameworks = {framework for framework, _ in listed}
        told = set()
        for link in facts.tags:
            d = link.disclosure
            if link.document != number or d is None or d.framework not in frameworks or not link.status.counts:
                continue
            if (d.framework, d.code.casefold()) not in listed and d.uid not in told:
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
    for number, document, claim, links in claims(facts):
        wanted = set(facts.placer(number).labels(claim)) & {label for label, _ in document.pages}
        if links and wanted and not claim.sections and not any(wanted & _pages(document, link) for link in links):
            there = ", ".join(dict.fromkeys(link.statement.span.page for link in links if link.statement.span.page))
            message = f"the index gives {named(claim)} on page {claim.location_text}; it is tagged on page {there}"
            yield finding_at("DI413", claim, message, "mend the page in the index, or move the tag")


def other_section(facts: Facts) -> Iterator[Finding]:
    """Tell the sections that the index gives and in which nothing is tagged so."""
    for number, document, claim, links in claims(facts):
        for path in claim.sections if links else ():
            span = facts.placer(number).answering(path)
            if span is None:
                continue
            inside = [link for link in links if _touches(document, link, span.section)]
            if not inside:
                message = f'the index gives {named(claim)} in "{path[-1]}", where nothing is tagged so'
                yield finding_at("DI414", claim, message, f"it is tagged at {links[0].statement.span.location}")


def elsewhere(facts: Facts) -> Iterator[Finding]:
    """Tell what the index claims at places that the document does not have, and no tag of it says."""
    for number, document, claim, links in claims(facts):
        if links or claim.omission_reason or facts.placer(number).spans(claim):
            continue
        if lost := _lost(facts, number, document, claim):
            message = (
                f'the index gives {named(claim)} at "{lost[0][:80]}", which is not there, and nothing is tagged so'
            )
            near = _nearest(facts, number, claim)
            hint = "where another document answers, tag this row; else mend the index"
            yield finding_at("DI415", claim, message, f"{near}; {hint}" if near else hint)


def _lost(facts: Facts, number: int, document: Document, claim: "Claim") -> list[str]:
    """Give the places that a claim names and the document does not have; none where `backwards` tells."""
    if backwards(claim):
        return []
    pages = {label for label, _ in document.pages}
    labels = facts.placer(number).labels(claim)
    return [path[-1] for path in claim.sections] + [f"page {label}" for label in labels if pages and label not in pages]


def _nearest(facts: Facts, number: int, claim: "Claim") -> str:
    near = facts.placer(number).near(claim)
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
        "The index sends the reader to a section or a page that the document does not have.",
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
        "The index gives a disclosure at a place that the document does not have, and nothing is tagged with it. "
        "Another document may answer: then the row says which, and carries the tag.",
        "<tr><td>2-20</td><td>Compensation report</td></tr>",
        '<tr data-disclosure="gri:2-20"><td>2-20</td><td>Annual report, Compensation report</td></tr>', elsewhere,
    ),
)  # fmt: skip
