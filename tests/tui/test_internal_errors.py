"""A fault while `browse` runs: the terminal is as it was, one line says what happened, and the exit code is 70."""

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time

import pytest

from tests.tui.terminal import PATIENCE

pytestmark = pytest.mark.sampled(2)

RUN = """
import sys
from disclosure_index.cli import script
def fails(error):
    def failing(*_, **__):
        raise error
    return failing
{planted}
sys.argv = ["disclosure-index", "browse", *sys.argv[1:]]
script()
"""
WORKBENCH = "import disclosure_index.workbench.workbench as bench; bench.assess_project = "
APP = "from disclosure_index.tui.app import BrowseApp as App; App."
GAPS = "from disclosure_index.tui.gaps.screen import GapsScreen as Gaps; Gaps."
PLANTED = {
    "reading, in a thread": (f"{WORKBENCH}fails(KeyError('x'))", ""),
    "no memory, in a thread": (f"{WORKBENCH}fails(MemoryError())", ""),
    "a key": (f"{APP}action_view_gaps = fails(ZeroDivisionError('x'))", "3"),
    "the first frame": (f"{APP}compose = fails(RecursionError('x'))", ""),
    "a view": (f"{GAPS}compose = fails(AttributeError('x'))", "3"),
}
"""What fails, and the key that lets it."""


class Left:
    """What a run of `browse` on a terminal has left."""

    def __init__(self, command: list[str], key: str) -> None:
        ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        before = termios.tcgetattr(theirs)
        environment = {**os.environ, "TERM": "xterm-256color"}
        painted, end = b"", time.monotonic() + 2 * PATIENCE
        with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
            while process.poll() is None and time.monotonic() < end:
                if not select.select([ours], [], [], 0.1)[0]:
                    continue
                painted += os.read(ours, 65536)
                if key and b"DI101" in painted:  # the report is read, so keys are heard
                    os.write(ours, key.encode())
                    key = ""
            if process.poll() is None:
                process.kill()
        while select.select([ours], [], [], 0.1)[0]:
            painted += os.read(ours, 65536)
        switched = list(re.finditer(rb"\x1b\[\?1049([hl])", painted))
        assert not switched or switched[-1][1] == b"l", "it is still on the alternate screen"
        end_of_app = switched[-1].end() if switched else 0
        self.told = re.sub(r"\x1b(?:\[[?>=<\d;]*[A-Za-z]|\][^\x07]*\x07)", "", painted[end_of_app:].decode())
        self.code, self.is_restored = process.returncode, termios.tcgetattr(theirs) == before
        os.close(ours)
        os.close(theirs)


@pytest.mark.parametrize(("planted", "key"), PLANTED.values(), ids=PLANTED)
def test_the_terminal_is_restored_and_a_line_is_told(report, planted, key):
    arguments = [str(report("alibaba-2024")), "--language", "en"]
    program = RUN.replace("{planted}", planted)
    left = Left([sys.executable, "-c", program, *arguments], key)
    assert left.code == 70, left.told
    assert left.is_restored
    (line,) = left.told.split("\n")[:-1]
    assert re.match(r"internal error, please report it .*: (?!Worker)\w+Error", line)


def test_the_traceback_is_printed_when_it_is_asked_for(report):
    planted, key = PLANTED["a key"]
    program = RUN.replace("{planted}", planted)
    left = Left([sys.executable, "-c", program, str(report("alibaba-2024")), "--debug"], key)
    assert left.code == 70
    assert "Traceback (most recent call last)" in left.told
    assert "ZeroDivisionError" in left.told.splitlines()[-1]
