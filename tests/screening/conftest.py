"""A small market of made-up reports, screened once, and helpers for the results."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import duckdb
import pytest

from disclosure_index.screening import Screened, cluster, screen
from disclosure_index.screening.report_process import stop_all

AS_OF = date(2026, 6, 1)

REPORT = """\
# {issuer} sustainability report {year}

<!-- page: 1 -->

This report of {issuer} covers 1 January {year} to 31 December {year} and is prepared {claim} the GRI Standards.

## 1. Climate

<!-- page: 2 -->

| Emissions | Unit | FY{year} |
|---|---|---|
| Direct (Scope 1) GHG emissions | {unit} | {emissions} |

## 2. Water

<!-- page: 3 -->

We used 40 cubic metres of water.

## GRI content index

<!-- page: 4 -->

| GRI Standard | Disclosure | Location | Omission |
|---|---|---|---|
{entries}
"""

ENTRIES = {
    "305-1": "| GRI 305: Emissions 2016 | 305-1 Direct (Scope 1) GHG emissions | Climate | |",
    "303-5": "| GRI 303: Water and Effluents 2018 | 303-5 Water consumption | Page 3 | |",
    "401-1": "| GRI 401: Employment 2016 | 401-1 New employee hires | | Information unavailable |",
    "205-3": "| GRI 205: Anti-corruption 2016 | 205-3 Incidents of corruption | There were none in {year}. | |",
}


def report(
    issuer: str,
    year: int = 2024,
    codes: tuple[str, ...] = tuple(ENTRIES),
    emissions: str = "120",
    unit: str = "tonnes CO2e",
    claim: str = "with reference to",
) -> str:
    entries = "\n".join(ENTRIES[code].format(year=year) for code in codes)
    return REPORT.format(issuer=issuer, year=year, claim=claim, emissions=emissions, unit=unit, entries=entries)


REPORTS = {
    "amber.md": report("Amber Limited", emissions="120"),
    "birch.md": report("Birch Limited", codes=("305-1", "303-5"), emissions="0.5", unit="kt CO2e"),
    "cedar.md": report("Cedar Limited", codes=("303-5",), claim="in accordance with"),
    "dune.md": report("Dune Limited", year=2023, codes=("305-1", "205-3"), emissions="2,000", unit="kg CO2e"),
    "琥珀.md": report("Ember Limited", codes=("401-1",)),
    "no-framework.md": "# Company sustainability report 2024\n\nWe wrote this report for the year 2024.\n",
    "truncated.pdf": "%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
    "notes.json": "{}",
}
GOOD = ("amber.md", "birch.md", "cedar.md", "dune.md", "琥珀.md")


@pytest.fixture(scope="session", autouse=True)
def processes_kept() -> Iterator[None]:
    """Keep the worker processes from one screen to the next: each takes two seconds to start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cluster, "stop_all", lambda: None)
        yield
    stop_all()


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A folder of made-up reports: five without faults, one without a framework, a damaged one, a tagged one."""
    folder = tmp_path_factory.mktemp("market") / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    copytree(root / "report_sources" / "alibaba-2024", folder / "tagged")
    return folder


Market = tuple[Path, Screened]


@pytest.fixture(scope="session")
def market(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Market:
    """The output folder of a screen of these reports with two workers, and its totals."""
    folder = tmp_path_factory.mktemp("screened") / "market"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(reports.parent)
        return folder, screen(["reports"], folder, workers=2, as_of=AS_OF)


def rows(folder: Path, data_set: str, what: str = "*", rest: str = "") -> list[tuple[Any, ...]]:
    """Return rows of a data set."""
    files = str(folder / data_set / "*" / "*.parquet").replace("'", "''")
    sql = f"SELECT {what} FROM read_parquet('{files}', hive_partitioning = true, union_by_name = true) {rest}"
    with duckdb.connect() as connection:
        return connection.execute(sql).fetchall()


def data_of(folder: Path) -> dict[str, bytes]:
    """Return the bytes of the data sets by file."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.glob("*/*/*.parquet"))}


def log_of(folder: Path) -> list[dict[str, Any]]:
    """Return the lines of the log."""
    return [json.loads(line) for line in (folder / "run.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture
def in_market(reports: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Screened]:
    """Run a screen from the folder of the reports."""
    monkeypatch.chdir(reports.parent)

    def call(sources: list[str], output: Path, **options: Any) -> Screened:
        return screen(sources, output, **{"workers": 1, "as_of": AS_OF, **options})

    return call
