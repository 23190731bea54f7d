"""Writes the index layouts of ``layouts/*.txt`` as reports: ``python -m benchmarks.layouts FOLDER [NAME …]``.

Each layout becomes one folder per form (text, Markdown, HTML, Word, and PDF where Chromium is installed), with the
``printed-index.csv`` and ``meta.json`` that `benchmarks.printed_index` measures by. All of them are made up.

A layout begins with its facts, one a line: ``language``, the ``styles`` in which its PDF is set, and per framework
what the index says, ``code pages`` or ``code =location``, parted by `` // ``. Behind an empty line stands the report:
``#`` headings, paragraphs, and ``|`` table rows, of which the first is the head. A cell ``^`` belongs to the cell above
it, ``<`` to the one on its left; ``~`` breaks a line.
"""

import csv
import html
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

LAYOUTS = Path(__file__).resolve().parent / "layouts"
UP, LEFT, BREAK = "^", "<", "~"

STYLES = {
    "ruled": "td, th { border: 0.5pt solid #555 }",
    "lines": "td, th { border-bottom: 0.5pt solid #999 }",
    "bare": "",
    "middle": "td, th { vertical-align: middle }",
    "landscape": "@page { size: A4 landscape }",
    "two": ".t { columns: 2; column-gap: 24pt } table { font-size: 6.5pt }",
    "spaced": "h1, th { letter-spacing: 2.5pt; text-transform: uppercase }",
}
CSS = """
@page { size: A4; margin: 20mm 18mm;
  @top-left { content: "Harbour Ferries Sustainability Report 2024"; font: 7pt sans-serif }
  @bottom-right { content: counter(page); font: 7pt sans-serif } }
body { font: 9pt/1.45 "Noto Sans", "Noto Sans CJK SC", sans-serif }
table { border-collapse: collapse; width: 100%; font-size: 7.5pt; line-height: 1.25 }
td, th { text-align: left; vertical-align: top; padding: 2pt 4pt; font-weight: normal }
th { font-weight: bold } tr { break-inside: avoid }
"""

Cells = list[str]


@dataclass(frozen=True)
class Expected:
    """A row of the truth."""

    framework: str
    code: str
    pages: str
    location: str


@dataclass(frozen=True)
class Layout:
    """A made-up report."""

    name: str
    language: str
    styles: tuple[str, ...]
    expected: tuple[Expected, ...]
    blocks: tuple[tuple[str, list[Cells]], ...]  # "#", "p" or "|", with its lines; those of a table as cells


def read_layout(path: Path) -> Layout:
    """Read a layout."""
    facts, _, report = path.read_text("utf-8").partition("\n\n")
    pairs = [line.split(": ", 1) for line in facts.splitlines()]
    known = dict(pairs)
    expected = tuple(
        _expected(framework, item)
        for framework, items in pairs
        if framework not in ("language", "styles")
        for item in items.split(" // ")
    )
    styles = tuple(style.strip() for style in known.get("styles", "").split(",") if style.strip())
    return Layout(path.stem, known["language"], styles, expected, tuple(_blocks(report)))


def _expected(framework: str, item: str) -> Expected:
    code, _, place = item.strip().partition(" ")
    return Expected(framework, code, "" if place.startswith("=") else place, place[1:] if place[:1] == "=" else "")


def _blocks(report: str) -> Iterator[tuple[str, list[Cells]]]:
    lines = [line for line in report.splitlines() if line.strip()]
    for kind, group in groupby(lines, key=lambda line: line[0] if line[0] in "#|" else "p"):
        if kind == "|":
            yield kind, [[cell.strip() for cell in line.strip("|").split("|")] for line in group]
        else:
            yield from ((kind, [[line]]) for line in group)


# --- forms ---


def as_text(layout: Layout) -> str:
    """Write it as the text of a PDF: cells apart by tabs, each merged cell once."""
    parts = []
    for kind, rows in layout.blocks:
        if kind == "|":
            parts += ["\t".join("" if c in (UP, LEFT) else c.replace(BREAK, " ") for c in row) for row in rows]
            parts.append("")
        else:
            parts += [rows[0][0].lstrip("# "), ""]
    return "\n".join(parts)


def as_markdown(layout: Layout) -> str:
    """Write it as converters do, which repeat a merged cell in each place that it covers."""
    parts = []
    for kind, rows in layout.blocks:
        if kind != "|":
            parts += [rows[0][0], ""]
            continue
        for number, row in enumerate(spelt_out(rows)):
            parts.append(f"| {' | '.join(cell.replace(BREAK, '<br>') for cell in row)} |")
            parts += ["|" + "---|" * len(row)] if number == 0 else []
        parts.append("")
    return "\n".join(parts)


def spelt_out(rows: list[Cells]) -> list[Cells]:
    """Give each place of a merged cell its text."""
    full: list[Cells] = []
    for row in rows:
        cells: Cells = []
        for c, cell in enumerate(row):
            cells.append(full[-1][c] if cell == UP else cells[-1] if cell == LEFT else cell)
        full.append(cells)
    return full


def as_html(layout: Layout, style: str = "ruled") -> str:
    """Write it with real merged cells."""
    css = CSS + "".join(STYLES[name] for name in style.split())
    body = []
    for kind, rows in layout.blocks:
        if kind == "|":
            body.append(f'<div class="t"><table><thead>{_tr(rows, 0, "th")}</thead><tbody>')
            body += [_tr(rows, r, "td") for r in range(1, len(rows))]
            body.append("</tbody></table></div>")
        else:
            text, level = rows[0][0], len(rows[0][0]) - len(rows[0][0].lstrip("#"))
            tag = f"h{level}" if kind == "#" else "p"
            body.append(f"<{tag}>{html.escape(text.lstrip('# '))}</{tag}>")
    head = f'<meta charset="utf-8"><title>Report</title><style>{css}</style>'
    return f'<!DOCTYPE html><html lang="{layout.language}"><head>{head}</head><body>{"".join(body)}</body></html>'


def _tr(rows: list[Cells], r: int, tag: str) -> str:
    cells = []
    for c, cell in enumerate(rows[r]):
        if cell in (UP, LEFT):
            continue
        across, down = spans(rows, r, c)
        span = (f' colspan="{across}"' if across > 1 else "") + (f' rowspan="{down}"' if down > 1 else "")
        cells.append(f"<{tag}{span}>{html.escape(cell).replace(BREAK, '<br>')}</{tag}>")
    return f"<tr>{''.join(cells)}</tr>"


def spans(rows: list[Cells], r: int, c: int) -> tuple[int, int]:
    """Give how many columns and rows a cell covers."""
    across = down = 1
    while c + across < len(rows[r]) and rows[r][c + across] == LEFT:
        across += 1
    while r + down < len(rows) and c < len(rows[r + down]) and rows[r + down][c] == UP:
        down += 1
    return across, down


def write_word(layout: Layout, path: Path) -> None:
    """Write it as a Word file, with real merged cells."""
    import docx

    file = docx.Document()
    for kind, rows in layout.blocks:
        if kind == "#":
            file.add_heading(rows[0][0].lstrip("# "), len(rows[0][0]) - len(rows[0][0].lstrip("#")))
        elif kind == "p":
            file.add_paragraph(rows[0][0])
        else:
            table = file.add_table(len(rows), len(rows[0]))
            for r, row in enumerate(rows):
                for c, cell in enumerate(row):
                    if cell in (UP, LEFT):
                        continue
                    across, down = spans(rows, r, c)
                    first = table.cell(r, c)
                    if across > 1 or down > 1:
                        first = first.merge(table.cell(r + down - 1, c + across - 1))
                    first.text = cell.replace(BREAK, "\n")
    file.save(str(path))


def write_pdf(layout: Layout, style: str, path: Path) -> None:
    """Print it with Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        page.write_text(as_html(layout, style), "utf-8")
        command = [
            *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
            *(f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={path.resolve()}"),
            page.as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


# --- folders ---


def write_folder(layout: Layout, form: str, folder: Path) -> None:
    """Write a report with its truth; `form` is a suffix, or a style of PDF."""
    folder.mkdir(parents=True, exist_ok=True)
    write_report(layout, form, folder)
    with (folder / "printed-index.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("framework", "code", "location_text", "printed_pages"))
        table.writerows((row.framework, row.code, row.location, row.pages) for row in layout.expected)
    (folder / "meta.json").write_text(json.dumps({"language": layout.language}), "utf-8")


def write_report(layout: Layout, form: str, folder: Path) -> Path:
    """Write a report; `form` is a suffix, or a style of PDF."""
    path = folder / f"report.{form if form in ('txt', 'md', 'html', 'docx') else 'pdf'}"
    if form in ("txt", "md", "html"):
        path.write_text({"txt": as_text, "md": as_markdown, "html": as_html}[form](layout), "utf-8")
    elif form == "docx":
        write_word(layout, path)
    else:
        write_pdf(layout, form, path)
    return path


def main(argv: list[str]) -> int:
    """Write all layouts, or those named."""
    if not argv:
        sys.exit(__doc__)
    chromium = shutil.which("chromium")
    if not chromium:
        print("no PDF: chromium is not installed", file=sys.stderr)
    for path in sorted(LAYOUTS.glob("*.txt")):
        layout = read_layout(path)
        if argv[1:] and layout.name not in argv[1:]:
            continue
        for form in ("txt", "md", "html", "docx", *(layout.styles if chromium else ())):
            write_folder(layout, form, Path(argv[0]) / f"{layout.name}.{form.replace(' ', '-')}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
