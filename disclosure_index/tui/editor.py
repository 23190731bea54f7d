"""The editor of the shown report, which makes every change, one after the other."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from typing import TYPE_CHECKING, Any, Protocol

from disclosure_index import workbench as editing
from disclosure_index.errors import ConfigError, CouldNotCheckError
from disclosure_index.messages import NEW_LINE, joined, label, message

if TYPE_CHECKING:  # the first frame is painted without them
    from disclosure_index.workbench import Step, Workbench

READING, WRITING = label("busy", "Reading…"), label("busy", "Writing…")
"""The activities of the app."""

RELOADED = message("Files changed: reloaded")


class ReportWindow(Protocol):
    """The window of the report: the app."""

    bench: "Workbench | None"
    language: str
    busy: str
    broken: str
    chosen_language: str
    failure: BaseException | None

    def show_message(self, text: str, severity: str = "information") -> None:
        """Show a notice at the edge of the screen."""

    def exit(self) -> None:
        """Exit."""

    def run_worker(self, work: Coroutine[Any, Any, Any], *, group: str) -> object:
        """Run work beside the screen."""


class Editor:
    """Gives the app one workbench after the other, and shows refusals.

    Args:
        app: shows the report and the current activity.
        open_workbench: reads the report; runs in a thread.

    """

    def __init__(self, app: ReportWindow, open_workbench: "Callable[[], Workbench]") -> None:
        self._app, self._open = app, open_workbench
        self.turn = asyncio.Lock()  # held while a change is made
        self._tried: object = None  # the stamps of the files that could not be read

    async def read(self) -> None:
        """Read the report for the first time; on failure, exit, and let the command line report it."""
        app = self._app
        app.busy = READING
        try:
            bench = await asyncio.to_thread(self._open)
        except (ConfigError, CouldNotCheckError) as error:
            app.failure = error
            app.exit()
            return
        if not app.chosen_language:
            app.language = bench.assessment.report.language
        app.busy = ""
        app.bench = bench
        self._show_recovered(bench)

    def change(self, steps: Callable[["Workbench"], Iterable["Step"]], label: str) -> None:
        """Apply steps as one, made from the report as shown now.

        Args:
            steps: returns them for a workbench; runs in a thread.
            label: their name, shown when they are done.

        """
        if seen := self._app.bench:
            self._app.run_worker(self.changed(seen, steps, label), group="step")

    async def changed(self, seen: "Workbench", steps: Callable[["Workbench"], Iterable["Step"]], label: str) -> bool:
        """Apply steps as one, made from the report that the person saw, and return whether that succeeded."""
        return await self._step(
            lambda bench: editing.do(editing.caught_up(bench), steps(seen), label, seen), label, WRITING
        )

    def undo(self) -> None:
        """Undo the last step."""
        if self._app.bench and self._app.bench.history.done:
            undone = message("Undone: {step}", step=self._app.bench.history.done[-1].label)
            self.step(lambda bench: editing.undo(editing.caught_up(bench)), undone)
        else:
            self._app.show_message(message("Nothing to undo"))

    def redo(self) -> None:
        """Redo the step that was undone last."""
        if self._app.bench and self._app.bench.history.undone:
            redone = message("Redone: {step}", step=self._app.bench.history.undone[-1].label)
            self.step(lambda bench: editing.redo(editing.caught_up(bench)), redone)
        else:
            self._app.show_message(message("Nothing to redo"))

    def reload(self) -> None:
        """Read everything again."""
        self.step(editing.reload, RELOADED, READING)

    async def reload_if_changed(self) -> None:
        """Read again what was changed elsewhere; an unreadable file is not read again before its next change."""
        bench = self._app.bench
        if bench is None or self.turn.locked():
            return
        if (tried := self._tried) is not None and await asyncio.to_thread(editing.stamps_of, bench) == tried:
            return
        changed = await asyncio.to_thread(editing.changed_outside, bench)
        if bench is not self._app.bench or self.turn.locked():
            return
        if changed:
            self.reload()
        elif tried is not None:  # the files are again as they were read
            self._tried, self._app.broken = None, ""

    def step(self, operation: Callable[["Workbench"], "Workbench"], said: str, busy: str = WRITING) -> None:
        """Go on to another workbench, after the requests before.

        Args:
            operation: returns it; runs in a thread.
            said: shown on success; "" shows nothing.
            busy: the activity shown meanwhile.

        """
        self._app.run_worker(self._step(operation, said, busy), group="step")

    async def _step(self, operation: Callable[["Workbench"], "Workbench"], said: str, busy: str) -> bool:
        """Go on to another workbench; return whether that succeeded."""
        from disclosure_index.edits import EditError

        app = self._app
        async with self.turn:
            if app.bench is None:
                return False
            app.busy = busy
            tried = None
            try:
                if busy is READING:
                    tried = await asyncio.to_thread(editing.stamps_of, app.bench)
                after = await asyncio.to_thread(operation, app.bench)
            except EditError as error:
                refused = message("{what}: {why}", what=error.what, why=error.why)
                app.show_message(joined(NEW_LINE, (refused, error.hint)), severity="error")
                return False
            except (ConfigError, CouldNotCheckError) as error:
                self._keep_last(error.message, tried)
                return False
            finally:
                app.busy = ""
            if broken := editing.no_longer_readable(app.bench, after):
                self._keep_last(broken, tried)
                return False
            if after.recovered is not app.bench.recovered:
                self._show_recovered(after)
            self._tried, app.broken = None, ""
            app.bench = after
        if said:
            app.show_message(said if after.last is None or after.last.after else message("Nothing to change"))
        return True

    def _keep_last(self, why: str, tried: object) -> None:
        """Keep showing the last readable report, with a warning on every view."""
        self._tried = tried
        self._app.broken = message("Cannot be read, so the last readable version is shown: {why}", why=why)
        self._app.show_message(why, severity="error")

    def _show_recovered(self, bench: "Workbench") -> None:
        for recovered in bench.recovered:
            self._app.show_message(recovered, severity="warning")
