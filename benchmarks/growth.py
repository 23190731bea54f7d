"""The growth of costs: whether they are linear in the size of a report.

Run: python -m benchmarks.growth

Each line gives the CPU time per unit of the input, without that of a tiny input, divided by that of the
smallest: 1.0 throughout is linear, and a cost that grows with the square shows as 2 and 4. Aim: at most 1.2.

1. `suggest --passages` on an untagged text of 1, 2 and 4 MB.
2. `check` of a report of 1,000, 2,000, 4,000 and 10,000 documents.
3. `check` of a report with a code of 0.25, 0.5 and 1 MB in one tag.
"""

import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.generate import PROJECT, write_report

AIM = 1.2
PAGE = '<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>T</title></head><body>{}</body></html>\n'


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        growth("suggest --passages, MB of text", (1, 2, 4), lambda size: _passages(folder, size))
        growth("check, documents", (1000, 2000, 4000, 10000), lambda size: _documents(folder, size))
        growth("check, kB of a code in a tag", (250, 500, 1000), lambda size: _code(folder, size))


def growth(what: str, sizes: Sequence[int], command: Callable[[int], list[str]]) -> None:
    """Print the cost per unit of size, against that of the smallest size."""
    start = cpu(command(0))
    costs = [max(cpu(command(size)) - start, 0.001) / size for size in sizes]
    ratios = ", ".join(f"{size:,}: {cost / costs[0]:.2f}" for size, cost in zip(sizes, costs, strict=True))
    print(f"{what}: {ratios} (aim {AIM})", flush=True)


def cpu(arguments: list[str]) -> float:
    """Return the CPU time of a command, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "disclosure_index", *arguments], stdout=subprocess.DEVNULL, check=False
    )
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(arguments)}: exit code {done.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _passages(folder: Path, megabytes: int) -> list[str]:
    report = write_report(folder / f"text-{megabytes}", megabytes)
    source = report / "report.xhtml"
    source.write_text(re.sub(' data-disclosure="[^"]*"', "", source.read_text("utf-8")), "utf-8")
    return ["suggest", "--passages", str(report)]


def _documents(folder: Path, number: int) -> list[str]:
    report = folder / f"documents-{number}"
    report.mkdir()
    head, _, rest = PROJECT.partition("[[documents]]")
    entries = [f'[[documents]]\npath = "d{n}.xhtml"\nlanguage = "en"\n' for n in range(number + 1)]
    (report / "disclosure-index.toml").write_text(head + "\n".join(entries) + rest[rest.index("[profile]") :], "utf-8")
    for n in range(number + 1):
        body = f'<h1>Part {n}</h1><p data-disclosure="gri:305-1">We emitted {n} tonnes.</p>'
        (report / f"d{n}.xhtml").write_text(PAGE.format(body), "utf-8")
    return ["check", str(report)]


def _code(folder: Path, kilobytes: int) -> list[str]:
    report = folder / f"code-{kilobytes}"
    report.mkdir()
    (report / "disclosure-index.toml").write_text(PROJECT, "utf-8")
    code = "A1." + "1" * (kilobytes * 1000)
    (report / "report.xhtml").write_text(PAGE.format(f'<p data-disclosure="hkex-esg:{code}">We emitted.</p>'), "utf-8")
    return ["check", str(report)]


if __name__ == "__main__":
    main()
