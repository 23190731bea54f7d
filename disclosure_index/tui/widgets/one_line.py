"""A line of text to type in."""

from textual.events import Paste
from textual.widgets import Input


class OneLine(Input):
    """Takes all the lines of what is pasted as one: Textual's own takes the first, and drops the others."""

    def on_paste(self, event: Paste) -> None:
        """Put the lines one after another; Textual then inserts them."""
        event.text = " ".join(event.text.split())
