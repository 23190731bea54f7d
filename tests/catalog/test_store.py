"""Looking disclosures up, and which editions apply to a report."""

from datetime import date

import pytest

from disclosure_index.catalog.store import Catalog, in_force, of_edition
from disclosure_index.model import Disclosure, Edition, Framework, InForce, Reference, parse_reference
from tests.support.reports import shipped


def uids(text: str) -> list[str]:
    reference = parse_reference(text)
    assert reference is not None
    return [d.uid for d in shipped().find(reference)]


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("gri:306-3", ["gri:306-3@2016", "gri:306-3@2020"]),  # oldest first
        ("gri:306-3@2016", ["gri:306-3@2016"]),
        ("hkex-esg:a1.2", ["hkex-esg:A1.2@2020"]),
        ("sasb:cg-ec-130A.1", ["sasb:CG-EC-130a.1@2018-10", "sasb:CG-EC-130a.1@2023-12"]),
        ("gri:306-3@2021", []),
        ("gri:306", []),
        ("esrs:E1", []),
        ("ifrs-s2:29(a)(i)(1)", ["ifrs-s2:29(a)(i)(1)@2023"]),
    ],
)
def test_find(reference: str, found: list[str]) -> None:
    assert uids(reference) == found


@pytest.mark.parametrize(
    ("reference", "title"),
    [
        ("hkex-esg:B1.1@2020", "Employment"),
        ("hkex-esg:41@2025", "Metrics and Targets"),
        ("gri:306-3@2020", "GRI 306: Waste"),
        ("gri:306-3@2016", "GRI 306: Effluents and Waste"),
        ("sdg:13", None),
    ],
)
def test_the_group_of_a_disclosure_is_that_of_its_edition(reference: str, title: str | None) -> None:
    wanted = parse_reference(reference)
    assert wanted is not None
    (disclosure,) = shipped().find(wanted)
    group = shipped().group_of(disclosure)
    assert (group.title["en"] if group else None) == title


def test_codes_come_once_in_the_frameworks_order() -> None:
    codes = list(shipped().codes("hkex-esg"))
    assert len(codes) == len(set(codes)) == 57 + 149 - 54
    assert codes[:3] == ["13", "13(i)", "13(ii)"]


OLD, NEW = InForce(end=date(2025, 1, 1)), InForce(start=date(2025, 1, 1))


def row(code: str, edition: str, span: InForce, part: str = "p") -> Disclosure:
    return Disclosure("toy", code, edition, {"en": code}, in_force=span, part=part)


def found(rows: list[Disclosure], day: date, *, early: bool, partial: bool = False) -> list[str]:
    editions = (Edition("1", "p", {"en": "1"}, OLD, complete=not partial), Edition("2", "p", {"en": "2"}, NEW))
    toy = Framework("toy", "TOY", {"en": ""}, "", early_use=early, editions=editions, disclosures=tuple(rows))
    return [f"{d.code}@{d.edition}" for d in in_force(toy, day, None)]


ROWS = [row("A", "1", OLD), row("A", "2", NEW), row("B", "2", NEW)]


@pytest.mark.parametrize("early", [True, False])
def test_one_edition_ends_on_the_day_the_next_begins(early: bool) -> None:
    assert found(ROWS, date(2024, 12, 31), early=early) == ["A@1"]
    assert found(ROWS, date(2025, 1, 1), early=early) == ["A@2", "B@2"]


def test_a_part_that_has_nothing_in_force_offers_what_comes_next_where_early_use_is_allowed() -> None:
    rows = [row("A", "2", NEW), row("A", "3", InForce(start=date(2030, 1, 1)))]
    assert found(rows, date(2024, 1, 1), early=True) == ["A@2"]
    assert found(rows, date(2024, 1, 1), early=False) == []


def test_an_incomplete_edition_does_not_stand_for_its_part() -> None:
    rows = [row("X", "1", OLD), row("A", "2", NEW)]
    assert found(rows, date(2024, 1, 1), early=True, partial=True) == ["X@1", "A@2"]
    assert found(rows, date(2024, 1, 1), early=True, partial=False) == ["X@1"]


def test_an_edition_may_go_by_the_day_of_publication() -> None:
    span = InForce("publication-date", date(2025, 1, 1))
    toy = Framework("toy", "TOY", {"en": ""}, "", disclosures=(row("A", "1", span),))
    assert in_force(toy, date(2024, 1, 1), date(2025, 3, 1)) != ()
    assert in_force(toy, date(2025, 3, 1), date(2024, 12, 31)) == ()
    assert in_force(toy, date(2025, 3, 1), None) != ()


def test_of_edition_is_blind_to_dates_and_case() -> None:
    toy = Framework("toy", "TOY", {"en": ""}, "", disclosures=(row("A", "2023-Q1", NEW), row("B", "1", OLD)))
    assert [d.code for d in of_edition(toy, "2023-q1")] == ["A"]


def test_an_empty_catalog_finds_nothing() -> None:
    assert Catalog({}).find(Reference("gri", "2-1")) == ()
