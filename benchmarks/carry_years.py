"""The quality of finding this year's pages from last year's: ``python -m benchmarks.carry_years [-v] [PAIR…]``.

A pair is two folders with a report each, of the older and the newer year, as in the folder ``pairs`` of the published
reports. Of every code that both printed indexes claim: whether the page that is most like those of the older report is
one that the newer index names (hit@1), and whether one of the first three is (hit@3). Aims: 0.88 and 0.95.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from benchmarks.published_reports import reports_folder
from disclosure_index.assessment.linking import applicable
from disclosure_index.carrying.alignment import align
from disclosure_index.carrying.rolling.page_likeness import YearPages
from disclosure_index.carrying.rolling.page_suggestions import PageSuggestions
from disclosure_index.catalog.loading import load_frameworks, with_spellings
from disclosure_index.importing.pipeline import import_sources
from disclosure_index.model import Claim, Document, Profile, Reference, Report, parse_reference

HIT_1, HIT_3 = 0.88, 0.95
_ROW = re.compile(r"\b(\d{3}-\d{1,2}) ((?:\d{1,3}(?:-\d{1,3})?)(?:[;,] ?\d{1,3}(?:-\d{1,3})?)*)(?= [A-Z])")
"""A row of an index whose columns were joined in the text: the code, its pages, its title."""
ROWS = 3
"""The fewest rows that make a page part of the index."""
YEAR = 2022
"""The year of the editions for suggestions."""
MANAGEMENT = "103-"
"""GRI 103 is claimed again for every topic: which pages belong to which is unknown."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", action="store_true", help="print what was not found")
    parser.add_argument("folder", nargs="?", type=Path, default=reports_folder() / "pairs")
    given = parser.parse_args()
    total: Counter[str] = Counter()
    for old, new in _pairs(given.folder):
        counts = measure(_imported(old), _imported(new), verbose=given.v)
        print(f"{old.name} -> {new.name}: {_line(counts)}", flush=True)
        total += counts
    print(f"all: {_line(total)} (aims {HIT_1}, {HIT_3})")


def measure(old: Document, new: Document, *, verbose: bool = False) -> Counter[str]:
    """Count the codes of both indexes, and those whose page was found."""
    (before, old), (now, new) = _claims(old), _claims(new)
    alignment = align([passage.text for passage in old.passages], [passage.text for passage in new.passages])
    pages = YearPages(old, new, alignment)
    suggestions = _Suggestions(new, {_reference(code) for code in now})
    counts: Counter[str] = Counter()
    for code in sorted(before.keys() & now.keys()):
        truth = now[code] & pages.new.passages.keys()
        asked = before[code] & pages.old.passages.keys()
        if not truth or not asked:
            continue  # the index names pages that the document lacks
        found = [one.label for one in pages.like(sorted(asked), suggestions.pages(code))[:3]]
        counts["codes"] += 1
        counts["hit@1"] += found[0] in truth
        counts["hit@3"] += not truth.isdisjoint(found)
        if verbose and found[0] not in truth:
            print(f"  {code}: was {sorted(asked)}, is {sorted(truth)}, found {found}")
    return counts


class _Suggestions:
    """The suggestions for the codes of a document, from its text and its frameworks alone."""

    def __init__(self, document: Document, references: Iterable[Reference]) -> None:
        self.catalog = with_spellings(load_frameworks())
        claims = tuple(Claim(framework) for framework in sorted({one.framework for one in references}))
        report = Report("", "", date(YEAR, 1, 1), date(YEAR, 12, 31), date(YEAR + 1, 5, 31), Profile(), claims, ())
        current = applicable(report, self.catalog)
        self.current = {d.uid for found in current.values() for d in found}
        self.found = PageSuggestions(report, document, self.catalog, current)

    def pages(self, code: str) -> dict[str, float]:
        every = self.catalog.find(_reference(code))
        return self.found.pages([d for d in every if d.uid in self.current] or every[-1:])


def _reference(code: str) -> Reference:
    found = parse_reference(code if ":" in code else f"gri:{code}")
    assert found is not None  # it is in a printed index
    return found


def _claims(document: Document) -> tuple[Mapping[str, set[str]], Document]:
    """Return the pages that an index names, by code, and the document without the pages of that index."""
    claims: dict[str, set[str]] = defaultdict(set)
    if document.tags:
        for tag in document.tags:
            for passage in document.passages[tag.span.first : tag.span.last]:
                claims[tag.text].update(passage.pages)
        return claims, document
    rows = [(n, p, _ROW.findall(p.text)) for n, p in enumerate(document.passages)]
    printed = {page for page, number in Counter(p.page for _, p, found in rows if found).items() if number >= ROWS}
    for _, passage, found in rows:
        for code, named in found if passage.page in printed else ():
            if not code.startswith(MANAGEMENT):
                claims[code].update(_pages(named))
    hidden = tuple((n, n + 1) for n, passage, _ in rows if passage.page in printed)
    return claims, replace(document, indexes=hidden)


def _pages(named: str) -> Iterator[str]:
    for part in re.split(r"[;,] ?", named):
        first, _, last = part.partition("-")
        yield from map(str, range(int(first), int(last or first) + 1))


def _pairs(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Yield the two folders of each company, the older year first: their names are name-year."""
    folders = sorted(path for path in folder.iterdir() if path.is_dir())
    for old, new in pairwise(folders):
        if old.name.rpartition("-")[0] == new.name.rpartition("-")[0]:
            yield old, new


def _imported(folder: Path) -> Document:
    catalog = with_spellings(load_frameworks())
    (source,) = folder.glob("report.*")
    return import_sources([source], catalog)[0].document


def _line(counts: Counter[str]) -> str:
    number = max(counts["codes"], 1)
    return f"{number} codes, hit@1 {counts['hit@1'] / number:.3f}, hit@3 {counts['hit@3'] / number:.3f}"


if __name__ == "__main__":
    main()
