"""The cost of findings: `check` of a 20 MB report with 5,000 of them, against `check` of the same report with none.

Run: python -m benchmarks.findings

Both are checked in process and written as text (aim: at most 1.5 times). The reports are generated alike; in one of
them 5,000 tags have codes that do not exist, each another.
"""

import tempfile
from pathlib import Path

from benchmarks.check import TODAY, best
from benchmarks.generate import PROJECT, write_report
from disclosure_index.outputs.text import render
from disclosure_index.session import open_assessment

MEGABYTES = 20
FINDINGS = 5_000
START = b'" data-disclosure="'
WITH_REFERENCE = PROJECT.replace("in-accordance", "with-reference")


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        clean = write_report(Path(folder) / "clean", MEGABYTES)
        faulty = write_report(Path(folder) / "faulty", MEGABYTES)
        for report in (clean, faulty):
            (report / "disclosure-index.toml").write_text(WITH_REFERENCE, "utf-8")
        spoil(faulty / "report.xhtml")
        found = [len(open_assessment(report, today=TODAY).verdict.findings) for report in (clean, faulty)]
        without, with_them = best(lambda: check(clean), lambda: check(faulty))
        print(f"check with {found[1]} findings / with {found[0]}: {with_them / without:.2f} (aim 1.5)")


def check(report: Path) -> int:
    """Check a report and render the findings; return the number of characters."""
    return sum(map(len, render(open_assessment(report, today=TODAY))))


def spoil(source: Path) -> None:
    """Replace some tags of paragraphs by codes that do not exist."""
    first, *others = source.read_bytes().split(START, FINDINGS)
    faulty = (START + f"gri:305-{number} ".encode() + part for number, part in enumerate(others, start=100))
    source.write_bytes(first + b"".join(faulty))


if __name__ == "__main__":
    main()
