"""Which edition a tag means: by the financial year, the day of publication, the industry."""

from datetime import date

import pytest

from disclosure_index.assessment.linking import Link, LinkStatus
from disclosure_index.model import Profile
from tests.support.reports import assessed

GRI = {"gri": "with-reference"}


def link(reference: str, **facts: object) -> Link:
    [found] = assessed(f'<p data-disclosure="{reference}">Text.</p>', **({"claims": GRI} | facts)).tags
    return found


class TestHkexGoesByTheStartOfTheFinancialYear:
    @pytest.mark.parametrize(
        ("start", "edition"),
        [
            (date(2020, 7, 1), "2020"),
            (date(2024, 4, 1), "2020"),  # ends in March 2025, and is still under the Guide
            (date(2024, 12, 31), "2020"),
            (date(2025, 1, 1), "2025"),
        ],
    )
    def test_the_edition(self, start: date, edition: str) -> None:
        found = link("hkex-esg:A1.1", claims={"hkex-esg": ""}, year=start, published=date(2027, 1, 1))
        assert found.disclosure is not None
        assert found.disclosure.edition == edition

    def test_a_code_that_left_is_of_the_wrong_edition(self) -> None:
        found = link("hkex-esg:A1.2", claims={"hkex-esg": ""}, year=date(2025, 1, 1))
        assert found.status == LinkStatus.WRONG_EDITION
        assert found.disclosure is not None
        assert found.disclosure.superseded_by  # so the message can say what to use instead

    def test_a_code_that_comes_is_of_the_wrong_edition_without_early_use(self) -> None:
        assert link("hkex-esg:28(a)", claims={"hkex-esg": ""}).status == LinkStatus.WRONG_EDITION

    def test_the_project_file_can_ask_for_the_next_edition(self) -> None:
        facts = {"claims": {"hkex-esg": ""}, "editions": {"hkex-esg": "2025"}}
        assert link("hkex-esg:28(a)", **facts).status == LinkStatus.COVERS
        assert link("hkex-esg:A1.2", **facts).status == LinkStatus.WRONG_EDITION


class TestGriGoesByTheDayOfPublication:
    @pytest.mark.parametrize(
        ("code", "published", "edition"),
        [
            ("303-1", date(2020, 12, 31), "2016"),
            ("303-1", date(2021, 1, 1), "2018"),
            ("306-2", date(2021, 12, 31), "2016"),
            ("306-2", date(2022, 1, 1), "2020"),
            ("302-1", date(2026, 12, 31), "2016"),
            ("305-6", date(2028, 1, 1), "2016"),  # 305-6 and 305-7 stay
            ("102-5", date(2022, 12, 31), "2016"),
            ("102-5", date(2027, 1, 1), "2025"),
        ],
    )
    def test_the_edition(self, code: str, published: date, edition: str) -> None:
        found = link(f"gri:{code}", published=published)
        assert found.status == LinkStatus.COVERS
        assert found.disclosure is not None
        assert found.disclosure.edition == edition

    @pytest.mark.parametrize(
        ("code", "last_day"),
        [
            ("102-16", date(2022, 12, 31)),
            ("304-1", date(2025, 12, 31)),
            ("302-1", date(2026, 12, 31)),
            ("305-1", date(2026, 12, 31)),
            ("305-5", date(2026, 12, 31)),
            ("201-2", date(2026, 12, 31)),
        ],
    )
    def test_the_last_day_of_what_went_out(self, code: str, last_day: date) -> None:
        assert link(f"gri:{code}", published=last_day).status == LinkStatus.COVERS
        after = date.fromordinal(last_day.toordinal() + 1)
        assert link(f"gri:{code}", published=after).status == LinkStatus.WRONG_EDITION

    @pytest.mark.parametrize("code", ["101-2", "102-5@2025", "103-2@2025", "103-4"])
    def test_what_is_published_and_not_yet_effective_may_be_used_early(self, code: str) -> None:
        assert link(f"gri:{code}", published=date(2025, 9, 1)).status == LinkStatus.COVERS

    def test_a_day_of_publication_that_is_not_known_is_four_months_after_the_year(self) -> None:
        assert link("gri:304-1", published=None, year=date(2024, 9, 1)).status == LinkStatus.COVERS
        assert link("gri:304-1", published=None, year=date(2024, 9, 2)).status == LinkStatus.WRONG_EDITION
        assert link("gri:304-1", published=None, year=date(2025, 1, 1)).status == LinkStatus.WRONG_EDITION

    @pytest.mark.parametrize("published", [date(2022, 1, 1), date(2026, 4, 1)])
    def test_306_3_alone_means_two_disclosures_and_is_read_as_the_newer(self, published: date) -> None:
        found = link("gri:306-3", published=published)
        assert found.status == LinkStatus.AMBIGUOUS
        assert found.disclosure is not None
        assert found.disclosure.uid == "gri:306-3@2020"
        assert {d.uid for d in found.candidates} == {"gri:306-3@2016", "gri:306-3@2020"}

    def test_306_3_was_one_disclosure_before_2022(self) -> None:
        assert link("gri:306-3", published=date(2021, 6, 1)).status == LinkStatus.COVERS


class TestSasbGoesByIndustryAndYear:
    ECOMMERCE = Profile("hkex", "main-board", "other", ("CG-EC",))

    def test_an_industry_of_the_profile_counts_and_another_does_not(self) -> None:
        facts = {"claims": {"sasb": ""}, "profile": self.ECOMMERCE}
        assert link("sasb:CG-EC-130a.1", **facts).status == LinkStatus.COVERS
        assert link("sasb:TR-MT-110a.1", **facts).status == LinkStatus.UNWANTED

    @pytest.mark.parametrize("industry", ["cg-ec", "CG-EC", "Cg-Ec"])
    def test_industries_are_spelt_in_any_case(self, industry: str) -> None:
        found = link("sasb:cg-ec-130A.1", claims={"sasb": ""}, profile=Profile(industries=(industry,)))
        assert found.status == LinkStatus.COVERS

    @pytest.mark.parametrize(("start", "edition"), [(date(2024, 4, 1), "2018-10"), (date(2025, 1, 1), "2023-12")])
    def test_the_edition_is_that_of_the_financial_year(self, start: date, edition: str) -> None:
        found = link("sasb:CG-EC-130a.1", claims={"sasb": ""}, profile=self.ECOMMERCE, year=start)
        assert found.disclosure is not None
        assert found.disclosure.edition == edition

    def test_the_next_edition_may_be_used_early_where_it_is_named(self) -> None:
        found = link("sasb:CG-EC-130a.1@2023-12", claims={"sasb": ""}, profile=self.ECOMMERCE)
        assert found.status == LinkStatus.COVERS

    def test_an_industry_whose_old_edition_is_known_in_part_only_is_read_in_the_next_one(self) -> None:
        profile = Profile(industries=("CG-AA",))  # of its edition 2018-10 only the dropped codes are known
        kept = link("sasb:CG-AA-250a.1", claims={"sasb": ""}, profile=profile)
        dropped = link("sasb:CG-AA-440a.1", claims={"sasb": ""}, profile=profile)
        assert (kept.status, dropped.status) == (LinkStatus.COVERS, LinkStatus.COVERS)
        assert kept.disclosure is not None
        assert kept.disclosure.edition == "2023-12"

    def test_a_retired_code_is_of_the_wrong_edition_once_the_new_one_is_in_force(self) -> None:
        facts = {"claims": {"sasb": ""}, "profile": Profile(industries=("CG-AA",)), "year": date(2025, 1, 1)}
        assert link("sasb:CG-AA-440a.1", **facts).status == LinkStatus.WRONG_EDITION
