"""The app on copies of the sample reports, driven by keys through Textual's pilot, with its own user folders."""

import asyncio
import shutil
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import RenderableType
from rich.style import Style
from textual._compositor import Compositor
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import ModalScreen

from disclosure_index.tui.app import BrowseApp
from tests.tui.terminal import PATIENCE, Terminal

TODAY = date(2026, 6, 1)
WIDE, SMALL = (140, 45), (80, 24)
Script = Callable[["Session"], Awaitable[None]]


class Session:
    """A running app: keys go in, and the screen comes out."""

    def __init__(self, app: BrowseApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Press keys, each when all effects of the one before are done."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def press_at_once(self, *keys: str) -> None:
        """Press letters without waiting for the effects of the one before."""
        for key in keys:
            self.app.post_message(Key(key, key))
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text at once, Chinese too."""
        await self.pilot.press(*("space" if sign == " " else sign for sign in text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until no worker is active, no message is queued, and the screen is stable."""
        before: list[str] = []
        end = time.monotonic() + PATIENCE
        while True:
            assert time.monotonic() < end, f"something works on and on\n{self.seen}"
            await self.pilot.pause(0)
            if self._works:
                await asyncio.sleep(0.002)
            elif before == (before := self.lines):
                return

    @property
    def _works(self) -> bool:
        """Whether work is pending.

        The worker of a form waits for keys while the form is open, and then continues. Screens learn of a new size a
        moment later.
        """
        app = self.app
        if app.bench is None and app.failure is None:
            return True  # its report has not been read yet
        waits = any(isinstance(screen, ModalScreen) for screen in app.screen_stack)
        working = any(not (w.is_finished or (waits and w.group == "form")) for w in app.workers)
        return working or any(n.message_queue_size for n in app._registry) or app._resize_event is not None

    async def until(self, fits: Callable[[], bool], what: str) -> None:
        """Wait for a condition."""
        end = time.monotonic() + PATIENCE
        while not fits():
            assert time.monotonic() < end, f"{what}\n{self.seen}"
            await self.pilot.pause(0.02)

    async def see(self, text: str) -> None:
        """Wait until a text appears, on the screen or in a notice."""
        await self.until(lambda: text in "\n".join((self.seen, *self.told)), f"not in sight: {text}")

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    def cells(self, x: int, y: int, text: str) -> tuple[str, set[Style]]:
        """Return the text at a position, as long as `text`, and the styles of its characters."""
        at, found, styles = 0, "", set()
        for segment in self.app.screen._compositor.render_strips()[y]:
            for sign in segment.text:
                if x <= at and len(found) < len(text):
                    found += sign
                    styles |= {segment.style} if sign.strip() else set()
                at += cell_len(sign)
        return found, styles

    @property
    def seen(self) -> str:
        """The screen, as text."""
        return "\n".join(self.lines)

    @property
    def codes(self) -> list[str]:
        """The codes in the table of disclosures."""
        return [row.disclosure.code for row in self.app.screen.rows.items]

    @property
    def code(self) -> str:
        """The code under the cursor."""
        return self.app.screen.row.disclosure.code

    @property
    def told(self) -> list[str]:
        """The notices shown so far."""
        return [notification.message for notification in self.app._notifications]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Use temporary user folders, not those of the developer."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(autouse=True)
def no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the tests independent of how busy the machine is.

    The pilot goes on at once: a `Session` knows what is active, where Textual guesses. Notices stay visible.
    """
    monkeypatch.setattr(BrowseApp, "NOTIFICATION_TIMEOUT", 3600)
    for module in ("app", "pilot"):
        monkeypatch.setattr(f"textual.{module}.wait_for_idle", lambda *_: asyncio.sleep(0))


PAINTED = Compositor.render_update


def _paint(self: Compositor, full: bool = False, **options: Any) -> RenderableType | None:
    """Render pictures of the screen, and nothing for the terminal, which does not exist."""
    if full:
        return PAINTED(self, full, **options)
    self._dirty_regions.clear()
    return None


@pytest.fixture
def report(root: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Copy a sample report, once, and return its folder."""

    def copy(name: str) -> Path:
        folder = tmp_path / name
        return folder if folder.exists() else shutil.copytree(root / "report_sources" / name, folder)

    return copy


@pytest.fixture
def browse(report: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> Callable[..., BrowseApp]:
    """Run the app on a report, and play a script on it; its `Session` renders the screen on demand."""
    monkeypatch.setattr(Compositor, "render_update", _paint)

    def play(
        script: Script, name: str | Path = "alibaba-2024", *, size: tuple[int, int] = WIDE, language: str = "en"
    ) -> BrowseApp:
        folder = name if isinstance(name, Path) else report(name)
        app = BrowseApp(folder, folder / "disclosure-index.toml", today=TODAY, language=language)

        async def run() -> None:
            async with app.run_test(size=size) as pilot:
                session = Session(app, pilot)
                await session.settle()
                await script(session)

        asyncio.run(run())
        return app

    return play


@pytest.fixture
def terminal(report: Callable[[str], Path], tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Run `browse` on a report in a real terminal."""
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed: apt-get install tmux")
    opened: list[Terminal] = []

    def open_terminal(
        name: str | Path, *options: str, size: tuple[int, int] = WIDE, language: str = "en", **environment: str
    ) -> Terminal:
        folder = name if isinstance(name, Path) else report(name)
        command = [sys.executable, "-m", "disclosure_index", "browse", str(folder), "--language", language, *options]
        opened.append(Terminal(tmp_path / f"tmux{len(opened)}", command, size=size, **environment))
        return opened[-1]

    yield open_terminal
    for one in opened:
        one.close()
