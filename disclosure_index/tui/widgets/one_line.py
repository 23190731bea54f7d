"""A text field of one line."""

from textual.events import Paste
from textual.widgets import Input


class OneLine(Input):
    """A field that joins the lines of a paste: Textual's own takes the first, and drops the others."""

    def on_paste(self, event: Paste) -> None:
        """Join the lines; Textual then inserts them."""
        event.text = " ".join(event.text.split())
