"""DI301 to DI305: omissions that the framework does not accept."""

from collections.abc import Iterator

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.coverage import REQUIRING, Coverage, may_be_omitted
from disclosure_index.assessment.linking import Link
from disclosure_index.checks.support.findings import about, explained
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Finding, Message, Omission, Reason, Severity
from disclosure_index.policy.rules import Rule


def each_omission(assessment: Assessment) -> Iterator[tuple[Coverage, Link, Omission]]:
    """Yield each omission with the row of the disclosure that it names."""
    rows = {row.disclosure.uid: row for row in assessment.coverage}
    for link in assessment.omissions:
        if link.status.counts and link.disclosure and isinstance(link.statement, Omission):
            yield rows[link.disclosure.uid], link, link.statement


def owed(assessment: Assessment) -> Iterator[tuple[Coverage, Link, Omission]]:
    """Yield the omissions that must meet the framework's terms: of required disclosures that may be omitted."""
    for row, link, omission in each_omission(assessment):
        reliefs = {reason.id for reason in row.reasons if reason.relief}
        anything = may_be_omitted(row.disclosure, row.decision)
        if row.obligation in REQUIRING and (anything or omission.reason in reliefs):
            yield row, link, omission


def relief_of(assessment: Assessment, row: Coverage, omission: Omission) -> Reason | None:
    """Return the reason that an omission gives, where it is a relief, granted or not."""
    reasons = assessment.catalog.frameworks[row.disclosure.framework].reasons
    return next((reason for reason in reasons if reason.relief and reason.id == omission.reason), None)


def finding_of(rule: str, row: Coverage, omission: Omission, problem: Message, hint: Message) -> Finding:
    """Make a finding at an omission."""
    return about(rule, row.disclosure, problem, omission.span.location, hint, omission.span.anchor)


def reasons_of(assessment: Assessment, row: Coverage) -> tuple[str, ...]:
    """Return the reasons that the framework accepts."""
    return tuple(reason.id for reason in assessment.catalog.frameworks[row.disclosure.framework].reasons)


def _named(row: Coverage) -> Message:
    """Return the list of the reasons that are accepted for a disclosure, as they are typed."""
    return joined(COMMA, (explained(reason.id, reason.title) for reason in row.accepted))


def without_reason(assessment: Assessment) -> Iterator[Finding]:
    """Report the omissions that name no reason."""
    for row, _, omission in owed(assessment):
        if not omission.reason:
            problem = message("{name} is omitted without a reason", name=assessment.name(row.disclosure))
            hint = message("Give one of {reasons}", reasons=_named(row))
            yield finding_of("DI301", row, omission, problem, hint)


def without_explanation(assessment: Assessment) -> Iterator[Finding]:
    """Report the omissions whose element says nothing."""
    for row, _, omission in owed(assessment):
        if not omission.explanation:
            problem = message("{name} is omitted without an explanation", name=assessment.name(row.disclosure))
            yield finding_of("DI302", row, omission, problem, message("Explain in the element why it is omitted"))


def reason_not_allowed(assessment: Assessment) -> Iterator[Finding]:
    """Report the reasons that the framework does not know."""
    for row, _, omission in owed(assessment):
        if omission.reason and omission.reason not in reasons_of(assessment, row):
            short = assessment.catalog.frameworks[row.disclosure.framework].short
            problem = message(
                '{name} is omitted as "{reason}", which {framework} does not accept',
                name=assessment.name(row.disclosure),
                reason=omission.reason,
                framework=short,
            )
            hint = message("{framework} accepts no reason for omission: disclose it", framework=short)
            if row.accepted:
                hint = message("Use one of {reasons}", reasons=_named(row))
            yield finding_of("DI303", row, omission, problem, hint)


def not_allowed(assessment: Assessment) -> Iterator[Finding]:
    """Report the omissions of what must be disclosed; a report with reference to a framework must disclose nothing."""
    for row, _, omission in each_omission(assessment):
        if row.obligation not in REQUIRING or may_be_omitted(row.disclosure, row.decision):
            continue
        if relief_of(assessment, row, omission):
            continue  # DI310 says whether it is granted
        problem = message("{name} cannot be omitted, whatever the reason", name=assessment.name(row.disclosure))
        hint = message(
            "Disclose it and tag it as {reference}; saying that something does not exist is a disclosure",
            reference=row.disclosure.short,
        )
        if row.accepted:
            problem = message(
                "{name} is mandatory and can be left out only under a relief", name=assessment.name(row.disclosure)
            )
            hint = message(
                "Disclose it and tag it as {reference}, or, where its conditions hold, give a relief as the reason: "
                "{reliefs}",
                reference=row.disclosure.short,
                reliefs=_named(row),
            )
        yield finding_of("DI304", row, omission, problem, hint)


def and_disclosed(assessment: Assessment) -> Iterator[Finding]:
    """Report the disclosures that are both omitted and tagged.

    Beside a tag for the whole, an omission of some parts is the narrower statement: "d: information unavailable".
    """
    for row, link, omission in each_omission(assessment):
        whole = any(not tag.datapoints for tag in row.links)
        if (whole and not link.datapoints) or set(row.answered) & set(link.datapoints):
            tag = row.links[0].statement.span.location
            problem = message(
                "{name} is explained as omitted but disclosed at {place}",
                name=assessment.name(row.disclosure),
                place=tag,
            )
            yield finding_of("DI305", row, omission, problem, message("Remove the one that does not apply"))


RULES = (
    Rule(
        "DI301",
        "omission-without-reason",
        Severity.ERROR,
        message("an omission without a reason"),
        message("HKEX (guidance on explaining) and GRI (GRI 1, requirement 6) ask which of their reasons applies."),
        '<p data-omission="hkex-esg:A1.1">…</p>',
        '<p data-omission="hkex-esg:A1.1" data-reason="not-material">…</p>',
        without_reason,
        source=message("HKEX guidance on explaining; GRI 1: Foundation 2021, requirement 6"),
        mandatory=True,
    ),
    Rule(
        "DI302",
        "omission-without-explanation",
        Severity.ERROR,
        message("an omission without an explanation"),
        message("A reason is not an explanation: both frameworks ask why it applies to this issuer."),
        '<p data-omission="hkex-esg:B6.1" data-reason="not-material"/>',
        '<p data-omission="hkex-esg:B6.1" data-reason="not-material">We sell no goods that could be recalled.</p>',
        without_explanation,
        source=message("HKEX guidance on explaining; GRI 1: Foundation 2021, requirement 6"),
        mandatory=True,
    ),
    Rule(
        "DI303",
        "reason-not-allowed",
        Severity.ERROR,
        message("an omission with a reason that the framework does not accept"),
        message('GRI accepts only four reasons (GRI 1, requirement 6); "not material" is not among them.'),
        '<p data-omission="gri:2-19" data-reason="not-material">…</p>',
        '<p data-omission="gri:2-19" data-reason="confidentiality-constraints">…</p>',
        reason_not_allowed,
        source=message("GRI 1: Foundation 2021, requirement 6; for other frameworks, frameworks/*/framework.toml"),
        mandatory=True,
    ),
    Rule(
        "DI304",
        "omission-not-allowed",
        Severity.ERROR,
        message("an omission of a disclosure that cannot be omitted"),
        message(
            "HKEX mandatory disclosures, and GRI 2-1 to 2-5, 3-1 and 3-2, must be reported. Some of HKEX Part D may be "
            "left out under a relief, even where it is mandatory."
        ),
        '<p data-omission="gri:2-3" data-reason="information-unavailable">…</p>',
        '<p data-disclosure="gri:2-3">…</p>',
        not_allowed,
        source=message("HKEX Appendix C2, Part B; GRI 1: Foundation 2021, requirements 2, 4 and 6"),
        mandatory=True,
    ),
    Rule(
        "DI305",
        "omitted-and-disclosed",
        Severity.ERROR,
        message("a disclosure that is both omitted and disclosed"),
        message("The report contradicts itself: one statement is wrong."),
        '<p data-disclosure="hkex-esg:A2.5">…</p><p data-omission="hkex-esg:A2.5" data-reason="not-material">…</p>',
        '<p data-disclosure="hkex-esg:A2.5">…</p>',
        and_disclosed,
    ),
)
