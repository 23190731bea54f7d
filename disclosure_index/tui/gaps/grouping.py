"""Gaps in groups, the worst first. Pure."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import REQUIRING, Coverage
from disclosure_index.messages import label, render, states
from disclosure_index.model import Status
from disclosure_index.tui.disclosure_table import cells as cells_of
from disclosure_index.tui.disclosure_table import columns as columns_of
from disclosure_index.tui.filters import is_open
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.widgets.row_table import Cell, Column


class Grouping(StrEnum):
    """The property that gaps are grouped by."""

    OBLIGATION = "obligation"
    FRAMEWORK = "framework"
    SECTION = "section"
    OWNER = "owner"


NAMES = {
    Grouping.OBLIGATION: label("grouping", "obligation"),
    Grouping.FRAMEWORK: label("grouping", "framework"),
    Grouping.SECTION: label("grouping", "section"),
    Grouping.OWNER: label("grouping", "owner"),
}
"""The names inside a sentence."""
WITHOUT = {
    Grouping.OBLIGATION: states.OBLIGATION[None],
    Grouping.FRAMEWORK: label("group", "no framework"),
    Grouping.SECTION: label("group", "no section nearby"),
    Grouping.OWNER: label("group", "unassigned"),
}
"""The heads of the gaps without such a property."""


class Gap(NamedTuple):
    """A line of the list: the head of a group, with the number of its gaps; or one gap."""

    group: str
    size: int = 0
    row: Coverage | None = None


def gaps(assessment: Assessment, by: Grouping, document: int, language: str) -> tuple[Gap, ...]:
    """Return the gaps under the heads of their groups; the group with the worst gap comes first."""
    name = _namer(assessment, by, document, language)
    groups: dict[str, list[Coverage]] = {}
    for row in sorted(filter(is_open, assessment.coverage), key=_badness):
        groups.setdefault(name(row), []).append(row)
    return tuple(gap for group, rows in groups.items() for gap in _under(group, rows))


def _under(group: str, rows: Sequence[Coverage]) -> Iterable[Gap]:
    yield Gap(group, len(rows))
    yield from (Gap(group, row=row) for row in rows)


def _badness(row: Coverage) -> tuple[int, bool]:
    hardest = REQUIRING.index(row.obligation) if row.obligation in REQUIRING else len(REQUIRING)
    return hardest, row.status == Status.PARTIAL


def _namer(assessment: Assessment, by: Grouping, document: int, language: str) -> Callable[[Coverage], str]:

    def section(row: Coverage) -> str:
        """Return the section where a gap may be answered."""
        link = next(iter(assessment.neighbourhood.places(row, document)), None)
        path = assessment.report.documents[link.document].path_of(link.statement.span.section) if link else ()
        return next((section.title for section in reversed(path) if section.title), "")

    names: dict[Grouping, Callable[[Coverage], str]] = {
        Grouping.OBLIGATION: lambda row: render(states.OBLIGATION[row.obligation], language),
        Grouping.FRAMEWORK: lambda row: assessment.catalog.frameworks[row.disclosure.framework].short,
        Grouping.SECTION: section,
        Grouping.OWNER: lambda row: row.owner,
    }
    return lambda row: names[by](row) or render(WITHOUT[by], language)


def columns(items: Iterable[Gap], language: str) -> tuple[Column, ...]:
    """Return the columns of the gaps."""
    return columns_of([gap.row for gap in items if gap.row], language)


def cells(assessment: Assessment, gap: Gap, language: str) -> tuple[Cell, ...]:
    """Return the cells of a line; the head of a group is in the column of titles."""
    if gap.row is not None:
        return cells_of(assessment, gap.row, language)
    return (Cell(str(gap.size), "strong"), Cell(""), Cell(line(gap.group), "strong"), Cell(""), Cell(""), Cell(""))
