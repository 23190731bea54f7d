"""The Catalog: the definitions that one run works with, and how they are looked up."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, date, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # compiled only where a printed index is read
    from disclosure_index.catalog.notation.rules import Spelling

from disclosure_index.catalog.terms import Vocabulary
from disclosure_index.catalog.translations import Texts
from disclosure_index.model import (
    Crosslink,
    Disclosure,
    Finding,
    Framework,
    Group,
    Reference,
    estimated_publication,
)


@dataclass(frozen=True)
class Catalog:
    """Frameworks by id, and the relations between their disclosures."""

    frameworks: Mapping[str, Framework]
    crosslinks: tuple[Crosslink, ...] = ()
    findings: tuple[Finding, ...] = ()
    folders: Mapping[str, Path] = field(default_factory=dict)  # of all frameworks that exist, loaded or not
    ended: frozenset[tuple[str, str]] = frozenset()
    """The disclosures whose relations to a framework end on purpose, with that framework."""
    spellings: Mapping[str, "Spelling"] = field(default_factory=dict)  # only where a printed index is read
    columns: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """With the spellings, of every framework: what a column of an index holds that is headed by one of its names."""

    @cached_property
    def known(self) -> tuple[str, ...]:
        """The ids of all frameworks that exist, loaded or not."""
        return tuple(sorted({*self.folders, *self.frameworks}))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The terms of the disclosures."""
        return Vocabulary(self.folders)

    @cached_property
    def texts(self) -> Texts:
        """What the disclosures ask for, in each language."""
        return Texts(self.folders)

    def id_of(self, name: str) -> str:
        """Return the id of the loaded framework that has this name, in any case; the name itself where none has."""
        wanted = name.lower()
        return next((id for id, framework in self.frameworks.items() if wanted in framework.names), wanted)

    @cached_property
    def _by_code(self) -> dict[tuple[str, str], tuple[Disclosure, ...]]:
        table: dict[tuple[str, str], tuple[Disclosure, ...]] = {}
        for framework in self.frameworks.values():
            for disclosure in framework.disclosures:
                key = (framework.id, disclosure.code.casefold())
                table[key] = (*table.get(key, ()), disclosure)
        return table

    def find(self, reference: Reference) -> tuple[Disclosure, ...]:
        """Return the disclosures with that code, of every edition or of the one the reference names, oldest first."""
        found = self._by_code.get((reference.framework, reference.code.casefold()), ())
        if reference.edition is None:
            return found
        return tuple(d for d in found if d.edition.casefold() == reference.edition.casefold())

    @cached_property
    def _groups(self) -> dict[tuple[str, str, str], Group]:
        return {(f.id, group.id, group.edition): group for f in self.frameworks.values() for group in f.groups}

    def group_of(self, disclosure: Disclosure) -> Group | None:
        """Return the heading that a disclosure stands under in its framework, in its own edition; None without one."""
        framework, group = disclosure.framework, disclosure.group
        return self._groups.get((framework, group, disclosure.edition)) or self._groups.get((framework, group, ""))

    def groups_above(self, disclosure: Disclosure) -> tuple[Group, ...]:
        """Return the headings that a disclosure stands under in its own edition, the nearest first."""
        found: list[Group] = []
        group = self.group_of(disclosure)
        while group and group not in found:
            found.append(group)
            group = self.group_of(disclosure._replace(group=group.parent)) if group.parent else None
        return tuple(found)

    @cached_property
    def _codes(self) -> dict[str, tuple[str, ...]]:
        return {id: tuple(dict.fromkeys(d.code for d in f.disclosures)) for id, f in self.frameworks.items()}

    def codes(self, framework: str) -> tuple[str, ...]:
        """Return the codes of a framework, in its own order."""
        return self._codes[framework]


def in_force(framework: Framework, year_start: date, published: date | None) -> tuple[Disclosure, ...]:
    """Return the disclosures that apply to a report, in the framework's own order.

    A part with no edition in force (a Standard published but not yet effective) gives its next one where the
    framework allows early use and the edition was issued in time, else nothing. For an edition in force of which only
    a part is known, the next one stands in, whenever it was issued: `stand_ins` names these.

    Args:
        framework: whose editions are weighed.
        year_start: first day of the report's financial year.
        published: day of publication; without it, the day that is likely for a year of twelve months.

    """
    published = published or estimated_publication(_last_day(year_start))
    days = {"financial-year-start": year_start, "publication-date": published}
    last = max(published, year_start)  # a draft may carry the day of the report before
    current = tuple(
        d for d in framework.disclosures if d.in_force.is_issued(last) and d.in_force.holds(days[d.in_force.by])
    )
    if not framework.early_use:
        return current
    partial = {(e.part, e.id): e.in_force for e in framework.editions if not e.complete}
    stood_in = {part for (part, _), span in partial.items() if span.holds(days[span.by])}
    settled = {d.part for d in current if (d.part, d.edition) not in partial}
    usable = [d for d in framework.disclosures if d.part in stood_in or d.in_force.is_issued(last)]
    coming: dict[str, Disclosure] = {}
    for d in usable:
        start = d.in_force.start
        if d.part not in settled and start and start > days[d.in_force.by]:
            first = coming.setdefault(d.part, d)
            if start < (first.in_force.start or start):
                coming[d.part] = d
    wanted = {(d.part, d.edition) for d in coming.values()}
    if not wanted:
        return current
    kept = {d.uid for d in current}
    return tuple(d for d in usable if d.uid in kept or (d.part, d.edition) in wanted)


def _last_day(year_start: date) -> date:
    """Return the last day of a year of twelve months."""
    if year_start.year == MAXYEAR:
        return date.max
    month = monthrange(year_start.year + 1, year_start.month)[1]
    return date(year_start.year + 1, year_start.month, min(year_start.day, month)) - timedelta(days=1)


def stand_ins(disclosures: Iterable[Disclosure], published: date) -> tuple[Disclosure, ...]:
    """Return those of the disclosures that were issued later, and stand in for an edition that is not known in full."""
    return tuple(d for d in disclosures if not d.in_force.is_issued(published))


def of_edition(framework: Framework, edition: str) -> tuple[Disclosure, ...]:
    """Return the disclosures of one edition, whatever the dates."""
    return tuple(d for d in framework.disclosures if d.edition.casefold() == edition.casefold())
