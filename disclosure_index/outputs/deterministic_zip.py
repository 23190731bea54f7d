"""An archive without a clock: the same files are the same bytes."""

import zipfile
from typing import Any

_DAY = (1980, 1, 1, 0, 0, 0)


class TimelessZip(zipfile.ZipFile):
    """A zip archive whose entries all carry the earliest date that the format has."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        """Write an entry; when and where it was made is left out."""
        super().writestr(_entry(zinfo_or_arcname), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """Write an entry from a file in memory: the sheets of `outputs.xlsx` are such files."""
        with self.open(_entry(arcname), "w") as target:
            target.write(filename.getbuffer())


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    entry.external_attr = 0
    return entry
