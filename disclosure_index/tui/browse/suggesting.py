"""Suggestions on the main screen: looked for in a thread, while the rest of the detail is in sight already."""

import asyncio

from textual import work

from disclosure_index.assessment import Assessment
from disclosure_index.coverage import Coverage
from disclosure_index.suggest import Suggester
from disclosure_index.tui.browse.base import Panes
from disclosure_index.tui.detail import Found, suggested, wants_more

PAUSE = 0.08
"""Seconds that the cursor rests on a disclosure before suggestions are looked for."""


class Suggesting(Panes):
    """Knows what was suggested for an assessment."""

    def __init__(self) -> None:
        super().__init__()
        self._suggester: tuple[Assessment, Suggester] | None = None
        self._suggested: dict[tuple[str, int], tuple[Found, ...]] = {}  # by uid and document
        self._one_at_a_time = asyncio.Lock()

    def candidates(self, row: Coverage) -> tuple[Found, ...]:
        """Give what was suggested, else what is near by."""
        if self._suggester is not None and self._suggester[0] is self.assessment:
            found = self._suggested.get((row.disclosure.uid, self.document), ())
            return found or super().candidates(row)
        return super().candidates(row)

    @work(group="suggest", exclusive=True)
    async def suggest(self) -> None:
        """Look for passages that may answer the disclosure under the cursor, where something of it is open."""
        row, assessment, document = self.row, self.assessment, self.document
        if row is None or assessment is None or not wants_more(row):
            return
        await asyncio.sleep(PAUSE)
        async with self._one_at_a_time:
            if self._suggester is None or self._suggester[0] is not assessment:
                self._suggester = assessment, Suggester(assessment.report, assessment.catalog, assessment.coverage)
                self._suggested = {}
            key = row.disclosure.uid, document
            if key in self._suggested:
                return
            look = self._suggester[1].for_disclosure
            self._suggested[key] = suggested(
                assessment, await asyncio.to_thread(look, row.disclosure, document=document)
            )
        if self._suggested[key] and self.row is row and self.assessment is assessment:
            self.show_detail(self.detail.cursor)
