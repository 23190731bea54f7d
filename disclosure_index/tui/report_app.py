"""The app below its views: holds the shown report, and provides what every screen needs."""

import asyncio
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.binding import Binding
from textual.events import Event, InputEvent
from textual.reactive import reactive
from textual.worker import WorkerFailed

from disclosure_index import workbench as editing
from disclosure_index.errors import CouldNotCheckError
from disclosure_index.messages import render
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.tui.actions import CHANGING, Action
from disclosure_index.tui.editor import Editor
from disclosure_index.tui.idle import Idle
from disclosure_index.tui.navigation import LanguageChanged
from disclosure_index.tui.settings.keymap import read_keymap
from disclosure_index.tui.settings.saved_state import read_state
from disclosure_index.tui.settings.user_folders import config_folder, state_folder
from disclosure_index.tui.suggestions import Advisor

if TYPE_CHECKING:  # the first frame is painted without it
    from disclosure_index.assessment.assess import Assessment
    from disclosure_index.model import Disclosure, Report
    from disclosure_index.screening.peers import Peers
    from disclosure_index.tui.commands.alongside import ElementNumber
    from disclosure_index.workbench import Workbench


class ReportApp(App[None]):
    """Shows a report, which its `editor` changes.

    Args:
        path: a folder, a document in it, or the project file itself.
        project: the project file, under which the place is saved.
        today: the day for the expiry of suppressions.
        language: the language of headings and titles; "" for the last used one, else the report's.
        allow_outside: whether the project's files may be outside its folder.
        definitions: a folder of frameworks that are defined besides the shipped ones.
        read_only: whether nothing can be changed.
        market: the folder of a screen with the report's peers.

    """

    bench: reactive["Workbench | None"] = reactive(None, init=False)
    language: reactive[str] = reactive("en", init=False)
    busy: reactive[str] = reactive("", init=False)  # the current activity; "" for none
    peers: reactive["Peers | None"] = reactive(None, init=False)  # what they disclose; None until it is known
    broken: reactive[str] = reactive("", init=False)  # why the files can no longer be read; "" where they can

    def __init__(
        self,
        path: Path,
        project: Path,
        *,
        today: date,
        language: str = "",
        allow_outside: bool = False,
        definitions: Path | None = None,
        read_only: bool = False,
        market: Path | None = None,
    ) -> None:
        super().__init__()
        self.read_only, self._market = read_only, market
        self.failure: BaseException | None = None  # the error that ended the app, for the command line
        self.project = project
        self.state = read_state(state_folder(), project)
        self.tagged: tuple[tuple[Disclosure, ...], ElementNumber] | None = None  # the last tags and their element
        self.pane_sizes = dict(self.state.panes)  # see `widgets.pane_sizes`
        self.editor = Editor(
            self,
            lambda: editing.open_workbench(
                path, today=today, allow_outside=allow_outside, definitions=definitions, read_only=read_only
            ),
        )
        self.idle = Idle(self)
        self.advisor = Advisor(self.idle.give_way)
        self.chosen_language = language or self.state.language
        self.set_reactive(ReportApp.language, self.chosen_language or "en")
        self._keys, self.wrong_keys = read_keymap(config_folder())
        self.set_keymap(self._keys)

    # --- for the screens ---

    @property
    def assessment(self) -> "Assessment | None":
        """The assessment of the report; None while it is read."""
        return self.bench.assessment if self.bench else None

    @property
    def document(self) -> int:
        """The number of the document in the chosen language, else in the other Chinese, else of the first one."""
        documents = self.assessment.report.documents if self.assessment else ()
        languages = [document.language for document in documents]
        if self.language in languages:
            return languages.index(self.language)
        kin = self.language.partition("-")[0]
        return next((number for number, language in enumerate(languages) if language.partition("-")[0] == kin), 0)

    def rendered(self, text: str) -> str:
        """Return a message in the chosen language."""
        return render(text, self.language)

    def show_message(self, text: str, severity: str = "information") -> None:
        """Show a notice at the edge of the screen; nothing in it is markup."""
        shown = "\n".join(for_terminal(line) for line in self.rendered(text).split("\n"))
        self.notify(shown, severity=severity, markup=False)  # type: ignore[arg-type]

    def keys_of(self, action: Action) -> str:
        """Return the keys of an action as people know them, the user's own where there are any."""
        keys = self._keys.get(action.id, action.keys).split(",")
        return " ".join(self.get_key_display(Binding(key.strip(), "")) for key in keys)

    async def watch_bench(self) -> None:
        """Read once, beside the screen, what the peers of the report disclose."""
        if self._market is not None and self.bench is not None:
            self.run_worker(self._find_peers(self.bench.assessment.report, self._market), group="peers")
            self._market = None

    async def _find_peers(self, report: "Report", market: Path) -> None:
        from disclosure_index.screening.peers import peers_of

        try:
            self.peers = await asyncio.to_thread(peers_of, report, market)
        except CouldNotCheckError as error:
            self.show_message(error.message, "error")

    def watch_language(self) -> None:
        """Refresh the open screens in the chosen language; a view that is not open refreshes when it opens."""
        for screen in self.screen_stack:
            screen.refresh_bindings()
            screen.post_message(LanguageChanged())

    # --- keys and errors ---

    def allows(self, action: str) -> bool:
        """Whether an action is allowed: in a read-only report, none that changes it."""
        return not self.read_only or action not in CHANGING

    async def on_event(self, event: Event) -> None:
        """Record the time of a key."""
        if isinstance(event, InputEvent):
            self.idle.note_key()
        await super().on_event(event)

    def _handle_exception(self, error: Exception) -> None:
        """Keep an error for the command line, which reports it like that of any other command; Textual ends the app."""
        if self.failure is None:
            self.failure = error.error if isinstance(error, WorkerFailed) else error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End the app; Textual itself would print a page with the values of all variables."""
        self._close_messages_no_wait()
