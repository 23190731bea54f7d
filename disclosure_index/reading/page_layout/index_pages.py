"""The pages of a PDF with an index table, found by their text alone: reading tables is a hundred times slower."""

import re
from collections import Counter
from collections.abc import Sequence, Set

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.catalog.notation.shipped_shapes import shipped_shapes
from disclosure_index.reading.page_layout.broken_codes import joined_lines, joined_within

_NUMBERS = re.compile(r"\d+")
_RUNNING = 0.3  # the share of pages with a line from which on it is a running head: left and right pages may differ
_LEAST_RUNNING = 4  # pages; fewer are those of a continued index
_CODED = 0.5  # the share of a table's pages that have codes: long answers fill the others
_LONGEST_RUNNING = 200  # characters
_MANY = 5  # codes on a page that make it an index page
_BARE = re.compile(r"\(?\d{1,2}(?:[\s.(]|$)")
_PLACE = (
    r"(?:\b(?:pages?|sections?|chapters?|references?|locations?|response|where"
    r"|(?:further|more) information)\b|页|頁|章[节節]|位置|回[应應])"
)
_SAID = (
    r"(?:principle|recommend|disclos|pillar|theme|target|goal|requirement|element|原[则則]|建[议議]|披露|揭露|要素|支柱"
    r"|目[标標])"
)
_HEADS = re.compile(rf".{{0,40}}{_SAID}.{{0,60}}{_PLACE}.{{0,20}}", re.IGNORECASE)
_COLUMNS = re.compile(
    r"\b(?:code|pages?|topic|metric|indicator|kpi|disclosure|location|reference|response|standard|description|unit|category"
    r"|section|remarks)\b|[页頁][码碼次]|[章][节節]|指[标標]|披露|揭露|描述|[内內]容|[备備][注註]",
    re.IGNORECASE,
)
_COLUMN_WORDS = 3  # in a line of heads
_REPEATED_WORDS = 2  # the same, at the top of several pages
_INTRODUCED = 10  # lines between the name of a framework and the head of its table
_LONGEST_CAPTION = 80  # characters of a caption further down
_LONGEST_CELLS = 40  # characters of a line of a head with wrapped cells
_TOP = 12  # lines that may hold a caption
_HEAD = 3  # lines before the first code that may be the table's head


def index_pages(pages: Sequence[Sequence[str]], shapes: CodeShapes | None = None) -> list[int]:
    """Return the pages to read as tables: those with many codes or a caption, and their continuations.

    Args:
        pages: the lines of each.
        shapes: the forms of codes, by default of the shipped frameworks.
    """
    shapes = shapes or shipped_shapes()
    pages = [
        list(joined_lines(joined_within(lines, shapes.starts_with_code)))
        for lines in without_running_lines(pages, shapes)
    ]
    wanted = {n for n, lines in enumerate(pages) if _carries_index(lines, shapes)}
    for step in (1, -1):
        for number in sorted(wanted, reverse=step < 0):
            following = number + step
            while 0 <= following < len(pages) and following not in wanted:
                if not _continues(pages[following], pages[number], shapes):
                    break
                wanted.add(following)
                following += step
    return sorted(wanted)


def without_running_lines(pages: Sequence[Sequence[str]], shapes: CodeShapes) -> list[Sequence[str]]:
    """Return the pages without lines that recur on many pages, because they tell nothing about one page.

    The head of a table that continues over many pages is kept.
    """
    counts: Counter[str] = Counter()
    for lines in pages:
        counts.update({_NUMBERS.sub("#", line) for line in lines if len(line) < _LONGEST_RUNNING})
    enough = max(_LEAST_RUNNING, _RUNNING * len(pages))
    running = {text for text, count in counts.items() if count >= enough and any(map(str.isalpha, text))}
    heads = {text for text in running if _heads_columns(text, _REPEATED_WORDS)}
    if heads:
        running -= _above_codes(heads, pages, shapes)
    if not running:
        return list(pages)
    return [[line for line in lines if _NUMBERS.sub("#", line) not in running] for lines in pages]


def _above_codes(heads: Set[str], pages: Sequence[Sequence[str]], shapes: CodeShapes) -> set[str]:
    """Return the heads on pages of which most have codes: a running title is on all pages."""
    on: Counter[str] = Counter()
    coded: Counter[str] = Counter()
    for lines in pages:
        here = {_NUMBERS.sub("#", line) for line in lines if len(line) < _LONGEST_RUNNING} & heads
        on.update(here)
        if here and any(map(shapes.starts_with_code, lines)):
            coded.update(here)
    return {text for text in heads if coded[text] > _CODED * on[text]}


def _carries_index(lines: Sequence[str], shapes: CodeShapes) -> bool:
    rows = _rows(lines, shapes)
    if rows >= _MANY:
        return True
    top = lines[:_TOP]
    if shapes.is_caption("\n".join(top)) and (
        rows >= 2 or _items(lines, shapes) >= 2 or any(map(heads_places, top))  # rows by name: "Governance structure"
    ):
        return True
    whole = "\n".join(lines)
    if shapes.is_caption(whole):
        captions = (n for n, line in enumerate(lines) if len(line) < _LONGEST_CAPTION and shapes.is_caption(line))
        if _items(lines[next(captions, len(lines)) :], shapes) >= _MANY:
            return True
    return shapes.worded.search(whole) is not None and _is_worded(lines, shapes)


def heads_places(text: str) -> bool:
    """Whether a line is the head of a table that locates the answers to disclosures."""
    text = " ".join(text.split())
    return _HEADS.fullmatch(text) is not None and text.rstrip()[-1:] not in ".。:："


def names_worded(text: str, shapes: CodeShapes) -> bool:
    """Whether a short line names a framework that is printed without codes."""
    return len(text) < _LONGEST_CAPTION and shapes.worded.search(text) is not None


def _is_worded(lines: Sequence[str], shapes: CodeShapes) -> bool:
    """Whether a framework that is printed without codes is named above the head of a table."""
    for number in (n for n, line in enumerate(lines) if names_worded(line, shapes)):
        below = lines[number : number + _INTRODUCED]
        if any(map(heads_places, below)):
            return True
        # The line that names it may be the head of the table, with wrapped cells.
        if any(
            heads_places(" ".join(below[:n])) and max(map(len, below[:n])) <= _LONGEST_CELLS
            for n in range(2, _HEAD + 1)
        ):
            return True
        # Below the name of an index, the cells of the head may be wrapped.
        if shapes.is_caption(lines[number]) and any(
            heads_places(" ".join(below[n : n + _HEAD])) for n in range(1, len(below))
        ):
            return True
    return False


def _items(lines: Sequence[str], shapes: CodeShapes) -> int:
    """Count the lines that could begin a row below a caption."""
    return sum(shapes.starts_row(line) or _BARE.match(line) is not None for line in lines)


def _rows(lines: Sequence[str], shapes: CodeShapes) -> int:
    """Count lines that look like rows: a code with words beside it, or several; codes in the margin have no words."""
    codes = [len(shapes.code.findall(line)) if shapes.quick.search(line) else 0 for line in lines]
    alone = [
        count == 1 and not re.search(r"\w{2}", shapes.code.sub("", line))
        for count, line in zip(codes, lines, strict=True)
    ]
    lone = [False, *alone, False]
    return sum(
        count > 1 or not lone[n] or not (lone[n - 1] or lone[n + 1]) for n, count in enumerate(codes, start=1) if count
    )


def _continues(lines: Sequence[str], neighbour: Sequence[str], shapes: CodeShapes) -> bool:
    """Whether a page continues its neighbour's table.

    It does if a line begins with a code or the name of a Standard, or the head is repeated.
    """
    if any(shapes.starts_with_code(line) or shapes.names_standard(line) for line in lines) and _rows(lines, shapes):
        return True
    if _rows(neighbour, shapes) < _MANY <= min(_items(neighbour, shapes), _items(lines, shapes)):
        return True  # a table of letters or paragraphs
    first = next((n for n, line in enumerate(neighbour) if shapes.starts_with_code(line)), 0)
    heads = {
        *neighbour[max(0, first - _HEAD) : first],
        *(line for line in neighbour if _heads_columns(line, _COLUMN_WORDS)),
    }
    heads |= {line for line in neighbour[:_TOP] if _heads_columns(line, _REPEATED_WORDS)}
    return bool(heads & set(lines[:_TOP]))


def _heads_columns(text: str, words: int) -> bool:
    return len(text) < 2 * _LONGEST_CAPTION and len(set(map(str.lower, _COLUMNS.findall(text)))) >= words
