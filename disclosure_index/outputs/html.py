"""Tables as one HTML page that needs nothing else: no script, no network; light and dark; made to be printed."""

from collections.abc import Sequence

from disclosure_index.outputs.escape import for_html
from disclosure_index.tables.table import Cell, Table
from disclosure_index.words import word

LONGEST_CODE = 24
"""Characters of a text that is kept on one line."""

STYLE = """
:root { color-scheme: light dark; --ink: #1c2024; --paper: #fff; --line: #d5d9de; --soft: #f2f4f6; --link: #0b57a4; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e6e9; --paper: #16181b; --line: #3a3f45; --soft: #212529; --link: #8ab8f0; }
}
body { margin: 2rem auto; max-width: 90rem; padding: 0 1.5rem; color: var(--ink); background: var(--paper);
  font: 0.95rem/1.5 system-ui, "Noto Sans", sans-serif; }
:lang(zh-Hans) { font-family: system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
:lang(zh-Hant) { font-family: system-ui, "Noto Sans CJK TC", "Noto Sans CJK HK", "PingFang HK", "Microsoft JhengHei", sans-serif; }
h1 { font-size: 1.5rem; } h2 { margin-top: 2.5rem; font-size: 1.15rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.4rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { position: sticky; top: 0; background: var(--soft); min-width: 3em; }
td.barred { background: var(--line); }
td.open { font-style: italic; box-shadow: inset 3px 0 #b5420a; }
td { overflow-wrap: anywhere; }
td span { white-space: nowrap; }
td.title span, td.group span, td.omission span { white-space: normal; }
tr.chapter td { background: var(--soft); font-weight: 600; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
@page { size: A4 landscape; margin: 12mm; }
@media print { body { margin: 0; max-width: none; font-size: 9pt; } thead { display: table-header-group; }
  thead th { position: static; } tr { break-inside: avoid; } a { color: inherit; } }
"""  # noqa: E501  (a font list is not broken)


def page(tables: Sequence[Table], title: str, language: str) -> str:
    """Write the page, titled `title`."""
    body = "\n".join(_table(table, language) for table in tables)
    name = for_html(title)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8"/>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"/>\n<title>{name}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<h1>{name}</h1>\n{body}\n</body>\n</html>\n"
    )


def _table(table: Table, language: str) -> str:
    heads = "".join(f'<th scope="col">{for_html(word(column, language))}</th>' for column in table.columns)
    rows = "\n".join(_row(table.columns, row) for row in table.rows)
    title = for_html(word(table.title, language))
    return (
        f'<section id="{for_html(table.id)}">\n<h2>{title}</h2>\n<table>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</section>"
    )


def _row(columns: Sequence[str], row: Sequence[Cell]) -> str:
    """Write a row; a chapter that stands alone in its row spans it."""
    first, *others = row
    if columns[0] == "chapter" and first.parts and not any(cell.parts for cell in others):
        return f'<tr class="chapter"><td colspan="{len(columns)}">{_cell(first)}</td></tr>'
    named = zip(columns, row, strict=True)
    cells = (f'<td class="{for_html(f"{column} {cell.kind}".strip())}">{_cell(cell)}</td>' for column, cell in named)
    return f"<tr>{''.join(cells)}</tr>"


def _cell(cell: Cell) -> str:
    return "; ".join(_part(text, href) for text, href in cell.parts)


def _part(text: str, href: str) -> str:
    if href:
        return f'<a href="{for_html(href)}">{for_html(text)}</a>'
    # A code is not broken at its hyphen.
    return f"<span>{for_html(text)}</span>" if len(text) <= LONGEST_CODE else for_html(text)
