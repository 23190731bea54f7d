"""A Chinese reader finds what a disclosure asks for in Chinese, in both forms; of titles, see test_titles."""

import pytest

from tests.support.reports import shipped

CATALOG = shipped()
WHOLE = ("gri", "hkex-esg", "ifrs-s1", "ifrs-s2", "sdg", "tcfd", "ungc")


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("framework", WHOLE)
def test_every_summary_and_datapoint_is_in_both_forms_of_chinese(framework, language):
    english = []
    for d in CATALOG.frameworks[framework].disclosures:
        ours, theirs = CATALOG.texts.of(d, "en"), CATALOG.texts.of(d, language)
        english += [d.uid] if d.summary and theirs.summary == ours.summary else []
        english += [f"{d.uid}#{id}" for id, title in theirs.datapoints.items() if title == ours.datapoints[id]]
    assert english == []


@pytest.mark.parametrize("framework", sorted(CATALOG.frameworks))
def test_datapoints_of_a_disclosure_are_told_apart(framework):
    for d in CATALOG.frameworks[framework].disclosures:
        for language in ("zh-Hans", "zh-Hant"):
            titles = list(CATALOG.texts.of(d, language).datapoints.values())
            apart = {title for point in d.datapoints if (title := point.title)}
            assert len(set(titles)) == len(apart), (d.uid, language)


def test_traditional_texts_use_the_words_of_hong_kong():
    of = {d.uid: CATALOG.texts.of(d, "zh-Hant") for f in CATALOG.frameworks.values() for d in f.disclosures}
    text = "\n".join("\n".join((said.summary, *said.datapoints.values())) for said in of.values())
    mainland = (
        "信息",
        "利益相關方",
        "治理",
        "戰略",
        "隱私",
        "腐敗",
        "運營",
        "彙報",
        "範疇1",
        "範疇2",
        "盡職調查",
        "鏈接",
        "實體風險",
        "監測",
    )
    assert [word for word in mainland if word in text] == []
