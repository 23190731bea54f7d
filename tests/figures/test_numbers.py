"""Numbers with their units, in sentences and rows of the three languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.figures.numbers import figures_in


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("We used 8,420 MWh and 1.5 million m³.", [(8420.0, "MWh"), (1.5e6, "m³")]),
        ("全年減排 232.0 萬噸，佔 5.6%", [(2.32e6, "噸"), (5.6, "%")]),
        ("净排放 444.9 万吨二氧化碳当量", [(4.449e6, "吨二氧化碳当量")]),
        ("投入 3.2 亿元", [(3.2e8, "元")]),
        ("總耗水量（立方米）\t36,280,169\t30,000", [(36280169.0, "立方米"), (30000.0, "立方米")]),
        ("Hazardous waste\ttonnes\t2,008\t−12", [(2008.0, "tonnes"), (-12.0, "tonnes")]),
        ("In 2024 we had 12,345 employees (51.2 % women)", [(12345.0, "employees"), (51.2, "%")]),
        ("截至2024年3月31日，共有員工204,891人", [(204891.0, "人")]),
        ("A1.3, GRI 305-1, ISO 14001 and 2023", []),
        ("范围 1", [(1.0, "")]),
        ("女性僱員佔１２．５％", [(12.5, "%")]),
        ("用水１，２３４立方米，比去年少－５％", [(1234.0, "立方米"), (-5.0, "%")]),
        ("用電２，８１２．５０　ＭＷｈ", [(2812.5, "MWh")]),
        ("女性佔12．5﹪，共計，８人", [(12.5, "%"), (8.0, "人")]),
        ("有害廢棄物（ｔ）\t２，００８\t１，９１２", [(2008.0, "t"), (1912.0, "t")]),
        ("二零二四年，即２０２４年，共３．２億元", [(3.2e8, "元")]),
        ("ＧＲＩ ３０５－１", []),
        ("", []),
    ],
)
def test_figures(text, figures):
    assert [(figure.value, figure.unit) for figure in figures_in(text)] == figures


def test_a_figure_is_given_as_it_stands():
    assert [figure.text for figure in figures_in("减排 232.0 万吨，占 5.6%")] == ["232.0 万吨", "5.6%"]
    assert figures_in("有害废弃物总量\t吨\t2,008")[0].text == "2,008 吨"
    assert figures_in("佔１２．５％")[0].text == "１２．５％"


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    for figure in figures_in(text):
        assert figure.text
        assert figure.value == figure.value  # no NaN
