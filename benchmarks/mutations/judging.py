"""The outcomes of the rows of a true table: read, reported, lost or wrong."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.layout_file import Expected
from benchmarks.printed_index import Truth, same_place
from disclosure_index.catalog.store import Catalog
from disclosure_index.errors import CouldNotCheckError
from disclosure_index.importing.pipeline import Imported, import_sources
from disclosure_index.importing.placement_findings import unplaced_finding
from disclosure_index.messages import render
from disclosure_index.model import Finding
from disclosure_index.printed_index import FrameworkHints, IndexEntry, read_printed_indexes
from disclosure_index.reading.registry import read_document

_OF_ALL = frozenset({"DI611", "DI612"})
"""Findings that whole pages have no text, which report everything on them."""


@dataclass(slots=True)
class Outcome:
    """The number of rows of true tables with each outcome."""

    rows: int = 0
    read: int = 0
    told: int = 0
    wrong: int = 0  # the code is claimed at another place, without a finding
    silent: int = 0
    extra: int = 0  # claims of no row
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Outcome") -> None:
        """Add another outcome."""
        self.rows += other.rows
        self.read += other.read
        self.told += other.told
        self.wrong += other.wrong
        self.silent += other.silent
        self.extra += other.extra
        self.faults += other.faults

    def __str__(self) -> str:
        shares = "  ".join(
            f"{name} {100 * count / max(1, self.rows):5.1f} %"
            for name, count in (
                ("read", self.read),
                ("told", self.told),
                ("wrong", self.wrong),
                ("silent", self.silent),
                ("extra", self.extra),
            )
        )
        return f"{self.rows:6} rows  {shares}"


def judged(
    path: Path, expected: Sequence[Expected], catalog: Catalog, hints: Mapping[str, FrameworkHints], language: str
) -> Outcome:
    """Import a report as a user does, and compare the claims and findings with the printed rows."""
    try:
        imported = import_sources([path], catalog)[0]
    except CouldNotCheckError:
        return Outcome(len(expected), told=len(expected))
    document = read_document(path, path.name, language)
    return _compare(expected, read_printed_indexes(document, hints).claims, _findings(imported))


def _findings(imported: Imported) -> list[Finding]:
    return [*imported.findings, *(unplaced_finding(one) for one in imported.unplaced if not one.claim.pages)]


def _compare(expected: Sequence[Expected], claims: Iterable[IndexEntry], findings: Sequence[Finding]) -> Outcome:
    outcome = Outcome(len(expected))
    left: dict[tuple[str, str], list[IndexEntry]] = defaultdict(list)
    for claim in claims:
        left[claim.framework, claim.code].append(claim)
    texts = [re.sub(r"\s?[\u2010-\u2015]\s?", "-", f"{f.code} {render(f.message, 'en')}") for f in findings]
    all_told = any(
        finding.rule in _OF_ALL or "says that an index follows" in text
        for finding, text in zip(findings, texts, strict=True)
    )
    unread: list[Expected] = []
    for row in expected:
        rivals = left[row.framework, row.code]
        hit = next((claim for claim in rivals if same_place(_truth(row), claim)), None)
        if hit is None:
            unread.append(row)
        else:
            rivals.remove(hit)
            outcome.read += 1
    for row in unread:
        rivals = left[row.framework, row.code]
        other = rivals.pop(0) if rivals else None
        what = f"{row.framework}:{row.code} {row.pages or row.location!r}"
        if all_told or any(_names(row.code, text) for text in texts):
            outcome.told += 1
        elif other is not None:
            outcome.wrong += 1
            outcome.faults.append(f"wrong {what}: {other.pages} {other.location_text[:60]!r}")
        else:
            outcome.silent += 1
            outcome.faults.append(f"silent {what}")
    extra = [claim for rivals in left.values() for claim in rivals]
    outcome.extra = len(extra)
    outcome.faults += [
        f"extra {claim.framework}:{claim.code} {claim.pages} {claim.location_text[:60]!r}" for claim in extra
    ]
    return outcome


def _truth(row: Expected) -> Truth:
    return Truth(row.framework, row.code, None, row.pages, row.location)


def _names(code: str, text: str) -> bool:
    return re.search(rf"(?<![\w.-]){re.escape(code)}(?![\w(]|[.-]\w)", text) is not None
