"""Texts as they are compared: what is the same in two scripts or spellings is the same here, and opposites are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.suggest.matched_words import as_it_stands
from disclosure_index.suggest.normalised_text import normal, normals, phrases, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("範圍一排放", "范围1排放"),
        ("範疇 2", "范围二"),
        ("Scope 1 and 2 emissions", "scope 1 scope 2 emission"),
        ("Scopes 1–3", "scope 1 scope 2 scope 3"),
        ("範圍一、二及三", "范围 1 范围 2 范围 3"),
        ("Ｈａｚａｒｄｏｕｓ　ＷＡＳＴＥ", "hazardous wastes"),
        ("organisations", "organization's".replace("'s", "s")),
        ("CO₂e", "CO2e"),
        ("溫室氣體", "温室气体"),
    ],
)
def test_the_same_is_the_same(one, other):
    assert normal(one) == normal(other)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Non-hazardous waste", "hazardous waste"),
        ("nonhazardous waste", "hazardous waste"),
        ("非危險廢物", "危险废物"),
        ("不可再生能源", "可再生能源"),
        ("Scope 12", "scope 1"),
        ("indirect emissions", "direct emissions"),
        ("wasted", "waste oil"),
    ],
)
def test_what_only_looks_alike_is_not_found(text, phrase):
    assert phrases([phrase])[0] not in normal(text)


def test_words_of_chinese_are_pairs():
    assert words(normal("總耗水量 12 噸")) == ["总耗", "耗水", "水量", "吨"]


@given(st.lists(st.text(max_size=60), max_size=8))
def test_many_texts_have_the_same_forms_as_each_by_itself(texts):
    cleared = [text.replace("\x1e", " ") for text in texts]
    assert [form.split() for form in normals(texts)] == [normal(text).split() for text in cleared]


@given(st.text(max_size=80))
def test_what_is_found_stands_there(text):
    found = [as_it_stands(word, text) for word in words(normal(text))]
    assert all(piece in text for piece in found)
