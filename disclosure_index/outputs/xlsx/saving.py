"""Saving without a clock: the same workbook is the same bytes."""

import io
import zipfile

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from disclosure_index.outputs.deterministic_zip import TimelessZip


def to_bytes(book: Workbook) -> bytes:
    """Write the workbook; its properties say when it was made."""
    data = io.BytesIO()
    ExcelWriter(book, TimelessZip(data, "w", zipfile.ZIP_DEFLATED)).save()
    return data.getvalue()
