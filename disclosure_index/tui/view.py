"""The base of every view of a report: it follows the report, exports itself, and opens the source."""

import asyncio
from abc import abstractmethod
from collections.abc import Iterator
from typing import Any, ClassVar

from textual import getters, work
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Label

from disclosure_index.assessment.assess import Assessment
from disclosure_index.edits import EditError, write_atomically
from disclosure_index.messages import message
from disclosure_index.model import Location
from disclosure_index.tables.table import Table
from disclosure_index.tui.commands.sources import open_source
from disclosure_index.tui.commands.tags import NO_TAG
from disclosure_index.tui.export_tables import rendered
from disclosure_index.tui.navigation import Goal, LeaveView, View
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.screens.export import ExportScreen
from disclosure_index.tui.widgets.row_table import Rows
from disclosure_index.tui.widgets.view_tabs import ViewTabs
from disclosure_index.workbench import Workbench


class ViewScreen(Screen[None]):
    """A view of the report, with a list `#rows`, filled when it is in sight."""

    VIEW: ClassVar[View]
    app = getters.app(ReportApp)

    def __init__(self) -> None:
        super().__init__(name=self.VIEW)
        self._shown: tuple[Workbench | None, str] = None, ""  # the workbench and the language that were shown last

    @property
    def rows(self) -> Rows[Any]:
        """The list."""
        return self.query_one("#rows", Rows)

    # --- overridden by each view ---

    @abstractmethod
    def show_report(self, assessment: Assessment) -> None:
        """Refresh the report at the same place."""

    @abstractmethod
    def table(self, assessment: Assessment) -> Table:
        """Return the shown content as a table."""

    @property
    @abstractmethod
    def place(self) -> Location | None:
        """The location in the sources of the item under the cursor."""

    def go_to(self, goal: Goal) -> None:
        """Go to a goal in this view; by default there is none."""

    # --- the line at the top ---

    def top(self) -> Iterator[Widget]:
        """Yield the line at the top: the title, and where there is room the views with their keys."""
        with Horizontal(id="top"):
            yield Label(self.app.rendered(self.app.busy), id="title", markup=False)
            yield ViewTabs(self.VIEW)
        yield Label(id="broken", markup=False)

    def set_title(self, text: str) -> None:
        """Set the title."""
        self.query_one("#title", Label).update(text)

    def show_broken(self) -> None:
        """Show on a bar of its own that the files can no longer be read."""
        bar = self.query_one("#broken", Label)
        bar.update(line(self.app.rendered(self.app.broken)))
        bar.set_class(bool(self.app.broken), "-shown")

    # --- following the report and the language ---

    def on_mount(self) -> None:
        """Follow the report."""
        self.rows.focus()
        self.watch(self.app, "bench", self.follow, init=False)
        self.watch(self.app, "broken", self.show_broken, init=False)

    def on_screen_resume(self) -> None:
        """Show the changes made while the view was hidden."""
        self.follow()
        self.show_broken()

    def on_language_changed(self) -> None:
        """Show everything in the new language."""
        self.show_broken()
        self.follow()

    def follow(self) -> None:
        """Show changes; a hidden view waits until it is in sight."""
        bench, language = now = self.app.bench, self.app.language
        if not self.is_current or now == self._shown:
            return
        if language != self._shown[1]:
            self.query_one(ViewTabs).show()
            self.refresh_bindings()
        self._shown = now
        if bench is not None:
            self.show_report(bench.assessment)

    # --- actions ---

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow no changes in a read-only report."""
        return self.app.allows(action)

    def action_leave_view(self) -> None:
        """Go back to the previous view."""
        self.post_message(LeaveView())

    @work(group="form")
    async def action_export(self) -> None:
        """Export the shown content, with its filters, as a workbook or as Markdown."""
        assessment, language = self.app.assessment, self.app.language
        table = self.table(assessment) if assessment else None
        if assessment is None or table is None or not table.rows:
            self.app.show_message(message("Nothing to export"))
            return
        path = await self.app.push_screen_wait(ExportScreen(self.app.project.parent / f"{table.id}.xlsx"))
        if path is None:
            return
        try:
            data = await asyncio.to_thread(rendered, table, assessment, path, language)
            await asyncio.to_thread(write_atomically, path, data)
        except EditError as error:
            self.app.show_message(error.message, "error")
            return
        self.app.show_message(message("Exported: {path}", path=path))

    def action_sort(self) -> None:
        """Sort the list by the next column, or restore its own order."""
        self.rows.sort_on()

    def action_open_editor(self) -> None:
        """Open the source in the user's editor, at the item under the cursor; changes made there are read again."""
        if self.place is None or not self.place.path:
            self.app.show_message(NO_TAG)
        else:
            open_source(self.app, self.place)
