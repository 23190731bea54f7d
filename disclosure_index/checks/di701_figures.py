"""DI701: a figure that is not there."""

from collections.abc import Iterator

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.checks.di206_tagged_passages import placeholder_in
from disclosure_index.checks.findings import about
from disclosure_index.checks.index_claims import promises
from disclosure_index.checks.report_wording import says
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Finding, Severity
from disclosure_index.policy.rules import Rule

PICTURES = frozenset({"figure", "img", "svg", "picture"})
"""Elements whose figures may be drawn: nobody reads them here."""


def no_figure(assessment: Assessment) -> Iterator[Finding]:
    """Report the quantitative disclosures none of whose passages has a number, in digits or in words."""
    for row in assessment.coverage:
        d = row.disclosure
        if d.data != "quantitative" or not row.links:
            continue
        if any(link.statement.span.element in PICTURES for link in row.links) or not _lacks_figure(assessment, row):
            continue
        if _has_figure_on_page(assessment, row):
            continue
        own = next((link for link in row.links if link.disclosure == d), row.links[0])
        asked = message(" ({what})", what=joined(COMMA, d.units)) if d.units else ""
        yield about(
            "DI701",
            d,
            message(
                "{name} asks for a figure{asked}, but no passage tagged with it gives one",
                name=assessment.name(d),
                asked=asked,
            ),
            own.statement.span.location,
            message("Give the figure, tag the table that contains it, or explain why there is none"),
        )


def _lacks_figure(assessment: Assessment, row: Coverage) -> bool:
    """Whether there are words and no number; of what is empty or still to come, other rules tell."""
    spoken: list[str] = []
    for link in row.links:
        for text in assessment.texts(link):
            if says("digit", text):
                return False
            spoken.append(text)
    return bool(spoken) and not any(says("number-word", text) or placeholder_in(text) for text in spoken)


def _has_figure_on_page(assessment: Assessment, row: Coverage) -> bool:
    """Whether a page that a printed index gives has a number: it means all of the page, not what is tagged."""
    named = (row.disclosure.framework, row.disclosure.code.casefold())
    for promise in promises(assessment):
        if (promise.claim.framework, promise.claim.code.casefold()) == named and promise.claim.pages:
            pages = set(promise.placer.labels(promise.claim))
            there = (p.text for p in promise.document.passages if not pages.isdisjoint(p.pages) and p.kind != "heading")
            if any(says("digit", text) for text in there):
                return True
    return False


RULES = (
    Rule(
        "DI701",
        "no-figure",
        Severity.WARNING,
        message("a quantitative disclosure without a figure in the tagged text"),
        message(
            "A quantitative disclosure is answered by a figure, or by a statement that there is none. A policy does "
            "not answer it."
        ),
        '<p data-disclosure="gri:305-1">We do all we can to cut emissions.</p>',
        '<p data-disclosure="gri:305-1">Scope 1 came to 103,023 tCO2e.</p>',
        no_figure,
        source=message(
            "the unit of measure that the framework asks for: see `disclosure-index frameworks show gri:305-1`"
        ),
    ),
)
