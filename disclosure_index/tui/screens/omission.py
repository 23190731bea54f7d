"""Asks why a disclosure is not reported: a reason that the framework accepts, an explanation, and where it goes."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer, Label, RadioSet, Select, TextArea

from disclosure_index.messages import label, message
from disclosure_index.model import Reason, in_language
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.screens.forms import Form, OneOf, chosen, plain
from disclosure_index.workbench import InsertionPoint


class Explained(NamedTuple):
    """What was said."""

    reason: str
    explanation: str
    spot: InsertionPoint


class OmissionScreen(Form[Explained | None]):
    """Asks for an omission.

    Args:
        title: of the disclosure.
        reasons: those that the framework accepts.
        spots: where the explanation may stand, the best first; at least one.

    """

    def __init__(self, title: str, reasons: Sequence[Reason], spots: Sequence[InsertionPoint]) -> None:
        super().__init__()
        self._title, self._reasons, self._spots = title, reasons, spots

    def compose(self) -> ComposeResult:
        """Lay it out."""
        language = self.browser.language
        spots = [(plain(self._place(spot)), str(n)) for n, spot in enumerate(self._spots)]
        with VerticalScroll(classes="form", can_focus=False):
            yield Label(self._title, classes="asked", markup=False)
            yield Label(self.rendered(label("column", "Reason")), markup=False)
            with RadioSet(id="reason"):
                yield from (OneOf(plain(in_language(reason.title, language))) for reason in self._reasons)
            yield Label(self.rendered(label("column", "Explanation")), markup=False)
            yield TextArea(id="explanation", tab_behavior="focus")
            yield Label(self.rendered(label("heading", "Place of the explanation")), markup=False)
            yield Select(spots, value="0", allow_blank=False, id="spot")
        yield Footer(show_command_palette=False)

    def _place(self, spot: InsertionPoint) -> str:
        section = line(spot.section)
        if spot.where == "inside":
            where = label("place", "at the end of {section}", section=section)
        else:
            where = label("place", "after the last paragraph of {section}", section=section)
        return f"{self.rendered(where)} ({spot.at.line})"

    def action_save(self) -> None:
        """Return what was said, when it is whole."""
        pressed = self.query_one("#reason", RadioSet).pressed_index
        explanation = " ".join(self.query_one(TextArea).text.split())
        if pressed < 0 or not explanation:
            told = message("Choose a reason and write an explanation: an omission needs both")
            self.browser.tell(told, "warning")
            self.query_one("#reason" if pressed < 0 else "#explanation").focus()
            return
        spot = self._spots[int(chosen(self.query_one("#spot", Select)))]
        self.dismiss(Explained(self._reasons[pressed].id, explanation, spot))
