"""The pages of a PDF from pypdfium2 (extra ``pdf``): text with its places, and pictures."""

import base64
import io
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, NamedTuple

from disclosure_index.messages import message
from disclosure_index.model import Document
from disclosure_index.reading.pdf.frame import Frame
from disclosure_index.viewer.page_pictures import Box, Line, PagePictures, Placed, Sheet
from disclosure_index.viewer.page_pictures.blocks import blocks, whole_lines
from disclosure_index.viewer.page_pictures.placing import PageKey, PassagePlace, page_key, places

MOST_BYTES = 15 * 2**20
"""The most bytes of all pictures: in base64 they are 21 MB, which leaves 9 MB for the rest of a page sent by mail.

The rest of the page took 7.5 MB for a report of 282 pages.
"""


class Quality(NamedTuple):
    """The size of pictures, in pixels, and their quality, as in WebP."""

    width: int
    quality: int


LADDER = (Quality(1400, 70), Quality(1200, 60), Quality(1000, 50), Quality(850, 40), Quality(720, 30))
"""The first quality with which all pages fit is used. The last is the least in which 9-point type is legible."""
SAMPLE = 6
"""The number of pages from which the total size is estimated."""
MOST_LINES = 600
"""The most pieces of lines over a picture; a page of a dense table has 500."""
LARGEST = 14_400
"""The largest page in points, 5 metres: PDF readers show no larger one."""
TALLEST = 3.0
"""The largest height in widths: a higher page is narrowed."""


def page_pictures(
    data: bytes,
    name: str,
    document: Document,
    most: int = MOST_BYTES,
    page_read: Callable[[int, int], None] = lambda *_: None,
) -> PagePictures:
    """Return the pages of the file that a document was imported from.

    Args:
        data: the bytes of the file.
        name: the name of the file.
        document: the imported document.
        most: the most bytes of all pictures.
        page_read: called after each page with the number done and the total.

    Raises:
        ImportError: the extra is not installed.

    """
    import pypdfium2 as pdfium  # type: ignore[import-untyped]

    file = pdfium.PdfDocument(data)
    try:
        texts = [_text(file, number, pdfium) for number in range(len(file))]
        found = places([passage.text for passage in document.passages], [text.key for text in texts])
        placed = tuple(_placed(file, found))
        pictured, all_fit = _pictures(file, _tagged_pages(document, found), most, page_read)
    finally:
        file.close()
    sheets = tuple(
        Sheet(*text.size, pictured.get(number, ""), text.lines if number in pictured else ())
        for number, text in enumerate(texts)
    )
    notes = () if all_fit else (_some(name, len(pictured), len(sheets)),)
    return PagePictures(name, sheets, placed, notes)


def _some(name: str, shown: int, of: int) -> Any:
    return message(
        "Of {name}, {shown} of {all} pages are shown as pictures: those with tags; with all of them, the file would "
        "be too large to send.",
        name=name,
        shown=shown,
        all=of,
    )


class _PageText(NamedTuple):
    size: tuple[float, float]
    key: PageKey
    lines: tuple[Line, ...]


_UNREAD = _PageText((595.0, 842.0), PageKey("", ()), ())
"""A damaged page has the size of A4."""


def _text(file: Any, number: int, pdfium: Any) -> _PageText:
    try:
        page = file[number]
        text_page = page.get_textpage()
    except pdfium.PdfiumError:
        return _UNREAD
    frame = _frame(page)
    if not _is_paper(frame.size):
        return _UNREAD
    characters = [_character(text_page, n) for n in range(text_page.count_chars())]
    lines = []
    for rectangle in whole_lines([text_page.get_rect(n) for n in range(text_page.count_rects())])[:MOST_LINES]:
        text = " ".join(text_page.get_text_bounded(*rectangle).split())
        if text:
            lines.append(Line(Box(*frame.seen(rectangle)), text))
    text_page.close()
    page.close()
    return _PageText(frame.size, page_key(characters), tuple(lines))


def _is_paper(size: tuple[float, float]) -> bool:
    """Whether a page has the size of paper."""
    return all(0 < length <= LARGEST for length in size)


def _frame(page: Any) -> Frame:
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation())


def _character(text_page: Any, number: int) -> str:
    from pypdfium2 import raw

    code = raw.FPDFText_GetUnicode(text_page, number)
    return "" if 0xD800 <= code < 0xE000 else chr(code)


def _placed(file: Any, found: Sequence[PassagePlace]) -> Iterator[Placed]:
    """Yield the place of each passage, with its boxes; each page is opened once."""
    opened: tuple[int, Any, Frame] | None = None
    for one in found:
        if one.first < 0:
            yield Placed(one.page)
            continue
        if opened is None or opened[0] != one.page:
            page = file[one.page]
            opened = one.page, page.get_textpage(), _frame(page)
        _, text_page, frame = opened
        count = text_page.count_rects(one.first, one.last - one.first)
        yield Placed(one.page, blocks([Box(*frame.seen(text_page.get_rect(n))) for n in range(count)]))


def _tagged_pages(document: Document, found: Sequence[PassagePlace]) -> set[int]:
    """Return the pages with a tag or an omission."""
    spans = [*(tag.span for tag in document.tags), *(omission.span for omission in document.omissions)]
    return {found[span.first].page for span in spans if span.first < len(found)}


def _pictures(
    file: Any, told: Collection[int], most: int, page_read: Callable[[int, int], None]
) -> tuple[dict[int, str], bool]:
    """Return the pictures of all pages, and True; if they do not fit, those of the pages with tags or omissions."""
    pages = range(len(file))
    step = max(1, len(file) // SAMPLE)
    for quality in LADDER:
        sample = [len(_picture(file, number, quality)) for number in pages[::step]]
        if sum(sample) / len(sample) * len(file) <= most:
            made, fits = _made(file, pages, quality, most, page_read)
            if fits:
                return made, True
    return _made(file, sorted(told), LADDER[-1], most, page_read)[0], False


def _made(
    file: Any, numbers: Sequence[int], quality: Quality, most: int, page_read: Callable[[int, int], None]
) -> tuple[dict[int, str], bool]:
    made: dict[int, str] = {}
    for done, number in enumerate(numbers, 1):
        data = _picture(file, number, quality)
        most -= len(data)
        if most < 0:
            return made, False
        if data:
            made[number] = f"data:image/webp;base64,{base64.b64encode(data).decode()}"
        page_read(done, len(numbers))
    return made, True


def _picture(file: Any, number: int, quality: Quality) -> bytes:
    """Return a page as WebP; nothing for a damaged one."""
    import pypdfium2 as pdfium

    try:
        page = file[number]
        wide, high = page.get_size()
        if not _is_paper((wide, high)):
            return b""
        scale = quality.width / max(wide, high / TALLEST)
        picture = page.render(scale=scale).to_pil().convert("RGB")
        page.close()
    except pdfium.PdfiumError:
        return b""
    data = io.BytesIO()
    picture.save(data, "WEBP", quality=quality.quality, method=4)
    return data.getvalue()
