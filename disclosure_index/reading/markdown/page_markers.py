"""Page markers in Markdown, as converters from PDF write them, in several forms."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from markdown_it.token import Token

from disclosure_index.model.enumerations import whole_number
from disclosure_index.reading.markdown.page_numbers import page_starts
from disclosure_index.reading.marks.comment_tags import is_page_break, page_label

LONGEST = 80  # characters of a marker
SMALL = 2  # rows of a running head that was converted to a table
REPEATED = 3  # tables with the same first cell from which on that cell is a running head
_COUNTED = re.compile(r"\{(\d{1,4})\}[ -]*-{3,}")  # counts from 0
_RULED = re.compile(r"[-–—=*_#\[\s]{2,}(.*?)[-–—=*_#\]\s]{2,}")
_NUMBER = re.compile(r"[-–—|\s]*0*(\d{1,3})[-–—|\s]*(?:(?:/|of)\s*\d{1,4})?")
_STYLE = re.compile(r"(?:page-)?break-(?:after|before)\s*:\s*(?:always|page)", re.IGNORECASE)


@dataclass(slots=True)
class Pages:
    """The page that starts before each token, and the tokens that are only page markers."""

    starts: dict[int, str] = field(default_factory=dict)
    markers: set[int] = field(default_factory=set)


def find_pages(tokens: Sequence[Token]) -> Pages:
    """Find the page markers other than comments and elements.

    Markers that name the page at its start are used. Without them, page breaks and lone numbers are read
    (`page_starts`).
    """
    pages = Pages()
    blocks = [n for n, token in enumerate(tokens) if token.level == 0 and token.nesting >= 0]
    explicit = any(_is_page_break(token) for token in tokens)
    numbers: dict[int, int] = {}
    breaks: list[int] = []
    for block, at in enumerate(blocks):
        for text, comment in _texts(tokens, at):
            if len(text) > LONGEST:
                continue
            if tokens[at].type == "paragraph_open" and (label := _explicit(text)):
                pages.starts[at] = label
                pages.markers.update(range(at, at + 3))
            elif is_page_break(text):
                breaks.append(block)
                if tokens[at].type == "paragraph_open":
                    pages.markers.update(range(at, at + 3))
            elif number := _printed(text, comment):
                numbers[block] = number
    if explicit or pages.starts:
        return pages
    ends = [*blocks[1:], len(tokens)] if blocks else []
    sizes = [sum(len(t.content) for t in tokens[a:b] if t.type == "inline") for a, b in zip(blocks, ends, strict=True)]
    found, used = page_starts(numbers, breaks, sizes)
    pages.starts.update({blocks[block]: str(page) for block, page in found.items() if block < len(blocks)})
    heads = Counter(_first_cell(tokens, at) for at in blocks if tokens[at].type == "table_open")
    for block in used:
        at, end = blocks[block], ends[block]
        if tokens[at].type == "paragraph_open":
            pages.markers.update(range(at, at + 3))
        elif tokens[at].type == "table_open" and heads[_first_cell(tokens, at)] >= REPEATED:
            pages.markers.update(range(at, end))
    return pages


def _texts(tokens: Sequence[Token], at: int) -> Iterator[tuple[str, bool]]:
    """Yield the texts of a block that may be page markers, and whether each is a comment."""
    if tokens[at].type == "paragraph_open":
        yield tokens[at + 1].content.strip(), False
    elif tokens[at].type == "table_open":  # a running head that was converted to a table
        rows = [row for row in islice(_rows(tokens, at), SMALL + 1) if row]
        cells = [cell for row in rows for cell in (row[0], row[-1])] if len(rows) <= SMALL else rows[0][:1]
        yield from ((cell.strip(), False) for cell in cells)
    elif tokens[at].type == "html_block":
        yield from ((text.strip(), True) for text in _comments(tokens[at].content))
        if _STYLE.search(tokens[at].content):
            yield "page break", True


def _rows(tokens: Sequence[Token], at: int) -> Iterator[list[str]]:
    """Yield the cells of each row of the table that begins at a token."""
    cells: list[str] = []
    for n in range(at, len(tokens)):
        token = tokens[n]
        if token.type == "inline":
            cells.append(token.content)
        elif token.type == "tr_close":
            yield cells
            cells = []
        elif token.type == "table_close":
            return


def _first_cell(tokens: Sequence[Token], at: int) -> str:
    return next(iter(next(_rows(tokens, at), ())), "")


def _is_page_break(token: Token) -> bool:
    """Whether a token's HTML starts a named page."""
    if token.type not in ("html_block", "inline") or "<" not in token.content:
        return False
    labels = map(page_label, _comments(token.content))
    return "doc-pagebreak" in token.content or any(label and not label[1] for label in labels)


def _comments(html: str) -> Iterator[str]:
    at = html.find("<!--")
    while at >= 0 and (end := html.find("-->", at + 4)) >= 0:
        yield html[at + 4 : end]
        at = html.find("<!--", end)


def _explicit(text: str) -> str:
    if counted := _COUNTED.fullmatch(text):
        return str(int(counted[1]) + 1)
    ruled = _RULED.fullmatch(text)
    label = page_label(ruled[1]) if ruled else None
    return label[0] if label else ""


def _printed(text: str, comment: bool) -> int:
    """Return the page number printed in a text; 0 for other texts."""
    label = page_label(text)
    if label and (label[1] or not comment) and (counted := whole_number(label[0])) is not None:
        return counted
    number = _NUMBER.fullmatch(text) if not comment else None
    return int(number[1]) if number else 0
