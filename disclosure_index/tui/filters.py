"""Filters that combine: which disclosures are shown. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from disclosure_index.assessment.coverage import REQUIRING, Coverage
from disclosure_index.model import Obligation, Status

ALL = frozenset[str]()
"""Of a filter's choices: everything passes."""

STRICT: tuple[frozenset[str], ...] = (
    ALL,
    frozenset((Obligation.MANDATORY,)),
    frozenset((Obligation.MANDATORY, Obligation.COMPLY_OR_EXPLAIN)),
)
"""The obligations that one key goes through: all, mandatory only, what has to be answered or explained."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a disclosure has to be to be shown; "" and ALL ask for nothing.

    `group` is a group of `framework`; what is under it counts, too. `section` is in the title of a section of the
    report that answers the disclosure, or of one around it.
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
        """Whether it asks for anything beside the place in the tree."""
        return self.at("", "") != NO_FILTER

    def at(self, framework: str, group: str) -> "Filter":
        """Return the filter for a framework, or for one of its groups."""
        return replace(self, framework=framework, group=group)


NO_FILTER = Filter()


def is_open(row: Coverage) -> bool:
    """Whether there is something to do: a gap, or a part that is asked for and not answered."""
    return row.is_gap or (row.status == Status.PARTIAL and bool(row.open) and row.obligation in REQUIRING)


def passes(row: Coverage, asked: Filter, groups: frozenset[str], sections: Iterable[str] = ()) -> bool:
    """Whether a disclosure is shown.

    Args:
        row: its coverage.
        asked: the filter.
        groups: the group asked for and all under it.
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
