"""`index --view filing` and `--view crosswalk`: the formats, and one framework of several."""

import csv
import io
import json

import pytest


@pytest.fixture(scope="session")
def folder(root):
    """The fictional report."""
    return root / "report_sources" / "harbour-ferries-2025"


def _csv(run, *arguments):
    """Read what csv writes: tables with an empty line between."""
    result = run("index", *arguments, "--format", "csv")
    assert result.exit_code == 0
    blocks: list[list[list[str]]] = [[]]
    for line in csv.reader(io.StringIO(result.stdout)):
        if line:
            blocks[-1].append(line)
        else:
            blocks.append([])
    return blocks


def test_csv_writes_each_table_under_its_own_header(run, folder):
    tables = _csv(run, folder, "--view", "filing", "--language", "en")
    assert [t[0][0] for t in tables] == [
        *("group", "aspect", "aspect", "pillar"),
        *("fact", "standard", "standard", "standard"),
        *("topic", "topic", "pillar", "area"),
    ]
    assert all(len(line) == len(t[0]) for t in tables for line in t)
    assert all(line[0] for t in tables for line in t)  # programs get what people see once


def test_json_has_an_object_per_table(run, folder):
    said = json.loads(run("index", folder, "--view", "filing", "--framework", "gri", "--format", "json").stdout)
    assert [table["id"] for table in said] == ["gri", "gri-general", "gri-material", "gri-topics"]


def test_people_see_a_standard_once(run, folder):
    text = run("index", folder, "--view", "filing", "--framework", "GRI", "--language", "en").stdout
    assert text.startswith("## GRI content index\n")
    assert text.count("GRI 2: General Disclosures 2021") == 1
    assert "| GRI 3: Material Topics 2021 | 3-1 " in text


@pytest.mark.parametrize("view", ["filing", "crosswalk"])
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_html_links_lead_into_the_document_of_its_language(run, folder, view, language):
    text = run("index", folder, "--view", view, "--language", language, "--format", "html").stdout
    other = {"en": "zh-Hant", "zh-Hant": "en"}[language]
    assert f"report-{language}.xhtml#" in text
    assert f"report-{other}.xhtml#" not in text


def test_crosswalk_of_one_framework_has_its_disclosures_as_rows(run, folder):
    ((head, *rows),) = _csv(run, folder, "--view", "crosswalk", "--framework", "hkex-esg")
    assert head == ["code", "title", "GRI", "SASB", "TCFD", "UNGC"]
    assert rows[0][0] == "13"
    ((head, *_),) = _csv(run, folder, "--view", "crosswalk")
    assert head[:4] == ["chapter", "section", "passage", "pages"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--view", "filing", "--framework", "sdg"], 'the report does not claim "sdg"; it claims hkex-esg, gri'),
        (["--framework", "gri"], "--framework requires --view filing or --view crosswalk"),
    ],
)
def test_framework_that_makes_no_sense_is_wrong_usage(run, folder, arguments, said):
    result = run("index", folder, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_help_says_how_csv_writes_several_tables(run):
    assert "with an empty line between" in " ".join(run("index", "--help").stdout.split())
