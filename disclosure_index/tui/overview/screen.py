"""The coverage view: a strip of marks per framework and group."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Label

from disclosure_index.messages import label
from disclosure_index.model import Location
from disclosure_index.tables.table import Table
from disclosure_index.tui import export_tables as exporting
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.commands.report_view import Sourced
from disclosure_index.tui.navigation import GoTo, View
from disclosure_index.tui.overview.strips import Strip, cells, columns, legend, strips
from disclosure_index.tui.widgets.line_list import Painted
from disclosure_index.tui.widgets.row_table import Rows


class OverviewScreen(Sourced):
    """How far everything is answered, at a glance."""

    VIEW = View.OVERVIEW
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.SOURCE, Place.VIEW)]

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield from self.top()
        yield Rows[Strip](cells, id="rows")
        yield Footer()

    def on_mount(self) -> None:
        """Move the focus to the list."""
        self.rows.focus()

    @property
    def rows(self) -> Rows[Strip]:
        """The strips."""
        return self.query_one("#rows", Rows)

    def show_bench(self) -> None:
        """Show the strips, with the cursor where it was."""
        if self.assessment is not None:
            language = self.browser.language
            self.rows.show(strips(self.assessment, language), columns(language), self.rows.cursor)
            self.query_one("#title", Label).update(legend(language))

    @on(Painted.Chosen)
    def _chosen(self) -> None:
        if self.rows.current is not None:
            self.post_message(GoTo(View.BROWSE, self.rows.current.goal))

    @property
    def place(self) -> Location | None:
        """A group stands nowhere in the sources but where the report claims its framework."""
        here = self.rows.current
        claims = self.assessment.report.claims if self.assessment else ()
        return next((claim.location for claim in claims if here and claim.framework == here.goal.framework), None)

    def shown(self) -> Table | None:
        """Return the sums of every framework and group."""
        return (
            exporting.strips(self.assessment, self.rows.items, label("table", "Coverage")) if self.assessment else None
        )
