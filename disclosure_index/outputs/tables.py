"""Tables in the formats that people and programs read: markdown, csv, json, and text for a terminal."""

import io
import json
import re
from collections.abc import Iterable, Sequence
from itertools import repeat

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from disclosure_index.messages import in_languages, render
from disclosure_index.model import Finding
from disclosure_index.outputs.escape import for_csv, for_json, for_line, for_markdown_cell, for_terminal
from disclosure_index.outputs.json import finding_of
from disclosure_index.tables.columns import head, separator
from disclosure_index.tables.table import Cell, Table


def markdown(tables: Sequence[Table], *languages: str, caveats: Iterable[str] = ()) -> str:
    """Write pipe tables, one under the other, each under its title; a second language stands in a second line.

    Args:
        tables: what to write.
        languages: of heads and titles, one or two.
        caveats: lines that stand on top, see `caveats.caveat_lines`.
    """
    on_top = "".join(f"- {for_markdown_cell(line)}\n" for line in caveats)
    parts = [on_top] if on_top else []
    for table in tables:
        heads = [
            "<br>".join(map(for_markdown_cell, in_languages(head(column, table.framework), languages)))
            for column in table.columns
        ]
        lines = [f"## {for_markdown_cell(' / '.join(in_languages(table.title, languages)))}", ""]
        lines += [_pipe(heads), _pipe(["---"] * len(heads))]
        lines += [_pipe(map(_markdown_cell, row, table.columns, repeat(languages))) for row in table.rows]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _pipe(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _markdown_cell(cell: Cell, column: str, languages: Sequence[str]) -> str:
    return "<br>".join(
        separator(column, language).join(
            f"[{for_markdown_cell(text)}](<{href.replace('>', '%3E')}>)" if href else for_markdown_cell(text)
            for text, href in line
        )
        for line, language in zip(cell.lines, languages, strict=False)
    )


def comma_separated(tables: Sequence[Table]) -> str:
    """Write the rows of all tables under one header, whose names stay English: it is read by programs."""
    if not tables:
        return ""
    heads = [for_csv(column) for column in tables[0].columns]
    rows = [heads, *([for_csv(cell.text) for cell in row] for table in tables for row in table.rows)]
    return "".join(",".join(map(_field, row)) + "\n" for row in rows)


def _field(text: str) -> str:
    """Quote a field where it needs it; Python's csv forgets that a carriage return does, too."""
    quoted = text.replace('"', '""')
    return f'"{quoted}"' if any(sign in text for sign in ',"\r\n') else text


def as_json(tables: Sequence[Table], unchecked: Iterable[Finding] = ()) -> str:
    """Write the rows as objects by column; each table says what could not be checked, where there is anything."""
    caveat = [finding_of(finding, None) for finding in unchecked]
    more = {"could_not_check": caveat} if caveat else {}
    document = [{"id": table.id, **more, "rows": list(table.records())} for table in tables]
    return for_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def text(tables: Sequence[Table], language: str, width: int | None) -> str:
    """Draw tables for a terminal of `width` cells; Chinese characters take two."""
    out = io.StringIO()
    console = Console(file=out, width=width, no_color=True, legacy_windows=False)
    for table in tables:
        drawn = RichTable(box=SIMPLE_HEAD, pad_edge=False)
        for column in table.columns:
            name = Text(_breakable(for_line(render(head(column, table.framework), language))))
            drawn.add_column(name, overflow="fold", no_wrap=column in ("framework", "code"))
        for row in table.rows:
            texts = (c.joined(separator(column, language)) for c, column in zip(row, table.columns, strict=True))
            drawn.add_row(*(Text(_breakable(for_terminal(text))) for text in texts))
        console.print(drawn)
    lines = (line.rstrip() for line in out.getvalue().replace(_BREAK, "").splitlines())
    return for_terminal("\n".join(lines)) + "\n"  # a broken line begins with any word of a cell


_BREAK = "\x1f"
"""A space without width, where Rich may break a line; the texts of cells have none, since `for_terminal` escapes it."""
_OPENING, _CLOSING = r"（《〈「『【〔“‘(\[{", r"），。、；：！？》〉」』】〕”’…)\]},.;:!?%"
_WIDE = r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]"
_BREAKS = re.compile(
    rf"(?<=[^\s{_OPENING}])(?=(?![{_CLOSING}]){_WIDE})|(?<={_WIDE})(?<![{_OPENING}])(?=[^\s{_CLOSING}])"
)


def _breakable(text: str) -> str:
    """Let a line break beside Chinese characters, so that a figure or a code between them stays whole.

    Rich breaks at spaces alone, and what has none, as Chinese, wherever a line is full. No line begins with a closing
    mark or ends with an opening one, as typesetting has it.
    """
    return _BREAKS.sub(_BREAK, text)
