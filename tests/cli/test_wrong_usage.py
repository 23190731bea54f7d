"""Wrong usage is said in the language that is asked for, wherever the option stands, in no words of click's."""

import re

import pytest

WRONG = (
    ("check", "--nope"),
    ("check", "--fail-on", "x"),
    ("check", "a", "b"),
    ("check", "--fix=1"),
    ("check", "--format"),
    ("explain",),
    ("suggest", "--most", "99"),
    ("suggest", "--most", "x"),
    ("query", "no-such-folder"),
    ("frobnicate",),
    ("chek",),
)


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_wrong_usage_is_said_in_chinese(run, arguments, language):
    options = [f"--language={language}"]
    result = run(arguments[0], *options, *arguments[1:])
    assert result.exit_code == 2
    assert result.stdout == ""
    first, *rest = result.stderr.splitlines()
    assert re.search("[\u4e00-\u9fff]", first)
    said = re.sub(r"\S*[-/.<=]\S*|chek|check|frobnicate|error|warning|note|[A-Z]+|\b[a-z]\b|\d+", "", first)
    assert not re.search("[a-z]{3}", said), first
    assert all("disclosure-index" in line for line in rest)


def test_the_language_may_stand_behind_the_mistake(run):
    assert "沒有選項 --nope" in run("check", "--nope", "--language", "zh-Hant").stderr
    assert "缺少 CODE" in run("explain", "--language", "zh-Hant").stderr


def test_in_english_it_is_as_click_says_it(run):
    said = run("check", "--nope").stderr
    assert said.startswith("Usage: ")
    assert "No such option" in said
    assert run("check", "--nope", "--language", "en").stderr == said


@pytest.mark.parametrize(
    ("code", "near"),
    [
        ("A9.9", None),
        ("A1.9", "hkex-esg:A1.6"),
        ("305-11", "gri:305-1"),
        ("strategi-a", "tcfd:strategy-a"),
        ("305-99", "gri:305-7"),
    ],
)
def test_only_a_code_with_one_slip_is_proposed(run, code, near):
    said = run("explain", code, "report_sources/alibaba-2024").stderr
    assert (f"did you mean {near}" in said) if near else "did you mean" not in said
