"""DI4xx: the content index that a document prints, against itself and against the tags."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_index.checks.registry import Facts, Rule
from disclosure_index.linking import Link
from disclosure_index.model import Document, Finding, Severity

if TYPE_CHECKING:  # a report without a printed index is checked without the index reader
    from disclosure_index.sources.printed_index import Claim


def not_tagged(facts: Facts) -> Iterator[Finding]:
    """Tell what the index claims and no tag of the document says."""
    for number, document, claim, links in _claims(facts):
        if not links and not claim.omission_reason:
            placer = facts.placer(number)
            near = () if any(placer.section(path) for path in claim.sections) else placer.near(claim)
            hint = f"it may mean {' or '.join(near)}; " if near else ""
            where = claim.location_text or claim.note or "no place"
            message = f'the index of {document.path} gives {_name(claim)} at "{where[:80]}", and nothing is tagged so'
            yield _finding("DI411", claim, message, f"{hint}tag what answers it, or mend the index")


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
    for number, document, claim, links in _claims(facts):
        wanted = set(facts.placer(number).labels(claim)) & {label for label, _ in document.pages}
        if links and wanted and not claim.sections and not any(wanted & _pages(document, link) for link in links):
            there = ", ".join(dict.fromkeys(link.statement.span.page for link in links if link.statement.span.page))
            message = f"the index gives {_name(claim)} on page {claim.location_text}; it is tagged on page {there}"
            yield _finding("DI413", claim, message, "mend the page in the index, or move the tag")


def other_section(facts: Facts) -> Iterator[Finding]:
    """Tell the sections that the index gives and in which nothing is tagged so."""
    for number, document, claim, links in _claims(facts):
        for path in claim.sections if links else ():
            span = facts.placer(number).section(path)
            if span is None:
                continue
            inside = [link for link in links if _touches(document, link, span.section)]
            if not inside:
                message = f'the index gives {_name(claim)} in "{path[-1]}", where nothing is tagged so'
                yield _finding("DI414", claim, message, f"it is tagged at {links[0].statement.span.location}")


def not_there(facts: Facts) -> Iterator[Finding]:
    """Tell the sections and the pages that the index names and the document does not have, each once.

    Of a disclosure that is tagged nowhere, `not_tagged` tells.
    """
    told: set[tuple[int, str]] = set()
    for number, document, claim, links in _claims(facts):
        placer = facts.placer(number)
        if not links or placer.spans(claim):
            continue  # or one of the places that it gives is there, or its own words answer
        pages = {label for label, _ in document.pages}
        lost = [path[-1] for path in claim.sections]
        lost += [f"page {label}" for label in placer.labels(claim) if pages and label not in pages]
        for name in (name for name in lost if (number, name) not in told):
            told.add((number, name))
            near = placer.near(claim)
            hint = f"the nearest titles are {', '.join(near)}" if near else "mend the index"
            yield _finding("DI408", claim, f'the index gives {_name(claim)} at "{name[:80]}", which is not there', hint)


def spelt_otherwise(facts: Facts) -> Iterator[Finding]:
    """Tell the section titles that the index spells otherwise than the document."""
    for number, printed in enumerate(facts.printed):
        told = set()
        appendices = {finding.location for finding in printed.findings if finding.rule == "DI405"}
        for claim in printed.claims:
            for path in () if claim.row in appendices else claim.sections:
                span = facts.placer(number).section(path)
                if span is None or span.section is None or path[-1] in told:
                    continue
                title = facts.report.documents[number].sections[span.section].title
                if facts.placer(number).plain(title) != facts.placer(number).plain(path[-1]):
                    told.add(path[-1])
                    message = f'the index spells "{path[-1]}", the section "{title}"'
                    yield _finding("DI407", claim, message, "spell them alike")


def _claims(facts: Facts) -> Iterator[tuple[int, Document, "Claim", list[Link]]]:
    """Give each claim with the tags of its document for the same disclosure."""
    for number, printed in enumerate(facts.printed):
        if not printed.claims:
            continue
        tagged: dict[tuple[str, str], list[Link]] = defaultdict(list)
        for link in facts.tags:
            if link.document == number and link.disclosure:
                tagged[link.disclosure.framework, link.disclosure.code.casefold()].append(link)
        claimed = {c.framework for c in facts.report.claims}
        for claim in printed.claims:
            if claim.framework in claimed:
                links = tagged.get((claim.framework, claim.code.casefold()), [])
                yield number, facts.report.documents[number], claim, links


def _name(claim: "Claim") -> str:
    edition = f"@{claim.edition}" if claim.edition else ""
    return f"{claim.framework}:{claim.code}{edition}"


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


def _finding(rule: str, claim: "Claim", message: str, hint: str) -> Finding:
    return Finding(rule, message, claim.row, hint, framework=claim.framework, code=claim.code)


RULES = (
    Rule(
        "DI401", "empty-item", Severity.WARNING,
        "An empty item in a list of codes is the trace of a code that was deleted, or never filled in.",
        "B2.2; , B3.1", "B2.2; B3.1",
    ),
    Rule(
        "DI402", "malformed-separator", Severity.WARNING,
        "Codes that nothing separates are read as one by some readers, and searched for in vain.",
        "CG-EC-130a.1 CG-EC-130a.3", "CG-EC-130a.1; CG-EC-130a.3",
    ),
    Rule(
        "DI403", "row-without-code", Severity.WARNING,
        "A row of the index that names no disclosure says nothing: either a code is missing, or the row is.",
        "| Diverse consumption | | |", "| Diverse consumption | B6 | 416-1 |",
    ),
    Rule(
        "DI404", "code-title-clash", Severity.WARNING,
        "The code beside a title is another disclosure's. The title is believed: slips are made in numbers.",
        "405-1 | Ratio of basic salary of women to men", "405-2 | Ratio of basic salary of women to men",
    ),
    Rule(
        "DI405", "dangling-appendix", Severity.ERROR,
        "The index sends the reader to an appendix by a number that is another appendix's.",
        "Appendix 5 Climate report (Appendix 5 is about stakeholders)", "Appendix 4 Climate report",
    ),
    Rule(
        "DI406", "unread-code", Severity.NOTE,
        "What stands in the column of codes is no code that the framework has, so the row claims nothing.",
        "<td>2-99</td><td>Profile</td>", "<td>2-9</td><td>Profile</td>",
    ),
    Rule(
        "DI407", "title-spelling", Severity.WARNING,
        "A section that the index spells otherwise than the text is not found by a search.",
        "Index: Responsable technology", "Index: Responsible technology", spelt_otherwise,
    ),
    Rule(
        "DI408", "no-such-place", Severity.ERROR,
        "The index sends the reader to a section or a page that the document does not have.",
        "<td>305-1</td><td>312</td>  (in a report of 148 pages)", "<td>305-1</td><td>112</td>", not_there,
    ),
    Rule(
        "DI411", "claimed-not-tagged", Severity.ERROR,
        "The printed index promises a disclosure that nothing in the document is tagged with.",
        '<td>305-4</td><td>Energy</td>  (and no tag gri:305-4)', '<section data-disclosure="gri:305-4">', not_tagged,
    ),
    Rule(
        "DI412", "tagged-not-claimed", Severity.WARNING,
        "The report answers a disclosure that its index does not list, so readers do not find it.",
        '<p data-disclosure="gri:405-2">…</p>  (and no row 405-2)', "<td>405-2</td><td>34</td>", not_claimed,
    ),
    Rule(
        "DI413", "other-page", Severity.WARNING,
        "The index gives a page on which the disclosure is not tagged.",
        "<td>305-1</td><td>31</td>  (tagged on page 13)", "<td>305-1</td><td>13</td>", other_page,
    ),
    Rule(
        "DI414", "other-section", Severity.WARNING,
        "The index gives a section in which the disclosure is not tagged.",
        "<td>305-1</td><td>Water</td>  (tagged in Climate)", "<td>305-1</td><td>Climate</td>", other_section,
    ),
)  # fmt: skip
