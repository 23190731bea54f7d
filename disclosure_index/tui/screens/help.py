"""Every key, made from the table of actions, with the user's own keys in it."""

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Label

from disclosure_index.messages import label, message, states
from disclosure_index.tui.actions import HEADINGS, PLACES, Kind, Place, bindings, of_kind
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.status_marks import STATUS
from disclosure_index.tui.widgets.blocks import Block, Blocks, Part
from disclosure_index.tui.widgets.key_footer import KeyFooter

TITLE = label("heading", "Keys and symbols")

KEYS = 20
"""Width of the column of keys, in cells."""


class HelpScreen(Screen[None]):
    """Shows what each key does, and what each mark says."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.READING)]
    app = getters.app(ReportApp)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Label(self.app.rendered(TITLE), id="title", markup=False)
        yield Blocks(id="help")
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Fill it."""
        self.on_language_changed()
        self.query_one(Blocks).focus()

    def on_language_changed(self) -> None:
        """Say it in the language of the moment."""
        self.query_one("#title", Label).update(self.app.rendered(TITLE))
        self.query_one(Blocks).show(tuple(self._blocks()))

    def _blocks(self) -> Iterator[Block]:
        for kind in Kind:
            lines = [Part(self.app.rendered(HEADINGS[kind]), "head")]
            for action in of_kind(kind):
                keys = self.app.keys_of(action)
                where = self.app.rendered(PLACES[action.place])
                said = f"{self.app.rendered(action.help)}  [{where}]"
                lines.append(Part(said, "", keys + " " * max(1, KEYS - cell_len(keys))))
            yield Block((*lines, Part("")))
        marks = [
            Part(self.app.rendered(states.STATUS[status]), mark.style, f"{mark.sign} ")
            for status, mark in STATUS.items()
        ]
        counted = message(
            "Open are the disclosures that have to be answered or explained, and are not. A missing heading is counted "
            "once: what is below it is missing with it, and not counted"
        )
        head = Part(self.app.rendered(label("heading", "Legend")), "head")
        yield Block((head, *marks, Part(""), Part(self.app.rendered(counted))))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
