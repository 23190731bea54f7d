"""The heads between the parts of a detail."""

from disclosure_index.tui.widgets.blocks import Block, Part

EMPTY = Block((Part(""),))


def head(text: str) -> tuple[Block, ...]:
    """Return an empty line and a head."""
    return EMPTY, Block((Part(text, "head"),))
