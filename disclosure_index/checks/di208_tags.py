"""DI208 to DI214: tags that are malformed, repeated, contradictory or misspelt."""

from collections import Counter
from collections.abc import Iterator, Sequence

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.linking import LinkStatus
from disclosure_index.checks.support.findings import about_statement, explained
from disclosure_index.checks.support.safe_spelling import joined as joined_words
from disclosure_index.checks.support.safe_spelling import respelt
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Disclosure, Finding, Message, Repetition, Severity
from disclosure_index.policy.rules import Rule
from disclosure_index.reading.registry import source_type


def unknown_datapoint(assessment: Assessment) -> Iterator[Finding]:
    """Report the datapoints that a disclosure does not have."""
    for link in (*assessment.by_status[LinkStatus.COVERS], *assessment.by_status[LinkStatus.AMBIGUOUS]):
        if not link.datapoints or not (d := link.disclosure):
            continue
        known = (*(point.id for point in d.datapoints), *d.requirements)
        for name in link.datapoints:
            if name not in known:
                problem = message('{name} has no datapoint "{datapoint}"', name=assessment.name(d), datapoint=name)
                yield about_statement("DI208", link, problem, _known_datapoints(assessment, d, known))


def _known_datapoints(assessment: Assessment, disclosure: Disclosure, known: Sequence[str]) -> Message:
    if not known:
        return message("Tag it as {reference}, without a datapoint", reference=disclosure.short)
    named = (explained(id, assessment.catalog.texts.titles(disclosure, id)) for id in known)
    return message("Use one of its datapoints: {known}", known=joined(COMMA, named))


def duplicate(assessment: Assessment) -> Iterator[Finding]:
    """Report the references that stand twice on one element."""
    for links in assessment.shared_elements:
        texts = [link.statement.text.casefold() for link in links]
        if len(set(texts)) == len(texts):
            continue
        times = Counter(texts)
        for link in {link.statement.text.casefold(): link for link in links}.values():
            if (count := times[link.statement.text.casefold()]) > 1:
                problem = message(
                    "{reference} occurs {times} times on one element", reference=link.statement.text, times=count
                )
                is_xhtml = source_type(assessment.report.documents[link.document].path) == ""
                edit = Repetition(link.statement.text) if is_xhtml and link.statement.reference else None
                yield about_statement("DI209", link, problem, message("Keep one"), edit)


def malformed(assessment: Assessment) -> Iterator[Finding]:
    """Report what does not have the form of a reference."""
    malformed = assessment.by_status[LinkStatus.MALFORMED]
    together = joined_words(assessment) if malformed else {}
    for link in malformed:
        yield about_statement(
            "DI210",
            link,
            message('"{text}" is not a valid reference', text=link.statement.text),
            message("Write framework:code[@edition][#datapoint,…], such as hkex-esg:A1.2"),
            together.get(id(link.statement)) or respelt(assessment, link),
        )


def contradictory(assessment: Assessment) -> Iterator[Finding]:
    """Report the elements that are tagged with the whole of a disclosure and with parts of it."""
    for links in assessment.shared_elements:
        if not any("#" in link.statement.text for link in links):
            continue
        whole = {link.disclosure.uid for link in links if link.disclosure and not link.datapoints}
        for link in links:
            if link.datapoints and link.disclosure and link.disclosure.uid in whole and link.status.counts:
                problem = message(
                    "The element is tagged both {whole} as a whole and {part} in part",
                    whole=link.disclosure.short,
                    part=link.statement.text,
                )
                yield about_statement("DI211", link, problem, message("Keep the tag that applies"))


RULES = (
    Rule(
        "DI208",
        "unknown-datapoint",
        Severity.ERROR,
        message("a datapoint that the disclosure does not have"),
        message("The disclosure has no such datapoint, so the tag answers nothing."),
        '<p data-disclosure="hkex-esg:B1.1#sex">…</p>',
        '<p data-disclosure="hkex-esg:B1.1#gender">…</p>',
        unknown_datapoint,
    ),
    Rule(
        "DI209",
        "duplicate-tag",
        Severity.WARNING,
        message("the same reference twice on one element"),
        message("A reference repeated on one element usually means that another reference was forgotten."),
        '<p data-disclosure="gri:401-1 gri:401-1">…</p>',
        '<p data-disclosure="gri:401-1 gri:401-2">…</p>',
        duplicate,
    ),
    Rule(
        "DI210",
        "malformed-reference",
        Severity.ERROR,
        message("a tag that is not a valid reference"),
        message("A malformed reference is not read, so the disclosure that it was meant for is not covered."),
        '<p data-disclosure="hkex-esg A3.1">…</p>',
        '<p data-disclosure="hkex-esg:A3.1">…</p>',
        malformed,
    ),
    Rule(
        "DI211",
        "contradictory-tags",
        Severity.NOTE,
        message("an element tagged both with a whole disclosure and with part of it"),
        message(
            "A tag without datapoints claims that the whole disclosure is answered here; a tag with datapoints claims "
            "only those. Only one of the two can apply."
        ),
        '<p data-disclosure="hkex-esg:B1.1 hkex-esg:B1.1#gender">…</p>',
        '<p data-disclosure="hkex-esg:B1.1#gender">…</p>',
        contradictory,
    ),
    Rule(
        "DI212",
        "review-of-nothing",
        Severity.WARNING,
        message("a review mark for a tag that the element does not have"),
        message("A mark that remains after its tag is removed looks like approval of the current text."),
        '<p data-disclosure="gri:401-2" data-reviewed="gri:401-1">…</p>',
        '<p data-disclosure="gri:401-2" data-reviewed="gri:401-2">…</p>',
    ),
    Rule(
        "DI213",
        "tag-on-unseen-text",
        Severity.ERROR,
        message("a tag on text that readers do not see"),
        message("Text that is hidden or struck out says nothing to a reader, so it answers no disclosure."),
        '<p hidden="" data-disclosure="gri:401-1">…</p>',
        '<p data-disclosure="gri:401-1">…</p>',
    ),
    Rule(
        "DI214",
        "misspelt-attribute",
        Severity.ERROR,
        message("an attribute that is almost one that tags are written with"),
        message("A misspelt attribute is not read, so the disclosure that it was meant for is not covered."),
        '<p data-disclosures="gri:401-1">…</p>',
        '<p data-disclosure="gri:401-1">…</p>',
    ),
)
