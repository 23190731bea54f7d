"""The day on which a file was made, by its own properties: a report is never about a later year."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

_PDF = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_ISO = re.compile(rb"<dcterms:(?:created|modified)[^>]*>(\d{4})-(\d\d)-(\d\d)")
_CORE = "docProps/core.xml"
_MOST = 100_000  # bytes of the properties of an office file
_FIRST_YEAR = 1994
"""Earlier days are those of a clock that was not set: PDF is from this year."""


def file_date(path: Path) -> date | None:
    """Return the latest day of creation or change in the properties of a PDF or Office file; None for others."""
    readers = {".pdf": _in_pdf, ".docx": _in_office_file}
    reader = readers.get(path.suffix.lower())
    days = [day for day in (reader(path) if reader else ()) if day.year >= _FIRST_YEAR]
    return max(days, default=None)


def _in_pdf(path: Path) -> Iterator[date]:
    pdfium = import_module("pypdfium2")  # of an extra
    try:
        file = pdfium.PdfDocument(path)
    except (OSError, pdfium.PdfiumError):
        return
    try:
        properties = file.get_metadata_dict()
    finally:
        file.close()
    for key in ("CreationDate", "ModDate"):
        if match := _PDF.match(properties.get(key) or ""):
            yield from _day(*match.groups())


def _in_office_file(path: Path) -> Iterator[date]:
    try:
        with zipfile.ZipFile(path) as file, file.open(_CORE) as core:
            data = core.read(_MOST)
    except (OSError, KeyError, zipfile.BadZipFile):
        return
    for match in _ISO.finditer(data):
        yield from _day(*(part.decode("ascii") for part in match.groups()))


def _day(year: str, month: str, day: str) -> Iterator[date]:
    try:
        yield date(int(year), int(month), int(day))
    except ValueError:
        return
