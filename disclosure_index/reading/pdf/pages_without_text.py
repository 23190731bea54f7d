"""The unread parts of a PDF, page by page: pages that are pictures, damaged pages, hidden text."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from disclosure_index.messages import message
from disclosure_index.model import Finding, Location, Message
from disclosure_index.reading.pdf.text import PageText

MOST_PICTURES = 0.1
"""The share of pages that may be pictures: covers and dividers. Ten published reports of 29 to 282 pages have none."""
_SHOWN = 60  # characters of the quoted text


def without_text(path: str, pages: Sequence[PageText], *, recognised: bool = False) -> Iterator[Finding]:
    """Report the pages without text: damaged ones, pictures, and those whose fonts do not name their characters.

    Blank pages are not reported. `recognised`: whether the text of pictures was recognised, without result on these.
    """
    damaged = [number for number, page in enumerate(pages, 1) if page.damaged]
    unmapped = [number for number, page in enumerate(pages, 1) if page.unmapped]
    pictures = [number for number, page in enumerate(pages, 1) if page.is_picture and not page.unmapped]
    if damaged:
        problem = message(
            "Pages of the file that could not be decoded, and were not read: {pages}", pages=ranges(damaged)
        )
        hint = message("Export the report to PDF again")
        yield Finding("DI611", problem, Location(path, damaged[0]), hint, unchecked=True)
    if unmapped:
        problem = message(
            "Pages of the file whose fonts do not say which characters they show: {pages} ({count} of {all})",
            pages=ranges(unmapped),
            count=len(unmapped),
            all=len(pages),
        )
        yield Finding("DI611", problem, Location(path, unmapped[0]), _recognise(recognised), unchecked=True)
    if pictures:
        problem = message(
            "Pages of the file without text, which are pictures: {pages} ({count} of {all})",
            pages=ranges(pictures),
            count=len(pictures),
            all=len(pages),
        )
        many = len(pictures) > MOST_PICTURES * len(pages)
        rule = "DI611" if many else "DI612"
        yield Finding(rule, problem, Location(path, pictures[0]), _recognise(recognised), unchecked=many)


def _recognise(recognised: bool) -> Message:
    if recognised:
        return message("Look at these pages: no text was recognised on them")
    return message(
        "If the report says something on them, import it again with --ocr, which recognises text (needs: {command})",
        command='pip install "disclosure-index[ocr]"',
    )


def recognised_text(path: str, pages: Sequence[PageText]) -> Iterator[Finding]:
    """Report the pages whose text was recognised on a picture."""
    found = [number for number, page in enumerate(pages, 1) if page.words]
    if found:
        problem = message(
            "The text of pages of the file was recognised (OCR) and may have errors: {pages} ({count} of {all})",
            pages=ranges(found),
            count=len(found),
            all=len(pages),
        )
        hint = message("Compare the tags and the figures of these pages with the source")
        yield Finding("DI618", problem, Location(path, found[0]), hint)


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
    """Return ascending numbers as ranges.

    >>> ranges([1, 2, 3, 7])
    '1-3, 7'
    """
    runs = [[n for _, n in run] for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
