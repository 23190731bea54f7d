"""Panes side by side, one of which has the keys; where there is no room for all, that one is in sight."""

import asyncio
from abc import abstractmethod
from collections.abc import Iterable
from itertools import zip_longest
from typing import Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Footer, Label

from disclosure_index.messages import message
from disclosure_index.tui.commands.report_view import Sourced
from disclosure_index.tui.screens.jump import LETTERS, JumpScreen
from disclosure_index.tui.widgets.blocks import Block, Blocks
from disclosure_index.tui.widgets.line_list import Painted
from disclosure_index.tui.widgets.row_table import Rows

SOON = 0.03
"""Seconds after a move until the detail follows."""


class Paned(Sourced):
    """A view with panes, by their ids from left to right: a list, and the detail of what is under its cursor."""

    PANES: ClassVar[tuple[str, ...]] = ("rows", "detail")

    def __init__(self) -> None:
        super().__init__()
        self._detailed: object = None  # the row that the detail is of, and its subject
        self._subject = ""
        self._soon = False

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield from self.top()
        with Container(id="panes", classes="two at-rows"):
            yield self.make_rows()
            yield Blocks(id="detail")
        yield Footer()

    def make_rows(self) -> Rows[Any]:
        """Return the list, by the id `rows`."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Move the focus to the list."""
        self.query_one("#rows").focus()
        self.query_one("#title", Label).update(self.rendered(self.browser.busy))

    # --- the detail ---

    @property
    @abstractmethod
    def rows(self) -> Rows[Any]:
        """The list."""

    @abstractmethod
    def detail_blocks(self) -> Iterable[Block]:
        """Return all that is known of what is under the cursor."""

    @property
    def subject(self) -> str:
        """What is under the cursor, by a name that outlives a change: its detail stays as it stood; "" for nothing."""
        return ""

    @property
    def detail(self) -> Blocks:
        """The detail of what is under the cursor: made now where it is still that of another row.

        What is done to the detail is done to what is under the cursor, however fast one key follows the other.
        """
        if self._detailed is not self.rows.current:
            self.show_detail()
        return self.query_one("#detail", Blocks)

    def show_detail(self) -> None:
        """Show the detail: from the top, but the one of the same subject as it stood."""
        shown, before = self.query_one("#detail", Blocks), self._subject
        self._detailed, self._subject = self.rows.current, self.subject
        kept = shown.cursor if before and before == self._subject else None
        shown.show(tuple(self.detail_blocks()), kept)

    def show_detail_soon(self) -> None:
        """Show the detail in a moment: a row that one only passes needs none, and the rows are drawn first."""
        if not self._soon:
            self._soon = True
            self._wait()

    @work(group="detail")
    async def _wait(self) -> None:
        await asyncio.sleep(SOON)
        self._soon = False
        self.rest()

    def rest(self) -> None:
        """Show the detail: the cursor rests on a row, or has passed some without."""
        self.show_detail()

    # --- the panes ---

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
        """Move the focus to a pane, which comes into sight where there is not room for all."""
        self._mark(pane)
        self.query_one(f"#{pane}").focus()

    def _mark(self, pane: str) -> None:
        panes = self.query_one("#panes")
        for name in self.PANES:
            panes.set_class(name == pane, f"at-{name}")

    @work(group="form")
    async def action_jump(self) -> None:
        """Put letters before what is in sight, capitals in the other panes, and go where the one pressed stands."""
        self.rest()
        panes = [self.query_one(f"#{pane}", Painted) for pane in self.PANES]
        here = [(pane, stop) for pane in panes if pane.id == self.pane for stop in pane.stops()]
        others = ([(pane, stop) for stop in pane.stops()] for pane in panes if pane.id != self.pane and pane.display)
        in_turn = [place for places in zip_longest(*others) for place in places if place]
        places = {**dict(zip(LETTERS, here, strict=False)), **dict(zip(LETTERS.upper(), in_turn, strict=False))}
        for pane in panes:
            pane.show_letters({stop: letter for letter, (owner, stop) in places.items() if owner is pane})
        hint = self.rendered(message("Press a letter to go there; any other key cancels"))
        pressed = await self.app.push_screen_wait(JumpScreen(hint))
        for pane in panes:
            pane.show_letters({})
        if pressed in places:
            owner, stop = places[pressed]
            self.to_pane(str(owner.id))
            owner.cursor = stop

    def action_pane_left(self) -> None:
        """Go one pane to the left."""
        self.to_pane(self.PANES[max(0, self.PANES.index(self.pane) - 1)])

    def action_pane_right(self) -> None:
        """Go one pane to the right."""
        self.to_pane(self.PANES[min(len(self.PANES) - 1, self.PANES.index(self.pane) + 1)])
