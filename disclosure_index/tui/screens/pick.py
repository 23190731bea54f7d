"""Asks for one of many: a passage by its words, a disclosure by its code or its title in any language."""

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label

from disclosure_index.messages import label, message, plural
from disclosure_index.suggest import folded
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.screens.forms import Form
from disclosure_index.tui.search import fits, phrase_of, words_of
from disclosure_index.tui.widgets.key_footer import KeyFooter
from disclosure_index.tui.widgets.line_list import Painted
from disclosure_index.tui.widgets.one_line import OneLine
from disclosure_index.tui.widgets.row_table import Cell, Column, Rows

PAUSE = 0.12
"""Seconds without a key before what was typed is looked for."""


class Choice(NamedTuple):
    """One of many: what stands in the two columns, what is searched (folded), and what it is."""

    head: str
    text: str
    searched: str
    value: object


class PickScreen(Form[Choice | None]):
    """Shows the choices that have all the words that are typed.

    Args:
        question: what for.
        choices: gives them, the likeliest first; runs in a thread.
        width: of the first column, in cells.

    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.FORM, Place.PICK)]

    def __init__(self, question: str, choices: Callable[[], Sequence[Choice]], width: int) -> None:
        super().__init__()
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
        """Show what there is."""
        self.query_one(Input).focus()
        self.search("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.search(event.value)

    @work(exclusive=True)
    async def search(self, query: str) -> None:
        """Find what fits, in a thread, when the typing pauses."""
        if query:
            await asyncio.sleep(PAUSE)
        shown = await asyncio.to_thread(self._matching, words_of(query), phrase_of(query))
        self.query_one(Rows).show(shown, (Column("", self._width), Column("", 20, grows=True)))
        found = plural("{number} match", "{number} matches", len(shown))
        self.query_one(".sheet").border_subtitle = self.app.rendered(found if shown else message("No match"))

    def _matching(self, words: Sequence[str], phrase: str) -> list[Choice]:
        """Return the choices that fit: whose head begins with what is typed, then those with the whole phrase."""
        if self._choices is None:
            self._choices = self._make()
        found = [choice for choice in self._choices if fits(choice.searched, words)]
        if words:
            found.sort(key=lambda one: (not folded(one.head).startswith(words[0]), phrase not in one.searched))
        return found

    def action_pick_next(self) -> None:
        """Go down while typing."""
        self.query_one(Rows).action_cursor_down()

    def action_pick_previous(self) -> None:
        """Go up while typing."""
        self.query_one(Rows).action_cursor_up()

    @on(Input.Submitted)
    @on(Painted.Chosen)
    def action_save(self) -> None:
        """Return the choice under the cursor; where nothing matches, stay."""
        if choice := self.query_one(Rows).current:
            self.dismiss(choice)
