"""The page numbers that a document prints, and whether a number can be one of them."""

from disclosure_index.model.enumerations import whole_number
from disclosure_index.model.reports import Document

_UNMARKED = 10
"""One page in so many may follow behind the last that is marked: a back cover, pages that are pictures."""


def last_page(document: Document) -> int:
    """Return the last page that a document marks by a number; 0 where there is none."""
    return max((number for label, _ in document.pages if (number := whole_number(label))), default=0)


def is_behind(page: str, end: int) -> bool:
    """Whether a page lies beyond the last page, `end`, that a document marks."""
    number = whole_number(page)
    return number is not None and number > end + max(1, end // _UNMARKED)
