"""Makes every change to the report that is shown, one after the other."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from typing import TYPE_CHECKING, Protocol

from disclosure_index import workbench as editing
from disclosure_index.errors import CannotLookError, ConfigError
from disclosure_index.messages import NEW_LINE, joined, label, message

if TYPE_CHECKING:  # the first frame is painted without them
    from disclosure_index.workbench import Step, Workbench

READING, WRITING = label("busy", "Reading…"), label("busy", "Writing…")
"""What the app is doing."""

RELOADED = message("Files changed: reloaded")


class Shows(Protocol):
    """What shows a report: the app."""

    bench: "Workbench | None"
    language: str
    busy: str
    chosen_language: str
    failure: BaseException | None

    def tell(self, text: str, severity: str = "information") -> None:
        """Tell something at the edge of the screen."""

    def exit(self) -> None:
        """End."""

    def run_worker(self, work: Coroutine[None, None, None], *, group: str) -> object:
        """Run something beside the screen."""


class Editor:
    """Gives the app one workbench after the other; what is refused is told.

    Args:
        app: shows the report, and what is being done.
        open_workbench: reads the report; runs in a thread.

    """

    def __init__(self, app: Shows, open_workbench: "Callable[[], Workbench]") -> None:
        self._app, self._open = app, open_workbench
        self.turn = asyncio.Lock()  # held while a change is made

    async def read(self) -> None:
        """Read the report for the first time; where that fails, leave, and let the command line say why."""
        app = self._app
        app.busy = READING
        try:
            bench = await asyncio.to_thread(self._open)
        except (ConfigError, CannotLookError) as error:
            app.failure = error
            app.exit()
            return
        if not app.chosen_language:
            app.language = bench.assessment.report.language
        app.busy = ""
        app.bench = bench

    def change(self, steps: Callable[["Workbench"], Iterable["Step"]], label: str) -> None:
        """Take steps as one.

        Args:
            steps: gives them for a workbench; runs in a thread.
            label: what they are called, told when they are done.

        """
        self.step(lambda bench: editing.do(bench, steps(bench), label), label)

    def undo(self) -> None:
        """Take the last step back."""
        if self._app.bench and self._app.bench.history.done:
            self.step(editing.undo, message("Undone: {step}", step=self._app.bench.history.done[-1].label))
        else:
            self._app.tell(message("Nothing to undo"))

    def redo(self) -> None:
        """Make the step again that was taken back last."""
        if self._app.bench and self._app.bench.history.undone:
            self.step(editing.redo, message("Redone: {step}", step=self._app.bench.history.undone[-1].label))
        else:
            self._app.tell(message("Nothing to redo"))

    def reload(self) -> None:
        """Read everything again."""
        self.step(editing.reload, RELOADED, READING)

    async def look_outside(self) -> None:
        """Read again what somebody else wrote."""
        bench = self._app.bench
        if bench is None or self.turn.locked():
            return
        changed = await asyncio.to_thread(editing.changed_outside, bench)
        if changed and bench is self._app.bench and not self.turn.locked():
            self.reload()

    def step(self, operation: Callable[["Workbench"], "Workbench"], said: str, busy: str = WRITING) -> None:
        """Go on to another workbench, when those asked for before are done.

        Args:
            operation: gives it; runs in a thread.
            said: told when it went well; "" tells nothing.
            busy: what is shown meanwhile.

        """
        self._app.run_worker(self._step(operation, said, busy), group="step")

    async def _step(self, operation: Callable[["Workbench"], "Workbench"], said: str, busy: str) -> None:
        from disclosure_index.edits import EditError

        app = self._app
        async with self.turn:
            if app.bench is None:
                return
            app.busy = busy
            try:
                after = await asyncio.to_thread(operation, app.bench)
            except EditError as error:
                refused = message("{what}: {why}", what=error.what, why=error.why)
                app.tell(joined(NEW_LINE, (refused, error.hint)), severity="error")
                return
            except (ConfigError, CannotLookError) as error:
                app.tell(error.message, severity="error")
                return
            finally:
                app.busy = ""
            app.bench = after
        if said:
            app.tell(said if after.last is None or after.last.after else message("Nothing to change"))
