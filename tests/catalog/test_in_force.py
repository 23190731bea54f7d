"""Which editions apply to a report, and what is found by a code: the rows below are the specification."""

from datetime import date
from pathlib import Path

import pytest

from disclosure_index.catalog.store import Catalog, in_force, of_edition, stand_ins
from disclosure_index.model import Disclosure, Edition, Framework, Group, InForce, Reference

Row = tuple[str, str, str, InForce]
OLD, NEW, LATER = InForce(end=date(2025, 1, 1)), InForce(start=date(2025, 1, 1)), InForce(start=date(2030, 1, 1))
SPAN = InForce(start=date(2020, 1, 1), end=date(2025, 1, 1))
PRINTED = InForce("publication-date", date(2025, 1, 1))
MIDYEAR, UNHEARD, UNHEARD_LATER = (
    InForce(start=date(start, 1, 1), issued=issued)
    for start, issued in ((2025, date(2025, 6, 1)), (2025, date(2027, 1, 1)), (2030, date(2027, 1, 1)))
)

A1, A2, A3, B2, B3 = (
    ("A", "1", "p", OLD),
    ("A", "2", "p", NEW),
    ("A", "3", "p", LATER),
    ("B", "2", "q", NEW),
    ("B", "3", "q", LATER),
)
C2, D3 = ("C", "2", "p", NEW), ("D", "3", "p", LATER)


def toy(rows: list[Row], early: bool = False, partial: str = "") -> Framework:
    """Give a framework of codes, editions, parts and days; editions in `partial` are incomplete."""
    return Framework(
        "toy", "TOY", {"en": ""}, "", early_use=early,
        editions=tuple(Edition(e, part, {"en": e}, span, complete=e not in partial) for _, e, part, span in rows),
        disclosures=tuple(Disclosure("toy", c, e, {"en": c}, in_force=span, part=part) for c, e, part, span in rows),
    )  # fmt: skip


# situation, the rows, whether early use is allowed, the editions known in part, the first day of the year, what applies
APPLIES = [
    ("the day before the next begins", [A1, A2], False, "", date(2024, 12, 31), "A@1"),
    ("the day it begins", [A1, A2], False, "", date(2025, 1, 1), "A@2"),
    ("before the first", [("A", "1", "p", SPAN)], False, "", date(2019, 12, 31), ""),
    ("on the first day", [("A", "1", "p", SPAN)], False, "", date(2020, 1, 1), "A@1"),
    ("on the day it ends", [("A", "1", "p", SPAN)], False, "", date(2025, 1, 1), ""),
    ("nothing yet, and no early use", [A2], False, "", date(2024, 1, 1), ""),
    ("nothing yet, and early use", [A2], True, "", date(2024, 1, 1), "A@2"),
    ("early use of the next, not of the one after it", [A2, A3], True, "", date(2024, 1, 1), "A@2"),
    ("early use of the next, listed last", [A3, A2], True, "", date(2024, 1, 1), "A@2"),
    ("early use of all of the next", [A3, A2, C2, D3], True, "", date(2024, 1, 1), "A@2 C@2"),
    ("one in force: its next is not used early", [A1, A2], True, "", date(2024, 1, 1), "A@1"),
    ("each part for itself", [A1, A2, B2, B3], True, "", date(2024, 1, 1), "A@1 B@2"),
    ("in the framework's order, not that of the days", [B2, A1], True, "", date(2024, 1, 1), "B@2 A@1"),
    ("one in force of which only a part is known", [A1, C2], True, "1", date(2024, 1, 1), "A@1 C@2"),
    ("one in force that is whole", [A1, C2], True, "2", date(2024, 1, 1), "A@1"),
    ("what is over is not what comes", [A1], True, "", date(2026, 1, 1), ""),
    ("all in force, and nothing comes", [A2, B2], True, "", date(2025, 1, 1), "A@2 B@2"),
    ("one is over: the next is used early, not the old one", [("A", "1", "p", SPAN), A3], True, "", date(2026, 1, 1),
     "A@3"),
    ("one known in part, on its first day", [A2, D3], True, "2", date(2025, 1, 1), "A@2 D@3"),
    ("issued in the course of the year", [("A", "2", "p", MIDYEAR)], False, "", date(2025, 1, 1), "A@2"),
    ("issued after the report", [("A", "2", "p", UNHEARD)], False, "", date(2025, 1, 1), ""),
    ("issued after the report: no early use", [("A", "3", "p", UNHEARD_LATER)], True, "", date(2025, 1, 1), ""),
    ("issued after the report: it stands in for one known in part", [A2, ("C", "3", "p", UNHEARD_LATER)], True, "2",
     date(2025, 1, 1), "A@2 C@3"),
    ("the last year that there is", [A2], False, "", date(9999, 1, 1), "A@2"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "early", "partial", "day", "applies"), [row[1:] for row in APPLIES], ids=[row[0] for row in APPLIES]
)
def test_what_applies(rows: list[Row], early: bool, partial: str, day: date, applies: str) -> None:
    found = in_force(toy(rows, early, partial), day, None)
    assert [f"{d.code}@{d.edition}" for d in found] == applies.split()


# situation, whether early use is allowed, the first day of the year, the day of publication, what applies
BY_PUBLICATION = [
    ("published in time", False, date(2024, 1, 1), date(2025, 3, 1), "A@1"),
    ("published before", False, date(2025, 3, 1), date(2024, 12, 31), ""),
    ("not known: four months after the year", False, date(2024, 1, 1), None, "A@1"),
    ("not known: the year ended too early", False, date(2023, 1, 1), None, ""),
    ("published before, used early", True, date(2025, 3, 1), date(2024, 12, 31), "A@1"),
    ("not known: four months after the year, to the day", False, date(2023, 9, 2), None, "A@1"),
    ("not known: the day before", False, date(2023, 9, 1), None, ""),
    ("not known, of a year that begins on a leap day", False, date(2024, 2, 29), None, "A@1"),
]


@pytest.mark.parametrize(
    ("early", "year", "published", "applies"), [row[1:] for row in BY_PUBLICATION], ids=[r[0] for r in BY_PUBLICATION]
)
def test_what_goes_by_the_day_of_publication(early: bool, year: date, published: date | None, applies: str) -> None:
    found = in_force(toy([("A", "1", "p", PRINTED)], early), year, published)
    assert [f"{d.code}@{d.edition}" for d in found] == applies.split()


# situation, the code, the edition, what is found
FOUND = [
    ("every edition, oldest first", "A", None, "A@1 A@2 A@3"),
    ("in other case", "a", None, "A@1 A@2 A@3"),
    ("the edition that is named", "A", "2", "A@2"),
    ("an edition that never was", "A", "9", ""),
    ("no such code", "Z", None, ""),
]


@pytest.mark.parametrize(("code", "edition", "found"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND])
def test_what_is_found(code: str, edition: str | None, found: str) -> None:
    catalog = Catalog({"toy": toy([A1, A2, A3, B2])})
    assert [f"{d.code}@{d.edition}" for d in catalog.find(Reference("toy", code, edition))] == found.split()
    assert catalog.find(Reference("other", code, edition)) == ()


def test_frameworks_are_known_whether_they_were_loaded_or_not() -> None:
    assert Catalog({"toy": toy([A1])}, folders={"b": Path("b"), "a": Path("a")}).known == ("a", "b", "toy")


def test_what_was_issued_after_the_report_stands_in() -> None:
    found = stand_ins(toy([A1, ("B", "2", "q", MIDYEAR)]).disclosures, date(2025, 5, 31))
    assert [d.code for d in found] == ["B"]
    assert stand_ins(found, date(2025, 6, 1)) == ()


# situation, the groups and the ones above them, those above a disclosure of "g", the nearest first
ABOVE = [
    ("none", (), ""),
    ("one", (("g", ""),), "g"),
    ("one above another", (("g", "h"), ("h", "")), "g h"),
    ("three", (("g", "h"), ("h", "i"), ("i", "")), "g h i"),
    ("one above that there is not", (("g", "h"),), "g"),
    ("each above the other", (("g", "h"), ("h", "g")), "g h"),
]


@pytest.mark.parametrize(("groups", "above"), [row[1:] for row in ABOVE], ids=[row[0] for row in ABOVE])
def test_the_groups_above_a_disclosure(groups: tuple[tuple[str, str], ...], above: str) -> None:
    made = toy([A2])._replace(groups=tuple(Group(id, {"en": id}, parent=over) for id, over in groups))
    found = Catalog({"toy": made}).groups_above(made.disclosures[0]._replace(group="g"))
    assert [group.id for group in found] == above.split()


def test_an_edition_is_found_in_any_case() -> None:
    catalog = Catalog({"toy": toy([("A", "2023-Q1", "p", NEW)])})
    assert len(catalog.find(Reference("toy", "A", "2023-q1"))) == 1
    assert [d.code for d in of_edition(catalog.frameworks["toy"], "2023-q1")] == ["A"]
    assert of_edition(catalog.frameworks["toy"], "2023") == ()


# situation, the groups of the framework, that of the disclosure of edition 2
GROUPS = [
    ("of its edition", (("g", "1"), ("g", "2")), "2"),
    ("of all editions", (("g", ""),), ""),
    ("of its edition before that of all", (("g", ""), ("g", "2")), "2"),
    ("only of another edition", (("g", "1"),), None),
    ("another group", (("h", "2"),), None),
]


@pytest.mark.parametrize(("groups", "edition"), [row[1:] for row in GROUPS], ids=[row[0] for row in GROUPS])
def test_the_group_of_a_disclosure(groups: tuple[tuple[str, str], ...], edition: str | None) -> None:
    made = toy([A2])._replace(groups=tuple(Group(id, {"en": id}, edition=e) for id, e in groups))
    found = Catalog({"toy": made}).group_of(made.disclosures[0]._replace(group="g"))
    assert (found.edition if found else None) == edition
