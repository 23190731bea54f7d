"""What every screen shares: its keys are said in the language of the moment."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from textual.binding import ActiveBinding
from textual.screen import Screen

from disclosure_index.tui.actions import ACTIONS
from disclosure_index.tui.browser import Browser
from disclosure_index.words import word

T = TypeVar("T")

_KNOWN = frozenset(action.id for action in ACTIONS)


class Worded(Screen[T]):
    """A screen that follows the language of the app."""

    @property
    def browser(self) -> Browser:
        """The app."""
        assert isinstance(self.app, Browser)
        return self.app

    def say(self, key: str, **values: Any) -> str:
        """Say something in the language of the moment."""
        return word(key, self.browser.language).format(**values)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that do something now, with what they do."""
        return dict(self._worded(super().active_bindings.items()))

    def _worded(self, found: Iterable[tuple[str, ActiveBinding]]) -> Iterable[tuple[str, ActiveBinding]]:
        for key, active in found:
            id = active.binding.id or active.binding.action.rpartition(".")[2].replace("_", "-")
            if id in _KNOWN:
                said = replace(active.binding, description=self.say(f"key-{id}"))
                yield key, active._replace(binding=said, tooltip=self.say(f"action-{id}"))
            else:
                yield key, active

    def on_mount(self) -> None:
        """Follow the language."""
        self.browser.followers.add(self)

    def retell(self) -> None:
        """Say everything anew: the language has changed."""
        self.refresh_bindings()
