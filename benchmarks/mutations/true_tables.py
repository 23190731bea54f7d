"""The true tables: the printed indexes of labelled reports, and some that are made up."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.printed_index import Truth, read_truth
from disclosure_index.catalog.store import Catalog
from disclosure_index.printed_index import FrameworkHints

FEWEST = 8
"""The fewest rows of a framework that make a table; fewer are printed beside another framework's."""
_MADE_UP = ("gri", "hkex-esg", "tcfd")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: a disclosure and the place of its answer."""

    framework: str
    code: str
    title: str
    topic: str
    section: str
    pages: tuple[str, ...]  # "7", "41-43"


@dataclass(frozen=True, slots=True)
class TrueTable:
    """The claims of a report about one framework."""

    report: str
    language: str
    framework: str
    entries: tuple[Entry, ...]


def true_tables(reports: Path, catalog: Catalog, hints: Mapping[str, FrameworkHints]) -> Iterator[TrueTable]:
    """Yield the tables of the labelled reports of a folder, and the made-up ones."""
    for path in sorted(reports.glob("*/printed-index.csv")):
        meta = path.parent / "meta.json"
        language = json.loads(meta.read_text("utf-8"))["language"] if meta.exists() else "zh-Hans"
        tables: dict[str, list[Entry]] = defaultdict(list)
        for row in read_truth(path, hints):
            tables[row.framework].append(_entry(row, language, catalog))
        for framework, entries in sorted(tables.items()):
            if len(entries) >= FEWEST:
                yield TrueTable(path.parent.name, language, framework, tuple(entries))
    yield from made_up(catalog)


def made_up(catalog: Catalog) -> Iterator[TrueTable]:
    """Yield tables of disclosures that a report might claim, on ascending pages, as in reports."""
    for framework in _MADE_UP:
        shown = (d.code for d in catalog.frameworks[framework].disclosures if not d.heading)
        codes = [code for code in shown if framework != "hkex-esg" or code[0].isalpha()][::2][:60]  # without paragraphs
        rows = (
            Truth(framework, code, pages=f"{8 + n // 3}" if n % 4 else f"{8 + n // 3}-{9 + n // 3}")
            for n, code in enumerate(dict.fromkeys(codes))
        )
        yield TrueTable("made-up", "en", framework, tuple(_entry(row, "en", catalog) for row in rows))


def _entry(row: Truth, language: str, catalog: Catalog) -> Entry:
    known = next(d for d in catalog.frameworks[row.framework].disclosures if d.code == row.code)
    groups = {group.id: group for group in catalog.frameworks[row.framework].groups}
    topic = next((groups[name] for name in (known.group, known.part) if name in groups), None)
    pages = tuple(page for page in row.pages.split(";") if page)
    section = (row.section or (row.location,))[-1]
    return Entry(
        row.framework,
        row.code,
        _in(known.title, language),
        _in(topic.title, language) if topic else "",
        "" if pages else " ".join(section.split()),
        pages,
    )


def _in(titles: Mapping[str, str], language: str) -> str:
    return titles.get(language) or titles["en"]
