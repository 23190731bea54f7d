"""Count the pages of a Word file while its text is read."""

from typing import TYPE_CHECKING

from disclosure_index.reading.markup import Markup
from disclosure_index.reading.word.styles import local, value

if TYPE_CHECKING:
    from lxml import etree


class Pages:
    """The pages started in `markup`: at the breaks of Word's last layout, or without any at the breaks of the user.

    Word repeats a break of the user as its own, so the two are never counted together.
    """

    def __init__(self, markup: Markup, body: "etree._Element") -> None:
        self._markup = markup
        self._rendered = any(local(element) == "lastRenderedPageBreak" for element in body.iter())
        self._page = 0
        if self._rendered or any(_by_hand(element) for element in body.iter()):
            self._turn(1)

    def pass_by(self, element: "etree._Element", line: int) -> None:
        """Turn the page if an element is a break that counts."""
        if local(element) == "lastRenderedPageBreak" if self._rendered else _by_hand(element):
            self._turn(line)

    def _turn(self, line: int) -> None:
        self._page += 1
        self._markup.page(str(self._page), line, 1)


def _by_hand(element: "etree._Element") -> bool:
    """Whether an element is a page break that was set by hand."""
    if local(element) == "pageBreakBefore":
        return value(element) not in ("0", "false", "off")
    return local(element) == "br" and value(element, "type") == "page"
