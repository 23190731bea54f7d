"""The cost of the workbook, compared with openpyxl writing the same cells.

Run: python -m benchmarks.export

1. Export of 3,000 disclosures of all frameworks, against openpyxl writing the same cells bare, each sheet row by row,
   without styles, links, comments, tables or charts: in its ordinary mode, and in its write-only mode (aim: at most 3).
2. Peak memory of a process that exports 20,000 disclosures (aim: below 200 MB), and what it is before the export.
"""

import io
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from openpyxl import Workbook, load_workbook

from disclosure_index.assessment.assess import Assessment, assess
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.model import Claim, Document, Location, Passage, Profile, Reference, Report, Section, Span, Tag
from disclosure_index.outputs.xlsx import render
from disclosure_index.policy import Policy

RUNS = 7
CHAPTERS = 60
TEXTS = (
    "Vessel {n} used less fuel than in the year before, since its engines were overhauled and its hull was cleaned.",
    "In the year {n} employees were trained in safety, and {n} accidents with lost days were counted and looked into.",
    "本年度共审核{n}家供应商，其中一家未达到劳工准则，已要求其在三个月内改正。",
)
"""Passages for the suggestions of gaps."""
Sheets = dict[str, list[tuple[object, ...]]]


def main() -> None:
    """Measure and print."""
    if len(sys.argv) == 3 and sys.argv[1] == "--peak":
        assessment = generated(int(sys.argv[2]))
        before = _status("VmRSS")
        render(assessment, "en")
        print(before, _status("VmHWM"))
        return
    assessment = generated(3_000)
    sheets = _read(render(assessment, "en"))
    export, ordinary, streamed = _best(
        lambda: render(assessment, "en"), lambda: _write(sheets, False), lambda: _write(sheets, True)
    )
    filled = sum(value is not None for rows in sheets.values() for row in rows for value in row)
    print(f"export of {len(assessment.coverage):,} disclosures ({filled:,} cells that hold something):")
    print(f"  / openpyxl writing them bare: {export / ordinary:.2f} (aim 3); write-only: {export / streamed:.2f}")
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.export", "--peak", "20000"], capture_output=True, text=True
    )
    start, peak = (int(kilobytes) / 1024 for kilobytes in done.stdout.split())
    print(f"export of 20,000 disclosures: peak {peak:.0f} MB (aim 200), {start:.0f} MB of it the assessment")


def generated(rows: int) -> Assessment:
    """Return the assessment of a report on every framework, each with its disclosures repeated under other codes."""
    catalog = load_frameworks()
    industries = tuple(sorted({d.part.upper() for d in catalog.frameworks["sasb"].disclosures}))
    claims = tuple(Claim(id) for id in catalog.frameworks)
    document = _document([d.short for f in catalog.frameworks.values() for d in f.disclosures][::2])
    report = Report(
        "Generated", "Generated Holdings", date(2025, 1, 1), date(2025, 12, 31), date(2026, 4, 30),
        Profile("hkex", "main-board", "other", industries), claims, (document,),
    )  # fmt: skip
    assessment = assess(report, catalog, Policy(), today=date(2026, 6, 1))
    wanted = islice(cycle(assessment.coverage), rows)
    coverage = tuple(_again(row, number // len(assessment.coverage)) for number, row in enumerate(wanted))
    frameworks = {
        id: f._replace(disclosures=tuple(c.disclosure for c in coverage if c.disclosure.framework == id))
        for id, f in catalog.frameworks.items()
    }
    return replace(assessment, coverage=coverage, catalog=replace(catalog, frameworks=frameworks))


def _again(row: Coverage, time: int) -> Coverage:
    return row._replace(disclosure=row.disclosure._replace(code=f"{row.disclosure.code}~{time}")) if time else row


def _document(codes: list[str]) -> Document:
    at = [Location("report.xhtml", number + 1, 1) for number in range(max(CHAPTERS, len(codes)))]
    sections = tuple(Section(f"Section {n} 第{n}节", 1, at[n], anchor=f"s{n}", page=str(n)) for n in range(CHAPTERS))
    tags = []
    for number, code in enumerate(codes):
        framework, _, rest = code.partition(":")
        n = number % CHAPTERS
        span = Span("p", at[number], n, anchor=f"p{number}", page=str(n), last_page=str(n))
        tags.append(Tag(code, Reference(framework, rest), span))
    passages = tuple(
        Passage("paragraph", TEXTS[n % len(TEXTS)].format(n=n), at[n], n % CHAPTERS, f"p{n}", str(n % CHAPTERS), "en")
        for n in range(len(codes))
    )
    return Document("report.xhtml", "en", "Generated", sections, passages, tuple(tags))


def _read(data: bytes) -> Sheets:
    book = load_workbook(io.BytesIO(data), read_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def _write(sheets: Sheets, streaming: bool) -> None:
    book = Workbook(write_only=streaming)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(io.BytesIO())


def _best(*actions: Callable[[], object]) -> list[float]:
    """Return the shortest time of each action, taken in turns."""
    best = [float("inf")] * len(actions)
    for _ in range(RUNS):
        for n, action in enumerate(actions):
            start = time.perf_counter()
            action()
            best[n] = min(best[n], time.perf_counter() - start)
    return best


def _status(key: str) -> int:
    """Return a value of this process's status in kilobytes; Linux only."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(key))


if __name__ == "__main__":
    main()
