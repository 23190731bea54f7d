"""Lines of a PDF page, from its words and rules, and their pieces between wide gaps.

Lengths are points; `top` grows downwards.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from disclosure_index.reading.superscripts import raised

_CJK = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_SAME_LINE = 0.5  # of the smaller word's height
_SMALL = 0.8  # of the size of the word beside it: a lowered or raised figure
_SHORT = 3  # characters of such a figure
_OVERLAP = 0.4  # of its height that it shares with the word
_CLOSE = 0.15  # of the size of the word: the gap between both
_DASHES = ("-", "\u2010", "\u2011", "\u2012", "\u2013")
_RAISED = 0.15  # of the size of the word beside it: the difference of their baselines
_PIECE_GAP = 0.6  # of the font size: wider than any word space


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its position."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class RuledLine:
    """A horizontal line of a table."""

    y: float
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one height, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The text of its words."""
        return join_words(self.words)

    @property
    def top(self) -> float:
        """The height of its top."""
        return min(word.top for word in self.words)

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return sum(word.middle for word in self.words) / len(self.words)

    @property
    def size(self) -> float:
        """The most frequent font size of its words."""
        return max(self.words, key=lambda word: len(word.text)).size

    @property
    def x0(self) -> float:
        """Its left end."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Its right end."""
        return self.words[-1].x1

    def pieces(self) -> list[tuple[Word, ...]]:
        """Split the line at gaps that are wider than a space between words."""
        pieces = [[self.words[0]]]
        for word in self.words[1:]:
            last = pieces[-1][-1]
            if word.x0 - last.x1 > _PIECE_GAP * max(word.size, last.size, 1.0):
                pieces.append([])
            pieces[-1].append(word)
        return [tuple(piece) for piece in pieces]


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Group words into lines, from top to bottom; lowered and raised figures belong to the line that they touch."""
    words = list(words)
    small, large = _small(words)
    groups: list[list[Word]] = []
    for word in sorted(large, key=lambda w: (w.middle, w.x0)):
        if groups:
            last = groups[-1][-1]
            height = min(word.bottom - word.top, last.bottom - last.top)
            if abs(word.middle - last.middle) <= _SAME_LINE * height:
                groups[-1].append(word)
                continue
        groups.append([word])
    for word, beside in small:
        group = next(group for group in groups if any(other is beside for other in group))
        mark = raised(word.text, beside.text[-1]) if beside.bottom - word.bottom > _RAISED * beside.size else word.text
        if mark == word.text:
            group.append(word)
        else:  # the mark of a footnote or a power is not a separate number
            group[group.index(beside)] = replace(beside, text=beside.text + mark, x1=word.x1)
    return [Line(tuple(sorted(group, key=lambda w: w.x0))) for group in groups]


def _small(words: Sequence[Word]) -> tuple[list[tuple[Word, Word]], list[Word]]:
    """Return the lowered or raised figures beside a word, each with that word, and all other words."""
    usual = median(word.size for word in words) if words else 0.0
    found: list[tuple[Word, Word]] = []
    others: list[Word] = []
    tops = sorted(words, key=lambda w: w.top)
    heights = [word.top for word in tops]
    for word in words:
        beside = None
        if word.size < _SMALL * usual and len(word.text) <= _SHORT:
            near = tops[bisect_left(heights, word.top - usual * 2) : bisect_right(heights, word.bottom)]
            beside = next((other for other in near if _touches(word, other)), None)
        if beside is None:
            others.append(word)
        else:
            found.append((word, beside))
    return found, others


def _touches(word: Word, other: Word) -> bool:
    """Whether a small word directly follows a larger one and overlaps its height."""
    overlap = min(word.bottom, other.bottom) - max(word.top, other.top)
    return (
        word.size < _SMALL * other.size
        and overlap > _OVERLAP * (word.bottom - word.top)
        and -1.0 < word.x0 - other.x1 < _CLOSE * other.size
    )


def join_words(words: Sequence[Word]) -> str:
    """Join words, without spaces between adjacent Chinese ones."""
    text = ""
    last: Word | None = None
    for word in words:
        if last is not None and not (touches(text, word.text) and word.x0 - last.x1 < _PIECE_GAP * word.size):
            text += " "
        text += word.text
        last = word
    return text


def join_lines(first: str, second: str) -> str:
    """Continue a wrapped text: a Chinese line needs no space, a word keeps its hyphen, a code or range its dash."""
    if not first or not second:
        return first or second
    soft = first.endswith(("-", "\u00ad", "\ufffe", "\u2010")) and first[-2:-1].isalpha() and second[:1].islower()
    dashed = first.endswith(_DASHES) and first[-2:-1].isdigit() and second[:1].isdigit()
    close = soft or dashed or touches(first, second)
    return f"{first.rstrip(chr(0xAD) + chr(0xFFFE))}{'' if close else ' '}{second}"


def touches(first: str, second: str) -> bool:
    """Whether two texts meet in Chinese characters."""
    return bool(_CJK.match(first[-1:]) and _CJK.match(second[:1]))
