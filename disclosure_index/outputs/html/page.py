"""The page: its head with a policy that allows nothing from elsewhere, the bar, and a section per table."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from disclosure_index.messages import COLON, in_languages, label, message, render
from disclosure_index.outputs.escape import for_html
from disclosure_index.outputs.html.filters import Filter, as_data, filters_of
from disclosure_index.tables.columns import head, separator
from disclosure_index.tables.table import Cell, Table

LONGEST_CODE = 24
"""Characters of a text that is kept on one line."""

LONG_TEXTS = ("title", "group", "omission", "explanation", "omission-explanation")
"""The columns in which also a short text may be broken."""

STYLE = Path(__file__).with_name("style.css").read_text("utf-8")
SCRIPT = Path(__file__).with_name("script.js").read_text("utf-8")


def page(tables: Sequence[Table], title: str, *languages: str, caveats: Iterable[str] = ()) -> str:
    """Write the page.

    Args:
        tables: a section each.
        title: of the page.
        languages: one, or two: what differs stands one under the other.
        caveats: lines that stand on top, see `caveats.caveat_lines`.
    """
    filters = filters_of(tables, languages[0])
    body = "\n".join((_bar(filters, languages[0]), *(_section(table, filters, languages) for table in tables)))
    name = for_html(title)
    said = "\n".join(f"<p>{for_html(line)}</p>" for line in caveats)
    caveat = f'<div class="caveat" role="note">\n{said}\n</div>\n' if said else ""
    contents = f"{_contents(tables, languages)}\n" if len(tables) > 1 else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{languages[0]}">\n<head>\n<meta charset="utf-8"/>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}"/>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"/>\n<title>{name}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<h1>{name}</h1>\n{caveat}{contents}{body}\n"
        f"<script>{SCRIPT}</script>\n</body>\n</html>\n"
    )


def _policy() -> str:
    """Allow the style and the script above, by their hashes, and nothing else."""
    style, script = (b64encode(sha256(text.encode()).digest()).decode() for text in (STYLE, SCRIPT))
    return (
        f"default-src &#x27;none&#x27;; style-src &#x27;sha256-{style}&#x27;; script-src &#x27;sha256-{script}&#x27;; "
        "base-uri &#x27;none&#x27;; form-action &#x27;none&#x27;"
    )


def _contents(tables: Sequence[Table], languages: Sequence[str]) -> str:
    links = (f'<li><a href="#{for_html(t.id)}">{for_html(_title(t, languages))}</a></li>' for t in tables)
    return "<nav><ul>\n" + "\n".join(links) + "\n</ul></nav>"


def _bar(filters: Sequence[Filter], language: str) -> str:
    """Write search and filters; without script they are not shown."""
    search, colon = render(label("page", "Search"), language), render(COLON, language)
    every, clear = render(label("page", "All"), language), render(label("page", "Show all"), language)
    shown = render(message("{shown} of {all} rows", shown="{shown}", all="{all}"), language)  # the script counts
    fields = [f'<label>{search}<input type="search" name="q" autocomplete="off"/></label>']
    for f in filters:
        name = render(head(f.name), language)
        options = f'<option value="">{every}</option>'
        options += "".join(f'<option value="{for_html(v)}">{for_html(v)}</option>' for v in f.values)
        fields.append(f'<label>{name}<select name="{f.name}" data-label="{name}{colon}">{options}</select></label>')
    fields += [
        f'<button type="button">{clear}</button>',
        f'<output aria-live="polite" data-said="{shown}"></output>',
    ]
    return '<div class="bar" role="search" hidden="">\n' + "\n".join(fields) + "\n</div>"


def _title(table: Table, languages: Sequence[str]) -> str:
    return " / ".join(in_languages(table.title, languages))


def _section(table: Table, filters: Sequence[Filter], languages: Sequence[str]) -> str:
    named = "".join(f'<th scope="col">{_head(column, languages, table.framework)}</th>' for column in table.columns)
    rows = "\n".join(_row(table, row, filters, languages) for row in table.rows)
    return (
        f'<section id="{for_html(table.id)}">\n<h2>{for_html(_title(table, languages))}</h2>\n<table>\n'
        f"<thead><tr>{named}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</section>"
    )


def _head(column: str, languages: Sequence[str], framework: str) -> str:
    first, *others = map(for_html, in_languages(head(column, framework), languages))
    return first + "".join(f'<div lang="{languages[1]}">{other}</div>' for other in others)


def _row(table: Table, row: Sequence[Cell], filters: Sequence[Filter], languages: Sequence[str]) -> str:
    """Write a row; a chapter that stands alone in its row spans it."""
    first, *others = row
    if table.columns[0] == "chapter" and first.parts and not any(cell.parts for cell in others):
        return f'<tr class="chapter"><td colspan="{len(row)}">{_cell(first, "", languages)}</td></tr>'
    named = zip(table.columns, row, strict=True)
    cells = (
        f'<td class="{for_html(f"{column} {cell.kind}".strip())}">{_cell(cell, column, languages)}</td>'
        for column, cell in named
    )
    return f"<tr{as_data(table, row, filters)}>{''.join(cells)}</tr>"


def _cell(cell: Cell, column: str, languages: Sequence[str]) -> str:
    if cell.under:
        lines = zip(languages, cell.lines, strict=False)
        return "".join(f'<div lang="{language}">{_parts(line, column, language)}</div>' for language, line in lines)
    text = _parts(cell.parts, column, languages[0])
    return f"<div>{text}</div>" if cell.kind == "same" else text


def _parts(parts: Sequence[tuple[str, str]], column: str, language: str) -> str:
    return separator(column, language).join(_part(text, href, column) for text, href in parts)


def _part(text: str, href: str, column: str) -> str:
    # A code is not broken at its hyphen.
    kept = ' class="short"' if len(text) <= LONGEST_CODE and column not in LONG_TEXTS else ""
    if href:
        return f'<a{kept} href="{for_html(href)}">{for_html(text)}</a>'
    return f"<span{kept}>{for_html(text)}</span>" if kept else for_html(text)
