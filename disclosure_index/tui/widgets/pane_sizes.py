"""The sizes of panes: dragged by the border or changed by keys, and saved."""

from collections.abc import Mapping
from typing import NamedTuple

from textual.containers import Container
from textual.geometry import Region
from textual.widget import Widget

OUTLINE, DETAIL = "outline", "detail"
NARROWEST, WIDEST = 12, 70
"""The limits of the width of the tree, in cells."""
LEAST, MOST = 15, 85
"""The limits of the detail's share of the room that it has together with the list, in percent."""
CELLS, PERCENT = 2, 5
"""The change by one key."""


class Layout(NamedTuple):
    """The arrangement of panes: side by side or stacked; a stacked layout hides the tree."""

    beside: bool
    with_outline: bool

    def key(self, pane: str) -> str:
        """Return the key for saving the size of a pane: each layout has its own sizes."""
        return pane if pane == OUTLINE else f"{pane}-{'beside' if self.beside else 'below'}-{2 + self.with_outline}"


def border_at(panes: Mapping[str, Widget], layout: Layout, x: int, y: int) -> str:
    """Return the pane whose border is at a position of the screen; "" if there is none."""
    outline, detail = panes.get(OUTLINE), panes[DETAIL]
    if outline is not None and outline.display and x == outline.region.right - 1 and y in outline.region.line_range:
        return OUTLINE
    if not detail.display:
        return ""
    region = detail.region
    inside = y in region.line_range if layout.beside else x in region.column_range
    return DETAIL if inside and (x == region.x if layout.beside else y == region.y) else ""


def dragged_to(panes: Mapping[str, Widget], layout: Layout, pane: str, x: int, y: int) -> int:
    """Return the size of a pane whose border is dragged to a position of the screen."""
    if pane == OUTLINE:
        return within(pane, x - panes[OUTLINE].region.x + 1)
    both = _both(panes)
    length, of = (both.right - x, both.width) if layout.beside else (both.bottom - y, both.height)
    return within(pane, round(100 * length / max(1, of)))


def size_now(panes: Mapping[str, Widget], layout: Layout, pane: str) -> int:
    """Return the present size of a pane."""
    region = panes[pane].region
    if pane == OUTLINE:
        return region.width
    both = _both(panes)
    length, of = (region.width, both.width) if layout.beside else (region.height, both.height)
    return round(100 * length / max(1, of))


def within(pane: str, size: int) -> int:
    """Return a size limited so that the others have room."""
    least, most = (NARROWEST, WIDEST) if pane == OUTLINE else (LEAST, MOST)
    return max(least, min(size, most))


def lay_out(panes: Mapping[str, Widget], layout: Layout, sizes: Mapping[str, int]) -> None:
    """Give the panes their saved sizes; without one, those of the style sheet."""
    for pane in panes.values():
        for rule in ("width", "height"):
            pane.styles.clear_rule(rule)
    if OUTLINE in panes and (width := sizes.get(layout.key(OUTLINE))):
        panes[OUTLINE].styles.width = width
    if share := sizes.get(layout.key(DETAIL)):
        rule = "width" if layout.beside else "height"
        setattr(panes["rows"].styles, rule, f"{100 - share}fr")
        setattr(panes[DETAIL].styles, rule, f"{share}fr")


def layout_of(container: Container, panes: Mapping[str, Widget]) -> Layout | None:
    """Return the layout of panes; None where only one of them has room."""
    screen = container.screen
    if screen.has_class("-wide"):
        return Layout(True, OUTLINE in panes)
    return Layout(False, OUTLINE in panes) if screen.has_class("-medium") else None


def _both(panes: Mapping[str, Widget]) -> Region:
    return panes["rows"].region.union(panes[DETAIL].region)
