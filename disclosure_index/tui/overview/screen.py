"""The coverage view: a strip of marks per framework and group."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import label
from disclosure_index.model import Location
from disclosure_index.tables.table import Table
from disclosure_index.tui import export_tables as exporting
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.navigation import GoTo, View
from disclosure_index.tui.overview.strips import Strip, cells, columns, legend, strips
from disclosure_index.tui.view import ViewScreen
from disclosure_index.tui.widgets.key_footer import KeyFooter
from disclosure_index.tui.widgets.line_list import Painted
from disclosure_index.tui.widgets.row_table import Rows


class OverviewScreen(ViewScreen):
    """The coverage of everything, at a glance."""

    VIEW = View.OVERVIEW
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.SOURCE, Place.EDITED, Place.VIEW)]

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield from self.top()
        yield Rows[Strip](cells, id="rows")
        yield KeyFooter()

    def show_report(self, assessment: Assessment) -> None:
        """Show the strips, with the cursor where it was."""
        language = self.app.language
        self.rows.show(strips(assessment, language), columns(language), self.rows.cursor)
        self.set_title(legend(language))

    @on(Painted.Chosen)
    def _chosen(self) -> None:
        if self.rows.current is not None:
            self.post_message(GoTo(View.BROWSE, self.rows.current.goal))

    @property
    def place(self) -> Location | None:
        """The claim of the framework: a group itself has no place in the sources."""
        here = self.rows.current
        claims = self.app.assessment.report.claims if self.app.assessment else ()
        return next((claim.location for claim in claims if here and claim.framework == here.goal.framework), None)

    def table(self, assessment: Assessment) -> Table:
        """Return the sums of every framework and group."""
        return exporting.strips(assessment, self.rows.items, label("table", "Coverage"))
