"""The base of lists that draw themselves line by line: a cursor, and styles by name."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

STYLES = ("head", "cursor", "good", "bad", "warn", "dim", "strong", "match")
"""The names of text styles; the style sheet defines them as ``painted--<name>``."""

POINTER = "▸"
"""The mark of the row under the cursor, so that colour is never its only sign."""

MARKED, POINTER_MARKED = "*", "»"
"""The marks of a selected row, and of one under the cursor."""


class Painted(ScrollView, can_focus=True):
    """A list that draws only visible lines, so that its length costs nothing."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"painted--{name}" for name in STYLES}

    cursor: reactive[int] = reactive(0, repaint=False)  # its watchers draw what has changed

    class Moved(Message):
        """The cursor or the content has changed."""

        def __init__(self, painted: "Painted") -> None:
            super().__init__()
            self.painted = painted

        @property
        def control(self) -> "Painted":
            """The list."""
            return self.painted

    class Chosen(Moved):
        """The item under the cursor was chosen, by enter or by a second click."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles_by_name: dict[tuple[str, bool], Style] = {}
        self._letters: Mapping[int, str] = {}

    def set_length(self, lines: int) -> None:
        """Set the number of lines, for scrolling.

        Textual would lay out the whole screen again for a new virtual size, which takes longer than the rest of
        handling a key. Only the scrollbar depends on it here, and where that appears or disappears, Textual does so by
        itself.
        """
        self.set_reactive(Painted.virtual_size, Size(self.size.width, lines))
        self._scroll_update(self.virtual_size)

    @abstractmethod
    def stops(self) -> Iterable[int]:
        """Return the visible positions of the cursor, from the top."""

    def show_letters(self, letters: Mapping[int, str]) -> None:
        """Show letters in place of the pointer, each at a position of the cursor."""
        self._letters = letters
        self.refresh()

    def pointer(self, number: int, style: str, marked: bool = False) -> Segment:
        """Return the sign before a position of the cursor: its letter, the pointer, a mark, or none."""
        on_cursor = number == self.cursor
        if number in self._letters:
            return Segment(self._letters[number], self.style_of("match", on_cursor))
        sign = (POINTER_MARKED if on_cursor else MARKED) if marked else POINTER if on_cursor else " "
        return Segment(sign, self.style_of(style, on_cursor))

    def style_of(self, name: str, on_cursor: bool) -> Style:
        """Return the style with a name, on the row under the cursor or not; "" is plain text."""
        key = name, on_cursor
        if key not in self._styles_by_name:
            style = self.rich_style
            if name:
                style += self.get_component_rich_style(f"painted--{name}", partial=True)
            if on_cursor:
                style += self.get_component_rich_style("painted--cursor", partial=True)
            self._styles_by_name[key] = style
        return self._styles_by_name[key]

    def notify_style_update(self) -> None:
        """Forget the cached styles: the theme or the focus has changed."""
        super().notify_style_update()
        self._styles_by_name = {}
