"""The markup of a report that is shown: nothing that runs, loads or styles."""

import re

DROPPED = frozenset((
    "audio", "base", "button", "canvas", "embed", "frame", "frameset", "head", "iframe", "input",
    "link", "math", "meta", "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title",
    "video",
))  # fmt: skip
"""Elements that are dropped with their content."""

FACTS_ONLY = frozenset(("ix:header", "ix:hidden"))
"""Elements of inline XBRL whose content no reader sees."""

KEPT = frozenset((
    "a", "abbr", "address", "article", "aside", "b", "bdi", "blockquote", "br", "caption", "cite", "code", "col",
    "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li", "mark", "nav", "ol", "p", "pre", "q", "rp",
    "rt", "ruby", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
))  # fmt: skip
"""Elements that are kept; of any other only the text is."""

VOID = frozenset(("br", "col", "hr", "img", "wbr"))
ROWS = frozenset(("table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "colgroup"))
"""Elements without text of their own."""

CELLS = frozenset(("td", "th", "caption", "li", "dt", "dd"))
LANDMARKS = {"header": "div", "footer": "div", "nav": "div", "aside": "div", "article": "div"}
"""Landmarks of the report, which must not be landmarks of the page around it."""

_NUMBER = re.compile(r"[0-9]{1,5}")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+")
NUMBERS = frozenset(("colspan", "rowspan", "start", "value"))
PLAIN = frozenset(("lang", "dir", "scope", "abbr"))
SCHEMES = ("http://", "https://", "mailto:")


def is_number(text: str) -> bool:
    """Whether an attribute's value is a short number."""
    return bool(_NUMBER.fullmatch(text))


def is_hidden(attributes: dict[str, str]) -> bool:
    """Whether the element is hidden: hidden text must not become visible here."""
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")))


def is_embedded(source: str) -> bool:
    """Whether the source of a picture is the picture itself, of a type that runs nothing."""
    return bool(_PICTURE.fullmatch(source))
