"""Write the page of the keys of `browse`, from the table of actions: ``python -m tools.keys_page docs/keys.md``."""

import sys
from collections.abc import Iterator
from pathlib import Path

from disclosure_index.tui.actions import HEADINGS, PLACES, Kind, of_kind

NAMES = {
    "slash": "/", "question_mark": "?", "left_square_bracket": "[", "right_square_bracket": "]",
}  # fmt: skip
"""The names of keys, for people."""


def page() -> str:
    """Return the page."""
    lines = ["# Keys", "", "Written by `tools/keys_page.py` from the table of actions. The first column names the"]
    lines += ["action in a keymap of your own, see [Browse](browse.md).", ""]
    for kind in Kind:
        lines += [f"## {HEADINGS[kind]}", "", *_rows(kind), ""]
    return "\n".join(lines)


def _rows(kind: Kind) -> Iterator[str]:
    yield "| action | keys | where | what it does |"
    yield "|---|---|---|---|"
    for action in of_kind(kind):
        keys = " ".join(f"`{NAMES.get(key, key)}`" for key in action.keys.split(",") if key) or "command palette"
        where = PLACES[action.place]
        yield f"| {action.id} | {keys} | {where} | {action.help} |"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), "utf-8")
