"""What an import does not take over is kept elsewhere, or told."""

import pytest


def test_notes_and_owners_of_a_mapping_sheet_are_kept(import_sources, harbour) -> None:
    sheet = "disclosure,section,note,Responsible\ngri:302-1,Climate,metered by the utility,Harbour team\n"
    project = import_sources(report_md=harbour, map_csv=sheet).project
    assert project["notes"] == {"gri:302-1": "metered by the utility"}
    assert project["owners"] == {"gri:302-1": "Harbour team"}


@pytest.mark.parametrize("sheet", ["Item,Value\nEnergy,12\n", "", "gri:305-1,Climate\n", "foo\n"])
def test_a_sheet_without_mapping_columns_is_told(import_sources, harbour, sheet: str) -> None:
    said = import_sources(report_md=harbour, map_csv=sheet).said
    assert "map.csv" in said
    assert "DI610" in said


@pytest.mark.parametrize(
    "element",
    [
        '<p data-suppress="DI701" data-suppress-reason="agreed">We used 12 t.</p>',
        '<section data-suppress="DI701" data-suppress-reason="agreed"><h2>Waste</h2><p>12 t.</p></section>',
        '<div data-disclosure="gri:306-3" data-suppress="DI701" data-suppress-reason="agreed"><p>a</p><p>b</p></div>',
    ],
)
def test_suppressions_are_kept(import_sources, element: str) -> None:
    body = f'<section><h1>Report 2024</h1><p data-disclosure="gri:2-1">Harbour.</p>{element}</section>'
    folder = import_sources(report_xhtml=f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>')
    [kept] = folder.document("report").suppressions
    assert (kept.rules, kept.reason) == ("DI701", "agreed")


def test_a_suppression_at_an_element_that_is_not_kept_is_told(import_sources) -> None:
    body = '<h1>Report 2024</h1><div data-suppress="DI701"><p>a</p><p data-disclosure="gri:2-1">b</p></div>'
    folder = import_sources(report_xhtml=f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>')
    assert "suppressions at elements that are not kept (1)" in folder.said


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("# Our way to 2030\n\nBy 2030 we halve it. Until 2030, and by 2050.\n\nIn 2023 we used 12 MWh.\n", 2023),
        ("# Report\n\n到2030年減半。\n\n2024年用電十二。\n", 2024),
        ("# Sustainability Report 2025\n\nBy 2030 we halve it; by 2030!\n", 2025),
        ("# Report 2024\n\nIn 2030 we will use 12 MWh.\n", 2024),
    ],
)
def test_the_year_of_a_goal_is_not_the_financial_year(import_sources, text: str, year: int) -> None:
    assert import_sources(report_md=text).project["report"]["financial-year"]["end"].year == year


@pytest.mark.parametrize("name", ["noise_md", "noise_html", "noise_txt"])
def test_noise_could_not_be_read(run, tmp_path, name: str) -> None:
    source = tmp_path / name.replace("_", ".")
    source.write_bytes(bytes((7 * n * n + 13 * n) % 251 for n in range(9000)))
    result = run("import", source, "-o", tmp_path / "out")
    assert result.exit_code == 3
    assert source.name in result.stderr


@pytest.mark.parametrize(
    "row",
    [
        "| GRI 2-21 | Annual total compensation ratio |  | Confidentiality constraints | Pay is private here. |",
        "| GRI 2-21 | Annual total compensation ratio |  | Information unavailable | Pay is private here. |",
    ],
)
def test_an_omission_has_the_words_of_its_explanation(import_sources, row: str) -> None:
    head = "| Disclosure | Title | Location | Reason for omission | Explanation |\n|---|---|---|---|---|\n"
    first = "| GRI 302-1 | Energy consumption within the organization | Energy | | |\n"
    text = f"# Report 2024\n\n## Energy\n\nWe used 12 MWh.\n\n## GRI content index\n\n{head}{first}{row}\n"
    folder = import_sources(report_md=text)
    [omission] = folder.document().omissions
    assert omission.explanation == "Pay is private here."
    again = import_sources(folder.path / "report.xhtml", into="again")
    assert (again.path / "report.xhtml").read_bytes() == (folder.path / "report.xhtml").read_bytes()
