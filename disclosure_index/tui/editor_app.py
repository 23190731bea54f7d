"""The app without its screens: holds the report that is edited, and makes every change to it, one after the other."""

import asyncio
import gc
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from weakref import WeakSet

from textual import work
from textual.app import App
from textual.binding import Binding
from textual.events import Event, InputEvent
from textual.reactive import reactive
from textual.worker import WorkerFailed

from disclosure_index import workbench as editing
from disclosure_index.errors import CannotLookError, ConfigError
from disclosure_index.messages import NEW_LINE, joined, label, message, render
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.tui.actions import Action
from disclosure_index.tui.keymap import read_keymap
from disclosure_index.tui.saved_state import read_state
from disclosure_index.tui.suggestions import Advisor
from disclosure_index.tui.user_folders import config_folder, state_folder

if TYPE_CHECKING:  # the first frame is painted without them
    from disclosure_index.workbench import Step, Workbench

READING, WRITING = label("busy", "Reading…"), label("busy", "Writing…")
"""What the app is doing."""

RELOADED = message("Files changed: reloaded")

LOOK_EVERY = 1.5
"""Seconds between two looks at whether somebody else has written a file."""


class Follower(Protocol):
    """What follows the language of the app."""

    @property
    def is_running(self) -> bool:
        """Whether it is mounted, and not yet closed."""

    def retell(self) -> None:
        """Say everything anew."""


QUIET = 0.1
"""Seconds after a key before threads with much to do go on."""


class Browser(App[None]):
    """Knows the report, and what is shared by all screens.

    Args:
        path: a folder, a document in it, or the project file itself.
        project: the project file, whose place is kept.
        today: the day that suppressions are weighed on.
        language: of heads and titles; the one used last, else the report's, where it is "".
        allow_outside: whether the project's files may be outside its folder.
        definitions: a folder of frameworks that are defined besides the shipped ones.

    """

    bench: reactive["Workbench | None"] = reactive(None, init=False)
    language: reactive[str] = reactive("en", init=False)
    busy: reactive[str] = reactive("", init=False)  # a message of what is being done; "" where nothing is

    def __init__(
        self,
        path: Path,
        project: Path,
        *,
        today: date,
        language: str = "",
        allow_outside: bool = False,
        definitions: Path | None = None,
    ) -> None:
        super().__init__()
        self.failure: BaseException | None = None  # what ended the app, for the command line
        self.state = read_state(state_folder(), project)
        self.project = project
        self._last_key = 0.0
        self.advisor = Advisor(self.give_way)
        self.followers: WeakSet[Follower] = WeakSet()  # a watcher would be kept, and the report of its day with it
        self.turn = asyncio.Lock()  # held while a change is made
        self._path, self._today, self._allow_outside, self._definitions = path, today, allow_outside, definitions
        self._chosen_language = language or self.state.language
        self.set_reactive(Browser.language, self._chosen_language or "en")
        self._keys, self.wrong_keys = read_keymap(config_folder())
        self.set_keymap(self._keys)

    # --- threads and keys ---

    async def on_event(self, event: Event) -> None:
        """Note when a key came."""
        if isinstance(event, InputEvent):
            self._last_key = time.monotonic()
        await super().on_event(event)

    def give_way(self) -> None:
        """Wait, in a thread with much to do, until the app is idle: Python lets only one of them go on at a time."""
        assert self._loop is not None
        asyncio.run_coroutine_threadsafe(self._idle(), self._loop).result()

    async def _idle(self) -> None:
        while self.is_running and (left := self._last_key + QUIET - time.monotonic()) > 0:
            await asyncio.sleep(left)
        if not self.is_running:
            raise asyncio.CancelledError  # nobody waits for the thread any more

    @work(group="read")
    async def read(self) -> None:
        """Read the report for the first time; where that fails, leave, and let the command line say why."""
        self.busy = READING
        try:
            bench = await asyncio.to_thread(
                lambda: editing.open_workbench(
                    self._path, today=self._today, allow_outside=self._allow_outside, definitions=self._definitions
                )
            )
        except (ConfigError, CannotLookError) as error:
            self.failure = error
            self.exit()
            return
        if not self._chosen_language:
            self.language = bench.assessment.report.language
        self.busy = ""
        self._take(bench)

    def _take(self, bench: "Workbench") -> None:
        gc.freeze()  # a report is a million small values: looking through them would hold up the keys
        self.bench = bench

    def on_unmount(self) -> None:
        """Let the garbage collector see everything again: whoever ran the app may go on."""
        gc.unfreeze()

    @work(group="step")
    async def step(self, operation: Callable[["Workbench"], "Workbench"], said: str, busy: str = WRITING) -> None:
        """Go on to another workbench, when those asked for before are done; what is refused is told.

        Args:
            operation: gives it; runs in a thread.
            said: told when it went well; "" tells nothing.
            busy: what is shown meanwhile.

        """
        from disclosure_index.edits import EditError

        async with self.turn:
            if self.bench is None:
                return
            self.busy = busy
            try:
                after = await asyncio.to_thread(operation, self.bench)
            except EditError as error:
                self.tell(
                    joined(NEW_LINE, (message("{what}: {why}", what=error.what, why=error.why), error.hint)),
                    severity="error",
                )
                return
            except (ConfigError, CannotLookError) as error:
                self.tell(error.message, severity="error")
                return
            finally:
                self.busy = ""
            gc.collect()  # of what is new, forms that were closed too: what is frozen would be kept for ever
            self._take(after)
        if said:
            self.tell(said if after.last is None or after.last.after else message("Nothing to change"))

    def _handle_exception(self, error: Exception) -> None:
        """Keep an error for the command line, which tells it as that of any other verb; Textual ends the app."""
        if self.failure is None:
            self.failure = error.error if isinstance(error, WorkerFailed) else error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End the app; Textual itself would print a page with the values of all variables."""
        self._close_messages_no_wait()

    def watch_language(self) -> None:
        """Let everything be said in the language of the moment."""
        for follower in tuple(self.followers):
            if follower.is_running:
                follower.retell()

    def change(self, steps: Callable[["Workbench"], Iterable["Step"]], label: str) -> None:
        """Take steps as one.

        Args:
            steps: gives them for a workbench; runs in a thread.
            label: what they are called, told when they are done.

        """
        self.step(lambda bench: editing.do(bench, steps(bench), label), label)

    async def look_outside(self) -> None:
        """Read again what somebody else wrote."""
        bench = self.bench
        if bench is None or self.turn.locked():
            return
        changed = await asyncio.to_thread(editing.changed_outside, bench)
        if changed and bench is self.bench and not self.turn.locked():
            self.step(editing.reload, RELOADED, READING)

    def leave_view(self) -> None:
        """Go back to the view that one came from."""
        raise NotImplementedError

    def tell(self, text: str, severity: str = "information") -> None:
        """Tell something at the edge of the screen; nothing in it is markup."""
        shown = "\n".join(for_terminal(line) for line in render(text, self.language).split("\n"))
        self.notify(shown, severity=severity, markup=False)  # type: ignore[arg-type]

    def keys_of(self, action: Action) -> str:
        """Write the keys of an action as people know them, the user's own where there are any."""
        keys = self._keys.get(action.id, action.keys).split(",")
        return " ".join(self.get_key_display(Binding(key.strip(), "")) for key in keys)
