"""The scaling of a screen: its rate with 1 and 2 workers beside that of one process, and the memory of the workers.

Run: python -m benchmarks.screen [--reports 260] [--workers 1,2] [--scheduler ADDRESS] [FOLDER …]

The reports of the folders (by default the published ones, see docs/published-reports.md, and the samples) are
multiplied: names and digests differ, and the work is the same. What one process can do is the rate of `screen_report`
in a loop, without Dask, limits or files, with definitions that are loaded already; aim: with n workers on n cores at
least 0.85 n times that. Rates are reports for each second of the clock, which say little on a machine that does other
things meanwhile; the processor's seconds for each report say what the engine adds, whatever else runs.
"""

import argparse
import gc
import json
import os
import resource
import shutil
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from benchmarks.published_reports import reports_folder
from disclosure_index.catalog.loading import load_frameworks, with_spellings
from disclosure_index.screening.data_sets import write_data_sets
from disclosure_index.screening.database import ask, opened
from disclosure_index.screening.one_report import Known, screen_report
from disclosure_index.screening.questions import QUESTIONS, saved
from disclosure_index.screening.requests import Options
from disclosure_index.screening.results import Results
from disclosure_index.screening.run import screen
from disclosure_index.screening.sources import find_sources

AIM = 0.85
ISSUERS = 2602
AS_OF = date(2026, 6, 1)
SAMPLES = Path(__file__).parents[1] / "report_sources"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--reports", type=int, default=260)
    parser.add_argument("--workers", default="1,2")
    parser.add_argument("--scheduler", default="")
    given = parser.parse_args()
    folders = given.folders or [reports_folder(), SAMPLES]
    with tempfile.TemporaryDirectory(prefix="screen-") as work:
        market = Path(work) / "market"
        names = multiply([folder for folder in folders if folder.is_dir()], given.reports, market)
        print(f"{given.reports} reports, made of {names}; {os.cpu_count()} cores")
        alone, used = one_process(market)
        print(f"one process, no engine: {alone:.2f} reports/s, {used:.2f} s of the processor each")
        for workers in map(int, given.workers.split(",")) if not given.scheduler else (0,):
            output = Path(work) / f"out-{workers}"
            with_engine(market, output, workers, given.scheduler, alone, used)
        questions(output, Path(work) / "all")


def multiply(folders: Sequence[Path], wanted: int, market: Path) -> int:
    """Write copies of the reports of some folders, each with unique bytes, and return the number of originals."""
    sources = find_sources([str(folder) for folder in folders]).sources
    for number, source in enumerate(islice(cycle(sources), wanted)):
        path = Path(source.opened[0].removeprefix("file://"))
        copy = market / f"{number:04}" / path.name
        copy.parent.mkdir(parents=True)
        if source.tagged:
            shutil.copytree(path, copy)
            copy = next(copy.glob("*.xhtml"))
        else:
            shutil.copy(path, copy)
        with copy.open("ab") as file:  # after the end of a PDF or of the text, where it has no meaning
            file.write(f"\n<!-- {number} -->\n".encode() if copy.suffix != ".pdf" else f"\n% {number}\n".encode())
    return len(sources)


def one_process(market: Path) -> tuple[float, float]:
    """Return the reports per second that one process screens, and the CPU seconds of each."""
    known = Known(with_spellings(load_frameworks()))
    sources = find_sources([str(market)]).sources
    gc.disable()
    begun, used = time.perf_counter(), time.process_time()
    for source in sources:
        screen_report(source, [Path(source.opened[0].removeprefix("file://"))], Options(AS_OF.isoformat()), known)
        gc.collect()
    taken = time.perf_counter() - begun
    gc.enable()
    return len(sources) / taken, (time.process_time() - used) / len(sources)


def with_engine(market: Path, output: Path, workers: int, scheduler: str, alone: float, used: float) -> None:
    """Screen the market, and print rate, ratios and memory."""
    before, begun = _processor(), time.perf_counter()
    done = screen([str(market)], output, workers=workers or None, scheduler=scheduler, as_of=AS_OF)
    taken = time.perf_counter() - begun
    each = (_processor() - before) / done.total
    rate = done.total / taken
    cores = min(workers or os.cpu_count() or 1, os.cpu_count() or 1)
    print(
        f"{scheduler or f'{workers} workers'}: {rate:.2f} reports/s, {rate / alone / cores:.2f} of {cores} × one "
        f"process (aim {AIM}); processor: {each:.2f} s each, one process / engine {used / each:.2f}"
    )
    print(f"  {done.checked} checked, {done.in_part} in part, {done.not_checked} not; {_memory(output)}")


def questions(output: Path, folder: Path) -> None:
    """Ask each saved question of a market with as many reports as Hong Kong has issuers, and print the slowest."""
    sources = find_sources([str(output.parent / "market")]).sources
    rows = [one for _, one in Results(output).rows(source.id for source in sources)]
    folder.mkdir()
    write_data_sets(((f"{number:04}", one) for number, one in zip(range(ISSUERS), cycle(rows), strict=False)), folder)
    values = {"report": "0000", "framework": "gri", "code": "305-1"}
    taken = {}
    with opened(folder) as connection:
        for one in saved(QUESTIONS):
            begun = time.process_time()
            ask(connection, one.sql, values)
            taken[one.name] = time.process_time() - begun
    slowest = max(taken, key=lambda name: taken[name])
    print(f"{len(taken)} questions about {ISSUERS} reports: {slowest} takes longest, {taken[slowest]:.2f} s (aim 1)")


def _processor() -> float:
    """Return the CPU seconds of this process and of its finished children."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _memory(output: Path) -> str:
    """Return the peak memory for reports of the first and of the last quarter: equal if nothing accumulates."""
    peaks = [json.loads(line)["memory"] for line in (output / "run.jsonl").read_text("utf-8").splitlines()]
    quarter = max(len(peaks) // 4, 1)
    return f"memory at most {max(peaks[:quarter])} MiB in the first quarter, {max(peaks[-quarter:])} in the last"


if __name__ == "__main__":
    main()
