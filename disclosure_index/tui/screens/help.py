"""Every key, made from the table of actions, with the user's own keys in it."""

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Label

from disclosure_index.messages import label, states
from disclosure_index.tui.actions import HEADINGS, Kind, Place, bindings, of_kind
from disclosure_index.tui.screens.localised import Worded
from disclosure_index.tui.status_marks import STATUS
from disclosure_index.tui.widgets.blocks import Block, Blocks, Part

TITLE = label("heading", "Keys and symbols")

KEYS = 20
"""Width of the column of keys, in cells."""


class HelpScreen(Worded[None]):
    """Shows what each key does, and what each mark says."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.READING)]

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Label(self.rendered(TITLE), id="title", markup=False)
        yield Blocks(id="help")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Fill it."""
        self.retell()
        self.query_one(Blocks).focus()

    def retell(self) -> None:
        """Say it in another language."""
        super().retell()
        self.query_one("#title", Label).update(self.rendered(TITLE))
        self.query_one(Blocks).show(tuple(self._blocks()))

    def _blocks(self) -> Iterator[Block]:
        for kind in Kind:
            lines = [Part(self.rendered(HEADINGS[kind]), "head")]
            for action in of_kind(kind):
                keys = self.browser.keys_of(action)
                lines.append(Part(self.rendered(action.help), "", keys + " " * max(1, KEYS - cell_len(keys))))
            yield Block((*lines, Part("")))
        marks = [
            Part(self.rendered(states.STATUS[status]), mark.style, f"{mark.sign} ") for status, mark in STATUS.items()
        ]
        yield Block((Part(self.rendered(label("heading", "Legend")), "head"), *marks))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
