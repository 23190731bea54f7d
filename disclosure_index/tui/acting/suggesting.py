"""The detail of a disclosure, with suggestions: they are looked for while the rest is in sight already."""

import asyncio
from abc import abstractmethod

from textual import work

from disclosure_index.coverage import Coverage
from disclosure_index.tui.acting.tags import Tags
from disclosure_index.tui.detail import Found, detail, near, suggested, wants_more

PAUSE = 0.08
"""Seconds that the cursor rests on a disclosure before suggestions are looked for."""


class Suggesting(Tags):
    """A view that has the detail of the disclosure under its cursor beside it."""

    @property
    @abstractmethod
    def row(self) -> Coverage | None:
        """The disclosure that is looked at."""

    def show_detail(self, cursor: int | None = None) -> None:
        """Show all that is known of the disclosure under the cursor."""
        row = self.row
        if self.assessment is None or row is None:
            self.detail.show(())
            return
        blocks = detail(self.assessment, row, self.browser.language, self.candidates(row))
        self.detail.show(blocks, cursor)

    def candidates(self, row: Coverage) -> tuple[Found, ...]:
        """Give what was suggested for a disclosure, else what is near by."""
        assert self.assessment is not None  # there are no rows without it
        known = self.browser.advisor.known(self.assessment, (row.disclosure.uid, self.document))
        found = suggested(self.assessment, known) if wants_more(row) else ()
        return found or near(self.assessment, row, self.document)

    @property
    def is_looking(self) -> bool:
        """Tell whether passages are still being looked for: what is shown may not be all there is."""
        row, assessment = self.row, self.assessment
        if row is None or assessment is None or not wants_more(row):
            return False
        return not self.browser.advisor.has_looked(assessment, (row.disclosure.uid, self.document))

    @work(group="suggest", exclusive=True)
    async def suggest(self) -> None:
        """Look for passages that may answer the disclosure under the cursor, where something of it is open."""
        row, assessment, document = self.row, self.assessment, self.document
        if row is None or assessment is None or not wants_more(row):
            return
        advisor, key = self.browser.advisor, (row.disclosure.uid, document)
        if advisor.has_looked(assessment, key):
            return
        await asyncio.sleep(PAUSE)
        await advisor.for_disclosure(assessment, row.disclosure, document)
        if advisor.known(assessment, key) and self.row is row and self.assessment is assessment:
            self.show_detail(self.detail.cursor)
