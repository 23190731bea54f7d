"""DI115, DI116 and DI118: editions, claims and Sector Standards that depend on the day of publication."""

from collections.abc import Iterator

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.publication import by_publication
from disclosure_index.catalog.store import stand_ins
from disclosure_index.messages import COMMA, joined, message, one_of
from disclosure_index.model import Claim, Finding, Framework, Message, Severity
from disclosure_index.policy.rules import Rule


def publication_estimated(assessment: Assessment) -> Iterator[Finding]:
    """Report that editions are decided by an estimated day of publication."""
    report = assessment.report
    if report.publication_is_estimated and (claims := by_publication(report, assessment.catalog)):
        problem = message(
            "Which editions of {frameworks} apply is decided by an estimated day of publication, {day}: the project "
            "file does not give the day itself",
            frameworks=joined(COMMA, (assessment.catalog.frameworks[claim.framework].short for claim in claims)),
            day=str(report.publication),
        )
        hint = message("Set report.published to the day of publication")
        if report.published:
            hint = message("Set report.published to the day of publication, and remove published-estimate")
        yield Finding("DI115", problem, claims[0].location, hint, framework=claims[0].framework)


def claim_out_of_time(assessment: Assessment) -> Iterator[Finding]:
    """Report the claims, and the Sector Standards, that a report could not use when it was published."""
    day = assessment.report.publication
    for claim in assessment.report.claims:
        if (framework := assessment.catalog.frameworks.get(claim.framework)) and not claim.edition:
            period = next((p for p in framework.claim_periods if p.claim == claim.claim), None)
            if period and not period.holds(day):
                yield _claim(assessment, claim, framework)
            for sector in claim.sectors or ():
                issued = [e.in_force.issued for e in framework.editions if e.part == sector]
                if issued and all(there and there > day for there in issued):
                    yield _sector(assessment, claim, sector, str(min(filter(None, issued))))


def _claim(assessment: Assessment, claim: Claim, framework: Framework) -> Finding:
    day = assessment.report.publication
    never = {p.claim for p in framework.claim_periods if not p.holds(day)}
    possible = [name for name in framework.claims if name not in never]
    problem = message(
        '{framework}: the claim "{claim}" {when}, and this report is of {published}, so it cannot be checked',
        framework=framework.short,
        claim=claim.claim,
        when=_when(claim, framework),
        published=str(day),
    )
    hint = message("Set claim to one that could be made then: {claims}", claims=one_of(possible))
    return Finding("DI116", problem, claim.location, hint, framework=claim.framework, unchecked=True)


def _when(claim: Claim, framework: Framework) -> Message:
    period = next(p for p in framework.claim_periods if p.claim == claim.claim)
    if period.start and period.end:
        return message("can be made from {start} and before {end}", start=str(period.start), end=str(period.end))
    if period.end:
        return message("can be made before {end}", end=str(period.end))
    return message("can be made from {start}", start=str(period.start))


def _sector(assessment: Assessment, claim: Claim, sector: str, issued: str) -> Finding:
    problem = message(
        "{sector} was issued on {issued}, after this report was published ({published})",
        sector=sector,
        issued=issued,
        published=str(assessment.report.publication),
    )
    return Finding("DI116", problem, claim.location, message("Remove it from sectors"), framework=claim.framework)


def stood_in(assessment: Assessment) -> Iterator[Finding]:
    """Report, once per framework, that the edition in force is not defined in full, and which stands in for it."""
    report = assessment.report
    for claim in report.claims:
        found = () if claim.edition else stand_ins(assessment.current.get(claim.framework, ()), report.publication)
        if found:
            framework = assessment.catalog.frameworks[claim.framework]
            problem = message(
                "{framework}: the edition in force for this report is not defined in full for {parts}; the report is "
                "held against edition {edition}, issued on {issued}",
                framework=framework.short,
                parts=joined(COMMA, dict.fromkeys(d.part for d in found)),
                edition=found[0].edition,
                issued=str(found[0].in_force.issued),
            )
            hint = message("Compare these findings with the edition of {day}", day=str(report.publication))
            yield Finding("DI118", problem, claim.location, hint, framework=claim.framework, unchecked=True)


RULES = (
    Rule(
        "DI115",
        "publication-estimated",
        Severity.WARNING,
        message("editions that are decided by an estimated day of publication"),
        message(
            "GRI Standards apply by the day of publication. Where it is not known, the end of the financial year and "
            "four months are taken, which is as long as Main Board issuers have. In truth, other editions may apply."
        ),
        "published-estimate = true",
        "published = 2026-04-24",
        publication_estimated,
        source=message("GRI Universal and Topic Standards, effective dates"),
        options=("report.published", "report.published-estimate"),
    ),
    Rule(
        "DI116",
        "claim-out-of-time",
        Severity.ERROR,
        message("a claim, or a Sector Standard, that could not be used when the report was published"),
        message(
            "The claims of the GRI Standards 2016 (core, comprehensive) ended with them, and those of 2021 could not "
            "be made before. What a claim asks for cannot be checked at a time when nobody could make it."
        ),
        'published = 2019-06-20  # and claim = "in-accordance"',
        'published = 2019-06-20  # and claim = "core"',
        claim_out_of_time,
        source=message("GRI 101: Foundation 2016, section 3; GRI 1: Foundation 2021, effective date"),
        options=("frameworks.claim", "frameworks.sectors"),
        mandatory=True,
    ),
    Rule(
        "DI118",
        "edition-not-defined",
        Severity.ERROR,
        message("an edition in force that is not defined in full, so that a later one stands in"),
        message(
            "Of some editions only what later ones dropped is known here. Most codes stayed the same, so the next "
            "edition stands in; but it was issued after the report, which cannot be judged by it."
        ),
        "published = 2021-04-30  # and SASB, whose edition of 2018 is known in part",
        "published = 2024-04-30",
        stood_in,
        source=message("SASB Standards, editions of October 2018 and December 2023"),
        options=("report.published", "frameworks.edition"),
        mandatory=True,
    ),
)
