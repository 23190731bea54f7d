"""The console script as a shell and a build server meet it, in a process of its own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.sampled(8)

DEMO = "report_sources/alibaba-2024"


def test_findings_exit_1_and_nothing_is_said_on_stderr(script):
    result = script("check", DEMO)
    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout.count("error DI101 missing-disclosure") == 8


def test_clean_report_exits_0(script, make_report):
    assert script("check", make_report()).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", DEMO, "--formta", "json"], 2),
        (["check", DEMO, "--as-of", "yesterday"], 2),
        (["check", "no-such-folder"], 3),
        (["check", "docs"], 3),
        (["check", DEMO, "--edition", "esrs=2024"], 2),
        (["check", DEMO, "-o", "no-such-folder/findings.txt"], 2),
        (["explain", "A9.9", DEMO], 2),
        (["frameworks", "show", "esrs"], 2),
        (["frameworks", "diff", "hkex-esg@2020", "gri@2021"], 2),
        (["init", DEMO], 2),
    ],
)
@pytest.mark.sampled(2)
def test_what_goes_wrong_is_told_on_stderr_without_a_traceback(script, arguments, code):
    result = script(*arguments)
    assert (result.returncode, result.stdout) == (code, "")
    assert result.stderr.strip()
    assert "Traceback" not in result.stderr


def test_the_module_runs_as_the_script_does(script, root):
    command = [sys.executable, "-m", "disclosure_index", "check", DEMO]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=root, timeout=60)
    assert (result.returncode, result.stdout) == (1, script("check", DEMO).stdout)


def test_chinese_is_written_as_utf8_in_any_locale(script):
    result = script("check", DEMO, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "有害废弃物总量" in result.stdout
    assert result.returncode == 1


@pytest.mark.parametrize(
    "verb", [["check", DEMO], ["index", DEMO, "--view", "disclosures"], ["frameworks", "show", "gri"]]
)
def test_a_reader_that_closes_the_pipe_sees_no_traceback(root, verb):
    program = Path(sys.executable).with_name("disclosure-index")
    read, write = os.pipe()
    os.close(read)  # as `head -1` does when it has its line
    try:
        result = subprocess.run([program, *verb], stdout=write, stderr=subprocess.PIPE, cwd=root, timeout=60)
    finally:
        os.close(write)
    assert b"Traceback" not in result.stderr
    assert b"Exception" not in result.stderr
    assert result.returncode != 2


@pytest.mark.parametrize(("tagged", "code"), [("ungc:99", 1), ("ungc:1", 0)])
@pytest.mark.sampled(1)
def test_a_reader_that_closes_the_pipe_does_not_change_the_exit_code(root, make_report, tagged, code):
    folder = make_report(f'<p data-disclosure="{tagged}">12 t.</p>' + "<p>Text.</p>" * 50)
    for form in ("text", "json"):
        command = [sys.executable, "-m", "disclosure_index", "check", str(folder), "--format", form]
        read, write = os.pipe()
        os.close(read)
        result = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, cwd=root, timeout=60, check=False)
        os.close(write)
        assert (result.returncode, result.stderr) == (code, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("verb", [["check", DEMO], ["check", DEMO, "--format", "sarif"], ["rules", "list"]])
def test_a_full_disk_is_told_in_a_line(root, verb):
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "disclosure_index", *verb]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=root, timeout=60, check=False)
    assert result.stderr.decode() == "error: stdout cannot be written: No space left on device\n"
    assert result.returncode == 2


def test_ctrl_c_exits_130_and_is_no_verdict(root, make_report, tmp_path, interruptible):
    """It is stopped while it writes to a pipe that nobody reads yet."""
    tags = " ".join(f"ungc:{number}" for number in range(100, 600))
    os.mkfifo(tmp_path / "pipe")
    folder = make_report(f'<p data-disclosure="{tags}">12 t.</p>')
    command = [sys.executable, "-m", "disclosure_index", "check", str(folder), "-o", str(tmp_path / "pipe")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=root)
    with (tmp_path / "pipe").open("rb") as pipe:  # opens when the run has opened it
        process.send_signal(signal.SIGINT)
        pipe.read()
    out, said = process.communicate(timeout=60)
    assert (process.returncode, out, said.strip()) == (130, b"", b"interrupted: no result")
