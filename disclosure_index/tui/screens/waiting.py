"""What waits for a person, as a page; what is chosen on it is shown where it stands."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Label

from disclosure_index.messages import label
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.detail.targets import FindingTarget
from disclosure_index.tui.findings.waiting import waiting
from disclosure_index.tui.navigation import GoTo, View
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.widgets.blocks import Blocks
from disclosure_index.tui.widgets.key_footer import KeyFooter
from disclosure_index.tui.widgets.line_list import Painted

TITLE = label("heading", "What waits for a person")


class WaitingScreen(Screen[None]):
    """Shows guesses to confirm, review marks that lost their tag, and suppressions near their end."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.READING)]
    app = getters.app(ReportApp)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Label(self.app.rendered(TITLE), id="title", markup=False)
        yield Blocks(id="waiting")
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Fill it."""
        self.on_language_changed()
        self.query_one(Blocks).focus()

    def on_language_changed(self) -> None:
        """Show it in the language of the moment."""
        self.query_one("#title", Label).update(self.app.rendered(TITLE))
        if bench := self.app.bench:
            self.query_one(Blocks).show(waiting(bench.assessment, bench.today, self.app.language))

    @on(Painted.Chosen)
    def _chosen(self) -> None:
        target = self.query_one(Blocks).current
        if isinstance(target, FindingTarget):
            self.post_message(GoTo(View.REPORT, target.location))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
