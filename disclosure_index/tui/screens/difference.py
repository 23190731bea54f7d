"""What the last change did to the files, line by line."""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Label

from disclosure_index.edits import Change
from disclosure_index.messages import label, message
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.widgets.blocks import Block, Blocks, Part
from disclosure_index.tui.widgets.key_footer import KeyFooter
from disclosure_index.workbench.difference import difference

STYLES = {"+": "good", "-": "bad", "@": "dim"}


class DifferenceScreen(Screen[None]):
    """Shows a change; nothing can be done to it here."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.READING)]
    app = getters.app(ReportApp)

    def __init__(self, change: Change) -> None:
        super().__init__()
        self._change = change

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Label(self.app.rendered(label("heading", "Last change")), id="title", markup=False)
        yield Blocks(id="difference")
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Fill it."""
        lines = difference(self._change.before, self._change.after)
        parts = (Part(for_terminal(text.expandtabs(4)), STYLES.get(text[:1], "")) for text in lines)
        none = Part(self.app.rendered(message("No changes yet")))
        self.query_one(Blocks).show([Block(tuple(parts) or (none,))])
        self.query_one(Blocks).focus()

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
