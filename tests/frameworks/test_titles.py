"""Titles of the shipped frameworks: there in three languages, in the field's words, each in its own form of Chinese."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from disclosure_index.model import LANGUAGES, Framework, Titles
from tests.support.reports import shipped

CATALOG = shipped()
CHINESE = ("zh-Hans", "zh-Hant")
IDS = sorted(CATALOG.frameworks)
GLOSSARY = tomllib.loads((Path(__file__).parents[1] / "messages" / "glossary.toml").read_text("utf-8"))["term"]
OF_THE_PROGRAM = {
    "project file", "baseline", "reason for omission", "tag", "reviewed", "example",
    "file, and where it is kept", "search",
}  # fmt: skip
HONG_KONG_ALONE = ["实务", "优次", "宽免", "持份者", "资讯", "质素", "私隐", "市场推广", "雇员", "贪污", "检讨", "监察"]
NOT_IN_TITLES = {
    # What a title of every framework says otherwise: 物理風險, 管治, 僱員, 資料 or 數據, 私隱, 營運, 系統, 循環再造 ...
    "zh-Hant": [
        "實體風險", "過渡風險", "治理", "員工(?!作)", "信息", "隱私", "運營", "營銷", "戰略", "敞口", "腐敗", "填埋",
        "焚燒", "合同", "承包商", "監測", "患者", "盡職調查", "強迫勞動", "法律(?:明文)?禁止", "空氣質量", "循環利用",
        "(?<!核算)體系", "實踐", "範疇[123]", "揭露", "永續", "利害關係人",
    ],
    "zh-Hans": ["实体风险", "过渡风险", "法律(?:明文)?禁止", "揭露", "永续", "利害关系人"],
}  # fmt: skip
HKSCS = frozenset("呋")  # traditional as well, though Big5 has it only with Hong Kong's supplement
SIMPLIFIED_IN_BIG5 = frozenset("万与么于云价优体党几厂听坏庄异怀怜据挂机杰构柜气灶痒种网胜腊虫蚕触适")  # 體 as 体


def titles_of(framework: Framework) -> Iterator[tuple[str, Titles]]:
    """Yield every title of a framework, with what it is of."""
    yield framework.id, framework.title
    for disclosure in framework.disclosures:
        yield disclosure.uid, disclosure.title
    for item in (*framework.groups, *framework.editions, *framework.reasons):
        yield item.id, item.title
    for topic in framework.sector_topics:
        yield topic.number, topic.title


def has(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def of_the_other_form(text: str, language: str) -> list[str]:
    """Return the characters that only the other form of Chinese has."""
    ours, theirs = ("gb2312", "big5") if language == "zh-Hans" else ("big5", "gb2312")
    alone = {c for c in text if "\u4e00" <= c <= "\u9fff" and has(theirs, c) and not has(ours, c)} - HKSCS
    found = alone | (SIMPLIFIED_IN_BIG5 & set(text) if language == "zh-Hant" else set())
    return sorted(found, key=text.index)


@pytest.mark.parametrize("framework", IDS)
def test_every_title_is_there_in_the_three_languages(framework):
    defined = CATALOG.frameworks[framework]
    assert [id for id, title in titles_of(defined) if not set(LANGUAGES) <= title.keys()] == []


@pytest.mark.parametrize("language", CHINESE)
@pytest.mark.parametrize("framework", IDS)
def test_titles_are_in_one_form_of_chinese(framework, language):
    titles = {title[language] for _, title in titles_of(CATALOG.frameworks[framework])}
    assert {title: wrong for title in titles if (wrong := of_the_other_form(title, language))} == {}


@pytest.mark.parametrize(
    ("text", "language", "wrong"),
    [
        ("温室气体排放", "zh-Hant", "温气体"),
        ("碳價格机制", "zh-Hant", "机"),
        ("溫室氣體排放", "zh-Hans", "溫氣體"),
        ("雇員人数", "zh-Hans", "員"),
        ("皇后里程", "zh-Hant", ""),
        ("呋喃", "zh-Hant", ""),
    ],
)
def test_a_character_of_the_other_form_is_seen(text, language, wrong):
    assert "".join(of_the_other_form(text, language)) == wrong


@pytest.mark.parametrize("language", CHINESE)
@pytest.mark.parametrize("term", [t for t in GLOSSARY if t["means"] not in OF_THE_PROGRAM], ids=lambda t: t["means"])
def test_titles_hold_the_glossary(term, language):
    words = term.get(language, {"not": []})["not"]
    titles = {title[language] for id in IDS for _, title in titles_of(CATALOG.frameworks[id])}
    assert [title for title in titles for word in words if re.search(word, title)] == []


@pytest.mark.parametrize(("language", "word"), [(language, w) for language in CHINESE for w in NOT_IN_TITLES[language]])
def test_a_thing_has_one_term_in_the_titles_of_all_frameworks(language, word):
    titles = {title[language] for id in IDS for _, title in titles_of(CATALOG.frameworks[id])}
    assert [title for title in titles if re.search(word, title)] == []


@pytest.mark.parametrize("framework", ["gri", "ifrs-s1", "ifrs-s2", "sasb", "sdg", "tcfd"])
def test_simplified_titles_use_the_words_of_the_mainland(framework):
    """Those of the Exchange, and of the Principles that speak of 贪污, are Hong Kong's."""
    titles = {title["zh-Hans"] for _, title in titles_of(CATALOG.frameworks[framework])}
    assert [title for title in titles for word in HONG_KONG_ALONE if word in title] == []


@pytest.mark.parametrize("language", CHINESE)
def test_metrics_of_one_english_title_have_one_chinese_one(language):
    translated = defaultdict(set)
    for disclosure in CATALOG.frameworks["sasb"].disclosures:
        translated[disclosure.title["en"]].add(disclosure.title[language])
    assert {english: titles for english, titles in translated.items() if len(titles) > 1} == {}


@pytest.mark.parametrize("language", CHINESE)
def test_metrics_of_an_industry_are_told_apart_by_their_titles(language):
    titles = defaultdict(list)
    for disclosure in CATALOG.frameworks["sasb"].disclosures:
        titles[disclosure.part, disclosure.edition, disclosure.title[language]].append(disclosure.code)
    assert {title: codes for title, codes in titles.items() if len(codes) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("framework", ["hkex-esg", "ifrs-s1", "ifrs-s2"])
def test_a_paragraph_says_what_it_asks_without_its_heading(framework, language):
    """A title is read alone, in a list of gaps: no "Monitoring" and no "Integration", of what is not said."""
    empty = {
        "monitoring", "integration", "period", "base period", "resourcing", "inputs and parameters", "when performed",
        "scope 1", "scope 2", "scope 3", "监察", "監察", "监察方式", "監察方式", "整合", "期间", "期間",
        "基准期", "基準期", "资源", "資源", "流程的变化", "流程的變化", "流程的变动", "流程的變動", "范围1", "範圍1",
        "进行时间", "進行時間",
    }  # fmt: skip
    named = CATALOG.frameworks[framework].disclosures
    assert [d.uid for d in named if d.title[language].lower() in empty] == []
    repeated = re.compile(r"目标：目标|目標：目標|流程的流程|^(?:风险|機遇|風險|机遇)的流程")
    assert [d.uid for d in named if repeated.search(d.title[language])] == []
