"""The section titles of a PDF: its bookmarks, completed by the printed contents and by headings of larger type."""

from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.reading.page_layout.contents_page import Entry
from disclosure_index.reading.page_layout.lines import lines_of
from disclosure_index.reading.pdf.headings import Heading, headings_by_size
from disclosure_index.reading.pdf.page import open_page, page_words
from disclosure_index.reading.pdf.printed_contents import may_be_contents, read_contents, without_numeral
from disclosure_index.reading.pdf.spreads import PrintedPage
from disclosure_index.reading.plain_title import plain

Outline = dict[int, list[Entry]]
"""Titles by page number."""
_FRONT = 15  # printed pages that may hold the contents
_MOST_LEVELS = 6


def bookmarks(file: Any, pdfium: ModuleType) -> Outline:
    """Return the bookmarks by page; none of a damaged outline."""
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


def printed_contents(
    file: Any, pages: Sequence[PrintedPage], pdfium: ModuleType, shapes: CodeShapes
) -> Iterator[tuple[int, Entry]]:
    """Yield the titles of the printed contents, each with the number of the contents page."""
    for number, printed in enumerate(pages[:_FRONT]):
        if not may_be_contents(printed.text.lines):
            continue
        with open_page(file, printed.sheet, pdfium) as opened:
            if opened is not None:
                words = page_words(*opened, printed.text.visible, printed.text.hidden).words
                yield from ((number, entry) for entry in read_contents(lines_of(words), shapes))


def titles_of(
    pages: Sequence[PrintedPage], marks: Mapping[int, Sequence[Entry]], contents: Sequence[tuple[int, Entry]]
) -> Mapping[int, list[Heading]]:
    """Return the titles by printed page: the bookmarks, by page of the file, with those of contents and font sizes."""
    called = {label: number for number, page in reversed(list(enumerate(pages))) for label in (page.also, page.label)}
    first = {page.sheet: number for number, page in reversed(list(enumerate(pages)))}
    found: dict[int, list[Heading]] = {
        first[sheet]: [Heading(e.title, e.level) for e in entries] for sheet, entries in marks.items() if sheet in first
    }
    marked = {key for entries in marks.values() for e in entries for key in _keys(e.title)}
    deepest = max((e.level for entries in marks.values() for e in entries), default=0)
    # A page of contents lists later pages; an earlier page number means something else.
    listed = [(called[str(e.page)], e) for at, e in contents if called.get(str(e.page), -1) > at]
    for number, entry in listed:
        if not _keys(entry.title) & marked:
            marked |= _keys(entry.title)
            level = min(deepest + 1 if marks else entry.level, _MOST_LEVELS)
            found.setdefault(number, []).append(Heading(entry.title, level))
    deepest = max((h.level for titles in found.values() for h in titles), default=0)
    on_contents = {at for at, _ in contents}
    sized = headings_by_size([tuple(zip(page.text.lines, page.text.sizes, strict=False)) for page in pages])
    for number, titles in sized.items():
        known = {key for h in found.get(number, ()) for key in _keys(h.title)}
        for heading in titles:
            if number not in on_contents and not _keys(heading.title) & known:
                level = min(deepest + heading.level, _MOST_LEVELS)
                found.setdefault(number, []).append(Heading(heading.title, level, sure=False))
    return found


def _keys(title: str) -> set[str]:
    """Return the forms of a title for comparison: with and without its section number."""
    return {key for key in (plain(title), plain(without_numeral(title))) if key}
