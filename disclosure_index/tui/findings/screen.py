"""The findings view: a list, and the finding under the cursor with the documentation of its rule."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from disclosure_index.assessment.assess import Assessment
from disclosure_index.model import Finding, Location, Severity
from disclosure_index.tables.table import Table
from disclosure_index.tui import export_tables as exporting
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.commands import findings as doing
from disclosure_index.tui.findings.listing import cells, columns, finding_blocks, findings, sort_keys, title_line
from disclosure_index.tui.navigation import GoTo, View
from disclosure_index.tui.view import ViewScreen
from disclosure_index.tui.widgets.blocks import Block
from disclosure_index.tui.widgets.key_footer import KeyFooter
from disclosure_index.tui.widgets.line_list import Painted
from disclosure_index.tui.widgets.panes import Panes
from disclosure_index.tui.widgets.row_table import Rows


class FindingsScreen(ViewScreen):
    """The findings of the checks."""

    VIEW = View.FINDINGS
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Place.SOURCE, Place.EDITED, Place.VIEW, Place.SORTED, Place.FINDINGS)
    ]

    def __init__(self) -> None:
        super().__init__()
        self.worst, self.rule = Severity.NOTE, ""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield from self.top()
        rows = Rows[Finding](lambda finding: cells(finding, self.app.language), id="rows")
        rows.keys = lambda finding: sort_keys(finding, self.app.language)
        yield Panes(rows=rows, blocks=self._blocks)
        yield KeyFooter()

    def _blocks(self) -> Iterable[Block]:
        """Return everything known of the finding under the cursor."""
        found = self.rows.current
        return finding_blocks(found, self.app.language) if found else ()

    def show_report(self, assessment: Assessment) -> None:
        """Show the findings, with the cursor on the same one, or on its successor in the list."""
        here, language = self.rows.current, self.app.language
        shown = findings(assessment, self.worst, self.rule)
        same = (n for n, f in enumerate(shown) if here is not None and f.fingerprint == here.fingerprint)
        self.rows.show(shown, columns(language), next(same, self.rows.cursor))
        self.set_title(self._title(assessment))

    def _title(self, assessment: Assessment) -> str:
        every = len(assessment.verdict.findings)
        return title_line(self.rows.items, every, self.worst, self.rule, self.app.language)

    @on(Painted.Chosen)
    def _chosen(self) -> None:
        if self.place is not None:
            self.post_message(GoTo(View.REPORT, self.place))

    @property
    def place(self) -> Location | None:
        """The location of the finding."""
        return self.rows.current.location if self.rows.current else None

    def action_severity(self) -> None:
        """Show all findings, errors only, or errors and warnings."""
        every = list(Severity)
        self._ask_for(every[(every.index(self.worst) + 1) % len(every)], self.rule)

    def action_this_rule(self) -> None:
        """Show only the findings of the rule under the cursor, or all again."""
        self._ask_for(self.worst, "" if self.rule or self.rows.current is None else self.rows.current.rule)

    @work(group="form")
    async def action_suppress(self) -> None:
        """Suppress the finding under the cursor until a day."""
        if self.rows.current is not None:
            await doing.suppress(self.app, self.rows.current)

    def _ask_for(self, worst: Severity, rule: str) -> None:
        self.worst, self.rule = worst, rule
        if self.app.assessment is not None:
            self.show_report(self.app.assessment)

    def table(self, assessment: Assessment) -> Table:
        """Return the shown findings."""
        return exporting.findings(self.rows.items, self._title(assessment), self.app.language)
