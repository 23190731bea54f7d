"""What whoever reads a document wants of the reader, besides the document."""

from collections.abc import Callable
from dataclasses import dataclass


def _tell_nobody(done: int, pages: int) -> None:
    """Leave it unsaid how many pages are read."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a document is read.

    Args:
        recognise: whether the text of pages that are pictures is recognised (extra ``ocr``); it may have errors.
        page_read: called after each page with how many are read, and how many there are.

    """

    recognise: bool = False
    page_read: Callable[[int, int], None] = _tell_nobody


PLAIN = ReadOptions()
"""Nothing is recognised, and nobody is told of pages."""
