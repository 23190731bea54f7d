"""A table with a cursor on one of its rows."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.strip import Strip

from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.safe_text import fit
from disclosure_index.tui.widgets.line_list import Painted

T = TypeVar("T")


class Column(NamedTuple):
    """A column; `width` is in cells, without the gap after it. The one that `grows` takes the remaining width, too.

    Where there is less room than all need, those with the highest `rank` are hidden first; rank 0 is always shown. In a
    `whole` column, a text that is too long takes room from the next column in its row, where that one grows.
    """

    head: str
    width: int
    rank: int = 0
    grows: bool = False
    whole: bool = False


class Cell(NamedTuple):
    """A text on one line, and the name of its style; or (`styles`) one for each of its signs, all one cell wide."""

    text: str
    style: str = ""
    styles: tuple[str, ...] = ()


class Sorting(NamedTuple):
    """The column by which rows are sorted, and whether in reverse."""

    column: int
    descending: bool = False


LEAST = 8
"""The cells of a growing column that another text never takes: four Chinese characters still identify a title."""

ASCENDING, DESCENDING = "▲", "▼"


class Rows(Painted, Generic[T]):
    """Shows `items`, one per line, in columns; `cells` returns the texts of an item.

    `keys`, where it is set, returns the sort key of an item in each column: a click on a head sorts by it, another
    click reverses the order, and a third restores the order of the rows.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.ROWS)]

    def __init__(self, cells: Callable[[T], Sequence[Cell]], *, heads: bool = True, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cells = cells
        self._columns: tuple[Column, ...] = ()
        self._widths: tuple[int, ...] = ()
        self._heads = heads
        self.items: Sequence[T] = ()
        self._in_own_order: Sequence[T] = ()
        self.keys: Callable[[T], Sequence[Any]] | None = None
        self.sorting: Sorting | None = None
        self.is_marked: Callable[[T], bool] = lambda _: False  # whether an item is selected, among others

    @property
    def current(self) -> T | None:
        """The item under the cursor; None where there are none."""
        return self.items[self.cursor] if self.cursor < len(self.items) else None

    def show(self, items: Sequence[T], columns: Sequence[Column], cursor: int = 0) -> None:
        """Show other rows in the order of `items`, with the cursor on one of them; sorted if they were before."""
        self._in_own_order, self._columns = items, tuple(columns)
        self._arrange(items[cursor] if self.sorting and 0 <= cursor < len(items) else None, cursor)

    def _arrange(self, current: T | None, cursor: int = 0) -> None:
        """Put the rows in order, with the cursor on one of them, by identity or by number."""
        self.items = self._sorted()
        if current is not None:
            cursor = next((n for n, item in enumerate(self.items) if item is current), cursor)
        self._measure()
        self.set_reactive(Rows.cursor, self.validate_cursor(cursor))
        self._reveal()
        self.refresh()
        self.post_message(self.Moved(self))

    def _sorted(self) -> Sequence[T]:
        keys, sorting = self.keys, self.sorting
        if keys is None or sorting is None:
            return self._in_own_order
        return sorted(self._in_own_order, key=lambda item: keys(item)[sorting.column], reverse=sorting.descending)

    def sort_by(self, column: int) -> None:
        """Sort by a column; by the same again in reverse; then restore the order of the rows."""
        if self.keys is None:
            return
        now = self.sorting
        if now is None or now.column != column:
            self.sorting = Sorting(column)
        else:
            self.sorting = None if now.descending else Sorting(column, descending=True)
        self._arrange(self.current)

    def sort_on(self) -> None:
        """Sort by the next visible column; after the last, restore the order of the rows."""
        shown = [n for n, width in enumerate(self._widths) if width]
        beyond = [n for n in shown if self.sorting is None or n > self.sorting.column]
        if self.keys is not None and shown:
            self.sorting = Sorting(beyond[0]) if beyond else None
            self._arrange(self.current)

    # --- drawing ---

    def render_line(self, y: int) -> Strip:
        """Draw one visible line; the first is the heads."""
        if self._heads and y == 0:
            return self._strip([Cell(self._head(n), "head") for n in range(len(self._columns))], "head", -1)
        index = self._index_at(y)
        if index >= len(self.items):
            return Strip.blank(self.size.width, self.rich_style)
        return self._strip(self._cells(self.items[index]), "", index)

    def _head(self, number: int) -> str:
        """Return the head of a column, after the sign of its sorting."""
        head = self._columns[number].head
        if self.sorting is None or self.sorting.column != number:
            return head
        return f"{DESCENDING if self.sorting.descending else ASCENDING}{head}"

    def _index_at(self, y: int) -> int:
        return y - self._heads + round(self.scroll_y)

    def stops(self) -> Iterable[int]:
        """Return the visible rows."""
        lines = range(int(self._heads), self.size.height)
        return (index for y in lines if (index := self._index_at(y)) < len(self.items))

    def _strip(self, cells: Sequence[Cell], base: str, index: int) -> Strip:
        on_cursor = index == self.cursor
        space = self.style_of(base, on_cursor)
        marked = 0 <= index < len(self.items) and self.is_marked(self.items[index])
        segments = [self.pointer(index, base, marked)]
        for cell, width in zip(cells, self._widths_of(cells), strict=True):
            if width:
                plain = self.style_of(cell.style or base, on_cursor)
                text = fit(cell.text, width)
                signs = zip(text, cell.styles, strict=False)
                segments += (Segment(sign, self.style_of(style or base, on_cursor)) for sign, style in signs)
                segments += (Segment(text[len(cell.styles) :], plain), Segment(" ", space))
        return Strip(segments).adjust_cell_length(self.size.width, space)

    def _widths_of(self, cells: Sequence[Cell]) -> Sequence[int]:
        """Return the widths in one row: ``14(quantitative)`` is shown in full, and all other titles keep theirs."""
        widths = list(self._widths)
        for n, (column, behind) in enumerate(pairwise(self._columns)):
            if column.whole and behind.grows and (more := cell_len(cells[n].text) - widths[n]) > 0:
                more = max(0, min(more, widths[n + 1] - LEAST))
                widths[n] += more
                widths[n + 1] -= more
        return widths

    def _measure(self) -> None:
        """Distribute the width, and update how far the table scrolls."""
        width, kept = self.size.width or 80, self._columns
        while (taken := 1 + sum(c.width + 1 for c in kept)) > width and (last := max(c.rank for c in kept)):
            kept = tuple(c for c in kept if c.rank != last)
        left = max(0, width - taken)
        self._widths = tuple(c.width + left * c.grows if c in kept else 0 for c in self._columns)
        self.set_length(len(self.items) + self._heads)

    def on_resize(self) -> None:
        """Distribute the new width."""
        self._measure()
        self._reveal()
        self.refresh()

    # --- moving ---

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.items) - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        """Draw the two rows again, and post that the selection changed."""
        self._reveal()
        for index in (before, now):
            self.refresh(Region(0, index + self._heads - round(self.scroll_y), self.size.width, 1))
        self.post_message(self.Moved(self))

    def _reveal(self) -> None:
        """Scroll until the row is visible, below the heads."""
        if self.size.height:
            region = Region(0, self.cursor, 1, 1 + self._heads)
            self.scroll_to_region(region, animate=False, force=True, x_axis=False, immediate=True)

    def step_to(self, numbers: Sequence[int], by: int) -> None:
        """Go to the next of some rows, in either direction; after the last comes the first."""
        beyond = [n for n in numbers if (n > self.cursor if by > 0 else n < self.cursor)]
        if numbers:
            self.cursor = (beyond or numbers)[0 if by > 0 else -1]

    def action_cursor_down(self) -> None:
        """Go a row down."""
        self.cursor += 1

    def action_cursor_up(self) -> None:
        """Go a row up."""
        self.cursor -= 1

    def action_page_down(self) -> None:
        """Go down a page."""
        self.cursor += max(1, self.size.height - self._heads - 1)

    def action_page_up(self) -> None:
        """Go up a page."""
        self.cursor -= max(1, self.size.height - self._heads - 1)

    def action_first(self) -> None:
        """Go to the first row."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last row."""
        self.cursor = len(self.items) - 1

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.items:
            self.post_message(self.Chosen(self))

    def _sort_at(self, x: int) -> None:
        end = 1
        for number, width in enumerate(self._widths):
            end += width + 1 if width else 0
            if x < end:
                self.sort_by(number)
                return

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the row under the mouse; a click at the cursor chooses, and one on a head sorts."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = self._index_at(offset.y)
        if offset.y < self._heads:
            self._sort_at(offset.x)
        if offset.y < self._heads or index >= len(self.items):
            return
        if index == self.cursor:
            self.action_choose()
        self.cursor = index
