"""What of a PDF is not read, page by page: pages that are pictures, damaged pages, text that nobody sees."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from disclosure_index.messages import message
from disclosure_index.model import Finding, Location
from disclosure_index.reading.pdf.text import PageText

MOST_PICTURES = 0.1
"""The share of pages that may be pictures: covers and dividers. Ten published reports of 29 to 282 pages have none."""
_SHOWN = 60  # characters of what was left out


def without_text(path: str, pages: Sequence[PageText]) -> Iterator[Finding]:
    """Report the pages without text: those that cannot be decoded, and pictures. Blank pages are not reported."""
    damaged = [number for number, page in enumerate(pages, 1) if page.damaged]
    pictures = [
        number for number, page in enumerate(pages, 1) if not (page.lines or page.blank or page.damaged or page.unseen)
    ]
    if damaged:
        problem = message(
            "Pages of the file that could not be decoded, and were not read: {pages}", pages=ranges(damaged)
        )
        hint = message("Export the report to PDF again")
        yield Finding("DI611", problem, Location(path, damaged[0]), hint, unchecked=True)
    if pictures:
        problem = message(
            "Pages of the file without text, which are pictures: {pages} ({count} of {all})",
            pages=ranges(pictures),
            count=len(pictures),
            all=len(pages),
        )
        many = len(pictures) > MOST_PICTURES * len(pages)
        hint = (
            message("Recognise the text of the scanned pages (OCR), and import the report again")
            if many
            else message("If the report says something on them, recognise their text (OCR), and import it again")
        )
        yield Finding("DI611" if many else "DI612", problem, Location(path, pictures[0]), hint, unchecked=many)


def unseen_text(path: str, pages: Sequence[PageText]) -> Iterator[Finding]:
    """Report the text that the rendered pages do not show, in one finding."""
    unseen = {number: page.unseen for number, page in enumerate(pages, 1) if page.unseen}
    if unseen:
        first, text = next(iter(unseen.items()))
        problem = message(
            'Text that cannot be seen on its page is left out (words: {words}, pages: {pages}), first "{text}"',
            words=sum(len(text.split()) for text in unseen.values()),
            pages=ranges(unseen),
            text=text[:_SHOWN],
        )
        hint = message("If it belongs to the report, make it visible, and export the report again")
        yield Finding("DI613", problem, Location(path, first), hint)


def ranges(numbers: Iterable[int]) -> str:
    """Write ascending numbers as ranges.

    >>> ranges([1, 2, 3, 7])
    '1-3, 7'
    """
    runs = [[n for _, n in run] for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
