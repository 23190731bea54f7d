"""Assign the attributes and comments in Markdown's text to their blocks.

`assign` parses the text of every block and sets ``attributes`` and ``statements`` in the meta of the tokens that open
headings, paragraphs, items, rows and cells. A paragraph that contains only attributes gets ``next``: they belong to
the next block. ``braces`` of an inline token holds the range of its block's attributes in its content.
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from disclosure_index.reading.markdown.inline_attributes import ATTRIBUTES, braces_of, merge, read_attributes, take
from disclosure_index.reading.marks.comment_tags import read_statements

MAX_INLINE = 32 * 2**10  # characters
MAX_LINKS = 4 * 2**20  # characters times brackets
"""Limits above which a block is taken as plain text, because inline parsing is not linear."""

_SPECIAL = re.compile(r"[\n\\`~*_\[\]!<&{}]")
"""The characters that begin inline rules, ours and markdown-it's: text without them, as in most cells, is plain."""

BEHIND_ROW = re.compile(rf"\|[ \t]*{ATTRIBUTES.pattern}[ \t]*\|?[ \t]*\Z")


def assign(tokens: Sequence[Token], lines: Sequence[str], md: MarkdownIt) -> None:
    """Parse the inline tokens and assign each statement to its block."""
    for index, token in enumerate(tokens):
        if token.type == "inline":
            token.children = _parse(token.content, md)
            of_block = take(token.children)
            attributes: dict[str, str] = {}
            for part in of_block:
                merge(attributes, part.meta["attributes"])
            token.meta["braces"] = [braces_of(part) for part in of_block]
            target = _target(tokens, index)
            if (attributes and token.children) or target.type in ("th_open", "td_open"):
                merge(target.meta.setdefault("attributes", {}), attributes)
            elif attributes:
                tokens[index - 1].meta["next"] = attributes
            comments = [comment_text(child.content) for child in token.children if child.type == "html_inline"]
            target.meta["statements"] = [marks for text in comments for marks in read_statements(text)]
        elif token.type == "tr_close":
            _row(tokens, index, lines)


def comment_text(html: str) -> str:
    """Return the text of a comment; "" for other HTML."""
    return html[4:-3] if html.startswith("<!--") and html.endswith("-->") else ""


def _parse(content: str, md: MarkdownIt) -> list[Token]:
    children: list[Token] = []
    if not _SPECIAL.search(content) or len(content) > MAX_INLINE or len(content) * content.count("[") > MAX_LINKS:
        return [Token("text", "", 0, content=content)] if content else []
    md.inline.parse(content, md, {}, children)
    return children


def _target(tokens: Sequence[Token], index: int) -> Token:
    """Return the token that opens the block of a text; a list item's own text is its first paragraph."""
    if index > 1 and tokens[index - 2].type == "list_item_open":
        return tokens[index - 2]
    return tokens[index - 1]


def _row(tokens: Sequence[Token], end: int, lines: Sequence[str]) -> None:
    """Set attributes after a row's last bar, or alone in a cell, on the row; alone in a row, on the table."""
    start = next(n for n in range(end, -1, -1) if tokens[n].type == "tr_open")
    cells = [n for n in range(start, end) if tokens[n].type in ("th_open", "td_open")]
    lone = [n for n in cells if tokens[n].meta.get("attributes") and not tokens[n + 1].children]
    row = tokens[start]
    of_row = row.meta.setdefault("attributes", {})
    for cell in lone:
        merge(of_row, tokens[cell].meta.pop("attributes"))
    if row.map and not lone and (match := BEHIND_ROW.search(lines[row.map[0]])):
        merge(of_row, read_attributes(match[1]))
    if lone and all(not tokens[n + 1].children for n in cells):
        table = next(tokens[n] for n in range(start, -1, -1) if tokens[n].type == "table_open")
        merge(table.meta.setdefault("attributes", {}), row.meta.pop("attributes"))
