"""The report view: a document passage by passage, and beside it what the passage under the cursor answers."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widgets import Label

from disclosure_index.assessment.linking import Link
from disclosure_index.messages import label, message
from disclosure_index.model import Location
from disclosure_index.tables.table import Table
from disclosure_index.tui import export_tables as exporting
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.commands import choices as choosing
from disclosure_index.tui.commands.on_tag import Tags
from disclosure_index.tui.commands.report_view import NO_TAG
from disclosure_index.tui.navigation import Goal, GoTo, View
from disclosure_index.tui.report.margin import Line, cells, columns, lines, passage_at, same_place
from disclosure_index.tui.report.passage import passage_blocks, title_line, twin
from disclosure_index.tui.screens.pick import PickScreen
from disclosure_index.tui.targets import Answer, Proposal
from disclosure_index.tui.widgets.blocks import Block
from disclosure_index.tui.widgets.line_list import Painted
from disclosure_index.tui.widgets.row_table import Rows
from disclosure_index.workbench import reference_to


class ReportScreen(Tags):
    """A document of the report, read from the side of its text."""

    VIEW = View.REPORT
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Place.SOURCE, Place.TAGS, Place.PANED, Place.VIEW, Place.REPORT),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._chosen: int | None = None
        self._asked: set[tuple[int, int]] = set()  # the passages that suggestions were asked for

    def make_rows(self) -> Rows[Line]:
        """Return the list of passages."""
        return Rows[Line](lambda item: cells(item, self.browser.language), id="rows")

    @property
    def rows(self) -> Rows[Line]:
        """The passages."""
        return self.query_one("#rows", Rows)

    @property
    def document(self) -> int:
        """The number of the document that is looked at: the one that was chosen, else as everywhere."""
        return super().document if self._chosen is None else self._chosen

    # --- showing ---

    def show_bench(self) -> None:
        """Show the document anew, with the cursor on the same passage."""
        items = self._lines()
        self._show_lines(items, same_place(self.rows.items, items, self.rows.cursor))

    def _lines(self) -> tuple[Line, ...]:
        return lines(self.assessment, self.document) if self.assessment else ()

    def _show_lines(self, items: tuple[Line, ...], number: int) -> None:
        self.rows.show(items, columns(self.browser.language), number)
        if self.assessment is not None:
            title = title_line(self.assessment, self.document, items, self.browser.language)
            self.query_one("#title", Label).update(title)

    @on(Painted.Moved, "#rows")
    def _moved(self) -> None:
        self.show_detail_soon()

    def detail_blocks(self) -> Iterable[Block]:
        """Return what the passage under the cursor answers."""
        item, assessment = self.rows.current, self.assessment
        if item is None or assessment is None:
            return ()
        key = self.document, item.number
        found = self.browser.advisor.known(assessment, key) if key in self._asked else None
        return passage_blocks(assessment, self.document, item.number, self.browser.language, found)

    # --- going about ---

    def look_at(self, goal: Goal) -> None:
        """Go to a place in one of the documents."""
        if self.assessment is None or not isinstance(goal, Location):
            return
        paths = [document.path for document in self.assessment.report.documents]
        if goal.path not in paths:
            told = message("{place} is not in the report's text: press e to open it in your editor", place=goal)
            self.browser.tell(told, "warning")
            return
        self._chosen = paths.index(goal.path)
        self._show_lines(self._lines(), passage_at(self.assessment.report.documents[self._chosen], goal))
        self.to_pane("rows")

    @on(Painted.Chosen, "#rows")
    def _passage_chosen(self) -> None:
        self.to_pane("detail")

    @on(Painted.Chosen, "#detail")
    def _answer_chosen(self) -> None:
        target = self.detail.current
        if isinstance(target, Answer) and target.link.disclosure and target.link.status.counts:
            self.post_message(GoTo(View.BROWSE, target.link.disclosure.uid))
        elif isinstance(target, Proposal):
            self.post_message(GoTo(View.BROWSE, target.disclosure.uid))

    def action_next_untagged(self) -> None:
        """Go to the next passage that answers nothing."""
        self.rows.step_to([n for n, item in enumerate(self.rows.items) if item.is_untagged], 1)

    def action_previous_untagged(self) -> None:
        """Go to the one before."""
        self.rows.step_to([n for n, item in enumerate(self.rows.items) if item.is_untagged], -1)

    @work(group="form")
    async def action_search_passages(self) -> None:
        """Search the text, and go to a passage."""
        assessment, document = self.assessment, self.document
        if assessment is None:
            return
        make = lambda: choosing.passages(assessment, document, headings=True)  # noqa: E731
        choice = await self.app.push_screen_wait(PickScreen(label("prompt", "Go to"), make, choosing.SECTION))
        if choice is not None and isinstance(choice.value, Location):
            self.look_at(choice.value)

    def action_other_document(self) -> None:
        """Go on to the next document, at the same place."""
        if self.assessment is None:
            return
        documents, before = self.assessment.report.documents, self.document
        if len(documents) < 2:
            self.browser.tell(message("The report has only one document"))
            return
        self._chosen = (before + 1) % len(documents)
        self._show_lines(self._lines(), twin(documents[before], documents[self._chosen], self.rows.cursor))

    # --- doing ---

    @property
    def place(self) -> Location | None:
        """Where the passage stands, or the tag that the cursor is on."""
        target = self.detail.current
        if self.pane == "detail" and isinstance(target, Answer):
            return target.location
        return self.rows.current.passage.location if self.rows.current else None

    @property
    def links(self) -> Sequence[Link]:
        """The tag that the cursor is on, else those that begin at the passage."""
        target = self.detail.current
        if self.pane == "detail" and isinstance(target, Answer):
            return (target.link,)
        item = self.rows.current
        return [link for link in item.links if link.statement.span.location == item.passage.location] if item else ()

    def action_tag_passage(self) -> None:
        """Choose a disclosure, and tag the passage with it."""
        if self.rows.current is not None:
            self.tag_with_another(self.rows.current.passage.location)

    def action_accept(self) -> None:
        """Tag the passage with the disclosure under the cursor, or else the first that is suggested."""
        targeted = [self.detail.current, *(block.target for block in self.detail.blocks)]
        proposal = next((target for target in targeted if isinstance(target, Proposal)), None)
        if proposal is None:
            self.browser.tell(message("No suggestion here: press s to find some"))
        else:
            self.tag(proposal.disclosure, proposal.location)

    def action_copy(self) -> None:
        """Copy the attribute of the tag under the cursor, or of the suggestion, else of all that begin here."""
        target = self.detail.current
        if self.bench is None:
            return
        if self.pane == "detail" and isinstance(target, Proposal):
            self.copy(reference_to(self.bench, target.disclosure))
        elif self.links:
            self.copy(" ".join(link.statement.text for link in self.links))
        else:
            self.browser.tell(NO_TAG)

    @work(group="suggest", exclusive=True)
    async def action_suggest(self) -> None:
        """Look for disclosures that the passage may answer."""
        item, assessment, document = self.rows.current, self.assessment, self.document
        if item is None or assessment is None:
            return
        await self.browser.advisor.for_passage(assessment, document, item.number)
        self._asked.add((document, item.number))
        if self.rows.current is item and self.assessment is assessment:
            self.show_detail()

    def shown(self) -> Table | None:
        """Return the document, passage by passage."""
        if self.assessment is None:
            return None
        return exporting.passages(self.rows.items, self.assessment.report.documents[self.document].title)
