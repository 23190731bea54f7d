"""Make busy threads wait for a person who presses keys."""

import asyncio
import time
from typing import Any

from textual.app import App

QUIET = 0.1
"""Seconds after a key before such threads continue."""


class Idle:
    """The time of the last key.

    Args:
        app: receives the keys; its event loop is the one to wait in.

    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._last_key = 0.0

    def note_key(self) -> None:
        """Record that a key was pressed."""
        self._last_key = time.monotonic()

    def give_way(self) -> None:
        """Wait, in a thread, until the app is idle: Python runs only one thread at a time."""
        assert self._app._loop is not None
        asyncio.run_coroutine_threadsafe(self._idle(), self._app._loop).result()

    async def _idle(self) -> None:
        while self._app.is_running and (left := self._last_key + QUIET - time.monotonic()) > 0:
            await asyncio.sleep(left)
        if not self._app.is_running:
            raise asyncio.CancelledError  # nobody waits for the thread any longer
