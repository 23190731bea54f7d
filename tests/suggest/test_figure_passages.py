"""What is suggested where a figure is asked for: the row or sentence that holds it, and the figure that it gives."""

from datetime import date

import pytest

from disclosure_index.suggest import THRESHOLD
from tests.support.reports import assessed, row

CLAIMS = {"hkex-esg": "comply-or-explain", "gri": "with-reference"}
HEAD = "<tr><th>Indicator</th><th>Unit</th><th>2023</th><th>2024</th></tr>"
GASES = f"""<section id="gases"><h1>Greenhouse gases</h1><table>{HEAD}
<tr id="both"><th>Scope 1 and 2</th><td>tCO2e</td><td>109,360</td><td>105,835</td></tr>
<tr id="one"><th>Scope 1</th><td>tCO2e</td><td>106,400</td><td>103,023</td></tr>
<tr id="two"><th>Scope 2</th><td>tCO2e</td><td>2,960</td><td>2,812</td></tr>
<tr id="three"><th>Scope 3</th><td>tCO2e</td><td>28,140</td><td>29,580</td></tr></table>
<p>Method: Scope 2 emissions are location-based; marine diesel has 2.69 tCO2e per kl.</p></section>"""
WASTE = f"""<section id="waste"><h1>Waste</h1><table>{HEAD}
<tr><th>Non-hazardous waste</th><td>t</td><td>308.2</td><td>310.0</td></tr>
<tr><th>Hazardous waste</th><td>t</td><td>11.9</td><td>12.4</td></tr></table></section>"""
OFFSET = f"""<section><h1>Greenhouse gases</h1><table>{HEAD}
<tr><th>Scope 3 emission intensity (Scopes 1, 2 and 3)</th><td>tCO2e / HK$ million</td><td>14.1</td><td>12.8</td></tr>
<tr><th>Scope 1 emissions</th><td>tCO2e</td><td>928</td><td>926</td></tr></table></section>"""
PARTS = f"""<section><h1>Diversity</h1><table>{HEAD}
<tr><th colspan="4">Employees by gender</th></tr>
<tr><th>Women part-time</th><td>%</td><td>26.1</td><td>28.4</td></tr>
<tr><th>Women</th><td>%</td><td>36.1</td><td>35.1</td></tr></table></section>"""
WORDS = "<section><h1>Emissions</h1><p>Scope 2 emissions from purchased electricity are reported below.</p></section>"
TRADITIONAL = """<section id="gases"><h1>溫室氣體</h1><table>
<tr><th>指標</th><th>單位</th><th>2023</th><th>2024</th></tr>
<tr><th>範圍一溫室氣體排放</th><td>噸二氧化碳當量</td><td>106,400</td><td>103,023</td></tr>
<tr><th>範圍二溫室氣體排放</th><td>噸二氧化碳當量</td><td>2,960</td><td>2,812</td></tr></table>
<p>計算方法：船用柴油每千升排放2.69噸二氧化碳當量，範圍二按地區電網計算。</p></section>"""


def _suggested(body: str, code: str, document: int = 0):  # type: ignore[no-untyped-def]
    bodies = (body, TRADITIONAL) if document else (body,)
    assessment = assessed(*bodies, claims=CLAIMS)
    found = assessment.suggester.for_disclosure(row(assessment, code).disclosure, document=document)
    return [(assessment.report.documents[document].passages[one.passage].text, one) for one in found]


FIRST = [
    # situation, the body, the code, how the first passage begins, the figure, its period
    ("the scope that is asked for, of four", GASES, "305-1", "Scope 1\t", "103,023", "2024"),
    ("not the sum that names it as well", GASES, "305-2", "Scope 2\t", "2,812", "2024"),
    ("the last of them", GASES, "305-3", "Scope 3\t", "29,580", "2024"),
    ("what is asked for, not its opposite", WASTE, "A1.3", "Hazardous waste\t", "12.4", "2024"),
    ("and the other way round", WASTE, "A1.4", "Non-hazardous waste\t", "310.0", "2024"),
    ("one of two that are named, not an offset or an intensity", OFFSET, "A1.2", "Scope 1 emissions", "926", "2024"),
    ("a figure of the whole, not of a part of it", PARTS, "405-1", "Women\t", "35.1", "2024"),
    ("a row, not the words above it", WORDS + GASES, "305-2", "Scope 2\t", "2,812", "2024"),
]


@pytest.mark.parametrize(
    ("body", "code", "begins", "printed", "period"), [one[1:] for one in FIRST], ids=[one[0] for one in FIRST]
)
def test_the_first_passage_holds_the_figure(body: str, code: str, begins: str, printed: str, period: str) -> None:
    text, first = _suggested(body, code)[0]
    assert text.startswith(begins)
    assert (first.fact.printed, first.fact.period) == (printed, period)
    assert first.score >= THRESHOLD


def test_in_chinese_as_well() -> None:
    text, first = _suggested(GASES, "305-2", document=1)[0]
    assert text.startswith("範圍二")
    assert first.fact.printed == "2,812"


def test_several_rows_of_a_table_are_suggested_and_no_more_than_two() -> None:
    texts = [text for text, one in _suggested(GASES, "305-2") if one.fact]
    assert len(texts) == 2


@pytest.mark.parametrize("code", ["305-1", "305-2", "A1.3", "A2.2", "B1.2"])
@pytest.mark.parametrize("body", [WORDS, GASES, WASTE, WORDS + GASES + WASTE], ids=["words", "gases", "waste", "all"])
def test_nothing_without_a_figure_reaches_the_threshold(body: str, code: str) -> None:
    found = [one for _, one in _suggested(body, code)]
    assert all(one.fact or one.score < THRESHOLD for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_a_factor_is_no_answer() -> None:
    method = "<section><h1>Scope 2</h1><p>Scope 2 emissions: diesel has 2.69 tCO2e per kl.</p></section>"
    assert [one.score < THRESHOLD for _, one in _suggested(method, "305-2")] == [True]


TWIN = GASES.replace('<tr id="two"', '<tr id="two" data-disclosure="gri:305-2"')


def test_the_row_with_the_twin_s_tag_comes_first_and_is_surer() -> None:
    year = {"claims": {"hkex-esg": "comply-or-explain", "gri": "with-reference"}, "year": date(2025, 1, 1)}
    plain, twin = (assessed(body.replace("2024", "2025"), **year) for body in (GASES, TWIN))
    firsts = [a.suggester.for_disclosure(row(a, "28(b)").disclosure)[0] for a in (plain, twin)]
    texts = [a.report.documents[0].passages[one.passage].text for a, one in zip((plain, twin), firsts, strict=True)]
    assert texts == ["Scope 2\ttCO2e\t2,960\t2,812"] * 2
    assert firsts[1].score > firsts[0].score


def test_a_twin_s_tag_on_a_section_says_nothing_of_a_row() -> None:
    bodies = GASES, GASES.replace('<section id="gases"', '<section id="gases" data-disclosure="gri:305-1"')
    found = [_suggested(body, "305-2")[0][1].score for body in bodies]
    assert found[0] == pytest.approx(found[1], abs=3)


def test_what_asks_for_no_figure_gets_none() -> None:
    assert {one.fact for _, one in _suggested(GASES + WASTE, "A1")} == {None}
