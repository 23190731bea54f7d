"""A row of a table."""

from dataclasses import dataclass

from disclosure_index.model import Location


@dataclass(slots=True)
class TableRow:
    """A table row; a text in every cell (a merged one, repeated) is kept once."""

    cells: list[str]
    location: Location
    page: str = ""
    merged: bool = False  # one text over all cells
    anchors: tuple[str, ...] = ()  # the anchors in the document that its links point to
    leading_out: frozenset[int] = frozenset()  # the cells with a link out of the document
    passage: int = -1  # its number in the document; -1 for a row read from a line

    @property
    def filled(self) -> list[int]:
        """The numbers of the filled cells."""
        return [n for n, cell in enumerate(self.cells) if cell]

    def cell(self, number: int) -> str:
        """Return the cell of a column, "" if the row is shorter."""
        return self.cells[number] if 0 <= number < len(self.cells) else ""


def row_of(cells: list[str], location: Location, page: str) -> TableRow:
    """Return a row; a text in all its cells is kept once."""
    filled = [cell for cell in cells if cell]
    merged = len(filled) > 1 and len(set(filled)) == 1
    if merged:
        cells = [filled[0], *[""] * (len(cells) - 1)]
    return TableRow(cells, location, page, merged)
