"""The HTML of a document, from its source: the allowed markup, with marks at elements by their place."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from disclosure_index.outputs.escape import for_html
from disclosure_index.reading.xml.scan import MAX_DEPTH, scan_xml, too_deep
from disclosure_index.viewer import allowed

if TYPE_CHECKING:
    from xml.parsers import expat

Place = tuple[int, int]
"""Line and column of an element, as in `Location`."""


FEW = {"tr": 2, "li": 2, "td": 2, "th": 2}
"""The most chips in the margin of such an element, which is low; the others are folded away."""
SOME = 4
"""The same for any other element."""


class UnderlinedNumber(NamedTuple):
    """An underlined number: its text, its occurrence in the element, and the reason as HTML."""

    printed: str
    ordinal: int
    why: str


class ElementMark(NamedTuple):
    """The marks of an element.

    Attributes:
        id: the target of links; "" for none.
        classes: of the element.
        chips: for the margin, as HTML.
        figures: the figures of its text to underline.
        boxes: its boxes on the picture of its page, as the script reads them.
        page: the picture of a page that begins with the element, as HTML.
    """

    id: str
    classes: str = ""
    chips: tuple[str, ...] = ()
    figures: tuple[UnderlinedNumber, ...] = ()
    boxes: str = ""
    page: str = ""


def margin(chips: Sequence[str], most: int, classes: str = "chips") -> str:
    """Return the chips of an element as HTML; if there are more than `most`, a button shows the others."""
    if not chips:
        return ""
    shown, more = chips[:most], chips[most:]
    folded = ""
    if more:
        button = f'<button type="button" class="more" aria-expanded="false">+{len(more)}</button>'
        folded = f'{button}<span class="others" hidden="">{"".join(more)}</span>'
    return f'<span class="{classes}">{"".join(shown)}{folded}</span>'


class Body:
    """Writes HTML from the events of expat.

    Args:
        marks: the marks, by the place of their element.
        anchors: the anchors of the document, each with its id here.
        picture: returns the address of an embedded picture; "" for one that is not shown.

    """

    def __init__(
        self, marks: Mapping[Place, ElementMark], anchors: Mapping[str, str], picture: Callable[[str], str]
    ) -> None:
        self.parts: list[str] = []
        self._marks, self._anchors, self._picture = marks, anchors, picture
        self._open: list[str] = []  # the name of each open element; "" for a hidden one
        self._dropped = 0  # the number of open elements that are dropped
        self._inside = False  # whether the body has begun
        self._chips: tuple[str, ...] = ()  # chips of an element without text, which wait for its first cell
        self._bare = -1  # the number of parts after the last chips
        self._figures: list[UnderlinedNumber] = []  # of the last element with any
        self._seen: Counter[str] = Counter()  # the occurrences of each of them in it so far
        self._depth = 0  # the depth of that element

    def listen(self, parser: "expat.XMLParserType") -> None:
        """Set the handlers."""
        self._parser = parser
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        if len(self._open) + self._dropped > MAX_DEPTH:
            raise too_deep()
        name = qualified.rpartition(":")[2].lower()
        if self._dropped or name in allowed.DROPPED or qualified.lower() in allowed.FACTS_ONLY:
            self._dropped += 1
            return
        if not self._inside:
            self._inside = name == "body"
            self._open.append("")
            return
        mark = self._marks.get((self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1))
        if name == "img":
            self._img(attributes, mark)
            return
        shown = allowed.LANDMARKS.get(name, name) if name in allowed.KEPT else "span" if mark else ""
        if mark and mark.page:
            self._turn_to(mark.page)
        self._open.append("" if not shown or name in allowed.VOID else shown)
        if shown:
            self.parts.append(f"<{shown}{self._attributes(attributes, mark)}>")
            self._show_chips(name, mark)
        if mark and mark.figures:
            self._figures, self._seen, self._depth = list(mark.figures), Counter(), len(self._open)

    def _turn_to(self, page: str) -> None:
        """Close all open elements, write the picture of a page, and open them again below it."""
        names = [name for name in self._open if name]
        self.parts += (*(f"</{name}>" for name in reversed(names)), page, *(f"<{name}>" for name in names))

    def _show_chips(self, name: str, mark: ElementMark | None) -> None:
        self._chips += mark.chips if mark else ()
        if self._chips and name not in allowed.ROWS and name not in allowed.VOID:
            self.parts.append(margin(tuple(dict.fromkeys(self._chips)), FEW.get(name, SOME)))
            self._chips = ()
            self._bare = len(self.parts)

    def _img(self, attributes: dict[str, str], mark: ElementMark | None) -> None:
        source, alt = attributes.get("src", ""), for_html(attributes.get("alt", ""))
        source = source if allowed.is_embedded(source) else self._picture(source)
        made = self._attributes({}, mark)
        if source:
            self.parts.append(f'<img{made} src="{for_html(source)}" alt="{alt}" loading="lazy">')
        elif alt:
            self.parts.append(f'<span{made} class="picture">{alt}</span>')
        self._open.append("")

    def _attributes(self, attributes: dict[str, str], mark: ElementMark | None) -> str:
        made = []
        id = (mark.id if mark else "") or self._anchors.get(attributes.get("id", ""), "")
        if id:
            made.append(f' id="{id}"')
        if mark:
            made.append(f' class="{mark.classes}"' if mark.classes else "")
            made.append(f' data-boxes="{mark.boxes}"' if mark.boxes else "")
        for name, value in attributes.items():
            if name in allowed.PLAIN or (name in allowed.NUMBERS and allowed.is_number(value)):
                made.append(f' {name}="{for_html(value)}"')
            elif name == "href":
                made.append(self._href(value))
        if attributes.get("role") == "doc-pagebreak":
            label = attributes.get("aria-label") or attributes.get("title", "")
            made.append(f' role="doc-pagebreak" aria-label="{for_html(label)}"')
        if allowed.is_hidden(attributes):
            made.append(' hidden=""')
        return "".join(made)

    def _href(self, value: str) -> str:
        if value.startswith("#") and (id := self._anchors.get(value[1:])):
            return f' href="#{id}"'
        if value.lower().startswith(allowed.SCHEMES):
            return f' href="{for_html(value)}" rel="noopener noreferrer" target="_blank"'
        return ""

    def _end(self, _: str) -> None:
        if self._dropped:
            self._dropped -= 1
        elif self._open:
            self._figures = [] if len(self._open) == self._depth else self._figures
            if len(self.parts) == self._bare:
                self.parts.append("&#160;")  # an element without text has no height, and its chips lie on the next ones
            if name := self._open.pop():
                self.parts.append(f"</{name}>")

    def _text(self, text: str) -> None:
        if self._inside and not self._dropped:
            self.parts.append(self._underlined(text) if self._figures else for_html(text))

    def _underlined(self, text: str) -> str:
        """Return a text with its figures underlined; a figure split over two texts is not recognised."""
        found: list[tuple[int, UnderlinedNumber]] = []
        for printed in {figure.printed for figure in self._figures}:
            for at in re.finditer(re.escape(printed), text):
                found += (
                    (at.start(), f) for f in self._figures if (f.printed, f.ordinal) == (printed, self._seen[printed])
                )
                self._seen[printed] += 1
        done = 0
        parts: list[str] = []
        for start, figure in sorted(found):
            if start >= done:
                end = start + len(figure.printed)
                parts += for_html(text[done:start]), f'<u class="tie" title="{figure.why}">{text[start:end]}</u>'
                done = end
        return "".join((*parts, for_html(text[done:])))


def body(
    data: bytes, marks: Mapping[Place, ElementMark], anchors: Mapping[str, str], picture: Callable[[str], str]
) -> str:
    """Return the HTML of a document.

    Args:
        data: the source, which has been read as a document before.
        marks: see `Body`.
        anchors: see `Body`.
        picture: see `Body`.

    Raises:
        RefusedError: the source cannot be read.

    """
    made = Body(marks, anchors, picture)
    scan_xml(data, made.listen)
    return "".join(made.parts)
