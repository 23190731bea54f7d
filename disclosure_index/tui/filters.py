"""Filters of disclosures, which combine. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from disclosure_index.assessment.coverage import REQUIRING, Coverage
from disclosure_index.model import Obligation, Status

ALL = frozenset[str]()
"""The value of a filter that everything passes."""

STRICT: tuple[frozenset[str], ...] = (
    ALL,
    frozenset((Obligation.MANDATORY,)),
    frozenset((Obligation.MANDATORY, Obligation.COMPLY_OR_EXPLAIN)),
)
"""The obligations that one key cycles through: all, mandatory only, those to answer or explain."""


@dataclass(frozen=True, slots=True)
class Filter:
    """The conditions for a disclosure to be shown; "" and ALL are none.

    `group` is a group of `framework`; groups below it count, too. `section` is in the title of a section of the
    report that answers the disclosure, or of a section around it.
    """

    gaps: bool = False
    obligations: frozenset[str] = ALL
    framework: str = ""
    group: str = ""
    section: str = ""
    owner: str = ""
    unreviewed: bool = False

    @property
    def asks(self) -> bool:
        """Whether it has any condition besides the place in the tree."""
        return self.at("", "") != NO_FILTER

    def at(self, framework: str, group: str) -> "Filter":
        """Return the filter for a framework, or for one of its groups."""
        return replace(self, framework=framework, group=group)


NO_FILTER = Filter()


def is_open(row: Coverage) -> bool:
    """Whether there is something to do: a gap, or a required part that is not answered."""
    return row.is_gap or (row.status == Status.PARTIAL and bool(row.open) and row.obligation in REQUIRING)


def passes(row: Coverage, asked: Filter, groups: frozenset[str], sections: Iterable[str] = ()) -> bool:
    """Whether a disclosure is shown.

    Args:
        row: its coverage.
        asked: the filter.
        groups: the wanted group and all groups below it.
        sections: the titles of the sections that answer it, with those around them.

    """
    return (
        (not asked.gaps or is_open(row))
        and (not asked.obligations or row.obligation in asked.obligations)
        and (not asked.framework or row.disclosure.framework == asked.framework)
        and (not asked.group or row.disclosure.group in groups)
        and (not asked.section or any(asked.section.casefold() in title.casefold() for title in sections))
        and (not asked.owner or row.owner == asked.owner)
        and (not asked.unreviewed or bool((row.links or row.omissions) and not row.reviewed))
    )
