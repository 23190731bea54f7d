"""The search line, which searches while a person types."""

import asyncio
from collections.abc import Mapping
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Label

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import label
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.search import Haystack, Rank, haystack, matches
from disclosure_index.tui.widgets.one_line import OneLine
from disclosure_index.tui.widgets.row_table import Rows

PAUSE = 0.12
"""Seconds without a key before the search starts."""


class QueryLine(OneLine):
    """Hands the keys over with Enter itself: the key pressed right after it is not typed into the line.

    Textual delivers a key to what has the focus when the key arrives, and runs a binding without priority only when
    the widget gets to it; a key pressed meanwhile would still be delivered here.

    Args:
        then: what has the focus after Enter.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", show=False, priority=True)]

    def __init__(self, then: Widget) -> None:
        super().__init__(id="query")
        self._then = then

    async def action_submit(self) -> None:
        """Submit what is typed, and move the focus at once."""
        self.screen.set_focus(self._then)
        await super().action_submit()


class SearchLine(Horizontal):
    """Moves the cursor of the disclosures to the matches in `found`; hidden while there is no search.

    Args:
        rows: the disclosures.

    """

    app = getters.app(ReportApp)
    query_line = getters.query_one("#query", Input)

    def __init__(self, rows: Rows[Coverage]) -> None:
        super().__init__(id="find")
        self.found: Mapping[str, Rank] = {}  # the result of `matches` for the query
        self._rows = rows
        self._began_at = ""  # the disclosure under the cursor when the search began
        self._hay: tuple[Assessment, asyncio.Task[Haystack]] | None = None

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Label("/", markup=False)
        yield QueryLine(self._rows)
        yield Label(id="count", markup=False)

    def open(self, here: str) -> None:
        """Show and focus the line; `here` is the disclosure where the search begins."""
        self._began_at = here
        self.add_class("-shown")
        self.query_line.placeholder = self.app.rendered(label("prompt", "Code, title or report text"))
        self.query_line.focus()

    def close(self) -> str:
        """Hide the line, and forget the matches; return where the search began, unless it was closed before."""
        began_at = self._began_at if self.query_line.has_focus else ""
        self.query_line.value = ""
        self.found = {}
        self.remove_class("-shown")
        return began_at

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._search(event.value)

    @on(Input.Submitted)
    def _searched(self) -> None:
        """Keep the line in sight where there are matches, for n and N."""
        self.set_class(bool(self.found), "-shown")

    @work(group="search", exclusive=True)
    async def _search(self, query: str) -> None:
        """Search in a thread when the typing pauses, and go to the first match after the start of the search.

        The best matches come first: the code itself, the whole phrase, its words, then the text that answers it.
        """
        await asyncio.sleep(PAUSE)
        assessment = self.app.assessment
        if assessment is None:
            return
        self.found = await asyncio.to_thread(matches, assessment, await self._haystack(assessment), query)
        self._rows.refresh()
        numbers, items = self._numbers(), self._rows.items
        start = next((n for n, row in enumerate(items) if row.disclosure.uid == self._began_at), 0)
        if numbers:
            best = [n for n in numbers if self._rank(n) == self._rank(numbers[0])]
            self._rows.cursor = next((n for n in best if n >= start), best[0])
        self._show_count()

    async def _haystack(self, assessment: Assessment) -> Haystack:
        """Return the searchable texts; the thread continues when the next key cancels the search that waits for it."""
        if self._hay is None or self._hay[0] is not assessment:
            thread = asyncio.to_thread(haystack, assessment, self.app.idle.give_way)
            self._hay = assessment, asyncio.create_task(thread)
        return await asyncio.shield(self._hay[1])

    def step(self, by: int) -> None:
        """Go to the next match in either direction, from the best to the worst."""
        numbers, here = self._numbers(), self._rows.cursor
        if here in numbers:
            self._rows.cursor = numbers[(numbers.index(here) + by) % len(numbers)]
        elif numbers:
            self._rows.step_to(sorted(numbers), by)
        self._show_count()

    def _numbers(self) -> list[int]:
        """Return the numbers of the matching rows, the best first."""
        found = [n for n, row in enumerate(self._rows.items) if row.disclosure.uid in self.found]
        return sorted(found, key=self._rank)

    def _rank(self, number: int) -> Rank:
        return self.found[self._rows.items[number].disclosure.uid]

    def _show_count(self) -> None:
        numbers = self._numbers()
        here = numbers.index(self._rows.cursor) + 1 if self._rows.cursor in numbers else 0
        self.query_one("#count", Label).update(f"{here}/{len(numbers)}")
