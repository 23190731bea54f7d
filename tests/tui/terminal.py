"""A real terminal for the app: tmux with its own server, keys in and the screen out."""

import os
import shlex
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

NAMES = {"enter": "Enter", "escape": "Escape", "tab": "Tab", "space": "Space", "slash": "/"}
PATIENCE = 30.0
"""The most seconds until something appears, on a busy machine."""


class Terminal:
    """A program in a terminal, which is removed when closed."""

    def __init__(self, socket: Path, command: list[str], *, size: tuple[int, int], **environment: str) -> None:
        self._tmux = ["tmux", "-S", str(socket), "-f", os.devnull]
        words = ["env", *(f"{name}={value}" for name, value in environment.items()), *command]
        line = f"{shlex.join(words)}; echo left with $?; cat"
        width, height = map(str, size)
        self._call("new-session", "-d", "-x", width, "-y", height, line, TERM="xterm-256color", LC_ALL="C.UTF-8")

    def _call(self, *arguments: str, **environment: str) -> str:
        call = [*self._tmux, "-u", *arguments]
        env = {**os.environ, **environment}
        for name in ("COLUMNS", "LINES"):  # of the terminal that runs the tests: the app would use them
            env.pop(name, None)
        return subprocess.run(call, check=True, capture_output=True, encoding="utf-8", timeout=30, env=env).stdout

    def press(self, *keys: str) -> None:
        """Press keys, as Textual names them."""
        for key in keys:
            self._call("send-keys", NAMES.get(key, key.replace("ctrl+", "C-")))

    def type(self, text: str) -> None:
        """Type a text all at once, as an input method does."""
        self._call("send-keys", "-l", text)

    @property
    def seen(self) -> str:
        """The screen, as text."""
        return self._call("capture-pane", "-p")

    @property
    def painted(self) -> str:
        """The screen, with the sequences that colour it."""
        return self._call("capture-pane", "-p", "-e")

    def wait(self, fits: Callable[[str], bool], what: str) -> None:
        """Wait until the screen fits."""
        end = time.monotonic() + PATIENCE
        while not fits(seen := self.seen):
            assert time.monotonic() < end, f"not in sight: {what}\n{seen}"
            time.sleep(0.05)

    def see(self, text: str) -> None:
        """Wait until a text appears."""
        self.wait(lambda seen: text in seen, text)

    def close(self) -> None:
        """Close the terminal."""
        subprocess.run([*self._tmux, "kill-server"], check=False, capture_output=True, timeout=30)
