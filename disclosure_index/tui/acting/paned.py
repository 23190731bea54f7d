"""Panes side by side, one of which has the keys; where there is no room for all, that one is in sight."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Footer, Label

from disclosure_index.tui.acting.sourced import Sourced
from disclosure_index.tui.widgets.blocks import Blocks
from disclosure_index.tui.widgets.painted import Painted


class Paned(Sourced):
    """A view with panes, by their ids from left to right: a list, and the detail of what is under its cursor."""

    PANES: ClassVar[tuple[str, ...]] = ("rows", "detail")

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield from self.top()
        with Container(id="panes", classes="two at-rows"):
            yield self.make_rows()
            yield Blocks(id="detail")
        yield Footer()

    def make_rows(self) -> Painted:
        """Give the list, by the id `rows`."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Give the keys to the list."""
        self.query_one("#rows").focus()
        self.query_one("#title", Label).update(self.say(self.browser.busy) if self.browser.busy else "")

    @property
    def detail(self) -> Blocks:
        """The detail of what is under the cursor."""
        return self.query_one("#detail", Blocks)

    @property
    def pane(self) -> str:
        """The pane that has the keys, or had them last."""
        panes = self.query_one("#panes")
        return next(pane for pane in self.PANES if panes.has_class(f"at-{pane}"))

    def on_descendant_focus(self) -> None:
        """Remember which pane has the keys: where there is room for one or two, it is in sight."""
        if self.focused is not None and self.focused.id in self.PANES:
            self._mark(self.focused.id)

    def to_pane(self, pane: str) -> None:
        """Give the keys to a pane, which comes into sight where there is not room for all."""
        self._mark(pane)
        self.query_one(f"#{pane}").focus()

    def _mark(self, pane: str) -> None:
        panes = self.query_one("#panes")
        for name in self.PANES:
            panes.set_class(name == pane, f"at-{name}")

    def action_pane_left(self) -> None:
        """Go one pane to the left."""
        self.to_pane(self.PANES[max(0, self.PANES.index(self.pane) - 1)])

    def action_pane_right(self) -> None:
        """Go one pane to the right."""
        self.to_pane(self.PANES[min(len(self.PANES) - 1, self.PANES.index(self.pane) + 1)])
