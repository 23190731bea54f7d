"""Published reports as questions with known answers: where is each disclosure, according to the printed index?

The tags from the index are removed, and its pages are hidden: a page that names everything answers nothing.
"""

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from benchmarks.printed_index import Truth, read_report, read_truth
from disclosure_index.assessment.coverage import Coverage, cover
from disclosure_index.assessment.linking import applicable, link
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import NOWHERE, Claim, Disclosure, Document, Profile, Reference, Report, Span, Tag
from disclosure_index.printed_index import FrameworkHints
from disclosure_index.printed_index.reader import read_printed, with_indexes

SAME = 88.0  # of 100: the likeness of two spellings of one title
_SEQUENCE = 2  # the number of pages in "14 et seq."


class Gold(NamedTuple):
    """The place of a disclosure according to the index: printed pages, or titles of sections without signs."""

    pages: frozenset[str]
    sections: frozenset[str]


@dataclass(frozen=True)
class Case:
    """One report before any tagging, and the answers."""

    name: str
    report: Report
    asked: tuple[Disclosure, ...]
    gold: dict[str, Gold]  # by uid

    @property
    def document(self) -> Document:
        """The only document."""
        return self.report.documents[0]

    def is_hit(self, disclosure: Disclosure, passage: int) -> bool:
        """Whether a passage is where the index has the disclosure."""
        gold, document = self.gold[disclosure.uid], self.document
        if document.passages[passage].page in gold.pages:
            return True
        titles = [plain(section.title) for section in document.path_of(document.passages[passage].section)]
        return any(fuzz.ratio(title, wanted) >= SAME for title in titles for wanted in gold.sections)


def read_case(folder: Path, catalog: Catalog, hints: dict[str, FrameworkHints]) -> Case | None:
    """Read a folder with a report, ``printed-index.csv`` and ``meta.json``; None where the report cannot be read."""
    document = read_report(folder)
    if document is None:
        return None
    truth = list(read_truth(folder / "printed-index.csv", hints))
    document = _hidden(with_indexes(document, read_printed(document, hints).claims))
    report = _report(folder, document, truth)
    current = {(d.framework, d.code.casefold()): d for found in applicable(report, catalog).values() for d in found}
    asked: dict[str, Disclosure] = {}
    gold: dict[str, Gold] = {}
    for row in truth:
        found = current.get((row.framework, row.code.casefold()))
        known = found or next(reversed(catalog.find(Reference(row.framework, row.code))), None)
        if known:
            asked[known.uid] = known
            before = gold.get(known.uid, Gold(frozenset(), frozenset()))
            gold[known.uid] = Gold(before.pages | _pages(row), before.sections | _sections(row))
    case = Case(folder.name, report, tuple(asked.values()), gold)
    bodies = [n for n, passage in enumerate(document.passages) if (n, n + 1) not in document.indexes]
    return replace(case, asked=tuple(d for d in case.asked if any(case.is_hit(d, n) for n in bodies)))


def tagged(case: Case, catalog: Catalog) -> tuple[Coverage, ...]:
    """Return the coverage of a report in which every passage that its index points at is tagged."""
    document = case.document
    bodies = [n for n in range(len(document.passages)) if (n, n + 1) not in document.indexes]
    tags = []
    for disclosure in case.asked:
        reference = Reference(disclosure.framework, disclosure.code, disclosure.edition)
        spans = (Span("p", NOWHERE, first=n, last=n + 1) for n in bodies if case.is_hit(disclosure, n))
        tags += [Tag(str(reference), reference, span) for span in spans]
    report = replace(case.report, documents=(replace(document, tags=tuple(tags)),))
    current = applicable(report, catalog)
    return cover(report, catalog, current, *link(report, catalog, current))


def plain(title: str) -> str:
    """Return a title for comparison."""
    return re.sub(r"[\W_]", "", title).casefold()


def _hidden(document: Document) -> Document:
    """Return the document without the pages of its index, or without the rows of the index if it has no pages."""
    rows = {n for first, last in document.indexes for n in range(first, last)}
    pages = {document.passages[n].page for n in rows} - {""}
    numbers = [n for n, passage in enumerate(document.passages) if n in rows or passage.page in pages]
    return replace(document, indexes=tuple((n, n + 1) for n in numbers), tags=(), omissions=())


def _report(folder: Path, document: Document, truth: list[Truth]) -> Report:
    meta = folder / "meta.json"
    said = str(json.loads(meta.read_text("utf-8"))["year"]) if meta.exists() else folder.name
    year = int((re.findall(r"20\d\d", said) or ["2023"])[-1])
    frameworks = dict.fromkeys(row.framework for row in truth)
    industries = dict.fromkeys(row.code[:5].upper() for row in truth if row.framework == "sasb")
    return Report(
        folder.name,
        folder.name,
        date(year, 1, 1),
        date(year, 12, 31),
        date(year + 1, 4, 30),
        Profile("hkex", "main-board", "other", tuple(industries)),
        tuple(Claim(framework) for framework in frameworks),
        (document,),
    )


def _pages(row: Truth) -> frozenset[str]:
    """Parse ``7;41;14+;100-104``."""
    found: set[int] = set()
    for part in row.pages.split(";"):
        if match := re.fullmatch(r"(\d+)-(\d+)", part):
            found |= set(range(int(match[1]), int(match[2]) + 1))
        elif match := re.fullmatch(r"(\d+)(\+?)", part):
            found |= set(range(int(match[1]), int(match[1]) + (_SEQUENCE if match[2] else 1)))
    return frozenset(map(str, found))


def _sections(row: Truth) -> frozenset[str]:
    if row.section is not None:
        return frozenset({plain(row.section[-1])})
    return frozenset() if row.pages else frozenset(filter(None, map(plain, row.location.split(" | "))))


def year_of(report: Path) -> str:
    """Return the year of a published report: the latest in its name or metadata."""
    meta = report.parent / "meta.json"
    said = str(json.loads(meta.read_text("utf-8"))["year"]) if meta.exists() else f"{report.parent.name} {report.stem}"
    years: list[str] = re.findall(r"20\d\d", said)
    return years[-1] if years else "2023"
