"""What every view of a report shares: it knows the report, and opens its source at what is under the cursor."""

import asyncio
import subprocess
from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from textual import work
from textual.app import SuspendNotSupported
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Label

from disclosure_index.assessment.assess import Assessment
from disclosure_index.edits import EditError, write_atomically
from disclosure_index.files import reason
from disclosure_index.messages import message
from disclosure_index.model import Location
from disclosure_index.tables.table import Table
from disclosure_index.tui import external_editor as editors
from disclosure_index.tui.actions import ACTIONS
from disclosure_index.tui.export_tables import rendered
from disclosure_index.tui.navigation import Goal, View
from disclosure_index.tui.screens.export import ExportScreen
from disclosure_index.tui.screens.localised import Worded
from disclosure_index.workbench import Workbench

NO_TAG = message("This disclosure has no tag of its own: tag a passage first")


class Sourced(Worded[None]):
    """A view of the report; it is filled when it is in sight."""

    VIEW: ClassVar[View]

    def __init__(self) -> None:
        super().__init__(name=self.VIEW)
        self._shown: tuple[Workbench, str] | None = None  # which moment of the report, in which language

    @property
    def bench(self) -> Workbench | None:
        """The report; None while it is read."""
        return self.browser.bench

    @property
    def assessment(self) -> Assessment | None:
        """What it comes to."""
        return self.bench.assessment if self.bench else None

    @property
    def document(self) -> int:
        """The number of the document that is looked at: the one in the language of the moment, else the first."""
        documents = self.assessment.report.documents if self.assessment else ()
        return next((n for n, d in enumerate(documents) if d.language == self.browser.language), 0)

    def top(self) -> Iterator[Widget]:
        """Yield the line at the top: what is shown, and where there is room the views with their keys."""
        with Horizontal(id="top"):
            yield Label(id="title", markup=False)
            yield Label(self._views(), id="views", markup=False)

    def _views(self) -> str:
        """Name the views; the one that is in sight stands in brackets."""
        actions = {action.id: action for action in ACTIONS}
        names = []
        for view in View:
            action = actions[f"view-{view}"]
            name = f"{self.browser.keys_of(action)} {self.rendered(action.word)}"
            names.append(f"[{name}]" if view is self.VIEW else f" {name} ")
        return "".join(names)

    @abstractmethod
    def show_bench(self) -> None:
        """Show the report anew, at the same place."""

    def look_at(self, goal: Goal) -> None:
        """Go to what somebody wants to see here; by default there is nothing to go to."""

    def follow(self) -> None:
        """Show the report anew where it has changed; one that is not in sight waits until it is."""
        if self.bench is not None and self.is_current and self._shown != (now := (self.bench, self.browser.language)):
            self._shown = now
            self.show_bench()

    def action_leave_view(self) -> None:
        """Go back to the view that one came from."""
        self.browser.leave_view()

    def on_mount(self) -> None:
        """Follow the report."""
        self.watch(self.app, "bench", self.follow, init=False)

    def on_screen_resume(self) -> None:
        """Take up what has happened meanwhile."""
        self.follow()

    def retell(self) -> None:
        """Say everything in another language."""
        super().retell()
        self.query_one("#views", Label).update(self._views())
        self.follow()

    @abstractmethod
    def shown(self) -> Table | None:
        """Return what is shown as a table; None where there is nothing."""

    @work(group="form")
    async def action_export(self) -> None:
        """Export what is shown, with its filters, as a workbook or as Markdown."""
        assessment, table, language = self.assessment, self.shown(), self.browser.language
        if assessment is None or table is None or not table.rows:
            self.browser.tell(message("Nothing to export"))
            return
        path = await self.app.push_screen_wait(ExportScreen(self.browser.project.parent / f"{table.id}.xlsx"))
        if path is None:
            return
        try:
            data = await asyncio.to_thread(rendered, table, assessment, path, language)
            await asyncio.to_thread(write_atomically, path, data)
        except EditError as error:
            self.browser.tell(error.message, "error")
            return
        self.browser.tell(message("Exported: {path}", path=path))

    @property
    @abstractmethod
    def place(self) -> Location | None:
        """Where what is under the cursor stands in the sources."""

    def action_open_editor(self) -> None:
        """Open the source in the user's editor, at what is under the cursor; what is changed there is read again."""
        at = self.place
        if at is None or not at.path:
            self.browser.tell(NO_TAG)
            return
        try:
            with self.app.suspend():
                subprocess.run(editors.command(editors.chosen(), at), check=False)
        except (SuspendNotSupported, OSError, ValueError) as error:
            told = message("Cannot open the editor ({why}): open {place} yourself", why=reason(error), place=at)
            self.browser.tell(told, "error")
            return
        self.app.refresh(layout=True)
