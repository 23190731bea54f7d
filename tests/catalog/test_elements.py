"""The names that the taxonomies of GRI and IFRS have for disclosures, datapoints and letters."""

from collections import Counter

import pytest

from disclosure_index.importing.inline_xbrl import elements_of
from tests.support.reports import shipped


@pytest.mark.parametrize(
    ("element", "references"),
    [
        ("gri:GrossDirectScope1GHGEmissions", ("gri:305-1@2016#gross-scope-1",)),
        ("gri:TotalNumberOfEmployees", ("gri:2-7@2021#a",)),
        # A code that two editions share, with different contents.
        ("gri:TotalNumberOfRecordedSignificantSpills", ("gri:306-3@2016#a",)),
        ("gri:WeightOfWasteGenerated", ("gri:306-3@2020#a",)),
        # One element, which its dimensions tell apart.
        ("gri:NumberOfHoursWorked", ("gri:403-9@2018#a", "gri:403-9@2018#b")),
    ],
)
def test_an_element_stands_for_a_part(element, references):
    assert elements_of(shipped())[element.casefold()] == references


def test_an_element_of_ifrs_stands_for_its_paragraph():
    by_code = {d.code: d.element for d in shipped().frameworks["ifrs-s2"].disclosures}
    assert any("Carbon" in name or "Price" in name for name in by_code["29(f)(ii)"])
    assert all(name.startswith("ifrs-sds:") for names in by_code.values() for name in names)


def test_no_element_claims_a_whole_disclosure_of_gri_by_one_of_its_parts():
    assert [d.uid for d in shipped().frameworks["gri"].disclosures if d.element and d.requirements] == []


@pytest.mark.parametrize("framework", ["gri", "ifrs-s1", "ifrs-s2"])
def test_a_name_stands_once_in_a_disclosure(framework):
    for d in shipped().frameworks[framework].disclosures:
        named = Counter([*d.element, *(name for point in d.datapoints for name in point.element)])
        assert [name for name, times in named.items() if times > 1] == [], d.uid
