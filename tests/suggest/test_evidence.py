"""Which datapoints a passage seems to answer, and why: in each language, with a figure where one is asked for."""

import pytest

from disclosure_index.model import parse_reference
from disclosure_index.suggest.evidence import evidence
from tests.support.reports import assessed, shipped


def of(code):
    return shipped().find(parse_reference(code))[-1]


CASES = [
    (
        "hkex-esg:B1.1@2020",
        ["Male: 1,204; female: 812", "Aged under 30: 310", "Hong Kong: 1,900"],
        {
            "gender": ("Male", "female", "1,204"),
            "age-group": ("under 30", "Aged", "30"),
            "geographical-region": ("Hong Kong", "1,900"),
        },
    ),
    (
        "hkex-esg:B1.1@2020",
        ["男性\t人\t1,204", "全職\t人\t1,790"],
        {"gender": ("男", "1,204 人"), "employment-type": ("全職", "1,790 人")},
    ),
    (
        "hkex-esg:A1.2@2020",
        ["范围一排放 1,204 吨", "排放强度为每百万元收入 8.1 吨"],
        {"scope-1": ("范围一", "1,204 吨"), "intensity": ("强度", "每百万元", "8.1 吨")},
    ),
    ("hkex-esg:B1.1@2020", ["We value men and women alike."], {}),
    (
        "hkex-esg:B7@2020",
        ["We forbid bribery and obey all laws and regulations."],
        {"compliance": ("laws and regulations",)},
    ),
]


@pytest.mark.parametrize(("code", "texts", "found"), CASES)
def test_words_and_figures(code, texts, found):
    said = evidence(texts, of(code))
    assert {point: said.get(point) for point in found} == found
    assert found or said == {}


def test_what_is_answered_in_part_is_told_with_what_the_tagged_text_seems_to_say():
    said = "Male 12, female 8; aged under 30: 5."
    body = f'<section><h1>People</h1><p data-disclosure="hkex-esg:B1.1#gender">{said}</p></section>'
    [finding] = [
        f for f in assessed(body, claims={"hkex-esg": "comply-or-explain"}).verdict.findings if f.rule == "DI103"
    ]
    assert finding.hint.startswith("The tagged text seems to give age-group (under 30, aged, ")
    assert (
        "Tag the passage that answers it as hkex-esg:B1.1#employment-type,age-group,geographical-region" in finding.hint
    )
