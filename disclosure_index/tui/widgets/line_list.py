"""What lists share that draw themselves line by line: a cursor, and styles by name."""

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
"""The names that a text may be set in; what they look like stands in the style sheet, as ``painted--<name>``."""

POINTER = "▸"
"""Before the row under the cursor, so that colour is never all that shows it."""

MARKED, POINTER_MARKED = "*", "»"
"""Before a row that is selected, and before one that the cursor is on, too."""


class Painted(ScrollView, can_focus=True):
    """A list that draws only what is in sight, so that its length costs nothing."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"painted--{name}" for name in STYLES}

    cursor: reactive[int] = reactive(0, repaint=False)  # what moves it draws what has changed

    class Moved(Message):
        """The cursor is on something else, or something else is shown."""

        def __init__(self, painted: "Painted") -> None:
            super().__init__()
            self.painted = painted

        @property
        def control(self) -> "Painted":
            """The list."""
            return self.painted

    class Chosen(Moved):
        """What is under the cursor was chosen, by enter or by a second click."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles_by_name: dict[tuple[str, bool], Style] = {}
        self._letters: Mapping[int, str] = {}

    def set_length(self, lines: int) -> None:
        """Return how far can be scrolled.

        Textual would lay the whole screen out anew for a new virtual size, which takes longer than all else that a key
        leads to. Nothing but the scrollbar depends on it here; where that comes or goes, Textual does so by itself.
        """
        self.set_reactive(Painted.virtual_size, Size(self.size.width, lines))
        self._scroll_update(self.virtual_size)

    @abstractmethod
    def stops(self) -> Iterable[int]:
        """Return where the cursor can go without scrolling, from the top."""

    def show_letters(self, letters: Mapping[int, str]) -> None:
        """Put letters where the pointer stands, each before the place of the cursor that it is for."""
        self._letters = letters
        self.refresh()

    def pointer(self, number: int, style: str, marked: bool = False) -> Segment:
        """Return what stands before a place of the cursor: its letter, the pointer, a mark, or nothing."""
        on_cursor = number == self.cursor
        if number in self._letters:
            return Segment(self._letters[number], self.style_of("match", on_cursor))
        sign = (POINTER_MARKED if on_cursor else MARKED) if marked else POINTER if on_cursor else " "
        return Segment(sign, self.style_of(style, on_cursor))

    def style_of(self, name: str, on_cursor: bool) -> Style:
        """Return the style of a name, on the row under the cursor or not; "" is plain text."""
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
        """Forget the styles: the theme or the focus has changed."""
        super().notify_style_update()
        self._styles_by_name = {}
