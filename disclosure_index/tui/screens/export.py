"""The form that asks for the file to export to; an existing one is overwritten only after a second confirmation."""

import os.path
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Label

from disclosure_index.files.named_files import exists
from disclosure_index.messages import label, message
from disclosure_index.tui.export_tables import FORMS
from disclosure_index.tui.screens.forms import Form
from disclosure_index.tui.widgets.key_footer import KeyFooter
from disclosure_index.tui.widgets.one_line import OneLine


class ExportScreen(Form[Path | None]):
    """Returns the path."""

    def __init__(self, proposed: Path) -> None:
        super().__init__()
        self._proposed = proposed
        self._warned: Path | None = None

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(classes="form"):
            yield Label(self.app.rendered(label("heading", "Export this view")), classes="asked", markup=False)
            yield OneLine(str(self._proposed))
            yield Label(self.app.rendered(label("prompt", "Path ending in .xlsx or .md")), markup=False)
        yield KeyFooter(show_command_palette=False)

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Return the path, if it can be written to."""
        path = Path(os.path.expanduser(self.query_one(Input).value.strip()))  # noqa: PTH111  (it leaves what is nobody's)
        if path.suffix.lower() not in FORMS:
            problem = message("Use .xlsx for a workbook or .md for Markdown")
            self.app.show_message(problem, "warning")
        elif exists(path) and path != self._warned:
            self._warned = path
            problem = message("{path} already exists: save again to overwrite it", path=path)
            self.app.show_message(problem, "warning")
        else:
            self.dismiss(path)
