"""How much is defined: a row that gets lost is a gap that nobody is told."""

from collections import Counter

import pytest

from disclosure_index.catalog.lint import lint
from disclosure_index.model import Basis, Disclosure, Relation, parse_reference
from tests.support.reports import shipped

FRAMEWORKS = shipped().frameworks
EVERY = [d for framework in FRAMEWORKS.values() for d in framework.disclosures]


def count(framework: str, edition: str = "") -> int:
    return sum(edition in ("", d.edition) for d in FRAMEWORKS[framework].disclosures)


def test_lint_is_clean() -> None:
    assert [f"{f.location} {f.rule} {f.message}" for f in lint(shipped())] == []


@pytest.mark.parametrize(
    ("framework", "edition", "rows"),
    [
        ("hkex-esg", "2020", 57),
        ("hkex-esg", "2025", 149),
        ("gri", "", 146 + 70),  # in force or coming, and withdrawn
        ("sasb", "", 1215 + 34),  # with CG-EC of 2018-10, and retired codes
        ("tcfd", "", 11 + 4),
        ("ungc", "", 10),
        ("sdg", "", 17 + 169),
        ("ifrs-s1", "", 92),
        ("ifrs-s2", "", 145),
    ],
)
def test_disclosures_per_framework(framework: str, edition: str, rows: int) -> None:
    assert count(framework, edition) == rows


def test_there_is_no_other_framework() -> None:
    assert sorted(FRAMEWORKS) == sorted({d.framework for d in EVERY})
    assert len(FRAMEWORKS) == 8


def test_kinds_within_the_frameworks() -> None:
    assert Counter(d.kind == "goal" for d in FRAMEWORKS["sdg"].disclosures) == {True: 17, False: 169}
    assert Counter(d.heading for d in FRAMEWORKS["tcfd"].disclosures) == {True: 4, False: 11}
    assert len({d.part for d in FRAMEWORKS["sasb"].disclosures}) == 77
    sectors = Counter(topic.part for topic in FRAMEWORKS["gri"].sector_topics)
    assert sectors == {"GRI 11": 22, "GRI 12": 22, "GRI 13": 26, "GRI 14": 25}


def test_relations() -> None:
    assert len(shipped().crosslinks) == 963
    assert {link.basis for link in shipped().crosslinks} == {Basis.VERIFIED, Basis.DERIVED, Basis.SECONDARY}
    assert {link.relation for link in shipped().crosslinks} <= set(Relation)


def test_a_code_stands_once_in_an_edition() -> None:
    assert [uid for uid, times in Counter(d.uid.casefold() for d in EVERY).items() if times > 1] == []


def test_no_relation_is_stated_twice_nor_to_itself() -> None:
    pairs = Counter((link.left, link.right) for link in shipped().crosslinks)
    assert [pair for pair, times in pairs.items() if times > 1] == []
    assert [pair for pair in pairs if pair[0] == pair[1]] == []


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_tag_can_be_written_for_each(framework: str) -> None:
    for d in FRAMEWORKS[framework].disclosures:
        reference = parse_reference(d.uid)
        assert reference is not None, d.uid
        assert d in shipped().find(reference)


def test_every_heading_has_children_and_every_parent_is_a_heading_or_a_disclosure_with_parts() -> None:
    parents = {(d.framework, d.edition, d.parent) for d in EVERY if d.parent}
    assert [d.uid for d in EVERY if d.heading and (d.framework, d.edition, d.code) not in parents] == []


def test_no_disclosure_is_above_itself() -> None:
    by_code = {(d.framework, d.edition, d.code): d for d in EVERY}

    def above(d: Disclosure) -> list[str]:
        path = [d.code]
        while (d := by_code.get((d.framework, d.edition, d.parent))) and d.code not in path:  # type: ignore[assignment]
            path.append(d.code)
        return [*path, d.code] if d else path

    assert [path for d in EVERY if len(path := above(d)) != len(set(path))] == []


def test_every_definition_says_where_it_stands() -> None:
    assert [d.uid for d in EVERY if not (d.location.line > 0 and d.location.path.endswith(".toml"))] == []
    assert len({(d.location.path, d.location.line) for d in EVERY}) == len(EVERY)
