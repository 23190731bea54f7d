"""The report view: a document passage by passage, and beside it the answers of the passage under the cursor."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import label, message
from disclosure_index.model import Location
from disclosure_index.tables.table import Table
from disclosure_index.tui import export_tables as exporting
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.commands import choices as choosing
from disclosure_index.tui.commands import tags
from disclosure_index.tui.detail.targets import Answer, Proposal
from disclosure_index.tui.navigation import Goal, GoTo, View
from disclosure_index.tui.report.margin import MarginLine, cells, columns, lines, passage_at, same_place
from disclosure_index.tui.report.passage import passage_blocks, title_line, twin
from disclosure_index.tui.screens.pick import PickScreen
from disclosure_index.tui.view import ViewScreen
from disclosure_index.tui.widgets.blocks import Block
from disclosure_index.tui.widgets.key_footer import KeyFooter
from disclosure_index.tui.widgets.line_list import Painted
from disclosure_index.tui.widgets.panes import Panes
from disclosure_index.tui.widgets.row_table import Rows
from disclosure_index.workbench import reference_to


class ReportScreen(ViewScreen):
    """A document of the report, passage by passage."""

    VIEW = View.REPORT
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Place.SOURCE, Place.EDITED, Place.TAGS, Place.VIEW, Place.REPORT)
    ]
    panes = getters.query_one("#panes", Panes)

    def __init__(self) -> None:
        super().__init__()
        self._chosen: int | None = None
        self._asked: set[tuple[int, int]] = set()  # the passages for which suggestions were requested

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield from self.top()
        rows = Rows[MarginLine](lambda item: cells(item, self.app.language), id="rows")
        yield Panes(rows=rows, blocks=self._blocks)
        yield KeyFooter()

    @property
    def document(self) -> int:
        """The number of the shown document: the chosen one, else that of the whole app."""
        return self.app.document if self._chosen is None else self._chosen

    # --- showing ---

    def show_report(self, assessment: Assessment) -> None:
        """Refresh the document, with the cursor on the same passage."""
        items = lines(assessment, self.document)
        self._show_lines(assessment, items, same_place(self.rows.items, items, self.rows.cursor))

    def _show_lines(self, assessment: Assessment, items: tuple[MarginLine, ...], number: int) -> None:
        self.rows.show(items, columns(items, self.app.language), number)
        self.set_title(title_line(assessment, self.document, items, self.app.language))

    def _show_document(self, assessment: Assessment, document: int, number: int) -> None:
        """Show a document with the cursor on one of its passages."""
        self._chosen = document
        self._show_lines(assessment, lines(assessment, document), number)

    def _blocks(self) -> Iterable[Block]:
        """Return the answers of the passage under the cursor."""
        item, assessment = self.rows.current, self.app.assessment
        if item is None or assessment is None:
            return ()
        key = self.document, item.number
        found = self.app.advisor.known(assessment, key) if key in self._asked else None
        return passage_blocks(assessment, self.document, item.number, self.app.language, found)

    # --- going about ---

    def go_to(self, goal: Goal) -> None:
        """Go to a place in one of the documents."""
        assessment = self.app.assessment
        if assessment is None or not isinstance(goal, Location):
            return
        paths = [document.path for document in assessment.report.documents]
        if goal.path not in paths:
            problem = message("{place} is not in the report's text: press e to open it in your editor", place=goal)
            self.app.show_message(problem, "warning")
            return
        document = paths.index(goal.path)
        self._show_document(assessment, document, passage_at(assessment.report.documents[document], goal))
        self.panes.go_to("rows")

    @on(Painted.Chosen, "#rows")
    def _passage_chosen(self) -> None:
        self.panes.go_to("detail")

    @on(Painted.Chosen, "#detail")
    def _answer_chosen(self) -> None:
        target = self.panes.detail.current
        if isinstance(target, Answer) and target.link.disclosure and target.link.status.counts:
            self.post_message(GoTo(View.BROWSE, target.link.disclosure.uid))
        elif isinstance(target, Proposal):
            self.post_message(GoTo(View.BROWSE, target.disclosure.uid))

    def action_next_untagged(self) -> None:
        """Go to the next passage that answers nothing."""
        self.rows.step_to([n for n, item in enumerate(self.rows.items) if item.is_untagged], 1)

    def action_previous_untagged(self) -> None:
        """Go to the previous one."""
        self.rows.step_to([n for n, item in enumerate(self.rows.items) if item.is_untagged], -1)

    @work(group="form")
    async def action_search_passages(self) -> None:
        """Search the text, and go to a passage."""
        assessment, document = self.app.assessment, self.document
        if assessment is None:
            return
        make = lambda: choosing.passages(assessment, document, headings=True)  # noqa: E731
        for choice in await self.app.push_screen_wait(PickScreen(label("prompt", "Go to"), make, choosing.SECTION)):
            if isinstance(choice.value, Location):
                self.go_to(choice.value)

    def action_other_document(self) -> None:
        """Switch to the next document, at the same place."""
        assessment, before = self.app.assessment, self.document
        if assessment is None:
            return
        documents = assessment.report.documents
        if len(documents) < 2:
            self.app.show_message(message("The report has only one document"))
            return
        following = (before + 1) % len(documents)
        self._show_document(assessment, following, twin(documents[before], documents[following], self.rows.cursor))

    # --- doing ---

    @property
    def place(self) -> Location | None:
        """The location of the passage, or of the tag under the cursor."""
        target = self.panes.detail.current
        if self.panes.at == "detail" and isinstance(target, Answer):
            return target.location
        return self.rows.current.passage.location if self.rows.current else None

    @property
    def _links(self) -> Sequence[Link]:
        """The tag under the cursor, else those that begin at the passage."""
        target, item = self.panes.detail.current, self.rows.current
        if self.panes.at == "detail" and isinstance(target, Answer):
            return (target.link,)
        return [link for link in item.links if link.statement.span.location == item.passage.location] if item else ()

    def action_tag_passage(self) -> None:
        """Choose a disclosure, and tag the passage with it."""
        if self.rows.current is not None:
            location = self.rows.current.passage.location
            self.run_worker(tags.choose_disclosure(self.app, location), group="form")

    def action_untag(self) -> None:
        """Remove the tag under the cursor, or the only one."""
        tags.untag(self.app, self._links)

    def action_review(self) -> None:
        """Mark the tag under the cursor, or all that begin here, as reviewed; or remove the mark."""
        tags.review(self.app, self._links)

    def action_accept(self) -> None:
        """Tag the passage with the disclosure under the cursor, else with the first suggestion."""
        targeted = [self.panes.detail.current, *(block.target for block in self.panes.detail.blocks)]
        proposal = next((target for target in targeted if isinstance(target, Proposal)), None)
        if proposal is None:
            self.app.show_message(message("No suggestion here: press s to find some"))
        else:
            tags.tag(self.app, [proposal.disclosure], proposal.location)

    def action_copy(self) -> None:
        """Copy the attribute of the tag under the cursor, or of the suggestion, else of all that begin here."""
        target, bench = self.panes.detail.current, self.app.bench
        if bench is None:
            return
        if self.panes.at == "detail" and isinstance(target, Proposal):
            tags.copy(self.app, reference_to(bench, target.disclosure))
        elif self._links:
            tags.copy(self.app, " ".join(link.statement.text for link in self._links))
        else:
            self.app.show_message(tags.NO_TAG)

    @work(group="suggest", exclusive=True)
    async def action_suggest(self) -> None:
        """Search for disclosures that the passage may answer."""
        item, assessment, document = self.rows.current, self.app.assessment, self.document
        if item is None or assessment is None:
            return
        await self.app.advisor.for_passage(assessment, document, item.number)
        self._asked.add((document, item.number))
        if self.rows.current is item and self.app.assessment is assessment:
            self.panes.show_detail()

    def table(self, assessment: Assessment) -> Table:
        """Return the document, passage by passage."""
        return exporting.passages(self.rows.items, assessment.report.documents[self.document].title)
