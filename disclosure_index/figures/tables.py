"""The tables of a document: runs of rows with their captions, and lines that are rows printed without rules."""

import re
from collections.abc import Iterator, Set

from disclosure_index.figures.table_rows import Row, Table, captions_of
from disclosure_index.figures.unruled_tables import unruled_tables
from disclosure_index.model import Document

_LINE_END = re.compile(r"(?<!\d)\n|\n(?!\d)")


def tables_in(document: Document) -> Iterator[Table]:
    """Yield the tables of a document, without those of its printed index."""
    hidden = {number for first, last in document.indexes for number in range(first, last)}
    for first, last in _runs(document, hidden):
        rows = tuple(Row(number, _cells(document.passages[number].text)) for number in range(first, last))
        yield Table(rows, captions_of(document, first))
    yield from unruled_tables(document, hidden)


def _cells(text: str) -> tuple[str, ...]:
    """Return the cells of a row, with the lines of each joined, except between numbers."""
    return tuple((_LINE_END.sub(" ", text) if "\n" in text else text).split("\t"))


def _runs(document: Document, hidden: Set[int]) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each run of rows."""
    first = -1
    for number, passage in enumerate(document.passages):
        is_row = passage.kind == "table-row" and number not in hidden
        if is_row and first < 0:
            first = number
        elif not is_row and first >= 0:
            yield first, number
            first = -1
    if first >= 0:
        yield first, len(document.passages)
