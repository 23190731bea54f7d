"""Relations between frameworks: they show what could be gained, and count only where the project file says so."""

from dataclasses import replace
from datetime import date

import pytest

from disclosure_index.model import Basis, Crosslink, Relation, Status
from tests.support.reports import assessed, row, shipped

FACTS = {"claims": {"ifrs-s2": "in-accordance", "tcfd": "in-accordance"}, "year": date(2025, 1, 1)}


def tagged(*references: str) -> str:
    return "".join(f'<p data-disclosure="{reference}">Text.</p>' for reference in references)


def test_a_superset_is_reported_apart_and_hides_no_gap() -> None:
    found = row(assessed(tagged("ifrs-s2:6(a)"), **FACTS), "governance-a")
    assert (found.status, found.by_crosswalk) == (Status.MISSING, False)
    assert {link.statement.text for r in found.relatives if r.whole for link in r.links} == {"ifrs-s2:6(a)"}


def test_it_counts_where_the_project_file_says_so() -> None:
    found = row(assessed(tagged("ifrs-s2:6(a)"), crosswalk_counts=True, **FACTS), "governance-a")
    assert (found.status, found.by_crosswalk, found.links) == (Status.DISCLOSED, True, ())


def test_a_subset_never_counts() -> None:
    found = row(assessed(tagged("tcfd:governance-a"), crosswalk_counts=True, **FACTS), "6(a)")
    assert found.status != Status.DISCLOSED
    assert found.relatives
    assert not any(r.whole for r in found.relatives)


@pytest.mark.parametrize(
    ("relation", "left", "right"),
    [
        (Relation.EQUIVALENT, True, True),
        (Relation.SUBSET, True, False),  # left asks for less than right: a tag on right answers left
        (Relation.SUPERSET, False, True),
        (Relation.INTERSECTS, False, False),
    ],
)
def test_which_side_answers_the_other(relation: Relation, left: bool, right: bool) -> None:
    link = Crosslink("sdg:13.1", "ungc:7", relation, Basis.VERIFIED)
    catalog = replace(shipped(), crosslinks=(link,))
    facts = {"claims": {"sdg": "", "ungc": "participant"}, "crosswalk_counts": True, "catalog": catalog}
    assert row(assessed(tagged("ungc:7"), **facts), "13.1").by_crosswalk == left
    assert row(assessed(tagged("sdg:13.1"), **facts), "7", "2004").by_crosswalk == right


def test_a_tag_of_its_own_is_not_by_crosswalk() -> None:
    found = row(assessed(tagged("ifrs-s2:6(a)", "tcfd:governance-a"), crosswalk_counts=True, **FACTS), "governance-a")
    assert (found.status, found.by_crosswalk) == (Status.DISCLOSED, False)
