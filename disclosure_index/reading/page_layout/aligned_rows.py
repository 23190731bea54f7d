"""Tables with few codes, found by the alignment of their words: white space separates their columns in every line.

A page with many codes is recognised by its text (`index_pages`). Two rows might also be two sentences: only their
layout shows that they are a table.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.reading.page_layout.lines import Line, RuledLine, Word, join_words

FEWEST = 2
"""The least number of rows with a code in a table."""
_WHITE = 0.5  # font sizes between two columns: a space between words is 0.25 to 0.33 wide
_ALIGNED = 3.0  # points between aligned left ends, right ends or centres
_MOST_ALIGNED = 0.6  # the share of rows with aligned cells: some rows have two columns where most have one
_LEVEL = 1.1  # font sizes between the middles of a code and of a cell of its row
_APART = 4.0  # font sizes between two lines of a table
_RUNS_ON = 1.7  # font sizes between two lines of a text, at most
_LEADING = 1.4  # the same within a cell of the first column: text with a larger gap is below the table
_CROSSING = 0.1  # the share of lines that may run across, as merged cells do
_TOPIC = 0.5  # of the width of a table: a shorter line across its columns is the topic of the rows below
_HEAD_LINES = 3  # of a cell of the head
_AROUND = 6  # lines around the rows that decide between table and text
_FULL = 0.88  # of the width of a column: lines of a text reach further, except the last of a paragraph
_MOST_FULL = 0.6  # the share of such lines in a text
_FILLED = 0.5  # the share of lines with words in the column of codes, without rules between the rows
_NARROWEST = 12.0  # font sizes: a column of text is wider
_SAME_SIZE = 1.15  # a title is larger than a table

Channel = tuple[float, float]
"""The left and right end of the white space between two columns."""


def tables_among(lines: Sequence[Line], rules: Sequence[RuledLine], shapes: CodeShapes) -> Iterator[tuple[int, int]]:
    """Yield the first line of each table and the one after its last, from top to bottom."""
    coded = {n: piece for n, line in enumerate(lines) if (piece := _code_of(line, shapes)) is not None}
    numbers = list(coded)
    reached = at = 0
    while at < len(numbers):
        rows = [numbers[at]]
        for number in numbers[at + 1 :]:
            if not _go_on(lines, [*rows, number], coded, rules):
                break
            rows.append(number)
        at += len(rows)
        if len(rows) < FEWEST or not _is_table(lines, rows, coded, rules, shapes):
            continue
        channels = _channels(lines[rows[0] : rows[-1] + 1])
        first, last = _first(lines, rows, channels, reached), _last(lines, rows, channels, rules)
        yield first, last + 1
        reached = last + 1
        at = max(at, sum(number <= last for number in numbers))


def _code_of(line: Line, shapes: CodeShapes) -> tuple[Word, ...] | None:
    """Return the piece of a line that begins with a code, with the words before and after the code in its cell."""
    return next((piece for piece in line.pieces() if shapes.tells_row(join_words(piece))), None)


def _go_on(
    lines: Sequence[Line], rows: Sequence[int], coded: dict[int, tuple[Word, ...]], rules: Sequence[RuledLine]
) -> bool:
    """Whether the last of some rows belongs to the same table as those above it."""
    between = lines[rows[-2] : rows[-1] + 1]
    ys = [rule.y for rule in rules]
    near = all(
        b.top - a.top < _APART * max(a.size, b.size) or any(a.middle < y < b.middle for y in ys)
        for a, b in pairwise(between)
    )
    if not near or max(line.size for line in between) > _SAME_SIZE * lines[rows[0]].size:
        return False
    return bool(_channels(lines[rows[0] : rows[-1] + 1])) and _aligned([coded[n] for n in rows])


def _is_table(
    lines: Sequence[Line],
    rows: Sequence[int],
    coded: dict[int, tuple[Word, ...]],
    rules: Sequence[RuledLine],
    shapes: CodeShapes,
) -> bool:
    """Whether the rows have aligned cells beside their codes, and are not lines of texts side by side."""
    inside = lines[rows[0] : rows[-1] + 1]
    channels = _channels(inside)
    around = [line for line in _around(lines, rows) if _fits(line, channels, line.size)]
    columns = [[_within(line, channels, c) for line in around] for c in range(len(channels) + 1)]
    texts = [_is_text([words for words in column if words]) for column in columns]
    keys = [_column(channels, coded[n][0]) for n in rows]
    key = max(set(keys), key=keys.count)
    if texts[key]:
        return False
    ruled = _are_ruled(inside, rows, lines, [coded[n] for n in rows], rules)
    if ruled is False:
        return False
    if not ruled:
        above = lines[: rows[0]]
        near = above and (len(above[-1].pieces()) > 1 or _is_wrapped(above[:-1], above[-1]))
        headed = near and _first(lines, rows, channels, 0) < rows[0]
        filled = sum(bool(_within(line, channels, key)) for line in inside)
        if (len(rows) <= FEWEST and not headed) or filled < _FILLED * len(inside):
            return False
    for column in range(len(channels) + 1):
        if column == key or (texts[column] and not ruled):
            continue
        level = [
            cell
            for n in rows
            for line in inside
            if abs(line.middle - lines[n].middle) < _LEVEL * line.size
            if (cell := _within(line, channels, column))
        ]
        answers = [cell for cell in level if not shapes.tells_row(join_words(cell))]
        if len(answers) >= FEWEST and _aligned(level):
            return True
    return False


def _channels(lines: Sequence[Line]) -> list[Channel]:
    """Return the white space between the columns of some lines, from left to right."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    parted = [
        line
        for line in lines
        if len(line.pieces()) > 1 or line.x0 - left > _ALIGNED or line.x1 - line.x0 > _TOPIC * (right - left)
    ]
    wide = _WHITE * max((line.size for line in parted), default=0.0)
    found: list[Channel] = []
    start: float | None = None
    for x, count in _cover((word.x0, word.x1) for line in parted for word in line.words):
        if count <= _CROSSING * len(parted):
            start = x if start is None else start
        elif start is not None:
            if x - start >= wide:
                found.append((start, x))
            start = None
    return found


def _cover(spans: Iterable[Channel]) -> Iterator[tuple[float, int]]:
    """Yield each position where the number of spans changes, with that number."""
    count = 0
    for x, step in sorted(end for x0, x1 in spans for end in ((x0, 1), (x1, -1))):
        count += step
        yield x, count


def _column(channels: Sequence[Channel], word: Word) -> int:
    middle = (word.x0 + word.x1) / 2
    return sum((left + right) / 2 < middle for left, right in channels)


def _within(line: Line, channels: Sequence[Channel], column: int) -> tuple[Word, ...]:
    """Return the words of a line in a column."""
    return tuple(word for word in line.words if _column(channels, word) == column)


def _fits(line: Line, channels: Sequence[Channel], size: float) -> bool:
    """Whether a line leaves some white space free between all columns, as the head of narrow columns does."""
    for left, right in channels:
        inside = [
            (max(word.x0, left), min(word.x1, right)) for word in line.words if word.x0 < right and word.x1 > left
        ]
        edges = [left, *(x for span in inside for x in span), right]
        if max(b - a for a, b in zip(edges[::2], edges[1::2], strict=True)) < _WHITE * size:
            return False
    return True


def _aligned(cells: Sequence[tuple[Word, ...]]) -> bool:
    """Whether most of some cells have a common left end, right end or centre."""
    for places in (
        [cell[0].x0 for cell in cells],
        [cell[-1].x1 for cell in cells],
        [(cell[0].x0 + cell[-1].x1) / 2 for cell in cells],
    ):
        most = max((sum(abs(x - other) <= _ALIGNED for other in places) for x in places), default=0)
        if most >= max(FEWEST, _MOST_ALIGNED * len(places)):
            return True
    return False


def _around(lines: Sequence[Line], rows: Sequence[int]) -> Sequence[Line]:
    """Return the lines of some rows, with the lines above and below that continue them."""
    first, last = rows[0], rows[-1]
    while first > max(0, rows[0] - _AROUND) and _runs_on(lines[first - 1], lines[first]):
        first -= 1
    while last + 1 < min(len(lines), rows[-1] + _AROUND + 1) and _runs_on(lines[last], lines[last + 1]):
        last += 1
    return lines[first : last + 1]


def _runs_on(above: Line, below: Line) -> bool:
    return below.top - above.top < _RUNS_ON * below.size and above.size <= _SAME_SIZE * below.size


def _is_text(column: Sequence[tuple[Word, ...]]) -> bool:
    """Whether the lines of a column are those of a text: they fill it, and run on."""
    if len(column) <= FEWEST:
        return False
    left, right = min(words[0].x0 for words in column), max(words[-1].x1 for words in column)
    run = [above for above, below in pairwise(column) if below[0].top - above[0].top < _RUNS_ON * below[0].size]
    full = sum(words[-1].x1 - left > _FULL * (right - left) for words in run)
    wide = right - left > _NARROWEST * column[0][0].size
    return wide and len(run) >= FEWEST and full >= _MOST_FULL * len(run)


def _are_ruled(
    inside: Sequence[Line],
    rows: Sequence[int],
    lines: Sequence[Line],
    codes: Sequence[tuple[Word, ...]],
    rules: Sequence[RuledLine],
) -> bool | None:
    """Whether rules across a table, or edges of shading, separate its rows; None without such rules.

    Rules that leave out the codes belong to a table with codes in the margin.
    """
    left, right = min(line.x0 for line in inside), max(line.x1 for line in inside)
    crossed: dict[float, list[Channel]] = defaultdict(list)
    for rule in rules:
        if lines[rows[0]].middle < rule.y < lines[rows[-1]].middle and min(rule.x1, right) > max(rule.x0, left):
            crossed[rule.y].append((max(rule.x0, left), min(rule.x1, right)))
    across = [y for y, spans in crossed.items() if sum(b - a for a, b in spans) > _TOPIC * (right - left)]
    if not across:
        return None
    x0, x1 = min(code[0].x0 for code in codes), min(code[-1].x1 for code in codes)
    over = [y for y in across if any(a <= (x0 + x1) / 2 <= b for a, b in crossed[y])]
    if not over:
        return False
    return all(any(lines[a].middle < y < lines[b].middle for y in over) for a, b in pairwise(rows)) or None


def _first(lines: Sequence[Line], rows: Sequence[int], channels: Sequence[Channel], reached: int) -> int:
    """Return the first line of the head: lines of several pieces above the rows, with wrapped lines between them."""
    first = number = rows[0]
    size = lines[first].size
    while number > reached:
        line, below = lines[number - 1], lines[number]
        apart = below.top - line.top
        if line.size > _SAME_SIZE * size or apart > _APART * size or not _fits(line, channels, size):
            break
        if len(line.pieces()) > 1:
            first = number - 1
        else:
            far = apart > _RUNS_ON * size and not _is_wrapped(lines[reached : number - 1], line)
            if far or first - number >= _HEAD_LINES:
                break
        number -= 1
    return first


def _is_wrapped(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line continues a cell of the last line above with several cells."""
    if not lines:
        return False
    above = lines[-1]
    cells = above.pieces()
    if len(cells) < 2 or not 0 < line.top - above.top < _RUNS_ON * line.size:
        return False
    return any(_aligned([cell, line.words]) for cell in cells)


def _last(lines: Sequence[Line], rows: Sequence[int], channels: Sequence[Channel], rules: Sequence[RuledLine]) -> int:
    """Return the last line: cells continue below the last code, and there may be rows without one."""
    last = rows[-1]
    size = lines[last].size
    left, right = min(lines[n].x0 for n in rows), max(lines[n].x1 for n in rows)
    below = [rule.y for rule in rules if rule.y > lines[last].middle and rule.x0 < right and rule.x1 > left]
    while last + 1 < len(lines):
        line = lines[last + 1]
        apart = line.top - lines[last].top
        ruled = any(line.middle < y < line.middle + _RUNS_ON * size for y in below)
        if line.size > _SAME_SIZE * size or apart > _APART * size or not _fits(line, channels, size):
            break
        wrapped = apart <= (_RUNS_ON if line.x0 > channels[0][0] else _LEADING) * size
        if not (len(line.pieces()) > 1 or wrapped or ruled):
            break
        last += 1
    return last
