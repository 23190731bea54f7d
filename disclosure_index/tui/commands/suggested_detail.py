"""The detail of a disclosure, with suggestions: they are looked for while the rest is in sight already."""

import asyncio
from abc import abstractmethod

from textual import work

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.neighbours import Neighbourhood
from disclosure_index.tui.commands.on_tag import Tags
from disclosure_index.tui.detail import Found, detail, near, suggested, wants_more
from disclosure_index.tui.widgets.blocks import Block

PAUSE = 0.05
"""Seconds that the detail of a disclosure is in sight before suggestions are looked for."""


class Suggesting(Tags):
    """A view that has the detail of the disclosure under its cursor beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._around: tuple[Assessment, Neighbourhood] | None = None

    @property
    @abstractmethod
    def row(self) -> Coverage | None:
        """The disclosure that is looked at."""

    @property
    def subject(self) -> str:
        """The disclosure."""
        return self.row.disclosure.uid if self.row else ""

    def detail_blocks(self) -> tuple[Block, ...]:
        """Return all that is known of the disclosure under the cursor."""
        row = self.row
        if self.assessment is None or row is None:
            return ()
        return detail(self.assessment, row, self.browser.language, self.candidates(row))

    def candidates(self, row: Coverage) -> tuple[Found, ...]:
        """Return what was suggested for a disclosure, else what is near by; nothing where it is answered."""
        assert self.assessment is not None  # there are no rows without it
        if not wants_more(row):
            return ()
        known = self.browser.advisor.known(self.assessment, (row.disclosure.uid, self.document))
        return suggested(self.assessment, known) or near(self._neighbourhood(self.assessment), row, self.document)

    def _neighbourhood(self, assessment: Assessment) -> Neighbourhood:
        if self._around is None or self._around[0] is not assessment:
            self._around = assessment, Neighbourhood(assessment.coverage)
        return self._around[1]

    def rest(self) -> None:
        """Show the detail, and look for suggestions."""
        super().rest()
        self.suggest()

    @property
    def is_looking(self) -> bool:
        """Whether passages are still being looked for: what is shown may not be all there is."""
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
            self.show_detail()
