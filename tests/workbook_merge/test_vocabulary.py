"""Words as people type them, and places one after the other."""

import pytest

from disclosure_index.messages import render, states
from disclosure_index.model import LANGUAGES, Status
from disclosure_index.outputs.xlsx.columns import YES
from disclosure_index.workbook_merge.vocabulary import fold, mark_of, parts, reason_of, status_of
from tests.support.reports import shipped


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", Status)
def test_status_in_every_language(language, status):
    assert status_of(f" {render(states.STATUS[status], language).upper()}\u3000") is status
    assert status_of(status.value) is status


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_mark_that_a_workbook_offers_in_every_language(language):
    assert mark_of(render(YES, language)) is True


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("framework", ["hkex-esg", "gri", "sasb", "tcfd"])
def test_reasons_in_every_language(language, framework):
    framework = shipped().frameworks[framework]
    for reason in framework.reasons:
        assert reason_of(reason.title[language].upper(), framework) == reason.id
    assert reason_of("because", framework) is None


@pytest.mark.parametrize(
    ("text", "mark"),
    [("yes", True), ("Ｙ", True), ("✓", True), ("是", True), ("TRUE", True), ("", False), (" ", False), ("no", False),
     ("否", False), ("yes?", None), ("Chan", None)],
)  # fmt: skip
def test_marks(text, mark):
    assert mark_of(text) is mark


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Scope 1” – all", '"scope 1" - ALL'),
        ("ＡＢＣ　１", "abc 1"),
        ("it’s", "it's"),
        ("「甲」", '"甲"'),
        (" a\n b ", "a b"),
    ],
)
def test_words_that_are_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("text", "named", "others"),
    [
        ("", [], []),
        ("Air", ["Air"], []),
        ("air; Water", ["Air"], ["water"]),
        ("Air； waste, and more\nWater", ["Air", "Waste, and more"], ["water"]),
        ("Air; then water", ["Air; then water"], []),
        ("Air; then water; Air", ["Air; then water", "Air"], []),
        ("Airs; an Air", [], ["airs", "an air"]),
        ("#p7; p. 25 ;; 第7页", [], ["#p7", "p. 25", "第7页"]),
    ],
)
def test_places(text, named, others):
    assert parts(text, ["Air", "Waste, and more", "Air; then water"]) == (sorted(named, key=len, reverse=True), others)
