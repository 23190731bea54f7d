"""The gaps view: a list in groups, and the detail of the gap under the cursor."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import message
from disclosure_index.messages.states import financial_year
from disclosure_index.model import Location
from disclosure_index.tables.gaps import TITLE
from disclosure_index.tables.table import Table
from disclosure_index.tui import export_tables as exporting
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.detail.targets import Answer, Candidate, FindingTarget, RelatedDisclosure
from disclosure_index.tui.gaps.grouping import NAMES, Gap, Grouping, cells, columns, gaps
from disclosure_index.tui.navigation import GoTo, View
from disclosure_index.tui.safe_text import CELL_END
from disclosure_index.tui.view import ViewScreen
from disclosure_index.tui.widgets.accept_line import AcceptLine
from disclosure_index.tui.widgets.disclosure_panes import DisclosurePanes
from disclosure_index.tui.widgets.key_footer import KeyFooter
from disclosure_index.tui.widgets.line_list import Painted
from disclosure_index.tui.widgets.row_table import Cell, Rows


class GapsScreen(ViewScreen):
    """The gaps, the worst first."""

    VIEW = View.GAPS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.SOURCE, Place.EDITED, Place.VIEW, Place.GAPS)]
    panes = getters.query_one("#panes", DisclosurePanes)

    def __init__(self) -> None:
        super().__init__()
        self.by = Grouping.OBLIGATION

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield from self.top()
        rows = Rows[Gap](self._cells, id="rows")
        yield DisclosurePanes(rows=rows, row=lambda gap: gap.row)
        yield AcceptLine()
        yield KeyFooter()

    def _cells(self, gap: Gap) -> tuple[Cell, ...]:
        assert self.app.assessment is not None  # there are no gaps without it
        return cells(self.app.assessment, gap, self.app.language)

    @property
    def row(self) -> Coverage | None:
        """The disclosure under the cursor; None on the head of a group."""
        return self.rows.current.row if self.rows.current else None

    @property
    def place(self) -> Location | None:
        """The place for an answer to the gap, or the location of the target under the cursor in its detail."""
        return self.panes.place

    def show_report(self, assessment: Assessment) -> None:
        """Show the gaps, with the cursor on the same one, or on its successor in the list."""
        language, here = self.app.language, self.row
        items = gaps(assessment, self.by, self.app.document, language)
        found = (n for n, gap in enumerate(items) if here and gap.row and gap.row.disclosure == here.disclosure)
        cursor = next(found, self.rows.cursor or 1)
        self.rows.show(items, columns(items, language), cursor)
        count = sum(gap.row is not None for gap in items)
        by = message("{number} open, by {by}", number=count, by=NAMES[self.by])
        title = self.app.rendered(by if count else message("no gaps"))
        self.set_title(CELL_END.join((title, self.app.rendered(financial_year(assessment.report)))))

    @on(Painted.Chosen, "#rows")
    def _gap_chosen(self) -> None:
        if self.row is not None:
            self.post_message(GoTo(View.BROWSE, self.row.disclosure.uid))

    @on(Painted.Chosen, "#detail")
    def _block_chosen(self) -> None:
        target = self.panes.detail.current
        if isinstance(target, Answer | Candidate | FindingTarget):
            self.post_message(GoTo(View.REPORT, target.location))
        elif isinstance(target, RelatedDisclosure):
            self.post_message(GoTo(View.BROWSE, target.uid))

    def action_group(self) -> None:
        """Switch to the next grouping."""
        every = list(Grouping)
        self.by = every[(every.index(self.by) + 1) % len(every)]
        if self.app.assessment is not None:
            self.show_report(self.app.assessment)

    def action_next_group(self) -> None:
        """Go to the next group."""
        self.rows.step_to([n + 1 for n, gap in enumerate(self.rows.items) if gap.row is None], 1)

    def table(self, assessment: Assessment) -> Table:
        """Return the gaps in their order, each with its group."""
        rows = [(gap.group, gap.row) for gap in self.rows.items if gap.row]
        return exporting.grouped(assessment, rows, TITLE, self.app.language)
