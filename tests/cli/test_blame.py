"""What cannot be read or written is named, with its cause: 3 where it was to be read, 2 where it was to be written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("disclosure-index")
THIN = '[[frameworks]]\nid = "hkex-esg"\nedition = "2025"\n'
"""A project of which something cannot be checked: the board is not known."""

SPECIAL = {
    "a folder": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
    "a loop": lambda path: path.symlink_to(path.name),
}


@pytest.fixture
def start():
    """Run the program in a process of its own, by a shell where its streams are to be odd."""

    def call(*arguments, streams="", folder=None):
        line = f'"{PROGRAM}" "$@" {streams}'
        return subprocess.run(
            ["bash", "-c", line, "bash", *map(str, arguments)], capture_output=True, text=True, cwd=folder, timeout=60
        )

    return call


@pytest.mark.parametrize(
    "verb", [["check"], ["gaps"], ["index"], ["explain", "ungc:1"], ["suggest"], ["export", "-o", "x.xlsx"]]
)
@pytest.mark.parametrize("kind", SPECIAL)
def test_a_document_that_cannot_be_read_is_named(run, make_report, tmp_path, monkeypatch, verb, kind):
    monkeypatch.chdir(tmp_path)
    document = make_report() / "report.xhtml"
    document.unlink()
    SPECIAL[kind](document)
    result = run(*verb, document.parent)
    assert result.exit_code == 3
    told = result.stdout + result.stderr
    assert f"{document.as_posix()}: error DI601 unreadable-source: Cannot read the file: " in told
    assert "stdout" not in told


@pytest.mark.parametrize("name", ["disclosure-index.toml", "disclosure-index-baseline.json"])
@pytest.mark.parametrize("kind", SPECIAL)
def test_a_configuration_that_cannot_be_read_is_named(run, make_report, name, kind):
    file = make_report() / name
    file.unlink(missing_ok=True)
    SPECIAL[kind](file)
    result = run("check", file.parent)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{file}: error: cannot be read: ")


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".md", ".xlsx", ".html"])
@pytest.mark.parametrize("kind", SPECIAL)
def test_a_source_that_cannot_be_imported_is_named(run, tmp_path, suffix, kind):
    source = tmp_path / f"report{suffix}"
    SPECIAL[kind](source)
    result = run("import", source, "-o", tmp_path / "new")
    assert result.exit_code == 3
    assert result.stderr.startswith(f"{source}: error: ")
    assert not (tmp_path / "new").exists()


READ_LATE = """
import sys
from disclosure_index import cli
from disclosure_index.outputs import {module}

def late(*_, **__):
    yield "some text"
    raise {error}

{module}.render = late
sys.argv = ["disclosure-index", *sys.argv[1:]]
cli.script()
"""


@pytest.mark.parametrize("output", [[], ["-o", "told.txt"]], ids=["stdout", "a file"])
@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        ("PermissionError(13, 'Permission denied', 'terms.toml')", 3, "terms.toml: error: cannot be read: Permission"),
        (
            "FileNotFoundError(2, 'No such file or directory', 'part.toml')",
            3,
            "part.toml: error: cannot be read: No such",
        ),
        ("OSError(5, 'Input/output error', 'a.xhtml')", 3, "a.xhtml: error: cannot be read: Input/output error"),
        ("OSError(28, 'No space left on device', 'spool')", 2, "spool: error: cannot be written: No space left"),
    ],
)
@pytest.mark.sampled(3)
def test_what_cannot_be_read_while_an_output_is_made_is_not_the_output(
    make_report, tmp_path, output, error, code, told
):
    program = READ_LATE.format(module="text", error=error)
    done = subprocess.run(
        [sys.executable, "-c", program, "check", make_report(), *output], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == code
    assert done.stderr.startswith(told)
    assert not (tmp_path / "told.txt").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
class TestFull:
    @pytest.mark.parametrize("verb", [["check"], ["gaps"], ["index"], ["explain", "ungc:1"], ["rules", "list"]])
    @pytest.mark.sampled(1)
    def test_stdout(self, start, make_report, verb):
        done = start(*verb, *([] if verb[0] == "rules" else [make_report()]), streams=">/dev/full")
        assert (done.returncode, done.stderr) == (2, "error: stdout cannot be written: No space left on device\n")

    @pytest.mark.parametrize("verb", [["check"], ["gaps"], ["index"], ["explain", "hkex-esg:A1.1"], ["suggest"]])
    @pytest.mark.sampled(1)
    def test_stderr_does_not_change_what_the_run_says(self, start, make_report, verb):
        done = start(*verb, make_report("<p>Text.</p>", project=THIN), streams="2>/dev/full")
        assert done.returncode == 3
        assert done.stdout

    def test_stderr_of_a_mistake(self, start, tmp_path):
        assert start("check", tmp_path / "nowhere", streams="2>/dev/full").returncode == 3
        assert start("check", "--frmat", streams="2>/dev/full").returncode == 2

    @pytest.mark.parametrize("form", ["text", "json", "sarif"])
    @pytest.mark.sampled(1)
    def test_a_file(self, start, make_report, form):
        done = start("check", make_report(), "--format", f"{form}=/dev/full")
        assert (done.returncode, done.stderr) == (2, "/dev/full: error: cannot be written: No space left on device\n")


@pytest.mark.parametrize("form", ["sarif", "gitlab", "github", "json"])
@pytest.mark.sampled(1)
def test_a_folder_that_has_been_removed_meanwhile_is_no_internal_error(start, make_report, tmp_path, form):
    report, gone = make_report("<p>TBC</p>"), tmp_path / "gone"
    gone.mkdir()
    line = f'rmdir "{gone}"; "{PROGRAM}" check "{report}" --format {form}'
    done = subprocess.run(["bash", "-c", line], cwd=gone, capture_output=True, text=True, timeout=60)
    assert done.returncode in (0, 1), done.stderr
    assert "report.xhtml" in done.stdout or "toml" in done.stdout
