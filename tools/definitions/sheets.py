"""Fact sheets: CSV files with a header line."""

import csv
from pathlib import Path

Row = dict[str, str]


def read_sheet(facts: Path, name: str) -> list[Row]:
    """Read all rows of the sheet `name`, every value stripped."""
    with (facts / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [{key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(file)]


def listed(text: str) -> list[str]:
    """Split a cell that holds several values at its semicolons."""
    return [part.strip() for part in text.split(";") if part.strip()]
