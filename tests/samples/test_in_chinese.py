"""The findings of the sample reports in Chinese: nothing in them is English but codes, names and what is quoted."""

import re

import pytest

from disclosure_index.cli.formats import FORMATS, render
from disclosure_index.messages import render as rendered
from disclosure_index.model import LANGUAGES

CHINESE = [language for language in LANGUAGES if language != "en"]
ENGLISH = re.compile(
    r"(?<![\w:#./>(-])(?:a|an|the|is|are|and|or|not|no|of|it|its|with|in|on|at|for|to|tag|tagged|nothing|as|by|has)(?![\w-])",
    re.IGNORECASE,
)
"""The small words without which there is no English sentence; in the reports, no title has one of them."""


@pytest.fixture(params=["alibaba", "ferries"])
def report(request):
    """Each of the sample reports, assessed."""
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("language", CHINESE)
def test_every_finding_is_told_in_chinese(report, language):
    told = [rendered(text, language) for f in report.verdict.findings for text in (f.message, f.hint)]
    assert len(told) >= 16
    assert [text for text in told if ENGLISH.search(text) or not re.search("[\u4e00-\u9fff]", text)] == []


def test_the_small_words_are_found_in_every_english_finding(report):
    assert all(ENGLISH.search(f.message) for f in report.verdict.findings)


@pytest.mark.parametrize("language", CHINESE)
def test_titles_are_in_the_language_of_the_finding(alibaba, language):
    finding = next(f for f in alibaba.verdict.findings if f.code == "A1.3")
    title = {"zh-Hans": "HKEX A1.3“有害废弃物总量”", "zh-Hant": "HKEX A1.3「有害廢棄物總量」"}[language]
    assert rendered(finding.message, language).startswith(title)


def test_english_that_is_asked_for_has_english_titles_and_else_those_of_the_report(alibaba):
    message = next(f.message for f in alibaba.verdict.findings if f.code == "A1.3")
    assert 'HKEX A1.3 "Hazardous waste produced" is' in rendered(message, "en")
    assert 'HKEX A1.3 "有害废弃物总量" is' in rendered(message, None) == message


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", CHINESE)
def test_every_format_tells_them_in_the_language(report, name, language):
    output = "".join(render(name, report, language))
    finding = next(f for f in report.verdict.findings if f.rule in ("DI302", "DI101"))
    assert rendered(finding.message, language).split("，")[-1] in output
    assert finding.message not in output
