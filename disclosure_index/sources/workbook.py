"""Excel workbooks as rows of texts, through openpyxl's reader that holds one row at a time."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime

from disclosure_index.sources.packages import open_package, read_part
from disclosure_index.sources.unreadable import RefusedError

MAX_ROWS = 100_000
MAX_COLUMNS = 100
MAX_MERGED = 1_000_000  # cells

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_READ = ("xl/", "_rels/", "docProps/", "[Content_Types]")

Row = tuple[int, list[str]]


def read_workbook(data: bytes) -> list[tuple[str, list[Row]]]:
    """Give each visible sheet's title, and its rows that hold something, with their numbers.

    Formulas are not evaluated: a cell has the value that Excel saved with it, and none where it saved none. A merged
    cell is repeated in every cell that it covers.
    """
    with open_package(data) as archive:
        for name in archive.namelist():
            if name.startswith(_READ) and name.endswith((".xml", ".rels")):
                read_part(archive, name)  # refuses what is too large or has a DTD
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles that openpyxl does not know
            try:
                return list(_sheets(data, archive))
            except RefusedError:
                raise
            except Exception as error:  # openpyxl raises whatever it meets in a damaged file
                message = f"no Excel workbook: {error or type(error).__name__}"
                raise RefusedError(message, "save it anew from Excel, as .xlsx") from error


def _sheets(data: bytes, archive: zipfile.ZipFile) -> Iterator[tuple[str, list[Row]]]:
    from openpyxl import load_workbook  # slow to import

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            rows: list[Row] = []
            for number, values in enumerate(sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS), 1):
                if number > MAX_ROWS:
                    hint = "delete the empty rows at its end, or keep the mapping in a workbook of its own"
                    raise RefusedError(f'sheet "{sheet.title}" has more than {MAX_ROWS} rows', hint, number, 1)
                if any(value is not None for value in values):
                    rows.append((number, [_text(value) for value in values]))
            part = str(getattr(sheet, "_worksheet_path", ""))
            if part in archive.namelist():
                _repeat_merged(dict(rows), read_part(archive, part))
            yield sheet.title, rows
    book.close()


def _repeat_merged(rows: dict[int, list[str]], part: bytes) -> None:
    """Write the text of each merged cell into all that it covers; openpyxl's row reader leaves them empty."""
    merged = 0
    for left, top, right, bottom in _MERGED.findall(part):
        first, last = _column(left), min(_column(right), MAX_COLUMNS - 1)
        text = rows[int(top)][first] if int(top) in rows and first < len(rows[int(top)]) else ""
        for number in range(int(top), min(int(bottom), MAX_ROWS) + 1) if text else ():
            merged += last - first + 1
            if merged > MAX_MERGED:
                raise RefusedError("merged cells cover too much", "merge fewer cells")
            if row := rows.get(number):
                row[first : last + 1] = [text] * len(row[first : last + 1])


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _text(value: object) -> str:
    """Write a cell's value, numbers without a needless fraction."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return " ".join(str(value).split())
