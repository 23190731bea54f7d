"""The HKEX Guide of 2020 and Code of 2025: every aspect, and what is asked of whom."""

from datetime import date

import pytest

from disclosure_index.catalog.obligations import decide
from disclosure_index.model import Basis, Disclosure, Obligation, Profile
from tests.support.reports import shipped

HKEX = shipped().frameworks["hkex-esg"]
M, C, V = Obligation.MANDATORY, Obligation.COMPLY_OR_EXPLAIN, Obligation.VOLUNTARY
RULES_OF_PREPARATION = ("29(a)", "41")
KPIS = {"A1": 6, "A2": 5, "A3": 1, "A4": 1, "B1": 2, "B2": 3, "B3": 2, "B4": 2, "B5": 4, "B6": 5, "B7": 3, "B8": 2}


def edition(id: str) -> dict[str, Disclosure]:
    return {d.code: d for d in HKEX.disclosures if d.edition == id}


@pytest.mark.parametrize(("aspect", "kpis"), KPIS.items())
def test_every_aspect_has_its_general_disclosure_and_its_kpis(aspect: str, kpis: int) -> None:
    codes = [code for code in edition("2020") if code.split(".")[0] == aspect]
    assert codes == [aspect, *(f"{aspect}.{n}" for n in range(1, kpis + 1))]


def test_what_left_with_the_code_of_2025() -> None:
    old, new = edition("2020"), edition("2025")
    assert old.keys() - new.keys() == {"A1.2", "A4", "A4.1"}
    assert all(old[code].superseded_by for code in ("A1.2", "A4", "A4.1"))
    assert new.keys() - old.keys() == {c for c in new if c[:2].isdecimal() and int(c[:2]) >= 19}


def test_part_d_runs_from_19_to_41_and_is_not_verified() -> None:
    part_d = {code: d for code, d in edition("2025").items() if d.kind == "climate-disclosure"}
    assert {int(code[:2]) for code in part_d} == set(range(19, 42))
    assert {d.basis for d in part_d.values()} <= {Basis.UNVERIFIED, Basis.SECONDARY}
    assert all(d.basis == Basis.VERIFIED for c, d in edition("2025").items() if c not in part_d)


def test_part_b_is_mandatory_and_part_c_is_comply_or_explain_for_everybody() -> None:
    for id in ("2020", "2025"):
        for code, d in edition(id).items():
            if d.kind != "climate-disclosure":
                level = decide(d, Profile(), "", date(2025, 1, 1)).level
                assert level == (M if code[0] == "1" else C), d.uid
                assert d.omission_allowed == (level != M), d.uid


@pytest.mark.parametrize(
    ("board", "size", "year", "scopes", "rest"),
    [
        ("main-board", "large-cap", 2025, M, C),
        ("main-board", "large-cap", 2026, M, M),
        ("main-board", "other", 2025, M, C),
        ("main-board", "other", 2026, M, C),
        ("main-board", "", 2025, M, C),  # the size matters from 2026 on
        ("main-board", "", 2026, M, None),
        ("gem", "other", 2025, M, V),
        ("gem", "", 2026, M, V),
        ("gem", "large-cap", 2027, M, V),
        ("", "", 2025, M, None),
        ("", "other", 2026, M, None),
    ],
)
def test_part_d_by_class_of_issuer(
    board: str, size: str, year: int, scopes: Obligation, rest: Obligation | None
) -> None:
    profile = Profile("hkex", board, size)
    for code, d in edition("2025").items():
        if d.kind == "climate-disclosure":
            level = decide(d, profile, "", date(year, 1, 1)).level
            expected = scopes if code in ("28(a)", "28(b)") else rest
            if code in RULES_OF_PREPARATION:
                expected = V
            elif code == "36":  # encouraged, but not where all the rest is voluntary
                expected = {"main-board": Obligation.RECOMMENDED, "gem": V, "": None}[board]
            assert level == expected, code


@pytest.mark.parametrize(("start", "level"), [(date(2025, 12, 31), C), (date(2026, 1, 1), M)])
def test_it_is_the_first_day_of_the_year_that_counts(start: date, level: Obligation) -> None:
    d = edition("2025")["20(a)"]
    assert decide(d, Profile("hkex", "main-board", "large-cap"), "", start).level == level


def test_what_the_profile_would_have_to_say_is_named() -> None:
    d = edition("2025")["20(a)"]
    assert decide(d, Profile("hkex", "", "other"), "", date(2025, 1, 1)).missing == ("board",)
    assert decide(d, Profile("hkex", "main-board", ""), "", date(2026, 1, 1)).missing == ("size",)


@pytest.mark.parametrize("code", ["13", "14", "19", "19(a)", "22(a)", "28", "29(b)", "40"])
def test_headings_are_marked(code: str) -> None:
    assert edition("2025")[code].heading
