"""A report that answers all that applies to it is clean, whoever issues it and when; so is one that uses a relief."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from html import escape

import pytest

from disclosure_index.assessment.assess import Assessment, assess
from disclosure_index.assessment.coverage import REQUIRING
from disclosure_index.assessment.linking import applicable
from disclosure_index.catalog.dates_lint import change_days
from disclosure_index.catalog.store import in_force, stand_ins
from disclosure_index.model import Disclosure, Profile, Reason, Report, Severity
from tests.support.reports import assessed, report, row, shipped

CLASSES = (
    Profile("hkex", "main-board", "large-cap", ("FN-CB", "RT-EE")),
    Profile("hkex", "main-board", "other", ("CG-EC",)),
    Profile("hkex", "gem", "", ("IF-RE",)),
)
DAYS = sorted({day for framework in shipped().frameworks.values() for day in change_days(framework)})
SECTORS = ("GRI 11", "GRI 12", "GRI 13", "GRI 14")
FIRST_YEAR = date(2025, 1, 1)


def claims(day: date) -> Iterator[dict[str, str]]:
    """Give each framework with each claim that can be made in a report of a day."""
    for framework in shipped().frameworks.values():
        never = {period.claim for period in framework.claim_periods if not period.holds(day)}
        for claim in framework.claims or ("",):
            if claim not in never and in_force(framework, year_of(day), day):
                yield {framework.id: claim}


def year_of(day: date) -> date:
    """Return the first day of the calendar year that a report published on a day is about."""
    return date(day.year - 1, 1, 1)


def tags(disclosures: tuple[Disclosure, ...], but: str = "") -> str:
    named = " ".join(d.uid for d in disclosures if d.code != but and not d.heading)
    said = "12 t, 12 tCO2e, 12 MWh, 12 m3, 12 %, HK$12, 12 people, 12 hours, 12 days, 12 cases."
    return f'<p data-disclosure="{named}">{said}</p>'


def errors(assessment: Assessment) -> list[str]:
    findings = assessment.verdict.findings
    return [f"{f.rule} {f.code} {f.message}" for f in findings if f.severity == Severity.ERROR or f.unchecked]


def with_sectors(given: Report, day: date) -> Report:
    """Give the report with the Sector Standards that there were."""
    editions = shipped().frameworks["gri"].editions
    there = tuple(e.part for e in editions if e.part in SECTORS and e.in_force.is_issued(day))
    return replace(
        given, claims=tuple(replace(c, sectors=there if c.framework == "gri" else None) for c in given.claims)
    )


@pytest.mark.parametrize("profile", CLASSES, ids=lambda profile: profile.size or profile.board)
@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.sampled(12)
def test_a_fully_tagged_report_is_clean(day: date, profile: Profile) -> None:
    for claim in claims(day):
        facts = {"claims": claim, "year": year_of(day), "published": day, "profile": profile}
        blank = with_sectors(report("<p>Text.</p>", **facts), day)
        current = applicable(blank, shipped())
        found = next(iter(current.values()), ())
        if not found or stand_ins(found, day):
            continue  # an edition that is not defined in full is told, whatever is tagged
        whole = with_sectors(report(tags(found), **facts), day)
        assert errors(assess(whole, shipped(), today=day)) == [], claim


def reliefs() -> Iterator[tuple[str, str, Reason]]:
    for framework in shipped().frameworks.values():
        for reason in framework.reasons:
            if reason.relief:
                yield framework.id, framework.claims[0], reason


def left_out(framework: str, claim: str, code: str, reason: Reason, words: str, year: date) -> Assessment:
    """Assess a report that answers all but one disclosure, which it leaves out under a relief."""
    facts = {"claims": {framework: claim}, "year": year, "published": year + timedelta(days=480), "profile": CLASSES[0]}
    found = applicable(report("<p>Text.</p>", **facts), shipped())[framework]
    named = f"{framework}:{code}"
    said = f'<p data-omission="{named}" data-reason="{reason.id}">{escape(words)}</p>'
    given = report(tags(found, but=code) + said, **facts)
    given = replace(given, claims=tuple(replace(c, first_year=FIRST_YEAR) for c in given.claims))
    return assess(given, shipped(), today=given.publication)


def words(reason: Reason, language: str) -> str:
    """Give an explanation that says what a relief asks for."""
    assert reason.relief
    wanted = [next(w for w in said.words if w.isascii() == (language == "en")) for said in reason.relief.says]
    return f"We leave it out: {' '.join(wanted)}." if language == "en" else f"略去：{'、'.join(wanted)}。"


def reached(framework: str, reason: Reason, year: date) -> list[Disclosure]:
    """Give what a relief reaches and is asked of every industry; headings aside: a tag on a part would answer those."""
    assert reason.relief
    all_ = {d.code: d for d in in_force(shipped().frameworks[framework], year, year + timedelta(days=480))}

    def is_below(d: Disclosure) -> bool:
        return d.code in reason.relief.reaches or (d.parent in all_ and is_below(all_[d.parent]))

    asked = [d for d in all_.values() if d.required and not any(rule.industry for rule in d.obligation)]
    return [d for d in asked if not d.heading and is_below(d)]


@pytest.mark.parametrize("year", [date(2025, 1, 1), date(2026, 1, 1)], ids=str)
@pytest.mark.parametrize(("framework", "claim", "reason"), list(reliefs()), ids=lambda v: getattr(v, "id", v))
@pytest.mark.sampled(8)
def test_a_relief_used_rightly_is_clean_and_used_wrongly_is_told(
    framework: str, claim: str, reason: Reason, year: date
) -> None:
    assert reason.relief
    granted = not reason.relief.first_year or year == FIRST_YEAR
    there = reached(framework, reason, year)
    assert there
    for d in (there[0], there[-1]):
        for language in ("en", "zh"):
            found = left_out(framework, claim, d.code, reason, words(reason, language), year)
            told = [f.rule for f in found.verdict.findings if f.code == d.code]
            assert told == ([] if granted else ["DI310"]), d.code
        if granted:
            assert [f.rule for f in left_out(framework, claim, d.code, reason, "No.", year).verdict.findings] == [
                "DI311"
            ]
    codes = {d.code for d in there}
    whole = applicable(report("", claims={framework: claim}, year=year, published=date(2027, 6, 1)), shipped())[
        framework
    ]
    wrong = next(d for d in whole if d.code not in codes and not d.heading and d.required and d.obligation)
    found = left_out(framework, claim, wrong.code, reason, words(reason, "en"), year)
    if row(found, wrong.code).obligation in REQUIRING:
        assert "DI310" in [f.rule for f in found.verdict.findings if f.code == wrong.code]


def test_nothing_is_asked_for_before_it_was_issued() -> None:
    for framework in shipped().frameworks.values():
        assert all(edition.in_force.issued for edition in framework.editions), framework.id
        for day in DAYS:
            found = in_force(framework, day, day)
            partial = {edition.part for edition in framework.editions if not edition.complete}
            early = [d.uid for d in stand_ins(found, day) if d.part not in partial]
            assert early == [], day


def test_what_is_withdrawn_is_asked_for_by_nobody() -> None:
    assessment = assessed("<p>Text.</p>", claims={"gri": "in-accordance"}, published=date(2027, 1, 1))
    assert not {"302-1", "305-1", "304-1", "102-18"} & {r.disclosure.code for r in assessment.coverage}
