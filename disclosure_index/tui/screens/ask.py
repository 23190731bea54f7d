"""Asks for one line of text."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Label

from disclosure_index.tui.screens.forms import Form
from disclosure_index.tui.widgets.key_footer import KeyFooter
from disclosure_index.tui.widgets.one_line import OneLine


class AskScreen(Form[str | None]):
    """Asks for a text, beginning with the one that is there."""

    def __init__(self, question: str, text: str) -> None:
        super().__init__()
        self._question, self._text = question, text

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(classes="form"):
            yield Label(self.app.rendered(self._question), classes="asked", markup=False)
            yield OneLine(self._text)
        yield KeyFooter(show_command_palette=False)

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Return the text."""
        self.dismiss(self.query_one(Input).value.strip())
