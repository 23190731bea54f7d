"""The pages of a document as HTML: the picture, its text over it, tags at their passages, chips beside it. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from disclosure_index.messages import message, render
from disclosure_index.model import Document, Location
from disclosure_index.outputs.escape import for_html
from disclosure_index.viewer.body import ElementMark, margin
from disclosure_index.viewer.marks import Chip, Chips
from disclosure_index.viewer.page_pictures import Box, Line, PagePictures, Placed, Sheet

PITCH = 4
"""The height of the chips of one place, in hundredths of a page."""
LOWEST = 96
"""The lowest position of chips, in hundredths of a page."""
WIDE = 17
"""The characters of chips that fit beside each other."""

NO_MARK = ElementMark("")
CLOSED = "</div>"
"""The end of a page's text: that of a picture alone is empty."""


def with_sheets(
    document: Document,
    marks: Mapping[Location, ElementMark],
    chips: Chips,
    pages: PagePictures,
    number: int,
    language: str,
) -> tuple[dict[Location, ElementMark], str, str]:
    """Return the marks of a document with its pages: the places of passages, and the pictures between passages.

    Args:
        document: the imported document.
        marks: the marks of its elements.
        chips: the chips of its elements.
        pages: the pages of the file.
        number: the number of the document.
        language: the language of the texts.

    Returns:
        The marks, and the HTML before and after the text of the document.

    """
    places = _places(document, (*marks, *chips), pages.placed)
    made = {location: mark._replace(boxes=_attribute(places.get(location))) for location, mark in marks.items()}
    for passage, placed in zip(document.passages, pages.placed, strict=True):
        if placed.boxes:
            made[passage.location] = made.get(passage.location, NO_MARK)._replace(boxes=_attribute(placed))
    on_sheets: dict[int, list[tuple[Placed, Sequence[Chip]]]] = {}
    for location, own in chips.items():
        if there := places.get(location):
            on_sheets.setdefault(there.sheet, []).append((there, own))
    html = [
        _sheet(sheet, n, on_sheets.get(n, ()), pages.name, number, language) for n, sheet in enumerate(pages.sheets)
    ]
    shown = pages.placed[0].sheet if pages.placed else len(html) - 1
    before, done = CLOSED.join(html[: shown + 1]), shown
    starts = sorted({*made, *(passage.location for passage in document.passages)})
    for (one, _), (other, there) in pairwise(zip(document.passages, pages.placed, strict=True)):
        if there.sheet > done:
            turned = next(place for place in starts if one.location < place <= other.location)
            page = CLOSED.join(["", *html[done + 1 : there.sheet + 1]])
            made[turned] = made.get(turned, NO_MARK)._replace(page=page)
            done = there.sheet
    return made, before, CLOSED.join(["", *html[done + 1 :], ""])


def _places(document: Document, wanted: Iterable[Location], placed: Sequence[Placed]) -> dict[Location, Placed]:
    """Return the place of each element: that of its first passage."""
    passages = [passage.location for passage in document.passages]
    found: dict[Location, Placed] = {}
    at = 0
    for location in sorted(set(wanted)):
        while at < len(passages) and passages[at] < location:
            at += 1
        if placed:
            found[location] = placed[min(at, len(placed) - 1)]
    return found


def _attribute(placed: Placed | None) -> str:
    """Return the place of a passage for the script: the sheet, and left, top, width, height of each box."""
    if placed is None or not placed.boxes:
        return ""
    return f"{placed.sheet} " + " ".join(",".join(map(str, _rounded(box))) for box in placed.boxes)


def _rounded(box: Box) -> tuple[int, int, int, int]:
    return round(box.left), round(box.top), round(box.right - box.left), round(box.bottom - box.top)


def _sheet(
    sheet: Sheet,
    at: int,
    told: Sequence[tuple[Placed, Sequence[Chip]]],
    name: str,
    number: int,
    language: str,
) -> str:
    """Return one page as HTML, with the element of its text opened."""
    if not sheet.address:
        return f'<div class="said bare" id="s{number}-{at}">'
    wide, high = round(sheet.width), round(sheet.height)
    alt = for_html(render(message("Page {page} of {file}", page=at + 1, file=name), language))
    tags = "".join(_rectangles(placed.boxes, own) for placed, own in told)
    lines = "".join(map(_text, sheet.lines))
    return (
        f'<div class="sheet" id="s{number}-{at}"><div class="leaf">'
        f'<img src="{sheet.address}" alt="{alt}" width="{wide}" height="{high}" loading="lazy" decoding="async">'
        f'<svg viewBox="0 0 {wide} {high}" aria-hidden="true">{lines}<g class="tags">{tags}</g></svg></div>'
        f'<div class="rail">{"".join(_rail(sheet, told))}</div></div><div class="said">'
    )


def _text(line: Line) -> str:
    """Return a piece of text at its place on the picture, invisible, for selecting and copying."""
    x, y, wide, high = _rounded(line.box)
    if not (wide > 0 and high > 0):
        return ""
    fitted = f'textLength="{wide}" lengthAdjust="spacingAndGlyphs"'
    return f'<text x="{x}" y="{y + high}" font-size="{high}" {fitted}>{for_html(line.text)}</text>'


def _rectangles(boxes: Iterable[Box], chips: Sequence[Chip]) -> str:
    """Return the rectangles of a tagged passage, which link to the card of the first of its tags."""
    drawn = "".join(f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="2"/>' for x, y, w, h in map(_rounded, boxes))
    return f'<a href="#{chips[0].to}" tabindex="-1" class="{chips[0].hue or "found"}">{drawn}</a>' if drawn else ""


def _rail(sheet: Sheet, told: Sequence[tuple[Placed, Sequence[Chip]]]) -> Iterator[str]:
    """Yield the chips beside a page at the height of their passages, without overlaps."""
    at_top = sorted(told, key=lambda one: one[0].boxes[0].top if one[0].boxes else 0.0)
    heights: list[int] = []
    for placed, _ in at_top:
        top = round(100 * placed.boxes[0].top / sheet.height) if placed.boxes else 0
        heights.append(max(top, heights[-1] + PITCH if heights else 0))
    room = LOWEST
    for number in reversed(range(len(heights))):
        heights[number] = max(min(heights[number], room), 0)
        room = heights[number] - PITCH
    for (_, chips), height in zip(at_top, heights, strict=True):
        written = tuple(dict.fromkeys(chip.html for chip in chips))
        beside = len(chips) > 1 and sum(len(chip.text) for chip in chips[:2]) <= WIDE
        yield margin(written, 2 if beside else 1, f"chips y{height}")
