"""One table as a workbook of its own, to read and to send; it does not come back."""

from openpyxl import Workbook

from disclosure_index.messages import render
from disclosure_index.messages.states import financial_year
from disclosure_index.model import Report, language_of
from disclosure_index.outputs.xlsx import layout, sheets, writing
from disclosure_index.outputs.xlsx.properties import set_properties
from disclosure_index.outputs.xlsx.rows import Pen
from disclosure_index.outputs.xlsx.saving import to_bytes
from disclosure_index.outputs.xlsx.styles import Styles
from disclosure_index.tables.table import Table

COLOUR = "2F3E4E"
"""Of the sheet's tab."""


def single(table: Table, report: Report, language: str) -> bytes:
    """Write a workbook with one sheet.

    Args:
        table: its rows; the sheet bears its title.
        report: that it is of; named in the page header and the properties.
        language: of heads.

    """
    book = Workbook(write_only=True)
    said = render(table.title, language)
    set_properties(book, report, (), language)
    sheet = writing.add_sheet(book, layout.sheet_name(said, set()))
    texts = (report.issuer, said, f"{report.title} · {render(financial_year(report), language)}")
    layout.set_page(sheet, texts, language_of(language).font, COLOUR)
    pen = Pen(Styles(book, language, report.language), language, str, [])
    sheets.write(sheet, table, pen, name=layout.table_name(table.id, set()))
    return to_bytes(book)
