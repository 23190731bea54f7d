"""What is suggested for a gap, and for a passage, in each language; and what is not."""

import pickle

import pytest

from disclosure_index.suggest import THRESHOLD, Suggester
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
    found = made.for_disclosure(row(assessment, "A1.3").disclosure)
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
