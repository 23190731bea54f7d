"""DI3xx: omissions that the framework would not accept."""

from collections import defaultdict
from collections.abc import Iterator

from disclosure_index.checks.registry import Facts, Rule
from disclosure_index.checks.report_words import says, years_in
from disclosure_index.coverage import REQUIRING, Coverage, may_be_omitted
from disclosure_index.linking import Link
from disclosure_index.model import Finding, Omission, Severity

REPEATED = 3
"""Omissions from which on one explanation, word for word, is boilerplate."""


def _each(facts: Facts) -> Iterator[tuple[Coverage, Link, Omission]]:
    """Give each omission with the row of the disclosure that it names."""
    rows = {row.disclosure.uid: row for row in facts.coverage}
    for link in facts.omissions:
        if link.status.counts and link.disclosure and isinstance(link.statement, Omission):
            yield rows[link.disclosure.uid], link, link.statement


def _owed(facts: Facts) -> Iterator[tuple[Coverage, Link, Omission]]:
    """Give the omissions of what the framework asks for, and lets be explained: no other has to meet its terms."""
    for row, link, omission in _each(facts):
        if row.obligation in REQUIRING and may_be_omitted(row.disclosure, row.decision):
            yield row, link, omission


def _finding(rule: str, row: Coverage, omission: Omission, message: str, hint: str) -> Finding:
    d = row.disclosure
    return Finding(
        rule,
        message,
        omission.span.location,
        hint,
        framework=d.framework,
        edition=d.edition,
        code=d.code,
        anchor=omission.span.anchor,
    )


def _reasons(facts: Facts, row: Coverage) -> tuple[str, ...]:
    return tuple(reason.id for reason in facts.catalog.frameworks[row.disclosure.framework].reasons)


def without_reason(facts: Facts) -> Iterator[Finding]:
    """Tell the omissions that name no reason."""
    for row, _, omission in _owed(facts):
        if not omission.reason:
            message = f"{facts.name(row.disclosure)} is omitted without a reason"
            yield _finding("DI301", row, omission, message, f"give one: {', '.join(_reasons(facts, row))}")


def without_explanation(facts: Facts) -> Iterator[Finding]:
    """Tell the omissions whose element says nothing."""
    for row, _, omission in _owed(facts):
        if not omission.explanation:
            message = f"{facts.name(row.disclosure)} is omitted without an explanation"
            yield _finding("DI302", row, omission, message, "say in the element why it is omitted")


def reason_not_allowed(facts: Facts) -> Iterator[Finding]:
    """Tell the reasons that the framework does not know."""
    for row, _, omission in _owed(facts):
        allowed = _reasons(facts, row)
        if omission.reason and omission.reason not in allowed:
            short = facts.catalog.frameworks[row.disclosure.framework].short
            message = f'{facts.name(row.disclosure)} is omitted as "{omission.reason}", which is no reason of {short}'
            yield _finding("DI303", row, omission, message, f"its reasons are {', '.join(allowed)}")


def not_allowed(facts: Facts) -> Iterator[Finding]:
    """Tell the omissions of what has to be disclosed; who reports with reference to a framework has to give nothing."""
    for row, _, omission in _each(facts):
        if row.obligation in REQUIRING and not may_be_omitted(row.disclosure, row.decision):
            message = f"{facts.name(row.disclosure)} may not be omitted, whatever the reason"
            hint = (
                f"disclose it and tag it {row.disclosure.short}; to say that something does not exist is to disclose it"
            )
            yield _finding("DI304", row, omission, message, hint)


def and_disclosed(facts: Facts) -> Iterator[Finding]:
    """Tell the disclosures that are said to be omitted, and tagged as disclosed."""
    for row, link, omission in _each(facts):
        whole = [tag for tag in row.links if not tag.datapoints]
        if whole or set(row.answered) & set(link.datapoints):
            tag = row.links[0].statement.span.location
            message = f"{facts.name(row.disclosure)} is explained as omitted, and disclosed at {tag}"
            yield _finding("DI305", row, omission, message, "remove the one that is not so")


def repeated(facts: Facts) -> Iterator[Finding]:
    """Tell the explanations that several elements give word for word, codes and figures aside, once each."""
    alike: dict[tuple[int, str], list[tuple[Coverage, Omission]]] = defaultdict(list)
    for row, link, omission in _owed(facts):
        if words := _words(omission.explanation, row.disclosure.code):
            alike[link.document, words].append((row, omission))
    for same in alike.values():
        places = list(dict.fromkeys(omission.span.location for _, omission in same))
        if len(places) >= REPEATED:
            codes = ", ".join(dict.fromkeys(row.disclosure.code for row, _ in same))
            message = f"one explanation stands at {len(places)} places, for {codes}"
            d = min((row.disclosure for row, _ in same), key=lambda d: d.uid)  # the same wherever they are moved to
            yield Finding(
                "DI306",
                message,
                places[0],
                "say for each what makes the reason apply to it",
                framework=d.framework,
                edition=d.edition,
                code=d.code,
            )


def _words(explanation: str, code: str) -> str:
    text = explanation.casefold().replace(code.casefold(), "")
    return "".join(character for character in text if character.isalpha())


def without_date(facts: Facts) -> Iterator[Finding]:
    """Tell what is unavailable, and not said to be available at any time."""
    for row, omission in _unavailable(facts):
        if not years_in(omission.explanation):
            message = f"{facts.name(row.disclosure)} is unavailable, and the explanation does not say until when"
            yield _finding(
                "DI307", row, omission, message, "say what is done to get it, and for which year it will be given"
            )


def past_date(facts: Facts) -> Iterator[Finding]:
    """Tell what is unavailable, and was promised for a year that is over."""
    day = facts.report.published or facts.report.year_end
    for row, omission in _unavailable(facts):
        years = years_in(omission.explanation)
        if years and max(years) < day.year:
            message = f"{facts.name(row.disclosure)} is unavailable, and the last year that is named is {max(years)}"
            yield _finding("DI308", row, omission, message, "give it, or say for which year it will be given")


def _unavailable(facts: Facts) -> Iterator[tuple[Coverage, Omission]]:
    """Give what is omitted as unavailable; an explanation that looks ahead in words names its time."""
    for row, _, omission in _owed(facts):
        known = "unavailable" in omission.reason and omission.reason in _reasons(facts, row)
        if known and omission.explanation and not says("ahead", omission.explanation):
            yield row, omission


RULES = (
    Rule(
        "DI301", "omission-without-reason", Severity.ERROR,
        "an omission that names no reason",
        "HKEX (guidance on explaining) and GRI (GRI 1, requirement 6) ask which of their reasons applies.",
        '<p data-omission="hkex-esg:A1.1">…</p>', '<p data-omission="hkex-esg:A1.1" data-reason="not-material">…</p>',
        without_reason, source="HKEX guidance on explaining; GRI 1: Foundation 2021, requirement 6",
    ),
    Rule(
        "DI302", "omission-without-explanation", Severity.ERROR,
        "an omission that explains nothing",
        "A reason alone does not explain: both frameworks ask why it applies to this issuer.",
        '<p data-omission="hkex-esg:B6.1" data-reason="not-material"/>',
        '<p data-omission="hkex-esg:B6.1" data-reason="not-material">We sell no goods that could be recalled.</p>',
        without_explanation, source="HKEX guidance on explaining; GRI 1: Foundation 2021, requirement 6",
    ),
    Rule(
        "DI303", "reason-not-allowed", Severity.ERROR,
        "an omission with a reason that the framework does not accept",
        'GRI accepts four reasons and no other (GRI 1, requirement 6); "not material" is not among them.',
        '<p data-omission="gri:2-19" data-reason="not-material">…</p>',
        '<p data-omission="gri:2-19" data-reason="confidentiality-constraints">…</p>', reason_not_allowed,
        source="GRI 1: Foundation 2021, requirement 6; the reasons of the others stand in frameworks/*/framework.toml",
    ),
    Rule(
        "DI304", "omission-not-allowed", Severity.ERROR,
        "an omission of what may not be omitted",
        "HKEX mandatory disclosures, and GRI 2-1 to 2-5, 3-1 and 3-2, have to be given.",
        '<p data-omission="gri:2-3" data-reason="information-unavailable">…</p>',
        '<p data-disclosure="gri:2-3">…</p>', not_allowed,
        source="HKEX Appendix C2, Part B; GRI 1: Foundation 2021, requirements 2, 4 and 6",
    ),
    Rule(
        "DI305", "omitted-and-disclosed", Severity.ERROR,
        "a disclosure that is omitted and disclosed",
        "The report says two things: one of them is wrong.",
        '<p data-disclosure="hkex-esg:A2.5">…</p><p data-omission="hkex-esg:A2.5" data-reason="not-material">…</p>',
        '<p data-disclosure="hkex-esg:A2.5">…</p>', and_disclosed,
    ),
    Rule(
        "DI306", "repeated-explanation", Severity.WARNING,
        "one explanation for three omissions or more, word for word",
        "An explanation says why a reason applies to this disclosure. The same words for many explain none.",
        '<p data-omission="hkex-esg:A1.1" data-reason="not-material">Not material to us.</p>  (as for A1.3 and A1.4)',
        '<p data-omission="hkex-esg:A1.3" data-reason="not-material">Our offices produce batteries only: 12 kg.</p>',
        repeated, source="HKEX guidance on explaining; GRI 1: Foundation 2021, requirement 6",
    ),
    Rule(
        "DI307", "unavailable-without-date", Severity.WARNING,
        "what is unavailable, without a word on when it will be available",
        "What is unavailable is to become available: GRI and HKEX ask what is done about it, and by when.",
        '<p data-omission="gri:305-3" data-reason="information-unavailable">We hold no figures.</p>',
        '<p data-omission="gri:305-3" data-reason="information-unavailable">We collect them from 2026 on.</p>',
        without_date, source="GRI 1: Foundation 2021, requirement 6; HKEX guidance on explaining",
    ),
    Rule(
        "DI308", "unavailable-past-date", Severity.WARNING,
        "what is unavailable, and was promised for a year that is over",
        "The day for which the information was promised is over: the explanation was copied from an earlier report. "
        "It is held against the day of publication, else against the end of the financial year.",
        '<p data-omission="gri:305-3" data-reason="information-unavailable">We will report it in 2022.</p>',
        '<p data-omission="gri:305-3" data-reason="information-unavailable">We will report it in 2027.</p>', past_date,
        source="GRI 1: Foundation 2021, requirement 6; HKEX guidance on explaining",
    ),
)  # fmt: skip
