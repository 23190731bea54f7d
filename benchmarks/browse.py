"""How quick `browse` is on a big report, beside what Textual needs for nothing.

Run: python -m benchmarks.browse

On a report of 20 MB and 20,000 passages, against all frameworks there are, in Textual's pilot, in one process:
1. First paint of a fresh process, against that of an empty app (aim: at most 2).
2. From a key to the frame that it makes, at the median, in the table of all disclosures (aim: at most 50 ms), beside
   a DataTable of Textual with as many empty rows.
3. From a key in the search line to the frame with it, while what was typed before is looked for.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import DataTable

from benchmarks.generate import CHINESE, ENGLISH, PROJECT
from disclosure_index import tui
from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.tui.app import BrowseApp

TODAY = date(2026, 1, 31)
SIZE = (140, 45)
STARTS, KEYS, PASSAGES = 5, 30, 20_000
FRAMEWORKS = ["hkex-esg", "gri", "sasb", "tcfd", "ungc", "sdg", "ifrs-s1", "ifrs-s2"]


class Empty(App[None]):
    """Shows nothing, and keeps whether it was painted."""

    painted = False

    def on_ready(self) -> None:
        """Keep it."""
        self.painted = True


class Browse(BrowseApp):
    """The app; keeps whether its own screen was painted, with the report still to be read."""

    CSS_PATH = str(Path(tui.__file__).with_name("style.tcss"))
    painted = False

    def on_ready(self) -> None:
        """Keep it."""
        self.painted = True


class Table(App[None]):
    """A table of empty rows."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        """Fill it."""
        table = self.query_one(DataTable)
        table.add_columns(*"abcdef")
        table.add_rows([[""] * 6] * self._rows)


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["--paint"]:
        _paint(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_STATE_HOME"] = folder
        report = _write(Path(folder))
        empty, browse = (min(_fresh(path) for _ in range(STARTS)) for path in ("", str(report)))
        print(f"first paint / that of an empty app: {browse / empty:.2f} (aim 2)")
        asyncio.run(_measure(report))


def _paint(report: str) -> None:
    """Show the first screen of an app, of an empty one where no report is given, and leave."""
    asyncio.run(_first_paint(_app(Path(report)) if report else Empty()))
    os._exit(0)  # the report is still being read in a thread


def _fresh(report: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "benchmarks.browse", "--paint", report], check=True)
    return time.perf_counter() - start


async def _measure(report: Path) -> None:
    app = _app(report)
    async with app.run_test(size=SIZE) as pilot:
        while app.bench is None:
            await pilot.pause(0.1)
        assessment = app.bench.assessment
        rows = len(assessment.coverage)
        passages = sum(len(document.passages) for document in assessment.report.documents)
        print(f"a report with {passages:,} passages, against {rows:,} disclosures")
        await asyncio.sleep(2)
        ours = await _frames(pilot, ["j"] * KEYS + ["pagedown"] * 10)
        await pilot.press("slash")
        await pilot.pause(0.2)
        typed = await _frames(pilot, list("the lighting of all piers") * 2)
    async with Table(rows).run_test(size=SIZE) as pilot:
        await pilot.pause(0.5)
        theirs = await _frames(pilot, ["down"] * KEYS + ["pagedown"] * 10)
    for name, frames in (("in the table", ours), ("in an empty DataTable", theirs), ("typed in search", typed)):
        worst = sorted(frames)[int(len(frames) * 0.95)]
        middle = statistics.median(frames) * 1000
        print(f"frame after a key {name}: {middle:.1f} ms at the median, {worst * 1000:.1f} at 95 %")


def _write(folder: Path) -> Path:
    """Write a report with long paragraphs, and a section for each disclosure that there is."""
    catalog = load_frameworks(FRAMEWORKS)
    found = [d for framework in catalog.frameworks.values() for d in framework.disclosures]
    industries = sorted({d.code[:5] for d in found if d.framework == "sasb"})
    claims = "".join(f'\n[[frameworks]]\nid = "{id}"\n' for id in FRAMEWORKS[4:])
    project = PROJECT.replace('["CG-EC"]', repr(industries).replace("'", '"')) + claims
    (folder / "disclosure-index.toml").write_text(project, "utf-8")
    each = PASSAGES // len(found)
    text = f"{ENGLISH}{CHINESE}" * 2
    with (folder / "report.xhtml").open("w", encoding="utf-8") as file:
        file.write('<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="en">\n<body>\n')
        for number, d in enumerate(found):
            paragraphs = "\n".join(f"<p>{number * n:,} MWh. {text}</p>" for n in range(1, each))
            file.write(f'<section data-disclosure="{d.uid}">\n<h2>Section {number}</h2>\n{paragraphs}\n</section>\n')
        file.write("</body>\n</html>\n")
    return folder


def _app(report: Path) -> Browse:
    return Browse(report, report / "disclosure-index.toml", today=TODAY, language="en")


async def _first_paint(app: Empty | Browse) -> None:
    async with app.run_test(size=SIZE) as pilot:
        while not app.painted:
            await pilot.pause()


async def _frames(pilot: Pilot[None], keys: list[str]) -> list[float]:
    """Give the seconds from each key until the screen that it leads to is drawn."""
    found = []
    for key in keys:
        start = time.perf_counter()
        await pilot.press("space" if key == " " else key)
        pilot.app.screen._compositor.render_update(full=True)
        found.append(time.perf_counter() - start)
    return found


if __name__ == "__main__":
    main()
