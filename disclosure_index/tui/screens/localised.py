"""What every screen shares: its keys are said in the language of the moment."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from textual.binding import ActiveBinding
from textual.screen import Screen

from disclosure_index.messages import render
from disclosure_index.tui.actions import ACTIONS
from disclosure_index.tui.editor_app import Browser

T = TypeVar("T")

_KNOWN = {action.id: action for action in ACTIONS}


class Worded(Screen[T]):
    """A screen that follows the language of the app."""

    @property
    def browser(self) -> Browser:
        """The app."""
        assert isinstance(self.app, Browser)
        return self.app

    def rendered(self, text: str) -> str:
        """Return a message in the language of the moment."""
        return render(text, self.browser.language)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that do something now, with what they do."""
        return dict(self._worded(super().active_bindings.items()))

    def _worded(self, found: Iterable[tuple[str, ActiveBinding]]) -> Iterable[tuple[str, ActiveBinding]]:
        for key, active in found:
            id = active.binding.id or active.binding.action.rpartition(".")[2].replace("_", "-")
            if action := _KNOWN.get(id):
                said = replace(active.binding, description=self.rendered(action.word))
                yield key, active._replace(binding=said, tooltip=self.rendered(action.help))
            else:
                yield key, active

    def on_mount(self) -> None:
        """Follow the language."""
        self.browser.followers.add(self)

    def retell(self) -> None:
        """Say everything anew: the language has changed."""
        self.refresh_bindings()
