"""The regions of tables on a PDF page: one above the other, each with its first and last line."""

from collections.abc import Iterator, Sequence

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.reading.page_layout.index_pages import heads_places, names_worded
from disclosure_index.reading.page_layout.lines import Line, RuledLine
from disclosure_index.reading.page_layout.row_groups import IsCode

_HEAD_LINES = 3
_MOST_HEAD_LINES = 10  # with wrapped cells
_MOST_SENTENCES = 5  # lines of text between a title and its table
_MOST_APART = 4  # font sizes between two lines of a table
_WRAPPED = 1.4  # font sizes between two lines of a cell, at most
_TITLE = 1.2  # of the size of the text below it


def stacked(lines: Sequence[Line], shapes: CodeShapes) -> Iterator[Sequence[Line]]:
    """Split the lines at titles, larger than what follows or captions, above the head of another table."""
    start = 0
    parted: Line | None = None  # the head below the last title
    for number in range(1, len(lines) - 1):
        line = lines[number]
        if len(line.pieces()) > 1 or shapes.starts_with_code(line.text):
            continue
        larger, caption = line.size >= _TITLE * lines[number + 1].size, shapes.is_caption(line.text)
        worded = names_worded(line.text, shapes)
        if not (larger or caption or worded):
            continue
        below = _below(lines, number)
        worded = worded and heads_places(below.text)
        if below is not parted and (
            (larger and caption) or ((larger or caption or worded) and _is_head(below, shapes))
        ):
            yield lines[start:number]
            start, parted = number, below
    yield lines[start:]


def _below(lines: Sequence[Line], number: int) -> Line:
    """Return the line below a title, or below the sentences that introduce the table."""
    last = min(number + _MOST_SENTENCES, len(lines) - 1)
    between = range(number + 1, last)
    return next(
        (lines[n] for n in between if len(lines[n].pieces()) > 1 or lines[n].size > lines[number].size), lines[last]
    )


def _is_head(line: Line, shapes: CodeShapes) -> bool:
    return len(line.pieces()) > 1 and not _coded([line], shapes.starts_with_code)


def code_of(lines: Sequence[Line], shapes: CodeShapes) -> IsCode:
    """Return the test for codes on the page: codes themselves, or letters, paragraphs and goals below a caption."""
    strict = len(_coded(lines, shapes.starts_with_code))
    if 2 * strict >= len(lines) or 2 * strict >= len(_coded(lines, shapes.starts_row)):
        return shapes.starts_with_code
    return shapes.starts_row


def _coded(lines: Sequence[Line], is_code: IsCode) -> list[int]:
    """Return the numbers of the lines with a piece that begins with a code."""
    return [
        number
        for number, line in enumerate(lines)
        if any(is_code(" ".join(word.text for word in piece)) for piece in line.pieces())
    ]


def region_of(
    lines: Sequence[Line], rules: Sequence[RuledLine], is_code: IsCode, shapes: CodeShapes
) -> tuple[int, int]:
    """Return the lines of the table: from its head to the last line of its last row."""
    coded = _coded(lines, is_code) or _below_head(lines)
    tops = [rule.y for rule in rules if rule.x1 - rule.x0 > 20]  # shorter ones are marks of a list
    if not coded and (len(rules) < 4 or not tops):
        return 0, 0
    first = coded[0] if coded else next((i for i, line in enumerate(lines) if line.middle > min(tops)), 0)
    coded_first = first
    last = coded[-1] if coded else max((i for i, line in enumerate(lines) if line.middle < max(tops)), default=0)
    size = size_of([lines[i] for i in coded]) if coded else lines[first].size
    above = [y for y in tops if y < lines[first].middle]
    heads = 0
    while first > 0:
        line = lines[first - 1]
        ruled = bool(above) and line.middle > min(above)
        near = lines[first].top - line.top < 4 * size and line.size <= 1.15 * size
        more = len(line.pieces()) > 1 and len(lines[first].pieces()) > 1  # rows without a code
        wrapped = (
            heads < _MOST_HEAD_LINES and lines[first].top - line.top < _WRAPPED * size and not _runs_on(line, lines)
        )
        if _runs_on(line, lines) and line.size > 1.05 * lines[first].size:
            break
        if len(line.pieces()) == 1 and heads_places(lines[first].text):
            break
        if not (ruled and near) and not (near and (heads < _HEAD_LINES or wrapped or more)):
            break
        heads += not ruled and not shapes.names_standard(line.text)
        first -= 1
    while first < coded_first and _is_title(lines[first], lines[first + 1], shapes):
        first += 1
    below = [y for y in tops if y > lines[last].middle]
    while last + 1 < len(lines):
        line = lines[last + 1]
        ruled = bool(below) and line.middle < max(below)
        near = line.top - lines[last].top < 2.5 * size and line.size <= 1.15 * size
        if not ruled and not near:
            break
        last += 1
    return first, last + 1


def _is_title(line: Line, below: Line, shapes: CodeShapes) -> bool:
    """Whether a line names the index and is not a head of columns; a spaced-out title has pieces."""
    return shapes.is_caption(line.text) and (
        len(line.pieces()) == 1 or (len(below.pieces()) > 1 and not shapes.starts_row(below.text))
    )


def _below_head(lines: Sequence[Line]) -> list[int]:
    """Return the lines of a table without codes: from below its head to a change of font size or the end."""
    head = next((n for n, line in enumerate(lines) if len(line.pieces()) > 1 and heads_places(line.text)), None)
    if head is None:
        return []
    last = head
    while last + 1 < len(lines):
        step = lines[last + 1].top - lines[last].top
        if step > _MOST_APART * lines[head].size or lines[last + 1].size > 1.15 * lines[head].size:
            break
        last += 1
    return list(range(head + 1, last + 1))


def _runs_on(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line is text of the page's width, and not a cell of a head."""
    width = max(other.x1 for other in lines) - min(other.x0 for other in lines)
    return len(line.pieces()) == 1 and line.x1 - line.x0 > 0.4 * width


def size_of(lines: Sequence[Line]) -> float:
    """Return the font size of most lines."""
    sizes = sorted(line.size for line in lines)
    return sizes[len(sizes) // 2]
