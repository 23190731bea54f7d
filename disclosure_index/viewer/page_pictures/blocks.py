"""The blocks of a passage, one per column, from the boxes of its text, one per piece of a line. Pure."""

from collections.abc import Iterable

from disclosure_index.viewer.page_pictures import Box

Rectangle = tuple[float, float, float, float]

APART = 1.5
"""The largest distance within a block, in heights of a line."""
AROUND = 1.5  # points by which a block is larger than its text
MOST = 12
"""The most blocks of a passage; one with more pieces gets one block around all."""


def whole_lines(rectangles: Iterable[Rectangle]) -> list[Rectangle]:
    """Return the pieces of each line joined: pdfium splits words where the letter spacing is wide.

    Args:
        rectangles: those of the pieces, in text order, in PDF coordinates: left, bottom, right, top.

    """
    made: list[Rectangle] = []
    for left, bottom, right, top in rectangles:
        if made:
            x0, y0, x1, y1 = made[-1]
            low, high = sorted((top - bottom, y1 - y0))
            if min(top, y1) - max(bottom, y0) > low / 2 and -high < left - x1 < high:
                made[-1] = min(left, x0), min(bottom, y0), max(right, x1), max(top, y1)
                continue
        made.append((left, bottom, right, top))
    return made


def blocks(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Return the blocks, in the order of the text."""
    made: list[Box] = []
    for box in boxes:
        if box.right <= box.left or box.bottom <= box.top:
            continue
        if made and _continues(made[-1], box):
            made[-1] = _around(made[-1], box)
        else:
            made.append(box)
    if len(made) > MOST:
        whole = made[0]
        for box in made[1:]:
            whole = _around(whole, box)
        made = [whole]
    return tuple(Box(b.left - AROUND, b.top - AROUND, b.right + AROUND, b.bottom + AROUND) for b in made)


def _continues(block: Box, box: Box) -> bool:
    """Whether a piece is in the last line of a block, or in the next one below."""
    height = box.bottom - box.top
    on_it = box.top < block.bottom and box.bottom > block.bottom - 2 * height
    below = -height < box.top - block.bottom < APART * height
    return on_it or (below and box.left < block.right and box.right > block.left)


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left), min(one.top, other.top), max(one.right, other.right), max(one.bottom, other.bottom)
    )
