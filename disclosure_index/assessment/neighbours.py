"""The neighbours of a gap: elements with the nearest tags. Places to look at, never coverage."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link

MOST = 2


class Neighbourhood:
    """The tags around every disclosure of one report."""

    def __init__(self, rows: Iterable[Coverage]) -> None:
        self._groups: dict[tuple[str, str], list[tuple[int, Coverage]]] = defaultdict(list)
        self._order: dict[str, int] = {}
        for index, row in enumerate(rows):
            self._order[row.disclosure.uid] = index
            self._groups[row.disclosure.framework, row.disclosure.group].append((index, row))

    def siblings(self, row: Coverage) -> list[Link]:
        """Return the tags of the disclosures of the same group, the nearest in the framework's order first."""
        here = self._order[row.disclosure.uid]
        group = self._groups[row.disclosure.framework, row.disclosure.group]
        near = sorted((abs(index - here), index, other.links) for index, other in group)
        return [link for _, _, links in near for link in links]

    def places(self, row: Coverage, document: int = 0) -> list[Link]:
        """Return the best elements to look at: those tagged with its relatives by crosswalk, then with its siblings.

        Those of `document` are given where there are any: one language version is enough to look at.
        """
        relatives = sorted(row.relatives, key=lambda relative: not relative.whole)
        found: dict[object, Link] = {}
        links = list(chain(*(relative.links for relative in relatives), self.siblings(row)))
        here = [link for link in links if link.document == document] or links
        for link in here:
            found.setdefault(link.statement.span.location, link)
            if len(found) == MOST:
                break
        return list(found.values())
