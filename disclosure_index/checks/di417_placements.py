"""DI417 to DI421: claims of a printed index whose place is not certain, rows that say too little, no index at all."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.checks.support.index_claims import finding_at, named, promises
from disclosure_index.messages import message
from disclosure_index.messages.shortening import shortened
from disclosure_index.model import Finding, Severity, Status
from disclosure_index.policy.rules import Rule

if TYPE_CHECKING:  # a report without a printed index is checked without the index reader
    from disclosure_index.printed_index import IndexEntry

_SOURCE = message("how the claims of an index are placed (docs/importing.md)")


def blank_rows(assessment: Assessment) -> Iterator[Finding]:
    """Report the rows of an index that say nothing of their disclosure, where another row says nothing either.

    A dash says that there is nothing, as the indexes that the program writes do where nothing has to be disclosed.
    """
    rows = assessment.coverage
    missing = {(row.disclosure.framework, row.disclosure.code) for row in rows if row.status == Status.MISSING}
    found = list(promises(assessment))
    said = {(p.document.path, p.claim.framework, p.claim.code) for p in found if not p.claim.is_blank}
    for promise in found:
        claim = promise.claim
        answered = promise.links or promise.explained or (promise.document.path, claim.framework, claim.code) in said
        answered = answered or (promise.is_omitted and (claim.framework, claim.code) not in missing)
        if claim.is_blank and not answered:
            yield blank_row_finding(claim)


def blank_row_finding(claim: "IndexEntry") -> Finding:
    """Return the finding about a row that gives no place, no answer and no reason."""
    problem = message(
        "The index row of {reference} gives no place, no answer and no reason for omission", reference=named(claim)
    )
    return finding_at("DI419", claim, problem, message("Write where it is answered, or why it is left out"))


def placed_and_omitted(assessment: Assessment) -> Iterator[Finding]:
    """Report the rows with a place and a reason for omission where the document explains no omission."""
    for promise in promises(assessment):
        claim = promise.claim
        if claim.omission_reason and (claim.pages or claim.sections) and not promise.explained:
            problem = message(
                'The index row of {reference} gives a place and a reason for omission, "{reason}": it counts as '
                "disclosed",
                reference=named(claim),
                reason=shortened(claim.note or claim.explanation),
            )
            hint = message('Name the requirements that are omitted, such as "d: information unavailable"')
            yield finding_at("DI421", claim, problem, hint)


RULES = (
    Rule(
        "DI417",
        "placed-by-likeness",
        Severity.NOTE,
        message("a section that the index names in other words"),
        message("The index names no section of that title, so the most similar title was used. It may be another one."),
        "| 413-1 | Comunity |",
        "| 413-1 | Community |",
        source=_SOURCE,
    ),
    Rule(
        "DI418",
        "ambiguous-section",
        Severity.WARNING,
        message("a title in the index that several sections have"),
        message(
            "Where several sections have the title, the page printed beside it decides; without one, none is sure."
        ),
        "| 404-2 | Our approach |",
        "| 404-2 | Our approach | p. 2 |",
        source=_SOURCE,
    ),
    Rule(
        "DI419",
        "blank-index-row",
        Severity.WARNING,
        message("a row of the index without place, answer or reason"),
        message(
            "A row whose cells for the place, the answer and the reason for omission are all empty discloses nothing. "
            "A code that another row answers is not reported, nor is a dash where the claim requires no disclosure."
        ),
        "| 305-4 | GHG emissions intensity | |",
        "| 305-4 | GHG emissions intensity | 31 |",
        blank_rows,
        source=_SOURCE,
    ),
    Rule(
        "DI420",
        "no-index-found",
        Severity.NOTE,
        message("a published report without an index and without codes"),
        message("The import has nothing to tag: the report prints no index, or one that was not recognised."),
        "(a report in prose)",
        "| 305-1 | Direct emissions | 31 |",
        source=_SOURCE,
    ),
    Rule(
        "DI421",
        "place-and-reason",
        Severity.WARNING,
        message("a row of the index with both a place and a reason for omission"),
        message(
            "The row counts as disclosed, and nothing of it as omitted, since it does not say which requirements are "
            "left out. The tables of the GRI Standards name them in a column of their own."
        ),
        "| 305-1 | Direct emissions | 31 | Information unavailable |",
        "| 305-1 | Direct emissions | 31 | d: information unavailable |",
        placed_and_omitted,
        source=_SOURCE,
    ),
)
