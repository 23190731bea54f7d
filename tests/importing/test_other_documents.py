"""Places in other documents are none of this one, and each document is told once."""

import pytest

TEXT = (
    "# Harbour Ferries sustainability report 2024\n\n<!-- page: 1 -->\n\n## Profile\n\nWe run ferries.\n\n"
    "<!-- page: 2 -->\n\n## GRI content index\n\n| Code | Disclosure | Location |\n|---|---|---|\n"
    "| 2-1 | Organizational details | {0} 1 |\n| 2-3 | Reporting period | {0} 2 |\n| 2-7 | Employees | Page 1 |\n"
)


@pytest.mark.parametrize("name", ["Annual Report 2024, page", "Remuneration report, p.", "Financial statements, p."])
def test_pages_of_another_document_are_told_once_and_tagged_on_their_rows(import_sources, name):
    folder = import_sources(report_md=TEXT.format(name))
    places = {tag.partition("@")[0]: place for tag, place in folder.tags()}
    assert places["gri:2-7"] == "Profile"
    assert all(name.split(",")[0] in places[code] for code in ("gri:2-1", "gri:2-3"))
    assert folder.said.count("places in another document") == 1


def test_pages_of_this_report_are_not_told(import_sources):
    folder = import_sources(report_md=TEXT.format("Sustainability report 2024, page"))
    assert "places in another document" not in folder.said
