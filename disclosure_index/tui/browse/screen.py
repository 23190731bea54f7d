"""The main screen: frameworks, disclosures, and the detail of one."""

from dataclasses import replace
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Label

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.model import Location
from disclosure_index.tables.table import Table
from disclosure_index.tui import export_tables as exporting
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.browse.header_lines import filter_line, title_line
from disclosure_index.tui.browse.history import History
from disclosure_index.tui.browse.search_line import SearchLine
from disclosure_index.tui.detail.targets import Answer, Candidate, FindingTarget, RelatedDisclosure
from disclosure_index.tui.disclosure_table import cells, columns, passing, sort_keys
from disclosure_index.tui.filters import STRICT, Filter, is_open
from disclosure_index.tui.framework_tree import branches
from disclosure_index.tui.navigation import Goal, GoTo, GroupGoal, View
from disclosure_index.tui.screens.filter import FilterScreen
from disclosure_index.tui.view import ViewScreen
from disclosure_index.tui.widgets.accept_line import AcceptLine
from disclosure_index.tui.widgets.disclosure_panes import DisclosurePanes
from disclosure_index.tui.widgets.key_footer import KeyFooter
from disclosure_index.tui.widgets.line_list import Painted
from disclosure_index.tui.widgets.outline import Outline
from disclosure_index.tui.widgets.row_table import Cell, Rows


class BrowseScreen(ViewScreen):
    """The disclosures: `uid` is the current one, `filter` the filter of those shown."""

    VIEW = View.BROWSE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.SOURCE, Place.EDITED, Place.SORTED, Place.BROWSE)]
    outline = getters.query_one("#outline", Outline)
    panes = getters.query_one("#panes", DisclosurePanes)
    search = getters.query_one("#find", SearchLine)

    def __init__(self) -> None:
        super().__init__()
        self.filter = Filter()
        self.uid = ""
        self._history = History()

    def compose(self) -> ComposeResult:
        """Lay it out."""
        rows = Rows[Coverage](self._cells, id="rows")
        rows.keys = self._sort_keys
        yield from self.top()
        yield Label(id="filters", markup=False)
        yield DisclosurePanes(Outline(id="outline"), rows=rows, row=lambda row: row)
        yield AcceptLine()
        yield SearchLine(rows)
        yield KeyFooter()

    def on_mount(self) -> None:
        """Begin where the last session ended, and follow the report."""
        self.filter, self.uid = self.app.state.filter, self.app.state.disclosure
        self.watch(self.app, "busy", self.show_title, init=False)
        self.show_title()
        self.follow()  # the report may have been read before this screen was there

    @property
    def row(self) -> Coverage | None:
        """The current disclosure."""
        row: Coverage | None = self.rows.current
        return row

    @property
    def place(self) -> Location | None:
        """The location of the disclosure, or of the target under the cursor in its detail."""
        return self.panes.place

    # --- showing ---

    def show_report(self, assessment: Assessment) -> None:
        """Refresh the report at the same place."""
        at = (self.filter.framework, self.filter.group)
        self.outline.show_branches(branches(assessment), self.app.language, at)
        self._show_rows()
        self.show_title()

    def show_title(self) -> None:
        """Show the report and its figures, and the active filters."""
        language = self.app.language
        self.set_title(title_line(self.app.assessment, self.app.busy, language, self.app.read_only))
        filters = self.query_one("#filters", Label)
        filters.set_class(self.filter.asks and self.app.assessment is not None, "-shown")
        filters.update(filter_line(self.filter, len(self.rows.items), language))

    def _show_rows(self) -> None:
        """Show the disclosures that pass the filter, with the cursor on the same one or near it."""
        assessment = self.app.assessment
        if assessment is None:
            return
        shown = passing(assessment, self.filter)
        order = {row.disclosure.uid: n for n, row in enumerate(assessment.coverage)}
        here = order.get(self.uid, 0)
        cursor = next((n for n, row in enumerate(shown) if order[row.disclosure.uid] >= here), len(shown) - 1)
        self.rows.show(shown, columns(shown, self.app.language), cursor)

    def _cells(self, row: Coverage) -> tuple[Cell, ...]:
        assert self.app.assessment is not None  # there are no rows without it
        found = cells(self.app.assessment, row, self.app.language)
        if row.disclosure.uid in self.search.found:
            return (found[0], found[1]._replace(style="match"), *found[2:])
        return found

    def _sort_keys(self, row: Coverage) -> tuple[object, ...]:
        assert self.app.assessment is not None  # there are no rows without it
        return sort_keys(self.app.assessment, row, self.app.language)

    def table(self, assessment: Assessment) -> Table:
        """Return the shown disclosures; the title names the active filters."""
        language, title = self.app.language, "disclosures"
        if self.filter.asks:
            title = filter_line(self.filter, len(self.rows.items), language)
        return exporting.disclosures(assessment, self.rows.items, title, language)

    # --- going about ---

    @on(Painted.Moved, "#outline")
    def _branch_moved(self) -> None:
        framework, group = self.outline.key
        if (framework, group) != (self.filter.framework, self.filter.group):
            self._set_filter(self.filter.at(framework, group))

    @on(Painted.Moved, "#rows")
    def _row_moved(self) -> None:
        if self.row is not None:
            self.uid = self.row.disclosure.uid

    @on(Painted.Chosen, "#rows")
    def _row_chosen(self) -> None:
        self._history.remember(self.uid)
        self.panes.go_to("detail")

    @on(Painted.Chosen, "#detail")
    def _block_chosen(self) -> None:
        target = self.panes.detail.current
        if isinstance(target, RelatedDisclosure):
            self._history.remember(self.uid)
            self._go_to(target.uid)
        elif isinstance(target, Answer | Candidate | FindingTarget):
            self.post_message(GoTo(View.REPORT, target.location))

    def go_to(self, goal: Goal) -> None:
        """Go to a disclosure, or to a framework or a group in the tree."""
        if isinstance(goal, str):
            self._history.remember(self.uid)
            self._go_to(goal)
            self.panes.go_to("rows")
        elif isinstance(goal, GroupGoal):
            self._history.remember(self.uid)
            self._show_all_of(self.filter.at(*goal))
            self.panes.go_to("rows")

    def _go_to(self, uid: str) -> None:
        """Go to a disclosure; a filter that hides it is cleared."""
        assessment = self.app.assessment
        if not uid or assessment is None:
            return
        self.uid = uid
        if all(row.disclosure.uid != uid for row in passing(assessment, self.filter)):
            self._show_all_of(Filter())
        else:
            self._show_rows()

    def _show_all_of(self, asked: Filter) -> None:
        """Show the disclosures that pass another filter, and its place in the tree."""
        self.filter = asked
        if self.app.assessment is not None:
            self.show_report(self.app.assessment)

    def action_back(self) -> None:
        """Go back to the previous disclosure."""
        self._go_to(self._history.back(self.uid))

    def action_forward(self) -> None:
        """Go forward again."""
        self._go_to(self._history.forward(self.uid))

    def action_next_gap(self) -> None:
        """Go to the next shown disclosure with something to do."""
        self.rows.step_to([n for n, row in enumerate(self.rows.items) if is_open(row)], 1)

    def action_previous_gap(self) -> None:
        """Go to the previous one."""
        self.rows.step_to([n for n, row in enumerate(self.rows.items) if is_open(row)], -1)

    # --- search ---

    def action_search(self) -> None:
        """Open the search line."""
        self.search.open(self.uid)

    @on(Input.Submitted, "#query")
    def _searched(self) -> None:
        self._history.remember(self.uid)
        self.panes.go_to("rows")

    def action_leave(self) -> None:
        """Return to where the search began; without a search, clear the filters."""
        if self.search.has_class("-shown"):
            self.uid = self.search.close() or self.uid
            self.panes.go_to("rows")
            self._show_rows()
        elif self.panes.clear_selection():
            self.panes.show_detail()
        elif self.filter.asks:
            self.action_clear_filter()

    def action_next_match(self) -> None:
        """Go to the next match."""
        self.search.step(1)

    def action_previous_match(self) -> None:
        """Go to the previous match."""
        self.search.step(-1)

    # --- filters ---

    def _set_filter(self, asked: Filter) -> None:
        self.filter = asked
        self._show_rows()
        self.show_title()

    def action_gaps_only(self) -> None:
        """Show only gaps, or everything again."""
        self._set_filter(replace(self.filter, gaps=not self.filter.gaps))

    def action_obligation(self) -> None:
        """Switch to the next choice of obligations."""
        now = self.filter.obligations
        following = STRICT.index(now) + 1 if now in STRICT else 0
        self._set_filter(replace(self.filter, obligations=STRICT[following % len(STRICT)]))

    @work(group="form")
    async def action_filter(self) -> None:
        """Open a form with every filter."""
        if self.app.assessment is not None:
            asked = await self.app.push_screen_wait(FilterScreen(self.app.assessment, self.filter))
            if asked is not None:
                self._set_filter(asked)

    def action_clear_filter(self) -> None:
        """Clear every filter; the place in the tree stays."""
        self._set_filter(Filter().at(self.filter.framework, self.filter.group))
