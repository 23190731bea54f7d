"""The successors of a disclosure in the editions that apply to another report, from the catalogue."""

from collections.abc import Collection
from dataclasses import dataclass, field

from disclosure_index.catalog.diff import is_another
from disclosure_index.catalog.sector_lists import successors as parts_after
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Disclosure, Reference, parse_reference


@dataclass(frozen=True)
class Successors:
    """The successors of the disclosures of one report among those that apply to another.

    Attributes:
        catalog: the catalogue with the editions of both.
        current: the disclosures that apply to the other report, by uid.
    """

    catalog: Catalog
    current: Collection[str]
    _found: dict[str, tuple[Disclosure, ...]] = field(default_factory=dict)

    def of(self, disclosure: Disclosure) -> tuple[Disclosure, ...]:
        """Return the successors of a disclosure: itself, its later edition, or what superseded it, step by step."""
        if disclosure.uid not in self._found:
            self._found[disclosure.uid] = self._reached(disclosure)
        return self._found[disclosure.uid]

    def of_part(self, disclosure: Disclosure) -> tuple[Disclosure, ...]:
        """Return the successors of the whole part of a disclosure, such as GRI 101 for GRI 304."""
        framework = self.catalog.frameworks[disclosure.framework]
        parts = parts_after(framework, disclosure)
        return tuple(d for d in framework.disclosures if d.part in parts and d.uid in self.current)

    def _reached(self, disclosure: Disclosure) -> tuple[Disclosure, ...]:
        reached: dict[str, Disclosure] = {}
        seen: set[str] = set()
        open_ = [disclosure]
        while open_:
            one = open_.pop(0)
            if one.uid in seen:
                continue
            seen.add(one.uid)
            if one.uid in self.current:
                reached[one.uid] = one
            else:
                open_ += self._next(one)
        return tuple(reached.values())

    def _next(self, one: Disclosure) -> list[Disclosure]:
        """Return what superseded a disclosure; where nothing is named, the same code of other editions."""
        if one.superseded_by:
            named = (parse_reference(text) for text in one.superseded_by)
            return [d for reference in named if reference for d in self.catalog.find(reference)]
        others = self.catalog.find(Reference(one.framework, one.code))
        return [d for d in others if d.uid != one.uid and not (is_another(one, d) or is_another(d, one))]
