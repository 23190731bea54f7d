"""The strips of the coverage view: a mark per disclosure, for each framework and each of its groups. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import label, render, states
from disclosure_index.model import Status, in_language
from disclosure_index.tui.framework_tree import Branch, branches, is_under
from disclosure_index.tui.navigation import GroupGoal
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.status_marks import STATUS, Mark, bar, mark_of
from disclosure_index.tui.widgets.row_table import Cell, Column

NAME, PERCENT, SUMS, BAR = 30, 4, 7, 12
COUNTED = (Status.DISCLOSED, Status.PARTIAL, Status.OMITTED, Status.MISSING, Status.UNDETERMINED)


class Strip(NamedTuple):
    """A line of the overview; `marks` are those of the disclosures directly in the group, or of all below it."""

    goal: GroupGoal
    name: str
    depth: int
    branch: Branch
    marks: tuple[Mark, ...]
    counts: tuple[int, ...]  # by COUNTED


def strips(assessment: Assessment, language: str) -> tuple[Strip, ...]:
    """Return the frameworks that the report claims, each with its groups below it."""
    return tuple(
        strip for top in branches(assessment) for strip in _strips(assessment, top, 0, _rows(assessment, top), language)
    )


def _rows(assessment: Assessment, branch: Branch) -> list[Coverage]:
    return [row for row in assessment.coverage if row.disclosure.framework == branch.framework]


def _strips(
    assessment: Assessment, branch: Branch, depth: int, rows: Iterable[Coverage], language: str
) -> Iterator[Strip]:
    branch_rows = [row for row in rows if not branch.group or is_under(assessment.catalog, row, branch.group)]
    counts = Counter(row.status for row in branch_rows if row.counts)
    marks = () if branch.branches else tuple(mark_of(row) for row in branch_rows)
    goal = GroupGoal(branch.framework, branch.group)
    name = in_language(branch.title, language)
    yield Strip(goal, name, depth, branch, marks, tuple(counts[status] for status in COUNTED))
    for below in branch.branches:
        yield from _strips(assessment, below, depth + 1, branch_rows, language)


def columns(language: str) -> tuple[Column, ...]:
    """Return the columns of the overview; the marks give the status that a number counts."""
    return (
        Column(render(label("column", "Framework"), language), NAME),
        Column("", PERCENT),
        Column("", SUMS, rank=2),
        *(Column(STATUS[status].sign, 3, rank=1) for status in COUNTED),
        Column("", BAR, grows=True),
    )


def cells(strip: Strip) -> tuple[Cell, ...]:
    """Return the cells of a strip: a line with parts shows a bar, and the parts show their marks."""
    done, asked = strip.branch.done, strip.branch.asked
    style = "bad" if strip.branch.open else "good" if asked else "dim"
    percent = f"{done * 100 // asked:3}%" if asked else "  -"
    drawn = Cell("".join(mark.sign for mark in strip.marks), "", tuple(mark.style for mark in strip.marks))
    return (
        Cell("  " * strip.depth + line(strip.name), "" if strip.depth else "strong"),
        Cell(percent, style),
        Cell(f"{done}/{asked}" if asked else "-", style),
        *(Cell(str(n or ""), STATUS[status].style) for n, status in zip(strip.counts, COUNTED, strict=True)),
        drawn if strip.marks else Cell(bar(done, asked, BAR), style),
    )


def legend(language: str) -> str:
    """Return the meaning of the marks."""
    return "  ".join(f"{mark.sign} {render(states.STATUS[status], language)}" for status, mark in STATUS.items())
