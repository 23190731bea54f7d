"""Conversion of coordinates on a PDF page, which grow upwards, to the displayed page, where they grow downwards."""

from dataclasses import dataclass, replace

from disclosure_index.reading.pdf.boxes import Box

TURNS = (0, 90, 180, 270)


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible page, and the degrees by which a viewer turns it clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    def seen(self, box: Box) -> Box:
        """Return left, top, right and bottom of a box, measured from the upper left corner of the displayed page."""
        left, bottom, right, top = box
        if self.turn == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turn == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.turn == 270:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the displayed page."""
        across, down = self.right - self.left, self.top - self.bottom
        return (down, across) if self.turn in (90, 270) else (across, down)

    def turned(self, degrees: int) -> "Frame":
        """Return the page turned clockwise."""
        return replace(self, turn=(self.turn + degrees) % 360)
