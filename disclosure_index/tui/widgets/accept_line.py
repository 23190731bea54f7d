"""The line above the footer: the passage that `accept` would tag."""

from textual import getters
from textual.widgets import Label

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import label, plural, render
from disclosure_index.tables.evidence import figure_text
from disclosure_index.tui.actions import ACTIONS
from disclosure_index.tui.detail.answers import quoted
from disclosure_index.tui.detail.targets import Candidate
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.safe_text import line

ACCEPT = next(action for action in ACTIONS if action.id == "accept")
LONGEST = 300
"""The most characters; no terminal shows more."""


class AcceptLine(Label):
    """Shows the passage with its score and its figure; without one the line is hidden, and nothing is accepted."""

    app = getters.app(ReportApp)

    def __init__(self) -> None:
        super().__init__(id="accept", markup=False)

    def show(self, assessment: Assessment, candidate: Candidate | None, selected: int) -> None:
        """Show the passage, and the number of disclosures to tag with it."""
        language, parts = self.app.language, []
        if selected:
            parts.append(render(plural("{number} selected", "{number} selected", selected), language))
        if candidate is not None:
            key = f"{self.app.keys_of(ACCEPT)} {render(ACCEPT.word, language)}"
            score = f"{candidate.score}%" if candidate.score else render(label("heading", "Nearby places"), language)
            figure = line(figure_text(candidate.fact, language)) if candidate.fact else ""
            quote = quoted(assessment, candidate.location, LONGEST)
            parts.append("  ".join(filter(None, (key, score, figure, quote))))
        self.update("  ".join(parts))
        self.set_class(bool(parts), "-shown")
