"""Asks on what terms a finding is accepted: why, who answers for it, and until which day."""

from datetime import date
from typing import NamedTuple

from textual.app import ComposeResult
from textual.widgets import Input, Label

from disclosure_index.messages import label, message
from disclosure_index.tui.screens.forms import HOW, Fields, Form
from disclosure_index.tui.widgets.key_footer import KeyFooter


class Terms(NamedTuple):
    """What was said; `until` is YYYY-MM-DD."""

    reason: str
    owner: str
    until: str


class SuppressionScreen(Form[Terms | None]):
    """Asks for the terms.

    Args:
        title: of the finding.
        today: the day must be no earlier.
        said: what was said before and could not be saved.

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
                yield Input(said, id=name)
        yield KeyFooter(show_command_palette=False)

    def action_save(self) -> None:
        """Return the terms, when they are whole."""
        terms = Terms(*(" ".join(self.query_one(f"#{name}", Input).value.split()) for name in Terms._fields))
        if missing := next((name for name, said in terms._asdict().items() if not said), None):
            problem = message("A finding is accepted with a reason, an owner and a last day: fill in all three")
        elif not self._is_to_come(terms.until):
            missing = "until"
            problem = message("Write the last day as YYYY-MM-DD, no earlier than {today}", today=self._today)
        else:
            self.dismiss(terms)
            return
        self.app.show_message(problem, "warning")
        self.query_one(f"#{missing}").focus()

    def _is_to_come(self, day: str) -> bool:
        try:
            return len(day) == len("2026-01-01") and date.fromisoformat(day) >= self._today
        except ValueError:
            return False
