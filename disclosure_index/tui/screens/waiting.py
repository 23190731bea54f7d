"""The page of pending entries, where a person decides on each; choosing one shows its place."""

from collections.abc import Sequence
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Label

from disclosure_index.messages import label, message
from disclosure_index.model import Location
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.commands import pending
from disclosure_index.tui.commands.sources import open_source
from disclosure_index.tui.detail.targets import FindingTarget, GuessTarget, PendingTarget
from disclosure_index.tui.findings.waiting import waiting
from disclosure_index.tui.navigation import GoTo, View
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.widgets.blocks import Block, Blocks
from disclosure_index.tui.widgets.key_footer import KeyFooter
from disclosure_index.tui.widgets.line_list import Painted

TITLE = label("heading", "What waits for a person")


class WaitingScreen(Screen[None]):
    """Shows statements to place, guesses to confirm, review marks that lost their tag, and ending suppressions."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.READING, Place.WAITING, Place.EDITED)]
    app = getters.app(ReportApp)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Label(self.app.rendered(TITLE), id="title", markup=False)
        yield Blocks(id="waiting")
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the entries, and follow the report."""
        self.on_language_changed()
        self.blocks.focus()
        self.watch(self.app, "bench", self.show, init=False)

    @property
    def blocks(self) -> Blocks:
        """The page."""
        return self.query_one(Blocks)

    def on_language_changed(self) -> None:
        """Show the entries in the new language."""
        self.query_one("#title", Label).update(self.app.rendered(TITLE))
        self.show()

    def show(self) -> None:
        """Show the pending entries; after a decision the cursor is on the next one in its place."""
        if bench := self.app.bench:
            before, here = self.blocks.blocks, self.blocks.current
            found = waiting(bench, self.app.language)
            same = (n for n, block in enumerate(found) if here is not None and block.target == here)
            at = next(same, _first_of(here, before))
            stops = [n for n, block in enumerate(found) if block.target is not None]
            self.blocks.show(
                found, next((n for n in stops if n >= at), stops[-1] if stops else None) if before else None
            )

    @on(Painted.Chosen)
    def _chosen(self) -> None:
        at, assessment = self._place, self.app.assessment
        if at is None or assessment is None:
            return
        if at.path in {document.path for document in assessment.report.documents}:
            self.post_message(GoTo(View.REPORT, at))
        else:
            self.app.show_message(
                message("{place} is not in the report's text: press e to open it in your editor", place=at)
            )

    @property
    def _place(self) -> Location | None:
        """The location of the entry under the cursor."""
        target = self.blocks.current
        return target.location if isinstance(target, FindingTarget | GuessTarget | PendingTarget) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow no decision in a read-only report."""
        return self.app.allows(action)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()

    @work(group="form")
    async def action_accept_place(self) -> None:
        """Place the statement at the cursor, accept its changed text, or confirm the guess."""
        if isinstance(self.blocks.current, GuessTarget):
            await pending.confirm(self.app, self.blocks.current.guess)
        elif target := self._target():
            await pending.accept(self.app, target)

    @work(group="form")
    async def action_choose_place(self) -> None:
        """Choose the passage of the statement now."""
        if target := self._target():
            await pending.choose(self.app, target)

    @work(group="form")
    async def action_drop(self) -> None:
        """Drop the statement."""
        if target := self._target():
            await pending.drop(self.app, target)

    def action_open_editor(self) -> None:
        """Open the file in the user's editor, at the entry under the cursor."""
        if self._place is not None:
            open_source(self.app, self._place)

    def _target(self) -> PendingTarget | None:
        target = self.blocks.current
        if isinstance(target, PendingTarget):
            return target
        self.app.show_message(message("Nothing to decide here: press e to open it in your editor"))
        return None


def _first_of(target: object, blocks: Sequence[Block]) -> int:
    """Return the index of the first block of a target's statement."""
    one = target.one if isinstance(target, PendingTarget) else None
    numbers = (
        n for n, block in enumerate(blocks) if isinstance(block.target, PendingTarget) and block.target.one is one
    )
    return next(numbers, next((n for n, block in enumerate(blocks) if block.target is target), 0))
