"""What of a report's markup is shown: nothing that runs, loads or styles."""

import re

DROPPED = frozenset((
    "audio", "base", "button", "canvas", "embed", "frame", "frameset", "head", "iframe", "input",
    "link", "math", "meta", "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title",
    "video",
))  # fmt: skip
"""Elements that are left out with all that is in them."""

FACTS_ONLY = frozenset(("ix:header", "ix:hidden"))
"""Elements of inline XBRL that hold what no reader sees."""

KEPT = frozenset((
    "a", "abbr", "address", "article", "aside", "b", "bdi", "blockquote", "br", "caption", "cite", "code", "col",
    "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li", "mark", "nav", "ol", "p", "pre", "q", "rp",
    "rt", "ruby", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
))  # fmt: skip
"""Elements that stay what they are; of any other the text stays."""

VOID = frozenset(("br", "col", "hr", "img", "wbr"))
ROWS = frozenset(("table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "colgroup"))
"""Elements that hold no text of their own."""

CELLS = frozenset(("td", "th", "caption", "li", "dt", "dd"))
LANDMARKS = {"header": "div", "footer": "div", "nav": "div", "aside": "div", "article": "div"}
"""What would be a landmark of the page around the report."""

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
    """Whether a person does not see the element: text that is not seen does not come into sight here."""
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")))


def is_embedded(source: str) -> bool:
    """Whether the source of a picture is the picture itself, of a kind that runs nothing."""
    return bool(_PICTURE.fullmatch(source))
