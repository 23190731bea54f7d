"""`-o` writes a file whole or not at all, and keeps what was there when it cannot."""

import os
import stat
from pathlib import Path

import pytest

VERBS = [["check"], ["gaps"], ["index"], ["explain", "ungc:1"]]


@pytest.mark.parametrize("verb", VERBS)
def test_a_file_gets_what_stdout_would(run, make_report, tmp_path, verb):
    folder, target = make_report(), tmp_path / "out.txt"
    printed = run(*verb, folder)
    written = run(*verb, folder, "-o", target)
    assert (written.exit_code, written.stdout) == (printed.exit_code, "")
    if verb != ["index"]:  # whose links are as seen from where it stands
        assert target.read_text("utf-8") == printed.stdout
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.txt", "small"]


def test_failing_report_is_written_all_the_same(run, make_report, principles, tmp_path):
    target = tmp_path / "findings.json"
    assert run("check", make_report(principles(11)), "--format", "json", "-o", target).exit_code == 1
    assert '"DI201"' in target.read_text("utf-8")


@pytest.mark.parametrize("verb", VERBS)
def test_folder_that_is_not_there_exits_2(run, make_report, tmp_path, verb):
    target = tmp_path / "nowhere" / "out.txt"
    result = run(*verb, make_report(), "-o", target)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{target}: error: cannot be written: ")


def test_folder_in_place_of_a_file_exits_2(run, make_report, tmp_path):
    assert run("gaps", make_report(), "-o", tmp_path).exit_code == 2


def test_what_was_there_stays_when_writing_fails(run, make_report, tmp_path, monkeypatch):
    target = tmp_path / "out.txt"
    target.write_text("kept", "utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = run("gaps", make_report(), "-o", target)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "No space left on device" in result.stderr
    assert target.read_text("utf-8") == "kept"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.txt", "small"]


def test_what_was_there_stays_when_there_is_nothing_to_write(run, tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("kept", "utf-8")
    assert run("gaps", tmp_path / "nowhere", "-o", target).exit_code == 3
    assert target.read_text("utf-8") == "kept"


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_permissions_of_the_file_stay(run, make_report, tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("old", "utf-8")
    target.chmod(0o640)
    run("gaps", make_report(), "-o", target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert target.read_text("utf-8") == "no gaps\n"


def test_link_is_followed_not_replaced(run, make_report, tmp_path):
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old", "utf-8")
    link.symlink_to(real)
    run("gaps", make_report(), "-o", link)
    assert link.is_symlink()
    assert real.read_text("utf-8") == "no gaps\n"


@pytest.mark.skipif(os.name != "posix", reason="named pipes are POSIX's")
def test_what_is_no_regular_file_is_not_replaced(run, make_report, tmp_path):
    """As /dev/stdout and /dev/null are; replacing those breaks the machine for everyone."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        run("gaps", make_report(), "-o", pipe)
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
