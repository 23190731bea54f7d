"""One table as a workbook of its own, to read and to send; it does not come back."""

from openpyxl import Workbook

from disclosure_index.messages import label, message, render
from disclosure_index.messages.states import financial_year
from disclosure_index.model import Report, language_of
from disclosure_index.outputs.xlsx import layout, sheets, writing
from disclosure_index.outputs.xlsx.properties import set_properties
from disclosure_index.outputs.xlsx.rows import Pen
from disclosure_index.outputs.xlsx.saving import to_bytes
from disclosure_index.outputs.xlsx.styles import Styles
from disclosure_index.tables.table import Table

NOT_FOR_FILLING_IN = message(
    "This workbook is to be read: what is typed in it does not come back. To fill one in, make it with "
    "disclosure-index export, and take it back with disclosure-index merge"
)

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
    note = writing.add_sheet(book, layout.sheet_name(render(label("sheet", "Note"), language), {sheet.title}))
    note.column_dimensions["A"].width = 100
    note.append([render(NOT_FOR_FILLING_IN, language)])
    return to_bytes(book)
