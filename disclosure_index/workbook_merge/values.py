"""What comes back in a workbook, and what is made of it, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link


class Typed(NamedTuple):
    """What a cell holds; `problem` says why it cannot be taken as text, and `hint` what to do."""

    text: str
    problem: str = ""
    hint: str = ""
    is_day: bool = False  # the spreadsheet has it as a date; its text is then as 2026-01-31


class Kept(NamedTuple):
    """What was exported of one disclosure: its typed cells, and digests of its computed ones, by column."""

    sheet: str
    texts: Mapping[str, str]
    computed: Mapping[str, str]


class SheetRow(NamedTuple):
    """A row of a sheet, found by its id; a column that is no longer there has no cell."""

    sheet: str
    number: int
    uid: str
    cells: Mapping[str, Typed]
    computed: Mapping[str, str] = {}


class Refusal(NamedTuple):
    """Something that is not taken: where it stands, why not, and what to do."""

    sheet: str
    row: int
    uid: str
    column: str
    why: str
    hint: str


class Conflict(NamedTuple):
    """A cell that was typed in, and that the report has changed since it was exported."""

    sheet: str
    row: int
    uid: str
    column: str
    base: str
    typed: str
    report: str


class CellChange(NamedTuple):
    """A cell whose text comes home; `places` are what will be written."""

    sheet: str
    row: int
    uid: str
    column: str
    base: str
    typed: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Handed:
    """A workbook as it was handed back. `facts` say of what report; `remarks` what was passed over, and why."""

    facts: Mapping[str, str]
    kept: Mapping[str, Kept]
    rows: tuple[SheetRow, ...]
    refusals: tuple[Refusal, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a merge would do. `before` and `after` are the bytes of the files that it would change."""

    changes: tuple[CellChange, ...]
    refusals: tuple[Refusal, ...]
    conflicts: tuple[Conflict, ...]
    remarks: tuple[str, ...]
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]


class Edited(NamedTuple):
    """A row with the cells that were typed in: each with what was exported and what the report says now."""

    row: SheetRow
    coverage: Coverage
    cells: Mapping[str, tuple[str, str, str]]  # by column: exported, typed, report

    def typed(self, column: str) -> str:
        """Return what the column says now, typed or not, on one line."""
        return " ".join(self.lines(column).split())

    def lines(self, column: str) -> str:
        """Return what the column says now, typed or not, with its line breaks."""
        cell = self.row.cells.get(column)
        lines = (" ".join(line.split()) for line in cell.text.splitlines()) if cell else ()
        return "\n".join(lines).strip("\n")

    def own(self, links: tuple[Link, ...]) -> list[Link]:
        """Return those of the links that name the disclosure itself, not a heading above it."""
        return [link for link in links if link.disclosure and link.disclosure.uid == self.coverage.disclosure.uid]


class RefusedCell(Exception):  # noqa: N818 - no error of the program's
    """A row cannot be taken because of one of its cells."""

    def __init__(self, column: str, why: str, hint: str) -> None:
        super().__init__(column, why, hint)
        self.column, self.why, self.hint = column, why, hint
