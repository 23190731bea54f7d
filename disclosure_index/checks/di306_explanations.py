"""DI306 to DI309: omissions with a weak explanation."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.checks.di301_omissions import finding_of, owed, reasons_of
from disclosure_index.checks.support.findings import about
from disclosure_index.checks.support.report_wording import says, years_in
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Finding, Omission, Severity
from disclosure_index.policy.rules import Rule

REPEATED = 3
"""Omissions from which on one explanation, word for word, is boilerplate."""


def repeated(assessment: Assessment) -> Iterator[Finding]:
    """Report the explanations that several elements give word for word, codes and figures aside, once each."""
    alike: dict[tuple[int, str], list[tuple[Coverage, Omission]]] = defaultdict(list)
    for row, link, omission in owed(assessment):
        if words := _words(omission.explanation, row.disclosure.code):
            alike[link.document, words].append((row, omission))
    for same in alike.values():
        places = list(dict.fromkeys(omission.span.location for _, omission in same))
        if len(places) >= REPEATED:
            codes = joined(COMMA, dict.fromkeys(row.disclosure.code for row, _ in same))
            problem = message(
                "The same explanation is given at {places} places, for {codes}", places=len(places), codes=codes
            )
            d = min((row.disclosure for row, _ in same), key=lambda d: d.uid)  # the same wherever they are moved to
            yield about("DI306", d, problem, places[0], message("Explain for each why the reason applies"))


def _words(explanation: str, code: str) -> str:
    text = explanation.casefold().replace(code.casefold(), "")
    return "".join(character for character in text if character.isalpha())


def without_date(assessment: Assessment) -> Iterator[Finding]:
    """Report omissions of unavailable information that give no time at which it will be available."""
    for row, omission in _unavailable(assessment):
        if not _years(assessment, omission):
            problem = message(
                "{name} is unavailable, but the explanation does not say until when",
                name=assessment.name(row.disclosure),
            )
            yield finding_of(
                "DI307",
                row,
                omission,
                problem,
                message("Say what is being done to obtain it, and for which year it will be reported"),
            )


def past_date(assessment: Assessment) -> Iterator[Finding]:
    """Report unavailable information promised for a year that has passed."""
    day = assessment.report.published or assessment.report.year_end
    for row, omission in _unavailable(assessment):
        years = _years(assessment, omission)
        if years and max(years) < day.year:
            problem = message(
                "{name} is unavailable, but the last year named is {year}",
                name=assessment.name(row.disclosure),
                year=max(years),
            )
            yield finding_of(
                "DI308", row, omission, problem, message("Disclose it, or say for which year it will be reported")
            )


def _unavailable(assessment: Assessment) -> Iterator[tuple[Coverage, Omission]]:
    """Yield the omissions for unavailable information whose explanation names no time in words."""
    for row, _, omission in owed(assessment):
        known = "unavailable" in omission.reason and omission.reason in reasons_of(assessment, row)
        if known and omission.explanation and not _is_bare(omission) and not says("ahead", omission.explanation):
            yield row, omission


def _years(assessment: Assessment, omission: Omission) -> list[int]:
    """Return the years that an explanation names; a row of an index names those of its Standard as well."""
    names = (*assessment.catalog.known, *(framework.short for framework in assessment.catalog.frameworks.values()))
    return years_in(_standard(tuple(dict.fromkeys(map(str.casefold, names)))).sub("", omission.explanation))


@cache
def _standard(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for the name of a Standard with its year: "GRI 305: Emissions 2016"."""
    named = "|".join(map(re.escape, names)) or "(?!)"
    return re.compile(rf"(?:{named})\s?\d{{1,3}}\b[^\t\n|;。；]{{0,60}}?\b(?:19|20)\d\d\b", re.IGNORECASE)


def bare_reason(assessment: Assessment) -> Iterator[Finding]:
    """Report the omissions whose explanation only repeats the reason, such as "N/A"."""
    for row, _, omission in owed(assessment):
        if _is_bare(omission) and omission.reason in reasons_of(assessment, row):
            problem = message(
                '{name} is omitted, and the only explanation is "{text}"',
                name=assessment.name(row.disclosure),
                text=_last_part(omission),
            )
            yield finding_of("DI309", row, omission, problem, message("Explain why the reason applies to this issuer"))


def _is_bare(omission: Omission) -> bool:
    return says("reason-only", _last_part(omission))


def _last_part(omission: Omission) -> str:
    """Return the explanation; in a row of an index, its last cell."""
    return next((part.strip() for part in reversed(omission.explanation.split("\t")) if part.strip()), "")


RULES = (
    Rule(
        "DI306",
        "repeated-explanation",
        Severity.WARNING,
        message("the same explanation, word for word, for three or more omissions"),
        message(
            "An explanation says why a reason applies to this disclosure. The same words for many disclosures explain "
            "none."
        ),
        '<p data-omission="hkex-esg:A1.1" data-reason="not-material">Not material to us.</p>  (as for A1.3 and A1.4)',
        '<p data-omission="hkex-esg:A1.3" data-reason="not-material">Our offices produce batteries only: 12 kg.</p>',
        repeated,
        source=message("HKEX guidance on explaining; GRI 1: Foundation 2021, requirement 6"),
    ),
    Rule(
        "DI307",
        "unavailable-without-date",
        Severity.WARNING,
        message("unavailable information without a date"),
        message(
            "Unavailable information must become available: GRI and HKEX ask what is being done about it, and by when."
        ),
        '<p data-omission="gri:305-3" data-reason="information-unavailable">We hold no figures.</p>',
        '<p data-omission="gri:305-3" data-reason="information-unavailable">We collect them from 2026 on.</p>',
        without_date,
        source=message("GRI 1: Foundation 2021, requirement 6; HKEX guidance on explaining"),
    ),
    Rule(
        "DI308",
        "unavailable-past-date",
        Severity.WARNING,
        message("unavailable information promised for a year that has passed"),
        message(
            "The date promised for the information has passed, so the explanation was probably copied from an earlier "
            "report. It is compared with the date of publication or, without one, the end of the financial year."
        ),
        '<p data-omission="gri:305-3" data-reason="information-unavailable">We will report it in 2022.</p>',
        '<p data-omission="gri:305-3" data-reason="information-unavailable">We will report it in 2027.</p>',
        past_date,
        source=message("GRI 1: Foundation 2021, requirement 6; HKEX guidance on explaining"),
    ),
    Rule(
        "DI309",
        "bare-reason",
        Severity.WARNING,
        message("an omission that gives only its reason"),
        message(
            "A reason is a term of the framework; an explanation says why it applies to this issuer. “N/A” alone does "
            "not."
        ),
        '<tr data-omission="hkex-esg:A2.5" data-reason="not-applicable"><td>A2.5</td><td>N/A</td></tr>',
        '<tr data-omission="hkex-esg:A2.5" data-reason="not-applicable"><td>A2.5</td><td>We pack nothing.</td></tr>',
        bare_reason,
        source=message("HKEX guidance on explaining; GRI 1: Foundation 2021, requirement 6"),
    ),
)
