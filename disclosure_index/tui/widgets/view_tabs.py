"""The views with their keys, at the top; a click shows one."""

from rich.cells import cell_len
from textual import events, getters
from textual.widgets import Label

from disclosure_index.tui.actions import ACTIONS
from disclosure_index.tui.navigation import GoTo, View
from disclosure_index.tui.report_app import ReportApp

_ACTIONS = {action.id: action for action in ACTIONS}


class ViewTabs(Label):
    """Shows the names of the views; the current one is in brackets."""

    app = getters.app(ReportApp)

    def __init__(self, here: View) -> None:
        super().__init__(id="views", markup=False)
        self._here = here
        self._names: tuple[str, ...] = ()

    def show(self) -> None:
        """Show the names in the current language."""
        self._names = tuple(self._named(view) for view in View)
        self.update("".join(self._names))

    def _named(self, view: View) -> str:
        action = _ACTIONS[f"view-{view}"]
        name = f"{self.app.keys_of(action)} {self.app.rendered(action.word)}"
        return f"[{name}]" if view is self._here else f" {name} "

    def on_click(self, event: events.Click) -> None:
        """Show the view under the mouse."""
        offset = event.get_content_offset(self)
        end = 0
        for view, name in zip(View, self._names, strict=True):
            end += cell_len(name)
            if offset is not None and offset.x < end:
                self.post_message(GoTo(view))
                return
