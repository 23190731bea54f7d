"""What becomes of the cells of an index row: each line a place, a link a place, the words of an explanation alone."""

import pytest

HTML = (
    '<html lang="en"><head><title>Report 2024</title></head><body><h1>Energy</h1><p>We used 12 MWh.</p>'
    "<h1>Emissions</h1><p>3 t.</p><h1>GRI content index</h1><table><tr><th>Disclosure<th>Title<th>Location"
    "<tr><td>GRI 302-1<td>Energy consumption within the organization<td>{}"
    "<tr><td>GRI 305-1<td>Direct (Scope 1) GHG emissions<td>Emissions</table></body></html>"
)


@pytest.mark.parametrize(
    "cell",
    [
        "Energy<br>Emissions",
        "<p>Energy</p><p>Emissions</p>",
        "<ul><li>Energy<li>Emissions</ul>",
        "<div>Energy</div><div>Emissions</div>",
    ],
)
def test_each_line_of_a_cell_is_a_place(import_sources, cell):
    folder = import_sources(report_html=HTML.format(cell))
    places = {place for tag, place in folder.tags() if tag.startswith("gri:302-1")}
    assert places == {"Energy", "Emissions"}
    assert "DI415" not in folder.said


INDEX = (
    "# Report 2024\n\n## Energy\n\nWe used 12 MWh.\n\n## GRI content index\n\n"
    "| Disclosure | Title | Location | Reason for omission | Explanation |\n|---|---|---|---|---|\n"
    "| GRI 302-1 | Energy consumption | Energy |  |  |\n"
)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (" | Confidentiality constraints | Pay is a private matter.", "Pay is a private matter."),
        (" | Confidentiality constraints: pay is private. | ", "Confidentiality constraints: pay is private."),
        ("Not applicable: there are none. |  | ", "Not applicable: there are none."),
    ],
)
def test_an_omission_has_the_words_of_its_cell(import_sources, cells, said):
    document = import_sources(report_md=f"{INDEX}| GRI 2-21 | Annual total compensation ratio | {cells} |\n").document()
    assert [omission.explanation for omission in document.omissions] == [said]


def test_requirements_that_are_omitted_leave_the_rest_disclosed(import_sources):
    head = INDEX.replace("| Reason for", "| Requirement(s) omitted | Reason for").replace("|---|", "|---|---|", 1)
    index = head.replace("| Energy |  |", "| Energy |  |  |")
    row = "| GRI 305-1 | Direct emissions | Energy | d | Information unavailable | A base year comes. |\n"
    folder = import_sources(report_md=index + row)
    assert {tag for tag, _ in folder.tags()} == {"gri:302-1", "gri:305-1"}
    assert folder.omissions() == {("gri:305-1#d", "information-unavailable")}


@pytest.mark.parametrize(
    "items",
    [
        "- GRI 302-1 Energy consumption within the organization: Energy\n- GRI 2-7 Employees: People\n",
        "- GRI 302-1 Energy use: Energy\n- GRI 2-7 Our people: People\n",
        "- 302-1 Energy consumption within the organization → Energy\n- 2-7 Employees → People\n",
        "GRI 302-1 Energy consumption within the organization – Energy\n\nGRI 2-7 Employees – People\n",
    ],
)
def test_an_index_may_be_a_list(import_sources, items):
    text = f"# Report 2024\n\n## Energy\n\n12 MWh.\n\n## People\n\nWe are 40.\n\n## GRI content index\n\n{items}"
    assert {(tag.partition("@")[0], place) for tag, place in import_sources(report_md=text).tags()} == {
        ("gri:302-1", "Energy"), ("gri:2-7", "People"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "places"),
    [
        ("1", "2.1", ("1 Energy", "2.1 Emissions")),
        ("Section 1", "Section 2.1", ("1 Energy", "2.1 Emissions")),
        ("Chapter 1", "§2.1 Emissions", ("1 Energy", "2.1 Emissions")),
    ],
)
def test_a_section_is_found_by_its_number(import_sources, first, second, places):
    text = (
        "# Report 2024\n\n## 1 Energy\n\n12 MWh.\n\n## 2 Environment\n\n### 2.1 Emissions\n\n3 t.\n\n"
        "## GRI content index\n\n| Disclosure | Title | Location |\n|---|---|---|\n"
        f"| GRI 302-1 | Energy | {first} |\n| GRI 305-1 | Emissions | {second} |\n| GRI 303-3 | Water | 2.1 |\n"
    )
    tags = {tag.partition("@")[0]: place for tag, place in import_sources(report_md=text).tags()}
    assert (tags["gri:302-1"], tags["gri:305-1"]) == places
