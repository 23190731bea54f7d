"""Tables as they stand in a report: marked as its printed index, without styles of their own, with links inside it."""

from collections.abc import Iterator, Sequence
from itertools import repeat

from disclosure_index.messages import in_languages
from disclosure_index.outputs.escape import for_html
from disclosure_index.tables.columns import head, separator
from disclosure_index.tables.filing_cells import SAME, with_dashes, without_repeats
from disclosure_index.tables.table import Cell, Table


def fragment(tables: Sequence[Table], languages: Sequence[str], prefix: str = "") -> list[str]:
    """Write tables as lines of XHTML; every link is one to an anchor of the document that they will stand in.

    Args:
        tables: in the order in which they will stand.
        languages: of heads and titles; two stand one under the other.
        prefix: of the document's elements, with its colon; "" for most.
    """
    lines: list[str] = []
    for table in tables:
        lines += (f"{'  ' * depth}{text}" for depth, text in _table(table, languages, prefix))
    return lines


def _table(table: Table, languages: Sequence[str], p: str) -> Iterator[tuple[int, str]]:
    heads = "".join(_head(column, languages, table.framework, p) for column in table.columns)
    yield 0, f'<{p}table role="doc-index">'
    yield 1, f"<{p}caption>{for_html(' / '.join(in_languages(table.title, languages)))}</{p}caption>"
    yield 1, f"<{p}thead><{p}tr>{heads}</{p}tr></{p}thead>"
    yield 1, f"<{p}tbody>"
    for row in with_dashes(without_repeats(table)).rows:
        yield 2, f"<{p}tr>{''.join(map(_cell, row, table.columns, repeat(languages), repeat(p)))}</{p}tr>"
    yield 1, f"</{p}tbody>"
    yield 0, f"</{p}table>"


def _head(column: str, languages: Sequence[str], framework: str, p: str) -> str:
    lines = map(for_html, in_languages(head(column, framework), languages))
    return f'<{p}th scope="col">{f"<{p}br/>".join(lines)}</{p}th>'


def _cell(cell: Cell, column: str, languages: Sequence[str], p: str) -> str:
    marks = f' class="{for_html(cell.kind)}"' if cell.kind and cell.kind != SAME else ""
    lines = (_line(line, separator(column, language), p) for line, language in zip(cell.lines, languages, strict=False))
    return f"<{p}td{marks}>{f'<{p}br/>'.join(lines)}</{p}td>"


def _line(parts: Sequence[tuple[str, str]], between: str, p: str) -> str:
    return between.join(_part(text, href, p) for text, href in parts)


def _part(text: str, href: str, p: str) -> str:
    anchor = href.rpartition("#")[2]
    return f'<{p}a href="#{for_html(anchor)}">{for_html(text)}</{p}a>' if anchor else for_html(text)
