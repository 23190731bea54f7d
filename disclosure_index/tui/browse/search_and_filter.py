"""Finding on the main screen: search as you type, and filters."""

import asyncio
from dataclasses import replace

from textual import on, work
from textual.widgets import Input, Label

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import label
from disclosure_index.tui.browse.navigation import Moving
from disclosure_index.tui.filters import STRICT, Filter
from disclosure_index.tui.screens.filter import FilterScreen
from disclosure_index.tui.search import Haystack, haystack, matches

PAUSE = 0.12
"""Seconds without a key before what was typed is looked for."""


class Finding(Moving):
    """The actions that find a disclosure."""

    def __init__(self) -> None:
        super().__init__()
        self._hay: tuple[Assessment, asyncio.Task[Haystack]] | None = None
        self._before = ""  # the disclosure that was looked at when the search began

    # --- search ---

    def action_search(self) -> None:
        """Open the line to search in."""
        self._before = self.uid
        self.query_one("#find").add_class("-shown")
        query = self.query_one("#query", Input)
        query.placeholder = self.rendered(label("prompt", "Code, title or report text"))
        query.focus()

    @on(Input.Changed, "#query")
    def _typed(self, event: Input.Changed) -> None:
        self.look_for(event.value)

    @work(group="search", exclusive=True)
    async def look_for(self, query: str) -> None:
        """Find what fits, in a thread, when the typing pauses, and go to the first from where the search began.

        What fits by its own code or words comes before what fits by the text that answers it.
        """
        await asyncio.sleep(PAUSE)
        assessment = self.assessment
        if assessment is None:
            return
        self.found = await asyncio.to_thread(matches, assessment, await self._haystack(assessment), query)
        self.rows.refresh()
        numbers = self._numbers()
        start = next((n for n, row in enumerate(self.rows.items) if row.disclosure.uid == self._before), 0)
        named = [n for n in numbers if self.found[self.rows.items[n].disclosure.uid]] or numbers
        if named:
            self.rows.cursor = next((n for n in named if n >= start), named[0])
        self._show_count()

    async def _haystack(self, assessment: Assessment) -> Haystack:
        """Return what is searched; its thread goes on where who waits for it is overtaken by the next key."""
        if self._hay is None or self._hay[0] is not assessment:
            thread = asyncio.to_thread(haystack, assessment, self.browser.give_way)
            self._hay = assessment, asyncio.create_task(thread)
        return await asyncio.shield(self._hay[1])

    def _numbers(self) -> list[int]:
        return [n for n, row in enumerate(self.rows.items) if row.disclosure.uid in self.found]

    def _show_count(self) -> None:
        numbers = self._numbers()
        here = numbers.index(self.rows.cursor) + 1 if self.rows.cursor in numbers else 0
        self.query_one("#count", Label).update(f"{here}/{len(numbers)}")

    @on(Input.Submitted, "#query")
    def _searched(self) -> None:
        """Leave the line; what was found stays, for n and N."""
        self.remember()
        self.query_one("#find").set_class(bool(self.found), "-shown")
        self.to_pane("rows")

    def action_leave(self) -> None:
        """Leave the search where it began; without one, lift the filters."""
        query = self.query_one("#query", Input)
        if self.query_one("#find").has_class("-shown"):
            if query.has_focus and self._before:
                self.uid = self._before
            query.value = ""
            self.found = {}
            self.query_one("#find").remove_class("-shown")
            self.to_pane("rows")
            self.show_rows()
        elif self.filter.asks:
            self.action_clear_filter()

    def action_next_match(self) -> None:
        """Go to the next disclosure that was found."""
        self.rows.step_to(self._numbers(), 1)
        self._show_count()

    def action_previous_match(self) -> None:
        """Go to the one before."""
        self.rows.step_to(self._numbers(), -1)
        self._show_count()

    # --- filters ---

    def action_gaps_only(self) -> None:
        """Show only what is to be done; or all again."""
        self.set_filter(replace(self.filter, gaps=not self.filter.gaps))

    def action_obligation(self) -> None:
        """Go on to the next choice of obligations."""
        now = self.filter.obligations
        following = STRICT.index(now) + 1 if now in STRICT else 0
        self.set_filter(replace(self.filter, obligations=STRICT[following % len(STRICT)]))

    @work(group="form")
    async def action_filter(self) -> None:
        """Ask for every filter in a form."""
        if self.assessment is not None:
            asked = await self.app.push_screen_wait(FilterScreen(self.assessment, self.filter))
            if asked is not None:
                self.set_filter(asked)

    def action_clear_filter(self) -> None:
        """Lift every filter; the place in the tree stays."""
        self.set_filter(Filter().at(self.filter.framework, self.filter.group))
