"""Take the pictures of `browse` for the documentation: ``python -m tools.screenshots docs/images``.

They are taken of the app itself, on a copy of a sample report; nothing in them is drawn by hand.
"""

import asyncio
import html
import os
import re
import shutil
import sys
import tempfile
from contextlib import chdir, suppress
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Input, TextArea
from textual.worker import WorkerCancelled

from disclosure_index.tui.app import BrowseApp

REPORT = Path("report_sources", "alibaba-2024")
TODAY = date(2026, 6, 1)


class Shot(NamedTuple):
    """A picture: the keys that lead to its content."""

    name: str
    keys: tuple[str, ...]
    language: str = "en"
    size: tuple[int, int] = (140, 40)


TO_A13 = ("m", "j", "j", "j", "j")
SHOTS = (
    Shot("browse", TO_A13),
    Shot("browse-chinese", TO_A13, "zh-Hans"),
    Shot("browse-omission", ("m", "G", "x", "space"), size=(100, 30)),
    Shot("browse-changes", (*TO_A13, "a", "v"), size=(100, 20)),
    Shot("browse-small", TO_A13, size=(80, 24)),
    Shot("browse-alongside", (*TO_A13, "a", "A"), size=(100, 24)),
    Shot("browse-several", ("m", "j", "j", "j", "space", "space"), size=(100, 30)),
)


def take(shot: Shot) -> str:
    """Return a picture as SVG.

    Args:
        shot: the picture to take.

    """
    report = REPORT.resolve()
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        copy = Path(shutil.copytree(report, report.name))
        app = BrowseApp(copy, copy / "disclosure-index.toml", today=TODAY, language=shot.language)
        return aligned(asyncio.run(_play(app, shot)))


async def _play(app: BrowseApp, shot: Shot) -> str:
    async with app.run_test(size=shot.size) as pilot:
        await _settle(pilot)
        for key in shot.keys:
            await pilot.press(key)
            await _settle(pilot)
        app.clear_notifications()
        for field in (*app.screen.query(Input), *app.screen.query(TextArea)):
            field.cursor_blink = False
        await _settle(pilot)
        return app.export_screenshot()


async def _settle(pilot: Pilot[None]) -> None:
    """Wait until no worker is active; that of a form waits for keys and does not count."""
    await pilot.pause(0.03)
    while working := [w for w in pilot.app.workers if w.group != "form" and not w.is_finished]:
        with suppress(WorkerCancelled):  # a search for suggestions is cancelled by the next
            await pilot.app.workers.wait_for_complete(working)
        await pilot.pause(0.03)


_TEXT = re.compile(r'<text class="([^"]*)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)" ([^>]*)>([^<]*)</text>')


def aligned(svg: str) -> str:
    """Return a picture in which Chinese is aligned with its cells: rich counts one cell per character, wide or not.

    Args:
        svg: as rich writes it.

    """
    return _TEXT.sub(_in_cells, svg)


def _in_cells(found: re.Match[str]) -> str:
    style, x, y, length, rest, escaped = found.groups()
    text = html.unescape(escaped)
    if cell_len(text) == len(text):
        return found[0]
    cell, at, pieces = float(length) / len(text), float(x), []
    for _, signs in groupby(text, key=cell_len):
        piece = "".join(signs)
        width = cell * cell_len(piece)
        said = html.escape(piece).replace("\xa0", "&#160;")
        pieces.append(f'<text class="{style}" x="{at:.1f}" y="{y}" textLength="{width:.1f}" {rest}>{said}</text>')
        at += width
    return "".join(pieces)


if __name__ == "__main__":
    os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_STATE_HOME"] = os.devnull  # without a user's keys and colours
    for shot in SHOTS:
        (Path(sys.argv[1]) / f"{shot.name}.svg").write_text(take(shot), "utf-8")
