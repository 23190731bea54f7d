"""Shared parts of pages for reading: a title above some blocks, in the current language."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Label

from disclosure_index.model import Message
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.widgets.blocks import Block, Blocks
from disclosure_index.tui.widgets.key_footer import KeyFooter


class ReadingScreen(Screen[None]):
    """A page under the title `HEADING`."""

    HEADING: ClassVar[Message]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.READING)]
    app = getters.app(ReportApp)

    @abstractmethod
    def blocks(self) -> Iterable[Block]:
        """Return the content."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Label(id="title", markup=False)
        yield Blocks(id="page")
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the content."""
        self.on_language_changed()
        self.query_one(Blocks).focus()

    def on_language_changed(self) -> None:
        """Show the content in the new language."""
        self.query_one("#title", Label).update(self.app.rendered(self.HEADING))
        self.query_one(Blocks).show(tuple(self.blocks()))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
