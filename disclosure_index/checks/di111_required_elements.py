"""DI111 to DI114: required elements without a code of their own, searched for in the words of the report."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.checks.support.findings import about
from disclosure_index.checks.support.report_wording import has_any, is_whole, says, years_in
from disclosure_index.messages import message, titled
from disclosure_index.model import Claim, Document, Finding, Framework, Location, ProgressReport, Severity
from disclosure_index.policy.rules import Rule

LONGEST = 200
"""Passages above which what is tagged is not a statement, but the chapters that it stands in."""
_SPOKEN = 200
"""Characters below which the passages of an area are too short to judge."""


def silent_element(assessment: Assessment) -> Iterator[Finding]:
    """Report the tagged elements whose passages lack the words that the element requires.

    Only where they speak of another element: else the report may be in a language that is not read here.
    """
    for framework in assessment.catalog.frameworks.values():
        if words := dict(framework.conventions.elements):
            yield from _silent(assessment, framework.id, words)


def _silent(assessment: Assessment, framework: str, words: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    silent: dict[str, list[Coverage]] = defaultdict(list)
    spoken = set()
    for row in assessment.rows(framework):
        d = row.disclosure
        if d.code not in words or d.heading or not row.links:
            continue
        texts = list(islice((text for link in row.links for text in assessment.texts(link)), LONGEST + 1))
        if any(has_any(words[d.code], text) for text in texts):
            spoken.add(d.parent)
        elif len(texts) <= LONGEST:
            silent[d.parent].append(row)
    for parent, rows in silent.items():
        for row in rows if parent in spoken else ():
            span = row.links[0].statement.span
            problem = message(
                "{name} is tagged here, but the tagged passages do not mention it", name=assessment.name(row.disclosure)
            )
            yield about(
                "DI111",
                row.disclosure,
                problem,
                span.location,
                message("Write it, or tag the passage that mentions it"),
            )


def cop_element(assessment: Assessment) -> Iterator[Finding]:
    """Report what a report on progress lacks: outcomes in an area; in early years the statement of support, too."""
    for claim in assessment.report.claims:
        framework = assessment.catalog.frameworks.get(claim.framework)
        if framework and claim.claim and (progress := framework.conventions.progress):
            yield from _without_outcome(assessment, framework)
            yield from _without_support(assessment, claim, progress, framework.short)


def _without_outcome(assessment: Assessment, framework: Framework) -> Iterator[Finding]:
    areas: dict[str, list[Coverage]] = defaultdict(list)
    for row in assessment.rows(framework.id):
        areas[row.disclosure.group].append(row)
    titles = {group.id: group.title for group in framework.groups}
    for area, rows in areas.items():
        links = [link for row in rows for link in row.links]
        texts = [text for link in links for text in assessment.texts(link)]
        if sum(map(len, texts)) >= _SPOKEN and not any(c.isdecimal() for text in texts for c in text):
            problem = message(
                "{framework}: no passage tagged for {area} gives an outcome in figures",
                framework=framework.short,
                area=titled({**titles.get(area, {}), "en": area.replace("-", " ")}, "en"),
            )
            place = links[0].statement.span.location
            yield about("DI112", rows[0].disclosure, problem, place, message("Tag the results as well"))


def _without_support(assessment: Assessment, claim: Claim, progress: ProgressReport, short: str) -> Iterator[Finding]:
    published = assessment.report.published
    if published and published.year < progress.support_before and is_whole(assessment.report.documents[0]):
        named = [name.lower() for name in progress.support_named]
        passages = (p.text for d in assessment.report.documents for p in d.passages)
        if not any(has_any(named, text) and says("support", text) for text in passages):
            problem = message(
                "{framework}: the report has no statement of continued support by its chief executive", framework=short
            )
            until = progress.support_before - 1
            hint = message("Add it: until {year} it is one of three required elements", year=until)
            yield Finding("DI112", problem, claim.location, hint, framework=claim.framework)


def no_period(assessment: Assessment) -> Iterator[Finding]:
    """Report the reports that do not say which period they cover: in what is tagged as such, else in all their text."""
    year, ending = assessment.report.year, assessment.report.year_end.year
    asking = {(f.id, f.conventions.reporting_period) for f in assessment.catalog.frameworks.values()}
    asked = (row for row in assessment.coverage if (row.disclosure.framework, row.disclosure.code) in asking)
    tagged = next((row for row in asked if row.links), None)
    if tagged:
        texts = [text for link in tagged.links for text in assessment.texts(link)]
        if any(says("reporting-period", text) for text in texts) and not any(years_in(text) for text in texts):
            place = tagged.links[0].statement.span.location
            problem = message("{name} is tagged here, but no period is named", name=assessment.name(tagged.disclosure))
            yield about(
                "DI113",
                tagged.disclosure,
                problem,
                place,
                message("Name the first and last day that the report covers"),
            )
        return
    for document in assessment.report.documents:
        texts = [p.text for p in document.passages if p.kind != "table-row"]
        if is_whole(document) and not any({year, ending} & set(years_in(text)) for text in texts):
            problem = message("{path} does not name its reporting year, {year}", path=document.path, year=year)
            yield Finding(
                "DI113", problem, _top(document), message("Name the first and last day that the report covers")
            )


def no_boundary(assessment: Assessment) -> Iterator[Finding]:
    """Report the reports that do not say what they cover; where a framework asks for it, other rules check that."""
    asked = {(f.id, f.conventions.reporting_boundary) for f in assessment.catalog.frameworks.values()}
    for row in assessment.coverage:
        if (row.disclosure.framework, row.disclosure.code) in asked and (row.links or row.is_gap):
            return
    for document in assessment.report.documents:
        texts = [p.text for p in document.passages if p.kind != "table-row"]
        if is_whole(document) and not any(says("boundary", text) for text in texts):
            yield Finding(
                "DI114",
                message("{path} does not say which entities and operations it covers", path=document.path),
                _top(document),
                message("Say which entities are included and which are excluded"),
            )


def _top(document: Document) -> Location:
    return document.passages[0].location


RULES = (
    Rule(
        "DI111",
        "part-b-element",
        Severity.WARNING,
        message("a tagged element of HKEX Part B that the passage does not mention"),
        message(
            "The board statement, the reporting principles and the boundary are mandatory, element by element. A tag "
            "on the whole claims that each is disclosed."
        ),
        '<p data-disclosure="hkex-esg:14">Materiality: topics come from a survey.</p>',
        '<p data-disclosure="hkex-esg:14(materiality)">Materiality: topics come from a survey.</p>',
        silent_element,
        source=message("HKEX Listing Rules, Appendix C2, Part B, paragraphs 13 to 15"),
    ),
    Rule(
        "DI112",
        "cop-element",
        Severity.WARNING,
        message("an area of the UN Global Compact without an outcome; before 2023, no statement of support"),
        message(
            "A Communication on Progress reports actions and outcomes in each of the four areas. Until 2022 it also "
            "contained the chief executive's statement of continued support; since then, that is signed on the "
            "Compact's platform."
        ),
        '<p data-disclosure="ungc:10">We have a policy against bribery.</p>',
        '<p data-disclosure="ungc:10">We have a policy against bribery; 96% of staff were trained in it.</p>',
        cop_element,
        source=message("UN Global Compact, policy on Communication on Progress"),
    ),
    Rule(
        "DI113",
        "no-reporting-period",
        Severity.WARNING,
        message("a report that does not say which period it covers"),
        message("Figures have no meaning without their period."),
        '<p data-disclosure="gri:2-3">This report is published every year.</p>',
        '<p data-disclosure="gri:2-3">This annual report covers 1 January to 31 December 2025.</p>',
        no_period,
        source=message("GRI 2-3 a; IFRS S1 64"),
    ),
    Rule(
        "DI114",
        "no-reporting-boundary",
        Severity.WARNING,
        message("a report that does not say which entities and operations it covers"),
        message("Readers must know which entities and operations the figures include."),
        "(a report that names neither boundary nor entities)",
        "<p>The report covers the Company and its six subsidiaries.</p>",
        no_boundary,
        source=message("GRI 2-2; HKEX Appendix C2, Part B, paragraph 15; IFRS S1 20"),
    ),
)
