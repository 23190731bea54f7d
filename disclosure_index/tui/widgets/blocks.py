"""Text in blocks, with a cursor on one of those that have a target."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.strip import Strip

from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.safe_text import wrap
from disclosure_index.tui.widgets.line_list import Painted

RAIL = "┃ "
"""The mark before every line of its part, not only the first."""


class Part(NamedTuple):
    """A paragraph of a block: `mark` is before its first line, and the other lines are indented.

    `matched` are the words in it that are set in the style of a match.
    """

    text: str
    style: str = ""
    mark: str = ""
    matched: tuple[str, ...] = ()


class Block(NamedTuple):
    """Paragraphs that belong together; `target` is the object of actions, None for none."""

    parts: tuple[Part, ...]
    target: object = None


class Blocks(Painted):
    """Shows blocks one below the other, wrapped to the width."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.ROWS)]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.blocks: Sequence[Block] = ()
        self._lines: list[tuple[int, str, Part]] = []  # the number of the block, the text, the part it belongs to
        self._first: list[int] = []  # the first line of each block

    @property
    def current(self) -> object:
        """The target under the cursor; None where there is none."""
        return self.blocks[self.cursor].target if self.cursor < len(self.blocks) else None

    def show(self, blocks: Sequence[Block], cursor: int | None = None) -> None:
        """Show other blocks from the top, with the cursor on the first that has a target; or stay at `cursor`."""
        self.blocks = blocks
        first = next((n for n, block in enumerate(blocks) if block.target is not None), 0)
        kept = cursor if cursor is not None and cursor < len(blocks) and blocks[cursor].target is not None else None
        self.set_reactive(Blocks.cursor, first if kept is None else kept)
        self._break_lines()
        if kept is None:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
        else:
            self._reveal()
        self.refresh()
        self.post_message(self.Moved(self))

    # --- drawing ---

    def _break_lines(self) -> None:
        width = max(10, (self.size.width or 60) - 2)
        self._lines, self._first = [], []
        for number, block in enumerate(self.blocks):
            self._first.append(len(self._lines))
            for part in block.parts:
                indent = cell_len(part.mark)
                hanging = part.mark if part.mark == RAIL else " " * indent
                for n, text in enumerate(wrap(part.text, width - indent)):
                    self._lines.append((number, (hanging if n else part.mark) + text, part))
        self.set_length(len(self._lines))

    def render_line(self, y: int) -> Strip:
        """Draw one visible line."""
        index = y + round(self.scroll_y)
        if index >= len(self._lines):
            return Strip.blank(self.size.width, self.rich_style)
        number, text, part = self._lines[index]
        is_stop = self.blocks[number].target is not None
        on_cursor = number == self.cursor and is_stop
        plain = self.style_of(part.style, on_cursor)
        is_first = is_stop and index == self._first[number]
        pointer = self.pointer(number, part.style) if is_first else Segment(" ", plain)
        segments = [pointer, *self._segments(text, part, on_cursor)]
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    def stops(self) -> Iterable[int]:
        """Return the visible blocks with a target."""
        top = round(self.scroll_y)
        in_sight = range(top, top + self.size.height)
        return (n for n, first in enumerate(self._first) if first in in_sight and self.blocks[n].target is not None)

    def _segments(self, text: str, part: Part, on_cursor: bool) -> Iterator[Segment]:
        plain = self.style_of(part.style, on_cursor)
        if not part.matched:
            yield Segment(text, plain)
            return
        found = re.split(f"({'|'.join(map(re.escape, part.matched))})", text, flags=re.IGNORECASE)
        for n, piece in enumerate(found):
            yield Segment(piece, self.style_of("match", on_cursor) if n % 2 else plain)

    def on_resize(self) -> None:
        """Wrap the lines again."""
        self._break_lines()
        if self.scroll_y:  # at the top the first block is read first
            self._reveal()
        self.refresh()

    # --- moving ---

    def watch_cursor(self) -> None:
        """Draw again, and post that the selection changed."""
        self._reveal()
        self.refresh()
        self.post_message(self.Moved(self))

    def _span(self, number: int) -> Region:
        """Return the lines of a block."""
        last = self._first[number + 1] if number + 1 < len(self._first) else len(self._lines)
        return Region(0, self._first[number], 1, last - self._first[number])

    def _reveal(self) -> None:
        if self.size.height and self.cursor < len(self._first):
            self.scroll_to_region(
                self._span(self.cursor), animate=False, force=True, x_axis=False, immediate=True, top=False
            )

    def _step(self, by: int) -> None:
        """Go to the next block with a target; scroll first through one that is longer than the screen."""
        numbers = range(self.cursor + by, len(self.blocks) if by > 0 else -1, by)
        following = next((n for n in numbers if self.blocks[n].target is not None), None)
        top, height = round(self.scroll_y), self.size.height
        edge = top + height if by > 0 else top
        near = following is not None and (
            self._first[following] < edge + height // 2 if by > 0 else self._span(following).bottom > edge - height // 2
        )
        if near and following is not None:
            self.cursor = following
        else:
            self.scroll_relative(y=by * max(1, height // 2), animate=False)

    def action_cursor_down(self) -> None:
        """Go to the next block with a target."""
        self._step(1)

    def action_cursor_up(self) -> None:
        """Go to the previous one."""
        self._step(-1)

    def action_page_down(self) -> None:
        """Scroll down a page."""
        self.scroll_relative(y=max(1, self.size.height - 1), animate=False)

    def action_page_up(self) -> None:
        """Scroll up a page."""
        self.scroll_relative(y=-max(1, self.size.height - 1), animate=False)

    def action_first(self) -> None:
        """Go to the top."""
        self.show(self.blocks)

    def action_last(self) -> None:
        """Go to the last block with a target."""
        self.cursor = max((n for n, block in enumerate(self.blocks) if block.target is not None), default=0)
        self.scroll_end(animate=False)

    def action_choose(self) -> None:
        """Choose the block under the cursor."""
        if self.current is not None:
            self.post_message(self.Chosen(self))

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the block under the mouse; a click at the cursor chooses."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = offset.y + round(self.scroll_y)
        if index < len(self._lines) and self.blocks[number := self._lines[index][0]].target is not None:
            if number == self.cursor:
                self.action_choose()
            self.cursor = number
