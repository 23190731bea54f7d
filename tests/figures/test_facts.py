"""Facts of tables and sentences: value, unit, period, dimensions and the place of each part."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from disclosure_index.figures import facts_in, unit_of
from disclosure_index.model import NOWHERE, Document, Passage


def document(*texts, language="en"):
    """Return a document: a text with tabs is a row, one with "# " a heading, any other a paragraph."""
    kinds = [
        ("heading", t[2:]) if t.startswith("# ") else ("table-row", t) if "\t" in t else ("paragraph", t) for t in texts
    ]
    return Document("r.xhtml", language, passages=tuple(Passage(kind, text, NOWHERE) for kind, text in kinds))


def read(*texts, language="en", year="2024"):
    return facts_in(document(*texts, language=language), year)


def brief(facts):
    return [(fact.value, fact.unit, fact.period) for fact in facts]


def test_a_table_with_units_in_a_column_and_years_in_the_head():
    facts = read("Indicator\tUnit\t2025\t2024", "Scope 1 emissions\ttCO2e\t1,240\t1,302", "Energy\tMWh\t10.5\t–")
    assert brief(facts) == [
        (1240.0, "tCO2e", "2025"),
        (1302.0, "tCO2e", "2024"),
        (pytest.approx(37.8), "GJ", "2025"),
        (None, "GJ", "2024"),
    ]
    assert facts[0].dimensions == (("scope", "1"),)
    assert (facts[2].printed, facts[2].printed_unit, facts[2].decimals) == ("10.5", "MWh", 1)
    assert facts[2].precision == pytest.approx(0.18)


def test_each_part_has_its_place():
    made = document("# Energy (in thousands)", "Indicator\tUnit\t2025", "Electricity\tMWh\t1,240")
    (fact,) = facts_in(made, "2025")
    texts = [p.text for p in made.passages]
    assert texts[fact.place.passage][fact.place.start : fact.place.end] == "1,240"
    label, head, unit = fact.label_place, fact.head_place, fact.unit_place
    assert texts[label.passage][label.start : label.end] == "Electricity"
    assert texts[head.passage][head.start : head.end] == "2025"
    assert texts[unit.passage][unit.start : unit.end] == "MWh"
    assert texts[fact.caption_place.passage] == "Energy (in thousands)"


@pytest.mark.parametrize(
    ("texts", "language", "expected"),
    [
        (
            ("# 经营数据（人民币百万元）", "\t2023 年\t2024 年", "收入\t1,000\t1,100"),
            "zh-Hans",
            [(1e9, "CNY", "2023"), (1.1e9, "CNY", "2024")],
        ),
        (("# 用電量", "單位：萬千瓦時", "\t二零二四年", "總用電量\t12.5"), "zh-Hant", [(450.0, "GJ", "2024")]),
        (
            ("# Employees", "\t2024\t2023", "Number of employees\t1 234\t1,200"),
            "en",
            [(1234.0, "persons", "2024"), (1200.0, "persons", "2023")],
        ),
        (
            ("# Water", "\tWithdrawal (million m³)\tDischarge (million m³)", "Hong Kong\t1.5\t1.2"),
            "en",
            [(1.5e6, "m3", "2024"), (1.2e6, "m3", "2024")],
        ),
        (("# Money (HK$'000)", "\t2024", "Donations\t(386)"), "en", [(-386000.0, "HKD", "2024")]),
        (("# Waste", "\tUnit\tFY2024\tFY2023", "Waste ¹\ttonnes\t2,008²\tn/a"), "en", [(2008.0, "t", "2024")]),
        (("# 比例", "\t單位\t２０２４", "女性\t％\t１２．５"), "zh-Hant", [(12.5, "%", "2024")]),
        (("# 废弃物", "指标\t单位\t2024", "有害废弃物\t万吨\t0.2"), "zh-Hans", [(2000.0, "t", "2024")]),
        (
            ("Key figures 2023 2022", "Revenue (in €m) 4,096.7 3,963.7"),
            "en",
            [(4096.7e6, "EUR", "2023"), (3963.7e6, "EUR", "2022")],
        ),
        (("# Energia", "\tUnità\t2024", "Energia (GJ)\t\t1.234,5"), "it", [(1234.5, "GJ", "2024")]),
        (
            ("# Emissions", "\t2023\t2024", "\tScope 1\tScope 2", "t CO2e\t1\t2"),
            "en",
            [(1.0, "tCO2e", "2023"), (2.0, "tCO2e", "2024")],
        ),
    ],
)
def test_units_stand_in_captions_heads_labels_and_notes(texts, language, expected):
    found = brief(read(*texts, language=language))
    assert [(pytest.approx(value), unit, period) for value, unit, period in found] == expected


def test_heads_over_two_rows():
    facts = read(
        "Category\tUnit\tGroup\tGroup\tJoint ventures\tJoint ventures",
        "\t\t2024\t2023\t2024\t2023",
        "Employees\tpersons\t10\t11\t2\t3",
    )
    assert [(f.value, f.period, dict(f.dimensions)["column"]) for f in facts] == [
        (10.0, "2024", "Group"),
        (11.0, "2023", "Group"),
        (2.0, "2024", "Joint ventures"),
        (3.0, "2023", "Joint ventures"),
    ]


def test_rows_below_a_breakdown_have_its_scope():
    facts = read("\tUnit\t2024", "Scope 3 emissions\ttCO2e\t9", "by gas\t\t", "CO2\ttCO2e\t8", "CH4\ttCO2e\t1")
    assert [dict(fact.dimensions).get("scope") for fact in facts] == ["3", "3", "3"]


def test_targets_and_changes_are_no_figures_of_the_year():
    facts = read("\tUnit\t2024\t2023\tChange\tTarget 2030", "Water\tm3\t90\t100\t-10%\t50")
    assert [(f.value, f.unit, f.period, f.role) for f in facts] == [
        (90.0, "m3", "2024", ""),
        (100.0, "m3", "2023", ""),
        (-10.0, "%", "2024", "change"),
        (50.0, "m3", "2030", "target"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Water use rose by 12 % to 3,400 t in 2024.", [(12.0, "%", "2024", "change"), (3400.0, "t", "2024", "")]),
        (
            "范围 3+ 减排量为 3,333.8 万吨，同比增长 45.5%",
            [(33338000.0, "t", "2024", ""), (45.5, "%", "2024", "change")],
        ),
        ("預期損失增加新臺幣 1 億 1,468 萬元", [(114680000.0, "TWD", "2024", "change")]),
        (
            "Sales were RMB4,046,107,300 (2022: RMB6 billion).",
            [(4046107300.0, "CNY", "2024", ""), (6e9, "CNY", "2022", "")],
        ),
        ("2024年用水2,460噸（2023年：2,390噸）。", [(2460.0, "t", "2024", ""), (2390.0, "t", "2023", "")]),
        ("2024年用水2,460吨（2023财年:2,390吨）。", [(2460.0, "t", "2024", ""), (2390.0, "t", "2023", "")]),
        ("用水2,460噸（2023年）。", [(2460.0, "t", "2023", "")]),
        ("Over € 661 million in 2019", [(661e6, "EUR", "2019", "bound")]),
        ("女性僱員佔１２．５％", [(12.5, "%", "2024", "")]),
        ("between 50 % to 70 % of profit", [(50.0, "%", "2024", "range"), (70.0, "%", "2024", "range")]),
        ("3.1 Purchased goods, see page 26, Table 4, GRI 305-1, ISO 14001, RCP 8.5 and Scope 2", []),
        ("On 31 March 2024, the 3rd of 12 months, at 10:30", []),
        ("第 3 期于 2024 年 3 月 31 日，编号 12", []),
        ("2) Inspections made up to Dec. 31", []),
    ],
)
def test_sentences(text, expected):
    found = [(fact.value, fact.unit, fact.period, fact.role) for fact in read(text)]
    assert [(pytest.approx(value), *rest) for value, *rest in found] == expected


def test_a_printed_index_states_nothing():
    made = document("Disclosure\tPage", "GRI 305-1\t12")
    assert facts_in(replace(made, indexes=((0, 2),)), "2024") == ()
    assert facts_in(made, "2024") == ()


@pytest.mark.parametrize(
    ("printed", "base", "scale"),
    [
        ("MWh", "GJ", 3.6),
        ("吨二氧化碳当量 / 百万人民币收入", "tCO2e/CNY", 1e-6),
        ("EUR thousand", "EUR", 1e3),
        ("新臺幣百萬元", "TWD", 1e6),
        ("'000 t", "t", 1e3),
        ("萬平方公里", "m2", 1e10),
        ("tCO$_{2}$eq", "tCO2e", 1.0),
        ("KRW 100 million", "KRW", 1e8),
        ("hours per employee", "h/persons", 1.0),
        ("个百分点", "pp", 1.0),
    ],
)
def test_units(printed, base, scale):
    unit = unit_of(printed)
    assert (unit.base, unit.scale) == (base, pytest.approx(scale))


@given(st.lists(st.text(max_size=60), max_size=8))
@example(["", "\t"])
def test_any_document_can_be_read(texts):
    for fact in read(*texts, year=str(date(2024, 1, 1).year)):
        assert fact.value is None or fact.value == fact.value
        assert 0 <= fact.place.start < fact.place.end
