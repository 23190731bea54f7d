"""The tables on the pages of a PDF: those of index pages, and small ones among text."""

from collections.abc import Sequence
from types import ModuleType
from typing import Any

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.model import Finding, Location
from disclosure_index.reading.page_boundary import internal_error
from disclosure_index.reading.page_layout.tables import Columns, Read, blocks_of, joined_pages
from disclosure_index.reading.page_layout.tables_in_text import may_have_table, read_among
from disclosure_index.reading.pdf.page import open_page, read_among_text, read_page
from disclosure_index.reading.pdf.spreads import PrintedPage


def read_tables(
    path: str, file: Any, wanted: Sequence[tuple[int, PrintedPage]], pdfium: ModuleType, shapes: CodeShapes
) -> tuple[dict[int, Read], dict[int, Finding]]:
    """Read the index pages, and return those read and the internal errors, by number.

    A page that is in neither is damaged.
    """
    tables: dict[int, Read] = {}
    errors: dict[int, Finding] = {}
    before: tuple[int, Columns | None] = (-1, None)
    for number, printed in wanted:
        above = before[1] if before[0] == number - 1 else None
        if printed.text.words:
            tables[number] = blocks_of(printed.text.words, before=above, shapes=shapes)
            before = (number, tables[number].columns)
            continue
        with open_page(file, printed.sheet, pdfium) as opened:
            if opened is None:
                continue
            try:
                read = read_page(*opened, printed.text.visible, printed.text.hidden, above, shapes)
            except Exception as error:  # noqa: BLE001 - the one boundary: see `page_boundary`
                errors[number] = internal_error(error, Location(path, printed.sheet + 1))
                continue
        tables[number], before = read, (number, read.columns)
        if number - 1 in tables:
            tables[number - 1], tables[number] = joined_pages(tables[number - 1], read, shapes)
    return tables, errors


def read_tables_among_text(
    path: str,
    file: Any,
    pages: Sequence[tuple[int, PrintedPage]],
    pdfium: ModuleType,
    shapes: CodeShapes,
    errors: dict[int, Finding],
) -> dict[int, Read]:
    """Read the pages of text that have tables of few codes, by number; adds to `errors` as `read_tables` does."""
    tables: dict[int, Read] = {}
    for number, printed in pages:
        text = printed.text
        if not may_have_table(text.lines, shapes):
            continue
        with open_page(file, printed.sheet, pdfium) as opened:
            try:
                if text.words:
                    read = read_among(text.lines, text.words, (), (), shapes)
                else:
                    read = opened and read_among_text(*opened, text.lines, text.visible, text.hidden, shapes)
            except Exception as error:  # noqa: BLE001 - the one boundary: see `page_boundary`
                errors[number] = internal_error(error, Location(path, printed.sheet + 1))
                continue
        if read:
            tables[number] = read
    return tables
