"""The panes of the main screen and what stands in them; the actions are built on it."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.widgets import Footer, Input, Label

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.tui.browse.header_lines import filter_line, title_line
from disclosure_index.tui.commands.on_disclosure import Disclosures
from disclosure_index.tui.disclosure_table import cells, columns, sections_of
from disclosure_index.tui.filters import Filter, passes
from disclosure_index.tui.framework_tree import branches, under
from disclosure_index.tui.widgets.blocks import Blocks
from disclosure_index.tui.widgets.outline import Outline
from disclosure_index.tui.widgets.row_table import Cell, Rows


class Panes(Disclosures):
    """The three panes; `uid` is the disclosure that is looked at, `filter` what is asked of those in sight."""

    PANES = ("outline", "rows", "detail")

    def __init__(self) -> None:
        super().__init__()
        self.filter = Filter()
        self.uid = ""
        self.found: Mapping[str, bool] = {}  # what `matches` gave for what is searched for

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield from self.top()
        yield Label(id="filters", markup=False)
        with Container(id="panes", classes="at-rows"):
            yield Outline(id="outline")
            yield Rows[Coverage](self._cells, id="rows")
            yield Blocks(id="detail")
        with Horizontal(id="find"):
            yield Label("/", markup=False)
            yield Input(id="query")
            yield Label(id="count", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Follow the report, the language, and what is being done."""
        self.watch(self.app, "busy", self.show_title, init=False)
        self.filter, self.uid = self.browser.state.filter, self.browser.state.disclosure
        self.rows.focus()
        self.show_title()
        self.follow()  # it may have been read before this screen was there

    # --- the panes ---

    @property
    def outline(self) -> Outline:
        """The tree of frameworks and groups."""
        return self.query_one("#outline", Outline)

    @property
    def rows(self) -> Rows[Coverage]:
        """The table of disclosures."""
        return self.query_one("#rows", Rows)

    # --- what is looked at ---

    @property
    def row(self) -> Coverage | None:
        """The disclosure that is looked at."""
        return self.rows.current

    # --- showing ---

    def show_bench(self) -> None:
        """Show the report anew, at the same place."""
        if self.assessment is None:
            return
        at = (self.filter.framework, self.filter.group)
        self.outline.show_branches(branches(self.assessment), self.browser.language, at)
        self.show_rows()
        self.show_title()

    def retell(self) -> None:
        """Say everything in another language."""
        super().retell()
        self.show_title()

    def show_title(self) -> None:
        """Say which report this is and how it stands; and which filters hide something."""
        language = self.browser.language
        self.query_one("#title", Label).update(title_line(self.assessment, self.browser.busy, language))
        filters = self.query_one("#filters", Label)
        filters.set_class(self.filter.asks, "-shown")
        filters.update(filter_line(self.filter, len(self.rows.items), language))

    def show_rows(self) -> None:
        """Show the disclosures that pass the filter, with the cursor where it was, or near by."""
        if self.assessment is None:
            return
        shown = self.passing(self.assessment)
        order = {row.disclosure.uid: n for n, row in enumerate(self.assessment.coverage)}
        here = order.get(self.uid, 0)
        cursor = next((n for n, row in enumerate(shown) if order[row.disclosure.uid] >= here), len(shown) - 1)
        self.rows.show(shown, columns(shown, self.browser.language), cursor)

    def passing(self, assessment: Assessment) -> list[Coverage]:
        """Return the disclosures that pass the filter."""
        asked = self.filter
        framework = assessment.catalog.frameworks.get(asked.framework)
        groups = under(framework, asked.group) if framework and asked.group else frozenset()

        def sections(row: Coverage) -> set[str]:
            return {title for path in sections_of(assessment, row) for title in path} if asked.section else set()

        return [row for row in assessment.coverage if passes(row, asked, groups, sections(row))]

    def set_filter(self, asked: Filter) -> None:
        """Ask for something else."""
        self.filter = asked
        self.show_rows()
        self.show_title()

    def _cells(self, row: Coverage) -> tuple[Cell, ...]:
        assert self.assessment is not None  # there are no rows without it
        found = cells(self.assessment, row, self.browser.language)
        if row.disclosure.uid in self.found:
            return (found[0], found[1]._replace(style="match"), *found[2:])
        return found
