"""Every verb's help says what it does, with an example that works."""

import re
import shlex

import pytest
from rich.cells import cell_len

from disclosure_index.cli import VERBS

SUBVERBS = [["frameworks", verb] for verb in ("list", "show", "lint", "diff")]
ALL = [[verb] for verb in VERBS if verb != "frameworks"] + SUBVERBS


def _examples(text: str) -> list[str]:
    _, _, said = text.partition("Options:")[0].partition("\n\n")  # what stands below the usage
    found = re.findall(r"disclosure-index (?:(?!disclosure-index|Examples?:).)+", " ".join(said.split()))
    return [example.removeprefix("disclosure-index ").strip() for example in found]


@pytest.mark.parametrize("verb", ALL, ids=" ".join)
def test_help_shows_an_example_of_the_verb(run, verb):
    result = run(*verb, "--help")
    assert (result.exit_code, result.stderr) == (0, "")
    examples = _examples(result.stdout)
    assert examples
    assert all(example.startswith(" ".join(verb)) for example in examples)


@pytest.mark.parametrize("verb", [[], *ALL], ids=" ".join)
def test_help_is_laid_out_and_not_run_together(run, verb):
    text = run(*verb, "--help").stdout
    assert "\\b" not in text
    assert not re.search(r"Examples?:[ ]+disclosure-index", text)


@pytest.mark.parametrize("verb", ALL, ids=" ".join)
def test_examples_use_options_that_exist(run, verb):
    text = run(*verb, "--help").stdout
    options = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", text.split("Options:")[1]))
    for example in _examples(text):
        used = [word for word in shlex.split(example) if re.fullmatch(r"--?[a-z][a-z-]*", word)]
        assert set(used) <= options, example


@pytest.mark.parametrize("group", [[], ["frameworks"], ["rules"], ["baseline"]], ids=" ".join)
def test_summaries_fit_eighty_columns_uncut(run, group, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    text = run(*group, "--help").stdout
    assert not [line for line in text.split("Commands:")[1].splitlines() if line.endswith("...") or len(line) > 80]


@pytest.mark.parametrize("verb", [[], *ALL], ids=" ".join)
def test_no_line_of_help_is_wider_than_eighty_columns(run, verb, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert [line for line in run(*verb, "--help").stdout.splitlines() if len(line) > 80] == []


def test_overview_names_every_verb_and_the_exit_codes(run):
    text = run("--help").stdout
    assert all(re.search(rf"^  {verb} +\S", text, re.MULTILINE) for verb in VERBS)
    assert "Exit codes: 0" in text


@pytest.mark.parametrize("verb", [[], *ALL], ids=" ".join)
def test_short_option_is_the_same(run, verb):
    assert run(*verb, "-h").stdout == run(*verb, "--help").stdout


def test_version_is_told(run):
    assert re.fullmatch(r"disclosure-index, version \d+\.\d+\.\d+\S*\n", run("--version").stdout)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["chek", "."], "check"),
        (["imprt"], "import"),
        (["Gaps"], "gaps"),
        (["baseline", "creat"], "create"),
        (["frameworks", "shwo", "gri"], "show"),
        (["rules", "lst"], "list"),
    ],
    ids=" ".join,
)
def test_misspelt_verb_names_the_nearest(run, typed, meant):
    result = run(*typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.rstrip().endswith(f"the nearest is {meant}")


def test_word_that_is_near_no_verb_is_only_refused(run):
    result = run("xyzzy")
    assert result.exit_code == 2
    assert "nearest" not in result.stderr


ENGLISH = re.compile(r"\b[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}")


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
@pytest.mark.parametrize(
    "verb", [[], *ALL, ["rules", "show"], ["baseline", "create"], ["frameworks", "new"]], ids=" ".join
)
def test_help_speaks_chinese(run, verb, language, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    text = run("--language", language, *verb, "--help").stdout
    said = [line for line in text.splitlines() if "disclosure-index " not in line and "<!--" not in line]
    assert not [line for line in said if ENGLISH.search(line)]
    assert not [line for line in said if cell_len(line) > 80 and not line.startswith("  --")]  # an option is not cut
    assert not {"Options", "Commands", "Usage", "required", "default"} & set(re.findall(r"\w+", " ".join(said)))


def test_help_in_chinese_names_what_the_english_names(run):
    english, chinese = (run("--language", language, "check", "--help").stdout for language in ("en", "zh-Hant"))
    names = re.compile(r"^  (?:-\w, )?--[a-z-]+|disclosure-index .*|\[\d.*\]", re.MULTILINE)
    assert names.findall(english)[1:] == names.findall(chinese)[1:]
