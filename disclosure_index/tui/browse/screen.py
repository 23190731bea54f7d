"""The main screen, whole: what can be done on it, and what leads out of it."""

import subprocess
from typing import ClassVar

from textual.app import SuspendNotSupported
from textual.binding import BindingType

from disclosure_index.editing import reference_to
from disclosure_index.model import Location
from disclosure_index.tui import editors, targets
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.browse.doing import Doing
from disclosure_index.tui.browse.saying import snippet


class BrowseScreen(Doing):
    """Frameworks, disclosures, and the detail of one."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.BROWSE)]

    def action_copy(self) -> None:
        """Copy the attribute that tags an element with the disclosure."""
        if self.bench is not None and self.row is not None:
            text = snippet(reference_to(self.bench, self.row.disclosure))
            self.app.copy_to_clipboard(text)
            self.browser.tell(self.say("told-copied", text=text))

    def action_open_editor(self) -> None:
        """Open the source in the user's editor, at what is under the cursor; what is changed there is read again."""
        at = self._place()
        if at is None or not at.path:
            self.browser.tell(self.say("told-no-tag"))
            return
        try:
            with self.app.suspend():
                subprocess.run(editors.command(editors.chosen(), at), check=False)
        except (SuspendNotSupported, OSError, ValueError) as error:
            self.browser.tell(self.say("told-no-editor", why=error, place=at), "error")
            return
        self.app.refresh(layout=True)

    def _place(self) -> Location | None:
        """Give the place of what is under the cursor, else of the first thing that has one."""
        for target in (self.detail.current, *(block.target for block in self.detail.blocks)):
            if isinstance(target, targets.Answer | targets.Candidate | targets.Told):
                return target.location
        return None
