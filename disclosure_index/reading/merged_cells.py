"""Merged cells: a cell that covers several columns or rows is repeated in each position."""

from collections.abc import Mapping, Sequence

from disclosure_index.messages import message
from disclosure_index.reading.builder import DocumentBuilder, Kind
from disclosure_index.reading.unreadable import RefusedError
from disclosure_index.reading.white_space import NEXT_CELL

MOST_COLUMNS = 100
MAX_REPEATED = 2 * 2**20  # characters and cells that merged cells may add
GROUPS = ("thead", "tbody", "tfoot")


class MergedGrid:
    """The cells of one table that cover cells of later rows."""

    def __init__(self) -> None:
        self._carried: dict[int, tuple[int, str]] = {}  # column -> remaining rows, text
        self._column = 0

    def start_row(self) -> None:
        """Begin at the first column."""
        self._column = 0

    def due(self) -> list[str]:
        """Return the texts that cells above repeat in the columns before the next cell."""
        texts = []
        while self._column in self._carried:
            texts.append(self._take())
        return texts

    def place(self, columns: int, rows: int, text: str) -> int:
        """Place a cell at the next column, and return how many times its text is repeated beside it."""
        columns = min(columns, MOST_COLUMNS)
        if rows > 1:
            self._carried.update(dict.fromkeys(range(self._column, self._column + columns), (rows - 1, text)))
        self._column += columns
        return columns - 1

    def rest(self) -> list[str]:
        """Return the texts for the columns after the last cell of a row; "" for a column that has none."""
        last = max(self._carried, default=-1)
        texts = []
        while self._column <= last:
            if self._column in self._carried:
                texts.append(self._take())
            else:
                texts.append("")
                self._column += 1
        return texts

    def end_group(self) -> None:
        """Drop the carried cells: no cell covers rows after its ``thead`` or ``tbody``."""
        self._carried.clear()

    def _take(self) -> str:
        left, text = self._carried[self._column]
        if left > 1:
            self._carried[self._column] = (left - 1, text)
        else:
            del self._carried[self._column]
        self._column += 1
        return text


class MergedCells:
    """The merged cells of a native document's tables; a table without merged cells costs nothing.

    `start` announces a cell before its text comes, and `end` closes a cell that covers others.
    """

    def __init__(self, builder: DocumentBuilder) -> None:
        self._builder = builder
        self.grid: MergedGrid | None = None  # of the open table, None while it has no merged cells
        self._open: tuple[int, int, int] | None = None  # columns and rows of the open cell, and the offset of its text
        self._repeated = 0

    def start(self, kind: Kind, name: str) -> None:
        """Announce an element of the table: a row begins, or the end of a group drops the carried cells."""
        if self.grid is None:
            return
        if kind is Kind.ROW:
            self.grid.start_row()
        elif name == "table":
            self.grid = None
        elif name in GROUPS:
            self.grid.end_group()
        elif kind is Kind.CELL:
            self._repeat(self.grid.due())
            self.grid.place(1, 1, "")

    def cover(self, attributes: Mapping[str, str]) -> None:
        """Begin a cell that may cover others."""
        if self.grid is None:
            self.grid = MergedGrid()
            self.grid.place(self._builder.running().count(NEXT_CELL), 1, "")
        else:
            self._repeat(self.grid.due())
        self._open = (span(attributes, "colspan"), span(attributes, "rowspan"), len(self._builder.running()))

    def end(self) -> None:
        """Close the cell that covers others."""
        if self.grid is None or self._open is None:
            return
        columns, rows, at = self._open
        self._open = None
        text = " ".join(self._builder.running()[at:].split())
        self._repeat([text] * self.grid.place(columns, rows, text))

    def end_row(self) -> None:
        """Fill the columns after the last cell of a row."""
        if self.grid is not None:
            self._repeat(self.grid.rest())

    def _repeat(self, texts: Sequence[str]) -> None:
        self._repeated += len(texts) + sum(map(len, texts))
        if self._repeated > MAX_REPEATED:
            raise RefusedError(message("merged cells repeat too much text"), message("Merge fewer cells"))
        for text in texts:
            self._builder.next_cell()
            self._builder.repeat(text)


def span(attributes: Mapping[str, str], name: str) -> int:
    """Read the number of rows or columns that a cell covers; 0 rows means all remaining ones."""
    text = attributes.get(name, "").strip()
    number = int(text[:6]) if text.isascii() and text.isdigit() else 1
    return number or (1 if name == "colspan" else 65534)
