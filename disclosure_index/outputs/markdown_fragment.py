"""Tables as they stand in a Markdown report: pipe tables, with links inside it."""

from collections.abc import Iterator, Sequence
from itertools import repeat

from disclosure_index.messages import in_languages
from disclosure_index.outputs.escape import for_markdown_cell
from disclosure_index.tables.columns import head, separator
from disclosure_index.tables.filing_cells import with_dashes, without_repeats
from disclosure_index.tables.table import Cell, Table

_LINE = "<br>"


def markdown_fragment(tables: Sequence[Table], languages: Sequence[str]) -> list[str]:
    """Write tables as lines of Markdown; every link is one to an anchor of the document that they will stand in.

    Args:
        tables: in the order in which they will stand.
        languages: of heads and titles; two stand one under the other.

    """
    return [line for table in tables for line in ("", *_table(table, languages))] + [""]


def _table(table: Table, languages: Sequence[str]) -> Iterator[str]:
    yield f"**{for_markdown_cell(' / '.join(in_languages(table.title, languages)))}**"
    yield ""
    heads = (in_languages(head(column, table.framework), languages) for column in table.columns)
    yield _row(_LINE.join(map(for_markdown_cell, texts)) for texts in heads)
    yield _row("---" for _ in table.columns)
    for row in with_dashes(without_repeats(table)).rows:
        yield _row(map(_cell, row, table.columns, repeat(languages)))


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell, column: str, languages: Sequence[str]) -> str:
    lines = zip(cell.lines, languages, strict=False)
    return _LINE.join(separator(column, language).join(_part(*part) for part in line) for line, language in lines)


def _part(text: str, href: str) -> str:
    anchor = href.rpartition("#")[2]
    return f"[{for_markdown_cell(text)}](#{anchor})" if anchor else for_markdown_cell(text)
