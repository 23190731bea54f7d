"""What a disclosure asks for in the reader's language, and what `frameworks lint` tells of the Chinese texts."""

import pickle

import pytest

from disclosure_index.catalog.translations import Text, Texts
from disclosure_index.catalog.translations_lint import lint_texts
from disclosure_index.model import Datapoint, Disclosure, Framework

POINTS = (Datapoint("total", "Total"), Datapoint("intensity", "Intensity", optional=True))
WATER = Disclosure("toy", "A2", "1", {"en": "Water"}, summary="Give the water.", datapoints=POINTS, part="TOY 1")
ENGLISH = Text("Give the water.", {"total": "Total", "intensity": "Intensity"})

FULL = """
framework = "toy"
part = "TOY 1"

[[text]]
code = "a2"
zh-Hans = { summary = "提供用水量。", datapoints = { total = "总量", intensity = "强度" } }
zh-Hant = { summary = "提供用水量。", datapoints = { total = "總量", intensity = "強度" } }
"""


@pytest.fixture
def folder(tmp_path):
    """Definitions with the texts of one part, as a function of their file; each is read once."""

    def write(text):
        root = tmp_path / str(len(list(tmp_path.iterdir())))
        file = root / "toy" / "chinese" / "toy-1.toml"
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
        return {"toy": root / "toy"}

    return write


@pytest.fixture
def told(folder):
    """What lint tells of a file, after a change to it."""

    def lint(old="", new="", *rows):
        assert old in FULL
        texts = Texts(folder(FULL.replace(old, new, 1)))
        toy = Framework("toy", "TOY", {"en": "Toys"}, "Nobody", disclosures=(WATER, *rows))
        return [(f.rule, f.location.line, f.message.partition(" > ")[2]) for f in lint_texts(toy, texts)]

    return lint


def test_each_language_has_its_own(folder):
    texts = Texts(folder(FULL))
    assert texts.of(WATER, "en") == ENGLISH
    assert texts.of(WATER, "zh-Hans") == Text("提供用水量。", {"total": "总量", "intensity": "强度"})
    assert texts.of(WATER, "zh-Hant").datapoints == {"total": "總量", "intensity": "強度"}


def test_what_is_not_there_is_english(folder):
    assert Texts().of(WATER, "zh-Hant") == ENGLISH
    assert Texts(folder("")).of(WATER, "zh-Hant") == ENGLISH
    texts = Texts(folder(FULL.replace('summary = "提供用水量。", ', "").replace('total = "总量", ', "")))
    assert texts.of(WATER, "zh-Hans") == Text("Give the water.", {"total": "Total", "intensity": "强度"})


@pytest.mark.parametrize(
    "broken",
    ["[[text]", "text = 3", "text = [3]", '[[text]]\ncode = "A2"\nzh-Hans = 1', FULL.replace('"总量"', "7")],
    ids=["no TOML", "no list", "no table", "no texts", "no text"],
)
def test_what_cannot_be_read_is_english(folder, broken):
    assert Texts(folder(broken)).of(WATER, "zh-Hans").datapoints["total"] == "Total"


def test_a_row_of_an_edition_is_of_that_edition_alone(folder):
    texts = Texts(folder(FULL.replace('code = "a2"', 'code = "A2"\nedition = "2"')))
    assert texts.of(WATER, "zh-Hans") == ENGLISH
    assert texts.of(WATER._replace(edition="2"), "zh-Hans").datapoints["total"] == "总量"


def test_texts_go_with_an_assessment_to_another_process(folder):
    texts = Texts(folder(FULL))
    assert pickle.loads(pickle.dumps(texts)) == texts


def test_nothing_is_told_of_whole_texts(told):
    assert told() == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ('"a2"', '"A3"', ("DI505", 5, "A3: is not defined in this part")),
        ('"TOY 1"', '"TOY 2"', ("DI505", 5, "a2: is not defined in this part")),
        ('"a2"', '"a2"\nedition = "9"', ("DI505", 5, "a2: is not defined in this part")),
        ('总量"', '总量", share = "占比"', ("DI505", 5, "a2: zh-Hans: datapoint share is not defined")),
        ('total = "總量", ', "", ("DI503", 5, "a2: zh-Hant: no title for total")),
        ('summary = "提供用水量。", ', "", ("DI503", 5, "a2: zh-Hans: no summary")),
        ("总量", "Total", ("DI503", 5, 'a2: zh-Hans: "Total" contains no Chinese characters')),
        ("總量", "总量", ("DI503", 5, 'a2: zh-Hant: 总 in "总量" belongs to the other form of Chinese')),
        ("强度", "強度", ("DI503", 5, 'a2: zh-Hans: 強 in "強度" belongs to the other form of Chinese')),
        ("zh-Hant", "zh-TW", ("DI501", 5, "text > a2 > zh-Hant: is missing")),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_row(told, old, new, finding):
    assert finding in told(old, new)


def test_a_code_that_stands_twice_is_told(told):
    row = FULL[FULL.index("[[text]]") :]
    assert told(row, row + row) == [("DI502", 9, "a2: is listed twice")]


def test_a_character_that_both_forms_have_is_of_neither(told):
    assert told("提供用水量。", "皇后里程") == []
