"""The pages of plain text, separated by form feeds as in ``pdftotext``; lines at their edges have the numbers."""

from collections.abc import Mapping, Sequence, Set

from disclosure_index.reading.page_layout.page_numbers import printed_numbers

_FEED = "\f"


def printed_pages(lines: Sequence[str]) -> tuple[Mapping[int, str], Set[int]]:
    """Return the label of each page by the number of its first line, and the lines that are only a label.

    Text without form feeds has no pages.
    """
    starts = [0, *(number for number, line in enumerate(lines) if number and _FEED in line)]
    if len(starts) == 1:
        return {}, set()
    ranges = [range(a, b) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
    kept = [[n for n in part if lines[n].strip()] for part in ranges]
    if not kept[-1]:  # the last page ends with a form feed, too
        del kept[-1], starts[-1]
    texts = [[lines[n].strip() for n in page] for page in kept]
    numbering = printed_numbers(texts, [""] * len(texts), [False] * len(texts))
    labels = [label[0] for label in numbering.labels]
    numbers = {
        n
        for page, label in zip(kept, labels, strict=True)
        for n in (*page[:1], *page[-1:])
        if label and lines[n].strip(" \t\f-\u2013|") == label
    }
    return {start: label for start, label in zip(starts, labels, strict=True) if label}, numbers
