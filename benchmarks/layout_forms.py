"""The forms of a layout: text, Markdown, HTML, XHTML, Word and PDF.

A PDF is printed by Chromium, once in each style of the layout, and by LibreOffice from the Word file (``office``);
``layout`` is the text that ``pdftotext -layout`` takes from the first of them. ``roles`` is HTML whose tables are
elements with roles of ARIA, ``definitions`` HTML whose tables are definition lists, a term for each first cell.
"""

import html
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.layout_file import BREAK, LEFT, UP, Cells, Layout
from benchmarks.pdf_treatments import TREATMENTS

STYLES = {
    "ruled": "td, th { border: 0.5pt solid #555 }",
    "lines": "td, th { border-bottom: 0.5pt solid #999 }",
    "bare": "",
    "ends": "thead th { border: solid #333; border-width: 0.7pt 0 } table { border-bottom: 0.7pt solid #333 }",
    "uprights": "td + td, th + th { border-left: 0.5pt solid #999 }",
    "small": "table { width: auto; font-size: 7pt } td, th { padding: 1pt 2.5pt }",
    "middle": "td, th { vertical-align: middle }",
    "landscape": "@page { size: A4 landscape }",
    "two": ".t { columns: 2; column-gap: 24pt } table { font-size: 6.5pt }",
    "spaced": "h1, th { letter-spacing: 2.5pt; text-transform: uppercase }",
    "turned-heads": "th { writing-mode: vertical-rl; transform: rotate(180deg) }",
    "page-each": ".t { break-after: page }",
    "struck-twice": "td, th { text-shadow: 0.2px 0 0 currentColor }",
    "dotted": "td, th { border-bottom: 1pt dotted #777 }",
    "dashed": "td, th { border-bottom: 0.7pt dashed #777 }",
    "striped": "tr:nth-child(even) td { background: #e4ebf2; print-color-adjust: exact }",
    "boxes": "td, th { background: #ebeef0; border: 1.5pt solid white; print-color-adjust: exact }",
    "centred": "td, th { text-align: center; vertical-align: middle }",
    "bottom": "td, th { vertical-align: bottom }",
    "right": "td:last-child, th:last-child { text-align: right }",
    "justified": "td { text-align: justify; hyphens: auto }",
    "dense": "td, th { padding: 0 3pt; line-height: 1.1 }",
    "loose": "td, th { padding: 0 4pt; line-height: 1.9 }",
    "serif": 'td, th { font: 8pt "C059", "Noto Serif CJK SC", serif; font-variant-ligatures: common-ligatures }',
    "wide": "@page { size: A3 landscape; @bottom-right { content: none } }",
}
"""The styles of a PDF; a style may name several, and treatments of `pdf_treatments` after them."""
CSS = """
@page { size: A4; margin: 20mm 18mm;
  @top-left { content: "Harbour Ferries Sustainability Report 2024"; font: 7pt sans-serif }
  @bottom-right { content: counter(page); font: 7pt sans-serif } }
body { font: 9pt/1.45 "Noto Sans", "Noto Sans CJK SC", sans-serif }
table { border-collapse: collapse; width: 100%; font-size: 7.5pt; line-height: 1.25 }
td, th { text-align: left; vertical-align: top; padding: 2pt 4pt; font-weight: normal }
th { font-weight: bold } tr { break-inside: avoid }
"""


def as_text(layout: Layout) -> str:
    """Return the layout as the text of a PDF: cells separated by tabs, each merged cell once."""
    parts = []
    for kind, rows in layout.blocks:
        if kind == "|":
            parts += ["\t".join("" if c in (UP, LEFT) else c.replace(BREAK, " ") for c in row) for row in rows]
            parts.append("")
        else:
            parts += [rows[0][0].lstrip("# "), ""]
    return "\n".join(parts)


def as_markdown(layout: Layout) -> str:
    """Return the layout as converters write Markdown: a merged cell is repeated in each place that it covers."""
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
    """Return the rows with the text of a merged cell in each of its places."""
    full: list[Cells] = []
    for row in rows:
        cells: Cells = []
        for c, cell in enumerate(row):
            cells.append(full[-1][c] if cell == UP else cells[-1] if cell == LEFT else cell)
        full.append(cells)
    return full


def as_html(layout: Layout, style: str = "ruled") -> str:
    """Return the layout as HTML with real merged cells."""
    css = CSS + "".join(STYLES[name] for name in style.split() if name in STYLES)
    body = []
    for kind, rows in layout.blocks:
        inner = "within" in style.split()
        if kind == "|" and style in _HTML_TABLES:
            body.append(_HTML_TABLES[style](rows))
        elif kind == "|":
            heads = max(spans(rows, 0, c)[1] for c in range(len(rows[0])))  # no cell extends beyond its thead
            body.append('<div class="t"><table><thead>')
            body += [_tr(rows, r, "th", inner) for r in range(heads)]
            body.append("</thead><tbody>")
            body += [_tr(rows, r, "td", inner) for r in range(heads, len(rows))]
            body.append("</tbody></table></div>")
        else:
            text, level = rows[0][0], len(rows[0][0]) - len(rows[0][0].lstrip("#"))
            tag = f"h{level}" if kind == "#" else "p"
            body.append(f"<{tag}>{html.escape(text.lstrip('# '))}</{tag}>")
    head = f'<meta charset="utf-8"><title>Report</title><style>{css}</style>'
    return f'<!DOCTYPE html><html lang="{layout.language}"><head>{head}</head><body>{"".join(body)}</body></html>'


def as_xhtml(layout: Layout) -> str:
    """Return the layout in the native form, untagged."""
    loose = as_html(layout).replace("<br>", "<br/>").replace('<meta charset="utf-8">', "")
    return loose.replace("<html lang", '<html xmlns="http://www.w3.org/1999/xhtml" lang')


def _tr(rows: list[Cells], r: int, tag: str, inner: bool) -> str:
    """Return a row as HTML; the lines of a cell are rows of an `inner` table."""
    cells = []
    for c, cell in enumerate(rows[r]):
        if cell in (UP, LEFT):
            continue
        across, down = spans(rows, r, c)
        span = (f' colspan="{across}"' if across > 1 else "") + (f' rowspan="{down}"' if down > 1 else "")
        lines = [html.escape(line) for line in cell.split(BREAK)]
        if inner and len(lines) > 1:
            text = f"<table>{''.join(f'<tr><td>{line}</td></tr>' for line in lines)}</table>"
        else:
            text = "<br>".join(lines)
        cells.append(f"<{tag}{span}>{text}</{tag}>")
    return f"<tr>{''.join(cells)}</tr>"


def _with_roles(rows: list[Cells]) -> str:
    """Return a table as elements with roles."""
    out = []
    for r, row in enumerate(spelt_out(rows)):
        role = "cell" if r else "columnheader"
        cells = "".join(f'<div role="{role}">{html.escape(cell).replace(BREAK, "<br>")}</div>' for cell in row)
        out.append(f'<div role="row">{cells}</div>')
    return f'<div role="table">{"".join(out)}</div>'


def _as_definitions(rows: list[Cells]) -> str:
    """Return a table without its head as a definition list."""
    items = (
        f"<dt>{html.escape(row[0])}</dt>" + "".join(f"<dd>{html.escape(cell)}</dd>" for cell in row[1:])
        for row in spelt_out(rows)[1:]
    )
    return f"<dl>{''.join(items)}</dl>"


_HTML_TABLES = {"roles": _with_roles, "definitions": _as_definitions}


def spans(rows: list[Cells], r: int, c: int) -> tuple[int, int]:
    """Return the number of columns and rows that a cell covers."""
    across = down = 1
    while c + across < len(rows[r]) and rows[r][c + across] == LEFT:
        across += 1
    while r + down < len(rows) and c < len(rows[r + down]) and rows[r + down][c] == UP:
        down += 1
    return across, down


def write_word(layout: Layout, path: Path, *, ruled: bool = False) -> None:
    """Write the layout as a Word file, with real merged cells; the cells of `ruled` tables have borders."""
    import docx

    file = docx.Document()
    for kind, rows in layout.blocks:
        if kind == "#":
            file.add_heading(rows[0][0].lstrip("# "), len(rows[0][0]) - len(rows[0][0].lstrip("#")))
        elif kind == "p":
            file.add_paragraph(rows[0][0])
        else:
            table = file.add_table(len(rows), len(rows[0]), "Table Grid" if ruled else None)
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
    """Print the layout with Chromium."""
    print_html(as_html(layout, style), path)
    for treatment in style.split():
        if treatment in TREATMENTS:
            TREATMENTS[treatment](path)


def print_html(text: str, path: Path) -> None:
    """Print a page of HTML with Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        page.write_text(text, "utf-8")
        command = [
            *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
            *(f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={path.resolve()}"),
            page.as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


def write_office_pdf(layout: Layout, path: Path) -> None:
    """Print the layout's Word file with LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / f"{path.stem}.docx"
        write_word(layout, word)
        print_office([word], path.parent)


def print_office(files: Sequence[Path], folder: Path) -> None:
    """Print Word files as PDF with the same names, by LibreOffice, which takes a second to start."""
    with tempfile.TemporaryDirectory() as profile:
        command = [
            *("soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"),
            *("--outdir", str(folder.resolve()), *map(str, files)),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120 + 10 * len(files))


def write_aligned_text(layout: Layout, path: Path) -> None:
    """Write the text of the layout's PDF, with cells separated by spaces."""
    with tempfile.TemporaryDirectory() as folder:
        printed = Path(folder) / "report.pdf"
        write_pdf(layout, layout.styles[0], printed)
        subprocess.run(["pdftotext", "-layout", str(printed), str(path)], check=True, timeout=60)


def forms(layout: Layout) -> Iterator[str]:
    """Yield the forms of a layout that can be written on this machine."""
    yield from ("txt", "md", "html", "xhtml", "docx")
    if shutil.which("chromium"):
        yield from layout.styles
        if shutil.which("pdftotext"):
            yield "layout"
    if shutil.which("soffice"):
        yield "office"


def write_report(layout: Layout, form: str, folder: Path) -> Path:
    """Write a report; `form` is one of `forms`."""
    suffixes = {"layout": "txt", **dict.fromkeys(_HTML_TABLES, "html")}
    suffix = suffixes.get(form, form if form in ("txt", "md", "html", "xhtml", "docx") else "pdf")
    path = folder / f"report.{suffix}"
    texts = {"txt": as_text, "md": as_markdown, "html": as_html, "xhtml": as_xhtml}
    writers = {"docx": write_word, "office": write_office_pdf, "layout": write_aligned_text}
    if form in texts:
        path.write_text(texts[form](layout), "utf-8")
    elif form in _HTML_TABLES:
        path.write_text(as_html(layout, form), "utf-8")
    elif form in writers:
        writers[form](layout, path)
    else:
        write_pdf(layout, form, path)
    return path
