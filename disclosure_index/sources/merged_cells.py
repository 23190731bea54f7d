"""Merged cells: a cell that covers several columns or rows is read once in each of them."""

MOST_COLUMNS = 100


class Grid:
    """Remembers, in one table, which cells reach down into the next rows."""

    def __init__(self) -> None:
        self._carried: dict[int, tuple[int, str]] = {}  # column -> rows still to come, text
        self._column = 0

    def start_row(self) -> None:
        """Begin at the first column."""
        self._column = 0

    def due(self) -> list[str]:
        """Give the texts that cells above have in the columns before the next cell."""
        texts = []
        while self._column in self._carried:
            texts.append(self._take())
        return texts

    def place(self, columns: int, rows: int, text: str) -> int:
        """Put a cell at the next column; gives how often its text is to be repeated beside it."""
        columns = min(max(columns, 1), MOST_COLUMNS)
        if rows > 1:
            self._carried.update(dict.fromkeys(range(self._column, self._column + columns), (rows - 1, text)))
        self._column += columns
        return columns - 1

    def rest(self) -> list[str]:
        """Give the texts for the columns after the last cell of a row; "" for a column that has none."""
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
        """Forget what reaches down: no cell covers rows beyond its ``thead`` or ``tbody``."""
        self._carried.clear()

    def _take(self) -> str:
        left, text = self._carried[self._column]
        if left > 1:
            self._carried[self._column] = (left - 1, text)
        else:
            del self._carried[self._column]
        self._column += 1
        return text
