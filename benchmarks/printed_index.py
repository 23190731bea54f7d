"""The quality of the printed-index reader: ``python -m benchmarks.printed_index [-v] [REPORTS]``.

REPORTS is a folder of reports, or one report: each has a ``report.*`` of any form that can be imported, a
``printed-index.csv`` that says what its index says, and a ``meta.json`` with its language. Codes: precision and recall
of (framework, code), each as often as it is printed, with the section where the truth names one. Locations: the share
of the codes found that have exactly the printed pages, or else words; not judged where the truth of a report names no
place at all. Frameworks without definitions (ESRS, a company's own) are out of scope and left out. Columns of the
truth: framework, code, location_text, printed_pages (``7;41-43;14+``); or framework, code, chapter, section, line.
"""

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from benchmarks.published_reports import reports_folder
from disclosure_index.catalog.loading import load_frameworks, with_spellings
from disclosure_index.model import Document
from disclosure_index.printed_index import FrameworkHints, IndexEntry, read_printed_indexes
from disclosure_index.printed_index.reader import hints as build_hints
from disclosure_index.reading.plain_title import plain
from disclosure_index.reading.registry import READERS, read_document

_SHORTENED = 155  # characters: the truth of some reports cuts a long location there
OUT_OF_SCOPE = ("esrs", "company")


def load_hints() -> dict[str, FrameworkHints]:
    """Return the printed forms of every framework, for the reader."""
    return build_hints(with_spellings(load_frameworks()))


@dataclass(slots=True)
class Truth:
    """One row of a printed-index.csv."""

    framework: str
    code: str
    section: tuple[str, ...] | None = None
    pages: str = ""
    location: str = ""
    line: str = ""


@dataclass(slots=True)
class Score:
    """The counts of one framework in one report."""

    expected: int = 0
    found: int = 0
    right: int = 0
    judged: int = 0  # of the correct ones: those with a known place
    placed: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Add another score."""
        self.expected += other.expected
        self.found += other.found
        self.right += other.right
        self.judged += other.judged
        self.placed += other.placed

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.expected)
        exact = f"{self.placed / self.judged:.3f}" if self.judged else "-"
        return (
            f"{self.expected:4} expected {self.found:4} found {self.right:4} right"
            f"   precision {precision:.3f}  recall {recall:.3f}  locations {exact}"
        )


def read_truth(path: Path, hints: Mapping[str, FrameworkHints]) -> Iterator[Truth]:
    """Yield the rows of a true index."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            name = row["framework"].strip()
            framework = next((f for f in (name.lower().replace(" ", "-"), name.lower(), "hkex-esg") if f in hints and (
                f != "hkex-esg" or name.lower().startswith("hkex"))), "")  # fmt: skip
            if not framework or name.lower().startswith(OUT_OF_SCOPE):
                continue
            if "section" in row:
                path_of = tuple(part for part in (row["chapter"], row["section"]) if part)
                yield Truth(framework, row["code"], path_of, line=row.get("line", ""))
                continue
            for code in _codes(row["code"], hints[framework]):
                yield Truth(framework, code, None, row["printed_pages"], row["location_text"])


def _codes(text: str, hints: FrameworkHints) -> Sequence[str]:
    """Return the codes of a text of the truth: as the catalogue spells them, or as printed."""
    if text in hints.by_code:
        return [text]
    found = hints.find(text) or [m for lead in hints.leads for m in hints.find(f"{lead} {text}")]
    return list(dict.fromkeys(m.code for m in found))


def measure(truth: list[Truth], claims: tuple[IndexEntry, ...]) -> dict[str, Score]:
    """Match claims with the truth, per framework, each at most once, equal locations first."""
    scores: dict[str, Score] = defaultdict(Score)
    left: dict[tuple[str, str], list[IndexEntry]] = defaultdict(list)
    judged = {t.framework for t in truth}
    places = any(t.section or t.pages or t.location for t in truth)
    for claim in claims:
        if claim.framework in judged and not (claim.omission_reason and claim.datapoints):  # not for an omitted part
            left[claim.framework, claim.code].append(claim)
            scores[claim.framework].found += 1
    missing: list[Truth] = []
    for exact in (True, False):
        for row in list(truth) if exact else missing[:]:
            rivals = left[row.framework, row.code]
            hit = next((c for c in rivals if not exact or same_place(row, c)), None)
            score = scores[row.framework]
            score.expected += exact
            if hit is None or (row.section is not None and not exact):
                if exact:
                    missing.append(row)
                else:
                    score.faults.append(f"missed {row.code} {row.section or row.location}")
                continue
            rivals.remove(hit)
            score.right += 1
            score.judged += places
            score.placed += places and exact
            if places and not exact:
                score.faults.append(
                    f"place of {row.code}: {row.pages or row.location!r}, read {hit.pages} {hit.location_text!r}"
                )
    for (framework, code), extra in left.items():
        scores[framework].faults += [f"extra {code} at {c.row}: {c.location_text!r}" for c in extra]
    return dict(scores)


def same_place(row: Truth, claim: IndexEntry) -> bool:
    """Whether a claim has exactly the printed location."""
    if row.section is not None:
        return claim.section == row.section and row.line in ("", str(claim.row.line))
    if row.pages:
        return ";".join(claim.pages) == row.pages
    wanted, read = plain(row.location), plain(claim.location_text)
    if len(row.location) >= _SHORTENED or row.location.endswith("…"):
        return not claim.pages and read.startswith(wanted)
    return not claim.pages and read == wanted


def read_report(folder: Path) -> Document | None:
    """Return the report of a folder, in whatever form it has; None if it cannot be read."""
    meta = folder / "meta.json"
    language = json.loads(meta.read_text("utf-8"))["language"] if meta.exists() else "zh-Hans"
    report = next((path for path in sorted(folder.glob("report.*")) if path.suffix in READERS), None)
    return None if report is None else read_document(report, report.name, language)


def main(argv: list[str]) -> int:
    """Print the results of every report, and of all; ``-v`` lists the errors."""
    reports = Path(next((a for a in argv if not a.startswith("-")), reports_folder()))
    if not reports.is_dir():
        print(f"skipped: no reports at {reports}")
        return 0
    hints = load_hints()
    whole = Score()
    for folder in sorted(path.parent for path in reports.rglob("printed-index.csv")):
        begun = perf_counter()
        document = read_report(folder)
        if document is None:
            print(f"{folder.name}: no report that can be read")
            continue
        read = perf_counter()
        result = read_printed_indexes(document, hints)
        done = perf_counter()
        print(f"{folder.name}  (read {read - begun:.2f} s, index {done - read:.2f} s, {len(result.findings)} findings)")
        for framework, score in sorted(
            measure(list(read_truth(folder / "printed-index.csv", hints)), result.claims).items()
        ):
            print(f"  {framework:9}{score}")
            whole.add(score)
            if "-v" in argv:
                print(*(f"      {fault[:200]}" for fault in score.faults[:25]), sep="\n")
        if "-v" in argv:
            print(*(f"    {f.location} {f.rule} {f.message}" for f in result.findings), sep="\n")
    print(f"all        {whole}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
