"""SASB: 77 industries, each with its metrics; old editions that are known in part."""

import re
from collections import Counter
from datetime import date

import pytest

from disclosure_index.catalog.store import in_force
from disclosure_index.model import Basis
from tests.support.reports import shipped

SASB = shipped().frameworks["sasb"]
SECTORS = {
    "CG": 7, "EM": 8, "FB": 8, "FN": 7, "HC": 6, "IF": 8, "RR": 6, "RT": 5, "SV": 7, "TC": 6, "TR": 9,
}  # fmt: skip
INDUSTRIES = sorted({d.part for d in SASB.disclosures})


def test_every_sector_has_its_industries() -> None:
    assert Counter(part.split("-")[0] for part in INDUSTRIES) == SECTORS
    assert sum(SECTORS.values()) == 77


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_an_industry_has_metrics_and_activity_metrics_and_codes_of_its_own(industry: str) -> None:
    rows = [d for d in SASB.disclosures if d.part == industry]
    assert {d.kind for d in rows} == {"metric", "activity-metric"}
    for d in rows:
        assert re.fullmatch(rf"{industry}-(\d{{3}}[a-z]\.\d{{1,2}}|000\.[A-Z])", d.code), d.code
        assert (d.kind == "activity-metric") == (".".join(d.code.split("-")[2:]).startswith("000.")), d.code


def test_quantities_have_units_but_where_the_standard_leaves_them_to_the_issuer() -> None:
    current = [d for d in SASB.disclosures if d.edition != "2018-10" and d.data == "quantitative"]
    assert {d.code for d in current if not d.units} == {
        *("CG-BF-000.A", "CG-EC-000.B", "TC-IM-000.A", "TC-IM-000.B", "TC-SC-000.A", "TC-SI-000.B"),  # "see note"
        *("EM-CO-540a.1", "EM-MM-540a.1", "TC-SC-410a.2"),  # "various"
    }


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_an_industry_has_an_edition_for_2024_and_for_2025(industry: str) -> None:
    for year in (2024, 2025):
        rows = in_force(SASB, date(year, 1, 1), None)
        kinds = {d.kind for d in rows if d.part == industry}
        assert kinds == {"metric", "activity-metric"}, year


def test_e_commerce_keeps_its_codes_in_both_editions() -> None:
    codes = {
        e: {d.code for d in SASB.disclosures if (d.part, d.edition) == ("CG-EC", e)} for e in ("2018-10", "2023-12")
    }
    assert codes["2018-10"] == codes["2023-12"]
    assert len(codes["2023-12"]) == 16


def test_real_estate_is_of_june_2023() -> None:
    assert {d.edition for d in SASB.disclosures if d.part == "IF-RE"} == {"2023-06"}


def test_retired_codes_are_not_in_force_and_are_not_sure() -> None:
    partial = {(e.part, e.id) for e in SASB.editions if not e.complete}
    retired = [d for d in SASB.disclosures if (d.part, d.edition) in partial]
    assert len(retired) == 34
    assert {d.basis for d in retired} == {Basis.UNVERIFIED}
    assert [d.uid for d in retired if d.in_force.holds(date(2025, 1, 1))] == []


def test_the_others_are_verified() -> None:
    assert {d.basis for d in SASB.disclosures if d.edition != "2018-10"} == {Basis.VERIFIED}
