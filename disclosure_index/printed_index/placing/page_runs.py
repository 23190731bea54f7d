"""The pages of a claim, and the passages of each page of a document."""

import re
from collections.abc import Callable, Container, Iterable, Sequence

from disclosure_index.model import Passage
from disclosure_index.printed_index.claims import IndexEntry

MOST_PAGES = 100  # of a longer range, only the first page is used


def labels_of(claim: IndexEntry) -> list[str]:
    """Return the labels of the pages of a claim."""
    return labels_in(claim.pages)


def labels_in(pages: Iterable[str]) -> list[str]:
    """Return the labels of printed pages.

    >>> labels_in(["41-43", "14+"])
    ['41', '42', '43', '14']
    """
    found: list[str] = []
    for page in pages:
        ends = re.fullmatch(r"(\d+)-(\d+)", page)
        if ends and 0 <= int(ends[2]) - int(ends[1]) < MOST_PAGES:
            found += (str(n) for n in range(int(ends[1]), int(ends[2]) + 1))
        else:
            found.append(re.sub(r"[-+].*$", "", page))
    return list(dict.fromkeys(found))


def page_runs(
    passages: Sequence[Passage],
    printed: Container[int],
    page_of: Callable[[Passage], str] = lambda passage: passage.page,
) -> dict[str, tuple[int, int]]:
    """Return for each page its longest run of passages within one section, without the printed index.

    Args:
        passages: of a document.
        printed: the numbers of those in its printed index.
        page_of: returns the page of a passage, or a key in its place.
    """
    runs: dict[str, tuple[int, int]] = {}
    weight: dict[str, int] = {}
    start = 0
    for number in range(1, len(passages) + 1):
        here = passages[start]
        if number < len(passages):
            there = passages[number]
            same = (page_of(there), there.section) == (page_of(here), here.section)
            if same and (number in printed) == (start in printed):
                continue
        size = sum(len(p.text) for p in passages[start:number] if p.kind != "heading")
        page = page_of(here)
        if page and start not in printed and size > weight.get(page, 0):
            runs[page], weight[page] = (start, number), size
        start = number
    for number, passage in enumerate(passages):  # a page without a beginning of its own: the passage that runs on to it
        for _, label in passage.breaks if number not in printed else ():
            runs.setdefault(label, (number, number + 1))
    return runs
