"""Plain text as Markdown, escaped so that it is read as typed."""

import re
from collections.abc import Iterator

_SPECIAL = re.compile(r"[\\`*_\[\]<{~|]|&(?=#?\w+;)|(?<=!)\[")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def as_markdown(text: str) -> Iterator[str]:
    r"""Yield the lines of a text as Markdown; white space is folded, as readers do.

    >>> list(as_markdown("# 1 * 2 <b>\n1. We reported {all}."))
    ['\\# 1 \\* 2 \\<b>', '1\\. We reported \\{all}.']
    """
    for line in text.splitlines():
        words = " ".join(line.split())
        if not words:
            continue
        escaped = _SPECIAL.sub(lambda match: f"\\{match[0]}", words)
        if numbered := _NUMBERED.match(escaped):
            escaped = f"{numbered[1]}\\{escaped[numbered.end(1) :]}"
        elif escaped[0] in "#+-=>:":
            escaped = f"\\{escaped}"
        yield escaped
