"""HTML tags inside another text, each with its exact position."""

import html
import re
from collections.abc import Callable

from disclosure_index.messages import message
from disclosure_index.model import Finding, Location
from disclosure_index.reading.markup import Markup

_NAME = r"""[^\s"'<>/=]++"""
_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++)"""
_PIECE = re.compile(
    r"<!---?>|(?P<comment><!--)|<[!?][^<>]*+>|<(?P<slash>/)?(?P<name>[A-Za-z][\w:-]*+)"
    rf"(?P<attributes>(?:\s*+{_NAME}(?:\s*+=\s*+{_VALUE})?)*+)\s*+(?P<empty>/)?>"
)  # possessive throughout, so that hostile text is read in linear time
_ATTRIBUTE = re.compile(rf"({_NAME})(?:\s*+=\s*+({_VALUE}))?")

VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))

_CLOSES = {
    **dict.fromkeys(("li", "dt", "dd"), frozenset({"li", "dt", "dd", "p"})),
    **dict.fromkeys(("td", "th"), frozenset({"td", "th", "p"})),
    "tr": frozenset({"tr", "td", "th", "p"}),
    **dict.fromkeys(("thead", "tbody", "tfoot"), frozenset({"thead", "tbody", "tfoot", "tr", "td", "th", "p"})),
    **dict.fromkeys(("p", "div", "table", "ul", "ol"), frozenset({"p"})),
}
"""The open elements that each start tag closes, for sources without end tags."""


def feed(markup: Markup, text: str, path: str, locate: Callable[[int], tuple[int, int]]) -> None:
    """Pass the tags and text of a piece of HTML to `markup`; `locate` returns the position of an offset in `text`."""
    at = 0
    while match := _PIECE.search(text, at):
        if match.start() > at:
            markup.text(html.unescape(text[at : match.start()]))
        at = match.end()
        if match["comment"]:
            end = text.find("-->", at)
            if end < 0:
                where = Location(path, *locate(match.start()))
                problem = message("A comment is never closed; the text after it is not read")
                hint = message("Write {what}", what="-->")
                markup.builder.report(Finding("DI601", problem, where, hint, unchecked=True))
                return
            markup.comment(text[at:end], *locate(match.start()))
            at = end + len("-->")
        elif match["slash"]:
            markup.end(match["name"].lower())
        elif name := (match["name"] or "").lower().rpartition(":")[2]:
            while markup.innermost in _CLOSES.get(name, ()):
                markup.end(markup.innermost)
            markup.start(name, attributes_of(match["attributes"]), *locate(match.start()))
            if match["empty"] or name in VOID:
                markup.end(name)
    if at < len(text):
        markup.text(html.unescape(text[at:]))


def attributes_of(text: str) -> dict[str, str]:
    """Read the attributes of a start tag.

    >>> attributes_of(' role="doc-pagebreak" aria-label=25')
    {'role': 'doc-pagebreak', 'aria-label': '25'}
    """
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), html.unescape(value[1:-1] if value[:1] in ('"', "'") else value))
    return found
