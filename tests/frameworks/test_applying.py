"""Which disclosures a report is held against."""

from datetime import date

import pytest

from disclosure_index.assessment.assess import Assessment
from disclosure_index.model import Profile, Status
from tests.support.reports import assessed, row

HKEX = {"hkex-esg": "comply-or-explain"}
GRI = {"gri": "in-accordance"}
FY2025 = date(2025, 1, 1)


def gaps(assessment: Assessment) -> list[str]:
    return [c.disclosure.code for c in assessment.coverage if c.is_gap]


def tagged(*references: str) -> str:
    return "".join(f'<p data-disclosure="{reference}">Text.</p>' for reference in references)


def test_gri_in_accordance_asks_for_gri_2_and_3_and_with_reference_for_nothing() -> None:
    asked = [c for c in assessed("<p>Text.</p>", claims=GRI).coverage if c.is_gap]
    assert {c.disclosure.part for c in asked} == {"GRI 2", "GRI 3"}
    assert len(asked) == 33
    assert gaps(assessed("<p>Text.</p>", claims={"gri": "with-reference"})) == []


@pytest.mark.parametrize(
    ("published", "standing", "gone"),
    [
        (date(2025, 12, 31), {"304-1", "302-1", "305-1"}, set()),
        (date(2026, 4, 1), {"101-1", "302-1", "305-1", "305-7"}, {"304-1"}),
        (date(2027, 1, 1), {"101-1", "102-5", "103-1", "305-6", "305-7"}, {"302-1", "305-1", "201-2"}),
    ],
)
def test_gri_standards_come_and_go(published: date, standing: set[str], gone: set[str]) -> None:
    assessment = assessed("<p>Text.</p>", claims={"gri": "with-reference"}, published=published)
    listed = {c.disclosure.code for c in assessment.coverage}
    assert standing <= listed
    assert not gone & listed


def test_a_standard_used_early_is_listed_with_what_it_replaces() -> None:
    assessment = assessed(tagged("gri:103-2@2025"), claims={"gri": "with-reference"}, published=date(2026, 4, 1))
    assert row(assessment, "103-2", "2025").status == Status.DISCLOSED
    assert row(assessment, "302-1").status == Status.NOT_REQUIRED


def test_sasb_lists_the_metrics_of_the_industries_of_the_profile() -> None:
    profile = Profile(industries=("CG-EC", "TR-MT"))
    assessment = assessed("<p>Text.</p>", claims={"sasb": "in-accordance"}, profile=profile, year=FY2025)
    assert {c.disclosure.part for c in assessment.coverage} == {"CG-EC", "TR-MT"}
    assert {c.disclosure.edition for c in assessment.coverage} == {"2023-12"}


def test_an_incomplete_old_sasb_edition_is_shown_beside_the_one_to_come() -> None:
    profile = Profile(industries=("CG-AA",))
    assessment = assessed("<p>Text.</p>", claims={"sasb": "in-accordance"}, profile=profile)
    editions = {c.disclosure.edition for c in assessment.coverage}
    assert editions == {"2018-10", "2023-12"}
    assert {c.disclosure.code: c.is_gap for c in assessment.coverage}["CG-AA-440a.1"] is False  # retired


def test_a_tag_in_either_language_counts() -> None:
    english, chinese = tagged("gri:2-1"), '<p data-disclosure="gri:2-2">我們。</p>'
    assessment = assessed(english, chinese, claims=GRI)
    assert {row(assessment, code).status for code in ("2-1", "2-2")} == {Status.DISCLOSED}


def test_rows_keep_the_frameworks_own_order() -> None:
    codes = [c.disclosure.code for c in assessed("<p>Text.</p>", claims=HKEX).coverage]
    assert codes[:4] == ["13", "13(i)", "13(ii)", "13(iii)"]
    assert codes[-3:] == ["B8", "B8.1", "B8.2"]
