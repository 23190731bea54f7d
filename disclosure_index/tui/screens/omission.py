"""The form of an omission: a reason that the framework accepts, an explanation, and its place."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.widgets import Label, RadioSet, Select, TextArea

from disclosure_index.messages import label, message
from disclosure_index.model import Reason, in_language
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.screens.forms import HOW, Fields, Form, OneOf, chosen, plain
from disclosure_index.tui.widgets.key_footer import KeyFooter
from disclosure_index.workbench import InsertionPoint


class Explained(NamedTuple):
    """The input of the form."""

    reason: str
    explanation: str
    point: InsertionPoint


class OmissionScreen(Form[Explained | None]):
    """Asks for an omission.

    Args:
        title: the title of the disclosure.
        reasons: the reasons that the framework accepts.
        spots: the places for the explanation, the best first; at least one.
        said: an earlier input that could not be saved.

    """

    def __init__(
        self, title: str, reasons: Sequence[Reason], spots: Sequence[InsertionPoint], said: Explained | None = None
    ) -> None:
        super().__init__()
        self._title, self._reasons, self._spots, self._said = title, reasons, spots, said

    def compose(self) -> ComposeResult:
        """Lay it out."""
        language, said = self.app.language, self._said
        spots = [(plain(self._place(spot)), str(n)) for n, spot in enumerate(self._spots)]
        with Fields(self.app.rendered(HOW)):
            yield Label(self._title, classes="asked", markup=False)
            yield Label(self.app.rendered(label("column", "Reason")), markup=False)
            with RadioSet(id="reason"):
                for reason in self._reasons:
                    is_said = said is not None and said.reason == reason.id
                    yield OneOf(plain(in_language(reason.title, language)), value=is_said)
            yield Label(self.app.rendered(label("column", "Explanation")), markup=False)
            yield TextArea(said.explanation if said else "", id="explanation", tab_behavior="focus")
            yield Label(self.app.rendered(label("heading", "Place of the explanation")), markup=False)
            yield Select(spots, value=str(self._first()), allow_blank=False, id="spot")
        yield KeyFooter(show_command_palette=False)

    def _first(self) -> int:
        """Return the index of the place chosen before, by its section, or of the best one."""
        wanted = self._said.point[1:] if self._said else None
        return next((n for n, spot in enumerate(self._spots) if spot[1:] == wanted), 0)

    def _place(self, spot: InsertionPoint) -> str:
        section = line(spot.section)
        if spot.where == "inside":
            where = label("place", "at the end of {section}", section=section)
        else:
            where = label("place", "after the last paragraph of {section}", section=section)
        return f"{self.app.rendered(where)} ({spot.at.line})"

    def action_save(self) -> None:
        """Return the input, if it is complete."""
        pressed = self.query_one("#reason", RadioSet).pressed_index
        lines = (" ".join(text.split()) for text in self.query_one(TextArea).text.splitlines())
        explanation = "\n".join(text for text in lines if text)
        if pressed < 0 or not explanation:
            problem = message("Choose a reason and write an explanation: an omission needs both")
            self.app.show_message(problem, "warning")
            self.query_one("#reason" if pressed < 0 else "#explanation").focus()
            return
        spot = self._spots[int(chosen(self.query_one("#spot", Select)))]
        self.dismiss(Explained(self._reasons[pressed].id, explanation, spot))
