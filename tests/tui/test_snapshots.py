"""How a screen looks as a whole: each kind of them once; what stands where on the others is in `test_cells`.

After a change that is meant: pytest tests/tui/test_snapshots.py --snapshot-update, and look at what changed.
"""

from pathlib import Path

import pytest
from pytest_textual_snapshot import SVGImageExtension
from textual.widgets import Input, TextArea

from disclosure_index.tui.app import BrowseApp
from tests.tui.conftest import SMALL, TODAY, WIDE, Session

SVGImageExtension.file_extension = "svg"
"""What the plugin calls `_file_extension`, as syrupy did before its version 5."""

TO_A13 = ("m", "j", "j", "j", "j")
SCREENS = {
    "start-80x24-en": ((), SMALL, "en"),
    "gaps-140x45-zh-Hans": (TO_A13, WIDE, "zh-Hans"),
    "omission-140x45-en": (("m", "G", "x", "space"), WIDE, "en"),
    "commands-140x45-en": (("ctrl+p",), WIDE, "en"),
    "report-140x45-en": (("2", "j", "j", "j", "l"), WIDE, "en"),
    "gaps-in-groups-140x45-en": (("3", "j", "j"), WIDE, "en"),
    "findings-140x45-en": (("4",), WIDE, "en"),
    "overview-140x45-en": (("5",), WIDE, "en"),
}


@pytest.mark.parametrize(("keys", "size", "language"), SCREENS.values(), ids=SCREENS)
@pytest.mark.sampled(3)
def test_screen(keys, size, language, report, snap_compare, monkeypatch):
    monkeypatch.chdir(report("alibaba-2024").parent)  # paths are shown
    folder = Path("alibaba-2024")
    app = BrowseApp(folder, folder / "disclosure-index.toml", today=TODAY, language=language)

    async def play(pilot):
        session = Session(app, pilot)
        await session.settle()
        await session.press(*keys)
        app.clear_notifications()
        for field in (*app.screen.query(Input), *app.screen.query(TextArea)):
            field.cursor_blink = False
        await session.settle()

    assert snap_compare(app, terminal_size=size, run_before=play)
