"""The speed of `browse` on a big report, compared with an empty Textual app.

Run: python -m benchmarks.browse

On a report of 20 MB and 20,000 passages, against 3,000 disclosures (see `benchmarks.browse_report`):
1. First paint of a fresh process in a terminal, against that of an empty app (aim: at most 2).
2. From a key to the first frame that shows it moved, at the median, in the table of all disclosures (aim: at most
   50 ms), beside a DataTable of Textual with as many empty rows; and until the detail beside it is shown, too.
3. The same with the key held down; while the first suggestions are prepared; and typed in the search line, during the
   search for the text typed before.

Keys go in through Textual's pilot, which then waits for much longer than a frame takes; so its own time means nothing.
Instead the driver, in place of the terminal, records when it receives a whole frame: all of Textual's work for one is
in it, down to the control codes, the same for the table and for ours. Textual draws at most 60 frames per second, so
up to 17 ms of it are waiting.
"""

import asyncio
import fcntl
import os
import pty
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import DataTable, Input

from benchmarks.browse_report import DISCLOSURES, write_definitions, write_report
from disclosure_index import tui
from disclosure_index.cli.program.process import tune
from disclosure_index.tui.app import BrowseApp
from disclosure_index.tui.editor import READING
from disclosure_index.tui.widgets.row_table import Rows

TODAY = date(2026, 1, 31)
SIZE = (140, 45)
STARTS, KEYS = 9, 40
SETTLED = 0.3
"""The seconds after which a key has had all its effects."""
REPEAT = 1 / 30
"""The seconds between two repeats of a key that is held down."""
MOVES = ["down"] * KEYS + ["pagedown"] * 10
EMPTY = [sys.executable, "-c", "from textual.app import App; App().run()"], " " * 100
"""A command, and what it has painted at the start: a line of the empty screen."""


Measured = dict[str, list[tuple[float, float]]]
"""By action, for each key the seconds until the first and the last frame that it caused."""


class Terminal(HeadlessDriver):
    """Receives frames, and records when each was whole, with the value of `watched` at that moment."""

    is_headless = False  # otherwise Textual would not write any
    frames: ClassVar[list[tuple[float, Any]]] = []
    watched: ClassVar[Callable[[], Any]] = lambda: None

    def flush(self) -> None:
        """Record a whole frame."""
        self.frames.append((time.perf_counter(), Terminal.watched()))


class Browse(BrowseApp):
    """The app with that terminal."""

    CSS_PATH = str(Path(tui.__file__).with_name("style.tcss"))

    def __init__(self, report: Path, definitions: Path) -> None:
        project = report / "disclosure-index.toml"
        super().__init__(report, project, today=TODAY, language="en", definitions=definitions)
        self.driver_class = Terminal


class Table(App[None]):
    """A table of empty rows."""

    def __init__(self, rows: int) -> None:
        super().__init__(driver_class=Terminal)
        self._rows = rows

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        """Add the rows."""
        table = self.query_one(DataTable)
        table.add_columns(*"abcdef")
        table.add_rows([[""] * 6] * self._rows)


def main() -> None:
    """Measure and print."""
    tune()  # so that this process is tuned like that of the command line
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_STATE_HOME"] = folder
        definitions = write_definitions(Path(folder) / "frameworks")
        report = write_report(Path(folder) / "report", definitions)
        ours = [sys.executable, "-m", "disclosure_index", "browse", str(report), "--language", "en"]
        ours += ["--definitions", str(definitions)]
        browse = ours, READING
        pairs = [(_painted(*EMPTY), _painted(*browse)) for _ in range(STARTS)]
        empty, full = (min(times) for times in zip(*pairs, strict=True))
        print(f"first paint / that of an empty app: {full:.2f} s / {empty:.2f} s = {full / empty:.2f} (aim 2)")
        for name, frames in {**asyncio.run(_ours(report, definitions)), **asyncio.run(_theirs())}.items():
            first, last = ([seconds * 1000 for seconds in times] for times in zip(*frames, strict=True))
            worst = sorted(first)[int(len(first) * 0.95)]
            print(f"frame after a key {name}: {statistics.median(first):.0f} ms at the median, ", end="")
            print(f"{worst:.0f} at 95 %; the last one {statistics.median(last):.0f}")


def _painted(command: list[str], seen: str) -> float:
    """Return the seconds from the start of a process until a text is seen in its terminal; then end it."""
    start = time.perf_counter()
    process, terminal = pty.fork()
    if not process:
        os.execv(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
    shown = b""
    while seen.encode() not in shown:
        shown += os.read(terminal, 1 << 16)
    taken = time.perf_counter() - start
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(terminal)
    return taken


async def _ours(report: Path, definitions: Path) -> Measured:
    app = Browse(report, definitions)
    async with app.run_test(headless=False, size=SIZE) as pilot:
        while app.bench is None:
            await pilot.pause(0.1)
        documents, coverage = app.bench.assessment.report.documents, app.bench.assessment.coverage
        size = f"{sum(len(document.passages) for document in documents):,} passages, {len(coverage):,} disclosures"
        rows, query = app.screen.query_one("#rows", Rows), app.screen.query_one("#query", Input)
        found = {f"while suggestions are made ready ({size})": await _frames(pilot, MOVES, lambda: rows.cursor)}
        await _ready(app)
        await pilot.press("home")
        found["in the table"] = await _frames(pilot, MOVES, lambda: rows.cursor)
        found["held down in the table"] = await _held(pilot, lambda: rows.cursor)
        await pilot.press("slash")
        found["typed in search"] = await _frames(pilot, list("the lighting of all piers"), lambda: query.value)
    return found


async def _theirs() -> Measured:
    app = Table(DISCLOSURES)
    async with app.run_test(headless=False, size=SIZE) as pilot:
        await pilot.pause(SETTLED)
        table = app.query_one(DataTable)
        return {
            "in an empty DataTable": await _frames(pilot, MOVES, lambda: table.cursor_row),
            "held down in it": await _held(pilot, lambda: table.cursor_row),
        }


async def _ready(app: Browse) -> None:
    """Wait until suggestions have been made."""
    while any(worker.group == "suggest" and not worker.is_finished for worker in app.workers):
        await asyncio.sleep(0.1)


async def _frames(pilot: Pilot[None], keys: Sequence[str], seen: Callable[[], Any]) -> list[tuple[float, float]]:
    """Press keys, each when all effects of the one before have been drawn.

    Args:
        pilot: the pilot that presses them.
        keys: the keys, in order.
        seen: returns the value that they change.

    Returns:
        For each key the seconds until the first frame that shows its change, and until the last one.

    """
    found = []
    Terminal.watched = seen
    for key in keys:
        before = seen()
        Terminal.frames.clear()
        start = time.perf_counter()
        await pilot.press("space" if key == " " else key)
        await asyncio.sleep(SETTLED)
        after = [moment - start for moment, value in Terminal.frames if value != before]
        found.append((after[0], after[-1]))
    return found


async def _held(pilot: Pilot[None], seen: Callable[[], int]) -> list[tuple[float, float]]:
    """Hold a key down; return the seconds from each repeat until a frame shows its change, twice."""
    Terminal.watched, before = seen, seen()
    Terminal.frames.clear()
    pressed = []
    for _ in range(KEYS):
        pressed.append(time.perf_counter())
        pilot.app.post_message(Key("down", None))
        await asyncio.sleep(REPEAT)
    await pilot.pause(SETTLED)
    found = []
    for number, start in enumerate(pressed, before + 1):
        taken = next(moment for moment, value in Terminal.frames if value >= number) - start
        found.append((taken, taken))
    return found


if __name__ == "__main__":
    main()
