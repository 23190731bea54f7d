"""The command palette in the current language: Textual's own prompts are in English."""

from collections.abc import Iterable, Iterator
from functools import partial

from rich.align import Align
from rich.text import Text
from textual.app import SystemCommand
from textual.command import CommandList, CommandPalette, Provider
from textual.screen import Screen
from textual.widgets.option_list import Option

from disclosure_index.tui.actions import ACTIONS, Kind
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.widgets.panes import Panes


def commands(app: ReportApp, screen: Screen[object]) -> Iterator[SystemCommand]:
    """Yield every action that applies on a screen, in its panes, or in the whole app."""
    owners = (screen, *screen.query(Panes), app)
    for action in ACTIONS:
        owner = next((owner for owner in owners if hasattr(owner, f"action_{action.method}")), None)
        listed = action.kind is not Kind.MOVING and action.id != "command-palette" and app.allows(action.method)
        if owner is not None and listed:
            run = partial(app.call_later, app.run_action, action.method, owner)
            name = "  ".join(filter(None, (app.rendered(action.word), app.keys_of(action))))
            yield SystemCommand(name, app.rendered(action.help), run)


class Palette(CommandPalette):
    """Textual's palette with other texts.

    Args:
        prompt: shown in the empty field.
        nothing: shown in the list where nothing matches.
        providers: the sources of choices; the app's commands by default.

    """

    def __init__(self, prompt: str, nothing: str, providers: Iterable[type[Provider]] | None = None) -> None:
        super().__init__(providers, placeholder=prompt, id="--command-palette")
        self._nothing = nothing

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Show after a moment that nothing matches; Textual has no public way to translate that text."""
        self._stop_no_matches_countdown()
        self._no_matches_timer = self.set_timer(
            self._NO_MATCHES_COUNTDOWN, lambda: self._show_nothing() if search_value else self._hide_list()
        )

    def _show_nothing(self) -> None:
        text = Align.center(Text(self._nothing, style="not bold"))
        self.query_one(CommandList).add_option(Option(text, disabled=True, id=self._NO_MATCHES))
        self._list_visible = True

    def _hide_list(self) -> None:
        self._list_visible = False
