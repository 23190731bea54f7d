"""A table that belongs to no report as a workbook: the answer to a question about many."""

from datetime import datetime

from openpyxl import Workbook

from disclosure_index.messages import render
from disclosure_index.outputs.xlsx import layout, sheets
from disclosure_index.outputs.xlsx.rows import Pen
from disclosure_index.outputs.xlsx.saving import to_bytes
from disclosure_index.outputs.xlsx.styles import Styles
from disclosure_index.tables.table import Table

NO_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - Office knows no time zones
"""Stands where a workbook says when it was made: the same table is the same bytes."""


def unbound(table: Table, language: str) -> bytes:
    """Write a workbook with one sheet, which bears the title of the table."""
    book = Workbook(write_only=True)
    said = render(table.title, language)
    properties = book.properties
    properties.title, properties.creator = said, "Disclosure Index"
    properties.created = properties.modified = NO_DAY
    sheet = book.create_sheet(layout.sheet_name(said, set()))
    pen = Pen(Styles(book, language, language), language, str, [])
    sheets.write(sheet, table, pen, name=layout.table_name(table.id, set()))
    return to_bytes(book)
