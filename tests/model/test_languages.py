"""The languages of reports: how their tags are read, and what every one of them needs."""

import pytest

from disclosure_index.model import LANGUAGES, in_language, known_language, language_of


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en", "en"), ("EN-gb", "en"), ("zh", "zh-Hans"), ("zh-CN", "zh-Hans"), ("zh-SG", "zh-Hans"),
        ("zh-Hans-HK", "zh-Hans"), ("zh_TW", "zh-Hant"), ("zh-HK", "zh-Hant"), (" zh-Hant-MO ", "zh-Hant"),
        ("de", "de"), ("eng", "eng"), ("", ""),
    ],
)  # fmt: skip
def test_a_tag_of_any_region_is_read_as_its_language(tag, language):
    assert known_language(tag) == language


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_language_names_only_languages_that_there_are(tag):
    language = language_of(tag)
    assert {*language.nearest, *language.compared} <= set(LANGUAGES)
    assert tag in language.compared
    assert "披露".encode(language.encodings[0])


def test_a_title_that_is_missing_stands_in_the_nearest_language():
    titles = {"en": "Waste", "zh-Hans": "废弃物"}
    assert [in_language(titles, tag) for tag in (*LANGUAGES, "de")] == ["Waste", "废弃物", "废弃物", "Waste"]
