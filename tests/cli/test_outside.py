"""What a project file may name: files of its own folder, and regular ones; more only where the person says so."""

import os
import re
import socket
import time
from pathlib import Path

import click
import pytest

from disclosure_index import session
from disclosure_index.cli.program.running import group
from disclosure_index.cli.program.verbs import VERBS

SOON = 20
BEGIN, END = "<!-- disclosure-index:begin view=sections -->", "<!-- disclosure-index:end -->"


@pytest.fixture(name="project")
def project_fixture(make_report, principles, tmp_path, monkeypatch):
    """A report whose document is named otherwise; gives its folder."""
    monkeypatch.chdir(tmp_path)

    def make(path, *more):
        folder = make_report(f"{principles(*range(1, 11))}\n{BEGIN}\n{END}\n")
        (folder / "sub").mkdir(exist_ok=True)
        (tmp_path / "outside.xhtml").write_bytes((folder / "report.xhtml").read_bytes())
        (folder / "inner.xhtml").symlink_to("report.xhtml")
        (folder / "outer.xhtml").symlink_to("../outside.xhtml")
        (folder / "up").symlink_to("..")
        (folder / "loop.xhtml").symlink_to("loop.xhtml")
        (folder / "nowhere.xhtml").symlink_to("not-there.xhtml")
        os.mkfifo(folder / "pipe.xhtml")
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("small/socket.xhtml")
        file = folder / "disclosure-index.toml"
        text = file.read_text("utf-8").replace('"report.xhtml"', f'"{path}"')
        documents = "".join(f'[[documents]]\npath = "{name}"\nlanguage = "zh-Hant"\n' for name in more)
        file.write_text(text + documents, "utf-8")
        return folder

    return make


def _check(run, folder, *options):
    begun = time.monotonic()
    result = run("check", folder, *options)
    assert time.monotonic() - begun < SOON
    assert "stdout cannot" not in result.stderr
    return result


@pytest.mark.parametrize(
    "path", ["report.xhtml", "./report.xhtml", "sub/../report.xhtml", "../small/report.xhtml", "inner.xhtml",
             "{folder}/report.xhtml", "up/small/report.xhtml"],
)  # fmt: skip
def test_a_document_inside_the_folder_is_read_however_it_is_named(run, project, tmp_path, path):
    result = _check(run, project(path.format(folder=tmp_path / "small")))
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(
    "path", ["../outside.xhtml", "sub/../../outside.xhtml", "{folder}/../outside.xhtml", "outer.xhtml",
             "up/outside.xhtml"],
)  # fmt: skip
def test_a_document_outside_is_read_where_the_person_says_so(run, project, tmp_path, path):
    folder = project(path.format(folder=tmp_path / "small"))
    refused = _check(run, folder)
    assert (refused.exit_code, refused.stdout) == (2, "")
    (line,) = refused.stderr.splitlines()
    assert line.startswith(f"{folder / 'disclosure-index.toml'}:8:1: error: ")
    assert "outside the folder" in line
    assert "--allow-outside" in line
    assert _check(run, folder, "--allow-outside").exit_code == 0


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/stdin", "/dev/tty", "/proc/self/fd/0", "..", "/", "//etc/hosts"])
def test_no_device_and_no_folder_of_the_machine_is_read_in_any_case(run, project, path):
    folder = project(path)
    assert _check(run, folder).exit_code == 2
    assert _check(run, folder, "--allow-outside").exit_code == 3


@pytest.mark.parametrize(
    "path", ["sub", ".", "pipe.xhtml", "socket.xhtml", "loop.xhtml", "nowhere.xhtml", "a" * 300, "-", "--help",
             "~", "~/report.xhtml", "file:///etc/hosts", "https://example.org/a.xhtml", "report.xhtml/", "C:report"],
)  # fmt: skip
def test_what_cannot_be_read_is_told_and_never_waited_for(run, project, path):
    folder = project(path)
    if path == "report.xhtml/":
        (folder / "report.xhtml").unlink()
    for form in ("text", "sarif", "github"):
        result = _check(run, folder, "--format", form)
        assert result.exit_code == 3
        assert "DI601" in result.stdout


@pytest.mark.parametrize("path", [r"\u0000", r"a\u0000.xhtml", "", r"\ud800"])
def test_a_path_that_no_file_can_have_is_a_mistake_of_the_project_file(run, project, path):
    result = _check(run, project(path))
    assert result.exit_code == 2
    assert re.search(r"disclosure-index\.toml:8:\d+: error: ", result.stderr)


def test_a_document_that_is_too_large_is_told(run, project, monkeypatch):
    monkeypatch.setattr(session, "MAX_DOCUMENT", 100)
    result = _check(run, project("report.xhtml"))
    assert result.exit_code == 3
    assert "larger than" in result.stdout


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("report.xhtml", "report.xhtml"),
        ("report.xhtml", "./report.xhtml"),
        ("sub/../report.xhtml", "report.xhtml"),
        ("report.xhtml", "inner.xhtml"),
        ("../small/report.xhtml", "report.xhtml"),
        ("gone.xhtml", "./gone.xhtml"),
    ],
)
def test_a_document_that_is_named_twice_is_told_with_both_lines(run, project, first, second):
    folder = project(first, second)
    result = _check(run, folder)
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert re.search(r"disclosure-index\.toml:1\d:1: error: ", line)
    assert "in line 8" in line


def test_every_mistake_is_told_at_once(run, project):
    result = _check(run, project("../outside.xhtml", "outer.xhtml"))
    assert len(result.stderr.splitlines()) == 2


def _commands(command, path=()):
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            yield from _commands(command.get_command(click.Context(command), name), (*path, name))
    else:
        yield path, command


def test_every_verb_that_reads_a_project_has_the_option():
    has = {path for path, one in _commands(group) if any(p.name == "allow_outside" for p in one.params)}
    without = {
        ("import",),
        ("screen",),
        ("query",),
        *(path for path, _ in _commands(group) if path[0] in ("frameworks", "rules", "completion")),
    }
    assert has == {path for path, _ in _commands(group)} - without
    assert {path[0] for path in has | without} == set(VERBS)


@pytest.mark.parametrize(
    "verb", [("gaps",), ("explain", "ungc:1"), ("suggest",), ("index",), ("index", "--check"), ("browse",),
             ("baseline", "create"), ("export", "-o", "out.xlsx")],
)  # fmt: skip
def test_every_verb_keeps_inside_and_goes_out_when_it_may(run, project, verb):
    folder = project("outer.xhtml")
    refused = run(*verb, folder)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "--allow-outside" in refused.stderr
    allowed = run(*verb, folder, "--allow-outside")
    assert allowed.exit_code == (2 if verb == ("browse",) else 1 if "--check" in verb else 0)
    assert "outside the folder" not in allowed.stderr


def test_index_writes_outside_only_where_it_may(run, project, tmp_path):
    folder = project("outer.xhtml")
    before = (tmp_path / "outside.xhtml").read_bytes()
    assert run("index", folder, "--write").exit_code == 2
    assert (tmp_path / "outside.xhtml").read_bytes() == before
    assert run("index", folder, "--write", "--allow-outside").exit_code == 0
    assert b"doc-index" in (tmp_path / "outside.xhtml").read_bytes()
    assert (folder / "outer.xhtml").is_symlink()


# --- the other files of a project ---


@pytest.mark.parametrize("name", ["disclosure-index.toml", "pyproject.toml"])
def test_a_project_file_that_leads_out_of_its_folder(run, project, tmp_path, name):
    folder = project("report.xhtml")
    file = folder / "disclosure-index.toml"
    text = file.read_text("utf-8")
    if name == "pyproject.toml":
        text = re.sub(r"(?m)^\[(\[?)", r"[\1tool.disclosure-index.", text)
    file.unlink()
    (tmp_path / "elsewhere.toml").write_text(text, "utf-8")
    (folder / name).symlink_to("../elsewhere.toml")
    refused = run("check", folder)
    assert refused.exit_code == 2
    assert "--allow-outside" in refused.stderr
    assert run("check", folder, "--allow-outside").exit_code == 0
    if name == "disclosure-index.toml":
        assert run("check", folder / name).exit_code == 0, "the person has named it"


@pytest.mark.parametrize("kind", ["pipe", "folder", "device"])
@pytest.mark.parametrize("name", ["disclosure-index.toml", "disclosure-index-baseline.json"])
def test_a_project_file_or_a_baseline_that_is_no_file_is_wrong_configuration(run, project, name, kind):
    folder = project("report.xhtml")
    (folder / name).unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(folder / name)
    elif kind == "folder":
        (folder / name).mkdir()
    else:
        (folder / name).symlink_to("/dev/zero")
    result = _check(run, folder, "--allow-outside")
    assert result.exit_code == 2
    assert re.search("not a regular file|Is a directory", result.stderr)


def test_a_baseline_that_leads_out_of_the_folder_is_neither_read_nor_written(run, project, tmp_path):
    folder = project("report.xhtml")
    (folder / "disclosure-index-baseline.json").symlink_to("../planted.json")
    for verb in (("check",), ("baseline", "create"), ("baseline", "update"), ("baseline", "prune")):
        result = run(*verb, folder)
        assert result.exit_code == 2
        assert "--allow-outside" in result.stderr
    assert run("baseline", "create", folder, "--allow-outside").exit_code == 2, "something is there already"
    assert not (tmp_path / "planted.json").exists()


@pytest.mark.parametrize("named", ["pipe.json", "/dev/zero", "folder"])
def test_a_baseline_that_is_named_is_a_regular_file(run, project, named):
    folder = project("report.xhtml")
    os.mkfifo("pipe.json")
    Path("folder").mkdir()
    result = _check(run, folder, "--baseline", named)
    assert result.exit_code == 2
    assert re.search("not a regular file|directory", result.stderr)


def test_a_baseline_that_is_named_may_be_outside(run, project, tmp_path):
    folder = project("report.xhtml")
    run("baseline", "create", folder)
    (folder / "disclosure-index-baseline.json").rename(tmp_path / "kept.json")
    assert run("check", folder, "--baseline", tmp_path / "kept.json").exit_code == 0


@pytest.mark.parametrize("source", ["pipe.md", "pipe.csv", "pipe.pdf", "zero.xhtml", "socket.txt", "folder.docx"])
def test_a_source_to_import_is_a_regular_file(run, tmp_path, monkeypatch, source):
    monkeypatch.chdir(tmp_path)
    if source.startswith("pipe"):
        os.mkfifo(source)
    elif source.startswith("zero"):
        Path(source).symlink_to("/dev/zero")
    elif source.startswith("socket"):
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(source)
    else:
        Path(source).mkdir()
    begun = time.monotonic()
    result = run("import", source, "-o", "out")
    assert time.monotonic() - begun < SOON
    assert result.exit_code == 3
    assert re.search("not a regular file|Is a directory", result.stderr)
    assert not Path("out").exists()


@pytest.mark.parametrize("name", ["pipe.xlsx", "/dev/zero", "small", "a" * 300])
def test_a_workbook_to_merge_is_a_regular_file(run, project, name):
    folder = project("report.xhtml")
    os.mkfifo("pipe.xlsx")
    result = run("merge", name, folder)
    assert result.exit_code == 3
    assert "stdout cannot" not in result.stderr


@pytest.mark.parametrize("verb", [("check",), ("gaps",), ("suggest",), ("init",), ("import", "-o", "out")])
def test_a_path_of_the_command_line_that_is_too_long(run, tmp_path, monkeypatch, verb):
    monkeypatch.chdir(tmp_path)
    result = run(*verb, f"{'a' * 300}/b")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "no such" in result.stderr


# --- init ---


def test_init_takes_no_source_from_outside_and_writes_nowhere_else(run, project, tmp_path):
    folder = project("report.xhtml")
    file = folder / "disclosure-index.toml"
    file.unlink()
    for name in ("pipe.xhtml", "socket.xhtml", "loop.xhtml", "nowhere.xhtml"):
        (folder / name).unlink()
    refused = run("init", folder)
    assert refused.exit_code == 2
    assert "--allow-outside" in refused.stderr
    file.symlink_to("../planted.toml")
    assert run("init", folder, "--allow-outside").exit_code == 2
    assert not (tmp_path / "planted.toml").exists()
    file.unlink()
    (folder / "inner.xhtml").unlink()
    assert run("init", folder, "--allow-outside").exit_code == 0
    assert run("check", folder).exit_code == 2
    assert run("check", folder, "--allow-outside").exit_code in (0, 1)


def test_init_does_not_wait_for_a_pipe(run, project):
    folder = project("report.xhtml")
    (folder / "disclosure-index.toml").unlink()
    for name in ("outer.xhtml", "socket.xhtml", "loop.xhtml", "nowhere.xhtml"):
        (folder / name).unlink()
    result = run("init", folder)
    assert result.exit_code == 3
    assert "not a regular file" in result.stderr
