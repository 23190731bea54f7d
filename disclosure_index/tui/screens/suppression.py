"""The form of a suppression: the reason, the responsible person, and the last day."""

from datetime import date
from typing import NamedTuple

from textual.app import ComposeResult
from textual.widgets import Input, Label

from disclosure_index.messages import label, message
from disclosure_index.tui.screens.forms import HOW, Fields, Form
from disclosure_index.tui.widgets.key_footer import KeyFooter
from disclosure_index.tui.widgets.one_line import OneLine
from disclosure_index.workbench.days import day_of


class Terms(NamedTuple):
    """The input of the form; `until` is YYYY-MM-DD."""

    reason: str
    owner: str
    until: str


class SuppressionScreen(Form[Terms | None]):
    """Asks for the terms of a suppression.

    Args:
        title: the title of the finding.
        today: the earliest day that is allowed.
        said: an earlier input that could not be saved.

    """

    def __init__(self, title: str, today: date, said: Terms | None = None) -> None:
        super().__init__()
        self._title, self._today, self._said = title, today, said or Terms("", "", "")

    def compose(self) -> ComposeResult:
        """Lay it out."""
        heads = (label("column", "Reason"), label("column", "Owner"), label("prompt", "Until, as YYYY-MM-DD"))
        with Fields(self.app.rendered(HOW)):
            yield Label(self._title, classes="asked", markup=False)
            for head, (name, said) in zip(heads, self._said._asdict().items(), strict=True):
                yield Label(self.app.rendered(head), markup=False)
                yield OneLine(said, id=name)
        yield KeyFooter(show_command_palette=False)

    def action_save(self) -> None:
        """Return the terms, if they are complete."""
        terms = Terms(*(" ".join(self.query_one(f"#{name}", Input).value.split()) for name in Terms._fields))
        if missing := next((name for name, said in terms._asdict().items() if not said), None):
            problem = message("A finding is accepted with a reason, an owner and a last day: fill in all three")
        elif (day := day_of(terms.until)) is None or day < self._today:
            missing = "until"
            problem = message("Write the last day as YYYY-MM-DD, no earlier than {today}", today=self._today)
        else:
            self.dismiss(terms._replace(until=day.isoformat()))
            return
        self.app.show_message(problem, "warning")
        self.query_one(f"#{missing}").focus()
