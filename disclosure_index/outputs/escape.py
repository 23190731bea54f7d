"""Text of a report or of a project file, made harmless for the place it goes to."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
_NO_XML = dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


def for_terminal(text: str) -> str:
    """Show control characters, and those that turn the direction of writing, instead of obeying them."""
    return _CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def for_xml(text: str) -> str:
    """Show what XML 1.0 cannot hold, and what turns the direction of writing; markup is still to be escaped."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text).translate(_NO_XML)


def for_html(text: str) -> str:
    """Escape for text and for quoted attributes."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text).translate(_HTML)


def for_markdown_cell(text: str) -> str:
    """Escape for a cell of a pipe table: no markup of the text's own, no end of cell or line."""
    text = " ".join(_CONTROL.sub("", text).split())
    return re.sub(r"([\\`*_{}\[\]<>|#&~])", r"\\\1", text)


def for_csv(text: str) -> str:
    """Keep a spreadsheet from running the text: what could begin a formula gets an apostrophe before it."""
    return f"'{text}" if text.startswith(_FORMULA) else text
