"""Parts a band between two rules (or a table without any) in which several codes begin a row each.

The cells of a row may begin, end or be centred at the height of its code: whichever most of them do is believed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, median

from disclosure_index.reading.page_layout.lines import Word, join_words

IsCode = Callable[[str], bool]
_GOES_ON = (",", ";", "、", "，", "；", "-", "–", "/", "&", "及", "和", "与", "與", "至", "to", "and", ":", "：")
_APART = 1.2  # line distances that part two rows
_LINE = 1.35  # font sizes from line to line, at most
_LEVEL = 2.5  # points between heights that count as one


@dataclass(frozen=True, slots=True)
class Fragment:
    """The part of a line that stands in one column."""

    column: int
    words: tuple[Word, ...]
    text: str
    middle: float


def fragment(column: int, words: tuple[Word, ...]) -> Fragment:
    """Return the words of a line that stand in a column."""
    return Fragment(column, words, join_words(words), sum(word.middle for word in words) / len(words))


Block = list[Fragment]


def goes_on(text: str) -> bool:
    """Whether a list or phrase is not at its end."""
    return text.rstrip().endswith(_GOES_ON)


def split_band(inside: Block, key: int, is_code: IsCode, pitch: float) -> list[Block]:
    """Return the rows of a band; `key` is the column of codes, `pitch` the distance of running lines."""
    starts: list[int] = []
    column = [f for f in inside if f.column == key]
    for number, f in enumerate(column):
        if is_code(f.text) and not (number and goes_on(column[number - 1].text)):
            starts.append(number)
    anchors = [column[number].middle for number in starts]
    if len(starts) < 2 or _one_row(inside, key, anchors, pitch):
        return [inside]
    codes = [column[a:b] for a, b in zip(starts, [*starts[1:], len(column)], strict=True)]
    head = column[: starts[0]]
    rows = [head, *codes] if head else codes
    others = [block for c in {f.column for f in inside} - {key} for block in _blocks(inside, c, pitch)]
    at = max((_first, _mean, _last), key=lambda place: sum(_near(place(b), rows, place) < _LEVEL for b in others))
    parts: list[Block] = [[] for _ in range(len(starts) + 1)]
    for f in inside:
        if f.column == key or at is _first:
            parts[sum(anchor <= f.middle + 2 for anchor in anchors)].append(f)
    if at is not _first:
        for block in others:
            low, high = block[0].middle - 1, block[-1].middle + 1
            whole = sum(low < anchor < high for anchor in anchors) < 2
            for piece in [block] if whole else [[f] for f in block]:
                number = min(range(len(rows)), key=lambda n: abs(at(rows[n]) - at(piece)))
                parts[number + (not head)] += piece
    return [sorted(part, key=lambda f: f.middle) for part in parts if part]


def _first(block: Sequence[Fragment]) -> float:
    return block[0].middle


def _mean(block: Sequence[Fragment]) -> float:
    return mean((block[0].middle, block[-1].middle))


def _last(block: Sequence[Fragment]) -> float:
    return block[-1].middle


def _near(height: float, codes: Sequence[Block], at: Callable[[Sequence[Fragment]], float]) -> float:
    return min(abs(at(block) - height) for block in codes)


def _blocks(inside: Block, column: int, pitch: float) -> list[Block]:
    """Return the lines of a column that run on."""
    blocks: list[Block] = []
    for f in inside:
        if f.column != column:
            continue
        if blocks and f.middle - blocks[-1][-1].middle <= 1.2 * pitch:
            blocks[-1].append(f)
        else:
            blocks.append([f])
    return blocks


def _one_row(inside: Block, key: int, anchors: list[float], pitch: float) -> bool:
    """Whether the codes are one cell's list: nothing beside them begins where they do."""
    beside = [f.middle for f in inside if f.column != key]
    shared = sum(any(abs(anchor - y) < _LEVEL for y in beside) for anchor in anchors[1:])
    dense = all(b - a < 1.3 * pitch for a, b in pairwise(anchors))
    return shared == 0 and dense and bool(beside)


def between_rows(fragments: Sequence[Fragment], pitch: float) -> list[float]:
    """Return the heights between the rows of a table without codes and rules.

    Rows stand further apart than the lines of one; where they do not, a row is whole once its place ends in a number.
    """
    heights = sorted({round(f.middle, 1) for f in fragments})
    pitch = min(pitch, _LINE * median(word.size for f in fragments for word in f.words))
    found = [(a + b) / 2 for a, b in pairwise(heights) if b - a > _APART * pitch]
    if len(found) >= 0.2 * len(heights):
        return found
    last = max(f.column for f in fragments)
    ends = [f.middle for f in fragments if f.column == last and f.text[-1:].isdigit()]
    return [_after(end, heights) for end in (heights[0], *ends[:-1])]  # the head is a row, too


def _after(height: float, heights: Sequence[float]) -> float:
    return next(((height + other) / 2 for other in heights if other > height + _LEVEL), height + _LEVEL)
