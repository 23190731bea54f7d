"""English, simplified and traditional Chinese are equals: heads, titles, statuses, and columns that stand straight."""

import csv
import io
import json

import pytest
from rich.cells import cell_len

from disclosure_index.messages import in_languages, render, states
from disclosure_index.model import Status
from disclosure_index.tables.columns import HEADS

LANGUAGES = ["en", "zh-Hans", "zh-Hant"]
A1_3 = {"en": "Hazardous waste", "zh-Hans": "有害废弃物总量", "zh-Hant": "有害廢棄物總量"}


@pytest.fixture(scope="module")
def demo(root):
    """The real report, in simplified Chinese."""
    return root / "report_sources" / "alibaba-2024"


@pytest.fixture(scope="module")
def gaps(run, demo):
    """What `gaps` prints of it, in each language."""
    return {language: run("gaps", demo, "--language", language).stdout for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_gaps_are_headed_and_titled_in_the_language(gaps, language):
    text = gaps[language]
    heads = text.splitlines()[1].split()
    assert " ".join(heads).startswith(render(HEADS["framework"], language))
    assert render(HEADS["look"], language) in text
    (line,) = [line for line in text.splitlines() if " A1.3 " in line]
    assert A1_3[language] in line
    assert render(states.STATUS[Status.MISSING], language) in line


def test_gaps_speak_the_report_s_language_by_default(run, demo, gaps):
    assert run("gaps", demo).stdout == gaps["zh-Hans"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_stand_straight_whatever_the_width_of_characters(gaps, language):
    lines = [line for line in gaps[language].splitlines() if " HKEX " in line]
    assert len(lines) == 8
    status = render(states.STATUS[Status.MISSING], language)
    assert len({cell_len(line[: line.rindex(status)]) for line in lines if status in line}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_table_is_wider_than_its_terminal_would_be(gaps, language):
    assert max(map(cell_len, gaps[language].splitlines())) <= 120


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", ["sections", "disclosures", "principles"])
@pytest.mark.sampled(4)
def test_index_for_people_is_headed_in_the_language(run, demo, language, view):
    for form in ("markdown", "html"):
        text = run("index", demo, "--view", view, "--format", form, "--language", language).stdout
        assert render(HEADS["section"], language) in text
        others = {*in_languages(HEADS["section"])} - {render(HEADS["section"], language)}
        assert not any(f'<th scope="col">{other}</th>' in text or f"| {other} |" in text for other in others)
        if form == "html":
            assert f'<html lang="{language}">' in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_csv_and_json_name_their_columns_alike_in_every_language(run, demo, language):
    arguments = ["index", demo, "--view", "disclosures", "--language", language]
    rows = list(csv.DictReader(io.StringIO(run(*arguments, "--format", "csv").stdout)))
    tables = json.loads(run(*arguments, "--format", "json").stdout)
    assert list(rows[0])[:4] == ["framework", "edition", "group", "code"]
    assert next(row for table in tables for row in table["rows"]).keys() == rows[0].keys()
    (row,) = [r for r in rows if r["code"] == "A1.3"]
    assert A1_3[language] in row["title"]
    assert row["status"] == render(states.STATUS[Status.MISSING], language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_explain_titles_in_the_language_of_the_report(run, make_report, language):
    folder = make_report(
        "<p>…</p>", language=language, project='[profile]\nboard = "gem"\n[[frameworks]]\nid = "hkex-esg"\n'
    )
    assert run("explain", "A1.3", folder).stdout.splitlines()[0].startswith(f"hkex-esg:A1.3@2020 {A1_3[language]}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_check_titles_in_the_language_of_the_report(run, make_report, language):
    folder = make_report(
        "<p>…</p>", language=language, project='[profile]\nboard = "gem"\n[[frameworks]]\nid = "hkex-esg"\n'
    )
    titles = {"en": "Emissions", "zh-Hans": "排放物", "zh-Hant": "排放物"}
    assert f'HKEX A1 "{titles[language]}' in run("check", folder).stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_frameworks_show_titles_in_the_language(run, language):
    text = run("frameworks", "show", "hkex-esg:A1.3@2020", "--language", language).stdout
    assert text.splitlines()[0].startswith(f"hkex-esg:A1.3@2020  {A1_3[language]}")
    listed = run("frameworks", "show", "hkex-esg", "--language", language).stdout.splitlines()
    assert len(listed) == 57 + 149
    assert any(line.startswith(f"hkex-esg:A1.3@2020  {A1_3[language]}") for line in listed)


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_index_takes_sections_from_the_document_in_the_language(run, root, language):
    folder = root / "report_sources" / "harbour-ferries-2025"
    text = run("index", folder, "--language", language).stdout
    assert ("員工" in text, "People" in text) == (language == "zh-Hant", language == "en")
    assert f"report-{language}.xhtml#" in text


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_gaps_point_into_the_document_in_the_language(run, root, language):
    folder = root / "report_sources" / "harbour-ferries-2025"
    table = json.loads(run("gaps", folder, "--language", language, "--format", "json").stdout)[0]
    (row,) = [r for r in table["rows"] if r["code"] == "28(b)"]
    assert row["look"] == {"en": "Greenhouse gases", "zh-Hant": "溫室氣體"}[language]


def test_no_gaps_is_said_in_the_language(run, make_report):
    said = {language: run("gaps", make_report(language=language)).stdout for language in LANGUAGES}
    assert said["en"] == "no gaps\n"
    assert len(set(said.values())) == 3, said


@pytest.mark.sampled(3)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", [("gaps",), ("explain", "A1.3"), ("check", "--format", "concise")])
def test_language_stands_before_the_verb_as_behind_it(run, demo, language, words):
    before = run("--language", language, *words, demo)
    assert before.stdout
    behind = run(*words, demo, "--language", language)
    assert (before.exit_code, before.stdout, before.stderr) == (behind.exit_code, behind.stdout, behind.stderr)


def test_language_before_a_verb_reaches_the_verbs_inside_it(run):
    assert run("--language", "zh-Hant", "rules", "list").stdout == run("rules", "list", "--language", "zh-Hant").stdout


def test_language_behind_the_verb_wins(run, demo):
    both = run("--language", "zh-Hant", "explain", "A1.3", demo, "--language", "en")
    assert both.stdout == run("explain", "A1.3", demo, "--language", "en").stdout
