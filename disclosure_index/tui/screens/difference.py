"""The page with the changes of the last step, line by line."""

from collections.abc import Iterator

from disclosure_index.edits import Change
from disclosure_index.messages import label, message
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.tui.screens.reading import ReadingScreen
from disclosure_index.tui.widgets.blocks import Block, Part
from disclosure_index.workbench.difference import difference

STYLES = {"+": "good", "-": "bad", "@": "dim"}


class DifferenceScreen(ReadingScreen):
    """Shows a change of the files, for reading only."""

    HEADING = label("heading", "Last change")

    def __init__(self, change: Change) -> None:
        super().__init__()
        self._change = change

    def blocks(self) -> Iterator[Block]:
        """Yield the lines of the change."""
        lines = difference(self._change.before, self._change.after)
        parts = tuple(Part(for_terminal(text.expandtabs(4)), STYLES.get(text[:1], "")) for text in lines)
        yield Block(parts or (Part(self.app.rendered(message("No changes yet"))),))
