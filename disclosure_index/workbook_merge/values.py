"""The values of a merge: the returned workbook, its rows and cells, and the plan made from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link


class Typed(NamedTuple):
    """The text of a cell; `problem` is the reason why it cannot be used as text, and `hint` the remedy."""

    text: str
    problem: str = ""
    hint: str = ""
    is_day: bool = False  # the spreadsheet holds a date; its text is as 2026-01-31


class Kept(NamedTuple):
    """The export of one disclosure: its editable cells, and digests of its computed ones, by column."""

    sheet: str
    texts: Mapping[str, str]
    computed: Mapping[str, str]


class SheetRow(NamedTuple):
    """A row of a sheet, found by its id; a removed column has no cell."""

    sheet: str
    number: int
    uid: str
    cells: Mapping[str, Typed]
    computed: Mapping[str, str] = {}


class Refusal(NamedTuple):
    """A refused cell: its place, the reason, and the remedy."""

    sheet: str
    row: int
    uid: str
    column: str
    why: str
    hint: str


class Conflict(NamedTuple):
    """A cell that was changed both in the workbook and in the report since the export."""

    sheet: str
    row: int
    uid: str
    column: str
    base: str
    typed: str
    report: str


class CellChange(NamedTuple):
    """A cell to merge; `places` are the places that will be written."""

    sheet: str
    row: int
    uid: str
    column: str
    base: str
    typed: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Handed:
    """A returned workbook. `facts` identify the report; `remarks` list what was skipped, and why."""

    facts: Mapping[str, str]
    kept: Mapping[str, Kept]
    rows: tuple[SheetRow, ...]
    refusals: tuple[Refusal, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a merge. `before` and `after` hold the bytes of the files to change, by path."""

    changes: tuple[CellChange, ...]
    refusals: tuple[Refusal, ...]
    conflicts: tuple[Conflict, ...]
    remarks: tuple[str, ...]
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]


class Edited(NamedTuple):
    """A row with the cells that were changed: each with its exported, typed and present text."""

    row: SheetRow
    coverage: Coverage
    cells: Mapping[str, tuple[str, str, str]]  # by column: exported, typed, report

    def typed(self, column: str) -> str:
        """Return the text of a column, typed or not, on one line."""
        return " ".join(self.lines(column).split())

    def lines(self, column: str) -> str:
        """Return the text of a column, typed or not, with its line breaks."""
        cell = self.row.cells.get(column)
        lines = (" ".join(line.split()) for line in cell.text.splitlines()) if cell else ()
        return "\n".join(lines).strip("\n")

    def own(self, links: tuple[Link, ...]) -> list[Link]:
        """Return the links to the disclosure itself, not to a heading above it."""
        return [link for link in links if link.disclosure and link.disclosure.uid == self.coverage.disclosure.uid]


class RefusedCell(Exception):  # noqa: N818 - no error of the program's
    """A row cannot be taken because of one of its cells."""

    def __init__(self, column: str, why: str, hint: str) -> None:
        super().__init__(column, why, hint)
        self.column, self.why, self.hint = column, why, hint
