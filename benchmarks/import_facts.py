"""The quality of an import's facts about a report, and whether it reads or reports each code.

Run: python -m benchmarks.import_facts [-v] [FOLDER] [NAME …]

FOLDER holds published reports: folders with a ``report.*`` and a ``meta.json`` (company, year, language), and files
named in a ``metadata.csv`` (file, company, year, language). Year, issuer, language and title are compared with those
(an issuer that is left open is neither right nor wrong), and the codes that stand as in an index with the claims and
the findings. The last line of a table says how many pages have how many codes: what `DENSE` was set by.
"""

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from unicodedata import combining, normalize

from benchmarks.published_reports import asked_for
from disclosure_index.catalog.loading import load_frameworks, with_spellings
from disclosure_index.catalog.notation.code_shapes import shapes_of
from disclosure_index.catalog.store import Catalog
from disclosure_index.errors import CouldNotCheckError
from disclosure_index.importing.codes_seen import DENSE, Seen, codes_seen
from disclosure_index.importing.pipeline import Imported, import_sources
from disclosure_index.importing.report_title import is_title
from disclosure_index.printed_index.reader import hints
from disclosure_index.reading.languages.detection import is_supported
from disclosure_index.reading.registry import READERS

RATES = ("year right", "issuer right", "issuer wrong", "language right", "title right", "read or reported")


@dataclass(frozen=True, slots=True)
class Truth:
    """A report with its true facts."""

    path: Path
    company: str
    year: int
    language: str

    @property
    def name(self) -> str:
        """The name of the report in the table."""
        return self.path.parent.name if self.path.stem == "report" else self.path.stem


def truths(folder: Path) -> Iterator[Truth]:
    """Yield the reports of a folder whose company, year and language are known."""
    for meta in sorted(folder.glob("*/meta.json")):
        known = json.loads(meta.read_text("utf-8"))
        report = next((p for p in sorted(meta.parent.glob("report.*")) if p.suffix in READERS), None)
        said = str(known.get("year", ""))
        year = re.search(r"data for (20\d\d)", said) or re.search(r"(20\d\d)", said)
        if report and year:
            yield Truth(report, known["company"], int(year[1]), known["language"])
    for table in sorted(folder.glob("*/metadata.csv")):
        with table.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if (path := table.parent / row["file"]).exists():
                    yield Truth(path, row["company"], int(row["year"]), row["language"])


def _is_same(company: str, issuer: str) -> bool:
    """Whether two names are of one company: one contains the other, its words, or the initials of its words.

    Accents are ignored.
    """
    company, issuer = ("".join(c for c in normalize("NFKD", name) if not combining(c)) for name in (company, issuer))
    if set(company.casefold().split()) <= set(issuer.casefold().split()):
        return True
    short, long = (re.sub(r"\W", "", name).casefold() for name in (company, issuer))
    initials = "".join(word[0] for word in re.findall(r"\w+", issuer) if word[0].isupper())
    own = [re.sub("國際|商業|銀行|金控|股份有限公司", "", name) for name in (short, long)]
    return short in long or long in short or company == initials or bool(own[0] and own[0] in own[1])


def measure(truth: Truth, catalog: Catalog) -> tuple[dict[str, bool], list[str], Imported]:
    """Import a report; return the rates that it counts for, and its facts beside the truth."""
    (one,) = import_sources([truth.path], catalog)
    guess = one.guess
    rates = {
        "year right": guess.end is not None and guess.end.year == truth.year,
        "issuer right": bool(guess.issuer) and _is_same(truth.company, guess.issuer),
        "issuer wrong": bool(guess.issuer) and not _is_same(truth.company, guess.issuer),
        "language right": guess.language == truth.language,
        "title right": not guess.title or is_title(guess.title),
        "read or reported": not _silent(one, catalog),
    }
    rates["language right"] &= is_supported(guess.language) or any(f.rule == "DI614" for f in one.findings)
    said = [f"{guess.start}..{guess.end}", f"issuer {guess.issuer!r}", guess.language, f"title {guess.title!r}"]
    return rates, said, one


def _silent(one: Imported, catalog: Catalog) -> list[str]:
    """Return the codes that are dense on a page, but in neither a claim nor a finding."""
    named = {f"{tag.reference.framework}:{tag.reference.code}" for tag in one.document.tags if tag.reference}
    named |= {f"{o.reference.framework}:{o.reference.code}" for o in one.document.omissions if o.reference}
    named |= {f"{u.claim.framework}:{u.claim.code}" for u in one.unplaced}
    told = {finding.location for finding in one.findings if finding.rule in ("DI404", "DI406")}
    pages = {page for page, codes in _by_page(one, catalog).items() if len(codes) >= DENSE}
    reported = "\n".join(str(finding.message) for finding in one.findings if finding.rule == "DI616")
    unread = {code for entry in one.not_read for code in entry.unclaimed}
    seen = [s for s in _seen(one, catalog) if s.page in pages and s.location not in told and not s.is_topic]
    codes = dict.fromkeys(f"{s.framework}:{s.code}" for s in seen)
    return [code for code in codes if code not in named | unread and code not in reported]


def _seen(one: Imported, catalog: Catalog) -> list[Seen]:
    return codes_seen(one.document, hints(catalog), shapes_of(catalog.frameworks, catalog.spellings))


def _by_page(one: Imported, catalog: Catalog) -> dict[str, set[str]]:
    pages: dict[str, set[str]] = {}
    for seen in _seen(one, catalog):
        pages.setdefault(seen.page, set()).add(f"{seen.framework}:{seen.code}")
    return pages


def main(argv: list[str]) -> int:
    """Print a line for each report, and the rates of all."""
    folder, names = asked_for(argv)
    if not folder.is_dir():
        print(f"skipped: no reports at {folder}")
        return 0
    catalog = with_spellings(load_frameworks())
    counts: Counter[str] = Counter()
    index, other = Counter[int](), Counter[int]()
    total = 0
    for truth in truths(folder):
        if names and truth.name not in names:
            continue
        begun = process_time()
        try:
            rates, said, one = measure(truth, catalog)
        except CouldNotCheckError as error:
            print(f"{truth.name:26} could not be read: {error}")
            continue
        total += 1
        counts.update(name for name, holds in rates.items() if holds)
        claimed = {p.page for first, last in one.document.indexes for p in one.document.passages[first:last]}
        for page, codes in _by_page(one, catalog).items():
            (index if page in claimed else other)[len(codes)] += 1
        faults = [name for name in RATES if rates[name] == (name == "issuer wrong")]
        print(f"{truth.name:26} {process_time() - begun:5.1f} s  {one.claims:4} claims  {', '.join(faults)}")
        if "-v" in argv or faults:
            print("   ", " | ".join(said), f"(truth: {truth.company}, {truth.year}, {truth.language})")
    for name in RATES:
        print(f"{name:18} {counts[name]:3} of {total} ({100 * counts[name] / max(total, 1):.0f} %)")
    for label, pages in (("index", index), ("other", other)):
        dense = sum(n for size, n in pages.items() if size >= DENSE)
        print(f"pages with codes ({label}): {sum(pages.values())}, of them {dense} with {DENSE} or more")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
