"""The comments on the cells of a sheet, which openpyxl's reader of rows passes over."""

import zipfile
from typing import Any

from disclosure_index.reading.office_packages import parse_part, related


def comments_of(sheet: Any, archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Return the comments of a sheet: the cell, and the text; of one with answers each of them.

    Raises:
        RefusedError: a part is damaged or breaks a limit.
    """
    parts = related(archive, str(getattr(sheet, "_worksheet_path", "")).lstrip("/"))
    threaded, notes = (_read(archive, parts.get(kind, "")) for kind in ("threadedComment", "comments"))
    answered = {cell for cell, _ in threaded}  # beside each of them stands a note with the same text
    return [*threaded, *((cell, text) for cell, text in notes if cell not in answered)]


def _read(archive: zipfile.ZipFile, part: str) -> list[tuple[str, str]]:
    if part not in archive.namelist():
        return []
    return [
        (str(element.get("ref")), "".join(str(piece) for piece in element.itertext()).strip())
        for element in parse_part(archive, part).iter()
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] in ("comment", "threadedComment")
    ]
