"""Killed at any moment, the workbench leaves every file as it was before a step or as it is after it, whole."""

import os
import signal
import subprocess
import sys
import time

from tests.support.tiers import repeats

KILLS = repeats(50)

EDITOR = """
import os
import sys
from datetime import date
from pathlib import Path
from disclosure_index.workbench import do, open_workbench, undo
from disclosure_index.workbench.steps import TagStep
from disclosure_index.model import Location

folder = Path(sys.argv[1])
source = (folder / "report.xhtml").as_posix()
for _ in sys.stdin:
    if editor := os.fork():
        print(os.waitstatus_to_exitcode(os.waitpid(editor, 0)[1]), flush=True)
    else:
        break
else:
    sys.exit()
bench = open_workbench(folder, today=date(2026, 6, 1))
print(os.getpid(), flush=True)
while True:
    step = TagStep(Location(source, 4, 1), "ungc:2")
    bench = undo(do(bench, [step], "a step"))
"""
"""For each line a process of its own, which tells its number, then takes a step and takes it back, as fast as it can,
until it is killed; what is imported is imported once."""


def test_a_kill_at_any_moment_leaves_the_old_or_the_new_file(make_report):
    filler = "<p>" + "废物 waste " * 40_000 + "</p>"
    folder = make_report(f'<section data-disclosure="ungc:1"><h1>Principles</h1><p>What we do.</p></section>{filler}')
    source, project = folder / "report.xhtml", (folder / "disclosure-index.toml").read_bytes()
    old = source.read_bytes()
    new = old.replace(b'"ungc:1"', b'"ungc:1 ungc:2"')
    left, half = set(), 0
    command = [sys.executable, "-c", EDITOR, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", bufsize=1
    ) as editors:
        for number in range(10 * KILLS):
            if number >= KILLS and len(left) > 1:  # on a busy machine the first kills may all fall before a write
                break
            editors.stdin.write("\n")
            editor = int(editors.stdout.readline())
            time.sleep(0.065 * number / KILLS)
            os.kill(editor, signal.SIGKILL)
            assert int(editors.stdout.readline()) == -signal.SIGKILL
            data = source.read_bytes()
            assert data in (old, new)
            left.add(data)
            half += len(list(folder.glob(".disclosure-index-*")))
            for file in folder.glob(".disclosure-index-*"):
                file.unlink()
            source.write_bytes(old)
    assert (folder / "disclosure-index.toml").read_bytes() == project
    assert left == {old, new}  # the kills fell before and after a write
    print(f"{half} of {KILLS} kills fell into a write")
