"""DI201 to DI205: codes outside the frameworks and editions that the report is checked against."""

from collections.abc import Iterator

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.linking import LinkStatus
from disclosure_index.checks.support.findings import about_statement
from disclosure_index.checks.support.safe_spelling import respelt, without_edition
from disclosure_index.did_you_mean import nearest
from disclosure_index.messages import COMMA, OR, joined, message
from disclosure_index.model import Disclosure, Finding, InForce, Message, Severity
from disclosure_index.policy.rules import Rule


def unknown_code(assessment: Assessment) -> Iterator[Finding]:
    """Report the codes that no edition of the framework has."""
    hints: dict[tuple[str, str], Message] = {}  # a slip is often repeated
    for link in assessment.by_status[LinkStatus.UNKNOWN]:
        if reference := link.statement.reference:
            named = (reference.framework, reference.code)
            if named not in hints:
                hints[named] = _meant(assessment, *named)
            short = assessment.catalog.frameworks[reference.framework].short
            problem = message("{framework} has no disclosure {code}", framework=short, code=reference.code)
            yield about_statement("DI201", link, problem, hints[named], respelt(assessment, link))


def _meant(assessment: Assessment, framework: str, code: str) -> Message:
    from disclosure_index.checks.support.near_codes import near_code  # a run without a slip needs none

    near = near_code(code, assessment.catalog.codes(framework), assessment.catalog.frameworks[framework].short)
    if near:
        reference = message(
            "{framework}:{code}", framework=framework, code=near
        )  # `near` may list the others there are
        return message("Did you mean {meant}?", meant=reference)
    return message("List its codes: disclosure-index frameworks show {framework}", framework=framework)


def unknown_framework(assessment: Assessment) -> Iterator[Finding]:
    """Report the tags of frameworks that are not defined."""
    for link in assessment.by_status[LinkStatus.UNKNOWN_FRAMEWORK]:
        if reference := link.statement.reference:
            near = nearest(reference.framework, assessment.catalog.known)
            known = joined(COMMA, assessment.catalog.known)
            hint = message("Did you mean {meant}?", meant=near) if near else message("Use one of {known}", known=known)
            problem = message('Framework "{framework}" is not defined', framework=reference.framework)
            yield about_statement("DI202", link, problem, hint, respelt(assessment, link))


def wrong_edition(assessment: Assessment) -> Iterator[Finding]:
    """Report the codes that exist, but in no edition that applies to the report."""
    for link in assessment.by_status[LinkStatus.WRONG_EDITION]:
        reference = link.statement.reference
        disclosure = link.disclosure or link.candidates[-1]
        if link.disclosure is None:
            editions = joined(COMMA, (d.edition for d in link.candidates))
            problem = message(
                "{name} has no edition {edition}",
                name=assessment.name(disclosure),
                edition=reference and reference.edition,
            )
            hint = message("Use one of its editions: {editions}", editions=editions)
        else:
            why = _out_of_force(assessment, disclosure.in_force)
            problem = message(
                "{name}, edition {edition}, {why}",
                name=assessment.name(disclosure),
                edition=disclosure.edition,
                why=why,
            )
            issued = disclosure.in_force.is_issued(assessment.report.publication)
            instead = _successors(disclosure) or _in_force_now(assessment, link.candidates)
            hint = (
                message("Use {instead}", instead=instead)
                if instead
                else message("Remove the tag: the disclosure has no successor")
                if issued
                else message("Remove the tag, or correct the day of publication in the project file")
            )
        yield about_statement("DI203", link, problem, hint, without_edition(assessment, link))


def _successors(disclosure: Disclosure) -> str:
    codes = disclosure.superseded_by
    return (
        joined(OR, codes)
        if len(codes) <= 4
        else message("whichever of {first} to {last} applies", first=codes[0], last=codes[-1])
    )


def _out_of_force(assessment: Assessment, span: InForce) -> Message:
    if not span.is_issued(assessment.report.publication):
        return message(
            "was issued on {issued}, after this report was published ({published})",
            issued=span.issued,
            published=assessment.report.publication,
        )
    if span.by == "publication-date":
        return message("applies to reports published {days}, not to this report", days=_days(span))
    return message("applies to financial years beginning {days}, not to this report", days=_days(span))


def _days(span: InForce) -> Message:
    if span.start and span.end:
        return message("on or after {start} and before {end}", start=span.start, end=span.end)
    return message("before {end}", end=span.end) if span.end else message("on or after {start}", start=span.start)


def _in_force_now(assessment: Assessment, candidates: tuple[Disclosure, ...]) -> str:
    return next((d.uid for d in candidates if d.uid in assessment.current_uids), "")


def ambiguous(assessment: Assessment) -> Iterator[Finding]:
    """Report the codes that two editions share which may both be meant."""
    for link in assessment.by_status[LinkStatus.AMBIGUOUS]:
        if link.disclosure:
            meant = joined(
                OR, (message("{what} ({more})", what=d.uid, more=assessment.name(d)) for d in link.candidates)
            )
            values = {"reference": link.statement.text, "read": link.disclosure.uid}
            problem = message("{reference} matches two disclosures in force and is read as {read}", **values)
            if withdrawn := [d for d in link.candidates if d.uid not in assessment.current_uids]:
                problem = message(
                    "{reference} was {withdrawn} until {end} and is read as {read}, which is not in force yet",
                    withdrawn=withdrawn[0].uid,
                    end=withdrawn[0].in_force.end,
                    **values,
                )
            yield about_statement("DI204", link, problem, message("Write {what}", what=meant))


def unwanted(assessment: Assessment) -> Iterator[Finding]:
    """Report the tags of frameworks, or of SASB industries, that the project file does not name."""
    for link in assessment.by_status[LinkStatus.UNWANTED]:
        if d := link.disclosure:
            if d.framework in assessment.current:
                problem = message(
                    "{name} belongs to industry {industry}, which the issuer profile does not list",
                    name=assessment.name(d),
                    industry=d.part,
                )
                hint = message('Add "{industry}" to profile.industries, or remove the tag', industry=d.part)
            else:
                problem = message(
                    "{name} belongs to a framework that the project file does not list", name=assessment.name(d)
                )
                hint = message('Add [[frameworks]] with id = "{framework}", or remove the tag', framework=d.framework)
            yield about_statement("DI205", link, problem, hint)


RULES = (
    Rule(
        "DI201",
        "unknown-code",
        Severity.ERROR,
        message("a code that no edition of the framework has"),
        message("No edition of the framework has the code, so the tag claims nothing. It is usually a typing error."),
        '<p data-disclosure="hkex-esg:A1.7">…</p>',
        '<p data-disclosure="hkex-esg:A1.6">…</p>',
        unknown_code,
    ),
    Rule(
        "DI202",
        "unknown-framework",
        Severity.ERROR,
        message("a framework that is not defined"),
        message("The framework is not defined, so its tags cannot be checked."),
        '<p data-disclosure="hkex:A1.2">…</p>',
        '<p data-disclosure="hkex-esg:A1.2">…</p>',
        unknown_framework,
    ),
    Rule(
        "DI203",
        "wrong-edition",
        Severity.ERROR,
        message("a code that is withdrawn, superseded or not yet in force"),
        message(
            "The code is withdrawn, superseded or not yet in force for this report. HKEX editions apply by the start "
            "of the financial year, GRI Standards by the date of publication."
        ),
        '<p data-disclosure="gri:102-16">…</p>',
        '<p data-disclosure="gri:2-23">…</p>',
        wrong_edition,
        source=message("HKEX Appendix C2, effective dates; GRI Universal and Topic Standards, effective dates"),
    ),
    Rule(
        "DI204",
        "ambiguous-edition",
        Severity.WARNING,
        message("a code shared by two editions in force"),
        message(
            "Two editions in force share the code: GRI 306-3 is significant spills (2016) or waste generated (2020)."
        ),
        '<p data-disclosure="gri:306-3">…</p>',
        '<p data-disclosure="gri:306-3@2020">…</p>',
        ambiguous,
        source=message("GRI 306: Waste 2020 and GRI 306: Effluents and Waste 2016"),
    ),
    Rule(
        "DI205",
        "unwanted-tag",
        Severity.WARNING,
        message("a tag of a framework or an industry that the report does not claim"),
        message("The report does not claim this framework or industry, so the tag has no effect."),
        '<p data-disclosure="sasb:TR-CL-110a.1">…</p>',
        'industries = ["TR-MT", "TR-CL"]',
        unwanted,
    ),
)
