"""Delimited text: CSV, TSV, and the semicolons of other locales' spreadsheets."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from disclosure_index.messages import foreign, message
from disclosure_index.reading.unreadable import RefusedError

DELIMITERS = ",;\t|，"
_WRONG = message("a cell or a quotation mark is wrong")
SAMPLE = 50  # rows
LONGEST = 2**20  # characters of a cell


def read_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with the numbers of their first lines."""
    csv.field_size_limit(LONGEST)
    yield from _rows(text, sniff(text))


def sniff(text: str) -> str:
    r"""Return the delimiter that splits the most rows into the same number of cells.

    >>> sniff("disclosure;page\nGRI 305-1, 305-2;25\n")
    ';'
    """
    head = "".join(text.splitlines(keepends=True)[: 4 * SAMPLE])

    def fit(delimiter: str) -> tuple[int, int]:
        widths: Counter[int] = Counter()
        try:
            for _, (_, row) in zip(range(SAMPLE), _rows(head, delimiter), strict=False):
                widths[len(row)] += len(row) > 1
        except RefusedError:
            return 0, 0
        width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return rows, width

    return max(DELIMITERS, key=fit)


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for row in reader:
            yield line, [" ".join(cell.split()) for cell in row]
            line = reader.line_num + 1
    except csv.Error as error:
        raise RefusedError(
            message("it is not valid CSV: {error}", error=foreign(error, _WRONG)),
            message("Save it as CSV in UTF-8, with quoted cells"),
            line,
            1,
        ) from None
