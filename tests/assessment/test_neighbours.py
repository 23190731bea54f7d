"""Where a gap may be answered: the tags of its nearest relatives."""

import pytest

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.neighbours import MOST, Neighbourhood
from tests.support.reports import assessed, row

HKEX = {"hkex-esg": "comply-or-explain"}


def places(assessment: Assessment, code: str) -> list[str]:
    return [link.statement.text for link in Neighbourhood(assessment.coverage).places(row(assessment, code))]


def tagged(*references: str) -> str:
    return "".join(f'<p data-disclosure="{reference}">Text.</p>' for reference in references)


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (["hkex-esg:A1.2"], ["hkex-esg:A1.2"]),
        (["hkex-esg:A1.6", "hkex-esg:A1.4"], ["hkex-esg:A1.4", "hkex-esg:A1.6"]),  # the nearest in the Guide's order
        (["hkex-esg:A1.4", "hkex-esg:A1.2"], ["hkex-esg:A1.2", "hkex-esg:A1.4"]),
        (["hkex-esg:A2.1"], []),  # of another aspect
        ([], []),
    ],
)
def test_the_tags_of_its_aspect(tags: list[str], expected: list[str]) -> None:
    assert places(assessed(tagged(*tags) or "<p>Text.</p>", claims=HKEX), "A1.3") == expected


def test_no_more_than_a_person_will_look_at() -> None:
    tags = [f"hkex-esg:A1.{n}" for n in (1, 2, 4, 5, 6)]
    assert len(places(assessed(tagged(*tags), claims=HKEX), "A1.3")) == MOST


def test_an_element_is_named_once() -> None:
    body = '<p data-disclosure="hkex-esg:A1.2 hkex-esg:A1.4">Text.</p>' + tagged("hkex-esg:A1.6")
    assert places(assessed(body, claims=HKEX), "A1.3") == ["hkex-esg:A1.2", "hkex-esg:A1.6"]


def test_relatives_in_other_frameworks_come_first_those_that_answer_it_wholly_before_all() -> None:
    claims = {"tcfd": "in-accordance", "ifrs-s2": "in-accordance"}
    body = tagged("tcfd:governance-b", "ifrs-s2:6(a)")
    assert places(assessed(body, claims=claims), "governance-a") == ["ifrs-s2:6(a)", "tcfd:governance-b"]


def test_places_are_no_coverage() -> None:
    assert row(assessed(tagged("hkex-esg:A1.2"), claims=HKEX), "A1.3").is_gap
