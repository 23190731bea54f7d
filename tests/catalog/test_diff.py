"""What changed between two editions."""

from disclosure_index.catalog.diff import Change, diff
from disclosure_index.model import Datapoint, Disclosure, Framework, Obligation, ObligationRule
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
