"""The bar of pages: on a terminal only, and never where it is not wanted."""

import os
import pty
import subprocess
import sys

import pytest

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")

from tests.reading.test_pdf import make

COMMAND = (sys.executable, "-m", "disclosure_index", "import")


def on_terminal(*arguments, folder):
    """Run the program with a terminal as stderr, and return what is written to it."""
    theirs, ours = pty.openpty()
    try:
        subprocess.run([*COMMAND, *arguments], cwd=folder, stderr=ours, stdout=subprocess.DEVNULL, check=False)
    finally:
        os.close(ours)
    with os.fdopen(theirs, "rb", 0) as end:
        parts = []
        while True:
            try:
                part = end.read(65536)
            except OSError:  # nobody writes any more
                break
            if not part:
                break
            parts.append(part)
    return b"".join(parts).decode("utf-8", "replace")


@pytest.fixture
def report(tmp_path):
    (tmp_path / "report.pdf").write_bytes(make(*[[(60, 80, f"Page {n} of our report")] for n in range(3)]))
    return tmp_path


def test_a_terminal_shows_the_pages_that_are_read(report):
    said = on_terminal("report.pdf", "-o", "out", folder=report)
    assert "3/3" in said
    assert "report.pdf" in said


@pytest.mark.slow
def test_no_bar_where_it_is_not_wanted(report):
    assert "3/3" not in on_terminal("report.pdf", "-o", "out", "--quiet", folder=report)


def test_a_pipe_gets_no_bar(run, report):
    said = run("import", report / "report.pdf", "-o", report / "out").stderr
    assert "3/3" not in said
    assert "\x1b" not in said
