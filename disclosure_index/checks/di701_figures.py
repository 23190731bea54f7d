"""DI701: missing figures."""

import re
from collections.abc import Iterator

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.evidence import PICTURES, Support, facts_reached
from disclosure_index.assessment.linking import Link
from disclosure_index.checks.di206_tagged_passages import placeholder_in
from disclosure_index.checks.di702_units import has_figure, is_tabular
from disclosure_index.checks.support.findings import about
from disclosure_index.checks.support.index_claims import promises
from disclosure_index.checks.support.report_wording import says
from disclosure_index.figures.fitting import ANY, quantities_of
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Finding, Obligation, Severity
from disclosure_index.policy.rules import Rule

NONE_SAID = re.compile(
    r"\b(?:no|not|none|nil|zero|never|nobody|without|neither)\b|[零〇]|[没沒]有|未[曾有发發]|无|無", re.IGNORECASE
)
"""The words by which a passage says that there is nothing to count."""
_NO_NUMBER = re.compile(
    r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d)(?:\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?)?"
    r"|[A-Z][A-Za-z]*\s?(?:[A-Z]?\d{1,3}[.-]\d[\w.-]*|\d{4,5}(?![\d,.])|\d(?![\d,.]))"
)
"""Years, days and codes: digits that are no number."""
_SENTENCE = re.compile(r"(?<=[.!?])\s|[。；;！？\n\t]")


def no_figure(assessment: Assessment) -> Iterator[Finding]:
    """Report the quantitative disclosures none of whose passages has a figure that fits, in digits or in words."""
    for row in assessment.coverage:
        d = row.disclosure
        if d.data != "quantitative" or not row.links:
            continue
        if any(link.statement.span.element in PICTURES for link in row.links):
            continue
        if assessment.support(row) != Support.NO_FIGURE or not _lacks_figure(assessment, row):
            continue
        if _has_figure_on_page(assessment, row) or (is_tabular(assessment, row) and has_figure(assessment, row)):
            continue  # DI702 reports a figure in a table without its unit
        yield _finding(assessment, row)


def _finding(assessment: Assessment, row: Coverage) -> Finding:
    d = row.disclosure
    own = next((link for link in row.links if link.disclosure == d), row.links[0])
    asked = message(" ({what})", what=joined(COMMA, d.units)) if d.units else ""
    other = next((fact for link in row.links for fact in facts_reached(link, assessment.facts)), None)
    if other is None or not other.printed_unit:
        problem = message(
            "{name} asks for a figure{asked}, but no passage tagged with it gives one",
            name=assessment.name(d),
            asked=asked,
        )
    else:
        problem = message(
            "{name} asks for a figure{asked}, but the passages tagged with it give only others, such as {figure}",
            name=assessment.name(d),
            asked=asked,
            figure=f"{other.printed} {other.printed_unit}",
        )
    hint = message("Give the figure, tag the table that contains it, or explain why there is none")
    return about("DI701", d, problem, own.statement.span.location, hint)


def severity_of(assessment: Assessment, finding: Finding) -> Severity:
    """Return an error for a mandatory disclosure, where the policy asks for evidence."""
    named = (finding.framework, finding.edition, finding.code)
    is_mandatory = assessment.policy.strict_evidence and any(
        (d.framework, d.edition, d.code) == named and row.obligation == Obligation.MANDATORY
        for row in assessment.coverage
        for d in (row.disclosure,)
    )
    return Severity.ERROR if is_mandatory else Severity.WARNING


def _lacks_figure(assessment: Assessment, row: Coverage) -> bool:
    """Whether there are words and no number that may be the one; other rules report what is empty or still to come.

    A number in words, or the words that there is none, is a figure. Where there are figures of another kind, only a
    sentence of its own says that there is none. A number whose unit is not known may be the one.
    """
    spoken = [text for link in row.links for text in assessment.texts(link)]
    if any(_is_read_elsewhere(assessment, link) for link in row.links) or any(map(placeholder_in, spoken)):
        return False
    wanted = quantities_of(row.disclosure.units)
    found = [fact for link in row.links for fact in facts_reached(link, assessment.facts)]
    if any(fact.printed_unit and not fact.quantity for fact in found) or (wanted is ANY and found):
        return False
    bare = [_NO_NUMBER.sub("", text) for text in spoken]
    if not found and any(says("digit", text) for text in bare):
        return False
    if not any(says("digit", text) for text in spoken):
        return bool(spoken) and not any(says("number-word", text) for text in spoken)
    parts = (_NO_NUMBER.sub("", part) for text in spoken for part in _SENTENCE.split(text))
    sentences = [part for part in parts if not says("digit", part)]
    if "" in wanted and any(says("number-word", part) for part in sentences):
        return False  # what is counted may be counted in words
    return not any(map(NONE_SAID.search, sentences))


def _is_read_elsewhere(assessment: Assessment, link: Link) -> bool:
    """Whether a tag reaches rows of a printed index: their digits are pages, answers or both."""
    span, hidden = link.statement.span, assessment.facts(link.document).hidden
    texts = zip(range(span.first, span.last), assessment.texts(link), strict=False)
    return any(number in hidden and says("digit", text) for number, text in texts)


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
        options=("policy.evidence",),
        severity_of=severity_of,
    ),
)
