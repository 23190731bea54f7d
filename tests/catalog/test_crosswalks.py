"""Relations along the editions of a framework: they go on where nothing changed, and end where somebody has to look."""

from datetime import date

import pytest

from disclosure_index.catalog.crosswalks import by_code, carried, ended
from disclosure_index.model import Basis, Crosslink, Datapoint, Disclosure, Framework, InForce, Relation
from tests.support.reports import shipped


def row(code: str, edition: str, framework: str = "toy", /, **changes: object) -> Disclosure:
    base = Disclosure(framework, code, edition, {"en": "Title"}, in_force=InForce(start=date(int(edition), 1, 1)))
    return base._replace(**changes)  # type: ignore[arg-type]


def link(left: str, right: str = "game:G", basis: Basis = Basis.VERIFIED) -> Crosslink:
    return Crosslink(left, right, Relation.SUBSET, basis, "s")


def known(*rows: Disclosure):
    return by_code(
        Framework(id, id, {"en": id}, "", disclosures=tuple(d for d in rows if d.framework == id))
        for id in dict.fromkeys(d.framework for d in rows)
    )


GAME = row("G", "2019", "game")


def test_a_relation_goes_on_through_editions_that_changed_nothing() -> None:
    rows = known(row("A", "2020"), row("A", "2022"), row("A", "2025"), GAME)
    found = list(carried([link("toy:A@2020")], rows))
    assert [(one.left, one.right, one.relation, one.basis) for one in found] == [
        ("toy:A@2022", "game:G", Relation.SUBSET, Basis.DERIVED),
        ("toy:A@2025", "game:G", Relation.SUBSET, Basis.DERIVED),
    ]
    assert "toy:A@2020" in found[0].note


@pytest.mark.parametrize(
    "change",
    [
        {"title": {"en": "Another"}},
        {"datapoints": (Datapoint("total", "Total"),)},
        {"group": "other"},
        {"code": "B"},
    ],
)
def test_a_relation_ends_at_the_edition_that_changed_something(change: dict[str, object]) -> None:
    rows = known(row("A", "2020"), row("A", "2022", **change), row("A", "2025", **change), GAME)
    assert list(carried([link("toy:A@2020")], rows)) == []


def test_what_is_stated_of_the_later_edition_is_not_carried_as_well() -> None:
    rows = known(row("A", "2020"), row("A", "2022"), GAME)
    assert list(carried([link("toy:A@2020"), link("toy:a@2022")], rows)) == []


def test_what_is_not_verified_does_not_become_surer() -> None:
    rows = known(row("A", "2020"), row("A", "2022"), GAME)
    assert [one.basis for one in carried([link("toy:A@2020", basis=Basis.SECONDARY)], rows)] == [Basis.SECONDARY]


def test_a_code_that_comes_back_with_another_meaning_is_another_disclosure() -> None:
    rows = known(row("A", "2020", superseded_by=("toy:B@2022",)), row("A", "2022"), row("B", "2022"), GAME)
    assert list(carried([link("toy:A@2020")], rows)) == []
    assert [[d.uid for d in end.later] for end in ended([link("toy:A@2020")], rows)] == [["toy:B@2022"]]


def test_a_relation_that_ends_is_listed_once_unless_that_is_meant() -> None:
    rows = known(row("A", "2020"), row("A", "2022", group="other"), GAME, row("H", "2019", "game"))
    links = [link("toy:A@2020"), link("toy:A@2020", "game:H")]
    assert [(end.disclosure.uid, end.to) for end in ended(links, rows)] == [("toy:A@2020", "game")]
    assert list(ended(links, rows, {("toy:a@2020", "game")})) == []


def test_what_is_removed_without_a_successor_ends_without_a_word() -> None:
    assert list(ended([link("toy:A@2020")], known(row("A", "2020"), row("B", "2022"), GAME))) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("gri:401-1", "hkex-esg:B1.2@2025"),
        ("gri:305-1", "hkex-esg:28(a)@2025"),
        ("hkex-esg:28(a)@2025", "ifrs-s2:29(a)(i)(1)"),
        ("gri:103-2@2025", "hkex-esg:A2.1@2025"),
        ("ifrs-s2:6", "tcfd:governance"),
    ],
)
def test_a_shipped_relation_reaches_the_edition_in_force(left: str, right: str) -> None:
    assert (left, right) in {(one.left, one.right) for one in shipped().crosslinks}


def test_part_d_is_related_to_the_paragraphs_that_it_is_made_of() -> None:
    related = {one.left for one in shipped().crosslinks if one.right.startswith("ifrs-s2:")}
    part_d = [d for d in shipped().frameworks["hkex-esg"].disclosures if d.edition == "2025" and d.code[0] in "1234"]
    assert {d.code for d in part_d if d.uid not in related} - {"41"} == {d.code for d in part_d if d.code[:2] < "19"}
