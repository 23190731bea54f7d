"""Panes side by side, one of them focused; where there is no room for all, the focused one is shown."""

import asyncio
from collections.abc import Callable, Iterable
from itertools import zip_longest
from typing import Any, ClassVar

from textual import events, getters, on, work
from textual.binding import BindingType
from textual.containers import Container
from textual.events import DescendantFocus

from disclosure_index.messages import message
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.screens.jump import LETTERS, JumpScreen
from disclosure_index.tui.widgets import pane_sizes as sizes
from disclosure_index.tui.widgets.blocks import Block, Blocks
from disclosure_index.tui.widgets.line_list import Painted
from disclosure_index.tui.widgets.row_table import Rows

SOON = 0.03
"""Seconds after a move until the detail follows."""


class Panes(Container):
    """From left to right: the panes `before`, a list, and the detail of the item under its cursor.

    Args:
        before: the panes to the left, such as a tree.
        rows: the list, with the id `rows`.
        blocks: returns everything known of the item under its cursor.
        subject: returns a name of that item that survives a change: its detail keeps its position; "" for none.

    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.PANED)]
    app = getters.app(ReportApp)

    def __init__(
        self,
        *before: Painted,
        rows: Rows[Any],
        blocks: Callable[[], Iterable[Block]],
        subject: Callable[[], str] = lambda: "",
    ) -> None:
        self.at = "rows"  # the id of the pane that is focused, or was last
        self._rows, self._detail = rows, Blocks(id="detail")
        self._panes = {str(pane.id): pane for pane in (*before, rows, self._detail)}
        super().__init__(*self._panes.values(), id="panes", classes="at-rows" if before else "two at-rows")
        self._blocks_of, self._subject_of = blocks, subject
        self._detailed: object = None  # the row of the detail, and its subject
        self._subject = ""
        self._soon = False
        self._dragged = ""  # the pane whose border is being dragged

    # --- the detail ---

    @property
    def detail(self) -> Blocks:
        """The detail of the item under the cursor, made now if it is still that of another row.

        An action in the detail applies to the item under the cursor, however fast one key follows the other.
        """
        if self._detailed is not self._rows.current:
            self.show_detail()
        return self._detail

    def show_detail(self) -> None:
        """Show the detail: from the top, or at the same position for the same subject."""
        before = self._subject
        self._detailed, self._subject = self._rows.current, self._subject_of()
        kept = self._detail.cursor if before and before == self._subject else None
        self._detail.show(tuple(self._blocks_of()), kept)

    @on(Painted.Moved, "#rows")
    def _show_detail_soon(self) -> None:
        """Show the detail in a moment: a row that is only passed needs none, and the rows are drawn first."""
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

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Remember the focused pane: where there is room for one or two, it is shown."""
        self._mark(str(event.widget.id))

    def go_to(self, pane: str) -> None:
        """Move the focus to a pane, which is then shown where there is no room for all."""
        self._mark(pane)
        self._panes[pane].focus()

    def _mark(self, pane: str) -> None:
        self.at = pane
        for name in self._panes:
            self.set_class(name == pane, f"at-{name}")

    # --- their sizes ---

    def on_resize(self) -> None:
        """Restore the saved sizes of the panes."""
        self.lay_out()

    def lay_out(self) -> None:
        """Set the sizes of the panes."""
        if layout := sizes.layout_of(self, self._panes):
            sizes.lay_out(self._panes, layout, self.app.pane_sizes)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Start dragging a border."""
        layout = sizes.layout_of(self, self._panes)
        self._dragged = sizes.border_at(self._panes, layout, event.screen_x, event.screen_y) if layout else ""
        if self._dragged:
            self.capture_mouse()
            event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the border."""
        layout = sizes.layout_of(self, self._panes)
        if self._dragged and layout:
            at = sizes.dragged_to(self._panes, layout, self._dragged, event.screen_x, event.screen_y)
            self._resize(layout, self._dragged, at)

    def on_mouse_up(self) -> None:
        """Stop dragging the border."""
        if self._dragged:
            self._dragged = ""
            self.release_mouse()

    def _resize(self, layout: sizes.Layout, pane: str, size: int) -> None:
        """Save a size for all panes in this layout, and set it."""
        self.app.pane_sizes[layout.key(pane)] = size
        for screen in self.app.screen_stack:
            for panes in screen.query(Panes):
                panes.lay_out()

    def action_pane_smaller(self) -> None:
        """Make the focused pane smaller."""
        self._grow(-1)

    def action_pane_larger(self) -> None:
        """Make the focused pane larger."""
        self._grow(1)

    def _grow(self, by: int) -> None:
        if layout := sizes.layout_of(self, self._panes):
            pane = sizes.OUTLINE if self.at == sizes.OUTLINE else sizes.DETAIL
            step = sizes.CELLS if pane == sizes.OUTLINE else sizes.PERCENT if self.at == pane else -sizes.PERCENT
            now = self.app.pane_sizes.get(layout.key(pane)) or sizes.size_now(self._panes, layout, pane)
            self._resize(layout, pane, sizes.within(pane, now + by * step))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow no changes in a read-only report."""
        return self.app.allows(action)

    @work(group="form")
    async def action_jump(self) -> None:
        """Show letters at visible positions, capitals in the other panes, and go to that of the pressed key."""
        self.rest()
        panes = self._panes
        here = [(self.at, stop) for stop in panes[self.at].stops()]
        others = ([(id, stop) for stop in pane.stops()] for id, pane in panes.items() if id != self.at and pane.display)
        in_turn = [place for places in zip_longest(*others) for place in places if place]
        places = {**dict(zip(LETTERS, here, strict=False)), **dict(zip(LETTERS.upper(), in_turn, strict=False))}
        for id, pane in panes.items():
            pane.show_letters({stop: letter for letter, (owner, stop) in places.items() if owner == id})
        hint = self.app.rendered(message("Press a letter to go there; any other key cancels"))
        pressed = await self.app.push_screen_wait(JumpScreen(hint))
        for pane in panes.values():
            pane.show_letters({})
        if pressed in places:
            owner, stop = places[pressed]
            self.go_to(owner)
            panes[owner].cursor = stop

    def action_pane_left(self) -> None:
        """Go one pane to the left."""
        self._step(-1)

    def action_pane_right(self) -> None:
        """Go one pane to the right."""
        self._step(1)

    def _step(self, by: int) -> None:
        ids = list(self._panes)
        self.go_to(ids[max(0, min(ids.index(self.at) + by, len(ids) - 1))])
