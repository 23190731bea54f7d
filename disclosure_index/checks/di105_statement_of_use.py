"""DI105 to DI108: the statement of use of a framework that asks for one, and what goes with it.

Of the nine requirements of GRI 1 to report in accordance, 2, 4 and 5 are reported with the disclosures (DI101), 6 with
the omissions (DI3xx), 7 and 8 here, 3, 4 and 5 by the topics. 1 (the principles) and 9 (to notify GRI) show
in no text.
"""

import re
from collections.abc import Iterator

from disclosure_index.assessment.assessment import Assessment, StatedUse
from disclosure_index.checks.support.report_wording import has_any, is_whole, says, years_in
from disclosure_index.messages import AND, joined, message, titled
from disclosure_index.model import Finding, Location, Message, Passage, Severity
from disclosure_index.policy.rules import Rule


def no_statement_of_use(assessment: Assessment) -> Iterator[Finding]:
    """Report the documents that mention the framework but do not make the claim of the project file."""
    for use in assessment.statements_of_use:
        said = any(has_any(use.wording.words, passage.text) for passage in use.passages)
        if is_whole(use.document) and use.passages and not said:
            problem = message(
                "{path} mentions {framework} but does not say that it reports {claim}",
                path=use.document.path,
                framework=_short(assessment, use),
                claim=titled(use.wording.phrase, "en"),
            )
            yield _finding("DI105", problem, use.claim.location, message("Add the statement of use"), use)


def incomplete_statement(assessment: Assessment) -> Iterator[Finding]:
    """Report the statements of use without the organisation or without the period."""
    for use in assessment.statements_of_use:
        statements = [p for p in _statements(use) if has_any(use.wording.words, p.text)]
        lacks = [(_lacking(assessment, p.text), p) for p in statements]
        if not lacks or any(not lack for lack, _ in lacks):
            continue
        lack, passage = min(lacks, key=lambda found: len(found[0]))
        problem = message(
            "The statement of use in {path} does not name {lack}", path=use.document.path, lack=joined(AND, lack)
        )
        hint = message("Use the wording that {foundation} prescribes", foundation=use.statement.foundation)
        yield _finding("DI106", problem, passage.location, hint, use, passage.anchor)


def foundation_not_named(assessment: Assessment) -> Iterator[Finding]:
    """Report the statements of use without the rules used."""
    for use in assessment.statements_of_use:
        place = next((p.location for p in _statements(use)), None)
        if place and not any(_names_foundation(use, p.text) for p in use.passages):
            foundation, title = use.statement.foundation, titled(use.statement.foundation_title, "en")
            path = use.document.path
            problem = message("{path} does not name the {foundation} used", path=path, foundation=foundation)
            hint = message('Add "{title}" below the statement of use', title=title)
            yield _finding("DI107", problem, place, hint, use)


def no_index(assessment: Assessment) -> Iterator[Finding]:
    """Report the statements of use in a document without a content index, or a word on where it is."""
    for use in assessment.statements_of_use:
        place = next((p.location for p in _statements(use)), None)
        if place and not use.document.indexes and not any(says("index", p.text) for p in use.passages):
            problem = message(
                "{path} has a statement of use, but no {framework} content index and no pointer to one",
                path=use.document.path,
                framework=_short(assessment, use),
            )
            yield _finding("DI108", problem, place, message("Print the index, or say where it is published"), use)


def _statements(use: StatedUse) -> Iterator[Passage]:
    return (passage for passage in use.passages if has_any(use.statement.words, passage.text))


def _names_foundation(use: StatedUse, text: str) -> bool:
    """Whether a text names the rules: "GRI 1" and not "GRI 101"."""
    name = re.escape(use.statement.foundation).replace(r"\ ", r"\s?")
    return re.search(rf"{name}(?![\d-])", text, re.IGNORECASE) is not None


def _short(assessment: Assessment, use: StatedUse) -> str:
    return assessment.catalog.frameworks[use.claim.framework].short


def _lacking(assessment: Assessment, text: str) -> list[Message]:
    report = assessment.report
    words = [word if word.isascii() else word[:2] for word in report.issuer.casefold().split()]
    names = [word for word in words if len(word) > 3 or not word.isascii()] or [report.issuer.casefold()]
    lacks = []
    if not says("issuer", text) and not any(name in text.casefold() for name in names):
        lacks.append(message("the organisation"))
    if not {report.year, report.year_end.year} & set(years_in(text)) and not says("period", text):
        lacks.append(message("the period"))
    return lacks


def _finding(rule: str, problem: Message, place: Location, hint: Message, use: StatedUse, anchor: str = "") -> Finding:
    return Finding(rule, problem, place, hint, framework=use.claim.framework, anchor=anchor)


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
        foundation_not_named,
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
        no_index,
        source=message("GRI 1: Foundation 2021, requirement 7, and requirement 1 of reporting with reference"),
    ),
)
