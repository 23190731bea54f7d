"""The main screen, whole, with its keys."""

from typing import ClassVar

from textual.binding import BindingType

from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.browse.finding import Finding
from disclosure_index.tui.going import View


class BrowseScreen(Finding):
    """Frameworks, disclosures, and the detail of one."""

    VIEW = View.BROWSE
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Place.SOURCE, Place.PANED, Place.TAGS, Place.DISCLOSURE, Place.BROWSE),
    ]
