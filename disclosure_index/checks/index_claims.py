"""What a printed index claims, with the tags that it is compared with: what the rules of DI4xx share."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_index.checks.registry import Facts
from disclosure_index.checks.report_words import pattern
from disclosure_index.linking import Link
from disclosure_index.model import Document, Finding

if TYPE_CHECKING:  # a report without a printed index is checked without the index reader
    from disclosure_index.sources.printed_index import Claim


def claims(facts: Facts) -> Iterator[tuple[int, Document, "Claim", list[Link]]]:
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


def backwards(claim: "Claim") -> tuple[str, str] | None:
    """Give the ends, in order, of a range of pages that runs backwards ("36-31"); "108-9" is a short form."""
    ends = pattern("range").fullmatch(claim.location_text.strip())
    if ends and len(ends[1]) == len(ends[2]) and int(ends[1]) > int(ends[2]):
        return ends[2], ends[1]
    return None


def named(claim: "Claim") -> str:
    """Write what a claim names as a reference."""
    edition = f"@{claim.edition}" if claim.edition else ""
    return f"{claim.framework}:{claim.code}{edition}"


def finding_at(rule: str, claim: "Claim", message: str, hint: str) -> Finding:
    """Make a finding at the row of a claim."""
    return Finding(rule, message, claim.row, hint, framework=claim.framework, code=claim.code)
