"""The app: its views, and the actions that apply in all of them.

Modules that the first frame does not need are imported where they are used: that takes longer than Textual itself.
"""

from collections.abc import Iterable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult, SystemCommand
from textual.binding import BindingType
from textual.command import Provider
from textual.containers import Horizontal
from textual.screen import Screen
from textual.theme import ThemeProvider
from textual.widgets import Label

from disclosure_index.messages import message
from disclosure_index.model import LANGUAGES, Message
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.editor import READING
from disclosure_index.tui.navigation import Goal, GoTo, View
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.settings.contrast import readable
from disclosure_index.tui.settings.saved_state import SavedState, write_state
from disclosure_index.tui.settings.themes import HIGH_CONTRAST, read_themes
from disclosure_index.tui.settings.user_folders import config_folder, state_folder

if TYPE_CHECKING:  # the first frame is painted without them
    from disclosure_index.tui.view import ViewScreen

FIRST = 2
"""The number of screens below every other one: Textual's own, and the first view."""

RELOAD_EVERY = 1.5
"""Seconds between two checks for files that were changed elsewhere."""


def _screen(view: View) -> "ViewScreen":
    """Return the screen of a view, imported on first use."""
    screen: ViewScreen = getattr(import_module(f"disclosure_index.tui.{view}.screen"), f"{view.title()}Screen")()
    return screen


class BrowseApp(ReportApp):
    """The terminal UI: its views, each a screen of its own, and the actions that apply in all of them."""

    TITLE = "Disclosure Index"
    CSS_PATH = "style.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.APP)]
    SCREENS = {view: partial(_screen, view) for view in View}  # noqa: RUF012
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (110, "-wide")]  # noqa: RUF012

    _came_from = View.BROWSE

    # --- the first frame ---

    def compose(self) -> ComposeResult:
        """Lay out the first frame: it shows a notice while everything else is imported."""
        with Horizontal(id="top"):
            yield Label(self.rendered(READING), id="title", markup=False)

    def get_css_variables(self) -> dict[str, str]:
        """Return the colours of the theme, each readable on its background."""
        self.theme_variables = readable(super().get_css_variables())
        return self.theme_variables

    def on_mount(self) -> None:
        """Paint at once, and read the report in the background."""
        themes, wrong_themes = read_themes(config_folder())
        for theme in (HIGH_CONTRAST, *themes):
            self.register_theme(theme)
        if self.state.theme in self.available_themes:
            self.theme = self.state.theme
        for wrong in (*self.wrong_keys, *wrong_themes):
            self.show_message(wrong, "warning")
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.push_screen(View.BROWSE)
        self.run_worker(self.editor.read(), group="read")
        self.set_interval(RELOAD_EVERY, self.editor.reload_if_changed)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow nothing but quitting before the first view is there."""
        return self.allows(action) and (action == "quit" or len(self.screen_stack) >= FIRST)

    # --- the views ---

    def on_go_to(self, event: GoTo) -> None:
        """Show the requested view."""
        self.show(event.view, event.goal)

    def show(self, view: View, goal: Goal = None) -> None:
        """Show a view as it was left, or a place in it; screens above the first view are closed."""
        from disclosure_index.tui.view import ViewScreen

        if isinstance(self.screen, ViewScreen):
            self._came_from = self.screen.VIEW
        while len(self.screen_stack) > FIRST:
            self.pop_screen()
        if view is not View.BROWSE:
            self.push_screen(view)
        if goal is not None and isinstance(self.screen, ViewScreen):
            self.call_later(self.screen.go_to, goal)

    def on_leave_view(self) -> None:
        """Go back to the previous view."""
        self.show(View.BROWSE if self._came_from == self.screen.name else self._came_from)
        self._came_from = View.BROWSE

    def action_view_browse(self) -> None:
        """Show the disclosures."""
        self.show(View.BROWSE)

    def action_view_report(self) -> None:
        """Show the report."""
        self.show(View.REPORT)

    def action_view_gaps(self) -> None:
        """Show the gaps."""
        self.show(View.GAPS)

    def action_view_findings(self) -> None:
        """Show the findings of the checks."""
        self.show(View.FINDINGS)

    def action_view_overview(self) -> None:
        """Show the coverage at a glance."""
        self.show(View.OVERVIEW)

    # --- other actions ---

    def action_tag_alongside(self) -> None:
        """Tag other elements and disclosures along with the last tag."""
        from disclosure_index.tui.commands.tags import tag_alongside

        self.run_worker(tag_alongside(self), group="form")

    def action_undo(self) -> None:
        """Undo the last step."""
        self.editor.undo()

    def action_redo(self) -> None:
        """Redo the step that was undone last."""
        self.editor.redo()

    def action_reload(self) -> None:
        """Read everything again."""
        self.editor.reload()

    def action_difference(self) -> None:
        """Show the changes that the last step made to the files."""
        from disclosure_index.tui.screens.difference import DifferenceScreen

        if self.bench and self.bench.last:
            self.push_screen(DifferenceScreen(self.bench.last))
        else:
            self.show_message(message("No changes yet"))

    def action_waiting(self) -> None:
        """Show what is pending for a person."""
        from disclosure_index.tui.screens.waiting import WaitingScreen

        if self.bench is not None and not isinstance(self.screen, WaitingScreen):
            self.push_screen(WaitingScreen())

    def action_language(self) -> None:
        """Switch to the next language."""
        self.language = LANGUAGES[(LANGUAGES.index(self.language) + 1) % len(LANGUAGES)]

    def action_help(self) -> None:
        """Show every key."""
        from disclosure_index.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen())

    async def action_quit(self) -> None:
        """Save the place, wait for pending writes, and quit."""
        from disclosure_index.tui.browse.screen import BrowseScreen

        browse = next((screen for screen in self.screen_stack if isinstance(screen, BrowseScreen)), None)
        if browse is not None and self.bench is not None:
            kept = SavedState(browse.uid, browse.filter, self.language, self.theme, self.pane_sizes)
            write_state(state_folder(), self.project, kept)
        async with self.editor.turn:
            self.exit()

    def action_help_quit(self) -> None:
        """Show how to quit: the key that ends other programs copies text here."""
        self.show_message(message("Press {key} to quit", key="ctrl+q"))

    def action_theme(self) -> None:
        """Choose other colours."""
        self.action_change_theme()

    # --- the command palette, which Textual has in English ---

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield every action that applies on a screen, for the command palette."""
        from disclosure_index.tui.screens.palette import commands

        return commands(self, screen)

    def action_command_palette(self) -> None:
        """Show every command, and search them."""
        self._choose(message("Search for commands…"))

    def search_themes(self) -> None:
        """Show every theme, and search them."""
        self._choose(message("Search for themes…"), [ThemeProvider])

    def _choose(self, prompt: Message, providers: Iterable[type[Provider]] | None = None) -> None:
        from disclosure_index.tui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(self.rendered(prompt), self.rendered(message("No matches found")), providers))
