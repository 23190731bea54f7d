"""The nouns: references, languages, severities, places, dates."""

import dataclasses
from datetime import date

import pytest

from disclosure_index import model
from disclosure_index.model import (
    Disclosure,
    Document,
    InForce,
    Location,
    Reference,
    Section,
    Severity,
    in_language,
    parse_reference,
)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("hkex-esg:A1.2", Reference("hkex-esg", "A1.2")),
        ("gri:306-3@2016#a", Reference("gri", "306-3", "2016", ("a",))),
        ("sasb:CG-EC-130a.1", Reference("sasb", "CG-EC-130a.1")),
        ("tcfd:strategy-a", Reference("tcfd", "strategy-a")),
        ("ungc:7", Reference("ungc", "7")),
        ("sdg:12.5", Reference("sdg", "12.5")),
        ("ifrs-s2:29(a)", Reference("ifrs-s2", "29(a)")),
        ("HKEX-ESG:b1.1#Gender,AGE-group", Reference("hkex-esg", "b1.1", None, ("gender", "age-group"))),
        ("sasb:CG-EC-130a.1@2023-12", Reference("sasb", "CG-EC-130a.1", "2023-12")),
    ],
)
def test_the_forms_of_a_reference(text: str, reference: Reference) -> None:
    assert parse_reference(text) == reference
    assert str(reference).casefold() == text.casefold()


@pytest.mark.parametrize(
    "text",
    ["", "A1.2", "hkex-esg:", ":A1.2", "hkex-esg A1.2", "hkex-esg: A1.2", "gri:1@", "gri:1#", "gri:1#a,", "gri:1#,a",
     "gri:1#a,,b", "gri:1#a#b", "gri:1@2016@2020", "gri:1#a@2016", "gri::1", "1gri:1", "gri:1 ", "港交所:A1.2"],
)  # fmt: skip
def test_what_is_no_reference(text: str) -> None:
    assert parse_reference(text) is None


@pytest.mark.parametrize(
    ("titles", "language", "text"),
    [
        ({"en": "Waste", "zh-Hans": "废物", "zh-Hant": "廢物"}, "zh-Hant", "廢物"),
        ({"en": "Waste", "zh-Hans": "废物"}, "zh-Hant", "废物"),  # the other script before another language
        ({"en": "Waste", "zh-Hant": "廢物"}, "zh-Hans", "廢物"),
        ({"en": "Waste"}, "zh-Hans", "Waste"),
        ({"zh-Hant": "廢物"}, "en", "廢物"),
        ({"en": "Waste", "zh-Hant": "廢物"}, "fr", "Waste"),
        ({"en": "", "zh-Hans": "废物"}, "en", "废物"),
        ({}, "en", ""),
    ],
)
def test_the_nearest_language(titles: dict[str, str], language: str, text: str) -> None:
    assert in_language(titles, language) == text


@pytest.mark.parametrize(
    ("location", "text"),
    [
        (Location("r.xhtml", 3, 5), "r.xhtml:3:5"),
        (Location("r.xhtml", 3), "r.xhtml:3"),
        (Location("r.xhtml"), "r.xhtml"),
        (Location("報告.xhtml", 70_001, 1), "報告.xhtml:70001:1"),
    ],
)
def test_a_place_is_written_as_editors_read_it(location: Location, text: str) -> None:
    assert str(location) == text


def test_places_sort_by_number_not_by_text() -> None:
    places = [Location("b", 1, 1), Location("a", 10, 1), Location("a", 9, 20), Location("a", 9, 3)]
    assert [str(p) for p in sorted(places)] == ["a:9:3", "a:9:20", "a:10:1", "b:1:1"]


def test_severities_rank_from_the_worst() -> None:
    assert sorted(Severity, key=lambda s: s.rank) == [Severity.ERROR, Severity.WARNING, Severity.NOTE]


@pytest.mark.parametrize(
    ("span", "day", "holds"),
    [
        (InForce(start=date(2020, 7, 1), end=date(2025, 1, 1)), date(2020, 7, 1), True),
        (InForce(start=date(2020, 7, 1), end=date(2025, 1, 1)), date(2024, 12, 31), True),
        (InForce(start=date(2020, 7, 1), end=date(2025, 1, 1)), date(2025, 1, 1), False),
        (InForce(start=date(2020, 7, 1), end=date(2025, 1, 1)), date(2020, 6, 30), False),
        (InForce(end=date(2025, 1, 1)), date(1999, 1, 1), True),
        (InForce(start=date(2025, 1, 1)), date(2999, 1, 1), True),
        (InForce(), date(1999, 1, 1), True),
    ],
)
def test_an_edition_holds_from_its_first_day_until_before_its_end(span: InForce, day: date, holds: bool) -> None:
    assert span.holds(day) == holds


def test_the_path_of_a_section_runs_from_the_outermost() -> None:
    here = Location("r", 1, 1)
    sections = (Section("A", 1, here), Section("B", 2, here, 0), Section("C", 1, here), Section("D", 3, here, 1))
    document = Document("r", "en", sections=sections)
    assert [s.title for s in document.path_of(3)] == ["A", "B", "D"]
    assert document.path_of(None) == ()


def test_the_key_of_a_disclosure_holds_its_edition() -> None:
    d = Disclosure("gri", "306-3", "2020", {"en": "Waste generated"})
    assert (d.uid, d.short) == ("gri:306-3@2020", "gri:306-3")


@pytest.mark.parametrize(
    "name", [n for n, c in vars(model).items() if isinstance(c, type) and dataclasses.is_dataclass(c)]
)
def test_every_noun_is_frozen(name: str) -> None:
    cls = getattr(model, name)
    assert cls.__dataclass_params__.frozen
    assert cls.__doc__
    assert not cls.__doc__.startswith(f"{name}("), "says what it means"
