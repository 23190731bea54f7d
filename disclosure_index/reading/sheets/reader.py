"""Mapping sheets, Excel or CSV: ``disclosure | section or page | note`` with the columns in any order.

Each sheet is a table whose rows are passages, as in a printed index; rows above its heads are outside the table. The
line of a location is the row's number (Excel) or the line of the file (CSV), and its column is 1.
"""

import re
from collections.abc import Iterator, Sequence

from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Document, Finding, Location, Message
from disclosure_index.reading.decoding import decode
from disclosure_index.reading.markup import Markup
from disclosure_index.reading.sheets.delimited import read_rows
from disclosure_index.reading.sheets.mapping_heads import columns_of
from disclosure_index.reading.sheets.workbook import MAX_COLUMNS, MAX_ROWS, Row, Workbook, read_workbook
from disclosure_index.reading.unreadable import RefusedError, limit_bytes, not_read, unreadable

MAX_BYTES = 32 * 2**20
HEAD_ROWS = 30  # in which the heads are searched

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def read_csv(data: bytes, path: str, language: str) -> Document:
    """Read a CSV mapping sheet with any delimiter; `read_xhtml` describes arguments and errors.

    An encoding that is neither declared nor UTF-8 is guessed, with a finding.
    """
    try:
        limit_bytes(data, MAX_BYTES)
        decoded = decode(data, language)
        rows: list[Row] = []
        for line, row in read_rows(decoded.text):
            if len(rows) >= MAX_ROWS:
                raise RefusedError(
                    message("it has more than {most} rows", most=MAX_ROWS), message("Keep only the mapping"), line, 1
                )
            if any(row):
                rows.append((line, row[:MAX_COLUMNS]))
        markup = Markup(path, language)
        for finding in decoded.finding(path):
            markup.builder.report(finding)
        _add_table(markup, path, rows)
        return markup.finish()
    except RefusedError as error:
        return unreadable(path, language, error)


def read_sheet(data: bytes, path: str, language: str) -> Document:
    """Read an Excel workbook, with a section for each of several sheets; `read_xhtml` describes arguments and errors.

    Formulas are not evaluated (`read_workbook`).
    """
    try:
        limit_bytes(data, MAX_BYTES)
        book = read_workbook(data)
        sheets = book.sheets
        markup = Markup(path, language)
        for what in _not_read(book):
            markup.builder.report(not_read([what], Location(path, 1, 1)))
        for title, rows in sheets:
            if len(sheets) > 1:
                markup.heading(1, {}, 1, 1)
                markup.text(title)
                markup.end("h1")
            _add_table(markup, path, rows)
        return markup.finish(sheets[0][0] if sheets else "")
    except RefusedError as error:
        return unreadable(path, language, error)


def _not_read(book: Workbook) -> Iterator[Message]:
    if book.hidden:
        yield message("hidden sheets ({titles})", titles=joined(COMMA, book.hidden))
    if book.formulas:
        yield message("formulas without a saved value ({count})", count=book.formulas)


def _add_table(markup: Markup, path: str, rows: Sequence[Row]) -> None:
    """Add a table without its empty columns; the rows above its heads become paragraphs."""
    if not rows:
        return
    heads = next((n for n, (_, row) in enumerate(rows[:HEAD_ROWS]) if columns_of(row)), 0)
    for line, row in rows[:heads]:
        markup.start("p", {}, line, 1)
        markup.text(" ".join(dict.fromkeys(filter(None, row))))
        markup.end("p")
    used = sorted({n for _, row in rows[heads:] for n, cell in enumerate(row) if cell})
    code = columns_of(rows[heads][1]).get("disclosure", MAX_COLUMNS)
    markup.start("table", {}, rows[heads][0], 1)
    for line, row in rows[heads:]:
        markup.start("tr", {}, line, 1)
        for n in used:
            markup.start("td", {}, line, 1)
            markup.text(row[n] if n < len(row) else "")
            markup.end("td")
        markup.end("tr")
        if code < len(row) and _DATE.fullmatch(row[code]):
            problem = message("The cell holds a date, not a code: {date}", date=row[code])
            hint = message(
                "Format the column as text, and enter the codes again: Excel turns codes such as 2-1 into dates"
            )
            markup.builder.report(Finding("DI210", problem, Location(path, line, 1), hint))
    markup.end("table")
