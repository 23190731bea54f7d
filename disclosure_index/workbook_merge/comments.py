"""The comments on the cells of a sheet and its text boxes, which openpyxl's row reader skips."""

import zipfile
from typing import Any

from disclosure_index.reading.office_packages import parse_part, related


def comments_of(sheet: Any, archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Return the comments of a sheet, each with its cell and text; for a thread, one for each reply.

    Raises:
        RefusedError: a part is damaged or breaks a limit.
    """
    parts = _parts(sheet, archive)
    threaded, notes = (_read(archive, parts.get(kind, "")) for kind in ("threadedComment", "comments"))
    answered = {cell for cell, _ in threaded}  # each of them also has a note with the same text
    return [*threaded, *((cell, text) for cell, text in notes if cell not in answered)]


def text_boxes_of(sheet: Any, archive: zipfile.ZipFile) -> list[str]:
    """Return the texts of the shapes over a sheet.

    Raises:
        RefusedError: a part is damaged or breaks a limit.
    """
    part = _parts(sheet, archive).get("drawing", "")
    if part not in archive.namelist():
        return []
    boxes = (element for element in parse_part(archive, part).iter() if _name(element) == "txBody")
    texts = ("".join(run.text or "" for run in box.iter() if _name(run) == "t").strip() for box in boxes)
    return [text for text in texts if text]


def _parts(sheet: Any, archive: zipfile.ZipFile) -> dict[str, str]:
    return related(archive, str(getattr(sheet, "_worksheet_path", "")).lstrip("/"))


def _read(archive: zipfile.ZipFile, part: str) -> list[tuple[str, str]]:
    if part not in archive.namelist():
        return []
    return [
        (str(element.get("ref")), _text(element))
        for element in parse_part(archive, part).iter()
        if _name(element) in ("comment", "threadedComment")
    ]


def _text(comment: Any) -> str:
    """Return the text of a comment, without the position of its box, which LibreOffice writes beside it."""
    return "".join(str(piece) for text in comment if _name(text) == "text" for piece in text.itertext()).strip()


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
