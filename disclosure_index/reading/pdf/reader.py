"""PDF reader: pypdfium2 extracts the text, and the words and rules of index pages (extra ``pdf``).

A location's line is the number of the page in the file, its column the number of the passage on that page: both can be
looked up in any viewer. Pages have their printed labels, which are read from the numbers at their edges, or else the
labels of the file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import ModuleType
from typing import Any

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.catalog.notation.shipped_shapes import shipped_shapes
from disclosure_index.messages import foreign, message
from disclosure_index.model import Document, Finding, Location
from disclosure_index.reading.page_layout.index_pages import index_pages
from disclosure_index.reading.page_layout.page_numbers import printed_numbers
from disclosure_index.reading.pdf.edge_strips import edge_strips
from disclosure_index.reading.pdf.outline import bookmarks, printed_contents, titles_of
from disclosure_index.reading.pdf.pages_without_text import recognised_text, unseen_text, without_text
from disclosure_index.reading.pdf.passages import build_document
from disclosure_index.reading.pdf.recognition import Recogniser
from disclosure_index.reading.pdf.spreads import printed_pages
from disclosure_index.reading.pdf.tables import read_tables, read_tables_among_text
from disclosure_index.reading.pdf.text import PageText, read_text
from disclosure_index.reading.registry import PLAIN, ReadOptions
from disclosure_index.reading.unreadable import RefusedError, limit_bytes, unreadable

MAX_BYTES = 256 * 1024 * 1024
MAX_PAGES = 3000
MAX_TEXT = 64 * 1024 * 1024  # characters
_SHOWN = 60  # characters of the quoted text


def read_pdf(
    data: bytes, path: str, language: str, shapes: CodeShapes | None = None, options: ReadOptions = PLAIN
) -> Document:
    """Read a PDF.

    An unreadable file gives a DI601 finding. Raises ImportError if the extra is not installed.
    """
    import pypdfium2 as pdfium  # type: ignore[import-untyped]

    try:
        limit_bytes(data, MAX_BYTES)
        return _read(data, path, language, shapes or shipped_shapes(), pdfium, options)
    except RefusedError as error:
        return unreadable(path, language, error)


def _read(
    data: bytes, path: str, language: str, shapes: CodeShapes, pdfium: ModuleType, options: ReadOptions
) -> Document:
    try:
        file = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        hint = message("Remove the password") if locked else message("Export the report to PDF again")
        instead = message("a password is needed") if locked else message("its content is damaged or not PDF")
        problem = message("it cannot be opened as PDF ({error})", error=foreign(error, instead))
        raise RefusedError(problem, hint) from error
    try:
        if len(file) > MAX_PAGES:
            raise RefusedError(
                message("it has more than {most} pages", most=MAX_PAGES), message("Split the report into documents")
            )
        texts = list(_texts(file, pdfium, options))
        lines = [text.lines for text in texts]
        called = [_label(file, number) for number in range(len(lines))]
        numbering = printed_numbers(
            lines, called, [text.wide for text in texts], lambda: edge_strips(file, texts, pdfium)
        )
        pages = list(printed_pages(file, texts, numbering, pdfium))
        outline = bookmarks(file, pdfium)
        title = str(file.get_metadata_dict().get("Title") or "")
        contents = list(printed_contents(file, pages, pdfium, shapes))
        wanted = index_pages([page.text.lines for page in pages], shapes)
        read, errors = read_tables(path, file, [(number, pages[number]) for number in wanted], pdfium, shapes)
        among = [(number, page) for number, page in enumerate(pages) if number not in wanted]
        read |= read_tables_among_text(path, file, among, pdfium, shapes, errors)
    finally:
        file.close()
    titles = titles_of(pages, outline, contents)
    tables = {number: page.blocks for number, page in read.items()}
    document = build_document(path, language, title, pages, titles, tables, shapes)
    outside = {n: text.outside for n, text in enumerate(texts)}
    unread = [errors.get(n) or _damaged(path, pages[n].sheet) for n in sorted({*wanted, *errors}) if n not in tables]
    found = (
        *_left_out(path, outside),
        *unseen_text(path, texts),
        *unread,
        *without_text(path, texts, recognised=options.recognise),
        *recognised_text(path, texts),
    )
    recognised = frozenset(number for number, text in enumerate(texts, 1) if text.words)
    return replace(document, findings=(*document.findings, *found), recognised=recognised)


def _left_out(path: str, outside: Mapping[int, str]) -> Iterator[Finding]:
    """Report the text outside the visible pages, in one finding: usually printers' marks on every page."""
    pages = {number: text for number, text in outside.items() if text}
    if pages:
        first, text = next(iter(pages.items()))
        words = sum(len(text.split()) for text in pages.values())
        problem = message(
            'Text outside the visible page is left out (words: {words}, pages: {pages}), first "{text}"',
            words=words,
            pages=len(pages),
            text=text[:_SHOWN],
        )
        hint = message("If it belongs to the report, enlarge the crop box of its pages and import the report again")
        yield Finding("DI608", problem, Location(path, first + 1), hint)


def _damaged(path: str, number: int) -> Finding:
    problem = message("The table on this page is damaged; the text was read without it")
    return Finding(
        "DI601", problem, Location(path, number + 1), message("Export the report to PDF again"), unchecked=True
    )


def _texts(file: Any, pdfium: ModuleType, options: ReadOptions) -> Iterator[PageText]:
    size = 0
    recogniser: Recogniser | None = None
    for number in range(len(file)):
        try:
            page = file[number]
            text = read_text(page, MAX_TEXT)
            if options.recognise and text.is_picture:
                recogniser = recogniser or Recogniser()
                text = recogniser.read(page, text)
            page.close()
        except pdfium.PdfiumError:
            text = PageText(damaged=True)
        size += sum(map(len, text.lines)) + len(text.outside) + len(text.unseen)
        if size > MAX_TEXT:
            raise RefusedError(
                message("it has more than {most} million characters", most=MAX_TEXT // 2**20),
                message("Split the report into documents"),
            )
        if options.page_read:
            options.page_read(number + 1, len(file))
        yield text


def _label(file: Any, number: int) -> str:
    return str(file.get_page_label(number) or "")
