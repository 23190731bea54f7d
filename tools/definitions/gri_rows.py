"""Rows of the two GRI sheets in one shape: disclosures in force or coming, and withdrawn ones."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tools.definitions.sheets import Row, read_sheet

BASIS = {"yes": "verified", "secondary": "secondary", "own": "unverified", "title-only": "unverified"}
_CODE = re.compile(r"\b\d{1,3}-\d{1,2}\b")


@dataclass(frozen=True)
class GriRow:
    """A disclosure in one edition, with the sheet's row."""

    code: str
    edition: str
    standard: str
    standard_title: str
    effective: date
    until: date | None
    successors: tuple[str, ...]
    legacy: bool
    row: Row = field(repr=False)

    @property
    def basis(self) -> str:
        """The basis of the row."""
        return BASIS[self.row["verified"]]

    @property
    def number(self) -> int:
        """The number after the hyphen."""
        return int(self.code.partition("-")[2])


def read_rows(facts: Path) -> list[GriRow]:
    """Read both sheets, in the order Standard, edition, number."""
    rows = [_current(row) for row in read_sheet(facts, "gri-disclosures")]
    rows += [_legacy(row) for row in read_sheet(facts, "gri-legacy")]
    return sorted(rows, key=lambda row: (int(row.standard[4:]), row.edition, row.number))


def newest_editions(rows: list[GriRow]) -> dict[str, str]:
    """Map every code to its newest edition: the one that a bare code in the sheets means."""
    newest: dict[str, str] = {}
    for row in rows:
        newest[row.code] = max(row.edition, newest.get(row.code, ""))
    return newest


def editions_of(rows: list[GriRow]) -> dict[str, list[str]]:
    """Map every code to all its editions."""
    made: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        made[row.code].append(row.edition)
    return dict(made)


def _current(row: Row) -> GriRow:
    gone = row["withdrawn_or_superseded"]
    still = gone.startswith("still in force")
    until = re.search(r"from (\d{4}-\d{2}-\d{2})$", gone)
    names = re.search(r"replaced by (\S+)|nearest ([^)]*)", gone)
    return GriRow(
        code=row["code"],
        edition=row["edition"],
        standard=row["standard"],
        standard_title=row["standard_title"],
        effective=date.fromisoformat(row["effective_from"]),
        until=date.fromisoformat(until[1]) if until and not still else None,
        successors=tuple(_CODE.findall(names[0])) if names and not still else (),
        legacy=False,
        row=row,
    )


def _legacy(row: Row) -> GriRow:
    return GriRow(
        code=row["code"],
        edition=row["edition"],
        standard=row["standard"],
        standard_title=row["standard_title"],
        effective=date.fromisoformat(row["effective_from"]),
        until=date.fromisoformat(row["withdrawn_from"]),
        successors=tuple(_CODE.findall(row["replaced_by"])),
        legacy=True,
        row=row,
    )
