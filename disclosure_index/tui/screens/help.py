"""The help screen: every key, from the table of actions, with the user's own keys."""

from collections.abc import Iterator

from rich.cells import cell_len

from disclosure_index.messages import label, message, states
from disclosure_index.tui.actions import HEADINGS, PLACES, Kind, of_kind
from disclosure_index.tui.screens.reading import ReadingScreen
from disclosure_index.tui.status_marks import STATUS
from disclosure_index.tui.widgets.blocks import Block, Part

KEYS = 20
"""The width of the column of keys, in cells."""


class HelpScreen(ReadingScreen):
    """Shows the action of each key, and the meaning of each mark."""

    HEADING = label("heading", "Keys and symbols")

    def blocks(self) -> Iterator[Block]:
        """Yield the keys by purpose, then the marks."""
        for kind in Kind:
            lines = [Part(self.app.rendered(HEADINGS[kind]), "head")]
            for action in of_kind(kind):
                keys = self.app.keys_of(action)
                where = self.app.rendered(PLACES[action.place])
                text = f"{self.app.rendered(action.help)}  [{where}]"
                lines.append(Part(text, "", keys + " " * max(1, KEYS - cell_len(keys))))
            yield Block((*lines, Part("")))
        marks = [
            Part(self.app.rendered(states.STATUS[status]), mark.style, f"{mark.sign} ")
            for status, mark in STATUS.items()
        ]
        counted = message(
            "Open are the disclosures that have to be answered or explained, and are not. A missing heading is counted "
            "once: what is below it is missing with it, and not counted"
        )
        head = Part(self.app.rendered(label("heading", "Legend")), "head")
        yield Block((head, *marks, Part(""), Part(self.app.rendered(counted))))
