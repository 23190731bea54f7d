"""Text that a cell may hold: no formula, no control character, nothing cut without a mark."""

import re
from functools import lru_cache

from rich.cells import cell_len

from disclosure_index.messages import message

LONGEST = 32_767
"""What a cell holds, in UTF-16 code units; Excel drops the rest, or refuses the file."""

CUT_OFF = message(" […cut off]")
"""Ends a text that its cell does not hold whole."""

_HARMFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")
"""Control characters, those that overrule the direction of writing, and what XML cannot hold."""

_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Excel reads ``_x0007_`` as the character of that number, unless its first sign is written so itself."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "'", "|", "%")
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """Replace what no cell may hold; emoji and right-to-left text stay as they are."""
    if text.isascii() and text.isprintable() and "_x" not in text:
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ESCAPED.sub("_x005F_", _HARMFUL.sub("\N{REPLACEMENT CHARACTER}", text))


def fit(text: str, mark: str) -> str:
    """Cut `text` so that a cell holds it, and end what is cut with `mark`."""
    if len(text) * 2 <= LONGEST or units(text) <= LONGEST:
        return text
    room = LONGEST - units(mark)
    kept = text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore")
    return kept + mark


def units(text: str) -> int:
    """Return the length of a text as Excel counts it: an emoji is two."""
    return len(text) + sum(1 for char in text if char > "\uffff")


def plain(text: str) -> str:
    """Undo the escaping of `clean`, as a reader of a cell has to."""
    return re.sub(r"_x005F_(?=x[0-9A-Fa-f]{4}_)", "_", text)


def like_a_formula(text: str) -> bool:
    """Whether a spreadsheet might take the text for a formula when someone edits the cell."""
    return text.startswith(_FORMULA)


def is_han(text: str) -> bool:
    """Whether the text needs a Chinese font."""
    return not text.isascii() and _HAN.search(text) is not None


def width(text: str) -> int:
    """Measure the longest line, East Asian wide characters double."""
    if text.isascii() and "\n" not in text:
        return len(text)
    return max((cell_len(line) for line in text.split("\n")), default=0)
