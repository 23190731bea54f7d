"""The tables of a document: runs of rows with their captions, and lines that are rows printed without rules."""

from collections.abc import Iterator
from itertools import groupby

from disclosure_index.figures.table_rows import Row, Table, captions_of
from disclosure_index.figures.unruled_tables import unruled_tables
from disclosure_index.model import Document


def tables_in(document: Document) -> Iterator[Table]:
    """Yield the tables of a document, those of its printed index aside."""
    hidden = {number for first, last in document.indexes for number in range(first, last)}
    numbers = (n for n, passage in enumerate(document.passages) if passage.kind == "table-row" and n not in hidden)
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        rows = tuple(_row(number, document.passages[number].text) for _, number in run)
        yield Table(rows, captions_of(document, rows[0].passage))
    yield from unruled_tables(document, hidden)


def _row(number: int, text: str) -> Row:
    cells = tuple(text.split("\t"))
    starts, at = [], 0
    for cell in cells:
        starts.append(at)
        at += len(cell) + 1
    return Row(number, cells, tuple(starts))
