"""How every screen looks, where there is room and where there is little, in English and in Chinese.

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
    "start": (),
    "gaps": TO_A13,
    "frameworks": ("h", "j", "enter"),
    "detail": (*TO_A13, "l", "l"),
    "search": ("slash", *"305"),
    "passage": (*TO_A13, "t", *"2008"),
    "other-disclosure": (*TO_A13, "l", "l", "j", "T", *"305-1"),
    "omission": ("m", "G", "x", "space"),
    "owner": (*TO_A13, "w"),
    "filter": ("f",),
    "changes": (*TO_A13, "a", "v"),
    "help": ("question_mark",),
    "commands": ("ctrl+p",),
    "report": ("2", "j", "j", "j", "l"),
    "gaps-in-groups": ("3", "j", "j"),
    "findings": ("4",),
    "overview": ("5",),
    "export": ("E",),
    "jump": (*TO_A13, "semicolon"),
}


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "140x45"])
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(screen, size, language, report, snap_compare, monkeypatch):
    monkeypatch.chdir(report("alibaba-2024").parent)  # paths are shown
    folder = Path("alibaba-2024")
    app = BrowseApp(folder, folder / "disclosure-index.toml", today=TODAY, language=language)

    async def play(pilot):
        session = Session(app, pilot)
        await session.settle()
        await session.press(*SCREENS[screen])
        app.clear_notifications()
        for field in (*app.screen.query(Input), *app.screen.query(TextArea)):
            field.cursor_blink = False
        await session.settle()

    assert snap_compare(app, terminal_size=size, run_before=play)
