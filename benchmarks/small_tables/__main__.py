"""Prints small index tables in many styles and reads them: ``python -m benchmarks.small_tables [STYLE …]``.

The tables of ``tables.toml`` have three to ten rows. A table is the same where a PDF gives the claims that its HTML
gives, places included; it is told where findings name each code that is read otherwise. Goal: at least 90 % the same in
each style.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import rtoml

from benchmarks.layout_file import BREAK, Cells, Layout
from benchmarks.layout_forms import as_html, print_html, print_office, write_word
from benchmarks.printed_index import load_hints
from disclosure_index.messages import render
from disclosure_index.model import Document
from disclosure_index.printed_index import FrameworkHints, IndexEntry, read_printed_indexes
from disclosure_index.reading.registry import read_document

STYLES = ("lines", "bare", "ends", "striped", "uprights", "ruled", "small", "right", "centred", "boxes", "office")
SAME = 0.9
_PAGES = 2  # of each report
_SECTIONS = (
    ("2.1 Environment", "The ferries used 15 MWh of shore power."),
    ("2.2 Waste", "Hazardous waste was 12 t."),
    ("3 Our people", "We employ 500 people in 4 ports."),
    ("4 Governance", "The Board meets each month."),
)
_CAPTION = "Index of disclosures"
_SPACES = re.compile(r"\s+")

Claim = tuple[str, ...]


def layouts() -> list[Layout]:
    """Return a report for each table."""
    path = Path(__file__).parent / "tables.toml"
    return [
        _report(table["name"], table["head"], table["rows"]) for table in rtoml.loads(path.read_text("utf-8"))["table"]
    ]


def _report(name: str, head: Cells, rows: Sequence[Cells]) -> Layout:
    blocks: list[tuple[str, list[Cells]]] = [("#", [["# Harbour Ferries Report 2024"]])]
    for title, text in _SECTIONS:
        blocks += [("p", [[title]]), ("p", [[text]])]  # a part of a printed file has no bookmarks
    cells = [[cell.replace("\n", BREAK) for cell in row] for row in (head, *rows)]
    blocks += [("#", [[f"## {_CAPTION}"]]), ("|", cells)]
    return Layout(name, "en", (), (), tuple(blocks))


def write(reports: Sequence[Layout], style: str, folder: Path) -> list[Path]:
    """Print each report on two pages, its table on the second; Chromium prints all of them at once."""
    paths = [folder / f"{report.name}.pdf" for report in reports]
    if style == "office":
        files = [path.with_suffix(".docx") for path in paths]
        for report, file in zip(reports, files, strict=True):
            write_word(report, file)
        print_office(files, folder)
        return paths
    title = f"<h2>{_CAPTION}</h2>"
    bodies = [re.sub(r"(?s).*<body>|</body>.*", "", as_html(report, style)) for report in reports]
    parted = "".join(body.replace("<h1>", '<h1 style="break-before: page">', 1) for body in bodies)
    parted = parted.replace(title, title.replace("<h2>", '<h2 style="break-before: page">'))
    whole = folder / "all.pdf"
    print_html(re.sub(r"(?s)<body>.*</body>", lambda _: f"<body>{parted}</body>", as_html(reports[0], style)), whole)
    with pypdfium2.PdfDocument(whole) as file:
        assert len(file) == _PAGES * len(reports), f"{len(file)} pages"
        for number, path in enumerate(paths):
            with pypdfium2.PdfDocument.new() as part:
                part.import_pages(file, list(range(_PAGES * number, _PAGES * (number + 1))))
                part.save(path)
    return paths


def read(path: Path, hints: Mapping[str, FrameworkHints]) -> tuple[set[Claim], str]:
    """Return what a report claims, and what its findings say."""
    document: Document = read_document(path, path.name, "en")
    found = read_printed_indexes(document, hints)
    told = " ".join(render(f.message, "en") for f in (*document.findings, *found.findings))
    return {_claim(claim) for claim in found.claims}, told


def _claim(claim: IndexEntry) -> Claim:
    sections = [_SPACES.sub("", path[-1]) for path in claim.sections]  # no space of a PDF is sure beside Chinese
    return (
        claim.framework,
        claim.code,
        *claim.datapoints,
        "|",
        *claim.pages,
        "|",
        *sections,
        "|",
        claim.omission_reason or "",
    )


def compare(reports: Sequence[Layout], style: str, hints: Mapping[str, FrameworkHints], folder: Path) -> dict[str, str]:
    """Return what became of each table: same, told or other."""
    found: dict[str, str] = {}
    for report, path in zip(reports, write(reports, style, folder), strict=True):
        page = folder / "report.html"
        page.write_text(as_html(replace(report, name="")), "utf-8")
        wanted, _ = read(page, hints)
        claims, told = read(path, hints)
        differ = wanted ^ claims
        outcome = "same" if not differ else "told" if all(claim[1] in told for claim in differ) else "other"
        found[report.name] = outcome
    return found


def main(argv: list[str]) -> int:
    """Print the outcome by style; 1 where the goal is not reached."""
    parser = argparse.ArgumentParser(prog="benchmarks.small_tables", description=__doc__)
    parser.add_argument("style", nargs="*", default=STYLES)
    asked = parser.parse_args(argv)
    reports, hints = layouts(), load_hints()
    reached = True
    for style in asked.style:
        with tempfile.TemporaryDirectory() as folder:
            found = compare(reports, style, hints, Path(folder))
        same = [name for name, outcome in found.items() if outcome == "same"]
        reached = reached and len(same) >= SAME * len(found)
        rest = ", ".join(f"{name} {outcome}" for name, outcome in found.items() if outcome != "same")
        print(f"{style:10} {len(same):3} of {len(found)} the same  {rest}", flush=True)
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
