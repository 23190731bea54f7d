"""The gaps view: a list in groups, and the detail of the gap under the cursor."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import Label

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import message
from disclosure_index.messages.states import financial_year
from disclosure_index.tables.gaps import TITLE
from disclosure_index.tables.table import Table
from disclosure_index.tui import export_tables as exporting
from disclosure_index.tui import targets
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.commands.on_disclosure import Disclosures
from disclosure_index.tui.gaps.grouping import NAMES, Gap, Grouping, cells, columns, gaps
from disclosure_index.tui.navigation import GoTo, View
from disclosure_index.tui.safe_text import CELL_END
from disclosure_index.tui.widgets.line_list import Painted
from disclosure_index.tui.widgets.row_table import Cell, Rows


class GapsScreen(Disclosures):
    """What is to be done, the worst first."""

    VIEW = View.GAPS
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Place.SOURCE, Place.PANED, Place.TAGS, Place.DISCLOSURE, Place.VIEW, Place.GAPS),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.by = Grouping.OBLIGATION

    def make_rows(self) -> Rows[Gap]:
        """Return the list of gaps."""
        return Rows[Gap](self._cells, id="rows")

    def _cells(self, gap: Gap) -> tuple[Cell, ...]:
        assert self.assessment is not None  # there are no gaps without it
        return cells(self.assessment, gap, self.browser.language)

    @property
    def rows(self) -> Rows[Gap]:
        """The gaps, under the heads of their groups."""
        return self.query_one("#rows", Rows)

    @property
    def row(self) -> Coverage | None:
        """The disclosure under the cursor; None on the head of a group."""
        return self.rows.current.row if self.rows.current else None

    def show_bench(self) -> None:
        """Show the gaps, with the cursor where it was: on the same one, or on what came up in its place."""
        assessment, language, here = self.assessment, self.browser.language, self.row
        if assessment is None:
            return
        items = gaps(assessment, self.by, self.document, language)
        found = (n for n, gap in enumerate(items) if here and gap.row and gap.row.disclosure == here.disclosure)
        cursor = next(found, self.rows.cursor or 1)
        self.rows.show(items, columns(items, language), cursor)
        count = sum(gap.row is not None for gap in items)
        by = message("{number} open, by {by}", number=count, by=NAMES[self.by])
        said = self.rendered(by if count else message("no gaps"))
        self.query_one("#title", Label).update(CELL_END.join((said, self.rendered(financial_year(assessment.report)))))

    @on(Painted.Moved, "#rows")
    def _moved(self) -> None:
        self.show_detail_soon()

    @on(Painted.Chosen, "#rows")
    def _gap_chosen(self) -> None:
        if self.row is not None:
            self.post_message(GoTo(View.BROWSE, self.row.disclosure.uid))

    @on(Painted.Chosen, "#detail")
    def _block_chosen(self) -> None:
        target = self.detail.current
        if isinstance(target, targets.Answer | targets.Candidate | targets.Told):
            self.post_message(GoTo(View.REPORT, target.location))
        elif isinstance(target, targets.Relation):
            self.post_message(GoTo(View.BROWSE, target.uid))

    def action_group(self) -> None:
        """Group the gaps by something else."""
        every = list(Grouping)
        self.by = every[(every.index(self.by) + 1) % len(every)]
        self.show_bench()

    def action_next_group(self) -> None:
        """Go to the next group."""
        self.rows.step_to([n + 1 for n, gap in enumerate(self.rows.items) if gap.row is None], 1)

    def shown(self) -> Table | None:
        """Return the gaps in their order, each with its group."""
        if self.assessment is None:
            return None
        rows = [(gap.group, gap.row) for gap in self.rows.items if gap.row]
        return exporting.grouped(self.assessment, rows, TITLE, self.browser.language)
