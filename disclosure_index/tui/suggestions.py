"""What is suggested for a report: looked for in a thread, and remembered for as long as its texts stay the same."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from disclosure_index.model import Disclosure

if TYPE_CHECKING:  # the first frame is painted without them
    from disclosure_index.assessment.assess import Assessment
    from disclosure_index.suggest import Suggester, Suggestion

Key = tuple[str, int] | tuple[int, int]
"""Of what was asked: a disclosure's uid and a document, or a document and a passage."""


class Advisor:
    """Knows what was suggested. A tag changes no text, so what was found outlives most edits.

    Args:
        give_way: called in the thread every few milliseconds, so that it may wait for what is more urgent.

    """

    def __init__(self, give_way: Callable[[], object] = lambda: None) -> None:
        self._give_way = give_way
        self._assessment: Assessment | None = None
        self._suggester: Suggester | None = None
        self._found: dict[Key, tuple[Suggestion, ...]] = {}
        self._one_at_a_time = asyncio.Lock()
        self._thread: asyncio.Task[None] | None = None

    def known(self, assessment: "Assessment", key: Key) -> tuple["Suggestion", ...]:
        """Return what was found already; nothing where nobody has looked since the report changed."""
        return self._found.get(key, ()) if assessment is self._assessment else ()

    def is_searched(self, assessment: "Assessment", key: Key) -> bool:
        """Whether what is known is all there is: where nobody has looked yet, nothing is not "none"."""
        return assessment is self._assessment and key in self._found

    async def for_disclosure(self, assessment: "Assessment", disclosure: Disclosure, document: int) -> None:
        """Find the passages of a document that may answer a disclosure."""
        key = disclosure.uid, document
        await self._find(assessment, key, lambda suggester: suggester.for_disclosure(disclosure, document=document))

    async def for_passage(self, assessment: "Assessment", document: int, passage: int) -> None:
        """Find the disclosures that a passage may answer."""
        await self._find(assessment, (document, passage), lambda suggester: suggester.for_passage(document, passage))

    async def _find(
        self, assessment: "Assessment", key: Key, look: Callable[["Suggester"], tuple["Suggestion", ...]]
    ) -> None:
        async with self._one_at_a_time:
            # Who looks may be cancelled, but not the thread; whoever comes next waits for it, and has its index.
            if self._thread is not None:
                await asyncio.wait((self._thread,))
            self._thread = asyncio.create_task(asyncio.to_thread(self._look, assessment, key, look))
            await asyncio.shield(self._thread)

    def _look(
        self, assessment: "Assessment", key: Key, look: Callable[["Suggester"], tuple["Suggestion", ...]]
    ) -> None:
        suggester = self._suggester_for(assessment)
        if suggester is not self._suggester:
            self._found = {}
        self._assessment, self._suggester = assessment, suggester
        if key not in self._found:
            self._found[key] = look(suggester)

    def _suggester_for(self, assessment: "Assessment") -> "Suggester":
        kept = self._suggester
        if kept is not None and (
            assessment is self._assessment or kept.still_fits(assessment.report, assessment.coverage)
        ):
            return kept
        if kept is not None and kept.reads_the_same(assessment.report):
            return kept.renewed(assessment.report, assessment.coverage)
        from disclosure_index.suggest import Suggester

        return Suggester(assessment.report, assessment.catalog, assessment.coverage, give_way=self._give_way)
