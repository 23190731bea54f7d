"""The GRI Standards: when each is in force, what was withdrawn, and what may not be omitted (GRI 1)."""

from datetime import date

import pytest

from disclosure_index.catalog.store import in_force
from disclosure_index.model import parse_reference
from tests.support.reports import shipped

GRI = shipped().frameworks["gri"]


def uids(published: date) -> set[str]:
    """What is in force by itself on that day, early use aside."""
    return {d.uid for d in GRI.disclosures if d.in_force.holds(published)}


def standards(published: date) -> set[str]:
    return {f"{d.part.removeprefix('GRI ')}:{d.edition}" for d in GRI.disclosures if d.in_force.holds(published)}


# gri-rules.md, section 7: from this day on these are in force, and these are out.
TABLE = [
    (date(2018, 7, 1), {"102:2016", "103:2016", "201:2016", "303:2016", "403:2016", "306:2016", "307:2016"}, set()),
    (date(2021, 1, 1), {"207:2019", "303:2018", "403:2018"}, {"303:2016", "403:2016"}),
    (date(2022, 1, 1), {"306:2020"}, set()),
    (date(2023, 1, 1), {"2:2021", "3:2021"}, {"102:2016", "103:2016", "307:2016", "412:2016", "419:2016"}),
    (date(2026, 1, 1), {"101:2024"}, {"304:2016"}),
    (date(2027, 1, 1), {"102:2025", "103:2025"}, {"302:2016"}),
]


@pytest.mark.parametrize(("day", "come", "gone"), TABLE, ids=[str(day) for day, _, _ in TABLE])
def test_the_table_of_effective_dates(day: date, come: set[str], gone: set[str]) -> None:
    before, after = standards(date.fromordinal(day.toordinal() - 1)), standards(day)
    assert come <= after
    assert not come & before
    assert not gone & after
    if day.year > 2018:
        assert gone <= before


def test_nothing_else_changes_between_those_days() -> None:
    changes = {d.in_force.start for d in GRI.disclosures} | {d.in_force.end for d in GRI.disclosures}
    assert changes - {None} == {day for day, _, _ in TABLE}


@pytest.mark.parametrize(
    ("codes", "out"),
    [
        (("306-1", "306-5"), date(2021, 1, 1)),
        (("306-2", "306-4"), date(2022, 1, 1)),
        (("305-1", "305-2", "305-3", "305-4", "305-5", "201-2"), date(2027, 1, 1)),
    ],
)
def test_single_disclosures_that_went_out_alone(codes: tuple[str, ...], out: date) -> None:
    for code in codes:
        assert f"gri:{code}@2016" in uids(date.fromordinal(out.toordinal() - 1))
        assert f"gri:{code}@2016" not in uids(out)


@pytest.mark.parametrize("code", ["306-3@2016", "305-6@2016", "305-7@2016", "201-1@2016", "405-1@2016"])
def test_what_stays(code: str) -> None:
    assert f"gri:{code}" in uids(date(2030, 1, 1))


def test_sector_standards_have_their_dates() -> None:
    dates = {e.part: e.in_force.start for e in GRI.editions if e.part in ("GRI 11", "GRI 12", "GRI 13", "GRI 14")}
    assert dates == {
        "GRI 11": date(2023, 1, 1),
        "GRI 12": date(2024, 1, 1),
        "GRI 13": date(2024, 1, 1),
        "GRI 14": date(2026, 1, 1),
    }


def test_only_seven_disclosures_may_not_be_omitted() -> None:
    strict = {d.code for d in GRI.disclosures if not d.omission_allowed}
    assert strict == {"2-1", "2-2", "2-3", "2-4", "2-5", "3-1", "3-2"}


def test_there_are_four_reasons_for_omission() -> None:
    assert [reason.id for reason in GRI.reasons] == [
        "not-applicable",
        "legal-prohibitions",
        "confidentiality-constraints",
        "information-unavailable",
    ]


def test_gri_2_runs_to_30_and_gri_3_to_3() -> None:
    assert [d.code for d in GRI.disclosures if d.part == "GRI 2"] == [f"2-{n}" for n in range(1, 31)]
    assert [d.code for d in GRI.disclosures if d.part == "GRI 3"] == ["3-1", "3-2", "3-3"]


def test_the_standards_come_by_number() -> None:
    parts = list(dict.fromkeys(int(d.part.removeprefix("GRI ")) for d in GRI.disclosures))
    assert parts == sorted(parts)


def test_the_successors_of_what_was_withdrawn_are_in_force_when_it_goes() -> None:
    for d in GRI.disclosures:
        for text in d.superseded_by:
            reference = parse_reference(text)
            assert reference is not None
            assert d.in_force.end is not None, f"{d.uid} has a successor and no end"
            later = shipped().find(reference)
            assert any(s.in_force.end is None or s.in_force.end > d.in_force.end for s in later), f"{d.uid} -> {text}"


@pytest.mark.parametrize(
    ("published", "offered", "absent"),
    [
        (date(2025, 9, 1), {"101-1@2024", "304-1@2016", "102-5@2025", "103-2@2025", "302-1@2016"}, {"102-5@2016"}),
        (date(2022, 6, 1), {"102-5@2016", "103-2@2016", "2-1@2021"}, {"102-5@2025", "103-2@2025"}),
    ],
)
def test_a_standard_to_come_is_offered_unless_its_number_is_taken(
    published: date, offered: set[str], absent: set[str]
) -> None:
    found = {f"{d.code}@{d.edition}" for d in in_force(GRI, date(2024, 1, 1), published)}
    assert offered <= found
    assert not absent & found
