"""Excel workbooks as rows of texts, through openpyxl's reader that holds one row at a time."""

import io
import lzma
import re
import struct
import warnings
import zipfile
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from itertools import count
from typing import Any

from disclosure_index.messages import foreign, message
from disclosure_index.reading.office_packages import open_package, read_part
from disclosure_index.reading.unreadable import RefusedError

MAX_ROWS = 100_000
MAX_ALL_ROWS = 10 * MAX_ROWS  # of all sheets: empty ones take a second
MAX_COLUMNS = 100
MAX_MERGED = 1_000_000  # cells
SHOWN = 200  # characters of an openpyxl error: some quote a whole part

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_READ = ("xl/", "_rels/", "docProps/", "[Content_Types]")

_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
"""The namespace of a workbook that Excel saves as "Strict Open XML"; openpyxl finds no sheet in it."""

_FORMULA = re.compile(
    rb"<(?:\w+:)?c\b[^<>]*>\s*<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>\s*|<(?:\w+:)?v>\s*</(?:\w+:)?v>\s*)?</(?:\w+:)?c>"
)
"""A cell with a formula but without a saved value."""

Row = tuple[int, list[str]]


@dataclass(slots=True)
class Workbook:
    """The visible sheets, each with its title and its non-empty rows by number.

    `hidden` are the titles of hidden sheets with content; `formulas` counts the cells without a saved value.
    """

    sheets: list[tuple[str, list[Row]]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    formulas: int = 0


def read_workbook(data: bytes) -> Workbook:
    """Read the visible sheets of a workbook.

    Formulas are not evaluated: a cell has the value that Excel saved with it, or none. A merged
    cell is repeated in every cell that it covers.
    """
    with opened(data) as (book, archive):
        return _workbook(book, archive)


@contextmanager
def opened(data: bytes, *, formulas: bool = False) -> Iterator[tuple[Any, zipfile.ZipFile]]:
    """Open a workbook under limits, with openpyxl's reader that holds one row at a time, and its archive.

    Args:
        data: the bytes of the file.
        formulas: return formulas themselves, instead of the values that Excel saved with them.

    Raises:
        RefusedError: the file is not a workbook or exceeds a limit; also raised while rows are read.
    """
    from openpyxl import load_workbook  # slow to import

    with open_package(data) as archive, warnings.catch_warnings():
        for name in archive.namelist():
            if name.startswith(_READ) and name.endswith((".xml", ".rels")):
                content = read_part(archive, name)  # refuses a part that is too large or has a DTD
                if name == "xl/workbook.xml" and _STRICT in content:
                    why, hint = message("it is saved as Strict Open XML"), message("Save it as Excel Workbook (.xlsx)")
                    raise RefusedError(why, hint)
        warnings.simplefilter("ignore")  # on styles unknown to openpyxl
        with damaging():
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=not formulas, keep_links=False)
        try:
            yield book, archive
        finally:
            book.close()


@contextmanager
def damaging() -> Iterator[None]:
    """Turn openpyxl's exceptions on a damaged file into RefusedError. None of our own code runs inside.

    Raises:
        RefusedError: openpyxl raised one of them.
    """
    try:
        yield
    except _damage() as error:
        text = " ".join(str(error).split())
        description = f"{type(error).__name__}{': ' if text else ''}{text[:SHOWN]}"
        reason = foreign(description, message("its content is damaged"))
        raise RefusedError(
            message("it is not an Excel workbook: {reason}", reason=reason),
            message("Save it again from Excel, as .xlsx"),
        ) from error


@cache
def _damage() -> tuple[type[Exception], ...]:
    """Return the exceptions of openpyxl on a damaged file."""
    from openpyxl.utils.exceptions import CellCoordinatesException, IllegalCharacterError, InvalidFileException

    return (
        CellCoordinatesException,
        IllegalCharacterError,
        InvalidFileException,
        # openpyxl uses the values of a file unchecked, so a wrong value fails wherever it is used.
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        RuntimeError,  # with NotImplementedError and RecursionError
        TypeError,
        ValueError,
        # the parser, whose errors are SyntaxErrors, and the archive
        SyntaxError,
        EOFError,
        OSError,
        lzma.LZMAError,
        struct.error,
        zipfile.BadZipFile,
        zlib.error,
    )


def cells_of(sheet: Any) -> Iterator[tuple[int, Sequence[Any]]]:
    """Yield the cells of each row with its number.

    Raises:
        RefusedError: there are too many rows.
    """
    sheet.reset_dimensions()  # some programs write wrong ones
    above: object = None
    rows = iter(sheet.iter_rows(max_col=MAX_COLUMNS))
    for number in count(1):
        with damaging():
            row = next(rows, None)
        if row is None:
            return
        if number > MAX_ROWS:
            raise RefusedError(
                message('sheet "{sheet}" has more than {most} rows', sheet=sheet.title, most=MAX_ROWS),
                message("Delete the empty rows at the end, or move the data to its own workbook"),
                number,
                1,
            )
        if row is not above:  # openpyxl fills a gap in the row numbers with one identical empty row
            yield number, row
        above = row


def merged(sheet: Any, archive: zipfile.ZipFile) -> Iterator[tuple[int, int, int, int]]:
    """Yield the merged cells of a sheet: first and last column, from 0, first and last row, from 1.

    Raises:
        RefusedError: they cover too many cells.
    """
    covered = 0
    for left, top, right, bottom in _MERGED.findall(_part(sheet, archive)):
        first, last, until = _column(left), min(_column(right), MAX_COLUMNS - 1), min(int(bottom), MAX_ROWS)
        covered += max(last - first + 1, 0) * max(until - int(top) + 1, 0)
        if covered > MAX_MERGED:
            raise RefusedError(message("merged cells cover too many cells"), message("Merge fewer cells"))
        yield first, last, int(top), until


def _workbook(book: Any, archive: zipfile.ZipFile) -> Workbook:
    read = Workbook()
    before = number = 0  # rows of the sheets before, with gaps: each row is visited
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            rows: list[Row] = []
            before += number
            if before > MAX_ALL_ROWS:
                problem = message("its sheets have more than {most} rows", most=MAX_ALL_ROWS)
                raise RefusedError(problem, message("Keep only the mapping"))
            for number, cells in cells_of(sheet):
                values = [cell.value for cell in cells]
                if any(value is not None for value in values):
                    rows.append((number, [as_text(value) for value in values]))
            _repeat_merged(dict(rows), merged(sheet, archive))
            read.sheets.append((sheet.title, rows))
            read.formulas += len(_FORMULA.findall(_part(sheet, archive)))
        elif b"<v>" in (content := _part(sheet, archive)) or b"<is>" in content:
            read.hidden.append(sheet.title)
    return read


def _part(sheet: Any, archive: zipfile.ZipFile) -> bytes:
    """Return the bytes of a sheet."""
    name = str(getattr(sheet, "_worksheet_path", ""))
    return read_part(archive, name) if name in archive.namelist() else b""


def _repeat_merged(rows: dict[int, list[str]], places: Iterator[tuple[int, int, int, int]]) -> None:
    """Write the text of each merged cell into all its positions, which openpyxl's row reader leaves empty."""
    numbers = sorted(rows)
    for first, last, top, bottom in places:
        text = rows[top][first] if top in rows and first < len(rows[top]) else ""
        for number in numbers[bisect_left(numbers, top) : bisect_right(numbers, bottom)] if text else ():
            row = rows[number]
            row[first : last + 1] = [text] * len(row[first : last + 1])


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def as_text(value: object) -> str:
    """Return a cell's value as text, without a needless fraction."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return " ".join(str(value).split())
