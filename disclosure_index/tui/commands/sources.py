"""Commands on the source files of a report: open one in an editor."""

import subprocess

from textual.app import SuspendNotSupported

from disclosure_index.files.named_files import reason
from disclosure_index.messages import message
from disclosure_index.model import Location
from disclosure_index.reading.registry import is_word
from disclosure_index.tui import external_editor as editors
from disclosure_index.tui.report_app import ReportApp


def open_source(app: ReportApp, at: Location) -> None:
    """Open a file in the user's editor at a location; changes made there are read again."""
    if is_word(at.path):
        app.show_message(message("Open {file} in Word, and go to paragraph {number}", file=at.path, number=at.line))
        return
    try:
        with app.suspend():
            subprocess.run(editors.command(editors.chosen(), at), check=False)
    except (SuspendNotSupported, OSError, ValueError) as error:
        problem = message("Cannot open the editor ({why}): open {place} yourself", why=reason(error), place=at)
        app.show_message(problem, "error")
        return
    app.refresh(layout=True)
