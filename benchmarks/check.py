"""The cost of `check`, compared with a lower bound.

Run: python -m benchmarks.check

1. Cold `check` of the demo, against a fresh process that only imports lxml and pydantic (aim: at most 4).
2. `check` of a generated 20 MB report, in process, against `lxml.etree.parse` of it (aim: at most 8).
3. Time at 5, 10 and 20 MB, per MB (aim: linear within 20 %).
4. The same with facts and ties against without them (aim: at most 1.3).
5. Peak memory of a process that checks 20 MB, less what it needs for 1 MB, against the file's size.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from unittest.mock import patch

from lxml import etree

from benchmarks.generate import write_report
from disclosure_index.assessment.assessment import Assessment
from disclosure_index.figures.reader import DocumentFacts
from disclosure_index.model import Document, Fact
from disclosure_index.session import open_assessment

DEMO = Path("report_sources/alibaba-2024")
RUNS = 7
TODAY = date(2026, 1, 31)


def main() -> None:
    """Measure and print."""
    if len(sys.argv) == 3 and sys.argv[1] == "--peak":
        open_assessment(Path(sys.argv[2]), today=TODAY)
        status = Path("/proc/self/status").read_text("ascii")  # Linux; getrusage would tell the parent's peak
        print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))  # kilobytes
        return
    _cold()
    with tempfile.TemporaryDirectory() as folder:
        reports = {size: write_report(Path(folder) / str(size), size) for size in (1, 5, 10, 20)}
        _warm(reports[20])
        _figures(reports[20])
        _linear({size: reports[size] for size in (5, 10, 20)})
        _memory(reports[1], reports[20])


def _cold() -> None:
    bare, loaded, check = best(
        lambda: _run(["-c", "import lxml.etree, pydantic"]),
        lambda: _run(["-c", "import lxml.etree, pydantic; pydantic.BaseModel"]),
        lambda: _run(["-m", "disclosure_index", "check", str(DEMO)]),
        runs=15,
    )
    print(f"cold check of the demo / import of lxml and pydantic: {check / bare:.2f} (aim 4)")
    # pydantic imports its parts on use, so the bare import is less than it was when the aim was set.
    print(f"cold check of the demo / import of lxml and of pydantic's BaseModel: {check / loaded:.2f}")


def _warm(report: Path) -> None:
    source = str(report / "report.xhtml")
    parse, check = best(
        lambda: etree.parse(source, etree.XMLParser(huge_tree=True)), lambda: open_assessment(report, today=TODAY)
    )
    print(f"check of {_megabytes(report):.1f} MB / lxml.etree.parse of it: {check / parse:.2f} (aim 8)")


def _figures(report: Path) -> None:
    def without() -> None:
        with patch.object(
            Assessment, "facts", lambda assessment, number: _NoFacts(assessment.report.documents[number])
        ):
            open_assessment(report, today=TODAY)

    plain, read = best(without, lambda: open_assessment(report, today=TODAY))
    print(f"check of {_megabytes(report):.1f} MB with facts and ties / without them: {read / plain:.2f} (aim 1.3)")


class _NoFacts(DocumentFacts):
    """The facts of a document without any."""

    def __init__(self, document: Document) -> None:
        super().__init__(replace(document, passages=()), "")

    def of_passage(self, passage: int) -> tuple[Fact, ...]:
        return ()


def _linear(reports: dict[int, Path]) -> None:
    seconds = best(*(partial(open_assessment, report, today=TODAY) for report in reports.values()))
    per_megabyte = [s / _megabytes(report) for s, report in zip(seconds, reports.values(), strict=True)]
    ratios = ", ".join(f"{value / per_megabyte[0]:.2f}" for value in per_megabyte)
    print(f"time per MB at {', '.join(map(str, reports))} MB, against the first: {ratios} (aim within 0.80 to 1.20)")


def _memory(small: Path, large: Path) -> None:
    peaks = [
        int(_run(["-m", "benchmarks.check", "--peak", str(report)], capture=True)) / 1024 for report in (small, large)
    ]
    grown, size = peaks[1] - peaks[0], _megabytes(large) - _megabytes(small)
    print(f"peak memory for {size:.0f} MB more of report: {grown:.0f} MB more, {grown / size:.1f} times the file")


def _run(arguments: Sequence[str], capture: bool = False) -> str:
    """Run Python; exit code 1 of `check` means findings and does not count as a failure.

    Bytecode is kept, even where the environment forbids it: pip compiles lxml and pydantic, and an installed package.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False, env=environment)
    if capture and done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout


def best(*actions: Callable[[], object], runs: int = RUNS) -> list[float]:
    """Return the shortest time of each action, taken in turns: the time without disturbance by the machine."""
    best = [float("inf")] * len(actions)
    for _ in range(runs):
        for n, action in enumerate(actions):
            start = time.perf_counter()
            action()
            best[n] = min(best[n], time.perf_counter() - start)
    return best


def _megabytes(report: Path) -> float:
    return (report / "report.xhtml").stat().st_size / 1e6


if __name__ == "__main__":
    main()
