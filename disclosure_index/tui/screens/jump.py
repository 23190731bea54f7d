"""Waits for the letter of where to go, over the view that shows the letters."""

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Label

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""Those under the fingers first: small ones for the pane that has the keys, capitals for the others."""


class JumpScreen(ModalScreen[str]):
    """Takes one key, and gives the sign that it is for; "" where it is for none."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Say what is waited for, where the footer is."""
        yield Label(self._hint, markup=False)

    def on_key(self, event: events.Key) -> None:
        """Return the key."""
        event.stop()
        event.prevent_default()
        self.dismiss(event.character or "")

    def on_click(self) -> None:
        """Stay."""
        self.dismiss("")
