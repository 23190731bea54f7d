"""Jump: wait for the letter of a place, over the view that shows the letters."""

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Label

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The easiest keys first: small letters for the focused pane, capitals for the others."""


class JumpScreen(ModalScreen[str]):
    """Takes one key and returns its letter; "" for any other key."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Show a notice in place of the footer."""
        yield Label(self._hint, markup=False)

    def on_key(self, event: events.Key) -> None:
        """Return the key."""
        event.stop()
        event.prevent_default()
        self.dismiss(event.character or "")

    def on_click(self) -> None:
        """Stay."""
        self.dismiss("")
