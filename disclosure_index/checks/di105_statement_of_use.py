"""DI105 to DI108: the statement of use of GRI, and what goes with it.

Of the nine requirements of GRI 1 to report in accordance, 2, 4 and 5 are told with the disclosures (DI101), 6 with the
omissions (DI3xx), 7 and 8 here, 3, 4 and 5 by the topics. 1 (the principles) and 9 (to notify GRI) no text can show.
"""

from collections.abc import Iterator

from disclosure_index.checks.registry import Facts, Rule, is_whole
from disclosure_index.checks.report_wording import says, years_in
from disclosure_index.messages import AND, joined, message
from disclosure_index.model import Claim, Document, Finding, Location, Message, Passage, Severity

CLAIMS = {
    "in-accordance": message("in accordance with the GRI Standards"),
    "with-reference": message("with reference to the GRI Standards"),
}
"""What a report may claim of GRI, by the claim's name in a project file."""


def no_statement_of_use(facts: Facts) -> Iterator[Finding]:
    """Report the documents that mention GRI but do not make the claim of the project file."""
    for claim, document, passages in _of_gri(facts):
        if is_whole(document) and passages and not any(says(claim.claim, passage.text) for passage in passages):
            problem = message(
                "{path} mentions GRI but does not say that it reports {claim}",
                path=document.path,
                claim=CLAIMS[claim.claim],
            )
            yield _finding("DI105", problem, claim.location, message("Add the statement of use"), claim)


def incomplete_statement(facts: Facts) -> Iterator[Finding]:
    """Report the statements of use without the organisation or without the period."""
    for claim, document, passages in _of_gri(facts):
        statements = [p for p in passages if says("statement-of-use", p.text) and says(claim.claim, p.text)]
        lacks = [(_lacking(facts, p.text), p) for p in statements]
        if not lacks or any(not lack for lack, _ in lacks):
            continue
        lack, passage = min(lacks, key=lambda found: len(found[0]))
        problem = message(
            "The statement of use in {path} does not name {lack}", path=document.path, lack=joined(AND, lack)
        )
        yield _finding(
            "DI106", problem, passage.location, message("Use the wording that GRI 1 prescribes"), claim, passage.anchor
        )


def gri_1_not_named(facts: Facts) -> Iterator[Finding]:
    """Report the GRI indexes and statements of use without the GRI 1 used."""
    for claim, document, passages in _of_gri(facts):
        place = next((p.location for p in passages if says("statement-of-use", p.text)), None)
        if place and not any(says("gri-1", p.text) for p in passages):
            yield _finding(
                "DI107",
                message("{path} does not name the GRI 1 used", path=document.path),
                place,
                message('Add "GRI 1: Foundation 2021" below the statement of use'),
                claim,
            )


def no_gri_index(facts: Facts) -> Iterator[Finding]:
    """Report the statements of use in a document without a content index, or a word on where it is."""
    for claim, document, passages in _of_gri(facts):
        place = next((p.location for p in passages if says("statement-of-use", p.text)), None)
        if place and not document.indexes and not any(says("index", p.text) for p in passages):
            yield _finding(
                "DI108",
                message(
                    "{path} has a statement of use, but no GRI content index and no pointer to one",
                    path=document.path,
                ),
                place,
                message("Print the index, or say where it is published"),
                claim,
            )


def _of_gri(facts: Facts) -> Iterator[tuple[Claim, Document, tuple[Passage, ...]]]:
    """Yield each document with its passages that name GRI, where the report claims the Standards."""
    claim = next((c for c in facts.report.claims if c.framework == "gri" and c.claim in CLAIMS), None)
    if claim:
        for document, passages in zip(facts.report.documents, facts.naming_gri, strict=True):
            yield claim, document, passages


def _lacking(facts: Facts, text: str) -> list[Message]:
    report = facts.report
    words = [word if word.isascii() else word[:2] for word in report.issuer.casefold().split()]
    names = [word for word in words if len(word) > 3 or not word.isascii()] or [report.issuer.casefold()]
    lacks = []
    if not says("issuer", text) and not any(name in text.casefold() for name in names):
        lacks.append(message("the organisation"))
    if report.year_end.year not in years_in(text) and not says("period", text):
        lacks.append(message("the period"))
    return lacks


def _finding(rule: str, problem: Message, place: Location, hint: Message, claim: Claim, anchor: str = "") -> Finding:
    return Finding(rule, problem, place, hint, framework=claim.framework, anchor=anchor)


RULES = (
    Rule(
        "DI105",
        "no-statement-of-use",
        Severity.WARNING,
        message("a report that mentions GRI without the claim in its project file"),
        message(
            "A report that uses the GRI Standards must say so in a statement of use, in prescribed words. A report "
            "that mentions GRI without the claim leaves readers, and GRI, to guess. A report that does not mention GRI "
            "is not checked: its index may be published elsewhere."
        ),
        "<p>We follow the ideas of the GRI Standards.</p>",
        "<p>Harbour Ferries has reported in accordance with the GRI Standards for the period 1 January 2025 to "
        "31 December 2025.</p>",
        no_statement_of_use,
        source=message(
            "GRI 1: Foundation 2021, requirement 8 (in accordance) and requirement 2 of reporting with reference"
        ),
    ),
    Rule(
        "DI106",
        "incomplete-statement-of-use",
        Severity.WARNING,
        message("a GRI statement of use without the organisation or the period"),
        message("The statement of use must name both the organisation and the period."),
        "<p>Statement of use: reported in accordance with the GRI Standards.</p>",
        "<p>Statement of use: Harbour Ferries has reported in accordance with the GRI Standards for the period "
        "1 January 2025 to 31 December 2025.</p>",
        incomplete_statement,
        source=message(
            "GRI 1: Foundation 2021, requirement 8 (in accordance) and requirement 2 of reporting with reference"
        ),
    ),
    Rule(
        "DI107",
        "foundation-not-named",
        Severity.WARNING,
        message("a GRI statement of use without the GRI 1 used"),
        message("The content index must give the title of the GRI 1 used, because the claim is made under its rules."),
        "<p>Statement of use: …</p>",
        "<p>Statement of use: …</p><p>GRI 1 used: GRI 1: Foundation 2021</p>",
        gri_1_not_named,
        source=message("GRI 1: Foundation 2021, requirement 7, and requirement 1 of reporting with reference"),
    ),
    Rule(
        "DI108",
        "no-gri-index",
        Severity.WARNING,
        message("a GRI statement of use without a content index or a pointer to one"),
        message("A GRI claim requires a content index. If it is not in the report, the report must link to it."),
        "<p>Statement of use: …</p>  (but no index)",
        "<p>Statement of use: …</p><p>The GRI content index is on our website.</p>",
        no_gri_index,
        source=message("GRI 1: Foundation 2021, requirement 7, and requirement 1 of reporting with reference"),
    ),
)
