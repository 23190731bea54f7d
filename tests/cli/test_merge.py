"""``merge`` shows what it would do, asks, and says with its exit code what became of it."""

import json

import pytest
from openpyxl import load_workbook

from tests.support.workbooks import type_in

A = '<section id="a"><h1>A</h1><p id="p1" data-disclosure="ungc:1">x</p><p id="p2">y</p></section>'


@pytest.fixture
def handed(run, make_report, tmp_path):
    """Make a small report and its workbook with cells typed in; gives the folder and the workbook."""

    def make(*cells):
        folder, target = make_report(A), tmp_path / "index.xlsx"
        run("export", folder, "-o", target)
        book = load_workbook(target)
        for uid, typed in cells:
            type_in(book, uid, **typed)
        book.save(target)
        return folder, target

    return make


OWNER = ("ungc:1@2004", {"owner": "陳小姐"})
PLACE = ("ungc:2@2004", {"section": "#p2"})
WRONG = ("ungc:3@2004", {"section": "nowhere", "status": "disclosed"})


def _files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_dry_run_shows_and_writes_nothing(run, handed):
    folder, workbook = handed(OWNER, PLACE)
    before = _files(folder)
    result = run("merge", workbook, folder, "--dry-run")
    assert result.exit_code == 0
    assert [line.split()[:4] for line in result.stdout.splitlines() if line.strip().startswith("UNGC")] == [
        ["UNGC", "3", "1", "Owner"], ["UNGC", "4", "2", "Section"],
    ]  # fmt: skip
    places = "".join(result.stdout.split())  # the table folds long paths
    assert "disclosure-index.toml[owners]" in places
    assert "report.xhtml:4:" in places
    assert result.stderr == "2 changes, 0 conflicts, 0 refusals\n"
    assert _files(folder) == before


def test_yes_writes(run, handed):
    folder, workbook = handed(OWNER, PLACE)
    result = run("merge", workbook, folder, "--yes")
    assert (result.exit_code, result.stderr.splitlines()[-1].startswith("written: ")) == (0, True)
    assert '<p id="p2" data-disclosure="ungc:2">' in (folder / "report.xhtml").read_text("utf-8")
    assert '"ungc:1" = "陳小姐"' in (folder / "disclosure-index.toml").read_text("utf-8")
    again = run("merge", workbook, folder, "--yes")
    assert (again.exit_code, again.stdout, again.stderr) == (0, "", "0 changes, 0 conflicts, 0 refusals\n")


def test_in_a_pipe_nobody_can_be_asked(run, handed):
    folder, workbook = handed(OWNER)
    before = _files(folder)
    result = run("merge", workbook, folder)
    assert result.exit_code == 2
    assert "--yes" in result.stderr
    assert _files(folder) == before


def test_refusal_keeps_everything_from_being_written(run, handed):
    folder, workbook = handed(OWNER, WRONG)
    before = _files(folder)
    result = run("merge", workbook, folder, "--yes")
    assert result.exit_code == 1
    assert "1 refusal" in result.stderr
    assert "--skip-refused" in result.stderr
    assert ["UNGC", "5", "3", "Section"] in [line.split()[:4] for line in result.stdout.splitlines()]
    assert _files(folder) == before


def test_skipping_is_not_proposed_where_nothing_was_accepted(run, handed):
    folder, workbook = handed(WRONG)
    result = run("merge", workbook, folder, "--yes")
    assert result.exit_code == 1
    assert "0 changes" in result.stderr
    assert "--skip-refused" not in result.stderr


def test_skip_refused_writes_the_rest(run, handed):
    folder, workbook = handed(OWNER, WRONG)
    result = run("merge", workbook, folder, "--yes", "--skip-refused")
    assert result.exit_code == 1
    assert "陳小姐" in (folder / "disclosure-index.toml").read_text("utf-8")


def test_conflict_is_shown_with_all_three(run, handed):
    folder, workbook = handed(OWNER)
    with (folder / "disclosure-index.toml").open("a", encoding="utf-8") as file:
        file.write('[owners]\nungc = "Legal"\n')
    result = run("merge", workbook, folder, "--yes", "--format", "json")
    assert result.exit_code == 1
    tables = {table["id"]: table["rows"] for table in json.loads(result.stdout)}
    assert tables["changes"] == tables["refused"] == []
    [conflict] = tables["conflicts"]
    assert [conflict[key] for key in ("sheet", "row", "exported", "typed", "report")] == [
        "UNGC", "3", "", "陳小姐", "Legal",
    ]  # fmt: skip


def test_nothing_typed_is_nothing_to_do(run, handed):
    folder, workbook = handed()
    result = run("merge", workbook, folder)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "0 changes, 0 conflicts, 0 refusals\n")


@pytest.mark.parametrize(
    ("data", "code", "why"),
    [(b"", 3, "cannot merge"), (None, 3, "cannot be read"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 3, "encrypted")],
)
def test_what_is_no_workbook_is_told_in_a_line(run, make_report, tmp_path, data, code, why):
    workbook = tmp_path / "index.xlsx"
    if data is not None:
        workbook.write_bytes(data)
    result = run("merge", workbook, make_report(A), "--yes")
    line, *hint = result.stderr.splitlines()
    assert (result.exit_code, result.stdout) == (code, "")
    assert why in line
    assert all(text.startswith("  help: ") for text in hint)
    assert len(hint) <= 1


def test_workbook_of_another_program_is_wrong_usage(run, make_report, tmp_path):
    from openpyxl import Workbook

    workbook = tmp_path / "index.xlsx"
    Workbook().save(workbook)
    result = run("merge", workbook, make_report(A), "--yes")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 2)
    assert "  help: Export a new one" in result.stderr


def test_what_the_terminal_would_obey_is_shown(run, handed):
    folder, workbook = handed(("ungc:1@2004", {"owner": "a\u202eb", "note": "[bold]x[/]"}))
    result = run("merge", workbook, folder, "--dry-run")
    assert "\u202e" not in result.stdout
    assert "U+202E" in result.stdout
    assert "[bold]x[/]" in result.stdout


@pytest.mark.parametrize(("language", "head"), [("zh-Hans", "填写"), ("zh-Hant", "填寫")])
def test_heads_are_in_the_workbook_s_language(run, make_report, tmp_path, language, head):
    folder, target = make_report(A), tmp_path / "index.xlsx"
    run("export", folder, "-o", target, "--language", language)
    book = load_workbook(target)
    type_in(book, "ungc:1@2004", reviewed="是")
    book.save(target)
    result = run("merge", target, folder, "--dry-run")
    assert head in result.stdout
    assert result.exit_code == 0


@pytest.mark.parametrize("cell", [OWNER, PLACE], ids=["project file", "document"])
def test_nothing_is_written_through_a_link_out_of_the_folder(run, handed, tmp_path, cell):
    folder, workbook = handed(cell)
    name = "disclosure-index.toml" if cell == OWNER else "report.xhtml"
    target = tmp_path / f"planted-{name}"
    (folder / name).rename(target)
    (folder / name).symlink_to(target)
    before = target.read_bytes()
    refused = run("merge", workbook, folder, "--yes")
    assert refused.exit_code == 2
    assert "--allow-outside" in refused.stderr
    assert target.read_bytes() == before
    assert run("merge", workbook, folder, "--yes", "--allow-outside").exit_code == 0
    assert target.read_bytes() != before
    assert (folder / name).is_symlink()
