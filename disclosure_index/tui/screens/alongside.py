"""The form that asks what else to tag with a passage: its twin in another language, and related disclosures."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Label

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import label, message
from disclosure_index.model import in_language
from disclosure_index.tui.commands.alongside import Offer, location_of
from disclosure_index.tui.detail.answers import quoted
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.screens.forms import HOW, Fields, Form, Tick, plain
from disclosure_index.tui.widgets.key_footer import KeyFooter

LONGEST = 200
"""The most characters shown of a passage."""


class AlongsideScreen(Form[list[Offer] | None]):
    """Shows the offers; the twin of the passage is ticked, since both have the same content.

    Args:
        tagged: the tagged disclosures.
        offers: at least one.
        assessment: the report with their texts.

    """

    def __init__(self, tagged: str, offers: Sequence[Offer], assessment: Assessment) -> None:
        super().__init__()
        self._tagged, self._offers, self._assessment = tagged, offers, assessment

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Fields(self.app.rendered(HOW)):
            asked = message("What else is tagged along with {code}?", code=self._tagged)
            yield Label(self.app.rendered(asked), classes="asked", markup=False)
            for number, offer in enumerate(self._offers):
                yield Tick(plain(self._said(offer)), offer.element is not None, id=f"offer-{number}")
        yield KeyFooter(show_command_palette=False)

    def _said(self, offer: Offer) -> str:
        if offer.element is not None:
            document = self._assessment.report.documents[offer.element.document]
            place = location_of(self._assessment, offer.element)
            return line(f"{document.language}:{place.line}  {quoted(self._assessment, place, LONGEST)}")
        assert offer.row is not None  # every offer has an element or a row
        d = offer.row.disclosure
        short = self._assessment.catalog.frameworks[d.framework].short
        how = label("relation", "would be answered") if offer.whole else label("relation", "is related")
        return line(f"{short} {d.code}  {in_language(d.title, self.app.language)}  ({self.app.rendered(how)})")

    def action_save(self) -> None:
        """Return the ticked offers."""
        numbered = enumerate(self._offers)
        self.dismiss([offer for number, offer in numbered if self.query_one(f"#offer-{number}", Tick).value])
