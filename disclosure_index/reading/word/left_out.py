"""The parts of a Word file that are not read: notes, embedded files, descriptions of pictures. Reported with counts."""

import zipfile
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from disclosure_index.messages import message
from disclosure_index.model import Finding, Location
from disclosure_index.reading.office_packages import parse_part
from disclosure_index.reading.unreadable import not_read
from disclosure_index.reading.word.styles import local, value

if TYPE_CHECKING:
    from lxml import etree


def left_out(
    archive: zipfile.ZipFile, parts: Mapping[str, str], body: "etree._Element", path: str
) -> Iterator[Finding]:
    """Report the unread parts, in one finding."""
    footnotes, endnotes = (_notes(archive, parts, name) for name in ("footnote", "endnote"))
    inserted = sum(local(element) == "altChunk" for element in body.iter())
    described = sum(
        local(element) == "docPr" and bool((value(element, "descr") or value(element, "title")).strip())
        for element in body.iter()
    )
    counted = (
        (footnotes, message("footnotes ({count})", count=footnotes)),
        (endnotes, message("endnotes ({count})", count=endnotes)),
        (inserted, message("inserted files (altChunk, {count})", count=inserted)),
        (described, message("descriptions of pictures ({count})", count=described)),
    )
    if what := [text for count, text in counted if count]:
        yield not_read(what, Location(path, 1, 1))


def _notes(archive: zipfile.ZipFile, parts: Mapping[str, str], name: str) -> int:
    """Count the notes of a part, without separators."""
    part = parts.get(f"{name}s")
    if part is None or part not in archive.namelist():
        return 0
    notes = (element for element in parse_part(archive, part) if local(element) == name)
    return sum(
        value(note, "type") in ("", "normal") and any(local(t) == "t" and (t.text or "").strip() for t in note.iter())
        for note in notes
    )
