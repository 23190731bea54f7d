"""The footer, in the language of the moment."""

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
        """Lay the keys out anew where they are others, or in another language.

        Textual asks for it whenever the focus moves, and most keys do not change then: to make all of them anew takes
        longer than what the key itself does.
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
        """Lay the keys out."""
        for key in super().compose():
            if isinstance(key, FooterKey) and (action := _ACTIONS.get(key.action.rpartition(".")[2])):
                key.description = self.app.rendered(action.word)
                key.tooltip = self.app.rendered(action.help)
            yield key
