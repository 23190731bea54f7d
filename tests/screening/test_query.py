"""Questions about a screen: the saved ones, one's own, and what a query must not reach."""

import csv
import io
import json
import time

import openpyxl
import pytest

from disclosure_index.errors import ConfigError
from disclosure_index.messages import message, render
from disclosure_index.model import LANGUAGES
from disclosure_index.screening.database import ask, opened
from disclosure_index.screening.questions import QUESTIONS, VIEWS, saved
from disclosure_index.screening.results import STATE, UNFINISHED
from tests.screening.conftest import rows

EMISSIONS = "Direct (Scope 1) GHG emissions"
GOLDEN = [
    (
        "disclosure-rate",
        {},
        ("gri", "2016", "305-1", EMISSIONS, None, 3, 3, 100.0),
    ),
    (
        "missing-mandatory",
        {},
        ("Cedar Limited", "reports/cedar.md", 2024, "gri", "2021", "2-1", "Organizational details"),
    ),
    (
        "missing-comply-or-explain",
        {},
        ("阿里巴巴集团控股有限公司", "reports/tagged", 2024, "hkex-esg", 5, "A1.1, A1.3, A1.4, A2.2, B6.1"),
    ),
    (
        "peers-of",
        {"report": "reports/amber.md"},
        ("Birch Limited", "reports/birch.md", 2024),
    ),
    (
        "peers-disclose",
        {"report": "reports/tagged"},
        None,
    ),
    ("omission-reasons", {}, ("gri", "information-unavailable", 2, 2)),
    (
        "facts-of-code",
        {"framework": "gri", "code": "305-1"},
        (
            "Birch Limited",
            "reports/birch.md",
            2024,
            "2024",
            "Direct (Scope 1) GHG emissions",
            "0.5",
            500.0,
            "tCO2e",
            "2",
        ),
    ),
    ("most-missed", {}, None),
    ("passages-for-gaps", {}, None),
    ("findings-by-rule", {}, None),
    ("problems-by-kind", {}, ("no-framework", 1, 1, "reports/no-framework.md")),
    ("claims-by-framework", {}, ("gri", "with-reference", 5)),
]
"""The saved questions, their values, and a row that the answer about the small market has."""


@pytest.mark.parametrize(("name", "values", "expected"), GOLDEN, ids=[name for name, *_ in GOLDEN])
def test_saved_questions_are_answered(name, values, expected, market):
    question = next(one for one in saved(QUESTIONS) if one.name == name)
    with opened(market[0]) as connection:
        begun = time.perf_counter()
        answer = ask(connection, question.sql, values)
        assert time.perf_counter() - begun < 1
    if expected:
        assert expected in answer.rows
    assert ask_again(market[0], question.sql, values) == answer


def ask_again(folder, sql, values):
    with opened(folder) as connection:
        return ask(connection, sql, values)


def test_every_saved_question_is_asked_here():
    assert {one.name for one in saved(QUESTIONS)} == {name for name, *_ in GOLDEN}


@pytest.mark.parametrize("one", [*saved(VIEWS), *saved(QUESTIONS)], ids=lambda one: one.name)
def test_views_and_questions_have_titles_in_each_language(one):
    assert set(one.titles) == set(LANGUAGES)
    assert len(set(one.titles.values())) == len(LANGUAGES)


def test_units_are_made_equal(market):
    sql = "SELECT report, value, unit FROM facts WHERE code = '305-1' AND report LIKE '%.md'"
    with opened(market[0]) as connection:
        found = {report: (value, unit) for report, value, unit in ask(connection, sql, {}).rows}
    assert found == {
        "reports/amber.md": (120.0, "tCO2e"),
        "reports/birch.md": (500.0, "tCO2e"),
        "reports/dune.md": (2.0, "tCO2e"),
    }


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('{file}')",
        "SELECT * FROM read_text('{file}')",
        "SELECT * FROM read_parquet('{data}')",
        "SELECT * FROM '{file}'",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM read_csv('http://127.0.0.1:1/a.csv')",
        "SELECT * FROM duckdb_secrets()",
        "SELECT * FROM parquet_metadata('{data}')",
        "COPY (SELECT 1) TO '{written}'",
        "EXPORT DATABASE '{written}'",
        "ATTACH '{written}'",
        "CREATE TABLE x AS SELECT 1",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "PRAGMA database_list",
        "SELECT 1; COPY (SELECT 1) TO '{written}'",
        "SELECT * FROM connection",
        "SELECT",
        "",
    ],
)
def test_a_query_reaches_nothing_but_the_data_sets(sql, market, tmp_path):
    (tmp_path / "secret.csv").write_text("a\n1\n", "utf-8")
    data = next(market[0].glob("coverage/*/*.parquet"))
    written = tmp_path / "written"
    with opened(market[0]) as connection, pytest.raises(ConfigError):
        ask(connection, sql.format(file=tmp_path / "secret.csv", data=data, written=written), {})
    assert not written.exists()


def test_formats(market, run, tmp_path):
    sql = "SELECT report, pages, published, industries, '=1+1' AS formula FROM reports WHERE report = 'reports/tagged'"
    folder = market[0]
    (found,) = json.loads(run("query", folder, sql, "--format", "json").stdout)
    assert found == {
        "report": "reports/tagged",
        "pages": 47,
        "published": "2024-07-31",
        "industries": ["CG-EC"],
        "formula": "=1+1",
    }
    (row,) = csv.DictReader(io.StringIO(run("query", folder, sql, "--format", "csv").stdout))
    assert row["report"] == "reports/tagged"
    assert row["formula"] == "'=1+1"
    assert "| Report | Pages |" in run("query", folder, sql, "--format", "markdown").stdout
    assert "報告" in run("query", folder, sql, "--language", "zh-Hant").stdout
    for name in ("a.xlsx", "b.xlsx"):
        assert run("query", folder, sql, "--format", "xlsx", "-o", tmp_path / name).exit_code == 0
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert [cell.value for cell in sheet[2]][-1] == "=1+1"
    assert sheet["E2"].data_type == "s"
    assert sheet["B2"].value == 47
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_view_or_a_data_set_by_its_name_is_all_of_it(market, run):
    found = json.loads(run("query", market[0], "problems", "--format", "json").stdout)
    assert len(found) == len(rows(market[0], "problems")) == 2
    assert json.loads(run("query", market[0], "gaps", "--format", "json").stdout)


def test_list_names_everything_in_the_language_asked_for(market, run):
    said = run("query", market[0], "--list", "--language", "zh-Hans")
    assert said.exit_code == 0
    assert all(one.name in said.stdout for one in (*saved(VIEWS), *saved(QUESTIONS)))
    assert "从略原因" in said.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["misssing-mandatory"], 2, "missing-mandatory"),
        (["peers-of"], 2, "--set NAME=VALUE: report"),
        (["SELECT * FROM nothing"], 2, "nothing"),
        ([], 2, "--list"),
        (["gaps", "--list"], 2, "--list"),
        (["gaps", "--format", "xlsx"], 2, "-o"),
    ],
)
def test_wrong_questions_are_refused(arguments, code, said, market, run):
    result = run("query", market[0], *arguments)
    assert result.exit_code == code
    assert said in result.stderr
    assert result.stdout == ""


def test_a_folder_without_a_screen_could_not_be_checked(run, tmp_path):
    said = run("query", tmp_path, "gaps")
    assert said.exit_code == 3
    assert "no screen here" in said.stderr


def test_of_an_unfinished_screen_the_answer_has_a_caveat(market, run):
    mark = market[0] / STATE / UNFINISHED
    mark.touch()
    try:
        said = run("query", market[0], "problems")
        page = run("screen", "--report", market[0], "-o", market[0].parent / "page.html")
    finally:
        mark.unlink()
    assert said.exit_code == 3
    assert "not finished" in said.stderr
    assert "no-framework" in said.stdout
    assert page.exit_code == 0
    assert "not finished" in (market[0].parent / "page.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "title"), [("zh-Hant", "直接（範圍1）溫室氣體排放"), ("en", "Direct (Scope 1) GHG emissions")]
)
def test_titles_of_disclosures_are_in_the_language_asked_for(market, run, language, title):
    asked = "SELECT DISTINCT framework, code, title FROM coverage WHERE code = '305-1'"
    said = json.loads(run("query", market[0], asked, "--format", "json", "--language", language).stdout)
    assert [row["title"] for row in said] == [title]


def test_no_two_heads_of_the_list_are_the_same(market, run):
    for language in ("en", "zh-Hans", "zh-Hant"):
        table = run("query", market[0], "--list", "--format", "markdown", "--language", language).stdout
        heads = [head.strip() for head in table.split("\n| ---")[0].splitlines()[-1].strip("|").split("|")]
        assert len(set(heads)) == len(heads) == 3


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_an_empty_answer_says_that_it_is_one(market, run, language):
    said = run("query", market[0], "SELECT report FROM gaps WHERE false", "--language", language)
    assert said.exit_code == 0
    assert render(message("Nothing in this screen answers the question."), language) in said.stderr
    assert run("query", market[0], "SELECT report FROM gaps WHERE false", "--format", "csv").stderr == ""
