"""The footer, in the current language."""

from textual import getters
from textual.app import ComposeResult
from textual.widgets import Footer
from textual.widgets._footer import FooterKey  # Textual exports it nowhere else

from disclosure_index.tui.actions import ACTIONS
from disclosure_index.tui.report_app import ReportApp

_ACTIONS = {action.method: action for action in ACTIONS}


class KeyFooter(Footer):
    """Textual's footer with the words of our table of actions: a binding has only one description."""

    app = getters.app(ReportApp)
    _shown: object = None

    async def recompose(self) -> None:
        """Lay out the keys again where they, or the language, have changed.

        Textual calls this whenever the focus moves, and most keys do not change then: making all of them again takes
        longer than the action of the key itself.
        """
        if not self.is_attached:  # its screen was closed in the meantime
            return
        active, palette = self.screen.active_bindings, self.app.COMMAND_PALETTE_BINDING
        keys = [(b.binding, b.enabled) for key, b in active.items() if b.binding.show or key == palette]
        shown = (self.app.language, keys)
        if shown != self._shown:
            self._shown = shown
            await super().recompose()

    def compose(self) -> ComposeResult:
        """Lay out the keys."""
        for key in super().compose():
            if isinstance(key, FooterKey) and (action := _ACTIONS.get(key.action.rpartition(".")[2])):
                key.description = self.app.rendered(action.word)
                key.tooltip = self.app.rendered(action.help)
            yield key
