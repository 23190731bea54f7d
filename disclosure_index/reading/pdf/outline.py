"""The section titles of a PDF: its bookmarks, and the printed contents where they say more."""

from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

from disclosure_index.reading.contents_page import Entry, find_contents
from disclosure_index.reading.pdf.spreads import PrintedPage
from disclosure_index.reading.plain_title import plain

Outline = dict[int, list[Entry]]
"""Titles by the number of the page they stand on."""
_FRONT = 12  # pages that may hold the contents


def bookmarks(file: Any, pdfium: ModuleType) -> Outline:
    """Return the bookmarks by page; a damaged outline is none."""
    entries: Outline = {}
    try:
        for mark in file.get_toc(max_depth=8):
            target = mark.get_dest()
            page = target.get_index() if target else None
            title = " ".join(mark.get_title().replace("\xad", "").split())
            if page is not None and title:
                entries.setdefault(page, []).append(Entry(title, mark.level + 1, page + 1))
    except (pdfium.PdfiumError, ValueError, RecursionError):
        return {}
    return entries


def with_contents(pages: Sequence[PrintedPage], outline: Mapping[int, Sequence[Entry]]) -> Outline:
    """Return the titles by printed page: the bookmarks, by page of the file, and what the printed contents add."""
    lines = [line for page in pages[:_FRONT] for line in page.text.lines]
    contents, _ = find_contents(lines)
    number_of = {
        label: number for number, page in reversed(list(enumerate(pages))) for label in (page.also, page.label)
    }
    first = {page.sheet: number for number, page in reversed(list(enumerate(pages)))}
    merged = {first[sheet]: list(entries) for sheet, entries in outline.items() if sheet in first}
    marked = {plain(entry.title) for entries in outline.values() for entry in entries}
    deepest = max((e.level for entries in outline.values() for e in entries), default=0)
    for entry in contents:
        number = number_of.get(str(entry.page)) if entry.page else None
        if number is not None and plain(entry.title) not in marked:
            level = deepest + 1 if outline else entry.level
            merged.setdefault(number, []).append(Entry(entry.title, level, entry.page))
    return merged
