"""Whether the definitions agree with each other, beyond the cases of tests/rules/definitions.toml."""

from datetime import date

import pytest

from disclosure_index.catalog.lint import OPPOSITE, lint
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import (
    Basis,
    Crosslink,
    Disclosure,
    Finding,
    Framework,
    InForce,
    Location,
    Obligation,
    ObligationRule,
    Relation,
    SectorListing,
    SectorTopic,
)

ANY = (ObligationRule(Obligation.VOLUNTARY),)


def row(code: str, edition: str = "1", **changes: object) -> Disclosure:
    base = Disclosure("toy", code, edition, {"en": code}, obligation=ANY, part="p", location=Location("toy.toml", 9, 1))
    return base._replace(**changes)  # type: ignore[arg-type]


def told(*rows: Disclosure, links: tuple[Crosslink, ...] = (), **framework: object) -> list[tuple[str, str]]:
    toy = Framework("toy", "TOY", {"en": "Toys"}, "Nobody", disclosures=rows, **framework)  # type: ignore[arg-type]
    return [(f.rule, f.code) for f in lint(Catalog({"toy": toy}, links))]


def link(left: str, relation: Relation, right: str) -> Crosslink:
    return Crosslink(left, right, relation, Basis.VERIFIED, "s", location=Location("x.toml", 3, 1))


def test_nothing_is_told_of_what_agrees() -> None:
    assert told(row("A"), row("B", parent="A")) == []


def test_what_loading_found_comes_first() -> None:
    found = Finding("DI501", "Broken.", Location("a.toml", 1, 1))
    assert lint(Catalog({}, findings=(found,))) == [found]


@pytest.mark.parametrize(
    ("first", "second", "rules"),
    [
        (InForce(end=date(2025, 1, 1)), InForce(start=date(2025, 1, 1)), []),
        (InForce(), InForce(start=date(2025, 1, 1)), [("DI504", "A")]),  # the first one never ends
    ],
)
def test_of_two_editions_the_older_ends(first: InForce, second: InForce, rules: list[tuple[str, str]]) -> None:
    assert told(row("A", "1", in_force=first), row("A", "2", title={"en": "A"}, in_force=second)) == rules


def test_two_disclosures_that_share_a_code_may_both_stay() -> None:
    assert told(row("306-3", "2016", title={"en": "Spills"}), row("306-3", "2020", title={"en": "Waste"})) == []


def test_a_parent_is_of_the_same_edition() -> None:
    assert told(row("A", "1"), row("B", "2", parent="A")) == [("DI505", "B")]


def test_a_listing_of_a_sector_that_leads_nowhere() -> None:
    topic = SectorTopic("GRI 11", "11.1", {"en": "GHG"}, (SectorListing("11.1.2", "topic-standard", "305-9"),))
    assert [rule for rule, _ in told(row("305-1"), sector_topics=(topic,))] == ["DI505"]


@pytest.mark.parametrize("relation", Relation)
def test_the_opposite_of_the_opposite_is_the_relation(relation: Relation) -> None:
    assert OPPOSITE[OPPOSITE[relation]] == relation


@pytest.mark.parametrize(("one", "other"), [(a, b) for a in Relation for b in Relation])
def test_both_directions_have_to_agree(one: Relation, other: Relation) -> None:
    links = (link("toy:A", one, "toy:B"), link("toy:B", other, "toy:A"))
    assert bool(told(row("A"), row("B"), links=links)) == (other != OPPOSITE[one])


def test_the_same_relation_twice_is_no_contradiction() -> None:
    links = (link("toy:A", Relation.SUBSET, "toy:B"),) * 2
    assert [rule for rule, _ in told(row("A"), row("B"), links=links)] == []


def test_every_end_of_a_crosswalk_is_looked_up() -> None:
    links = (link("toy:X", Relation.SUBSET, "toy:Y"),)
    assert [rule for rule, _ in told(row("A"), links=links)] == ["DI505", "DI505"]
