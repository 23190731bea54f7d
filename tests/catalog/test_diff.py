"""What changed between two editions."""

from datetime import date

import pytest

from disclosure_index.catalog.diff import Change, diff
from disclosure_index.model import Datapoint, Disclosure, Framework, InForce, Obligation, ObligationRule
from tests.support.reports import shipped

M, C = (ObligationRule(Obligation.MANDATORY),), (ObligationRule(Obligation.COMPLY_OR_EXPLAIN),)


def changes(*rows: Disclosure) -> list[Change]:
    return list(diff(Framework("toy", "TOY", {"en": "Toys"}, "Nobody", disclosures=rows), "1", "2"))


def row(code: str, edition: str, **facts: object) -> Disclosure:
    return Disclosure("toy", code, edition, **({"title": {"en": code}} | facts))  # type: ignore[arg-type]


def test_what_stays_the_same_is_no_change() -> None:
    assert changes(row("A", "1", obligation=M), row("A", "2", obligation=M)) == []


def test_removed_with_what_takes_its_place_then_added() -> None:
    found = changes(row("B", "2"), row("A", "1", superseded_by=("toy:B@2", "toy:C@2")), row("C", "2"))
    assert [(c.kind, c.disclosure.uid) for c in found] == [
        ("removed", "toy:A@1"),
        ("added", "toy:B@2"),
        ("added", "toy:C@2"),
    ]
    assert found[0].details == ("now toy:B@2, toy:C@2",)


def test_what_changed_in_it() -> None:
    old = row("A", "1", obligation=C, datapoints=(Datapoint("total", "T"), Datapoint("rate", "R")), units=("t",))
    new = row("A", "2", obligation=M, datapoints=(Datapoint("total", "T"), Datapoint("scope", "S")),
              title={"en": "Air"}, units=("kg", "t"))  # fmt: skip
    [change] = changes(old, new)
    assert (change.kind, change.disclosure) == ("changed", new)
    assert change.details == (
        "title: A -> Air",
        "units: t -> kg, t",
        "obligation: comply-or-explain -> mandatory",
        "datapoints removed: rate",
        "datapoints added: scope",
    )


def test_a_title_that_changes_in_chinese_only_says_what_changed() -> None:
    old, new = ({"en": "Air", "zh-Hant": text} for text in ("空氣", "大氣"))
    [change] = changes(row("A", "1", title=old), row("A", "2", title=new))
    assert change.details != ("title: Air -> Air",)
    assert "大氣" in change.details[0]


def test_the_guide_of_2020_and_the_code_of_2025() -> None:
    found = list(diff(shipped().frameworks["hkex-esg"], "2020", "2025"))
    by_kind = {kind: [c.disclosure.code for c in found if c.kind == kind] for kind in ("removed", "changed", "added")}
    assert by_kind["removed"] == ["A1.2", "A4", "A4.1"]
    assert "A1" in by_kind["changed"]  # greenhouse gases left its General Disclosure
    assert len(by_kind["added"]) == 149 - (57 - 3)
    assert by_kind["added"][0] == "19"


DAY = date(2025, 1, 1)
OVER, GOES_ON, COMES = InForce(end=DAY), InForce(), InForce(start=DAY)
BECAME = {"title": {"en": "Other"}, "in_force": COMES}

OLD, NEW = row("A", "1", part="p"), row("B", "2", part="q")

# situation, the rows, what is told of each code
KINDS = [
    ("a part without the later edition, not withdrawn", [OLD, NEW], "kept A, added B"),
    ("it is told once for the part", [OLD, row("Z", "1", part="p"), NEW], "kept A, added B"),
    (
        "a part without the later edition, withdrawn when that begins",
        [OLD._replace(in_force=OVER), NEW._replace(in_force=COMES)],
        "removed A, added B",
    ),
    (
        "withdrawn later than that",
        [OLD._replace(in_force=InForce(end=date(2030, 1, 1))), NEW._replace(in_force=COMES)],
        "kept A, added B",
    ),
    (
        "a file per edition: what it lacks is removed",
        [row("A", "1", part="1"), row("B", "1", part="1"), row("A", "2", part="2")],
        "removed B",
    ),
    (
        "a code given to another disclosure",
        [row("A", "1", superseded_by=("toy:B",)), row("A", "2", **BECAME)],
        "removed A, added A",
    ),
    ("a code that succeeds itself", [row("A", "1", superseded_by=("toy:A@2",)), row("A", "2", **BECAME)], "changed A"),
    (
        "two under one code, both in force",
        [row("A", "1", in_force=GOES_ON), row("A", "2", **BECAME)],
        "removed A, added A",
    ),
]


@pytest.mark.parametrize(("rows", "told"), [case[1:] for case in KINDS], ids=[case[0] for case in KINDS])
def test_what_became_of_a_code(rows: list[Disclosure], told: str) -> None:
    assert ", ".join(f"{c.kind} {c.disclosure.code}" for c in changes(*rows)) == told
