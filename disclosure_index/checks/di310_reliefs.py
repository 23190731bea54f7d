"""DI310 to DI312: reliefs, by which even a mandatory disclosure may be left out, and their conditions."""

from collections.abc import Iterator

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.coverage import REQUIRING, Coverage
from disclosure_index.assessment.reliefs import Standing, standing
from disclosure_index.checks.di301_omissions import each_omission, finding_of, relief_of
from disclosure_index.checks.support.findings import explained
from disclosure_index.checks.support.report_wording import has_any
from disclosure_index.messages import COMMA, joined, message, titled
from disclosure_index.messages.states import financial_year
from disclosure_index.model import Claim, Disclosure, Finding, Message, Omission, Reason, Relief, Severity
from disclosure_index.policy.rules import Rule


def _used(assessment: Assessment) -> Iterator[tuple[Coverage, Omission, Reason, Relief, Standing]]:
    """Yield the omissions of what is asked for whose reason is a relief, with how it stands to the disclosure."""
    by_code = {(d.framework, d.edition, d.code): d for d in (row.disclosure for row in assessment.coverage)}
    for row, _, omission in each_omission(assessment):
        reason = relief_of(assessment, row, omission)
        if reason and reason.relief and row.obligation in REQUIRING:
            d = row.disclosure
            claim = next(claim for claim in assessment.report.claims if claim.framework == d.framework)
            stands = standing(reason.relief, d, _above(d, by_code), assessment.report, claim)
            yield row, omission, reason, reason.relief, stands


def _above(d: Disclosure, by_code: dict[tuple[str, str, str], Disclosure]) -> list[Disclosure]:
    found: list[Disclosure] = []
    while (above := by_code.get((d.framework, d.edition, d.parent))) and above not in found:
        found.append(above)
        d = above
    return found


def not_granted(assessment: Assessment) -> Iterator[Finding]:
    """Report the omissions under a relief that is not granted for the disclosure, the issuer or the year."""
    for row, omission, reason, relief, stands in _used(assessment):
        if stands.counts:
            continue
        problem = message(
            '{name} is left out under the relief "{relief}", {why}',
            name=assessment.name(row.disclosure),
            relief=reason.id,
            why=_why_not(assessment, relief, stands),
        )
        hint = message("Disclose it and tag it as {reference}", reference=row.disclosure.short)
        if row.accepted:
            accepted = joined(COMMA, (explained(other.id, other.title) for other in row.accepted))
            hint = message(
                "Disclose it and tag it as {reference}, or give a reason that is accepted for it: {reasons}",
                reference=row.disclosure.short,
                reasons=accepted,
            )
        yield finding_of("DI310", row, omission, problem, hint)


def _why_not(assessment: Assessment, relief: Relief, stands: Standing) -> Message:
    report, paragraph = assessment.report, relief.paragraph
    if stands == Standing.NOT_REACHED:
        reached = joined(COMMA, relief.reaches)
        return message("which reaches only {codes} ({paragraph})", codes=reached, paragraph=paragraph)
    if stands == Standing.NOT_FOR_ISSUER:
        granted = joined(COMMA, (*relief.board, *relief.size))
        return message("which is granted only to {issuers} ({paragraph})", issuers=granted, paragraph=paragraph)
    year = financial_year(report)
    if stands == Standing.NOT_FIRST_YEAR:
        return message(
            "which is granted only for the first year in which the framework is applied, not for {year} ({paragraph})",
            year=year,
            paragraph=paragraph,
        )
    return message("which is not granted for {year} ({paragraph})", year=year, paragraph=paragraph)


def unsaid(assessment: Assessment) -> Iterator[Finding]:
    """Report the explanations under a relief that do not say what the relief asks to be said."""
    for row, omission, reason, relief, stands in _used(assessment):
        if stands.counts and omission.explanation:
            lacks = [said.title for said in relief.says if not has_any(said.words, omission.explanation)]
            if lacks:
                problem = message(
                    '{name} is left out under the relief "{relief}", but the explanation does not say {what}',
                    name=assessment.name(row.disclosure),
                    relief=reason.id,
                    what=joined(COMMA, (titled(title, "en") for title in lacks)),
                )
                hint = message("Say it in the explanation: {paragraph} asks for it", paragraph=relief.paragraph)
                yield finding_of("DI311", row, omission, problem, hint)


def first_year_unknown(assessment: Assessment) -> Iterator[Finding]:
    """Report, once per framework, that it is not known whether a relief for the first year is granted."""
    reported: set[str] = set()
    for row, _, reason, relief, stands in _used(assessment):
        framework = row.disclosure.framework
        if stands == Standing.UNDETERMINED and framework not in reported:
            reported.add(framework)
            claim = next(claim for claim in assessment.report.claims if claim.framework == framework)
            yield _unknown(assessment, claim, row, reason, relief)


def _unknown(assessment: Assessment, claim: Claim, row: Coverage, reason: Reason, relief: Relief) -> Finding:
    problem = message(
        '{framework}: cannot determine whether the relief "{relief}" is granted: it is for the first year in which '
        "the framework is applied ({paragraph})",
        framework=assessment.catalog.frameworks[claim.framework].short,
        relief=reason.id,
        paragraph=relief.paragraph,
    )
    hint = message(
        "Set first-year of the framework in the project file: the first day of the financial year in which the issuer "
        "first applied it"
    )
    return Finding(
        "DI312",
        problem,
        claim.location,
        hint,
        framework=claim.framework,
        edition=row.disclosure.edition,
        unchecked=True,
    )


RULES = (
    Rule(
        "DI310",
        "relief-not-granted",
        Severity.ERROR,
        message("an omission under a relief that is not granted for it"),
        message(
            "A relief lets even a mandatory disclosure be left out, but only the disclosures that it reaches, and only "
            "the issuers and years that it is granted to."
        ),
        '<p data-omission="hkex-esg:28(a)" data-reason="financial-effects">…</p>',
        '<p data-omission="hkex-esg:25(b)" data-reason="financial-effects">…</p>',
        not_granted,
        source=message("HKEX Appendix C2, Part D: implementation reliefs; IFRS S1 and IFRS S2, Appendix C"),
        mandatory=True,
    ),
    Rule(
        "DI311",
        "relief-unsaid",
        Severity.WARNING,
        message("an omission under a relief whose explanation does not say what the relief asks for"),
        message("Who uses a relief must say so, and say why its conditions hold."),
        '<p data-omission="hkex-esg:25(b)" data-reason="financial-effects">No amounts are given.</p>',
        '<p data-omission="hkex-esg:25(b)" data-reason="financial-effects">No amounts are given, because the effects '
        "cannot be separated from others.</p>",
        unsaid,
        source=message("HKEX Appendix C2, Part D: implementation reliefs; IFRS S2 21"),
    ),
    Rule(
        "DI312",
        "first-year-unknown",
        Severity.ERROR,
        message("a relief for the first year, where the project file does not say which that is"),
        message("A relief for the first year in which a framework is applied is granted for no other year."),
        '[[frameworks]]\nid = "ifrs-s2"',
        '[[frameworks]]\nid = "ifrs-s2"\nfirst-year = 2025-01-01',
        first_year_unknown,
        source=message("IFRS S2 C3 to C5; IFRS S1 E3 to E6"),
        mandatory=True,
    ),
)
