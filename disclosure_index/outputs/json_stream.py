"""JSON of any length, written in pieces: the frame at once, the items of long lists one by one."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import indent
from typing import Any

from disclosure_index.outputs.escape import for_json

_MARK = "\ud800"
"""Half of a character, which no text of a report, of a project file or of a path holds."""

_HERE = re.compile(rf'^( *)(.*)"{_MARK}(\w+)"', re.MULTILINE)
INDENT = 2


def here(name: str) -> str:
    """Return the placeholder of the list `name` in the frame; no text of a report can equal it."""
    return f"{_MARK}{name}"


def stream(frame: Any, lists: Mapping[str, Iterable[Any]]) -> Iterator[str]:
    """Write `frame` as ``json.dumps`` with an indent does, and a newline; each `here` in it becomes its list."""
    text = json.dumps(frame, ensure_ascii=False, indent=INDENT)
    done = 0
    for place in _HERE.finditer(text):
        yield for_json(text[done : place.start()] + place[1] + place[2])
        yield from _list(lists[place[3]], place[1])
        done = place.end()
    yield for_json(text[done:]) + "\n"


def _list(items: Iterable[Any], margin: str) -> Iterator[str]:
    inner, empty = margin + " " * INDENT, True
    for item in items:
        yield "[\n" if empty else ",\n"
        yield for_json(indent(json.dumps(item, ensure_ascii=False, indent=INDENT), inner))
        empty = False
    yield "[]" if empty else f"\n{margin}]"
