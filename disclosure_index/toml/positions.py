"""On which line of a TOML file each table and each key stands. The parser keeps no positions.

The text has been parsed, so it is TOML: only statements are distinguished here, and values are passed over.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

Path = tuple[Any, ...]
"""Keys, and the indexes of arrays of tables: ``("item", 1, "part", 0, "id")``."""

_BARE = r"[^\0-,./:-@\[-^`{-\x7f]+"  # word characters, dashes, and all beyond ASCII: compiled in a tenth of the time
_NAME = re.compile(rf"""\s*(?:"((?:\\.|[^"\\])*)"|'([^']*)'|({_BARE}))\s*(\.?)""")
_STRING = re.compile(r"\"\"\"(?:\\.|[^\\])*?\"\"\"+|'''.*?'''+|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'", re.DOTALL)
_PLAIN = re.compile(r"[^\"'#\[\]{}\n]+")
_BLANK = re.compile(r"(?:\s|#[^\n]*)*")


@lru_cache(maxsize=4)
def places(text: str) -> Mapping[Path, int]:
    """Map the path of every table and of every key to its line."""
    found: dict[Path, int] = {}
    items: dict[Path, int] = {}  # how many tables each array of tables has so far
    table: Path = ()
    lines, last, at = 1, 0, 0
    while (at := _end(_BLANK, text, at)) < len(text):
        lines, last = lines + text.count("\n", last, at), at
        if text[at] == "[":
            several = text.startswith("[[", at)
            names, at = _names(text, at + 1 + several)
            table = ()
            for name in names[:-1]:
                table = (*table, name)
                table = (*table, items[table] - 1) if table in items else table
            table = (*table, names[-1])
            if several:
                items[table] = items.get(table, 0) + 1
                table = (*table, items[table] - 1)
            found.setdefault(table, lines)
            at = text.find("\n", at) % (len(text) + 1)
        else:
            names, at = _names(text, at)
            for n in range(1, len(names) + 1):
                found.setdefault((*table, *names[:n]), lines)
            at = _after_value(text, text.index("=", at) + 1)
    return found


def _names(text: str, at: int) -> tuple[list[str], int]:
    """Read a dotted key; gives its names and where it ends."""
    names = []
    while match := _NAME.match(text, at):
        names.append(next(group for group in match.groups()[:3] if group is not None))
        at = match.end()
        if not match[4]:
            break
    return names, at


def _after_value(text: str, at: int) -> int:
    """Pass over a value, to the end of its last line."""
    depth = 0
    while at < len(text):
        if match := _PLAIN.match(text, at) or _STRING.match(text, at):
            at = match.end()
        elif text[at] == "#":
            at = text.find("\n", at) % (len(text) + 1)
        elif text[at] == "\n" and not depth:
            return at
        else:
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(text[at], 0)
            at += 1
    return at


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
