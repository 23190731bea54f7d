"""Whether a relief stands for a disclosure that is left out: the rows below are the specification."""

from dataclasses import replace
from datetime import date

import pytest

from disclosure_index.assessment.reliefs import Standing, standing
from disclosure_index.model import Claim, Profile, Relief
from tests.support.made_up import asks, made

GRANTED, NOT_REACHED, NOT_FOR_ISSUER, NOT_FOR_YEAR, NOT_FIRST_YEAR, UNDETERMINED = Standing
ALL = Relief((), ("A",))

# situation, what the relief says; the report is of 2024, by a large issuer on the main board, and leaves out A of "1"
STANDINGS = [
    ("it reaches the disclosure", {}, GRANTED),
    ("it reaches another", {"reaches": ("B",)}, NOT_REACHED),
    ("it reaches the heading above", {"reaches": ("H",)}, GRANTED),
    ("it reaches nothing", {"reaches": ()}, NOT_REACHED),
    ("of this edition", {"editions": ("0", "1")}, GRANTED),
    ("of another edition", {"editions": ("2",)}, NOT_REACHED),
    ("for this board", {"board": ("gem", "main-board")}, GRANTED),
    ("for another board", {"board": ("gem",)}, NOT_FOR_ISSUER),
    ("for this size", {"size": ("large-cap",)}, GRANTED),
    ("for another size", {"size": ("other",)}, NOT_FOR_ISSUER),
    ("for this board, but another size", {"board": ("main-board",), "size": ("other",)}, NOT_FOR_ISSUER),
    ("since the first day of this year", {"since": date(2024, 1, 1)}, GRANTED),
    ("since later", {"since": date(2024, 1, 2)}, NOT_FOR_YEAR),
    ("until after the first day of this year", {"until": date(2024, 1, 2)}, GRANTED),
    ("until the first day of this year, which it excludes", {"until": date(2024, 1, 1)}, NOT_FOR_YEAR),
    ("since before, until after", {"since": date(2023, 1, 1), "until": date(2025, 1, 1)}, GRANTED),
    ("since before, but over", {"since": date(2022, 1, 1), "until": date(2023, 1, 1)}, NOT_FOR_YEAR),
]


@pytest.mark.parametrize(("facts", "expected"), [row[1:] for row in STANDINGS], ids=[row[0] for row in STANDINGS])
def test_how_a_relief_stands(facts: dict[str, object], expected: Standing) -> None:
    given = replace(made(), profile=Profile("hkex", "main-board", "large-cap"))
    relief = ALL._replace(**facts)
    assert standing(relief, asks("A"), [asks("H", heading=True)], given, given.claims[0]) == expected


# situation, the first year in which the framework was applied, how a relief for the first year stands in 2024
FIRST_YEARS = [
    ("this one", date(2024, 1, 1), GRANTED),
    ("the one before", date(2023, 1, 1), NOT_FIRST_YEAR),
    ("the one after", date(2025, 1, 1), NOT_FIRST_YEAR),
    ("not said", None, UNDETERMINED),
]


@pytest.mark.parametrize(("year", "expected"), [row[1:] for row in FIRST_YEARS], ids=[row[0] for row in FIRST_YEARS])
def test_a_relief_for_the_first_year(year: date | None, expected: Standing) -> None:
    relief = ALL._replace(first_year=True)
    assert standing(relief, asks("A"), [], made(), Claim("toy", first_year=year)) == expected


def test_it_is_taken_to_stand_where_it_is_granted_or_nobody_knows() -> None:
    assert {one for one in Standing if one.counts} == {GRANTED, UNDETERMINED}
