"""Search for the words of an index in the text of its report: as a line of their own, or on a page."""

import re
from collections.abc import Collection, Container
from functools import cached_property

from disclosure_index.model import Document
from disclosure_index.printed_index.placing.title_likeness import plain_title
from disclosure_index.reading.plain_title import plain

LONGEST_LINE = 120
"""Characters of a passage that may be a title without being a heading: the longest of 1,094 section titles has 117."""
_SHORTEST = 2  # characters, in the form for comparison
_OF_TEXT = 40  # characters: the text after a title is longer, and that after an entry of the contents is not


class TextLines:
    """The passages of a document outside its printed indexes."""

    def __init__(self, document: Document, printed: Container[int]) -> None:
        self.document = document
        self.printed = printed

    def below(self, title: str, pages: Collection[str] = ()) -> tuple[int, int] | None:
        """Return the passages from a title line to the end of its page in its section.

        Of several lines it is the one on `pages`, else the first with text below it: an entry of the contents has none.
        """
        found = [self._to_end_of_page(n) for n in self._lines.get(plain_title(title), ())]
        passages = self.document.passages
        on = [run for run in found if passages[run[0]].page in pages]
        texts = [
            run for run in on or found if any(len(passages[n].text) >= _OF_TEXT for n in range(run[0] + 1, run[1]))
        ]
        return next(iter(texts), None)

    def says(self, words: str, pages: Collection[str] = ()) -> bool:
        """Whether words are a line of the document, or occur on one of some pages."""
        wanted = plain(words)
        if len(wanted) < _SHORTEST:
            return True
        return plain_title(words) in self._lines or any(wanted in self._texts.get(page, "") for page in pages)

    def _to_end_of_page(self, first: int) -> tuple[int, int]:
        passages = self.document.passages
        start = passages[first]
        last = first + 1
        while (
            last < len(passages)
            and (passages[last].page, passages[last].section) == (start.page, start.section)
            and last not in self.printed
        ):
            last += 1
        return first, last

    @cached_property
    def _lines(self) -> dict[str, list[int]]:
        """The passages that may be titles, by their plain text."""
        found: dict[str, list[int]] = {}
        for number, passage in enumerate(self.document.passages):
            if number not in self.printed and passage.kind != "table-row" and len(passage.text) <= LONGEST_LINE:
                found.setdefault(plain_title(passage.text), []).append(number)
        return found

    @cached_property
    def _texts(self) -> dict[str, str]:
        """The plain text of each page."""
        found: dict[str, list[str]] = {}
        for number, passage in enumerate(self.document.passages):
            if number not in self.printed:
                for page in dict.fromkeys(passage.pages):
                    found.setdefault(page, []).append(passage.text)
        return {page: re.sub(r"[\W_]", "", "".join(texts)).lower() for page, texts in found.items()}


def share_outside(document: Document) -> float:
    """Return the share of the characters of a document outside its printed indexes."""
    within = sum(len(p.text) for first, last in document.indexes for p in document.passages[first:last])
    whole = sum(len(p.text) for p in document.passages)
    return 1 - within / whole if whole else 0.0
