"""The form of an owner: who is responsible, and by when."""

from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Label

from disclosure_index.messages import NEW_LINE, joined, label
from disclosure_index.tui.screens.forms import Form
from disclosure_index.tui.widgets.key_footer import KeyFooter
from disclosure_index.tui.widgets.one_line import OneLine
from disclosure_index.workbench.days import AS_DAY, day_of, no_day


class Assigned(NamedTuple):
    """The owner, and the day as 2026-01-31; "" for none."""

    owner: str
    due: str


class OwnerScreen(Form[Assigned | None]):
    """Asks for an owner and a day, starting with the present ones."""

    def __init__(self, question: str, said: Assigned) -> None:
        super().__init__()
        self._question, self._said = question, said

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(classes="form"):
            yield Label(self.app.rendered(self._question), classes="asked", markup=False)
            yield OneLine(self._said.owner, id="owner")
            yield Label(self.app.rendered(label("prompt", "Due date, as 2026-01-31")), classes="asked", markup=False)
            yield OneLine(self._said.due, id="due")
        yield KeyFooter(show_command_palette=False)

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Return both; show an error and stay open where the day is invalid."""
        owner, typed = (self.query_one(f"#{id}", Input).value.strip() for id in ("owner", "due"))
        day = day_of(typed)
        if typed and day is None:
            self.app.show_message(joined(NEW_LINE, (no_day(typed), AS_DAY)), "warning")
            self.query_one("#due", Input).focus()
            return
        self.dismiss(Assigned(owner, day.isoformat() if day else ""))
