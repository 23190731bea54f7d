"""What is suggested for a gap, and for a passage, in each language; and what is not."""

import pickle
from datetime import date

import pytest

from disclosure_index.figures.numbers import figures_in
from disclosure_index.suggest import THRESHOLD, Suggester
from disclosure_index.suggest.normalised_text import phrases
from disclosure_index.suggest.query import Query, fits
from tests.support.reports import assessed, row

ENGLISH = """
<section id="about"><h1>About this report</h1><p>It covers the ferries and the piers of the group.</p></section>
<section id="data"><h1>Environmental data</h1><table>
<tr><th>Hazardous waste generated</th><td>tonnes</td><td>12.4</td></tr>
<tr><th>Non-hazardous waste generated</th><td>tonnes</td><td>310.0</td></tr>
<tr><th>Water consumption</th><td>m³</td><td>48,210</td></tr></table></section>
<section id="people"><h1>Our people</h1><p>The turnover rate of our employees was 11% in the year.</p></section>
"""
TRADITIONAL = """
<section id="about"><h1>關於本報告</h1><p>本報告涵蓋集團的渡輪及碼頭。</p></section>
<section id="data"><h1>環境數據</h1><table>
<tr><th>所產生有害廢棄物總量</th><td>噸</td><td>12.4</td></tr>
<tr><th>所產生無害廢棄物總量</th><td>噸</td><td>310.0</td></tr>
<tr><th>總耗水量</th><td>立方米</td><td>48,210</td></tr></table></section>
<section id="people"><h1>員工</h1><p>年內僱員流失比率為11%。</p></section>
"""
QUERY = Query((), (), (), (), (), (), True, ("hkex-esg", "A1"))
CLAIMS = {"hkex-esg": "comply-or-explain"}


def suggester(*bodies):
    assessment = assessed(*bodies, claims=CLAIMS)
    return assessment, Suggester(assessment.report, assessment.catalog, assessment.coverage)


def first(bodies, code, document=0):
    assessment, made = suggester(*bodies)
    found = made.for_disclosure(row(assessment, code).disclosure, document=document)
    return assessment.report.documents[document].passages[found[0].passage].text, found[0]


@pytest.mark.parametrize("document", [0, 1])
@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("A1.3", ("Hazardous waste generated\ttonnes\t12.4", "所產生有害廢棄物總量\t噸\t12.4")),
        ("A1.4", ("Non-hazardous waste generated\ttonnes\t310.0", "所產生無害廢棄物總量\t噸\t310.0")),
        ("A2.2", ("Water consumption\tm³\t48,210", "總耗水量\t立方米\t48,210")),
        ("B1.2", ("The turnover rate of our employees was 11% in the year.", "年內僱員流失比率為11%。")),
        ("15", ("It covers the ferries and the piers of the group.", "本報告涵蓋集團的渡輪及碼頭。")),
    ],
)
def test_the_passage_that_answers_comes_first_in_each_language(code, said, document):
    assert first((ENGLISH, TRADITIONAL), code, document)[0] == said[document]


def test_the_reason_is_given_as_it_stands_there():
    _, suggestion = first((ENGLISH,), "A1.3")
    assert suggestion.matched == ("Hazardous waste generated", "12.4 tonnes")
    _, suggestion = first((ENGLISH, TRADITIONAL), "A1.3", 1)
    assert suggestion.matched[-1] == "12.4 噸"
    assert any("有害廢棄物" in word for word in suggestion.matched)


def test_what_the_text_does_not_answer_stays_below_the_threshold():
    _, suggestion = first((ENGLISH,), "B7.1")
    assert suggestion.score < THRESHOLD


@pytest.mark.parametrize(
    ("code", "said", "headings", "document"),
    [
        ("B8.1", "Education and health.", ("Catering", "Community investment"), 0),
        ("B8.1", "教育及健康。", ("餐飲", "社區投資"), 1),
        ("B7.2", "設有舉報熱線。", ("餐飲", "反貪污"), 1),
    ],
)
def test_of_two_passages_alike_the_one_under_the_heading_of_the_topic_comes_first(code, said, headings, document):
    body = "<p>Ferries. 渡輪。</p>" + "".join(f"<section><h1>{title}</h1><p>{said}</p></section>" for title in headings)
    assessment, made = suggester(body, body)
    best = made.for_disclosure(row(assessment, code).disclosure, document=document)[0]
    read = assessment.report.documents[document]
    assert [s.title for s in read.path_of(read.passages[best.passage].section)] == [headings[1]]


def test_each_section_is_suggested_once():
    assessment, made = suggester(ENGLISH)
    found = made.for_disclosure(row(assessment, "A1").disclosure)
    sections = [assessment.report.documents[0].passages[s.passage].section for s in found]
    assert len(sections) == len(set(sections)) == 3


def test_a_passage_leads_to_its_disclosures():
    assessment, made = suggester(ENGLISH)
    passages = assessment.report.documents[0].passages
    leads = {p.text.split("\t")[0]: made.for_passage(0, n, 1) for n, p in enumerate(passages) if "\t" in p.text}
    assert {label: found[0].disclosure.code for label, found in leads.items()} == {
        "Hazardous waste generated": "A1.3",
        "Non-hazardous waste generated": "A1.4",
        "Water consumption": "A2.2",
    }


def test_a_report_without_a_word_has_no_suggestions():
    assessment, made = suggester("")
    assert made.for_disclosure(row(assessment, "A1.3").disclosure) == ()


def test_same_input_gives_the_same_suggestions_and_they_can_be_pickled():
    assessment, made = suggester(ENGLISH)
    again = Suggester(assessment.report, assessment.catalog, assessment.coverage)
    wanted = row(assessment, "A2.2").disclosure
    assert pickle.loads(pickle.dumps(made.for_disclosure(wanted))) == again.for_disclosure(wanted)


METHODS = """
<section id="about"><h1>About</h1><p>Method: GHG Protocol, location-based for the power of the grid (Scope 2); the
factor of diesel is 2.69 tCO2e per kl, that of the grid is the supplier's.</p>
<p>Hazardous waste is weighed when it leaves the yard, and a licensed firm takes it away; hazardous waste of the offices
is not weighed.</p><p>我們按用電的間接排放（範圍2）採用地區電力排放因子，柴油為 2.69 噸二氧化碳當量/千升。</p></section>
<section id="figures"><h1>Figures</h1><table>
<tr><th>Item</th><th>Unit</th><th>2025</th></tr>
<tr><td>Scope 1</td><td>tCO2e</td><td>412</td></tr>
<tr><td>Scope 2, location-based</td><td>tCO2e</td><td>2,812</td></tr>
<tr><td>Hazardous waste</td><td>tonnes</td><td>12.4</td></tr>
<tr><td>Electricity</td><td>MWh</td><td>4,100</td></tr></table></section>
"""


@pytest.mark.parametrize(
    ("code", "year", "figure"),
    [("28(b)", 2025, "2,812 tCO2e"), ("A1.3", 2024, "12.4 tonnes"), ("A1.3", 2025, "12.4 tonnes")],
)
def test_passage_with_the_figure_comes_before_one_on_the_method(code, year, figure):
    assessment = assessed(METHODS, claims=CLAIMS, year=date(year, 1, 1), published=date(year + 1, 4, 30))
    made = Suggester(assessment.report, assessment.catalog, assessment.coverage)
    found = made.for_disclosure(row(assessment, code).disclosure)
    assert found[0].matched[-1] == figure
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The factor is 2.69 tCO2e per kl.", "tCO2e"),
        ("The factor is 0.5 tCO2e/MWh.", "tCO2e"),
        ("排放因子為 2.69 噸二氧化碳當量/千升", "吨二氧化碳当量"),
    ],
)
def test_factor_is_no_amount(text, unit):
    [figure] = figures_in(text)
    assert not fits(QUERY._replace(units=tuple(phrases([unit]))), figure)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("2.69 tCO2e in all", "tCO2e"), ("25 hours per employee", "hours"), ("0.3 tonnes per vehicle", "tonnes")],
)
def test_amount_fits(text, unit):
    [figure] = figures_in(text)
    assert fits(QUERY._replace(units=tuple(phrases([unit]))), figure)
