"""The main screen, whole, with its keys."""

from typing import ClassVar

from textual.binding import BindingType

from disclosure_index.tables.table import Table
from disclosure_index.tui import export_tables as exporting
from disclosure_index.tui.actions import Place, bindings
from disclosure_index.tui.browse.header_lines import filter_line
from disclosure_index.tui.browse.search_and_filter import Finding
from disclosure_index.tui.navigation import View


class BrowseScreen(Finding):
    """Frameworks, disclosures, and the detail of one."""

    VIEW = View.BROWSE
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Place.SOURCE, Place.PANED, Place.TAGS, Place.DISCLOSURE, Place.BROWSE),
    ]

    def shown(self) -> Table | None:
        """Return the disclosures in sight; the title says which filters hide something."""
        if self.assessment is None:
            return None
        language, title = self.browser.language, "disclosures"
        if self.filter.asks:
            title = filter_line(self.filter, len(self.rows.items), language)
        return exporting.disclosures(self.assessment, self.rows.items, title, language)
