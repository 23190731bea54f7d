"""What becomes of each claim of a printed index: a tag, an omission, or a line that says where it does not fit."""

import pytest


def test_markdown(import_sources, harbour):
    folder = import_sources(report_md=harbour)
    none = "GRI 205: Anti-corruption 2016\t205-3 Confirmed incidents of corruption"
    assert folder.tags() == {
        ("gri:305-1@2016", "1. Climate"),
        ("gri:303-5@2018", "We used 40 cubic metres of water."),
        ("gri:205-3@2016", f"{none}\tThere were none in 2024.\t"),
    }
    assert folder.omissions() == {("gri:401-1@2016", "information-unavailable")}
    document = folder.document()
    assert [label for label, _ in document.pages] == ["1", "2", "3", "4"]
    ((first, last),) = document.indexes
    assert document.passages[first].text.startswith("GRI Standard\tDisclosure")
    assert last - first == 6


def test_what_fits_nowhere_is_told_at_its_own_row_with_the_nearest_title(import_sources, harbour):
    said = import_sources(report_md=harbour).said
    row = next(n for n, line in enumerate(harbour.splitlines(), start=1) if "403-9" in line)
    (told,) = [line for line in said.splitlines() if "DI415" in line]
    assert f"report.md:{row}:" in told
    assert 'gri:403-9 is claimed at "Work and water"' in told
    assert "help: Use one of the nearest titles: 2. Water" in said
    assert "5 claims, 4 placed" in said


@pytest.mark.parametrize(
    "answer",
    [
        "We sell our ferries in China, in Vienna and on the coast of Arizona, and buy none there.",
        "Confidential reporting channels are open to all staff, and to those who left us.",
        "N/A for offices; we took on 12 people at the yard, as many as in the year before.",
        "員工可經保密的渠道舉報，年內有兩宗，均已處理。",
        "我们按法律禁止雇用童工的规定核对年龄，年内没有违规个案。",
    ],
)
@pytest.mark.parametrize(
    "heads", ["Location | Omission", "Response | Remarks", "Location or reason for omission | Notes"]
)
@pytest.mark.parametrize("beside", ["", "N/A"])
@pytest.mark.sampled(10)
def test_an_answer_with_the_words_of_a_reason_is_an_answer(import_sources, harbour, answer, heads, beside):
    before, _, after = harbour.partition("| | Information unavailable |")
    text = f"{before}| {answer} | {beside} |{after}".replace("Location | Omission", heads)
    folder = import_sources(report_md=text)
    assert folder.omissions() == set()
    assert "gri:401-1@2016" in {tag for tag, _ in folder.tags()}


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("Omitted: information unavailable", "information-unavailable"),
        ("Information unavailable", "information-unavailable"),
        ("Not applicable", "not-applicable"),
        ("从略：信息不可用", "information-unavailable"),
        ("信息不可用", "information-unavailable"),
        ("從略：不適用", "not-applicable"),
        ("不適用", "not-applicable"),
    ],
)
def test_a_reason_in_the_column_of_locations_is_an_omission(import_sources, cell, reason, harbour):
    before, _, after = harbour.partition("| | Information unavailable |")
    folder = import_sources(report_md=f"{before}| {cell} | |{after}")
    assert folder.omissions() == {("gri:401-1@2016", reason)}
    assert "401-1" not in folder.said
