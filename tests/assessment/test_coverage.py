"""The coverage of a disclosure: headings, gaps told once, parts, omissions."""

from datetime import date

import pytest

from disclosure_index.assessment.assess import Assessment
from disclosure_index.model import Obligation, Status
from tests.support.reports import assessed, row, statuses

HKEX = {"hkex-esg": "comply-or-explain"}
GRI = {"gri": "in-accordance"}
FY2025 = date(2025, 1, 1)


def gaps(assessment: Assessment) -> list[str]:
    return [c.disclosure.code for c in assessment.coverage if c.is_gap]


def tagged(*references: str) -> str:
    return "".join(f'<p data-disclosure="{reference}">Text.</p>' for reference in references)


def omitted(references: str, reason: str = "not-material", words: str = "We make no such thing.") -> str:
    return f'<p data-omission="{references}" data-reason="{reason}">{words}</p>'


class TestHeadings:
    def test_a_tag_on_a_heading_reaches_every_level_below(self) -> None:
        found = statuses(assessed(tagged("hkex-esg:19"), claims=HKEX, year=FY2025), "hkex-esg")
        below = {code: status for code, status in found.items() if code.startswith("19")}
        assert len(below) == 9
        assert set(below.values()) == {Status.DISCLOSED}
        assert found["20(a)"] == Status.MISSING

    def test_a_tag_below_does_not_reach_its_siblings_nor_complete_the_heading(self) -> None:
        assessment = assessed(tagged("hkex-esg:13(i)"), claims=HKEX)
        assert row(assessment, "13(i)").status == Status.DISCLOSED
        assert row(assessment, "13").status == Status.PARTIAL
        assert [code for code in gaps(assessment) if code.startswith("13")] == ["13(ii)", "13(iii)"]

    def test_a_goal_cited_is_no_claim_of_its_targets(self) -> None:
        found = statuses(assessed(tagged("sdg:13", "sdg:7.2"), claims={"sdg": ""}), "sdg")
        assert [code for code, status in found.items() if status == Status.DISCLOSED] == ["7", "7.2", "13"]
        assert sum(code.startswith("13.") for code in found) > 1

    def test_tags_on_all_of_the_children_disclose_the_heading(self) -> None:
        assessment = assessed(tagged("hkex-esg:13(i)", "hkex-esg:13(ii)", "hkex-esg:13(iii)"), claims=HKEX)
        assert row(assessment, "13").status == Status.DISCLOSED
        assert row(assessment, "13").links == ()  # derived, not tagged

    def test_the_general_disclosure_of_an_aspect_is_no_heading(self) -> None:
        assessment = assessed(tagged("hkex-esg:A1"), claims=HKEX)
        assert row(assessment, "A1").status == Status.DISCLOSED
        assert row(assessment, "A1.1").status == Status.MISSING


class TestAGapIsToldOnce:
    def test_at_the_heading_where_all_below_is_missing(self) -> None:
        assessment = assessed("<p>Text.</p>", claims=HKEX)
        assert [code for code in gaps(assessment) if code[0] == "1"] == ["13", "14", "15"]
        assert {row(assessment, f"13({part})").reported_with for part in ("i", "ii", "iii")} == {"13"}

    def test_at_the_highest_level_that_is_wholly_missing(self) -> None:
        assessment = assessed(tagged("hkex-esg:19(a)(i)"), claims=HKEX, year=FY2025)
        assert [c for c in gaps(assessment) if c.startswith("19")] == ["19(a)(ii)", "19(a)(iii)", "19(a)(iv)", "19(b)"]
        assert row(assessment, "19(b)(i)").reported_with == "19(b)"

    def test_two_levels_down_it_is_still_the_top_that_tells(self) -> None:
        assessment = assessed("<p>Text.</p>", claims=HKEX, year=FY2025)
        assert "19" in gaps(assessment)
        assert row(assessment, "19(a)(i)").reported_with == "19"

    def test_with_the_strongest_obligation_of_what_is_missing_below(self) -> None:
        assessment = assessed("<p>Text.</p>", claims=HKEX, year=FY2025)
        assert row(assessment, "28(c)").obligation == Obligation.COMPLY_OR_EXPLAIN
        assert row(assessment, "28").obligation == Obligation.MANDATORY  # Scope 1 and 2 are

    def test_and_not_with_that_of_what_is_there(self) -> None:
        assessment = assessed(tagged("hkex-esg:28(a)", "hkex-esg:28(b)"), claims=HKEX, year=FY2025)
        assert row(assessment, "28").status == Status.PARTIAL
        assert [c for c in gaps(assessment) if c.startswith("28")] == ["28(c)"]
        assert row(assessment, "28(c)").obligation == Obligation.COMPLY_OR_EXPLAIN

    def test_each_row_is_counted_once(self) -> None:
        assessment = assessed(tagged("hkex-esg:13(i)"), claims=HKEX)
        counted = [c.disclosure.code for c in assessment.coverage if c.counts and c.disclosure.code[0] == "1"]
        assert counted == ["13(i)", "13(ii)", "13(iii)", "14", "15"]


class TestParts:
    def test_a_tag_without_parts_leaves_none_open_and_names_none(self) -> None:
        found = row(assessed(tagged("hkex-esg:B1.1"), claims=HKEX), "B1.1")
        assert (found.status, found.open) == (Status.DISCLOSED, ())
        assert found.answered == ()

    def test_tags_add_up(self) -> None:
        some = tagged("hkex-esg:B1.1#gender,age-group")
        found = row(assessed(some, claims=HKEX), "B1.1")
        assert (found.status, found.open) == (Status.PARTIAL, ("employment-type", "geographical-region"))
        rest = tagged("hkex-esg:B1.1#employment-type", "hkex-esg:B1.1#geographical-region")
        assert row(assessed(some + rest, claims=HKEX), "B1.1").status == Status.DISCLOSED

    def test_an_optional_part_is_never_a_gap(self) -> None:
        found = row(assessed(tagged("hkex-esg:A1.3#total"), claims=HKEX), "A1.3")  # intensity "where appropriate"
        assert (found.status, found.answered, found.open) == (Status.DISCLOSED, ("total",), ())
        other = row(assessed(tagged("hkex-esg:A1.3#intensity"), claims=HKEX), "A1.3")
        assert (other.status, other.open) == (Status.PARTIAL, ("total",))

    def test_letters_of_the_framework_are_another_way_to_name_parts(self) -> None:
        found = row(assessed(tagged("gri:2-7#a", "gri:2-7#b,c"), claims=GRI), "2-7")
        assert (found.status, found.answered, found.open) == (Status.PARTIAL, ("a", "b", "c"), ("d", "e"))
        whole = row(assessed(tagged("gri:2-7#a,b,c,d,e"), claims=GRI), "2-7")
        assert whole.status == Status.DISCLOSED

    def test_where_letters_and_datapoints_are_mixed_the_datapoints_decide(self) -> None:
        found = row(assessed(tagged("gri:2-7#a", "gri:2-7#total-by-gender"), claims=GRI), "2-7")
        assert found.answered == ("total-by-gender",)
        assert "methodology" in found.open
        assert "b" not in found.open

    def test_an_omission_of_the_rest_completes_it(self) -> None:
        body = tagged("hkex-esg:B1.1#gender,age-group")
        body += omitted("hkex-esg:B1.1#employment-type,geographical-region")
        found = row(assessed(body, claims=HKEX), "B1.1")
        assert (found.status, found.open) == (Status.DISCLOSED, ())
        assert found.answered == ("gender", "age-group")


class TestOmissions:
    def test_an_explained_one_is_no_gap(self) -> None:
        assessment = assessed(omitted("hkex-esg:A1.4"), claims=HKEX)
        assert row(assessment, "A1.4").status == Status.OMITTED
        assert "A1.4" not in gaps(assessment)

    @pytest.mark.parametrize(
        "body",
        [
            omitted("hkex-esg:A1.4", reason=""),
            omitted("hkex-esg:A1.4", words=""),
            omitted("hkex-esg:A1.4", reason="too-busy"),
            omitted("hkex-esg:13"),  # mandatory
        ],
    )
    def test_one_that_the_framework_does_not_accept_leaves_the_gap(self, body: str) -> None:
        code = "13" if ":13" in body else "A1.4"
        found = row(assessed(body, claims=HKEX), code)
        assert found.status == Status.MISSING
        assert len(found.omissions) == 1

    def test_a_heading_explained_explains_what_is_below(self) -> None:
        assessment = assessed(omitted("hkex-esg:22"), claims=HKEX, year=FY2025)
        below = {c.disclosure.code: c.status for c in assessment.coverage if c.disclosure.code.startswith("22")}
        assert set(below.values()) == {Status.OMITTED}
        assert "22(a)(iii)" in below

    def test_a_heading_explained_does_not_excuse_what_is_mandatory_below(self) -> None:
        assessment = assessed(omitted("hkex-esg:28"), claims=HKEX, year=FY2025)
        assert row(assessment, "28(c)").status == Status.OMITTED
        assert row(assessment, "28(a)").status == Status.MISSING
        told = {f.code for f in assessment.verdict.findings if f.rule in ("DI101", "DI304")}
        assert told & {"28", "28(a)"}, "the missing Scope 1 emissions are told by no finding"

    def test_to_omit_one_part_does_not_hide_that_the_others_are_missing(self) -> None:
        assessment = assessed(omitted("hkex-esg:B1.1#gender"), claims=HKEX)
        assert row(assessment, "B1.1").status in (Status.MISSING, Status.PARTIAL)
        told = {f.code for f in assessment.verdict.findings if f.rule in ("DI101", "DI103")}
        assert "B1.1" in told, "three datapoints of B1.1 are neither disclosed nor explained, and no finding says so"

    def test_to_omit_every_part_is_to_omit_it(self) -> None:
        body = omitted("hkex-esg:B1.1#gender,age-group,employment-type,geographical-region")
        assert row(assessed(body, claims=HKEX), "B1.1").status == Status.OMITTED

    def test_a_tag_wins_over_an_omission(self) -> None:
        found = row(assessed(tagged("hkex-esg:A1.4") + omitted("hkex-esg:A1.4"), claims=HKEX), "A1.4")
        assert found.status == Status.DISCLOSED
