"""Rows of tables, and the passages above a table that may be its caption."""

import re
from itertools import accumulate
from typing import NamedTuple

from disclosure_index.model import Document, Place

MOST_ABOVE = 3
"""Passages above a table that may contain its caption and the line of its units."""
LONGEST_CAPTION = 120
_MOST_NUMBERS = 3
"""Numbers of a caption: its own, those of notes, a year; a text with more is a row of another table."""
_NUMBER = re.compile(r"(?<![\w.,/-])(?!(?:19|20)\d\d)\d[\d.,]*")


class Caption(NamedTuple):
    """A text above a table, and the number of its passage."""

    passage: int
    text: str


class Row(NamedTuple):
    """A row: the number of its passage, and its cells.

    Attributes:
        passage: its number, that of the row or of the line that contains it.
        cells: without the tabs between them.
        printed_at: offset of each in the text of the passage; () where the row is the whole passage, divided by tabs.
    """

    passage: int
    cells: tuple[str, ...]
    printed_at: tuple[int, ...] = ()

    @property
    def starts(self) -> tuple[int, ...]:
        """The offset of each cell in the text of the passage."""
        return self.printed_at or tuple(accumulate((len(cell) + 1 for cell in self.cells[:-1]), initial=0))

    def cell_at(self, start: int) -> int | None:
        """Return the cell at an offset in the passage; None if it is in another row of the passage."""
        starts = self.starts
        return starts.index(start) if start in starts else None

    def place(self, cell: int) -> Place:
        """Return the place of a cell."""
        start = self.starts[cell]
        return Place(self.passage, start, start + len(self.cells[cell]))


class Table(NamedTuple):
    """Consecutive rows, and the texts above them that may be their caption, the nearest last."""

    rows: tuple[Row, ...]
    captions: tuple[Caption, ...]


def captions_of(document: Document, first: int) -> tuple[Caption, ...]:
    """Return the short passages directly above a table, in its section; a row ends them."""
    found: list[Caption] = []
    section = document.passages[first].section
    for number in range(first - 1, max(-1, first - 1 - MOST_ABOVE), -1):
        passage = document.passages[number]
        if passage.kind == "table-row" or passage.section != section:
            break
        is_sentence = passage.text.endswith((".", "。", ";", "；"))
        text = passage.text
        if len(numbers := list(_NUMBER.finditer(text))) > _MOST_NUMBERS:
            text = text[numbers[-1].end() :].lstrip("%) ")  # a row of another table, and the text after it
        if 0 < len(text) <= LONGEST_CAPTION and passage.kind != "list-item" and not is_sentence:
            found.append(Caption(number, text))
        if passage.kind in ("heading", "table"):
            break
    return tuple(reversed(found))
