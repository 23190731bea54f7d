"""Places said as titles, as pages, or as links."""

import pytest

from disclosure_index.cli.index.tables import Wanted, tables_of
from disclosure_index.tables.locations import LOCATIONS


def _rows(assessment, view, locations, framework=""):
    tables = tables_of(assessment, Wanted(view, framework, locations), 0, ("en",), lambda path: path)
    return [r for t in tables for r in t.records()]


@pytest.mark.parametrize(
    ("locations", "said"),
    [
        ("titles-and-pages", "Composition, nomination and evaluation, p. 7; Workforce, p. 28"),
        ("titles", "Composition, nomination and evaluation; Workforce"),
        ("pages", "7, 28"),
    ],
)
def test_location_is_said_as_asked_for(ferries, locations, said):
    (row,) = (r for r in _rows(ferries, "filing", locations, "gri") if r.get("disclosure", "").startswith("405-1 "))
    assert row["location"] == said


def test_links_are_the_text_where_they_cannot_be_clicked(ferries, root):
    row = next(r for r in _rows(ferries, "filing", "links", "gri") if r.get("disclosure", "").startswith("2-1 "))
    assert row["location"].endswith("report_sources/harbour-ferries-2025/report-en.xhtml#legal-details")


@pytest.mark.parametrize("view", ["filing", "disclosures"])
def test_columns_of_their_own_are_left_out(ferries, view):
    columns = {how: set(_rows(ferries, view, how, "hkex-esg" if view == "filing" else "")[0]) for how in LOCATIONS}
    assert columns["titles-and-pages"] - columns["titles"] == {"pages"}
    assert columns["titles-and-pages"] - columns["pages"] == {"section"}
    assert columns["links"] == columns["titles"]


def test_index_by_section_keeps_its_sections(alibaba):
    assert {"chapter", "section"} <= set(_rows(alibaba, "sections", "pages")[0])
