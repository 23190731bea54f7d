"""The tree of frameworks and their groups, with the coverage of each. Pure."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Framework, Group, Status, Titles
from disclosure_index.tui.filters import is_open

DONE = (Status.DISCLOSED, Status.OMITTED)


class Branch(NamedTuple):
    """A framework (`group` is "") or one of its groups; sums include the groups below it."""

    framework: str
    group: str
    title: Titles
    done: int
    asked: int
    open: int  # disclosures with something to do
    branches: tuple["Branch", ...] = ()


def branches(assessment: Assessment) -> tuple[Branch, ...]:
    """Return the frameworks that the report claims, in its order, with their non-empty groups."""
    found = []
    for claim in assessment.report.claims:
        rows = [row for row in assessment.coverage if row.disclosure.framework == claim.framework]
        if rows:
            framework = assessment.catalog.frameworks[claim.framework]
            title = dict.fromkeys(framework.title, framework.short)
            found.append(_branch(framework.id, "", title, rows, _groups(assessment.catalog, framework, "", rows)))
    return tuple(found)


def under(framework: Framework, group: str) -> frozenset[str]:
    """Return a group and all groups below it, in any edition."""
    found = {group}
    while more := {g.id for g in framework.groups if g.parent in found} - found:
        found |= more
    return frozenset(found)


def is_under(catalog: Catalog, row: Coverage, group: str) -> bool:
    """Whether a disclosure is in a group or below it, in its own edition: editions may order groups differently."""
    return any(above.id == group for above in catalog.groups_above(row.disclosure))


def _groups(catalog: Catalog, framework: Framework, parent: str, rows: Sequence[Coverage]) -> tuple[Branch, ...]:
    found: dict[str, Branch] = {}
    for group in framework.groups:
        if group.parent != parent or group.id in found:
            continue
        placed = [(row, above) for row in rows for above in catalog.groups_above(row.disclosure) if _is(above, group)]
        if placed:
            inside = [row for row, _ in placed]
            title = max((above for _, above in placed), key=lambda a: a.edition).title
            below = _groups(catalog, framework, group.id, inside)
            found[group.id] = _branch(framework.id, group.id, title, inside, below)
    return tuple(found.values())


def _is(above: Group, group: Group) -> bool:
    return (above.id, above.parent) == (group.id, group.parent)


def _branch(
    framework: str, group: str, title: Titles, rows: Iterable[Coverage], branches: tuple[Branch, ...]
) -> Branch:
    counted = [row for row in rows if row.counts and row.status != Status.NOT_REQUIRED]
    done = sum(row.status in DONE for row in counted)
    return Branch(framework, group, title, done, len(counted), sum(is_open(row) for row in counted), branches)
