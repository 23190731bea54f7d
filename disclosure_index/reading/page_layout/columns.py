"""The columns of a table on a PDF page: by the breaks in its rules, by its vertical lines, and by white space."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from disclosure_index.reading.page_layout.lines import Line, RuledLine, Word

_NARROW = 3.0  # points of white space that may still separate two columns
_ALIGNED = 5  # consecutive lines with a word at one left end, and nothing across the gap before it, that make a column
_WIDER_THAN_SPACE = 0.42  # of the font size: a space is 0.25 to 0.33 wide
_CROSSED = 0.04  # the share of lines that may run across
_HEAD_LINES = 3  # of a head with wrapped cells
_MOST_BEFORE = 0.5  # the share of lines that run across in one piece at the left end of a head
_FEW = 6  # with so few lines, narrow white space is chance


def columns_of(lines: Sequence[Line], rules: Sequence[RuledLine], verticals: Sequence[float]) -> list[float]:
    """Return the x positions between the columns, from left to right."""
    if not lines:
        return []
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    ink = Ink(lines)
    found = sorted([*_white(lines), *_clear(lines), *_heads(lines, ink), *verticals])
    found = sorted([*found, *_parting_breaks(_breaks(rules), found, lines, ink)])
    parting: list[float] = []
    for x in found:
        if not left + 2 < x < right - 2:
            continue
        if parting and not ink.between(parting[-1], x):
            parting[-1] = max(parting[-1], x) if ink.across(x) < ink.across(parting[-1]) else parting[-1]
        else:
            parting.append(x)
    return parting


class Ink:
    """The sorted positions of the words of some lines, so that each query is a binary search."""

    def __init__(self, lines: Iterable[Line]) -> None:
        words = [word for line in lines for word in line.words]
        wide = [word for word in words if word.x0 < word.x1]
        self._starts = sorted(word.x0 for word in wide)
        self._ends = sorted(word.x1 for word in wide)
        self._middles = sorted((word.x0 + word.x1) / 2 for word in words)

    def between(self, left: float, right: float) -> bool:
        """Whether the middle of a word is between two positions."""
        at = bisect_right(self._middles, left)
        return at < len(self._middles) and self._middles[at] < right

    def across(self, x: float) -> int:
        """Count the words that cross a position."""
        return bisect_left(self._starts, x) - bisect_right(self._ends, x)


def _white(lines: Sequence[Line]) -> list[float]:
    """Return the middles of the white gaps that run down the table."""
    pieces = [_spans(line) for line in lines]
    parted = [spans for spans in pieces if len(spans) > 1]
    judged = parted if len(parted) >= max(3, len(lines) // 4) else pieces
    if not judged:
        return []
    allowed = _CROSSED * len(judged)
    size = sorted(line.size for line in lines)[len(lines) // 2]
    narrow = _NARROW if len(judged) > _FEW else 1.2 * size
    gaps, start = [], None
    for x, cover in _cover(span for spans in judged for span in spans):
        if cover <= allowed:
            start = x if start is None else start
        elif start is not None:
            if x - start >= narrow:
                gaps.append((start + x) / 2)
            start = None
    return gaps


def _cover(spans: Iterable[tuple[float, float]]) -> list[tuple[int, int]]:
    """Return each position where the number of spans changes, with that number, whatever the length of the spans."""
    changes: Counter[int] = Counter()
    for start, end in spans:
        changes[int(start)] += 1
        changes[int(end) + 1] -= 1
    points = sorted(changes)
    return list(zip(points, accumulate(changes[x] for x in points), strict=True))


def _clear(lines: Sequence[Line]) -> list[float]:
    """Return the gaps, however narrow, that no word crosses and that have many lines on their right.

    Many are three in ten of all lines, if wide gaps separate them, or else half of those with words on both
    sides, if the words have one left end.
    """
    cover = _cover((word.x0, word.x1) for line in lines for word in line.words)
    points = [x for x, _ in cover]
    pieces = Counter(int(piece[0].x0) for line in lines for piece in line.pieces()[1:])
    words = Counter(int(word.x0) for line in lines for word in line.words[1:])
    lefts, rights = sorted(line.x0 for line in lines), sorted(line.x1 for line in lines)
    wide = max(_NARROW, _WIDER_THAN_SPACE * sorted(line.size for line in lines)[len(lines) // 2])
    gaps: list[float] = []
    for x, count in words.items():
        many = pieces[x] >= max(3, 0.3 * len(lines))
        if not many:
            if count < _ALIGNED:
                continue
            on_both_sides = bisect_left(lefts, x) - bisect_left(rights, x)
            aligned = count + words[x - 1] + words[x + 1]
            if aligned < 0.5 * on_both_sides:
                continue
        end = x
        while not _is_covered(end - 1, points, cover) and end > x - 3 * _NARROW:
            end -= 1
        if x - end >= (_NARROW if many else wide):
            gaps.append((end + x) / 2)
    return gaps


def _is_covered(x: int, points: Sequence[int], cover: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(points, x) - 1
    return at >= 0 and cover[at][1] > 0


def _heads(lines: Sequence[Line], ink: Ink) -> list[float]:
    """Return the left ends of the pieces of the head, as far as the lines below respect them."""
    allowed = 0.1 * len(lines)
    head = max(lines[:_HEAD_LINES], key=lambda line: len(line.pieces()))
    starts = [piece[0].x0 - 2 for line in {lines[0], head} for piece in line.pieces()[1:]]
    pieces = [span for line in lines for span in _spans(line)]
    # Below a head that is centred, or that ends with its cells, most cells begin to its left.
    parted = {x for x in starts if sum(a < x - 1 and b > x for a, b in pieces) <= _MOST_BEFORE * len(lines)}
    return [x for x in starts if x in parted and ink.across(x) <= allowed]


def _spans(line: Line) -> list[tuple[float, float]]:
    return [(piece[0].x0, piece[-1].x1) for piece in line.pieces()]


def _breaks(rules: Sequence[RuledLine]) -> list[float]:
    """Return the middles of the small gaps that recur in rules of the same height."""
    by_height: dict[int, list[RuledLine]] = {}
    for rule in rules:
        by_height.setdefault(round(rule.y), []).append(rule)
    gaps: Counter[int] = Counter()
    for row in by_height.values():
        row.sort(key=lambda rule: rule.x0)
        gaps.update({round((a.x1 + b.x0) / 2) for a, b in pairwise(row) if 0.0 <= b.x0 - a.x1 < 25.0})
    enough = max(3, max(gaps.values(), default=0) // 3)
    return [float(x) for x, count in gaps.items() if count >= enough]


def _parting_breaks(
    breaks: Sequence[float], others: Sequence[float], lines: Sequence[Line], ink: Ink
) -> Iterator[float]:
    """Yield the breaks in the rules that separate columns: at most as many words cross one as line pieces follow it.

    Captions and merged cells cross the edge of a column; if more does, the rules are merely drawn in pieces.

    `others`: other column separators, sorted; the column after a break ends at the next of them.
    """
    starts = sorted(piece[0].x0 for line in lines for piece in line.pieces())
    for x in breaks:
        across = ink.across(x)
        end = next((other for other in others if other > x), float("inf"))
        begun = bisect_left(starts, end) - bisect_left(starts, x)
        if across <= max(begun, _CROSSED * len(lines)):
            yield x


def edges_of(lines: Sequence[Line], parting: Sequence[float]) -> list[float]:
    """Return the left ends of the columns, for another page on which cells may reach further to the right."""
    lefts: dict[int, float] = {}
    for word in (word for line in lines for word in line.words):
        column = column_at(parting, word)
        lefts[column] = min(lefts.get(column, word.x0), word.x0)
    return [max(x, lefts.get(c, x) - _NARROW / 2) for c, x in enumerate(parting, 1)]


def fits(lines: Sequence[Line], parting: Sequence[float]) -> bool:
    """Whether no line with several cells crosses the column separators of another page."""
    ink = Ink(line for line in lines if len(line.pieces()) > 1)
    return all(ink.across(x) == 0 for x in parting)


def column_at(parting: Sequence[float], word: Word) -> int:
    """Return the number of a word's column."""
    middle = (word.x0 + word.x1) / 2
    return bisect_left(parting, middle)
