"""Attributes inside Markdown's text: ``{#anchor disclosure="gri:305-1"}``, alone or after a ``[span]``.

Rules for markdown-it read them; `take` separates the attributes of the whole block from those of its parts.
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.html_inline import html_inline
from markdown_it.token import Token

from disclosure_index.reading.marks.misspelt_attributes import KNOWN

_ITEM = r"""\#[^\s{}#."'=]++|\.[\w-]++|[A-Za-z][\w-]*+\s*+=\s*+(?:"[^"\n]*+"|“[^”\n]*+”|'[^'\n]*+'|[^\s"'{}]++)"""
ATTRIBUTES = re.compile(rf"\{{[ \t]*+((?:(?:{_ITEM})\s*+)+)\}}")
_PARTS = re.compile(r"""\#([^\s{}#."'=]+)|([A-Za-z][\w-]*)\s*=\s*("[^"]*"|“[^”]*”|'[^']*'|[^\s"'{}]+)""")
NOT_UNDERSTOOD = re.compile(r"\{[^{}]*\b(?:disclosure|omission)\b")

SHORT_NAMES = {known.removeprefix("data-"): known for known in KNOWN}
"""Our attributes as they are written in braces."""


def read_attributes(text: str) -> dict[str, str]:
    """Read the attributes in braces, with their names in HTML.

    >>> read_attributes('#water disclosure="gri:303-3" lang=en')
    {'id': 'water', 'data-disclosure': 'gri:303-3', 'lang': 'en'}
    """
    found: dict[str, str] = {}
    for anchor, name, value in _PARTS.findall(text):
        if anchor:
            found["id"] = anchor
        else:
            quoted = value[:1] in ('"', "'", "“")
            found[SHORT_NAMES.get(name, name)] = value[1:-1] if quoted else value
    return found


def add_rules(md: MarkdownIt) -> None:
    """Add attributes, spans and the offsets of inline HTML (``meta["at"]``) to `md`."""
    md.inline.ruler.before("link", "attributes", _attributes)
    md.inline.ruler.before("link", "span", _span)
    md.inline.ruler.at("html_inline", _placed_html)


def _attributes(state: StateInline, silent: bool) -> bool:
    match = ATTRIBUTES.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "{" else None
    if match is None:
        return False
    if not silent:
        token = state.push("attributes", "", 0)
        token.content = match[0]
        token.meta = {"at": state.pos, "attributes": read_attributes(match[1])}
    state.pos = match.end()
    return True


def _span(state: StateInline, silent: bool) -> bool:
    """Read ``[text]{…}``."""
    if state.src[state.pos] != "[" or "]{" not in state.src:
        return False
    start = state.pos
    end = state.md.helpers.parseLinkLabel(state, start)
    match = ATTRIBUTES.match(state.src, end + 1, state.posMax) if end >= 0 else None
    if match is None:
        return False
    if not silent:
        most = state.posMax
        token = state.push("span_open", "span", 1)
        token.meta = {"at": start, "attributes": read_attributes(match[1]), "braces": (end + 1, match.end())}
        state.pos, state.posMax = start + 1, end
        state.md.inline.tokenize(state)
        state.posMax = most
        state.push("span_close", "span", -1)
    state.pos = match.end()
    return True


def _placed_html(state: StateInline, silent: bool) -> bool:
    start = state.pos
    read = html_inline(state, silent)
    if read and not silent:
        state.tokens[-1].meta = {"at": start}
    return read


def take(children: list[Token]) -> list[Token]:
    """Remove and return the attributes of the block itself, which stand at the end of a line of its text.

    Attributes directly after emphasis, a link or code belong to that element. The last ones come first.
    """
    children[:] = [child for child in children if child.type != "text" or child.content]
    _give_to_spans(children)
    at_end: list[Token] = []
    while (last := _last(children)) is not None and children[last].type == "attributes":
        at_end.append(children.pop(last))
    at_line_ends = [
        index
        for index in range(len(children) - 2, -1, -1)
        if children[index].type == "attributes" and children[index + 1].type == "softbreak"
    ]
    return [*at_end, *(children.pop(index) for index in at_line_ends)]


def braces_of(token: Token) -> tuple[int, int]:
    """Return the range of the attributes in their block's content."""
    return token.meta["at"], token.meta["at"] + len(token.content)


def _last(children: Sequence[Token]) -> int | None:
    """Return the index of the last child other than white space and comments."""
    for index in range(len(children) - 1, -1, -1):
        child = children[index]
        if child.type in ("softbreak", "hardbreak") or (child.type == "text" and not child.content.strip()):
            continue
        if child.type == "html_inline" and child.content.startswith("<!--"):
            continue
        return index
    return None


def _give_to_spans(children: list[Token]) -> None:
    index = 1
    while index < len(children):
        before, token = children[index - 1], children[index]
        if token.type == "attributes" and before.type.endswith("_close"):
            opener = next(
                child
                for child in reversed(children[: index - 1])
                if child.nesting == 1 and child.level == before.level and child.tag == before.tag
            )
            opener.meta = {"at": token.meta["at"], "braces": braces_of(token)} | opener.meta
            opener.meta.setdefault("attributes", {}).update(token.meta["attributes"])
            del children[index]
        else:
            index += 1


def merge(into: dict[str, str], more: dict[str, str]) -> None:
    """Add attributes; tags are joined, and of other attributes the first is kept."""
    for name, value in more.items():
        if name in ("data-disclosure", "data-omission", "data-reviewed") and name in into:
            into[name] = f"{value} {into[name]}"
        else:
            into.setdefault(name, value)
