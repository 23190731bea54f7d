"""Saving without a clock: the same workbook is the same bytes."""

import io
import zipfile
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_DAY = (1980, 1, 1, 0, 0, 0)


class _Timeless(zipfile.ZipFile):
    """An archive whose entries all have the first day that a zip file knows."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        super().writestr(_entry(zinfo_or_arcname), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        with Path(filename).open("rb") as source, self.open(_entry(arcname), "w") as target:
            while block := source.read(1 << 16):
                target.write(block)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    entry.external_attr = 0
    return entry


def to_bytes(book: Workbook) -> bytes:
    """Write the workbook; its properties say when it was made."""
    data = io.BytesIO()
    ExcelWriter(book, _Timeless(data, "w", zipfile.ZIP_DEFLATED)).save()
    return data.getvalue()
