"""The cost of `update` compared with `check` of the same report: ``python -m benchmarks.carry_speed [MEGABYTES]``.

The next draft of a generated report has other figures in 15 % of its paragraphs and rows, other words in 10 %, and
lacks 3 %. Aims: at most 3 times the processor's time, and 2.5 times the memory.
"""

import random
import re
import resource
import sys
import tempfile
from pathlib import Path

from benchmarks.generate import write_report
from benchmarks.growth import cpu

TIME, MEMORY = 3.0, 2.5
FIGURES, WORDS, GONE = 0.15, 0.10, 0.03


def main() -> None:
    """Measure and print."""
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as name:
        report = write_report(Path(name) / "report", megabytes)
        draft = Path(name) / "draft.xhtml"
        draft.write_text(next_text((report / "report.xhtml").read_text("utf-8")), "utf-8")
        checked, memory = cpu(["check", str(report)]), _memory()
        updated = cpu(["update", str(report), str(draft), "--dry-run"])
        print(f"update against check of {megabytes} MB: time {updated / checked:.2f} (aim {TIME})", end=", ")
        print(f"memory {_memory() / memory:.2f} (aim {MEMORY})")


def next_text(text: str) -> str:
    """Return the next draft of a generated report, without its statements."""
    rng = random.Random(1)
    plain = re.sub(r' data-(disclosure|reviewed|omission|reason)="[^"]*"', "", text)
    return "\n".join(line for old in plain.split("\n") if (line := _next_line(old, rng)) is not None)


def _next_line(line: str, rng: random.Random) -> str | None:
    if not line.startswith(("<p>", "<tr>")):
        return line
    draw = rng.random()
    if draw < GONE:
        return None
    if draw < GONE + FIGURES:
        return re.sub(r"\d(?=[^<>]*<)", lambda digit: str((int(digit[0]) * 7 + 3) % 10), line)
    if draw < GONE + FIGURES + WORDS:
        return re.sub(r"(?<= )[a-z]{4,}(?= )", lambda word: "reworded" if rng.random() < 1 / 8 else word[0], line)
    return line


def _memory() -> int:
    """Return the peak memory of the commands so far."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


if __name__ == "__main__":
    main()
