"""The form that picks one or several of many: passages by their words, disclosures by code or title in any language."""

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label

from disclosure_index.messages import COMMA, joined, label, message, plural
from disclosure_index.suggest import folded
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.screens.forms import Form
from disclosure_index.tui.search import fits, phrase_of, words_of
from disclosure_index.tui.widgets.key_footer import KeyFooter
from disclosure_index.tui.widgets.line_list import Painted
from disclosure_index.tui.widgets.one_line import OneLine
from disclosure_index.tui.widgets.row_table import Cell, Column, Rows

PAUSE = 0.12
"""Seconds without a key before the search starts."""


class Choice(NamedTuple):
    """One of many: the texts of its two columns, its search text (folded), and its value."""

    head: str
    text: str
    searched: str
    value: object


class PickScreen(Form[Sequence[Choice]]):
    """Shows the choices that contain all typed words; returns the chosen ones, none if cancelled.

    Args:
        question: the purpose, for the border.
        choices: returns them, the likeliest first; runs in a thread.
        width: of the first column, in cells.
        several: whether several may be chosen.

    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.FORM, Place.PICK, Place.SEVERAL)]

    def __init__(
        self, question: str, choices: Callable[[], Sequence[Choice]], width: int, *, several: bool = False
    ) -> None:
        super().__init__()
        self._several = several
        self._ticked: list[Choice] = []
        self._question, self._make, self._width = question, choices, width
        self._choices: Sequence[Choice] | None = None

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(classes="sheet"):
            yield Label(self.app.rendered(self._question), classes="asked", markup=False)
            yield OneLine(placeholder=self.app.rendered(label("prompt", "Type to search")))
            yield Rows[Choice](lambda choice: (Cell(choice.head, "strong"), Cell(choice.text)), heads=False)
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the choices."""
        self.query_one(Rows).is_marked = lambda choice: choice in self._ticked
        self.query_one(Input).focus()
        self.search("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.search(event.value)

    @work(exclusive=True)
    async def search(self, query: str) -> None:
        """Search in a thread when the typing pauses."""
        if query:
            await asyncio.sleep(PAUSE)
        shown = await asyncio.to_thread(self._matching, words_of(query), phrase_of(query))
        self.query_one(Rows).show(shown, (Column("", self._width), Column("", 20, grows=True)))
        self._count(len(shown))

    def _count(self, number: int) -> None:
        """Show in the border how many choices match, and how many are ticked."""
        found = plural("{number} match", "{number} matches", number) if number else message("No match")
        ticked = message("{number} selected", number=len(self._ticked))
        self.query_one(".sheet").border_subtitle = self.app.rendered(
            joined(COMMA, (found, ticked)) if self._ticked else found
        )

    def _matching(self, words: Sequence[str], phrase: str) -> list[Choice]:
        """Return the matching choices: those whose head begins with the query, then those with the whole phrase."""
        if self._choices is None:
            self._choices = self._make()
        found = [choice for choice in self._choices if fits(choice.searched, words)]
        if words:
            found.sort(key=lambda one: (not folded(one.head).startswith(words[0]), phrase not in one.searched))
        return found

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow ticking only where several may be chosen."""
        return self._several or action != "tick"

    def action_tick(self) -> None:
        """Tick or untick the choice under the cursor, and go to the next."""
        rows = self.query_one(Rows)
        if (choice := rows.current) is None:
            return
        if choice in self._ticked:
            self._ticked.remove(choice)
        else:
            self._ticked.append(choice)
        rows.refresh()
        rows.action_cursor_down()
        self._count(len(rows.items))

    def action_pick_next(self) -> None:
        """Move down while typing."""
        self.query_one(Rows).action_cursor_down()

    def action_pick_previous(self) -> None:
        """Move up while typing."""
        self.query_one(Rows).action_cursor_up()

    @on(Input.Submitted)
    @on(Painted.Chosen)
    def action_save(self) -> None:
        """Return the ticked choices, else the one under the cursor; where nothing matches, stay open."""
        choice = self.query_one(Rows).current
        if chosen := self._ticked or ([choice] if choice else []):
            self.dismiss(chosen)

    def action_cancel(self) -> None:
        """Return no choice."""
        self.dismiss([])
