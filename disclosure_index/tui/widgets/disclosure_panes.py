"""A list of disclosures beside the detail of one, with its suggestions and its actions."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, NamedTuple

from textual import on, work
from textual.binding import BindingType

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import message
from disclosure_index.model import Location
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.commands import disclosures, tags
from disclosure_index.tui.detail import CandidateElement, candidates_of, detail, wants_more
from disclosure_index.tui.detail.targets import Answer, Candidate, DatapointTarget, FindingTarget
from disclosure_index.tui.widgets.accept_line import AcceptLine
from disclosure_index.tui.widgets.blocks import Block
from disclosure_index.tui.widgets.line_list import Painted
from disclosure_index.tui.widgets.panes import Panes
from disclosure_index.tui.widgets.row_table import Rows
from disclosure_index.workbench import reference_to

PAUSE = 0.05
"""Seconds that the detail of a disclosure is shown before the search for suggestions starts."""


class Range(NamedTuple):
    """A range of the list, by row numbers, and the selection before it; -1 for no range."""

    start: int
    end: int
    before: dict[str, None]


class DisclosurePanes(Panes):
    """Panes whose actions apply to the cursor in the list, and to the one in the detail.

    Args:
        before: the panes to the left, such as a tree.
        rows: the list.
        row: returns the disclosure of an item; None for an item without one.

    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.TAGS, Place.DISCLOSURE)]

    def __init__(self, *before: Painted, rows: Rows[Any], row: Callable[[Any], Coverage | None]) -> None:
        super().__init__(*before, rows=rows, blocks=self._blocks, subject=self._uid)
        rows.is_marked = lambda item: (of := row(item)) is not None and of.disclosure.uid in self.selected
        self._row_of = row
        self.selected: dict[str, None] = {}  # uids, in the order of their selection
        self._range = Range(-1, -1, {})

    def _row(self) -> Coverage | None:
        """Return the disclosure under the cursor."""
        return None if self._rows.current is None else self._row_of(self._rows.current)

    def _uid(self) -> str:
        row = self._row()
        return row.disclosure.uid if row else ""

    def _blocks(self) -> tuple[Block, ...]:
        row, assessment = self._row(), self.app.assessment
        if assessment is None or row is None:
            return ()
        found = self._candidates(assessment, row)
        return detail(assessment, row, self.app.language, found, self.app.peers)

    def on_mount(self) -> None:
        """Show the disclosures of the peers when they are known."""
        self.watch(self.app, "peers", self.show_detail, init=False)

    # --- suggestions: searched for while the rest is shown already ---

    def _candidates(self, assessment: Assessment, row: Coverage) -> tuple[CandidateElement, ...]:
        """Return the suggestions for a disclosure, else the nearest tagged places; nothing where it is answered."""
        if not wants_more(row):
            return ()
        known = self.app.advisor.known(assessment, (row.disclosure.uid, self.app.document))
        return candidates_of(assessment, row, self.app.document, known)

    def rest(self) -> None:
        """Show the detail, and search for suggestions."""
        super().rest()
        self.suggest()

    @property
    def _is_searching(self) -> bool:
        """Whether the search for passages is still running, so that more may follow."""
        row, assessment = self._row(), self.app.assessment
        if row is None or assessment is None or not wants_more(row):
            return False
        return not self.app.advisor.is_searched(assessment, (row.disclosure.uid, self.app.document))

    @work(group="suggest", exclusive=True)
    async def suggest(self) -> None:
        """Search for passages that may answer the disclosure under the cursor, where any of it is open."""
        row, assessment, document = self._row(), self.app.assessment, self.app.document
        if row is None or assessment is None or not self._is_searching:
            return
        await asyncio.sleep(PAUSE)
        await self.app.advisor.for_disclosure(assessment, row.disclosure, document)
        found = self.app.advisor.known(assessment, (row.disclosure.uid, document))
        if found and self._row() is row and self.app.assessment is assessment and self.is_attached:
            self.show_detail()

    # --- targets of the cursors ---

    @property
    def place(self) -> Location | None:
        """The location of the target under the cursor, else of the first target in the detail that has one."""
        for target in (self.detail.current, *(block.target for block in self.detail.blocks)):
            if isinstance(target, Answer | Candidate | FindingTarget):
                return target.location
        return None

    @property
    def _links(self) -> Sequence[Link]:
        """The tag or omission under the cursor, else all of the disclosure's own."""
        target, row = self.detail.current, self._row()
        if isinstance(target, Answer):
            return (target.link,)
        return disclosures.own_links(row) if row else ()

    # --- the passage to accept, and the disclosures ---

    @property
    def _chosen(self) -> list[Coverage]:
        """The selected disclosures; without a selection, the one under the cursor."""
        assessment, row = self.app.assessment, self._row()
        rows = [r for r in assessment.coverage if r.disclosure.uid in self.selected] if assessment else []
        return rows or ([row] if row else [])

    def clear_selection(self) -> bool:
        """Clear the selection; return whether there was one."""
        had, self.selected = bool(self.selected), {}
        self._range = Range(-1, -1, {})
        self._rows.refresh()
        return had

    @property
    def _candidate(self) -> Candidate | None:
        """The passage that `accept` would tag now; None if there is none, or it needs the cursor on it."""
        if self.at == "detail" and isinstance(self.detail.current, Candidate):
            return self.detail.current
        if self.selected:
            return None  # suggestions are for the disclosure under the cursor alone
        found = [block.target for block in self.detail.blocks if isinstance(block.target, Candidate)]
        return next((one for one in found if one.score), None)  # a passage that is only near needs the cursor on it

    def show_detail(self) -> None:
        """Show the detail, and the passage that `accept` would tag."""
        super().show_detail()
        self._show_candidate()

    @on(Painted.Moved, "#detail")
    def _show_candidate(self) -> None:
        assessment = self.app.assessment
        if assessment is not None and self.is_attached and self.app.allows("accept"):
            for line in self.screen.query(AcceptLine):  # none while the screen is being laid out
                line.show(assessment, self._candidate, len(self.selected))

    def _mark(self, pane: str) -> None:
        super()._mark(pane)
        self._show_candidate()

    # --- actions ---

    def action_accept(self) -> None:
        """Tag the passage under the cursor, else the first suggestion, with the disclosure."""
        candidate, rows = self._candidate, self._chosen
        if not rows or candidate is None:
            looking = message("Still searching: press the key again in a moment")
            none = message("No suggestion here: press t to choose a passage")
            if self.selected:
                looking = none = message("Several disclosures: press t to choose a passage for all of them")
            self.app.show_message(looking if self._is_searching else none)
            return
        tags.tag(self.app, [row.disclosure for row in rows], candidate.location)
        self.clear_selection()

    @work(group="form")
    async def action_tag(self) -> None:
        """Choose a passage, and tag it with the disclosure, or with all selected ones."""
        if rows := self._chosen:
            await disclosures.choose_passage(self.app, rows)
            self.clear_selection()

    def action_tag_other(self) -> None:
        """Tag the passage under the cursor with another disclosure."""
        target = self.detail.current
        if isinstance(target, Answer | Candidate):
            self.run_worker(tags.choose_disclosure(self.app, target.location), group="form")
        else:
            self.app.show_message(message("Select a passage in the detail pane first"))

    def action_untag(self) -> None:
        """Remove the tag under the cursor, or the only one."""
        tags.untag(self.app, self._links)

    def action_review(self) -> None:
        """Mark the tag under the cursor, or all of the disclosure's own, as reviewed; or remove the mark."""
        every = [link for row in self._chosen for link in disclosures.own_links(row)]
        tags.review(self.app, every if self.selected else self._links)
        self.clear_selection()

    def action_copy(self) -> None:
        """Copy the attribute that tags an element with the disclosure."""
        row = self._row()
        if self.app.bench is not None and row is not None:
            tags.copy(self.app, reference_to(self.app.bench, row.disclosure))

    def action_select(self) -> None:
        """Select or unselect the disclosure, and go to the next; in the detail, tick the datapoint."""
        row = self._row()
        if row is None:
            return
        if self.at == "detail":
            self._tick(row)
            return
        self._range = Range(-1, -1, {})
        if row.disclosure.uid in self.selected:
            del self.selected[row.disclosure.uid]
        else:
            self.selected[row.disclosure.uid] = None
        self._rows.refresh()
        self._rows.action_cursor_down()
        self._show_candidate()

    def action_select_down(self) -> None:
        """Extend the selection from the start of the range to the next disclosure."""
        self._extend(1)

    def action_select_up(self) -> None:
        """Extend the selection from the start of the range to the previous disclosure."""
        self._extend(-1)

    def _extend(self, by: int) -> None:
        """Move the end of the selected range; a range that was left starts again at the cursor."""
        rows, had = self._rows, self._range
        start, _, before = had if had.end == rows.cursor else Range(rows.cursor, rows.cursor, dict(self.selected))
        rows.cursor += by
        self._range = Range(start, rows.cursor, before)
        first, last = sorted((start, rows.cursor))
        found = (self._row_of(item) for item in rows.items[first : last + 1])
        self.selected = before | {row.disclosure.uid: None for row in found if row is not None}
        rows.refresh()
        self._show_candidate()

    def _tick(self, row: Coverage) -> None:
        """Tick or untick the datapoint under the cursor."""
        target = self.detail.current
        if isinstance(target, DatapointTarget):
            disclosures.tick(self.app, row, target)
        else:
            self.app.show_message(message("Select a datapoint in the detail pane first"))

    @work(group="form")
    async def action_owner(self) -> None:
        """Ask for the owner of the disclosure, or of all selected ones."""
        if rows := self._chosen:
            await disclosures.ask_owner(self.app, rows)
            self.clear_selection()

    @work(group="form")
    async def action_explain(self) -> None:
        """Ask for the explanation of the omission of the disclosure, or of all selected ones."""
        if rows := self._chosen:
            await disclosures.explain(self.app, rows)
            self.clear_selection()
