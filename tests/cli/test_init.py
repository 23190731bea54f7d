"""`init` writes a project file that `check` accepts, says what it guessed, and never writes over one."""

import os
import tomllib
from datetime import date

import pytest

SECTION = "<section{tags}><h1>Heading</h1><p>Text.</p></section>"
PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"{lang}><head><title>{title}</title></head><body>{body}</body></html>'


@pytest.fixture
def source(tmp_path):
    """Write a source without a project file; gives the folder."""

    def make(name="report.xhtml", tags="ungc:1", lang="en", title="Our report"):
        body = SECTION.format(tags=f' data-disclosure="{tags}"' if tags else "")
        text = PAGE.format(lang=f' lang="{lang}"' if lang else "", title=title, body=body)
        (tmp_path / name).write_text(text, "utf-8")
        return tmp_path

    return make


def _written(folder):
    text = (folder / "disclosure-index.toml").read_text("utf-8")
    return text, tomllib.loads(text)


def _guesses(text):
    return {line.split(" =")[0].strip("[] ").split("]]")[0] for line in text.splitlines() if "a guess" in line}


@pytest.mark.parametrize("tags", ["ungc:1", "gri:305-1 tcfd:strategy-a", "sdg:12.5", "ifrs-s1:1 ifrs-s2:29(a)"])
def test_what_it_writes_is_accepted_by_check(run, source, tags):
    folder = source(tags=tags)
    assert run("init", folder, "--issuer", "Small Limited", "--year-end", "2025-12-31").exit_code == 0
    result = run("check", folder)
    assert result.exit_code in (0, 1), result.stderr + result.stdout


def test_hkex_report_is_accepted_once_its_board_is_named(run, source):
    folder = source(tags="hkex-esg:A1.2")
    run("init", folder, "--issuer", "Small Limited", "--year-end", "2025-12-31")
    result = run("check", folder)
    assert result.exit_code == 3
    assert "Set profile.board" in result.stdout
    assert run("check", folder, "--profile", "board=main-board", "--profile", "size=other").exit_code == 1


def test_untagged_report_claims_no_framework_until_one_is_added(run, source):
    folder = source(tags="")
    told = run("init", folder, "--issuer", "Small Limited", "--year-end", "2025-12-31").stderr
    assert "DI607" in told
    assert "Add [[frameworks]]" in told
    assert "frameworks" not in _written(folder)[1]
    checked = run("check", folder)
    assert checked.exit_code == 3
    assert "error DI607 no-framework" in checked.stdout
    assert "# [[frameworks]]" in _written(folder)[0]


def test_sasb_report_is_accepted_once_its_industry_is_named(run, source):
    folder = source(tags="sasb:CG-EC-130a.1")
    run("init", folder, "--issuer", "Small Limited", "--year-end", "2025-12-31")
    assert run("check", folder).exit_code in (0, 1)  # init has named the industry of the tags
    project = folder / "disclosure-index.toml"
    project.write_text(project.read_text("utf-8").replace('industries = ["CG-EC"]', "industries = []"), "utf-8")
    result = run("check", folder)
    assert result.exit_code == 3
    assert "profile.industries" in result.stderr


def test_industries_are_those_of_the_tags(run, source):
    folder = source(tags="sasb:CG-EC-130a.1 sasb:TR-MT-110a.1")
    run("init", folder)
    text, data = _written(folder)
    assert data["profile"]["industries"] == ["CG-EC", "TR-MT"]
    assert "industries" in _guesses(text)


def test_it_says_on_stderr_what_to_do_next(run, source):
    folder = source()
    result = run("init", folder)
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"disclosure-index check {folder}" in result.stderr


def test_everything_not_told_is_marked_as_a_guess(run, source):
    folder = source()
    run("init", folder)
    text, data = _written(folder)
    assert {"issuer", "financial-year", "frameworks", "claim"} <= _guesses(text)
    assert data["report"]["financial-year"]["end"] == date(date.today().year - 1, 12, 31)  # noqa: DTZ011 - the program goes by the same day
    assert data["report"]["title"] == "Our report"


def test_what_is_told_is_no_guess(run, source):
    folder = source()
    run("init", folder, "--issuer", 'O"Dd \\ Söhne 香港', "--year-end", "2024-03-31")
    text, data = _written(folder)
    assert not {"issuer", "financial-year", "title", "language"} & _guesses(text)
    assert data["report"]["issuer"] == 'O"Dd \\ Söhne 香港'
    assert data["report"]["financial-year"] == {"start": date(2023, 4, 1), "end": date(2024, 3, 31)}


@pytest.mark.parametrize("end", ["9999-12-31", "0001-01-01", "0001-12-31", "0205-12-31", "1899-12-31", "2200-01-01"])
def test_a_day_that_ends_no_financial_year_is_refused_in_a_line(run, source, end):
    folder = source()
    result = run("init", folder, "--year-end", end)
    assert result.exit_code == 2
    assert f'"{end}" must be a day from 1900 to 2199' in result.stderr
    assert not (folder / "disclosure-index.toml").exists()


@pytest.mark.parametrize("end", ["1900-01-01", "2199-12-31"])
def test_the_first_and_the_last_day_that_are_allowed(run, source, end):
    folder = source()
    assert run("init", folder, "--year-end", end).exit_code == 0
    assert _written(folder)[1]["report"]["financial-year"]["end"] == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("end", "start"),
    [("2024-02-29", date(2023, 3, 1)), ("2025-02-28", date(2024, 3, 1)), ("2024-02-28", date(2023, 3, 1))],
)
def test_a_year_that_ends_in_february_has_its_days(run, source, end, start):
    folder = source()
    run("init", folder, "--year-end", end)
    assert _written(folder)[1]["report"]["financial-year"]["start"] == start


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_language_is_the_one_that_the_source_declares(run, source, language):
    folder = source(lang=language)
    run("init", folder)
    text, data = _written(folder)
    assert data["documents"] == [{"path": "report.xhtml", "language": language}]
    assert "language" not in _guesses(text)


@pytest.mark.parametrize("declared", ["", "fr"])
def test_language_that_is_not_declared_is_a_guess(run, source, declared):
    folder = source(lang=declared)
    run("init", folder)
    assert "language" in _guesses(_written(folder)[0])


@pytest.mark.parametrize(
    ("declared", "meant"), [("zh-CN", "zh-Hans"), ("zh-HK", "zh-Hant"), ("zh-TW", "zh-Hant"), ("en-GB", "en")]
)
def test_language_of_a_region_is_the_one_that_is_written_there(run, source, declared, meant):
    folder = source(lang=declared)
    run("init", folder)
    assert _written(folder)[1]["documents"][0]["language"] == meant


def test_frameworks_are_those_of_the_tags(run, source):
    folder = source(tags="tcfd:strategy-a gri:2-1")
    run("init", folder)
    assert [f["id"] for f in _written(folder)[1]["frameworks"]] == ["gri", "tcfd"]


def test_every_language_version_is_listed(run, source):
    source("report-en.xhtml")
    folder = source("report-zh.xhtml", lang="zh-Hant", title="報告")
    run("init", folder)
    assert [d["language"] for d in _written(folder)[1]["documents"]] == ["en", "zh-Hant"]


def test_a_project_file_is_never_written_over(run, source):
    folder = source()
    (folder / "disclosure-index.toml").write_text("# mine\n", "utf-8")
    result = run("init", folder)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{folder / 'disclosure-index.toml'}: error: already exists")
    assert (folder / "disclosure-index.toml").read_text("utf-8") == "# mine\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [([], 3, "no source found"), (["--year-end", "31/12/2025"], 3, "no source found")],
)
def test_folder_without_a_source_exits_3(run, tmp_path, arguments, code, said):
    result = run("init", tmp_path, *arguments)
    assert (result.exit_code, said in result.stderr) == (code, True)
    assert list(tmp_path.iterdir()) == []


def test_bad_day_exits_2_and_writes_nothing(run, source):
    folder = source()
    result = run("init", folder, "--year-end", "31/12/2025")
    assert result.exit_code == 2
    assert "write it as 2025-12-31" in result.stderr
    assert [p.name for p in folder.iterdir()] == ["report.xhtml"]


def test_source_that_cannot_be_read_exits_3_at_its_place(run, source):
    folder = source()
    (folder / "report.xhtml").write_text("<p>Waste</div>", "utf-8")
    result = run("init", folder)
    assert result.exit_code == 3
    assert "report.xhtml:1:" in result.stderr
    assert [p.name for p in folder.iterdir()] == ["report.xhtml"]


@pytest.mark.parametrize("name", ["report.pdf", "Report 2025.PDF", "report.csv", "report.htm"])
def test_published_report_is_for_import(run, tmp_path, name):
    file = tmp_path / name
    file.write_bytes(b"")
    (tmp_path / "README.md").write_text("about", "utf-8")
    for arguments in (["init", tmp_path], ["check", tmp_path], ["check", file], ["gaps", file]):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (3, "")
        assert f'run "disclosure-index import {file} -o {file.stem}"' in result.stderr


def test_folder_with_a_tagged_source_is_for_init(run, source):
    folder = source()
    (folder / "report.pdf").write_bytes(b"")
    result = run("check", folder)
    assert f'run "disclosure-index init {folder}"' in result.stderr
    assert "import" not in result.stderr
    assert "import" in run("check", folder / "report.pdf").stderr


NOT_UTF8 = os.fsdecode(b"report-\xe9.xhtml")


def test_a_source_whose_name_is_not_utf8_is_refused(run, source, tmp_path):
    source(NOT_UTF8)
    result = run("init", tmp_path)
    assert result.exit_code == 3
    assert "its name is not UTF-8" in result.stderr
    assert not (tmp_path / "disclosure-index.toml").exists()


def test_a_source_whose_name_is_not_utf8_is_imported_under_a_name_that_can_be_written(run, source, tmp_path):
    source(NOT_UTF8)
    assert run("import", tmp_path / NOT_UTF8, "-o", tmp_path / "out").exit_code == 0
    assert 'name = "report-\\ufffd.xhtml"' in (tmp_path / "out" / "disclosure-index.toml").read_text("utf-8")
    assert run("check", tmp_path / "out").exit_code != 2
