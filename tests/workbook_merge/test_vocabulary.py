"""Words as people type them, and places one after the other."""

import pytest

from disclosure_index.messages import render, states
from disclosure_index.model import LANGUAGES, Status
from disclosure_index.outputs.xlsx.columns import YES
from disclosure_index.workbook_merge.vocabulary import fold, mark_of, meaning, parts, reason_of, status_of
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


MARKED = (
    [
        "yes",
        "Yes",
        "Ｙ",
        "y",
        "x",
        "X",
        "true",
        "TRUE",
        "1",
        "✓",
        "✔",
        "√",
        "ok",
        "是",
        "已复核",
        "已覆核",
        "已審閱",
        "对",
        "對",
    ],
    True,
)
UNMARKED = (["", " ", "no", "No", "n", "N", "false", "FALSE", "0", "否", "未复核", "未覆核"], False)
NEITHER = (["yes?", "no?", "Chan", "2", "maybe", "?"], None)


@pytest.mark.parametrize(
    ("text", "mark"), [(text, mark) for texts, mark in (MARKED, UNMARKED, NEITHER) for text in texts]
)
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


@pytest.mark.parametrize("sign", "‘’‚‛′`´")
def test_every_single_quote_is_an_apostrophe(sign):
    assert fold(f"a{sign}b") == "a'b"


@pytest.mark.parametrize("sign", "“”„‟″「」『』")
def test_every_double_quote_is_a_plain_one(sign):
    assert fold(f"a{sign}b") == 'a"b'


@pytest.mark.parametrize("sign", "‐‑‒–—―−－︱")
def test_every_dash_is_a_hyphen(sign):
    assert fold(f"a {sign} b") == "a - b"


@pytest.mark.parametrize(("one", "other"), [("why?", "why'"), ("why?", 'why"'), ("why?", "why-"), ("ab", "a b")])
def test_words_that_are_not_alike(one, other):
    assert fold(one) != fold(other)


# column, two texts in it, whether a cell that held one and holds the other now was typed in
MEANINGS = [
    ("status", "Omitted", "从略", False),
    ("status", "omitted", "missing", True),
    ("status", "soon", " SOON ", False),
    ("status", "soon", "later", True),
    ("reason", "Not material", "not-material", False),
    ("reason", "not-material", "not-applicable", True),
    ("reason", "Too dear", "too  dear", False),
    ("reason", "too dear", "too far", True),
    ("reviewed", "yes", "✓", False),
    ("reviewed", "", "no", False),
    ("reviewed", "yes", "", True),
    ("reviewed", "Chan", "CHAN", False),
    ("reviewed", "Chan", "Lee", True),
    ("owner", "Chan  Tai\nMan", " Chan Tai Man ", False),
    ("owner", "chan", "Chan", True),
    ("owner", "ChanTai", "Chan Tai", True),
    ("owner", "omitted", "从略", True),
    ("section", "Air； Water", "Air; Water", False),
    ("section", "Air；Water", "Air;  Water", False),
    ("section", "Air; Water", "Air Water", True),
    ("note", "see  the annex", "see the annex", False),
    ("note", "one\n\ntwo\n", "one\ntwo", False),
    ("note", "one\ntwo", "one two", True),
    ("note", "onetwo", "one two", True),
    ("note", "Annex", "annex", True),
    ("explanation", "We own\r\nnone.", " We own \n none. ", False),
    ("explanation", "We own\nnone.", "We own none.", True),
    ("explanation", "yes", "✓", True),
]


@pytest.mark.parametrize(("column", "one", "other", "is_typed"), MEANINGS)
def test_what_two_cells_are_compared_by(column, one, other, is_typed):
    hkex = shipped().frameworks["hkex-esg"]
    assert (meaning(column, one, hkex) != meaning(column, other, hkex)) is is_typed


def test_a_text_is_compared_with_one_space_between_its_words():
    hkex = shipped().frameworks["hkex-esg"]
    assert meaning("owner", " Chan  Tai ", hkex) == "Chan Tai"
    assert meaning("note", "a  b\n\nc", hkex) == ("a b", "c")
    assert meaning("section", "Air；Water", hkex) == "Air; Water"


def test_a_section_without_a_title_is_not_named_by_an_empty_place():
    assert parts("Water;; Air", ["", "Air"]) == (["Air"], ["water"])


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
