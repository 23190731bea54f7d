"""The findings view: a list, and the finding under the cursor with the doc of its rule."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import Label

from disclosure_index.model import Finding, Location, Severity
from disclosure_index.tables.table import Table
from disclosure_index.tui import export_tables as exporting
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.commands.panes import Paned
from disclosure_index.tui.findings.listing import cells, columns, finding_blocks, findings, title_line
from disclosure_index.tui.navigation import GoTo, View
from disclosure_index.tui.widgets.blocks import Block
from disclosure_index.tui.widgets.line_list import Painted
from disclosure_index.tui.widgets.row_table import Rows


class FindingsScreen(Paned):
    """What the checks tell."""

    VIEW = View.FINDINGS
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Place.SOURCE, Place.PANED, Place.VIEW, Place.FINDINGS),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.worst, self.rule = Severity.NOTE, ""

    def make_rows(self) -> Rows[Finding]:
        """Return the list of findings."""
        return Rows[Finding](lambda finding: cells(finding, self.browser.language), id="rows")

    @property
    def rows(self) -> Rows[Finding]:
        """The findings."""
        return self.query_one("#rows", Rows)

    def show_bench(self) -> None:
        """Show the findings, with the cursor on the same one, or on what came up in its place."""
        if self.assessment is None:
            return
        here, language = self.rows.current, self.browser.language
        shown = findings(self.assessment, self.worst, self.rule)
        same = (n for n, f in enumerate(shown) if here is not None and f.fingerprint == here.fingerprint)
        self.rows.show(shown, columns(language), next(same, self.rows.cursor))
        self.query_one("#title", Label).update(self._title)

    @on(Painted.Moved, "#rows")
    def _moved(self) -> None:
        self.show_detail_soon()

    def detail_blocks(self) -> Iterable[Block]:
        """Return all that is known of the finding under the cursor."""
        found = self.rows.current
        return finding_blocks(found, self.browser.language) if found else ()

    @on(Painted.Chosen)
    def _chosen(self) -> None:
        if self.place is not None:
            self.post_message(GoTo(View.REPORT, self.place))

    @property
    def place(self) -> Location | None:
        """Where the finding is."""
        return self.rows.current.location if self.rows.current else None

    def action_severity(self) -> None:
        """Show all findings, errors only, or errors and warnings."""
        every = list(Severity)
        self.worst = every[(every.index(self.worst) + 1) % len(every)]
        self.show_bench()

    def action_this_rule(self) -> None:
        """Show only the findings of the rule under the cursor; or all again."""
        self.rule = "" if self.rule or self.rows.current is None else self.rows.current.rule
        self.show_bench()

    def shown(self) -> Table | None:
        """Return the findings in sight."""
        return exporting.findings(self.rows.items, self._title, self.browser.language)

    @property
    def _title(self) -> str:
        every = len(self.assessment.verdict.findings) if self.assessment else 0
        return title_line(self.rows.items, every, self.worst, self.rule, self.browser.language)
