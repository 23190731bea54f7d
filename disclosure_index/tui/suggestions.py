"""Suggestions for a report: searched in a thread, and cached while its texts stay the same."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from disclosure_index.model import Disclosure

if TYPE_CHECKING:  # the first frame is painted without it
    from disclosure_index.assessment.assess import Assessment
    from disclosure_index.suggest import Suggester, Suggestion

Key = tuple[str, int] | tuple[int, int]
"""The key of a search: a disclosure's uid and a document, or a document and a passage."""


class Advisor:
    """The cache of suggestions. A tag changes no text, so suggestions survive most edits.

    Args:
        give_way: called in the thread every few milliseconds, so that it can wait for more urgent work.

    """

    def __init__(self, give_way: Callable[[], object] = lambda: None) -> None:
        self._give_way = give_way
        self._assessment: Assessment | None = None
        self._suggester: Suggester | None = None
        self._found: dict[Key, tuple[Suggestion, ...]] = {}
        self._one_at_a_time = asyncio.Lock()
        self._thread: asyncio.Task[None] | None = None

    def known(self, assessment: "Assessment", key: Key) -> tuple["Suggestion", ...]:
        """Return the suggestions found so far; none if there was no search since the report changed."""
        return self._found.get(key, ()) if assessment is self._assessment else ()

    def is_searched(self, assessment: "Assessment", key: Key) -> bool:
        """Whether the search is complete: before it, an empty result does not mean "none"."""
        return assessment is self._assessment and key in self._found

    async def for_disclosure(self, assessment: "Assessment", disclosure: Disclosure, document: int) -> None:
        """Search for the passages of a document that may answer a disclosure."""
        key = disclosure.uid, document
        await self._find(assessment, key, lambda suggester: suggester.for_disclosure(disclosure, document=document))

    async def for_passage(self, assessment: "Assessment", document: int, passage: int) -> None:
        """Search for the disclosures that a passage may answer."""
        await self._find(assessment, (document, passage), lambda suggester: suggester.for_passage(document, passage))

    async def _find(
        self, assessment: "Assessment", key: Key, look: Callable[["Suggester"], tuple["Suggestion", ...]]
    ) -> None:
        async with self._one_at_a_time:
            # A waiting caller may be cancelled, but not the thread; the next caller waits for it, and uses its index.
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
