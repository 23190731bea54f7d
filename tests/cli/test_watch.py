"""`check --watch` checks again when something is written, and ends with the code of the last run."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from disclosure_index.errors import ExitCode

pytestmark = pytest.mark.usefixtures("interruptible")
PATIENCE = 60


def _until(file, text, times):
    end = time.monotonic() + PATIENCE
    while file.read_text("utf-8").count(text) < times:
        assert time.monotonic() < end, file.read_text("utf-8")
        time.sleep(0.1)


def test_it_checks_again_and_survives_a_broken_file(make_report, principles, tmp_path):
    folder = make_report(principles(*range(1, 11)))
    report, good = folder / "report.xhtml", (folder / "report.xhtml").read_text("utf-8")
    said = tmp_path / "said.txt"
    program = Path(sys.executable).with_name("disclosure-index")
    with said.open("wb") as out:
        options = ("--format", "text", "--language", "en", "--watch")
        process = subprocess.Popen([program, "check", folder, *options], stdout=out, stderr=out, env=dict(os.environ))
        try:
            _until(said, "watching 2 files", 1)
            assert "no findings" in said.read_text("utf-8")
            report.write_text(good.replace("ungc:10", "ungc:99"), "utf-8")
            _until(said, "watching 2 files", 2)
            assert "DI201 unknown-code" in said.read_text("utf-8")
            (folder / "disclosure-index.toml").write_text("[report", "utf-8")
            _until(said, "watching 2 files", 3)
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE) == ExitCode.USAGE
